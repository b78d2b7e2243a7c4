// Exercises onto days.
// SPDX-License-Identifier: Apache-2.0
#include "planner/phase_content.hpp"

#include "planner/speed_weeks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <set>
#include <utility>
#include <vector>

namespace plimsoll::planner {
namespace {

// Whether the day that is @p offset days into a week of the phase is one of @p times spread ones.
bool is_spread(int offset, int times) {
    return (offset + 1) * times / days_a_week > offset * times / days_a_week;
}

class ContentWriter {
public:
    ContentWriter(Schedule& schedule, const Background& background, ContentDays days)
        : schedule_(schedule),
          background_(background),
          days_(std::move(days)),
          growing_(growing_weeks(schedule, background.measuring_sessions())),
          open_(days_open_to(background.athlete)) {
        write_match();
    }

    void write(const PathwayPhase& phase, const PhaseSpan& span) {
        for (const Exercise& exercise : phase.exercises) {
            if (exercise.kind == SessionKind::plyometric && phase.running == Running::plan &&
                exercise.per_week) {
                write_jumps(exercise, span);
            } else if (!has_running(exercise.kind)) {
                write_at_home(exercise, span);
            }
        }
        int speed_week = 0; // of the phase, of those that may hold speed
        for (Date week = span.from; week <= span.to; week = week + days_a_week) {
            const Date last = std::min(span.to, week + (days_a_week - 1));
            speed_week += may_hold_speed(week, last) ? 1 : 0;
            // Team sessions first: they take the place of runs.
            for (const bool team : {true, false}) {
                for (const Exercise& exercise : phase.exercises) {
                    if (has_running(exercise.kind) &&
                        (exercise.kind == SessionKind::team_training) == team &&
                        speed_week >= exercise.from_week) {
                        write_running(exercise, week, last);
                    }
                }
            }
        }
    }

private:
    PlannedDay* day_on(Date date) {
        const Date first = schedule_.days.front().date;
        if (date < first || date > schedule_.days.back().date || background_.is_away(date)) {
            return nullptr;
        }
        PlannedDay* day = &schedule_.days[static_cast<std::size_t>(date - first)];
        return day->session.is_goal ? nullptr : day; // nothing beside the race or match
    }

    void write_match() {
        if (days_.match) {
            taken_.insert(*days_.match);
        }
        PlannedDay* day = days_.match ? day_on(*days_.match) : nullptr;
        if (day == nullptr) {
            return;
        }
        if (is_run_day(*day)) {
            day->session.kind = SessionKind::match;
            day->session.id = id_of(*day, SessionKind::match);
            day->session.duration_min.reset();
            return;
        }
        PlannedSession match;
        match.kind = SessionKind::match;
        match.id = id_of(*day, SessionKind::match);
        match.limited_by = phase_content;
        day->others.push_back(std::move(match));
    }

    // Days to the match, or to one that is whole weeks before or after it: 0 to 6.
    int days_to_match(Date date) const {
        return ((*days_.match - date) % days_a_week + days_a_week) % days_a_week;
    }

    // A sprint is best two days before the match, team sessions on the same or every other day.
    bool misses_match(SessionKind kind, Date date) const {
        return days_.match &&
               ((kind == SessionKind::sprint && days_to_match(date) != 2) ||
                (kind == SessionKind::team_training && days_to_match(date) % 2 != 0));
    }

    // The day before the first match, or before one that is whole weeks behind it.
    bool is_eve_of_match(Date date) const {
        return days_.match && date + 1 >= *days_.match && days_to_match(date) == 1;
    }

    bool waits(SessionKind kind, Date date) const {
        return has_impact(kind) && days_.impact_from && date < *days_.impact_from;
    }

    bool may_hold_speed(Date from, Date to) const {
        int days = 0;
        for (Date date = from; date <= to; date = date + 1) {
            days += is_in(growing_, date) ? 0 : 1;
        }
        return 2 * days > to - from + 1;
    }

    // Who lands on one day lands on none of its neighbours, whatever the phase or the exercise.
    bool lands_beside(SessionKind kind, Date date) const {
        return kind == SessionKind::plyometric &&
               (landings_.contains(date - 1) || landings_.contains(date + 1));
    }

    // Strength that falls on the day before a match is done a day earlier.
    bool is_due(const Exercise& exercise, Date date, int offset) const {
        if (exercise.every_days) {
            return offset % *exercise.every_days == 0;
        }
        const int day = offset % days_a_week;
        const bool spread = is_spread(day, *exercise.per_week);
        if (exercise.kind != SessionKind::strength) {
            return spread;
        }
        const bool before_eve = is_eve_of_match(date + 1) && day + 1 < days_a_week &&
                                is_spread(day + 1, *exercise.per_week);
        return !is_eve_of_match(date) && (spread || before_eve);
    }

    void write_at_home(const Exercise& exercise, const PhaseSpan& span) {
        bool owed = false; // put off by a landing next to it
        for (Date date = span.from; date <= span.to; date = date + 1) {
            const int offset = date - span.from;
            if (offset / days_a_week + 1 < exercise.from_week || waits(exercise.kind, date)) {
                continue;
            }
            if (offset % days_a_week == 0) {
                owed = false; // what a week owes, the next does not pay
            }
            const bool due = owed || is_due(exercise, date, offset);
            owed = due && exercise.per_week && lands_beside(exercise.kind, date);
            if (!due || lands_beside(exercise.kind, date)) {
                continue;
            }
            if (PlannedDay* day = day_on(date)) {
                add_at(*day, exercise);
            }
        }
    }

    // Beside runs, so that the days between stay without a landing; in a week without, as at home.
    void write_jumps(const Exercise& exercise, const PhaseSpan& span) {
        for (Date week = span.from; week <= span.to; week = week + days_a_week) {
            const Date last = std::min(span.to, week + (days_a_week - 1));
            int runs = 0;
            int chosen = 0;
            for (Date date = week; date <= last; date = date + 1) {
                const PlannedDay* day = day_on(date);
                runs += day != nullptr && day->session.kind != SessionKind::rest ? 1 : 0;
            }
            if (runs == 0) {
                write_at_home(exercise, {span.phase, week, last});
                continue;
            }
            int behind = 0; // runs so far
            for (Date date = week; date <= last; date = date + 1) {
                PlannedDay* day = day_on(date);
                if (day == nullptr || day->session.kind == SessionKind::rest) {
                    continue;
                }
                // Every other run, as long as as many are left as are needed.
                const bool due = chosen < *exercise.per_week &&
                                 (behind % 2 == 0 || runs - behind <= *exercise.per_week - chosen);
                if (due && !waits(exercise.kind, date) && !lands_beside(exercise.kind, date)) {
                    add_at(*day, exercise);
                    ++chosen;
                }
                ++behind;
            }
        }
    }

    // Days of the week that have a run, those not taken by other content first; without any, days
    // that can be trained on.
    std::vector<PlannedDay*> candidates(SessionKind kind, Date from, Date to) {
        const bool on_team_days = kind == SessionKind::team_training && !days_.team_days.empty();
        std::vector<PlannedDay*> runs;
        std::vector<PlannedDay*> free;
        for (Date date = from; date <= to; date = date + 1) {
            PlannedDay* day = day_on(date);
            const bool too_much = has_speed(kind) && is_in(growing_, date);
            if (day == nullptr || waits(kind, date) || too_much || is_eve_of_match(date) ||
                (on_team_days && team_day_on(date) == nullptr)) {
                continue;
            }
            const bool open = std::find(open_.begin(), open_.end(), date.weekday()) != open_.end();
            if (is_run_day(*day)) {
                runs.push_back(day);
            } else if (open) {
                free.push_back(day);
            }
        }
        return runs.empty() ? free : runs;
    }

    // The team's fixed session on a day; null without one.
    const TeamDay* team_day_on(Date date) const {
        const auto found =
            std::find_if(days_.team_days.begin(), days_.team_days.end(),
                         [&](const TeamDay& team) { return team.weekday == date.weekday(); });
        return found == days_.team_days.end() ? nullptr : &*found;
    }

    // Content with running stands on the day before or after.
    bool is_next_to_taken(Date date) const {
        return taken_.contains(date - 1) || taken_.contains(date + 1);
    }

    // Some seven days around it hold as much of the kind already, of this phase or another.
    bool is_often_enough(SessionKind kind, Date date, int times) const {
        for (Date from = date - (days_a_week - 1); from <= date; from = from + 1) {
            const auto held = std::count_if(speed_.begin(), speed_.end(), [&](const auto& known) {
                return known.first == kind && known.second >= from &&
                       known.second - from < days_a_week;
            });
            if (held >= times) {
                return true;
            }
        }
        return false;
    }

    // Beside a run: best where there is no such content yet, and not on the longest run. Without
    // runs: best where there is.
    int unsuitable(const PlannedDay& day, double longest_m) const {
        const bool taken = taken_.contains(day.date);
        if (!is_run_day(day)) {
            return taken ? 0 : 1;
        }
        const bool is_longest = day.session.distance_m >= longest_m;
        return taken ? 2 : is_longest ? 1 : 0;
    }

    void write_running(const Exercise& exercise, Date from, Date to) {
        const int every = exercise.every_days.value_or(1);
        const int times = exercise.per_week.value_or((days_a_week + every - 1) / every);
        std::vector<PlannedDay*> days = candidates(exercise.kind, from, to);
        double longest_m = 0.0;
        for (const PlannedDay* day : days) {
            longest_m = std::max(longest_m, day->session.distance_m);
        }
        std::stable_sort(days.begin(), days.end(), [&](const auto* a, const auto* b) {
            return std::pair(misses_match(exercise.kind, a->date), unsuitable(*a, longest_m)) <
                   std::pair(misses_match(exercise.kind, b->date), unsuitable(*b, longest_m));
        });
        std::vector<Date> chosen;
        for (PlannedDay* day : days) {
            const bool beside = std::any_of(chosen.begin(), chosen.end(), [&](Date other) {
                return std::abs(other - day->date) < 2;
            });
            if (static_cast<int>(chosen.size()) == times || beside || is_next_to_taken(day->date) ||
                is_often_enough(exercise.kind, day->date, times)) {
                continue;
            }
            if (has_speed(exercise.kind)) {
                speed_.emplace_back(exercise.kind, day->date);
            }
            if (days_.match && day->date == *days_.match) {
                continue;
            }
            chosen.push_back(day->date);
            taken_.insert(day->date);
            if (exercise.kind == SessionKind::team_training &&
                day->session.kind == SessionKind::run) {
                take_place_of_run(*day, exercise);
                continue;
            }
            add(day->others, *day, exercise);
            if (exercise.kind == SessionKind::team_training) {
                take_team_day(day->others.back(), day->date);
            }
        }
    }

    static bool is_run_day(const PlannedDay& day) {
        return day.session.kind == SessionKind::run ||
               day.session.kind == SessionKind::team_training;
    }

    void take_place_of_run(PlannedDay& day, const Exercise& exercise) const {
        day.session.kind = SessionKind::team_training;
        day.session.id = id_of(day, SessionKind::team_training);
        take_team_day(day.session, day.date);
        day.session.exercises.push_back({exercise.id, exercise.name, exercise.dose});
    }

    // Its minutes and rating, where the calendar gives some.
    void take_team_day(PlannedSession& session, Date date) const {
        const TeamDay* const fixed = team_day_on(date);
        session.duration_min = fixed != nullptr ? fixed->duration_min : std::nullopt;
        session.rpe = fixed != nullptr ? fixed->rpe : std::nullopt;
    }

    void add_at(PlannedDay& day, const Exercise& exercise) {
        add(day.others, day, exercise);
        if (exercise.kind == SessionKind::plyometric) {
            landings_.insert(day.date);
        }
    }

    static std::string id_of(const PlannedDay& day, SessionKind kind) {
        return fmt::format("{}-{}", to_string(day.date), to_string(kind));
    }

    static void add(std::vector<PlannedSession>& sessions, const PlannedDay& day,
                    const Exercise& exercise) {
        auto found =
            std::find_if(sessions.begin(), sessions.end(), [&](const PlannedSession& session) {
                return session.kind == exercise.kind;
            });
        if (found == sessions.end()) {
            PlannedSession session;
            session.kind = exercise.kind;
            session.id = id_of(day, exercise.kind);
            session.limited_by = phase_content;
            sessions.push_back(std::move(session));
            found = sessions.end() - 1;
        }
        found->exercises.push_back({exercise.id, exercise.name, exercise.dose});
    }

    Schedule& schedule_;
    const Background& background_;
    ContentDays days_;
    std::vector<DaySpan> growing_;
    std::vector<Weekday> open_;
    std::vector<std::pair<SessionKind, Date>> speed_;
    std::set<Date> taken_;    ///< of all phases, by content with running
    std::set<Date> landings_; ///< of all phases: days with jumps
};

} // namespace

void add_content(Schedule& schedule, const Pathway& pathway, std::span<const PhaseSpan> spans,
                 const Background& background, const ContentDays& days) {
    if (schedule.days.empty()) {
        return;
    }
    ContentWriter writer(schedule, background, days);
    for (const PhaseSpan& span : spans) {
        writer.write(pathway.phases[span.phase], span);
    }
}

} // namespace plimsoll::planner

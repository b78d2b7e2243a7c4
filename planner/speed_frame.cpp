// The parts of the days.
// SPDX-License-Identifier: Apache-2.0
#include "planner/speed_frame.hpp"

#include "planner/background.hpp"
#include "planner/phase_content.hpp"
#include "planner/speed_dose_rules.hpp"
#include "risk/sprint_exposure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

namespace plimsoll::planner {
namespace {

constexpr double elite_peak_kmh = 30.3 + 1.8; // Malone et al. 2016: mean + SD; policy to take both
constexpr double kmh_a_mps = 3.6;
constexpr int effort_step = 5;     // percent: policy
constexpr int all_out = 100;       // percent, of a dose without an effort
constexpr int exposure_from = 85;  // percent; risk::fast_share
constexpr int below_exposure = 80; // percent: the step below it
constexpr double whole_slack = 1e-9;

double percent_of(double top_mps, int effort) {
    return top_mps * effort / 100.0;
}

// Days with 85 % of top speed or more.
class ExposureDays {
public:
    ExposureDays(int most_in_eight_weeks, std::set<Date> known)
        : most_(most_in_eight_weeks),
          days_(std::move(known)) {}

    bool add(Date day) {
        if (days_.contains(day)) {
            return true;
        }
        days_.insert(day);
        if (keeps(day, days_a_week, exposures_a_week) && keeps(day, risk::exposure_days, most_)) {
            return true;
        }
        days_.erase(day);
        return false;
    }

private:
    // No stretch of so many days around it holds more.
    bool keeps(Date day, int length, int most) const {
        for (Date from = day - (length - 1); from <= day; from = from + 1) {
            const auto held =
                std::distance(days_.lower_bound(from), days_.lower_bound(from + length));
            if (held > most) {
                return false;
            }
        }
        return true;
    }

    int most_;
    std::set<Date> days_;
};

class SpeedFrameMaker {
public:
    SpeedFrameMaker(const Schedule& schedule, const SpeedRequest& request)
        : schedule_(schedule),
          request_(request) {
        frame_.top_speed = top_speed_of(request.athlete, request.log);
    }

    SpeedFrame make() {
        find_match();
        make_weeks();
        find_items();
        keep_exposures();
        for (std::size_t i = 0; i < frame_.items.size(); ++i) {
            frame_.items[i].kind == SessionKind::team_training ? add_team_parts(i) : add_parts(i);
        }
        frame_.groups = groups_.size();
        return std::move(frame_);
    }

private:
    const PlannedDay& day_of(const SpeedItem& item) const { return schedule_.days[item.day]; }

    void find_match() {
        for (const PlannedDay& day : schedule_.days) {
            const bool other =
                std::any_of(day.others.begin(), day.others.end(),
                            [](const PlannedSession& s) { return s.kind == SessionKind::match; });
            if ((day.session.kind == SessionKind::match || other) && !frame_.match) {
                frame_.match = day.date;
            }
        }
    }

    void make_weeks() {
        const Date first = schedule_.days.front().date;
        Date from = schedule_.weeks.empty() ? first : schedule_.weeks.front().from;
        while (from > first) {
            from = from - days_a_week;
        }
        from = from - static_cast<int>(weeks_looked_back) * days_a_week;
        for (; from <= schedule_.days.back().date; from = from + days_a_week) {
            SpeedWeek week;
            week.from = from;
            week.recovery = std::any_of(
                schedule_.weeks.begin(), schedule_.weeks.end(),
                [&](const PlannedWeek& known) { return known.from == from && known.recovery; });
            for (const Session& session : request_.counted) {
                if (week.contains(session.start.day) && session.start.day < first) {
                    week.high_speed_m += session.high_speed_m.value_or(0.0);
                    week.sprint_m += session.sprint_m.value_or(0.0);
                    week.turns += session.changes_of_direction.value_or(0.0);
                }
            }
            const bool planned = week.from + (days_a_week - 1) >= first;
            if (frame_.match && planned && !week.recovery &&
                week.from + days_a_week <= *frame_.match) {
                frame_.last_week = frame_.weeks.size();
            }
            frame_.weeks.push_back(week);
        }
    }

    void find_items() {
        for (std::size_t d = 0; d < schedule_.days.size(); ++d) {
            const PlannedDay& day = schedule_.days[d];
            add_items(d, day.session);
            for (const PlannedSession& session : day.others) {
                add_items(d, session);
            }
        }
    }

    void add_items(std::size_t day, const PlannedSession& session) {
        const bool team = session.kind == SessionKind::team_training;
        if (!team && !has_speed(session.kind)) {
            return;
        }
        SpeedItem item;
        item.day = day;
        item.week = static_cast<std::size_t>(schedule_.days[day].date - frame_.weeks.front().from) /
                    days_a_week;
        item.kind = session.kind;
        item.most_by = phase_content;
        if (team) {
            frame_.items.push_back(std::move(item));
            return;
        }
        for (const PlannedExercise& planned : session.exercises) {
            const Exercise* exercise = exercise_of(schedule_.days[day], planned.id, session.kind);
            if (exercise == nullptr || !exercise->dose.reps) {
                continue; // a dose without a number is as the phase says
            }
            SpeedItem one = item;
            one.exercise = planned.id;
            one.most = exercise->dose.reps_to.value_or(*exercise->dose.reps) *
                       exercise->dose.sets_to.value_or(exercise->dose.sets.value_or(1));
            if (session.kind != SessionKind::change_of_direction) {
                one.distance_m = exercise->dose.distance_m.value_or(usual_effort_m);
                one.effort = effort_on(*exercise, schedule_.days[day]);
            }
            frame_.items.push_back(std::move(one));
        }
    }

    const Exercise* exercise_of(const PlannedDay& day, const std::string& id,
                                SessionKind kind) const {
        const PathwayPhase* phase = request_.pathway.phase_with(day.phase);
        if (phase == nullptr) {
            return nullptr;
        }
        const auto found = std::find_if(
            phase->exercises.begin(), phase->exercises.end(),
            [&](const Exercise& exercise) { return exercise.id == id && exercise.kind == kind; });
        return found == phase->exercises.end() ? nullptr : &*found;
    }

    // How far the phase is on the day, of its weeks that may have the exercise: 0 to 1.
    double progress_on(const Exercise& exercise, const PlannedDay& day) const {
        const auto phase = std::find_if(schedule_.phases.begin(), schedule_.phases.end(),
                                        [&](const Phase& known) { return known.id == day.phase; });
        if (phase == schedule_.phases.end()) {
            return 0.0;
        }
        const int last = (phase->to - phase->from) / days_a_week - (exercise.from_week - 1);
        const int now = (day.date - phase->from) / days_a_week - (exercise.from_week - 1);
        return last <= 0 ? 0.0 : std::clamp(static_cast<double>(now) / last, 0.0, 1.0);
    }

    int effort_on(const Exercise& exercise, const PlannedDay& day) const {
        const int low = exercise.dose.effort_percent.value_or(all_out);
        const int high = exercise.dose.effort_to_percent.value_or(low);
        const double wanted = low + progress_on(exercise, day) * (high - low);
        const int step = static_cast<int>(wanted + whole_slack) / effort_step * effort_step;
        return std::max(low, step);
    }

    int least_effort(const SpeedItem& item) const {
        const Exercise* exercise = exercise_of(day_of(item), item.exercise, item.kind);
        return exercise->dose.effort_percent.value_or(all_out);
    }

    // Days in the log count where it is known what 85 % are.
    std::set<Date> exposures_in_log() const {
        std::set<Date> days;
        for (const Session& session : request_.log) {
            if (frame_.top_speed.own && session.max_speed_mps &&
                (is_run(session.sport) || is_team(session.sport)) &&
                *session.max_speed_mps >= risk::fast_share * frame_.top_speed.mps) {
                days.insert(session.start.day);
            }
        }
        return days;
    }

    void keep_exposures() {
        ExposureDays days(request_.policy.sprint_exposures, exposures_in_log());
        for (const bool must : {true, false}) { // be as fast as that
            for (SpeedItem& item : frame_.items) {
                if (item.effort < exposure_from || (least_effort(item) > below_exposure) != must ||
                    days.add(day_of(item).date)) {
                    continue;
                }
                if (must) {
                    item.most = 0.0;
                    item.most_by = rule_of_sprint_exposures;
                } else {
                    item.effort = below_exposure;
                    item.most_by = rule_of_sprint_exposures;
                }
            }
        }
    }

    std::size_t group_of(const SpeedItem& item, const char* what) {
        return groups_
            .try_emplace(
                {fmt::format("{} {} {}", to_string(item.kind), item.exercise, what), item.week},
                groups_.size())
            .first->second;
    }

    std::size_t add_part(std::size_t i, double most) {
        SpeedPart part;
        part.item = i;
        part.most = most;
        frame_.parts.push_back(part);
        frame_.items[i].parts.push_back(frame_.parts.size() - 1);
        return frame_.parts.size() - 1;
    }

    void add_effort(std::size_t i, int effort) {
        SpeedItem& item = frame_.items[i];
        SpeedPart& part = frame_.parts[add_part(i, item.most)];
        const double mps = percent_of(frame_.top_speed.mps, effort);
        part.high_speed_m = mps >= high_speed_from_mps ? item.distance_m : 0.0;
        part.sprint_m = mps >= sprint_from_mps ? item.distance_m : 0.0;
    }

    void add_parts(std::size_t i) {
        SpeedItem& item = frame_.items[i];
        const Exercise& exercise = *exercise_of(day_of(item), item.exercise, item.kind);
        const double least = std::min(
            item.most, static_cast<double>(*exercise.dose.reps * exercise.dose.sets.value_or(1)));
        bool at_effort = true;
        const double progress =
            frame_.weeks[item.week].recovery ? 0.0 : progress_on(exercise, day_of(item));
        const double target = std::round(least + progress * (item.most - least));
        if (item.kind == SessionKind::change_of_direction) {
            item.turns = add_part(i, item.most);
            frame_.parts[*item.turns].turns = 1.0;
        } else {
            add_effort(i, item.effort);
            const int slow = slow_effort_below(item.effort, exercise);
            if (slow > 0) {
                at_effort = false; // all of them together may be slower
                item.slow_effort = slow;
                add_effort(i, slow);
                frame_.wants.push_back(
                    {{item.parts.front()}, group_of(item, "fast"), least, std::nullopt, true});
            }
        }
        frame_.wants.push_back({item.parts, group_of(item, ""), least, target, at_effort});
    }

    // The fastest effort of the exercise that is no high speed, where @p effort is one; else 0.
    int slow_effort_below(int effort, const Exercise& exercise) const {
        int slow = (effort - 1) / effort_step * effort_step;
        if (percent_of(frame_.top_speed.mps, effort) < high_speed_from_mps) {
            return 0;
        }
        while (slow > 0 && percent_of(frame_.top_speed.mps, slow) >= high_speed_from_mps) {
            slow -= effort_step;
        }
        return exercise.dose.effort_percent && slow >= *exercise.dose.effort_percent ? slow : 0;
    }

    void add_team_parts(std::size_t i) {
        SpeedItem& item = frame_.items[i];
        const double share =
            match_share_on(day_of(item).date, schedule_, request_.pathway, request_.policy);
        item.most_by = share < 1.0 ? rule_of_match_share : phase_content;
        const auto most = [&](const SpeedFigure& figure, double step) {
            return std::floor(share * figure.value / step + whole_slack) * step;
        };
        const auto want = [&](std::size_t part, const char* what) {
            frame_.wants.push_back(
                {{part}, group_of(item, what), frame_.parts[part].most, std::nullopt, true});
        };
        const SpeedDemand& demand = request_.demand;
        if (demand.high_speed_m && frame_.top_speed.mps >= high_speed_from_mps) {
            item.metres = add_part(i, most(*demand.high_speed_m, team_step_m));
            frame_.parts[*item.metres].high_speed_m = 1.0;
            frame_.parts[*item.metres].step = team_step_m;
            want(*item.metres, "metres");
        }
        if (demand.sprint_m && frame_.top_speed.mps >= sprint_from_mps) {
            item.sprint = add_part(i, most(*demand.sprint_m, team_step_m));
            SpeedPart& sprint = frame_.parts[*item.sprint];
            sprint.sprint_m = 1.0;
            sprint.high_speed_m = item.metres ? 0.0 : 1.0; // else they are of those metres
            if (item.metres) {
                item.sprinted_share =
                    std::min(1.0, demand.sprint_m->value / demand.high_speed_m->value);
            }
            sprint.step = team_step_m;
            want(*item.sprint, "sprint");
        }
        if (demand.changes_of_direction) {
            item.turns = add_part(i, most(*demand.changes_of_direction, 1.0));
            frame_.parts[*item.turns].turns = 1.0;
            want(*item.turns, "turns");
        }
    }

    const Schedule& schedule_;
    const SpeedRequest& request_;
    SpeedFrame frame_;
    std::map<std::pair<std::string, std::size_t>, std::size_t> groups_;
};

} // namespace

TopSpeed top_speed_of(const Athlete* athlete, std::span<const Session> log) {
    if (athlete != nullptr && athlete->max_speed_mps) {
        return {*athlete->max_speed_mps, "the athlete's file", true};
    }
    TopSpeed top{elite_peak_kmh / kmh_a_mps,
                 "elite Gaelic footballers, 30.3 + 1.8 km/h (Malone et al. 2016)", false};
    for (const Session& session : log) {
        if ((is_run(session.sport) || is_team(session.sport)) && session.max_speed_mps &&
            *session.max_speed_mps <= fastest_mps && *session.max_speed_mps > top.mps) {
            top.mps = *session.max_speed_mps;
            top.from = "the fastest of the log";
        }
    }
    return top;
}

double match_share_on(Date day, const Schedule& schedule, const Pathway& pathway,
                      const PlanPolicy& policy) {
    for (const PathwayPhase& phase : pathway.phases) {
        const bool team =
            std::any_of(phase.exercises.begin(), phase.exercises.end(),
                        [](const Exercise& e) { return e.kind == SessionKind::team_training; });
        if (!team) {
            continue;
        }
        const auto planned = std::find_if(schedule.phases.begin(), schedule.phases.end(),
                                          [&](const Phase& known) { return known.id == phase.id; });
        if (planned == schedule.phases.end() || day < planned->from) {
            return 1.0; // it is over
        }
        const auto week = static_cast<std::size_t>(day - planned->from) / days_a_week;
        return week < policy.match_share.size() ? policy.match_share.at(week) : 1.0;
    }
    return 1.0;
}

SpeedFrame make_speed_frame(const Schedule& schedule, const SpeedRequest& request) {
    return SpeedFrameMaker(schedule, request).make();
}

} // namespace plimsoll::planner

// Habits from history.
// SPDX-License-Identifier: Apache-2.0
#include "planner/background.hpp"

#include "model/units.hpp"
#include "model/words.hpp"
#include "risk/rolling.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <numeric>
#include <utility>

namespace plimsoll::planner {
namespace {

constexpr std::size_t most_run_days = 6; // policy: one day in seven without a run
constexpr std::size_t shape_runs = 3;    // a week of fewer runs shows no usual shape; policy
constexpr int days_that_slow = 6;        // from the 6th day off: Daniels, table of vdoto2.com

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2.0;
}

struct WeekdayHabit {
    int runs = 0;
    double distance_m = 0.0;
};

// What the runs of the habit days up to a last day have in common.
class Habits {
public:
    Habits(std::span<const Session> sessions, Date last) {
        const Date first = last - (habit_days - 1);
        std::vector<double> paces;
        std::array<std::vector<double>, habit_days / 7> weeks;
        for (const Session& session : sessions) {
            if (!is_run(session.sport) || !session.distance_m || *session.distance_m <= 0.0 ||
                session.start.day < first || session.start.day > last) {
                continue;
            }
            WeekdayHabit& habit =
                weekdays_.at(static_cast<std::size_t>(session.start.day.weekday()));
            ++habit.runs;
            habit.distance_m += *session.distance_m;
            weeks.at(static_cast<std::size_t>(last - session.start.day) / 7)
                .push_back(*session.distance_m);
            if (session.duration_s && *session.duration_s > 0.0) {
                paces.push_back(*session.duration_s / *session.distance_m);
            }
        }
        if (!paces.empty()) {
            pace = median(paces);
        }
        std::vector<double> counts;
        std::array<std::vector<double>, 2> ratios; // of weeks of two runs, of more
        for (const std::vector<double>& week : weeks) {
            if (week.empty()) {
                continue;
            }
            counts.push_back(static_cast<double>(week.size()));
            if (week.size() > 1) {
                const double total = std::accumulate(week.begin(), week.end(), 0.0);
                const double longest = *std::max_element(week.begin(), week.end());
                const double others = (total - longest) / static_cast<double>(week.size() - 1);
                ratios.at(week.size() < shape_runs ? 0 : 1).push_back(longest / others);
            }
        }
        if (!counts.empty()) {
            runs_a_week = static_cast<std::size_t>(std::lround(median(counts)));
        }
        for (std::size_t i = 0; i < ratios.size(); ++i) {
            if (!ratios.at(i).empty()) {
                (i == 0 ? ratio_of_two : ratio_of_more) = median(ratios.at(i));
            }
        }
    }

    // @p count of the days of @p available: of the habit as many as there are, the most run first;
    // then those that lie farthest from the others. The earlier of equals.
    std::vector<Weekday> chosen(std::vector<Weekday> available, std::size_t count) const {
        std::stable_sort(available.begin(), available.end(),
                         [this](Weekday a, Weekday b) { return of(a).runs > of(b).runs; });
        std::vector<Weekday> days;
        while (days.size() < std::min(count, available.size())) {
            const bool of_habit = days.size() < runs_a_week && of(available[days.size()]).runs > 0;
            days.push_back(of_habit ? available[days.size()] : farthest(available, days));
        }
        std::sort(days.begin(), days.end());
        return days;
    }

    // The weekday with the longest mean run; the later of equals.
    Weekday long_day(const std::vector<Weekday>& days) const {
        Weekday best = days.front();
        for (const Weekday day : days) {
            if (mean(day) >= mean(best)) {
                best = day;
            }
        }
        return best;
    }

    std::optional<double> pace;
    std::size_t runs_a_week = 0;
    std::optional<double> ratio_of_two;
    std::optional<double> ratio_of_more;

private:
    static Weekday farthest(const std::vector<Weekday>& available,
                            const std::vector<Weekday>& days) {
        Weekday best = available.front();
        int best_distance = -1;
        for (const Weekday day : available) {
            int nearest = days_a_week;
            for (const Weekday other : days) {
                nearest = std::min(nearest, days_apart(day, other));
            }
            if (nearest > best_distance) {
                best = day;
                best_distance = nearest;
            }
        }
        return best;
    }

    const WeekdayHabit& of(Weekday day) const {
        return weekdays_.at(static_cast<std::size_t>(day));
    }

    double mean(Weekday day) const {
        return of(day).runs == 0 ? 0.0 : of(day).distance_m / of(day).runs;
    }

    std::array<WeekdayHabit, 7> weekdays_{};
};

std::string names_of(const std::vector<Weekday>& days) {
    std::string names;
    for (const Weekday day : days) {
        names += (names.empty() ? "" : " ") + std::string(to_string(day));
    }
    return names;
}

void choose_days(Background& b, const Habits& habits) {
    std::vector<Weekday> available = days_open_to(b.athlete);
    const bool listed = b.athlete != nullptr && !b.athlete->days.empty();
    if (listed && available.size() <= few_listed_days) {
        b.run_days = available;
        b.run_days_from = say("the days of the athlete's file");
    } else {
        const std::size_t wanted = std::clamp(habits.runs_a_week, least_run_days, most_run_days);
        b.run_days = habits.chosen(available, wanted);
        const std::string of_file = listed ? say(" among those of the athlete's file") : "";
        b.run_days_from = habits.runs_a_week >= least_run_days
                              ? say("those run on most") + of_file
                              : say("the log has {} a week, a plan uses at least {}{}",
                                    habits.runs_a_week == 0   ? say("no runs")
                                    : habits.runs_a_week == 1 ? say("1 run")
                                                              : say("2 runs"),
                                    least_run_days, of_file);
    }
    b.run_days_from = names_of(b.run_days) + " (" + b.run_days_from + ")";
    b.long_day = habits.long_day(b.run_days);
    std::optional<double> ratio = habits.ratio_of_more;
    if (!ratio && b.run_days.size() < shape_runs) {
        ratio = habits.ratio_of_two;
    }
    b.long_ratio = ratio.value_or(default_long_ratio);
    b.usual_long_limit = std::max(b.long_ratio, default_long_ratio);
    b.long_limit = b.usual_long_limit;
    if (b.athlete != nullptr && b.athlete->policy.long_run_share) {
        b.long_ratio = *b.athlete->policy.long_run_share;
        b.long_limit = b.long_ratio;
    }
}

// Days without a run up to the last day, unless some of them were not logged.
int days_without_run(const DailySeries& series) {
    int days = 0;
    for (std::size_t i = series.size(); i-- > 0 && series.loads()[i] <= 0.0; ++days) {
        if (series.kinds()[i] == DayKind::unlogged) {
            return 0;
        }
    }
    return days;
}

// Before the injury, before the break, or today.
Date last_day_of_habits(const Background& b) {
    if (b.restart && b.restart->on_ladder(b.start())) {
        return std::min(b.restart->injured, b.as_of);
    }
    return b.time_off ? b.time_off->last_before : b.as_of;
}

void look_at_series(Background& b) {
    const DailySeries& series = b.running->series;
    for (std::size_t i = 0; i < series.size(); ++i) {
        if (series.loads()[i] > 0.0) {
            b.last_run = series.day(i);
        }
    }
    b.time_off = risk::recent_break(series);
    if (b.last_run) {
        b.days_off = std::max(days_without_run(series), b.time_off ? b.time_off->days_off : 0);
    }
    const Date habits_end = last_day_of_habits(b);
    b.last_week_m = risk::window_sum(series.loads(), series.size() - 1, risk::acute_days);
    b.usual_weekly_m = risk::usual_weekly_load(series, habits_end);
    b.usual_from = say("mean of the 28 days up to {}; stretches of {} days or more without "
                       "a run left out",
                       long_day(habits_end), risk::shortest_break_days);
}

void choose_pace(Background& b, const Habits& habits) {
    b.pace_s_m = habits.pace;
    b.pace_from = say("the median of 12 weeks");
    if (b.athlete != nullptr && b.athlete->usual_pace_s_km) {
        b.pace_s_m = *b.athlete->usual_pace_s_km / units::metres_per_kilometre;
        b.pace_from = say("the athlete's file");
    }
    b.planned_pace_s_m = b.pace_s_m;
    if (b.pace_s_m && b.days_off >= days_that_slow) {
        b.planned_pace_s_m = 1.0 / risk::slowed_speed(1.0 / *b.pace_s_m, b.days_off, false);
    }
}

} // namespace

int days_apart(Weekday a, Weekday b) {
    const int days = std::abs(static_cast<int>(a) - static_cast<int>(b));
    return std::min(days, days_a_week - days);
}

std::vector<Weekday> days_open_to(const Athlete* athlete) {
    if (athlete != nullptr && !athlete->days.empty()) {
        return athlete->days;
    }
    return {Weekday::mon, Weekday::tue, Weekday::wed, Weekday::thu,
            Weekday::fri, Weekday::sat, Weekday::sun};
}

double Background::most_long_share(std::size_t runs) const {
    return long_limit / (long_limit + static_cast<double>(runs) - 1.0);
}

double Background::long_share(std::size_t runs) const {
    return long_ratio / (long_ratio + static_cast<double>(runs) - 1.0);
}

bool Background::is_away(Date day) const {
    return std::any_of(away.begin(), away.end(),
                       [&](const DaySpan& span) { return span.contains(day); });
}

bool Restart::on_ladder(Date day) const noexcept {
    return (day - first_run) / days_a_week <= risk::ladder_weeks;
}

std::span<const Session> Background::measuring_sessions() const {
    if (!restart) {
        return sessions;
    }
    const auto first = std::find_if(sessions.begin(), sessions.end(), [this](const Session& s) {
        return s.start.day >= restart->first_run;
    });
    return sessions.subspan(static_cast<std::size_t>(first - sessions.begin()));
}

bool Background::is_runner() const {
    return athlete == nullptr || !athlete->plays || !is_team(*athlete->plays);
}

Date Background::history_from() const {
    if (!running) {
        return start();
    }
    const DailySeries& series = running->series;
    return series.first_day() + static_cast<int>(series.size() - series.known_loads().size());
}

Background background_of(std::span<const Session> sessions, const Athlete* athlete,
                         std::span<const Injury> injuries, bool injuries_known, Date as_of,
                         std::span<const Event> events, std::optional<std::string> hold,
                         std::optional<Restart> restart) {
    static constexpr std::array not_logged{EventKind::unlogged};
    static constexpr std::array not_free{EventKind::illness, EventKind::holiday,
                                         EventKind::unavailable};
    Background b;
    b.as_of = as_of;
    const auto later = std::find_if(sessions.begin(), sessions.end(),
                                    [&](const Session& s) { return s.start.day > as_of; });
    b.sessions = sessions.first(static_cast<std::size_t>(later - sessions.begin()));
    b.athlete = athlete;
    b.injuries = injuries;
    b.injuries_known = injuries_known;
    b.unlogged = spans_of(events, not_logged);
    std::erase_if(b.unlogged, [&](const DaySpan& span) { return span.from > as_of; });
    for (DaySpan& span : b.unlogged) {
        span.to = std::min(span.to, as_of);
    }
    b.away = spans_of(events, not_free);
    b.hold = std::move(hold);
    b.restart = std::move(restart);
    b.running =
        risk::daily_load(b.sessions, risk::Measure::distance, SportFilter::run, as_of, b.unlogged);
    if (b.running) {
        look_at_series(b);
    }
    if (athlete != nullptr && athlete->usual_weekly_distance_m) {
        b.usual_weekly_m = *athlete->usual_weekly_distance_m;
        b.usual_from = say("the athlete's file");
    }
    const Habits habits(b.sessions, last_day_of_habits(b));
    choose_days(b, habits);
    choose_pace(b, habits);
    return b;
}

} // namespace plimsoll::planner

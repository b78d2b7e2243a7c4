// Habits from history.
// SPDX-License-Identifier: Apache-2.0
#include "planner/background.hpp"

#include "risk/rolling.hpp"
#include "risk/spike.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace plimsoll::planner {
namespace {

constexpr std::size_t most_run_days = 6;    // policy: one day in seven without a run
constexpr std::size_t unknown_run_days = 3; // policy: where neither log nor file says

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
        std::vector<double> shares;
        for (const std::vector<double>& week : weeks) {
            if (week.empty()) {
                continue;
            }
            counts.push_back(static_cast<double>(week.size()));
            double total = 0.0;
            for (const double distance : week) {
                total += distance;
            }
            if (week.size() > 1) {
                shares.push_back(*std::max_element(week.begin(), week.end()) / total);
            }
        }
        if (!counts.empty()) {
            runs_a_week = static_cast<std::size_t>(std::lround(median(counts)));
        }
        if (!shares.empty()) {
            long_share = median(shares);
        }
    }

    // The @p count weekdays of @p available that were run on most; the earlier of equals.
    std::vector<Weekday> most_run(std::vector<Weekday> available, std::size_t count) const {
        std::stable_sort(available.begin(), available.end(),
                         [this](Weekday a, Weekday b) { return of(a).runs > of(b).runs; });
        available.resize(std::min(count, available.size()));
        std::sort(available.begin(), available.end());
        return available;
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
    double long_share = 0.0;

private:
    const WeekdayHabit& of(Weekday day) const {
        return weekdays_.at(static_cast<std::size_t>(day));
    }

    double mean(Weekday day) const {
        return of(day).runs == 0 ? 0.0 : of(day).distance_m / of(day).runs;
    }

    std::array<WeekdayHabit, 7> weekdays_{};
};

} // namespace

bool Background::starts_with_walk_run() const {
    return !last_run || start() - *last_run > risk::spike_window_days;
}

Background background_of(std::span<const Session> sessions, const Athlete* athlete,
                         std::span<const Injury> injuries, bool injuries_known, Date as_of) {
    Background b;
    b.as_of = as_of;
    const auto later = std::find_if(sessions.begin(), sessions.end(),
                                    [&](const Session& s) { return s.start.day > as_of; });
    b.sessions = sessions.first(static_cast<std::size_t>(later - sessions.begin()));
    b.athlete = athlete;
    b.injuries = injuries;
    b.injuries_known = injuries_known;
    b.running = risk::daily_load(b.sessions, risk::Measure::distance, SportFilter::run, as_of);
    Date habits_end = as_of;
    if (b.running) {
        const DailySeries& series = b.running->series;
        const std::size_t last = series.size() - 1;
        for (std::size_t i = 0; i < series.size(); ++i) {
            if (series.loads()[i] > 0.0) {
                b.last_run = series.day(i);
            }
        }
        b.time_off = risk::recent_break(series);
        habits_end = b.time_off ? b.time_off->last_before : as_of;
        b.last_week_m = risk::window_sum(series.loads(), last, risk::acute_days);
        b.usual_weekly_m = risk::usual_weekly_load(series, habits_end);
        b.usual_from = "mean of 28 days up to " + to_string(habits_end) + ", time off left out";
    }
    if (athlete != nullptr && athlete->usual_weekly_distance_m) {
        b.usual_weekly_m = *athlete->usual_weekly_distance_m;
        b.usual_from = "the athlete's file";
    }

    const Habits habits(b.sessions, habits_end);
    b.pace_s_m = habits.pace;
    std::vector<Weekday> available{Weekday::mon, Weekday::tue, Weekday::wed, Weekday::thu,
                                   Weekday::fri, Weekday::sat, Weekday::sun};
    if (athlete != nullptr && !athlete->days.empty()) {
        available = athlete->days;
    }
    const std::size_t usual_runs = habits.runs_a_week > 0 ? habits.runs_a_week : unknown_run_days;
    b.run_days = habits.most_run(available, std::min(usual_runs, most_run_days));
    b.long_day = habits.long_day(b.run_days);
    const double even_share = 1.0 / static_cast<double>(b.run_days.size());
    b.long_share = std::max(habits.long_share, even_share);
    return b;
}

} // namespace plimsoll::planner

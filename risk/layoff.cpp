// Breaks and the two ladders.
// SPDX-License-Identifier: Apache-2.0
#include "risk/layoff.hpp"

#include "model/error.hpp"
#include "risk/rolling.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace plimsoll::risk {
namespace {

constexpr std::array<double, ladder_weeks> ladder{0.50, 0.70, 0.80, 0.90}; // CSCCa/NSCA 2019
constexpr int days_without_loss = 5; // Daniels, table of vdoto2.com

// Of oxygen_cost(): Daniels & Gilbert, evidence.md 3.
constexpr double cost_constant = -4.60;
constexpr double cost_linear = 0.182258;
constexpr double cost_square = 0.000104;
constexpr double seconds_a_minute = 60.0;

double speed_of_cost(double cost) {
    const double discriminant =
        cost_linear * cost_linear - 4.0 * cost_square * (cost_constant - cost);
    return (std::sqrt(discriminant) - cost_linear) / (2.0 * cost_square);
}

} // namespace

double ladder_share(int week) {
    require(week >= 1, "ladder_share: weeks count from 1");
    return week > ladder_weeks ? 1.0 : ladder.at(static_cast<std::size_t>(week) - 1);
}

double daniels_factor(int days_off, bool cross_trained) {
    require(days_off >= 0, "daniels_factor: days off are not negative");
    const int days = std::max(0, days_off - days_without_loss);
    if (!cross_trained) {
        return std::max(0.800, 1.0 - 0.0030 * days);
    }
    const int thousandths = (10'000 - 15 * days) / 10; // cut, as the printed table is
    return std::max(0.900, static_cast<double>(thousandths) / 1000.0);
}

double oxygen_cost(double metres_a_minute) noexcept {
    return cost_constant + metres_a_minute * (cost_linear + cost_square * metres_a_minute);
}

double slowed_speed(double speed_mps, int days_off, bool cross_trained) {
    require(std::isfinite(speed_mps) && speed_mps > 0.0, "slowed_speed: speed > 0");
    const double cost = oxygen_cost(speed_mps * seconds_a_minute);
    const double factor = daniels_factor(days_off, cross_trained);
    if (factor >= 1.0 || cost <= 0.0) {
        return speed_mps;
    }
    return speed_of_cost(factor * cost) / seconds_a_minute;
}

std::vector<Break> breaks_in(const DailySeries& series) {
    std::vector<Break> breaks;
    std::optional<Date> last;
    for (std::size_t i = 0; i < series.size(); ++i) {
        if (series.kinds()[i] == DayKind::unlogged) {
            last.reset(); // nobody knows what was done
        }
        if (series.loads()[i] <= 0.0) {
            continue;
        }
        const Date day = series.day(i);
        if (last && day - *last - 1 >= shortest_break_days) {
            breaks.push_back({*last, day, day - *last - 1});
        }
        last = day;
    }
    if (last && series.last_day() - *last >= shortest_break_days) {
        breaks.push_back({*last, std::nullopt, series.last_day() - *last});
    }
    return breaks;
}

double usual_weekly_load(const DailySeries& series, Date last) {
    const std::vector<Break> breaks = breaks_in(series);
    double sum = 0.0;
    int days = 0;
    for (Date day = last; days < static_cast<int>(chronic_days) && series.contains(day);
         day = day - 1) {
        const std::size_t index = series.index_of(day);
        const bool off = std::any_of(breaks.begin(), breaks.end(), [&](const Break& b) {
            return day > b.last_before && (!b.first_back || day < *b.first_back);
        });
        if (!off && series.kinds()[index] != DayKind::unlogged) {
            sum += series.loads()[index];
            ++days;
        }
    }
    return days == 0 ? 0.0 : sum * static_cast<double>(acute_days) / days;
}

std::optional<LadderWeek> ladder_week_ahead(const DailySeries& series) {
    const std::optional<Break> off = recent_break(series);
    if (!off || !off->first_back) {
        return std::nullopt;
    }
    constexpr int week_days = static_cast<int>(acute_days);
    const Date ahead = series.last_day() + 1;
    const int week = (ahead - *off->first_back) / week_days + 1;
    const double usual = usual_weekly_load(series, off->last_before);
    if (week > ladder_weeks || usual <= 0.0) {
        return std::nullopt;
    }
    const Date first = *off->first_back + (week - 1) * week_days;
    double done = 0.0;
    for (Date day = first; day < ahead; day = day + 1) {
        done += series.loads()[series.index_of(day)];
    }
    return LadderWeek{week, first + (week_days - 1), ladder_share(week) * usual, done};
}

std::optional<Break> recent_break(const DailySeries& series) {
    const std::vector<Break> breaks = breaks_in(series);
    if (breaks.empty()) {
        return std::nullopt;
    }
    const Break& latest = breaks.back();
    if (latest.first_back &&
        series.last_day() - *latest.first_back >= static_cast<int>(chronic_days)) {
        return std::nullopt;
    }
    return latest;
}

} // namespace plimsoll::risk

// Ticks.
// SPDX-License-Identifier: Apache-2.0
#include "reports/chart_axis.hpp"

#include "model/error.hpp"
#include "model/month_name.hpp"
#include "model/words.hpp"
#include "reports/format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace plimsoll::reports {
namespace {

constexpr int most_value_ticks = 5;  // above 0
constexpr int longest_in_weeks = 98; // days; a longer axis counts in months

struct Month {
    int year;
    int month;

    Date first_day() const { return Date::from_ymd(year, month, 1); }

    Month operator+(int months) const {
        const int all = year * 12 + month - 1 + months;
        return {all / 12, all % 12 + 1};
    }
};

std::vector<DayTick> weeks(Date first, Date last, int most_labels) {
    const int mondays = (last - first) / 7 + 1;
    const int step = (mondays + most_labels - 1) / most_labels;
    std::vector<DayTick> ticks;
    for (Date day = (first + 6).monday(); day <= last; day = day + 7 * step) {
        ticks.push_back({day, day_month(day)});
    }
    return ticks;
}

std::vector<DayTick> months(Date first, Date last, int most_labels) {
    const auto from = first.ymd();
    const auto to = last.ymd();
    const int count = (to.year - from.year) * 12 + to.month - from.month + 1;
    int step = 1;
    for (const int candidate : {1, 2, 3, 6, 12, 24, 60, 120}) {
        step = candidate;
        if (count <= most_labels * step) {
            break;
        }
    }
    Month month{from.year, from.month};
    if (from.day > 1) {
        month = month + 1;
    }
    std::vector<DayTick> ticks;
    for (; month.first_day() <= last; month = month + step) {
        const std::string name = month_name(month.month);
        const bool says_year = ticks.empty() || ticks.back().day.ymd().year != month.year;
        ticks.push_back({month.first_day(), says_year ? say("{:s} {:d}", name, month.year) : name});
    }
    return ticks;
}

} // namespace

ValueAxis value_axis(double most) {
    require(std::isfinite(most) && most >= 0.0, "value_axis: a value that is finite, not negative");
    if (most <= 0.0) {
        return {1.0, {0.0, 1.0}, 0};
    }
    const double power = std::pow(10.0, std::floor(std::log10(most)) - 1.0);
    static constexpr std::array steps{1.0, 2.0, 2.5, 5.0, 10.0, 20.0, 25.0, 50.0};
    double step = steps.back() * power;
    for (const double candidate : steps) {
        if (most <= candidate * power * most_value_ticks * (1.0 + 1e-9)) {
            step = candidate * power;
            break;
        }
    }
    const int count = static_cast<int>(std::ceil(most / step - 1e-9));
    ValueAxis axis{step * count, {}, 0};
    for (int i = 0; i <= count; ++i) {
        axis.ticks.push_back(step * i);
    }
    double unit = step;
    while (axis.decimals < 6 && std::fabs(unit - std::round(unit)) > 1e-6) {
        ++axis.decimals;
        unit *= 10.0;
    }
    return axis;
}

std::vector<DayTick> day_ticks(Date first, Date last, int most_labels) {
    require(first <= last && most_labels >= 2, "day_ticks: days in order, two labels or more");
    return last - first < longest_in_weeks ? weeks(first, last, most_labels)
                                           : months(first, last, most_labels);
}

} // namespace plimsoll::reports

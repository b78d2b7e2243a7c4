// Formatting of quantities.
// SPDX-License-Identifier: Apache-2.0
#include "reports/format.hpp"

#include "model/month_name.hpp"
#include "model/units.hpp"
#include "model/words.hpp"

#include <fmt/format.h>

#include <cmath>

namespace plimsoll::reports {
namespace {

constexpr double least_distance_for_pace_m = 100.0; // policy: below it a pace is noise

std::string minutes_and_seconds(double seconds) {
    const long total = std::lround(seconds);
    if (total >= 3600) {
        return fmt::format("{}:{:02}:{:02}", total / 3600, total / 60 % 60, total % 60);
    }
    return fmt::format("{}:{:02}", total / 60, total % 60);
}

} // namespace

std::string day_month(Date day) {
    const auto [year, month, d] = day.ymd();
    return say("{:d} {:s}", d, month_name(month));
}

std::string day_month_year(Date day) {
    const auto [year, month, d] = day.ymd();
    return say("{:d} {:s} {:d}", d, month_name(month), year);
}

std::string km(double metres) {
    return fmt::format("{:.1f} km", metres / units::metres_per_kilometre);
}

std::string distance(double metres, const Customs& customs) {
    return fmt::format("{} {}", distance_figure(metres, customs), symbol_of(customs.length));
}

std::string distance_figure(std::optional<double> metres, const Customs& customs) {
    return metres ? fmt::format("{:.1f}", *metres / metres_in(customs.length)) : absent;
}

std::string retold(std::string text, double metres, const Customs& customs) {
    const std::string told = km(metres);
    if (const std::size_t at = text.find(told); at != std::string::npos) {
        text.replace(at, told.size(), distance(metres, customs));
    }
    return text;
}

std::string name_of_length(const Customs& customs) {
    return customs.length == LengthUnit::miles ? say("mile") : say("kilometre");
}

std::string clock(std::optional<double> seconds) {
    return seconds ? minutes_and_seconds(*seconds) : absent;
}

std::string pace(std::optional<double> seconds, std::optional<double> metres,
                 const Customs& customs) {
    if (!seconds || !metres || *metres < least_distance_for_pace_m) {
        return absent;
    }
    return minutes_and_seconds(*seconds / *metres * metres_in(customs.length));
}

std::string whole(std::optional<double> value) {
    return value ? fmt::format("{:.0f}", *value) : absent;
}

std::string percent_change(std::optional<double> change) {
    return change ? fmt::format("{:+.0f} %", 100.0 * *change) : absent;
}

std::string two_digits(std::optional<double> value) {
    return value ? fmt::format("{:.2f}", *value) : absent;
}

std::string amount_figure(double value, risk::Measure measure, const Customs& customs) {
    return measure == risk::Measure::distance ? distance_figure(value, customs)
                                              : fmt::format("{:.0f}", value);
}

std::string amount_unit(risk::Measure measure, const Customs& customs) {
    return measure == risk::Measure::distance ? symbol_of(customs.length)
                                              : std::string(risk::unit_of(measure));
}

std::string amount(double value, risk::Measure measure, const Customs& customs) {
    return amount_figure(value, measure, customs) + " " + amount_unit(measure, customs);
}

std::string ratio(const risk::Ratio& ratio) {
    if (ratio.value) {
        return fmt::format("{:.2f}", *ratio.value);
    }
    switch (ratio.status) {
    case risk::RatioStatus::no_base:
        return say("no base");
    case risk::RatioStatus::warming_up:
        return say("warming up");
    case risk::RatioStatus::no_history:
    case risk::RatioStatus::ok:
        break;
    }
    return say("no history");
}

std::string hazard(double ratio, const std::optional<risk::Interval>& interval) {
    return interval ? fmt::format("{:.1f} ({:.1f}-{:.1f})", ratio, interval->low, interval->high)
                    : fmt::format("{:.1f}", ratio);
}

std::string probability(double value) {
    return fmt::format("{:.2g} %", 100.0 * value);
}

std::string counted(std::size_t count, const std::string& noun) {
    const std::string english = "{} " + noun + (count == 1 ? "" : "s");
    return installed_language().say(english, fmt::make_format_args(count));
}

} // namespace plimsoll::reports

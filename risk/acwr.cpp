// Ratios.
// SPDX-License-Identifier: Apache-2.0
#include "risk/acwr.hpp"

#include "model/error.hpp"

#include <cmath>

namespace plimsoll::risk {
namespace {

constexpr double acute_span = static_cast<double>(acute_days);
constexpr double chronic_span = static_cast<double>(chronic_days);

Ratio divided(double acute, double chronic, std::size_t day) {
    if (day + 1 < chronic_days) {
        return {std::nullopt, RatioStatus::warming_up};
    }
    if (chronic <= 0.0) {
        return {std::nullopt, RatioStatus::no_base};
    }
    return {acute / chronic, RatioStatus::ok};
}

} // namespace

std::string_view to_string(RatioStatus status) noexcept {
    switch (status) {
    case RatioStatus::ok:
        return "ok";
    case RatioStatus::warming_up:
        return "warming_up";
    case RatioStatus::no_base:
        return "no_base";
    case RatioStatus::no_history:
        break;
    }
    return "no_history";
}

Ratio coupled_ratio(std::span<const double> loads, std::size_t day) {
    const double acute = window_sum(loads, day, acute_days) / acute_span;
    const double chronic = window_sum(loads, day, chronic_days) / chronic_span;
    return divided(acute, chronic, day);
}

Ratio uncoupled_ratio(std::span<const double> loads, std::size_t day) {
    constexpr std::size_t before_days = chronic_days - acute_days;
    const double acute = window_sum(loads, day, acute_days) / acute_span;
    const double chronic = day < acute_days ? 0.0
                                            : window_sum(loads, day - acute_days, before_days) /
                                                  static_cast<double>(before_days);
    return divided(acute, chronic, day);
}

std::vector<EwmaRatio> ewma_ratios(std::span<const double> loads, EwmaSeed seed) {
    EwmaAverage acute(loads, acute_span, seed);
    EwmaAverage chronic(loads, chronic_span, seed);
    std::vector<EwmaRatio> ratios;
    ratios.reserve(loads.size());
    std::size_t days_without_load = 0;
    double weight = 1.0; // of the seed
    const double keep = 1.0 - ewma_lambda(chronic_span);
    for (std::size_t day = 0; day < loads.size(); ++day) {
        const double load = loads[day];
        days_without_load = load > 0.0 ? 0 : days_without_load + 1;
        EwmaRatio entry{{}, acute.next(load), chronic.next(load), weight};
        if (days_without_load >= chronic_days || entry.chronic <= 0.0) {
            // Before 28 days an empty log has shown nothing yet.
            entry.ratio.status =
                day + 1 < chronic_days ? RatioStatus::warming_up : RatioStatus::no_base;
        } else {
            entry.ratio = {entry.acute / entry.chronic, weight >= provisional_seed_weight
                                                            ? RatioStatus::warming_up
                                                            : RatioStatus::ok};
        }
        ratios.push_back(entry);
        weight *= keep;
    }
    return ratios;
}

double coupled_from_uncoupled(double uncoupled) {
    require(uncoupled >= 0.0, "coupled_from_uncoupled: a ratio is not negative");
    return std::isinf(uncoupled) ? 4.0 : 4.0 * uncoupled / (uncoupled + 3.0);
}

double uncoupled_from_coupled(double coupled) {
    require(coupled >= 0.0 && coupled < 4.0, "uncoupled_from_coupled: 0 <= C < 4");
    return 3.0 * coupled / (4.0 - coupled);
}

RatioZone zone_of_coupled(double coupled) noexcept {
    if (coupled < zone_low_border) {
        return RatioZone::low;
    }
    if (coupled <= zone_high_border) {
        return RatioZone::middle;
    }
    return coupled < zone_very_high_border ? RatioZone::high : RatioZone::very_high;
}

std::string_view to_string(RatioZone zone) noexcept {
    switch (zone) {
    case RatioZone::low:
        return "low";
    case RatioZone::middle:
        return "middle";
    case RatioZone::high:
        return "high";
    case RatioZone::very_high:
        break;
    }
    return "very_high";
}

} // namespace plimsoll::risk

// Conventions.
// SPDX-License-Identifier: Apache-2.0
#include "risk/convention.hpp"

#include "model/error.hpp"

#include <algorithm>
#include <cmath>

namespace plimsoll::risk {
namespace {

Ratio last_ewma(std::span<const double> loads, EwmaSeed seed) {
    return ewma_ratios(loads, seed).back().ratio;
}

// The chronic average as it stood 7 days ago.
Ratio uncoupled_ewma(std::span<const double> loads) {
    if (loads.size() < chronic_days) {
        return {std::nullopt, RatioStatus::warming_up};
    }
    const auto before = loads.first(loads.size() - acute_days);
    const double acute = ewma(loads, static_cast<double>(acute_days), EwmaSeed::first_load).back();
    const double chronic =
        ewma(before, static_cast<double>(chronic_days), EwmaSeed::first_load).back();
    const bool idle =
        before.size() >= chronic_days && std::all_of(before.end() - chronic_days, before.end(),
                                                     [](double load) { return load <= 0.0; });
    if (idle || chronic <= 0.0) {
        return {std::nullopt, RatioStatus::no_base};
    }
    const bool early = seed_weight(static_cast<double>(chronic_days), before.size() - 1) >=
                       provisional_seed_weight;
    return {acute / chronic, early ? RatioStatus::warming_up : RatioStatus::ok};
}

Ratio ratio_of(std::string_view id, std::span<const double> loads) {
    if (loads.empty()) {
        return {};
    }
    if (id == "coupled") {
        return coupled_ratio(loads, loads.size() - 1);
    }
    if (id == "uncoupled") {
        return uncoupled_ratio(loads, loads.size() - 1);
    }
    if (id == "uncoupled_ewma") {
        return uncoupled_ewma(loads);
    }
    return last_ewma(loads, id == "ewma"             ? EwmaSeed::first_load
                            : id == "ewma_mean_seed" ? EwmaSeed::mean_of_28_days
                            : id == "ewma_zero_seed" ? EwmaSeed::zero
                                                     : EwmaSeed::zero_bias_corrected);
}

} // namespace

std::vector<ConventionRatio> ratios_in_every_convention(std::span<const double> loads) {
    require(!loads.empty(), "ratios_in_every_convention: at least one day");
    const ZoneBorders coupled{zone_low_border, zone_high_border, zone_very_high_border};
    const ZoneBorders uncoupled{uncoupled_from_coupled(coupled.low),
                                uncoupled_from_coupled(coupled.high),
                                uncoupled_from_coupled(coupled.very_high)};
    std::vector<ConventionRatio> ratios{
        {"coupled", "coupled 7:28", {}, {}, coupled},
        {"uncoupled", "uncoupled 7:21", {}, {}, uncoupled},
        {"ewma", "EWMA 7:28, first day as seed", {}, {}, std::nullopt},
        {"ewma_mean_seed", "EWMA, mean of 28 days as seed", {}, {}, std::nullopt},
        {"ewma_zero_corrected", "EWMA, seed 0, corrected", {}, {}, std::nullopt},
        {"ewma_zero_seed", "EWMA, seed 0 (inflated)", {}, {}, std::nullopt},
        {"uncoupled_ewma", "EWMA, chronic 7 days late", {}, {}, std::nullopt}};
    for (ConventionRatio& entry : ratios) {
        entry.start_of_day = ratio_of(entry.id, loads.first(loads.size() - 1));
        entry.end_of_day = ratio_of(entry.id, loads);
    }
    return ratios;
}

FitnessFatigue fitness_fatigue(std::span<const double> loads) {
    require(!loads.empty(), "fitness_fatigue: at least one day");
    const double keep_ctl = std::exp(-1.0 / ctl_days);
    const double keep_atl = std::exp(-1.0 / atl_days);
    FitnessFatigue state{0.0, 0.0};
    for (const double load : loads) {
        state.ctl = state.ctl * keep_ctl + load * (1.0 - keep_ctl);
        state.atl = state.atl * keep_atl + load * (1.0 - keep_atl);
    }
    return state;
}

} // namespace plimsoll::risk

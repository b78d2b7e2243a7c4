// Conventions.
// SPDX-License-Identifier: Apache-2.0
#include "risk/convention.hpp"

#include "model/error.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace plimsoll::risk {
namespace {

Ratio last_of(const std::vector<EwmaRatio>& days, std::size_t count) {
    return count == 0 ? Ratio() : days[count - 1].ratio;
}

// The ratio over all loads, and without the last: tomorrow changes nothing of today, unless the
// seed is a mean that the last day has a part in.
void put_ewma(std::span<const double> loads, const std::vector<EwmaRatio>& days, EwmaSeed seed,
              ConventionRatio& entry) {
    entry.end_of_day = last_of(days, days.size());
    entry.start_of_day = last_of(days, days.size() - 1);
    if (seed == EwmaSeed::mean_of_28_days && loads.size() > 1 && loads.size() <= mean_seed_days) {
        entry.start_of_day = ewma_ratios(loads.first(loads.size() - 1), seed).back().ratio;
    }
}

// The chronic average as it stood 7 days ago, after the first @p count days.
Ratio uncoupled_ewma(std::span<const double> loads, const std::vector<EwmaRatio>& days,
                     std::size_t count) {
    if (count == 0) {
        return {};
    }
    if (count < chronic_days) {
        return {std::nullopt, RatioStatus::warming_up};
    }
    const auto before = loads.first(count - acute_days);
    const double acute = days[count - 1].acute;
    const double chronic = days[before.size() - 1].chronic;
    const bool idle =
        before.size() >= chronic_days && std::all_of(before.end() - chronic_days, before.end(),
                                                     [](double load) { return load <= 0.0; });
    if (idle || chronic <= 0.0) {
        return {std::nullopt, RatioStatus::no_base};
    }
    const bool early = days[before.size() - 1].seed_weight >= provisional_seed_weight;
    return {acute / chronic, early ? RatioStatus::warming_up : RatioStatus::ok};
}

Ratio rolling(std::span<const double> loads, std::size_t count,
              Ratio (*ratio)(std::span<const double>, std::size_t)) {
    return count == 0 ? Ratio() : ratio(loads.first(count), count - 1);
}

} // namespace

std::vector<ConventionRatio> ratios_in_every_convention(std::span<const double> loads) {
    require(!loads.empty(), "ratios_in_every_convention: at least one day");
    const ZoneBorders coupled{zone_low_border, zone_high_border, zone_very_high_border};
    const ZoneBorders uncoupled{uncoupled_from_coupled(coupled.low),
                                uncoupled_from_coupled(coupled.high),
                                uncoupled_from_coupled(coupled.very_high)};
    const std::size_t end = loads.size();
    std::vector<ConventionRatio> ratios{
        {"coupled", "coupled 7:28", rolling(loads, end - 1, coupled_ratio),
         rolling(loads, end, coupled_ratio), coupled},
        {"uncoupled", "uncoupled 7:21", rolling(loads, end - 1, uncoupled_ratio),
         rolling(loads, end, uncoupled_ratio), uncoupled}};

    struct Seeded {
        const char* id;
        const char* name;
        EwmaSeed seed;
    };

    static constexpr std::array seeded{
        Seeded{"ewma", "EWMA 7:28, first day as seed", EwmaSeed::first_load},
        Seeded{"ewma_mean_seed", "EWMA, mean of 28 days as seed", EwmaSeed::mean_of_28_days},
        Seeded{"ewma_zero_corrected", "EWMA, seed 0, corrected", EwmaSeed::zero_bias_corrected},
        Seeded{"ewma_zero_seed", "EWMA, seed 0 (inflated)", EwmaSeed::zero}};
    ConventionRatio late{"uncoupled_ewma", "EWMA, chronic 7 days late", {}, {}, std::nullopt};
    for (const Seeded& kind : seeded) {
        const std::vector<EwmaRatio> days = ewma_ratios(loads, kind.seed);
        ConventionRatio entry{kind.id, kind.name, {}, {}, std::nullopt};
        put_ewma(loads, days, kind.seed, entry);
        ratios.push_back(entry);
        if (kind.seed == EwmaSeed::first_load) {
            late.start_of_day = uncoupled_ewma(loads, days, end - 1);
            late.end_of_day = uncoupled_ewma(loads, days, end);
        }
    }
    ratios.push_back(late);
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

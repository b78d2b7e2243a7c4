// TRIMP.
// SPDX-License-Identifier: Apache-2.0
#include "risk/trimp.hpp"

#include "model/error.hpp"
#include "model/units.hpp"

#include <algorithm>
#include <cmath>

namespace plimsoll::risk {
namespace {

struct Weights {
    double factor;
    double exponent;
};

constexpr Weights men{0.64, 1.92};   // Morton et al. 1990
constexpr Weights women{0.86, 1.67}; // Morton et al. 1990

} // namespace

std::optional<HeartProfile> heart_profile_of(const Athlete& athlete) noexcept {
    if (!athlete.resting_hr_bpm || !athlete.max_hr_bpm || !athlete.sex ||
        *athlete.max_hr_bpm <= *athlete.resting_hr_bpm) {
        return std::nullopt;
    }
    return HeartProfile{*athlete.resting_hr_bpm, *athlete.max_hr_bpm, *athlete.sex};
}

double banister_trimp(double minutes, double avg_hr_bpm, const HeartProfile& profile) {
    require(std::isfinite(minutes) && minutes >= 0.0 && std::isfinite(avg_hr_bpm),
            "banister_trimp: minutes and heart rate are finite, minutes not negative");
    require(profile.max_bpm > profile.resting_bpm, "banister_trimp: maximum above rest");
    const double x = std::clamp(
        (avg_hr_bpm - profile.resting_bpm) / (profile.max_bpm - profile.resting_bpm), 0.0, 1.0);
    const Weights& w = profile.sex == Sex::male ? men : women;
    return minutes * x * w.factor * std::exp(w.exponent * x);
}

double edwards_trimp(const HeartRateZones& zones) {
    double weight = 0.0; // 1 to 5, unverified
    double sum = 0.0;
    for (const float seconds : zones.seconds) {
        require(std::isfinite(seconds) && seconds >= 0.0F,
                "edwards_trimp: times are finite and not negative");
        weight += 1.0;
        sum += weight * static_cast<double>(seconds) / units::seconds_per_minute;
    }
    return sum;
}

} // namespace plimsoll::risk

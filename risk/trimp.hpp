// Training impulse from heart rate.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_RISK_TRIMP_HPP
#define PLIMSOLL_RISK_TRIMP_HPP

#include "model/athlete.hpp"
#include "model/session.hpp"

#include <optional>

namespace plimsoll::risk {

/// What TRIMP needs to know of an athlete.
struct HeartProfile {
    double resting_bpm;
    double max_bpm; ///< above resting_bpm
    Sex sex;
};

/// The profile of an athlete's file that names resting and maximum heart rate and sex.
std::optional<HeartProfile> heart_profile_of(const Athlete& athlete) noexcept;

/// Banister's TRIMP.
///
///     x = (HR - HRrest) / (HRmax - HRrest)
///     men    minutes . x . 0.64 e^(1.92 x)      women  minutes . x . 0.86 e^(1.67 x)
///
/// Some copies use 0.64 for women, too; that is an error of theirs. A heart rate outside rest to
/// maximum counts as the nearer of the two.
///
/// @param minutes     >= 0, finite.
/// @param avg_hr_bpm  mean heart rate of the session, finite.
/// @return            arbitrary units.
/// @throws PreconditionError  a negative or not finite argument, or max_bpm <= resting_bpm.
/// @source    Morton et al. (1990), J Appl Physiol 69:1171, read in a secondary source
/// @evidence  convention
double banister_trimp(double minutes, double avg_hr_bpm, const HeartProfile& profile);

/// Edwards' TRIMP.
///
///     minutes in zone 1 x 1 + zone 2 x 2 + zone 3 x 3 + zone 4 x 4 + zone 5 x 5
///
/// Zone 1 is 50 to 60 % of the maximum heart rate, zone 5 is 90 to 100 %.
///
/// @param zones  seconds, finite, >= 0.
/// @return       arbitrary units, not those of Banister's.
/// @throws PreconditionError  a time negative or not finite.
/// @source    Edwards (1993); the structure read in a secondary source, trainingimpulse.com, the
///            weights unverified
/// @evidence  convention; "void of physiological underpinning", the same page says
double edwards_trimp(const HeartRateZones& zones);

} // namespace plimsoll::risk

#endif

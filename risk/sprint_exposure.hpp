// How much fast running an athlete has behind him.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_RISK_SPRINT_EXPOSURE_HPP
#define PLIMSOLL_RISK_SPRINT_EXPOSURE_HPP

#include "model/date.hpp"
#include "model/session.hpp"

#include <cstddef>
#include <optional>
#include <span>

namespace plimsoll::risk {

inline constexpr int exposure_days = 56;      // 8 weeks; Colby 2018
inline constexpr double fast_share = 0.85;    // of maximum speed; Colby 2018, Malone 2017
inline constexpr double maximal_share = 0.95; // of maximum speed; Malone 2017
inline constexpr int few_exposures = 8;       // in 8 weeks, and fewer; Colby 2018
inline constexpr int many_exposures = 15;     // in 8 weeks, more than; Colby 2018
inline constexpr int least_target = 11;       // in 8 weeks; Colby 2018's reference
inline constexpr int most_target = 12;        // in 8 weeks; Colby 2018's reference
inline constexpr double most_change_m = 75.0; // a week, above 19.8 km/h; Malone 2018

/// Sessions against the athlete's own maximum speed in the 8 weeks up to a day, and sprint distance
/// (above whatever threshold the device had, 7 m/s as a rule) week against week.
struct SprintExposure {
    std::optional<double> max_speed_mps; ///< of the athlete's file, else the fastest of the log
    bool from_log = false;
    std::size_t sessions = 0;   ///< of the 8 weeks that are runs or team sport
    std::size_t with_speed = 0; ///< of those, with a maximum speed
    std::size_t fast = 0;       ///< reached 85 % of it
    std::size_t maximal = 0;    ///< reached 95 % of it
    std::optional<Date> last_fast;
    std::optional<Date> last_maximal;
    std::optional<double> sprint_m;        ///< of the last 7 days; nothing where none is recorded
    std::optional<double> sprint_before_m; ///< of the 7 days before

    /// At least half of the sessions have a speed, and the log goes back 8 weeks.
    bool enough = false;
};

/// @param sessions  of one athlete up to and after @p day, in order of earlier().
/// @param max_speed_mps  of the athlete's file.
/// @source  evidence.md 6.1, 6.2
SprintExposure sprint_exposure(std::span<const Session> sessions,
                               std::optional<double> max_speed_mps, Date day);

} // namespace plimsoll::risk

#endif

// How many single-leg calf raises people of an age do.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_RISK_CALF_NORM_HPP
#define PLIMSOLL_RISK_CALF_NORM_HPP

#include "model/athlete.hpp"

#include <optional>
#include <string_view>

namespace plimsoll::risk {

/// Two counts of one person differ by up to so many repetitions.
inline constexpr double calf_raise_noise = 6.0; // repetitions; limits of agreement, Hebert-Losier

inline constexpr std::string_view calf_norm_source =
    "Hebert-Losier et al. 2017, doi:10.1016/j.physio.2017.03.002 (table from a secondary source)";

/// The norm of single-leg calf raises for a decade of age.
///
/// @param age_years  whole years.
/// @return  repetitions; nothing under 20, for whom there is none.
/// @source    Hebert-Losier et al. (2017), Physiotherapy 103:446, doi:10.1016/j.physio.2017.03.002;
///            the table read in a secondary source; 566 people, 60 beats a minute, 10 degree
///            incline. Against it: Sleeswijk Visser et al. (2025), doi:10.1016/j.bjpt.2025.101188,
///            found no relation with age in 500 people.
/// @evidence  cohort
std::optional<int> calf_raise_norm(Sex sex, int age_years) noexcept;

} // namespace plimsoll::risk

#endif

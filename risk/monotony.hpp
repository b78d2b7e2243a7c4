// Monotony and strain of a week of training.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_RISK_MONOTONY_HPP
#define PLIMSOLL_RISK_MONOTONY_HPP

#include <cstdint>
#include <optional>
#include <span>

namespace plimsoll::risk {

/// Foster's abstract does not say which standard deviation it takes.
enum class Deviation : std::uint8_t {
    sample,    ///< divides by n - 1: the default of reports
    population ///< divides by n
};

/// Mean daily load over its standard deviation.
///
///     monotony = mean(x) / SD(x)
///
/// @param week       loads of consecutive days, rest days as 0; n >= 2 (7 by definition).
/// @param deviation  which standard deviation.
/// @return           nothing when every day has the same load: the ratio does not exist.
/// @throws PreconditionError  n < 2.
/// @accuracy  1e-6 absolute: tests/vectors/monotony.vec.
/// @source    Foster (1998), Med Sci Sports Exerc 30:1164
/// @evidence  convention; 25 athletes, outcome illness, no universal border
std::optional<double> monotony(std::span<const double> week, Deviation deviation);

/// Load of the week times its monotony. Nothing when the monotony does not exist.
/// @source    Foster (1998), Med Sci Sports Exerc 30:1164  @evidence  convention
std::optional<double> strain(std::span<const double> week, Deviation deviation);

} // namespace plimsoll::risk

#endif

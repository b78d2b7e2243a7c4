// The unit in which people read the length of a run.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_MODEL_LENGTH_UNIT_HPP
#define PLIMSOLL_MODEL_LENGTH_UNIT_HPP

#include "model/units.hpp"

#include <cstdint>

namespace plimsoll {

/// Everything is computed and stored in metres; this is for words on a page.
enum class LengthUnit : std::uint8_t { kilometres, miles };

constexpr double metres_in(LengthUnit unit) noexcept {
    return unit == LengthUnit::miles ? units::metres_per_mile : units::metres_per_kilometre;
}

constexpr const char* symbol_of(LengthUnit unit) noexcept {
    return unit == LengthUnit::miles ? "mi" : "km";
}

} // namespace plimsoll

#endif

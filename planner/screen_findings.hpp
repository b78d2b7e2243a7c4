// What tells the kinds of calf pain apart: answers that speak for or against each.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_SCREEN_FINDINGS_HPP
#define PLIMSOLL_PLANNER_SCREEN_FINDINGS_HPP

#include "model/screen_answers.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace plimsoll::planner {

/// The kinds of calf pain, in the order in which equals stand.
enum class CalfCondition : std::uint8_t { acute_strain, silent_strain, neural_tension };

inline constexpr std::size_t condition_count = 3;

/// The pathway's id: acute_strain, silent_strain, neural_tension.
std::string_view to_string(CalfCondition condition) noexcept;

/// One row of the table: an answer that speaks for or against a kind.
struct ScreenFinding {
    ScreenKey key;
    std::string_view word; ///< the answer
    CalfCondition condition;
    bool in_favour;
    std::string_view reason; ///< a sentence
    std::string_view source;
    std::string_view evidence;
};

/// The table. No answer has more than one row for a kind.
std::span<const ScreenFinding> findings() noexcept;

} // namespace plimsoll::planner

#endif

// What a gate measures, in which unit, and which values a body can reach.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_QUANTITY_HPP
#define PLIMSOLL_PLANNER_QUANTITY_HPP

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace plimsoll::planner {

enum class Quantity : std::uint8_t {
    yes_no,
    pain_score,
    repetitions,
    asymmetry,
    duration,
    distance,
    length,
    speed_share,
    sessions,
    rung,
    days
};

/// One row of the table of quantities: a gate that names the quantity must name this unit.
struct QuantityInfo {
    Quantity quantity;
    std::string_view name;  ///< in a pathway file
    std::string_view unit;  ///< in a pathway file
    std::string_view words; ///< behind a number on a page; may be empty
    double least;           ///< of a value that an events file may record
    double most;            ///< policy: beyond it a unit was mistaken
    bool whole;             ///< counts come in whole numbers
};

const QuantityInfo& info_of(Quantity quantity) noexcept;
std::optional<Quantity> parse_quantity(std::string_view name) noexcept;
std::span<const std::string_view> quantity_names() noexcept;

/// "25 repetitions", "10 %", "yes".
std::string in_words(double value, Quantity quantity);

} // namespace plimsoll::planner

#endif

// The table of quantities.
// SPDX-License-Identifier: Apache-2.0
#include "planner/quantity.hpp"

#include "model/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>

namespace plimsoll::planner {
namespace {

// In the order of the enumerators.
constexpr std::array<QuantityInfo, 11> quantities{{
    {Quantity::yes_no, "yes_no", "yes", "", 0, 1, true},
    {Quantity::pain_score, "pain_score", "of_10", "of 10", 0, 10, false},
    {Quantity::repetitions, "repetitions", "repetitions", "repetitions", 0, 300, true},
    {Quantity::asymmetry, "asymmetry", "percent", "%", 0, 100, false},
    {Quantity::duration, "duration", "minutes", "minutes", 0, 300, false},
    {Quantity::distance, "distance", "metres", "m", 0, 20'000, false},
    {Quantity::length, "length", "cm", "cm", 0, 400, false},
    {Quantity::speed_share, "speed_share", "percent_of_maximum", "% of maximum", 0, 110, false},
    {Quantity::sessions, "sessions", "sessions", "sessions", 0, 100, true},
    {Quantity::rung, "rung", "rung", "", 0, 5, true},
    {Quantity::days, "days", "days", "days", 0, 3660, true},
}};
static_assert(quantities.size() == static_cast<std::size_t>(Quantity::days) + 1);

constexpr auto names_of_quantities = [] {
    std::array<std::string_view, quantities.size()> names;
    for (std::size_t i = 0; i < names.size(); ++i) {
        names.at(i) = quantities.at(i).name;
    }
    return names;
}();

} // namespace

const QuantityInfo& info_of(Quantity quantity) noexcept {
    return quantities.at(static_cast<std::size_t>(quantity));
}

std::optional<Quantity> parse_quantity(std::string_view name) noexcept {
    const auto* const found =
        std::find(names_of_quantities.begin(), names_of_quantities.end(), name);
    if (found == names_of_quantities.end()) {
        return std::nullopt;
    }
    return static_cast<Quantity>(found - names_of_quantities.begin());
}

std::span<const std::string_view> quantity_names() noexcept {
    return names_of_quantities;
}

std::string in_words(double value, Quantity quantity) {
    const QuantityInfo& info = info_of(quantity);
    if (quantity == Quantity::yes_no) {
        return value > 0.0 ? "yes" : "no";
    }
    if (quantity == Quantity::rung) {
        return say("rung {:g}", value);
    }
    if (quantity == Quantity::asymmetry) {
        return fmt::format("{:.1f} {}", value, info.words);
    }
    return fmt::format("{:.6g} {}", value, info.words);
}

} // namespace plimsoll::planner

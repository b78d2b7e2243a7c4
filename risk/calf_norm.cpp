// The table of calf-raise norms.
// SPDX-License-Identifier: Apache-2.0
#include "risk/calf_norm.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace plimsoll::risk {
namespace {

constexpr int youngest = 20; // years
constexpr int years_a_row = 10;

// Repetitions by decade from 20 to 29 on, the last row from 80 on.
constexpr std::array<int, 7> raises_of_men{37, 32, 28, 23, 19, 14, 10};
constexpr std::array<int, 7> raises_of_women{30, 27, 24, 21, 19, 16, 14};

} // namespace

std::optional<int> calf_raise_norm(Sex sex, int age_years) noexcept {
    if (age_years < youngest) {
        return std::nullopt;
    }
    const auto row = std::min(static_cast<std::size_t>((age_years - youngest) / years_a_row),
                              raises_of_men.size() - 1);
    return sex == Sex::male ? raises_of_men.at(row) : raises_of_women.at(row);
}

} // namespace plimsoll::risk

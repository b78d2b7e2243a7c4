// Answers that cannot both be right.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_SCREEN_CONTRADICTIONS_HPP
#define PLIMSOLL_PLANNER_SCREEN_CONTRADICTIONS_HPP

#include "model/screen_answers.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace plimsoll::planner {

/// One row of the table.
struct Contradiction {
    ScreenKey first;
    ScreenKey second;
    bool (*holds)(const ScreenAnswers&);
    std::string_view text; ///< both answers in words, a sentence
};

/// The table.
std::span<const Contradiction> contradictions() noexcept;
/// Those in @p answers, in order of the table.
std::vector<const Contradiction*> contradictions_in(const ScreenAnswers& answers);

/// Two counts of raises differ by about so much in one person from day to day.
/// @source  Hebert-Losier et al. 2017, Physiotherapy 103:446, doi:10.1016/j.physio.2017.03.002:
///          limits of agreement -6.2 to 6.5 repetitions; evidence.md 7.4
/// @evidence  cohort
inline constexpr double raise_noise = 6.0; // repetitions

} // namespace plimsoll::planner

#endif

// What to do after the screen.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_SCREEN_NEXT_HPP
#define PLIMSOLL_PLANNER_SCREEN_NEXT_HPP

#include "planner/screen.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::planner {

/// The answer of the screen in a few words and a sentence.
struct ScreenHeadline {
    std::string figure; ///< "an emergency call"
    std::string note;
};

ScreenHeadline headline_of(const ScreenResult& result);

/// One thing to do.
struct NextStep {
    std::string text;
    std::string_view source; ///< names of screen_sources(); empty: follows from the answers
    std::string_view evidence;

    std::string in_words() const; ///< with its source
};

/// What is done first if it is this kind.
struct FirstSteps {
    CalfCondition condition;
    std::vector<NextStep> steps;
};

struct NextSteps {
    std::vector<NextStep> now;     ///< whom to see, what is open, what the answers say about load
    std::vector<FirstSteps> kinds; ///< of the kinds that the answers speak for
    std::vector<NextStep> then;    ///< behind them

    std::vector<std::string> in_words() const; ///< all of them, in order, with their sources
};

/// What to do next. In every outcome it says whom to see. While a red flag that cannot wait stands,
/// nothing but that is said.
///
/// @source    evidence.md 7.1, 7.2, 7.4, 7.6, 12; each step names its own
NextSteps next_steps(const ScreenAnswers& answers, const ScreenResult& result);

} // namespace plimsoll::planner

#endif

// The questions of the screen in plain words.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_SCREEN_QUESTIONS_HPP
#define PLIMSOLL_PLANNER_SCREEN_QUESTIONS_HPP

#include "model/screen_answers.hpp"

#include <string_view>

namespace plimsoll::planner {

struct ScreenQuestion {
    ScreenKey key;
    std::string_view question; ///< one sentence, of "the leg" or "the calf": the sore one
    std::string_view why;      ///< why it is asked
};

const ScreenQuestion& question_of(ScreenKey key) noexcept;

/// What an answer stands for, such as "all at once" for sudden; empty for yes and no.
/// @throws PreconditionError  no such word.
std::string_view meaning_of(ScreenKey key, std::string_view word);

} // namespace plimsoll::planner

#endif

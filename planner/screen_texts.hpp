// What the screen tells of the calf: its muscles, the three kinds of pain, first steps, risks.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_SCREEN_TEXTS_HPP
#define PLIMSOLL_PLANNER_SCREEN_TEXTS_HPP

#include "planner/screen_findings.hpp"
#include "planner/screen_sources.hpp"

#include <span>
#include <string_view>

namespace plimsoll::planner {

std::string_view name_of(CalfCondition condition) noexcept; ///< acute strain or tear
const SourcedText& description_of(CalfCondition condition) noexcept;
/// What is done first. The plan has the rest.
std::span<const SourcedText> first_steps_of(CalfCondition condition) noexcept;

std::span<const SourcedText> calf_anatomy() noexcept;
/// The article's risk factors, each with what the evidence says.
std::span<const SourcedText> calf_risks() noexcept;
/// What tells the kinds apart better than answers do.
std::span<const SourcedText> what_settles() noexcept;

} // namespace plimsoll::planner

#endif

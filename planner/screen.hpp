// The calf screen: answers in; red flags, what to do now, and the kinds of calf pain in order out.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_SCREEN_HPP
#define PLIMSOLL_PLANNER_SCREEN_HPP

#include "model/screen_answers.hpp"
#include "planner/screen_contradictions.hpp"
#include "planner/screen_findings.hpp"
#include "planner/screen_flags.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::planner {

enum class Likelihood : std::uint8_t { more, possible, less };

std::string_view to_string(Likelihood likelihood) noexcept; ///< more, possible, less

/// A kind of calf pain held against the answers.
struct ConditionReasons {
    CalfCondition condition = CalfCondition::acute_strain;
    Likelihood likelihood = Likelihood::possible;
    std::vector<const ScreenFinding*> in_favour; ///< of the table, in its order
    std::vector<const ScreenFinding*> against;
};

/// What the screen says. No number in it is a probability or a score.
struct ScreenResult {
    ScreenOutcome outcome = ScreenOutcome::refer;
    std::vector<const RedFlag*> flags; ///< answered yes, the most urgent first
    bool several_clot_signs = false;   ///< wells_points() reaches wells_two_level
    std::vector<ScreenKey> unanswered; ///< red flags; the outcome is then at least refer
    std::vector<const Contradiction*> contradictions;         ///< at least refer, too
    std::array<ConditionReasons, condition_count> conditions; ///< the likeliest first

    bool may_plan() const noexcept { return outcome == ScreenOutcome::proceed; }
};

/// Screens the answers.
///
/// ScreenOutcome: the most urgent of the red flags that are answered yes; at least refer while a
/// red flag is not answered, or two answers contradict each other; else proceed.
///
/// Order of the kinds: each answer that speaks for a kind counts once for it, each that speaks
/// against it once against it; answers that contradict another count for nothing. `more`: at least
/// two more speak for than against; `less`: more speak against than for; `possible`: between. Of
/// equal ones a strain stands first, the acute one before the silent one.
///
/// @return     no probability, no score; the order is a guess from answers and no diagnosis.
/// @source     evidence.md 8, 8.1, 8.2, 12; each red flag and finding names its own
/// @evidence   policy (the counting), expert (the findings)
ScreenResult screen(const ScreenAnswers& answers);

/// What to do about a red flag: its action, sharpened where several signs of a clot come together.
std::string_view action_of(const RedFlag& flag, const ScreenResult& result) noexcept;

/// Answers that speak for a kind less those that speak against it.
int balance_of(const ConditionReasons& reasons) noexcept;

/// Why no plan may be made, for people; nothing where one may. Asked before anything is planned:
/// no option gets around it.
/// @param injured  an injury without a return date, or a plan for the way back from one
/// @param result   absent: no answers were given
std::optional<std::string> reason_against_plan(bool injured,
                                               const std::optional<ScreenResult>& result);

} // namespace plimsoll::planner

#endif

// Answers against a day and a leg.
// SPDX-License-Identifier: Apache-2.0
#include "planner/screen_fit.hpp"

#include "model/athlete.hpp"
#include "planner/screen_texts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace plimsoll::planner {
namespace {

constexpr std::string_view screen_again =
    "screen again with 'plimsoll screen -o answers.toml', then plan with '--answers answers.toml'";

std::optional<std::string> of_another_leg(const ScreenAnswers& answers,
                                          const ScreenedInjury& injury) {
    const Side side = side_of(injury.site);
    if (side == Side::unknown || answers.is(ScreenKey::side, "both")) {
        return std::nullopt;
    }
    const std::string_view hurt = side == Side::left ? "left" : "right";
    if (answers.is(ScreenKey::side, hurt)) {
        return std::nullopt;
    }
    return answers.known(ScreenKey::side)
               ? fmt::format("the answers of the screen are of the {} calf, the injury is {}: {}",
                             answers.word(ScreenKey::side), injury.site, screen_again)
               : fmt::format("the answers of the screen do not say which calf they are of, the "
                             "injury is {}: {}",
                             injury.site, screen_again);
}

} // namespace

std::optional<std::string> reason_against_answers(const ScreenAnswers& answers, Date day,
                                                  const std::optional<ScreenedInjury>& injury) {
    if (!answers.day()) {
        return fmt::format("the answers of the screen have no date: {}", screen_again);
    }
    const Date answered = *answers.day();
    if (day - answered > answers_count_days) {
        return fmt::format("the answers of the screen are of {}, {} days before {}; they count for "
                           "{} days: {}",
                           long_day(answered), day - answered, long_day(day), answers_count_days,
                           screen_again);
    }
    if (!injury) {
        return std::nullopt;
    }
    if (answered < injury->onset) {
        return fmt::format("the answers of the screen are of {}, the injury {} began on {}: {}",
                           long_day(answered), injury->site, long_day(injury->onset), screen_again);
    }
    return of_another_leg(answers, *injury);
}

std::optional<std::string> doubt_about_pathway(const ScreenResult& result,
                                               std::string_view pathway) {
    const auto chosen = std::find_if(
        result.conditions.begin(), result.conditions.end(),
        [&](const ConditionReasons& kind) { return to_string(kind.condition) == pathway; });
    const ConditionReasons& first = result.conditions.front();
    if (chosen == result.conditions.end() || chosen->likelihood != Likelihood::less ||
        first.likelihood != Likelihood::more) {
        return std::nullopt;
    }
    return fmt::format(
        "By the answers of the screen {} is less likely than {}; no diagnosis. See a "
        "sports physio before you follow this plan.",
        name_of(chosen->condition), name_of(first.condition));
}

} // namespace plimsoll::planner

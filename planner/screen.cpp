// The screen: tables against answers.
// SPDX-License-Identifier: Apache-2.0
#include "planner/screen.hpp"

#include "model/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bitset>

namespace plimsoll::planner {
namespace {

constexpr int clear_lead = 2; // answers more for than against: "more"; policy

constexpr std::string_view several_signs =
    "Go to an emergency department today, and do not wait for an appointment: several signs of a "
    "possible clot in the leg come together. A muscle tear does not rule it out.";

using KeySet = std::bitset<screen_key_count>;

std::size_t place_of(ScreenKey key) {
    return static_cast<std::size_t>(key);
}

void raise_to(ScreenOutcome& outcome, ScreenOutcome least) {
    outcome = std::max(outcome, least);
}

void find_flags(ScreenResult& result, const ScreenAnswers& answers) {
    for (const RedFlag& flag : red_flags()) {
        if (answers.yes(flag.key)) {
            result.flags.push_back(&flag);
            raise_to(result.outcome, outcome_of(flag.urgency));
        } else if (!answers.known(flag.key)) {
            result.unanswered.push_back(flag.key);
            raise_to(result.outcome, ScreenOutcome::refer);
        }
    }
    std::stable_sort(result.flags.begin(), result.flags.end(),
                     [](const RedFlag* a, const RedFlag* b) { return a->urgency > b->urgency; });
    result.several_clot_signs = wells_points(answers) >= wells_two_level;
}

// The answers that count for nothing, because another contradicts them.
KeySet doubted(const std::vector<const Contradiction*>& contradictions) {
    KeySet keys;
    for (const Contradiction* contradiction : contradictions) {
        keys.set(place_of(contradiction->first));
        keys.set(place_of(contradiction->second));
    }
    return keys;
}

Likelihood likelihood_of(int balance) {
    if (balance >= clear_lead) {
        return Likelihood::more;
    }
    return balance < 0 ? Likelihood::less : Likelihood::possible;
}

void weigh_conditions(ScreenResult& result, const ScreenAnswers& answers) {
    const KeySet left_out = doubted(result.contradictions);
    for (std::size_t i = 0; i < condition_count; ++i) {
        result.conditions.at(i).condition = static_cast<CalfCondition>(i);
    }
    for (const ScreenFinding& finding : findings()) {
        if (answers.is(finding.key, finding.word) && !left_out.test(place_of(finding.key))) {
            ConditionReasons& reasons =
                result.conditions.at(static_cast<std::size_t>(finding.condition));
            (finding.in_favour ? reasons.in_favour : reasons.against).push_back(&finding);
        }
    }
    for (ConditionReasons& reasons : result.conditions) {
        reasons.likelihood = likelihood_of(balance_of(reasons));
    }
    std::stable_sort(result.conditions.begin(), result.conditions.end(),
                     [](const ConditionReasons& a, const ConditionReasons& b) {
                         return balance_of(a) > balance_of(b);
                     });
}

std::string some_of(const std::vector<ScreenKey>& keys) {
    constexpr std::size_t most = 3;
    std::string names;
    for (std::size_t i = 0; i < std::min(most, keys.size()); ++i) {
        names += (i == 0 ? "" : ", ") + std::string(to_string(keys[i]));
    }
    return keys.size() > most ? say("{} and {} more", names, keys.size() - most) : names;
}

} // namespace

std::string_view to_string(Likelihood likelihood) noexcept {
    switch (likelihood) {
    case Likelihood::more:
        return "more";
    case Likelihood::possible:
        return "possible";
    case Likelihood::less:
        break;
    }
    return "less";
}

std::string_view action_of(const RedFlag& flag, const ScreenResult& result) noexcept {
    return flag.wells && result.several_clot_signs ? several_signs : flag.action;
}

int balance_of(const ConditionReasons& reasons) noexcept {
    return static_cast<int>(reasons.in_favour.size()) - static_cast<int>(reasons.against.size());
}

ScreenResult screen(const ScreenAnswers& answers) {
    ScreenResult result;
    result.outcome = ScreenOutcome::proceed;
    find_flags(result, answers);
    result.contradictions = contradictions_in(answers);
    if (!result.contradictions.empty()) {
        raise_to(result.outcome, ScreenOutcome::refer);
    }
    weigh_conditions(result, answers);
    return result;
}

std::optional<std::string> reason_against_plan(bool injured,
                                               const std::optional<ScreenResult>& result) {
    if (!result) {
        if (!injured) {
            return std::nullopt;
        }
        return "a plan for an injured athlete needs the answers of the screen; get them with "
               "'plimsoll screen -o answers.toml', then plan with '--answers answers.toml'";
    }
    if (result->may_plan()) {
        return std::nullopt;
    }
    if (!result->flags.empty()) {
        const RedFlag& worst = *result->flags.front();
        const std::string_view action = action_of(worst, *result);
        return say("a red flag stands ({}); what to do now: {}", to_string(worst.key),
                   action.substr(0, action.size() - 1)); // whoever prints it ends it
    }
    if (!result->unanswered.empty()) {
        return say("red flags of the screen are not answered ({}): answer them with "
                   "'plimsoll screen', or see a sports physio",
                   some_of(result->unanswered));
    }
    return "answers of the screen contradict each other: mend them, or see a sports physio";
}

} // namespace plimsoll::planner

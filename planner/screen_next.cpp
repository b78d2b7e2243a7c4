// Next steps.
// SPDX-License-Identifier: Apache-2.0
#include "planner/screen_next.hpp"

#include "model/event.hpp"
#include "model/words.hpp"
#include "planner/screen_texts.hpp"

#include <fmt/format.h>

#include <cmath>
#include <utility>

namespace plimsoll::planner {
namespace {

using K = ScreenKey;

constexpr double first_running_day = 5.0; // days after the onset; Stares et al. 2018
constexpr double gate_raises = 30.0;      // repetitions a leg; Green et al. 2022, expert
constexpr double gate_asymmetry = 0.10;   // of the better leg; Green et al. 2022, expert

void add_step(std::vector<NextStep>& steps, std::string text, std::string_view source = {},
              std::string_view evidence = {}) {
    steps.push_back({std::move(text), source, evidence});
}

void add_whom_to_see(std::vector<NextStep>& now, const ScreenResult& result) {
    if (result.outcome == ScreenOutcome::refer_now) {
        add_step(now,
                 "First what the red flags ask for. No running, and no plan, until a clinician has "
                 "seen the leg; then see a sports physio.");
        return;
    }
    if (!result.flags.empty()) {
        add_step(now, "See the doctor first. No running, and no plan, until then; after that see a "
                      "sports physio.");
    }
    if (!result.unanswered.empty()) {
        add_step(now, "Answer the open red flags, or have a doctor or a sports physio answer them. "
                      "Until then no running, and no plan.");
    }
    if (!result.contradictions.empty()) {
        add_step(now, "Mend the answers that contradict each other, and screen again; if both seem "
                      "right, tell a sports physio so. Until then no plan.");
    }
    if (result.may_plan()) {
        add_step(now, "See a sports physio: an examination tells more than these answers.");
    }
}

void add_pain(std::vector<NextStep>& now, const ScreenAnswers& answers) {
    const auto walking = answers.number(K::pain_walking);
    const auto resting = answers.number(K::pain_now);
    if (walking && *walking > pain_to_hold) {
        add_step(now,
                 say("Walking hurts {} of 10: unload the leg, with crutches if needed, until it "
                     "is {} or less.",
                     *walking, pain_to_hold),
                 "clinic's article; Moen", "policy");
    }
    if (resting && *resting > pain_to_hold) {
        add_step(now,
                 say("It hurts {} of 10 at rest: no loading until it is {} or less.", *resting,
                     pain_to_hold),
                 "Moen", "policy");
    }
}

void add_days(std::vector<NextStep>& now, const ScreenAnswers& answers) {
    const auto days = answers.number(K::days_since_onset);
    if (days && *days < first_running_day) {
        add_step(now,
                 say("It is day {}: no running before day {}, however good it feels.", *days,
                     first_running_day),
                 "Stares et al. 2018", "cohort");
    }
}

void add_raises(std::vector<NextStep>& now, const ScreenAnswers& answers) {
    const auto injured = answers.number(K::single_leg_raises_injured);
    const auto other = answers.number(K::single_leg_raises_other);
    if (!injured || !other) {
        return;
    }
    const double apart = std::abs(*other - *injured);
    const std::string meaning =
        apart <= raise_noise
            ? say("{} apart, which may be chance: counts of one person differ by up to {}", apart,
                  raise_noise)
            : say("{} apart, more than the {} by which counts of one person differ", apart,
                  raise_noise);
    add_step(now,
             say("Calf raises, {} on the sore leg and {} on the other: {}. At the end of the "
                 "way back stand {} on each leg and at most {:.0f} % between them.",
                 *injured, *other, meaning, gate_raises, 100.0 * gate_asymmetry),
             "Hebert-Losier et al. 2017; Green et al. 2022", "expert");
}

// Of the kinds that more speaks for; of the first one alone where nothing is that clear.
std::vector<FirstSteps> steps_of_kinds(const ScreenResult& result) {
    std::vector<FirstSteps> kinds;
    for (const ConditionReasons& kind : result.conditions) {
        const bool leads = kinds.empty() && balance_of(kind) > 0;
        if (kind.likelihood != Likelihood::more && !leads) {
            continue;
        }
        FirstSteps first{kind.condition, {}};
        for (const SourcedText& step : first_steps_of(kind.condition)) {
            add_step(first.steps, std::string(step.text), step.source, step.evidence);
        }
        kinds.push_back(std::move(first));
    }
    return kinds;
}

} // namespace

ScreenHeadline headline_of(const ScreenResult& result) {
    if (!result.flags.empty()) {
        const RedFlag& worst = *result.flags.front();
        const bool hurried = worst.wells && result.several_clot_signs;
        const std::string_view figure = worst.urgency == Urgency::ambulance  ? "an emergency call"
                                        : worst.urgency == Urgency::hospital ? "an emergency "
                                                                               "department, now"
                                        : hurried ? "an emergency department, today"
                                        : worst.urgency == Urgency::today ? "medical help, today"
                                        : worst.key == ScreenKey::fever_or_unwell
                                            ? "a doctor, within a day"
                                            : "a doctor, within days";
        return {std::string(figure), fmt::format("{} {}", worst.text, action_of(worst, result))};
    }
    if (!result.unanswered.empty()) {
        return {"answer what is open, or see a doctor or sports physio",
                say("{} of {} red flags {} not answered. Not answered is not 'no': no "
                    "running and no plan until somebody has.",
                    result.unanswered.size(), red_flag_count,
                    result.unanswered.size() == 1 ? "is" : "are")};
    }
    if (!result.contradictions.empty()) {
        return {"mend the answers, or see a sports physio",
                "Answers contradict each other, so nothing is built on them."};
    }
    return {"see a sports physio",
            "No red flag in your answers. That is no all-clear: when one appears, screen again."};
}

std::string NextStep::in_words() const {
    return source.empty() ? text : with_source(text, source, evidence);
}

std::vector<std::string> NextSteps::in_words() const {
    std::vector<std::string> all;
    for (const NextStep& step : now) {
        all.push_back(step.in_words());
    }
    for (const FirstSteps& kind : kinds) {
        for (const NextStep& step : kind.steps) {
            all.push_back(say("If it is {}: {}", name_of(kind.condition), step.in_words()));
        }
    }
    for (const NextStep& step : then) {
        all.push_back(step.in_words());
    }
    return all;
}

NextSteps next_steps(const ScreenAnswers& answers, const ScreenResult& result) {
    NextSteps next;
    add_whom_to_see(next.now, result);
    if (result.outcome == ScreenOutcome::refer_now) {
        return next;
    }
    add_pain(next.now, answers);
    add_days(next.now, answers);
    add_raises(next.now, answers);
    next.kinds = steps_of_kinds(result);
    if (result.may_plan()) {
        add_step(next.then,
                 "Then plan the way back: 'plimsoll plan', with --answers and these answers.");
    }
    return next;
}

} // namespace plimsoll::planner

// The table of contradictions.
// SPDX-License-Identifier: Apache-2.0
#include "planner/screen_contradictions.hpp"

#include <array>

namespace plimsoll::planner {
namespace {

using A = ScreenAnswers;
using K = ScreenKey;

constexpr double most_pain_to_walk = 7.9; // of 10; policy: severe pain is for a clinician to see

bool number_above(const A& answers, K key, double least) {
    const std::optional<double> number = answers.number(key);
    return number && *number > least;
}

bool number_is_zero(const A& answers, K key) {
    const std::optional<double> number = answers.number(key);
    return number && *number <= 0.0;
}

bool swapped_raises(const A& answers) {
    const std::optional<double> other = answers.number(K::single_leg_raises_other);
    return other && number_above(answers, K::single_leg_raises_injured, *other + raise_noise);
}

constexpr std::array contradiction_table{
    Contradiction{K::cannot_bear_weight, K::pain_walking,
                  [](const A& a) {
                      return a.yes(K::cannot_bear_weight) && number_is_zero(a, K::pain_walking);
                  },
                  "You cannot put weight on the leg, yet walking hurts 0 of 10."},
    Contradiction{K::cannot_bear_weight, K::single_leg_raises_injured,
                  [](const A& a) {
                      return a.yes(K::cannot_bear_weight) &&
                             number_above(a, K::single_leg_raises_injured, 0.0);
                  },
                  "You cannot put weight on the leg, yet it does single-leg raises."},
    Contradiction{K::cannot_bear_weight, K::straight_knee_raise_hurts,
                  [](const A& a) {
                      return a.yes(K::cannot_bear_weight) &&
                             a.is(K::straight_knee_raise_hurts, "no");
                  },
                  "You cannot put weight on the leg, yet rising on its toes with a straight knee "
                  "does not hurt."},
    Contradiction{K::cannot_bear_weight, K::bent_knee_raise_hurts,
                  [](const A& a) {
                      return a.yes(K::cannot_bear_weight) && a.is(K::bent_knee_raise_hurts, "no");
                  },
                  "You cannot put weight on the leg, yet rising on its toes with a bent knee does "
                  "not hurt."},
    Contradiction{
        K::pop_and_no_push_off, K::felt_pop,
        [](const A& a) { return a.yes(K::pop_and_no_push_off) && a.is(K::felt_pop, "no"); },
        "Something snapped and you cannot push off, yet you felt no pop."},
    Contradiction{K::pop_and_no_push_off, K::single_leg_raises_injured,
                  [](const A& a) {
                      return a.yes(K::pop_and_no_push_off) &&
                             number_above(a, K::single_leg_raises_injured, 0.0);
                  },
                  "You cannot push off or rise on your toes, yet the leg does single-leg raises."},
    Contradiction{K::pop_and_no_push_off, K::single_leg_raises_injured,
                  [](const A& a) {
                      const bool at_once = a.yes(K::felt_pop) || a.is(K::onset, "sudden");
                      return a.is(K::pop_and_no_push_off, "no") && at_once &&
                             number_is_zero(a, K::single_leg_raises_injured);
                  },
                  "It came with a pop or all at once and the leg does no single-leg raise, yet you "
                  "say you can push off: have a clinician squeeze the calf to see that the "
                  "Achilles tendon holds."},
    Contradiction{K::both_legs_weak_or_painful, K::side,
                  [](const A& a) {
                      const bool of_the_back =
                          a.yes(K::back_symptoms) || a.yes(K::numbness_or_tingling);
                      return a.is(K::both_legs_weak_or_painful, "no") && a.is(K::side, "both") &&
                             of_the_back;
                  },
                  "Both calves are sore, with the back or with numbness, yet you say that not both "
                  "legs are weak or hurt from the back down: have a clinician look at the back."},
    Contradiction{K::cannot_bear_weight, K::pain_walking,
                  [](const A& a) {
                      return a.is(K::cannot_bear_weight, "no") &&
                             number_above(a, K::pain_walking, most_pain_to_walk);
                  },
                  "You say the leg bears weight, yet walking hurts 8 of 10 or more."},
    Contradiction{K::unexplained_night_pain, K::pain_now,
                  [](const A& a) {
                      return a.is(K::unexplained_night_pain, "no") &&
                             a.is(K::pain_out_of_proportion, "no") &&
                             number_above(a, K::pain_now, most_pain_to_walk);
                  },
                  "It hurts 8 of 10 or more as you answer, yet you call the pain neither "
                  "unexplained nor out of proportion."},
    Contradiction{K::onset, K::during,
                  [](const A& a) { return a.is(K::onset, "sudden") && a.is(K::during, "none"); },
                  "It began all at once, yet you were doing nothing in particular."},
    Contradiction{
        K::onset, K::during,
        [](const A& a) { return a.is(K::onset, "sudden") && a.is(K::during, "after_long_bout"); },
        "It began all at once, yet only after a long bout."},
    Contradiction{K::onset, K::during,
                  [](const A& a) {
                      return a.is(K::onset, "next_day") &&
                             (a.is(K::during, "push_off") || a.is(K::during, "jump"));
                  },
                  "You noticed it only later, yet it came at one push-off, jump or landing."},
    Contradiction{K::onset, K::felt_pop,
                  [](const A& a) { return a.is(K::onset, "gradual") && a.yes(K::felt_pop); },
                  "It came on gradually, yet you felt a pop or a sharp pull."},
    Contradiction{K::onset, K::felt_pop,
                  [](const A& a) { return a.is(K::onset, "next_day") && a.yes(K::felt_pop); },
                  "You noticed it only later, yet you felt a pop or a sharp pull."},
    Contradiction{
        K::single_leg_raises_injured, K::single_leg_raises_other, swapped_raises,
        "The sore leg does more raises than the other, and by more than counts vary: were "
        "they swapped?"},
};

} // namespace

std::span<const Contradiction> contradictions() noexcept {
    return contradiction_table;
}

std::vector<const Contradiction*> contradictions_in(const ScreenAnswers& answers) {
    std::vector<const Contradiction*> found;
    for (const Contradiction& contradiction : contradiction_table) {
        if (contradiction.holds(answers)) {
            found.push_back(&contradiction);
        }
    }
    return found;
}

} // namespace plimsoll::planner

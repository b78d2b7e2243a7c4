// The table of findings.
// SPDX-License-Identifier: Apache-2.0
#include "planner/screen_findings.hpp"

#include <array>

namespace plimsoll::planner {
namespace {

using K = ScreenKey;

constexpr auto acute_kind = CalfCondition::acute_strain;
constexpr auto silent_kind = CalfCondition::silent_strain;
constexpr auto neural_kind = CalfCondition::neural_tension;
constexpr bool speaks_for = true;
constexpr bool speaks_against = false;

constexpr std::string_view article = "clinic's article";
constexpr std::string_view green = "Green et al. 2022";
constexpr std::string_view dixon = "Dixon 2009";
constexpr std::string_view medscape = "Medscape";
constexpr std::string_view mayo = "Mayo Clinic";
constexpr std::string_view pizzari = "Green and Pizzari 2017";
constexpr std::string_view green_a = "Green et al. 2020";

// clang-format off
constexpr std::array finding_table{
    ScreenFinding{K::onset, "sudden", acute_kind, speaks_for, "It began all at once.", article, "expert"},
    ScreenFinding{K::onset, "sudden", silent_kind, speaks_against, "It began all at once; a silent strain creeps in or is noticed later.", green, "expert"},
    ScreenFinding{K::onset, "sudden", neural_kind, speaks_against, "It began all at once; neural tension comes on gradually.", article, "expert"},
    ScreenFinding{K::onset, "gradual", acute_kind, speaks_against, "It came on gradually; a tear is felt when it happens.", article, "expert"},
    ScreenFinding{K::onset, "gradual", silent_kind, speaks_for, "It came on gradually.", green, "expert"},
    ScreenFinding{K::onset, "gradual", neural_kind, speaks_for, "It came on gradually.", article, "expert"},
    ScreenFinding{K::onset, "next_day", acute_kind, speaks_against, "It was noticed only later; a tear is felt when it happens.", article, "expert"},
    ScreenFinding{K::onset, "next_day", silent_kind, speaks_for, "It was noticed only later.", green, "expert"},

    ScreenFinding{K::during, "push_off", acute_kind, speaks_for, "It came while pushing off or speeding up.", article, "expert"},
    ScreenFinding{K::during, "push_off", silent_kind, speaks_against, "It came while pushing off or speeding up, which is how the outer calf muscle is strained.", green, "expert"},
    ScreenFinding{K::during, "jump", acute_kind, speaks_for, "It came while jumping or landing.", article, "expert"},
    ScreenFinding{K::during, "jump", silent_kind, speaks_against, "It came while jumping or landing, which is how the outer calf muscle is strained.", green, "expert"},
    ScreenFinding{K::during, "steady_run", silent_kind, speaks_for, "It came while running at an even pace.", green, "expert"},
    ScreenFinding{K::during, "steady_run", neural_kind, speaks_for, "It came while running at an even pace; neural tension is common in distance runners.", article, "expert"},
    ScreenFinding{K::during, "after_long_bout", silent_kind, speaks_for, "It came after a long bout.", article, "expert"},
    ScreenFinding{K::during, "after_long_bout", acute_kind, speaks_against, "It came after a long bout, not at a push-off, jump or acceleration.", article, "expert"},
    ScreenFinding{K::during, "none", acute_kind, speaks_against, "No push-off, jump or acceleration brought it on.", article, "expert"},

    ScreenFinding{K::site, "inner_upper", acute_kind, speaks_for, "It sits in one obvious place, in the upper inner calf.", green, "expert"},
    ScreenFinding{K::site, "inner_upper", silent_kind, speaks_against, "It sits in the upper calf; the soleus lies deep and lower down.", green, "expert"},
    ScreenFinding{K::site, "outer_upper", acute_kind, speaks_for, "It sits in one obvious place, in the upper outer calf.", green, "expert"},
    ScreenFinding{K::site, "outer_upper", silent_kind, speaks_against, "It sits in the upper calf; the soleus lies deep and lower down.", green, "expert"},
    ScreenFinding{K::site, "deep_lower", silent_kind, speaks_for, "It sits deep in the lower calf, where the soleus is.", article, "expert"},
    ScreenFinding{K::site, "diffuse", silent_kind, speaks_for, "It is hard to point at.", green, "expert"},
    ScreenFinding{K::site, "diffuse", acute_kind, speaks_against, "It is hard to point at; the place of an acute strain mostly is not.", green, "expert"},

    ScreenFinding{K::felt_pop, "yes", acute_kind, speaks_for, "You felt a pop, a cramp or a sharp pull.", article, "expert"},
    ScreenFinding{K::felt_pop, "yes", silent_kind, speaks_against, "You felt a pop, a cramp or a sharp pull; a silent strain mostly has none.", article, "expert"},
    ScreenFinding{K::bruising, "yes", acute_kind, speaks_for, "There is a bruise.", medscape, "expert"},

    ScreenFinding{K::straight_knee_raise_hurts, "yes", acute_kind, speaks_for, "Rising on the toes with a straight knee hurts, which adds the outer calf muscle.", dixon, "expert"},
    ScreenFinding{K::straight_knee_raise_hurts, "no", acute_kind, speaks_against, "Rising on the toes with a straight knee does not hurt.", dixon, "expert"},
    ScreenFinding{K::bent_knee_raise_hurts, "yes", silent_kind, speaks_for, "Rising on the toes with a bent knee hurts, which loads the soleus.", dixon, "expert"},
    ScreenFinding{K::bent_knee_raise_hurts, "no", silent_kind, speaks_against, "Rising on the toes with a bent knee, which loads the soleus, does not hurt.", dixon, "expert"},

    ScreenFinding{K::back_symptoms, "yes", neural_kind, speaks_for, "The back or buttock is tight or sore, too.", article, "expert"},
    ScreenFinding{K::previous_back_injury, "yes", neural_kind, speaks_for, "You have had a back injury before.", article, "expert"},
    ScreenFinding{K::numbness_or_tingling, "yes", neural_kind, speaks_for, "There is numbness or tingling in the leg or foot.", article, "expert"},
    ScreenFinding{K::numbness_or_tingling, "no", neural_kind, speaks_against, "There is no numbness or tingling.", article, "expert"},
    ScreenFinding{K::worse_sitting_or_slumping, "yes", neural_kind, speaks_for, "Sitting or slumping makes it worse.", mayo, "expert"},
    ScreenFinding{K::worse_sitting_or_slumping, "no", neural_kind, speaks_against, "Sitting and slumping do not make it worse.", mayo, "expert"},
    ScreenFinding{K::comes_and_goes, "yes", neural_kind, speaks_for, "It comes and goes.", article, "expert"},
    ScreenFinding{K::lingers_between_runs, "yes", silent_kind, speaks_for, "A deep soreness or tightness stays between runs.", article, "expert"},
    ScreenFinding{K::lingers_between_runs, "no", silent_kind, speaks_against, "Nothing stays between runs.", article, "expert"},
    ScreenFinding{K::previous_calf_strain, "yes", acute_kind, speaks_for, "You have strained a calf before: with age the strongest risk factor.", pizzari, "cohort"},
    ScreenFinding{K::previous_calf_strain, "yes", silent_kind, speaks_for, "You have strained a calf before; of 35 that came back in Australian football 91 % were of the soleus.", green_a, "cohort"},
};
// clang-format on

} // namespace

std::string_view to_string(CalfCondition condition) noexcept {
    switch (condition) {
    case CalfCondition::acute_strain:
        return "acute_strain";
    case CalfCondition::silent_strain:
        return "silent_strain";
    case CalfCondition::neural_tension:
        break;
    }
    return "neural_tension";
}

std::span<const ScreenFinding> findings() noexcept {
    return finding_table;
}

} // namespace plimsoll::planner

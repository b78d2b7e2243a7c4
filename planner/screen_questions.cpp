// The table of questions.
// SPDX-License-Identifier: Apache-2.0
#include "planner/screen_questions.hpp"

#include "model/error.hpp"

#include <algorithm>
#include <array>

namespace plimsoll::planner {
namespace {

using K = ScreenKey;

constexpr std::string_view lung = "A clot can travel from the leg to the lung.";
constexpr std::string_view clot =
    "One of the nine signs by which doctors decide how soon to look for a clot in a leg vein.";
constexpr std::string_view spine =
    "Pressure on the nerves at the end of the spine is an emergency, and can hurt in the calf.";
constexpr std::string_view raise_test =
    "The outer calf muscle crosses the knee and the deep one does not: a straight knee loads both, "
    "a bent one mostly the deep one. Leave it out (unknown) if standing on the leg hurts.";
constexpr std::string_view back_way =
    "The nerve of the calf comes from the back, through buttock and hamstring.";

constexpr std::array<ScreenQuestion, screen_key_count> question_table{{
    {K::breathless_or_chest_pain,
     "Are you short of breath, or does your chest hurt, and you do not know why?", lung},
    {K::coughing_blood, "Have you coughed up blood?", lung},
    {K::entire_leg_swollen, "Is the whole leg swollen?", clot},
    {K::calf_swelling_3cm,
     "Is the calf at least 3 cm thicker than the other, measured with a tape 10 cm below the bump "
     "under the kneecap?",
     clot},
    {K::tender_deep_vein,
     "Is it tender to press along the deep veins (down the middle of the calf, behind the knee, up "
     "the inner thigh), and not only in one spot of the muscle?",
     clot},
    {K::pitting_oedema,
     "Does a finger pressed into the swelling leave a dent, in this leg and not in the other?",
     clot},
    {K::superficial_veins,
     "Do veins stand out under the skin of this leg that were not there before (varicose veins do "
     "not count)?",
     clot},
    {K::recent_immobilisation,
     "Is a leg paralysed or partly paralysed, or was one in plaster lately?", clot},
    {K::recent_surgery_or_bedridden,
     "Were you in bed for 3 days or more lately, or had major surgery under a general or regional "
     "anaesthetic within the last 12 weeks?",
     clot},
    {K::active_cancer,
     "Do you have cancer that is treated now, was treated within the last 6 months, or is in "
     "palliative care?",
     clot},
    {K::previous_dvt, "Has a doctor ever found a clot in a deep vein of yours (DVT)?", clot},
    {K::pop_and_no_push_off,
     "Did something snap or hit you low in the calf or at the heel, and can you no longer push off "
     "or rise on your toes?",
     "So it is when the Achilles tendon tears. Many can still walk."},
    {K::cannot_bear_weight, "Are you unable to put weight on the leg, even for four limping steps?",
     "A bone or tendon may be broken, or the muscle badly torn."},
    {K::pain_out_of_proportion,
     "Is the pain far worse than what happened explains, growing, and worst when somebody moves "
     "the foot?",
     "Pressure in a muscle, after a blow or a hard effort, can cut off its blood. Hours count."},
    {K::bladder_or_bowel,
     "Is there new trouble with bladder, bowel or sexual function: you cannot start, cannot hold "
     "it, or do not feel it?",
     spine},
    {K::saddle_numbness, "Is it numb or odd between the legs, where a saddle would touch?", spine},
    {K::both_legs_weak_or_painful, "Are both legs weak, or do both hurt from the back down?",
     spine},
    {K::progressive_weakness,
     "Is the leg or foot getting weaker from day to day: does it drag, slap or give way?",
     "A nerve that loses its strength must be seen at once."},
    {K::fever_or_unwell, "Do you have a fever, do you feel ill, or is the calf red and hot?",
     "An infection of skin or muscle hurts in the calf, too."},
    {K::unexplained_night_pain,
     "Does the leg hurt at rest or wake you at night, and nothing you did explains it?",
     "Pain that no load explains needs an examination."},

    {K::side, "Which calf is it?",
     "A plan is for one leg: answers about the other one do not count for it."},
    {K::onset, "How did it begin?",
     "An acute strain is felt when it happens; a silent one creeps in or is noticed later; a nerve "
     "comes on gradually."},
    {K::during, "What were you doing when it began?",
     "Push-offs, jumps and accelerations strain the muscle at once; even running and long bouts "
     "wear on the deep one."},
    {K::site, "Where is it?",
     "The outer muscle is easy to point at; the deep one, and a nerve, are not."},
    {K::felt_pop, "Did you feel a pop, a cramp or a sharp pull?",
     "It speaks for an acute strain. That there was none rules nothing out."},
    {K::bruising, "Is there a bruise, at the calf or down at the ankle?",
     "A torn muscle bleeds, and the blood sinks."},
    {K::straight_knee_raise_hurts, "Does rising on your toes with a straight knee hurt?",
     raise_test},
    {K::bent_knee_raise_hurts, "Does rising on your toes with a bent knee hurt?", raise_test},
    {K::back_symptoms, "Is your lower back or buttock sore or tight, too?", back_way},
    {K::previous_back_injury, "Have you had a back injury before?", back_way},
    {K::numbness_or_tingling, "Is there numbness or tingling in the leg or foot?",
     "Muscles ache; nerves tingle and go numb."},
    {K::worse_sitting_or_slumping, "Does sitting long or slumping make it worse?",
     "Both pull on the nerve. They prove nothing by themselves."},
    {K::comes_and_goes, "Does it come and go?",
     "So does neural tension; a strain is there whenever it is loaded."},
    {K::lingers_between_runs, "Does a deep soreness or tightness stay between runs?",
     "So it is with a silent strain."},
    {K::previous_calf_strain, "Have you strained a calf before?",
     "With age it is the strongest risk factor for another one."},
    {K::pain_now, "How much does it hurt now, at rest?",
     "0 is no pain, 10 the worst that you can think of."},
    {K::pain_walking, "How much does walking hurt?",
     "It says whether to unload the leg, and where loading may start."},
    {K::days_since_onset, "How many days ago did it begin?", "Nobody runs before day 5."},
    {K::single_leg_raises_injured,
     "How many single-leg calf raises does the sore leg do, up to 2 of 10 of pain?",
     "It is one of the gates on the way back. Leave it out (unknown) if the first one hurts."},
    {K::single_leg_raises_other, "And how many does the other leg do?",
     "The two are held against each other; counts of one person vary by about 6."},
}};

struct WordMeaning {
    ScreenKey key;
    std::string_view word;
    std::string_view meaning;
};

constexpr std::array meaning_table{
    WordMeaning{K::side, "left", "the left one"},
    WordMeaning{K::side, "right", "the right one"},
    WordMeaning{K::side, "both", "the left and the right one"},
    WordMeaning{K::onset, "sudden", "all at once"},
    WordMeaning{K::onset, "gradual", "bit by bit"},
    WordMeaning{K::onset, "next_day", "noticed only later, after the run or the next day"},
    WordMeaning{K::during, "push_off", "pushing off or speeding up"},
    WordMeaning{K::during, "jump", "jumping or landing"},
    WordMeaning{K::during, "steady_run", "running at an even pace"},
    WordMeaning{K::during, "after_long_bout", "after a long run, match or day on my feet"},
    WordMeaning{K::during, "none", "nothing in particular"},
    WordMeaning{K::site, "inner_upper", "upper calf, inner side"},
    WordMeaning{K::site, "outer_upper", "upper calf, outer side"},
    WordMeaning{K::site, "deep_lower", "deep, in the lower half"},
    WordMeaning{K::site, "diffuse", "hard to point at"},
};

constexpr bool questions_in_order() {
    for (std::size_t i = 0; i < question_table.size(); ++i) {
        if (static_cast<std::size_t>(question_table[i].key) != i) {
            return false;
        }
    }
    return true;
}

static_assert(questions_in_order(), "the questions stand in the order of ScreenKey");

} // namespace

const ScreenQuestion& question_of(ScreenKey key) noexcept {
    return question_table[static_cast<std::size_t>(key)];
}

std::string_view meaning_of(ScreenKey key, std::string_view word) {
    if (info_of(key).is_yes_no()) {
        return {};
    }
    const auto* const found =
        std::find_if(meaning_table.begin(), meaning_table.end(), [&](const WordMeaning& meaning) {
            return meaning.key == key && meaning.word == word;
        });
    require(found != meaning_table.end(), "meaning_of: no such word");
    return found->meaning;
}

} // namespace plimsoll::planner

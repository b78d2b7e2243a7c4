// Texts of the screen with their sources.
// SPDX-License-Identifier: Apache-2.0
#include "planner/screen_texts.hpp"

#include <array>

namespace plimsoll::planner {
namespace {

constexpr std::string_view clinic = "clinic's article";
constexpr std::string_view green_2022 = "Green et al. 2022";
constexpr std::string_view against_article = "clinic's article; Green et al. 2022";
constexpr std::string_view week_of_rest =
    "Here the article and the evidence differ: the article rests for a week, with crutches if "
    "bearing weight hurts; experts start calf loading on day 2 or 3, just below the pain, as soon "
    "as walking does not hurt. No trial decides between them.";

constexpr std::array<SourcedText, condition_count> description_table{{
    {"Sudden sharp pain, a cramp or a pull at a push-off, jump or acceleration; if severe, the leg "
     "bears no weight. Mostly in the soleus (85 % of 184 calf strains in Australian football).",
     "clinic's article; Green et al. 2020", "cohort"},
    {"A deep, lingering soreness or tightness without acute pain, often after a long bout. It "
     "recurs, and is hard to tell from neural tension; the article takes an MRI for the clear "
     "answer.",
     clinic, "expert"},
    {"The nerve is irritated on its way from the spinal cord through glutes, hamstring and calf to "
     "the foot: gradual weakness or numbness, perhaps a tight back. An earlier back injury or a "
     "sedentary life goes with it. It comes and goes, and is common in distance runners.",
     clinic, "expert"},
}};

constexpr std::array acute_steps{
    SourcedText{"Rest it from running and unload it until walking does not hurt, with crutches if "
                "needed.",
                clinic, "expert"},
    SourcedText{week_of_rest, against_article, "expert"},
    SourcedText{"Nobody runs before day 5: of 58 footballers with 85 muscle injuries those who ran "
                "again on day 3 or 4 were injured again more often than on day 5 or 6. The "
                "interval is very wide.",
                "Stares et al. 2018", "cohort"},
    SourcedText{"Then calf raises and a physio's exercises for endurance and strength, a slow "
                "return to running with a couple of months of a gradual increase to fast running, "
                "and team sport last.",
                clinic, "expert"},
};

constexpr std::array silent_steps{
    SourcedText{"Stop continuous running, and treat it as a strain until shown otherwise.",
                green_2022, "expert"},
    SourcedText{week_of_rest, against_article, "expert"},
    SourcedText{"Then calf raises, with the knee straight and bent, a slow return to running that "
                "steadily adds speed and distance, and the usual sports.",
                clinic, "expert"},
};

constexpr std::array neural_steps{
    SourcedText{"Keep moving, with nerve stretches and glides that do not hurt. Tested were six "
                "supervised sessions in two weeks, in 51 people with leg pain from the back; "
                "sliders and tensioners did equally well.",
                "Alshami et al. 2022", "trial"},
    SourcedText{"Strengthen the lower back, the glutes and the hamstrings; gradually increase the "
                "calf's load, and build up running and sport.",
                clinic, "expert"},
    SourcedText{"Back to a clinician if it gets weaker or number, or if two weeks change nothing.",
                "this program", "policy"},
};

constexpr std::array anatomy{
    SourcedText{"The gastrocnemius is the outer muscle and crosses knee and ankle. The soleus lies "
                "deep under it, below the knee. Both end in the Achilles tendon.",
                clinic, "expert"},
    SourcedText{"A raise with the knee bent loads the soleus; with the knee straight the "
                "gastrocnemius joins in.",
                "Dixon 2009", "expert"},
};

constexpr std::array risks{
    SourcedText{"Increased age (loss of muscle mass and strength): above the mean age of men's "
                "professional football the hazard of calf injury was 1.93 (1.38-2.71).",
                "clinic's article; Hagglund et al. 2013", "cohort"},
    SourcedText{"An earlier calf strain: 2.33 (1.52-3.57) in the season after it, and more within "
                "eight weeks. The article does not name it; with age it is the strongest.",
                "Hagglund et al. 2013; Green and Pizzari 2017", "cohort"},
    SourcedText{"Heavier weight: the article names it; over 10 studies no association was found.",
                "Green and Pizzari 2017", "cohort"},
    SourcedText{"Playing socially without training, and injury on the return from a break: no "
                "number exists for the calf. In the first match after an absence through injury "
                "any injury was 1.87 (1.64-2.14) times as frequent in professional football.",
                "clinic's article; Bengtsson et al. 2020", "cohort"},
    SourcedText{"A previous back injury: 1.29 (1.10-1.51) for any injury in community Australian "
                "football.",
                "clinic's article; McManus et al. 2004", "cohort"},
    SourcedText{"A sedentary life: the article's; no number was found.", clinic, "expert"},
    SourcedText{"Long bouts of exercise, constant activity and fatigue: runs more than 10 % longer "
                "than any of the 30 days before went with more overuse injury; fatigue has no "
                "number.",
                "clinic's article; Frandsen et al. 2025", "cohort"},
};

constexpr std::array settlers{
    SourcedText{"An examination by a clinician: muscle, tendon, veins, back and nerve.", clinic,
                "expert"},
    SourcedText{"MRI where it was sudden and severe, stays unclear or does not settle. By the "
                "article it gives a clear answer between a silent strain and neural tension; no "
                "number was found for that.",
                clinic, "expert"},
    SourcedText{"A normal ultrasound settles nothing: it found 27 % of the soleus strains that MRI "
                "showed.",
                "Balius et al. 2014", "cohort"},
    SourcedText{"Tests of nerve tension that you do yourself settle nothing either: they only show "
                "that the nerve is sensitive.",
                "Schmid 2018", "expert"},
};

} // namespace

std::string_view name_of(CalfCondition condition) noexcept {
    switch (condition) {
    case CalfCondition::acute_strain:
        return "acute strain or tear";
    case CalfCondition::silent_strain:
        return "silent strain of the soleus";
    case CalfCondition::neural_tension:
        break;
    }
    return "neural tension";
}

const SourcedText& description_of(CalfCondition condition) noexcept {
    return description_table[static_cast<std::size_t>(condition)];
}

std::span<const SourcedText> first_steps_of(CalfCondition condition) noexcept {
    switch (condition) {
    case CalfCondition::acute_strain:
        return acute_steps;
    case CalfCondition::silent_strain:
        return silent_steps;
    case CalfCondition::neural_tension:
        break;
    }
    return neural_steps;
}

std::span<const SourcedText> calf_anatomy() noexcept {
    return anatomy;
}

std::span<const SourcedText> calf_risks() noexcept {
    return risks;
}

std::span<const SourcedText> what_settles() noexcept {
    return settlers;
}

} // namespace plimsoll::planner

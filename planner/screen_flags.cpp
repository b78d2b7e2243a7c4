// The table of red flags. Questions for it stand in screen_questions.cpp.
// SPDX-License-Identifier: Apache-2.0
#include "planner/screen_flags.hpp"

#include "model/error.hpp"

#include <algorithm>
#include <array>

namespace plimsoll::planner {
namespace {

using K = ScreenKey;

constexpr std::string_view lung_source = "NHS 111 Wales";
constexpr std::string_view wells_source = "Wells et al. 2003";
constexpr std::string_view achilles_source = "Maffulli 1998; Reiman et al. 2014";
constexpr std::string_view weight_source = "Ottawa rules";
constexpr std::string_view compartment_source = "docslib 3422961";
constexpr std::string_view cauda_source = "BMJ Best Practice";
constexpr std::string_view infection_source = "NHS";
constexpr std::string_view night_source = "NICE NG12";

constexpr std::string_view call_ambulance =
    "Call the emergency number now, and say that your calf hurts, too. Do not drive yourself.";
constexpr std::string_view review_today =
    "Arrange a medical review for today, by phone or in person, and say that a clot in the leg "
    "must be ruled out. A muscle tear does not rule it out.";
constexpr std::string_view spine_now =
    "Go to an emergency department now, by day or night: this can be pressure on the nerves at "
    "the end of the spine, which is treated within hours. Let somebody else drive.";

constexpr RedFlag wells(ScreenKey key, std::string_view text) {
    return {key, Urgency::today, true, text, review_today, wells_source, "cohort"};
}

constexpr std::array<RedFlag, red_flag_count> flag_table{
    RedFlag{K::breathless_or_chest_pain, Urgency::ambulance, false,
            "You are short of breath or your chest hurts.", call_ambulance, lung_source, "expert"},
    RedFlag{K::coughing_blood, Urgency::ambulance, false, "You have coughed up blood.",
            call_ambulance, lung_source, "expert"},
    wells(K::entire_leg_swollen, "The whole leg is swollen."),
    wells(K::calf_swelling_3cm, "The calf is at least 3 cm thicker than the other."),
    wells(K::tender_deep_vein, "It is tender along the course of the deep veins."),
    wells(K::pitting_oedema, "A finger leaves a dent in the swelling, in this leg only."),
    wells(K::superficial_veins, "New veins stand out under the skin, and are not varicose."),
    wells(K::recent_immobilisation, "A leg is paralysed or weak, or was in plaster lately."),
    wells(K::recent_surgery_or_bedridden,
          "You were in bed for 3 days or more lately, or had major surgery within 12 weeks."),
    wells(K::active_cancer, "Cancer is being treated, or was within the last 6 months."),
    wells(K::previous_dvt, "You have had a clot in a deep vein before."),
    RedFlag{K::pop_and_no_push_off, Urgency::today, false,
            "Something snapped, and you cannot push off or rise on your toes.",
            "Be seen today, in an emergency department or by a sports doctor: the Achilles tendon "
            "may be torn. That you can still walk does not rule it out; squeezing the calf is the "
            "clinician's test, not yours. Do not stretch it; walk as little as you can.",
            achilles_source, "cohort"},
    RedFlag{K::cannot_bear_weight, Urgency::today, false,
            "You cannot put weight on the leg for four steps.",
            "Be seen today, and use crutches until then: a bone or tendon may be broken, or the "
            "muscle badly torn.",
            weight_source, "expert"},
    RedFlag{K::pain_out_of_proportion, Urgency::hospital, false,
            "The pain is far out of proportion, and grows.",
            "Go to an emergency department now: pressure in the muscle can cut off its blood, and "
            "hours count. Take off anything tight; do not wait for numbness or a pale foot, which "
            "come late.",
            compartment_source, "expert"},
    RedFlag{K::bladder_or_bowel, Urgency::hospital, false,
            "There is new trouble with bladder, bowel or sexual function.", spine_now, cauda_source,
            "expert"},
    RedFlag{K::saddle_numbness, Urgency::hospital, false,
            "It is numb between the legs, where a saddle would touch.", spine_now, cauda_source,
            "expert"},
    RedFlag{K::both_legs_weak_or_painful, Urgency::hospital, false,
            "Both legs are weak, or hurt from the back down.", spine_now, cauda_source, "expert"},
    RedFlag{K::progressive_weakness, Urgency::today, false,
            "The leg or foot gets weaker from day to day.",
            "See a doctor today. If the other leg, the bladder or the bowel joins in, go to an "
            "emergency department at once.",
            cauda_source, "expert"},
    RedFlag{K::fever_or_unwell, Urgency::soon, false,
            "You have a fever or feel ill, or the calf is red and hot.",
            "See a doctor within a day: an infection must be ruled out. With a high fever, or "
            "a redness that spreads, go to an emergency department.",
            infection_source, "expert"},
    RedFlag{K::unexplained_night_pain, Urgency::soon, false,
            "The leg hurts at rest or at night, and nothing explains it.",
            "See a doctor this week, before you run again: pain that no load explains needs an "
            "examination, and perhaps an X-ray.",
            night_source, "expert"},
};

constexpr bool complete() {
    for (std::size_t i = 0; i < flag_table.size(); ++i) {
        if (static_cast<std::size_t>(flag_table[i].key) != i) {
            return false;
        }
    }
    return true;
}

static_assert(complete(), "the red flags stand in the order of ScreenKey");

} // namespace

std::string_view to_string(ScreenOutcome outcome) noexcept {
    switch (outcome) {
    case ScreenOutcome::proceed:
        return "proceed";
    case ScreenOutcome::refer:
        return "refer";
    case ScreenOutcome::refer_now:
        break;
    }
    return "refer_now";
}

ScreenOutcome outcome_of(Urgency urgency) noexcept {
    return urgency == Urgency::soon ? ScreenOutcome::refer : ScreenOutcome::refer_now;
}

std::span<const RedFlag> red_flags() noexcept {
    return flag_table;
}

const RedFlag& red_flag(ScreenKey key) {
    require(info_of(key).is_red_flag(), "red_flag: the question is no red flag");
    return flag_table[static_cast<std::size_t>(key)];
}

int wells_points(const ScreenAnswers& answers) {
    return static_cast<int>(
        std::count_if(flag_table.begin(), flag_table.end(),
                      [&](const RedFlag& flag) { return flag.wells && answers.yes(flag.key); }));
}

} // namespace plimsoll::planner

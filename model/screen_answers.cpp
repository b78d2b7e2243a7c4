// The table of questions and the answers to them.
// SPDX-License-Identifier: Apache-2.0
#include "model/screen_answers.hpp"

#include "model/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace plimsoll {
namespace {

using Kind = ScreenKeyInfo::Kind;
using K = ScreenKey;

constexpr std::array<std::string_view, 2> no_yes{"no", "yes"};
constexpr std::array<std::string_view, 3> legs{"left", "right", "both"};
constexpr std::array<std::string_view, 3> onsets{"sudden", "gradual", "next_day"};
constexpr std::array<std::string_view, 5> activities{"push_off", "jump", "steady_run",
                                                     "after_long_bout", "none"};
constexpr std::array<std::string_view, 4> sites{"inner_upper", "outer_upper", "deep_lower",
                                                "diffuse"};

constexpr double most_pain = 10.0;    // numeric rating scale, 0 to 10
constexpr double most_days = 3650.0;  // ten years; policy
constexpr double most_raises = 200.0; // repetitions; policy

constexpr ScreenKeyInfo flag(K key, std::string_view name) {
    return {key, "red_flags", name, Kind::word, no_yes};
}

constexpr ScreenKeyInfo sign(K key, std::string_view name,
                             std::span<const std::string_view> words = no_yes) {
    return {key, "calf", name, Kind::word, words};
}

constexpr ScreenKeyInfo number(K key, std::string_view name, double most, bool whole) {
    return {key, "calf", name, Kind::number, {}, 0.0, most, whole};
}

constexpr std::array<ScreenKeyInfo, screen_key_count> all{
    flag(K::breathless_or_chest_pain, "breathless_or_chest_pain"),
    flag(K::coughing_blood, "coughing_blood"),
    flag(K::entire_leg_swollen, "entire_leg_swollen"),
    flag(K::calf_swelling_3cm, "calf_swelling_3cm"),
    flag(K::tender_deep_vein, "tender_deep_vein"),
    flag(K::pitting_oedema, "pitting_oedema"),
    flag(K::superficial_veins, "superficial_veins"),
    flag(K::recent_immobilisation, "recent_immobilisation"),
    flag(K::recent_surgery_or_bedridden, "recent_surgery_or_bedridden"),
    flag(K::active_cancer, "active_cancer"),
    flag(K::previous_dvt, "previous_dvt"),
    flag(K::pop_and_no_push_off, "pop_and_no_push_off"),
    flag(K::cannot_bear_weight, "cannot_bear_weight"),
    flag(K::pain_out_of_proportion, "pain_out_of_proportion"),
    flag(K::bladder_or_bowel, "bladder_or_bowel"),
    flag(K::saddle_numbness, "saddle_numbness"),
    flag(K::both_legs_weak_or_painful, "both_legs_weak_or_painful"),
    flag(K::progressive_weakness, "progressive_weakness"),
    flag(K::fever_or_unwell, "fever_or_unwell"),
    flag(K::unexplained_night_pain, "unexplained_night_pain"),
    sign(K::side, "side", legs),
    sign(K::onset, "onset", onsets),
    sign(K::during, "during", activities),
    sign(K::site, "site", sites),
    sign(K::felt_pop, "felt_pop"),
    sign(K::bruising, "bruising"),
    sign(K::straight_knee_raise_hurts, "straight_knee_raise_hurts"),
    sign(K::bent_knee_raise_hurts, "bent_knee_raise_hurts"),
    sign(K::back_symptoms, "back_symptoms"),
    sign(K::previous_back_injury, "previous_back_injury"),
    sign(K::numbness_or_tingling, "numbness_or_tingling"),
    sign(K::worse_sitting_or_slumping, "worse_sitting_or_slumping"),
    sign(K::comes_and_goes, "comes_and_goes"),
    sign(K::lingers_between_runs, "lingers_between_runs"),
    sign(K::previous_calf_strain, "previous_calf_strain"),
    number(K::pain_now, "pain_now", most_pain, false),
    number(K::pain_walking, "pain_walking", most_pain, false),
    number(K::days_since_onset, "days_since_onset", most_days, true),
    number(K::single_leg_raises_injured, "single_leg_raises_injured", most_raises, true),
    number(K::single_leg_raises_other, "single_leg_raises_other", most_raises, true),
};

constexpr bool in_order() {
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (static_cast<std::size_t>(all[i].key) != i ||
            (all[i].table == "red_flags") != (i < red_flag_count)) {
            return false;
        }
    }
    return true;
}

static_assert(in_order(), "the table stands in the order of ScreenKey, red flags first");

constexpr std::size_t index(ScreenKey key) {
    return static_cast<std::size_t>(key);
}

} // namespace

bool ScreenKeyInfo::is_yes_no() const noexcept {
    return words.data() == no_yes.data();
}

bool ScreenKeyInfo::is_red_flag() const noexcept {
    return index(key) < red_flag_count;
}

std::span<const ScreenKeyInfo> screen_keys() noexcept {
    return all;
}

const ScreenKeyInfo& info_of(ScreenKey key) noexcept {
    return all[index(key)];
}

std::string_view to_string(ScreenKey key) noexcept {
    return info_of(key).name;
}

std::span<const ScreenKeyInfo> red_flag_keys() noexcept {
    return screen_keys().first(red_flag_count);
}

std::string_view ScreenAnswers::word(ScreenKey key) const {
    const ScreenKeyInfo& info = info_of(key);
    require(info.kind == Kind::word, "ScreenAnswers::word: the answer is a number");
    const std::uint8_t place = values_[index(key)].word;
    return place == 0 ? std::string_view() : info.words[place - 1U];
}

std::optional<double> ScreenAnswers::number(ScreenKey key) const {
    require(info_of(key).kind == Kind::number, "ScreenAnswers::number: the answer is a word");
    return values_[index(key)].number;
}

bool ScreenAnswers::known(ScreenKey key) const noexcept {
    const Value& value = values_[index(key)];
    return value.word != 0 || value.number.has_value();
}

void ScreenAnswers::set(ScreenKey key, std::string_view word) {
    const std::span<const std::string_view> words = info_of(key).words;
    const auto found = std::find(words.begin(), words.end(), word);
    require(found != words.end(), "ScreenAnswers::set: no such word");
    values_[index(key)].word = static_cast<std::uint8_t>(found - words.begin() + 1);
}

void ScreenAnswers::set(ScreenKey key, double number) {
    const ScreenKeyInfo& info = info_of(key);
    require(info.kind == Kind::number, "ScreenAnswers::set: the answer is a word");
    require(number >= info.least && number <= info.most,
            "ScreenAnswers::set: outside the range of the question");
    require(!info.whole || !(std::floor(number) < number),
            "ScreenAnswers::set: not a whole number");
    values_[index(key)].number = number;
}

void ScreenAnswers::forget(ScreenKey key) noexcept {
    values_[index(key)] = Value();
}

std::string answer_text(const ScreenAnswers& answers, ScreenKey key) {
    if (!answers.known(key)) {
        return "unknown";
    }
    if (info_of(key).kind == Kind::word) {
        return std::string(answers.word(key));
    }
    return fmt::format("{}", *answers.number(key));
}

} // namespace plimsoll

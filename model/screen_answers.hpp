// The answers of the calf screen: 20 red flags and what tells the kinds of calf pain apart.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_MODEL_SCREEN_ANSWERS_HPP
#define PLIMSOLL_MODEL_SCREEN_ANSWERS_HPP

#include "model/date.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace plimsoll {

/// The questions, in the order in which they are asked. The red flags come first.
enum class ScreenKey : std::uint8_t {
    // [red_flags]
    breathless_or_chest_pain,
    coughing_blood,
    entire_leg_swollen,
    calf_swelling_3cm,
    tender_deep_vein,
    pitting_oedema,
    superficial_veins,
    recent_immobilisation,
    recent_surgery_or_bedridden,
    active_cancer,
    previous_dvt,
    pop_and_no_push_off,
    cannot_bear_weight,
    pain_out_of_proportion,
    bladder_or_bowel,
    saddle_numbness,
    both_legs_weak_or_painful,
    progressive_weakness,
    fever_or_unwell,
    unexplained_night_pain,
    // [calf]
    side,
    onset,
    during,
    site,
    felt_pop,
    bruising,
    straight_knee_raise_hurts,
    bent_knee_raise_hurts,
    back_symptoms,
    previous_back_injury,
    numbness_or_tingling,
    worse_sitting_or_slumping,
    comes_and_goes,
    lingers_between_runs,
    previous_calf_strain,
    pain_now,
    pain_walking,
    days_since_onset,
    single_leg_raises_injured,
    single_leg_raises_other
};

inline constexpr std::size_t red_flag_count = 20;
inline constexpr std::size_t screen_key_count = 40;

/// What an answer to a question may be.
struct ScreenKeyInfo {
    enum class Kind : std::uint8_t {
        word,  ///< one of words
        number ///< from least to most
    };
    ScreenKey key;
    std::string_view table; ///< of the answers file: red_flags or calf
    std::string_view name;  ///< the key in the answers file and the name of the enumerator
    Kind kind;
    std::span<const std::string_view> words; ///< "no" and "yes" for a question of yes or no
    double least = 0.0;
    double most = 0.0;
    bool whole = false; ///< a count

    bool is_yes_no() const noexcept;
    bool is_red_flag() const noexcept;
};

/// All questions, in order of ScreenKey.
std::span<const ScreenKeyInfo> screen_keys() noexcept;
const ScreenKeyInfo& info_of(ScreenKey key) noexcept;
std::string_view to_string(ScreenKey key) noexcept;
std::span<const ScreenKeyInfo> red_flag_keys() noexcept; ///< the first red_flag_count of them

/// Every answer is unknown until it is set.
class ScreenAnswers {
public:
    /// The word answered; empty: unknown.
    /// @throws PreconditionError  the answer to @p key is a number.
    std::string_view word(ScreenKey key) const;

    bool is(ScreenKey key, std::string_view word) const {
        return known(key) && this->word(key) == word;
    }

    bool yes(ScreenKey key) const { return is(key, "yes"); }

    /// The number answered. @throws PreconditionError  the answer to @p key is a word.
    std::optional<double> number(ScreenKey key) const;
    bool known(ScreenKey key) const noexcept;

    /// @throws PreconditionError  no such word, or the answer to @p key is a number.
    void set(ScreenKey key, std::string_view word);
    /// @throws PreconditionError  outside the range of @p key, not whole where it is a count, or
    /// the
    ///                            answer to @p key is a word.
    void set(ScreenKey key, double number);
    void forget(ScreenKey key) noexcept; ///< unknown again

    /// The day on which the questions were answered; absent where the file does not say.
    const std::optional<Date>& day() const noexcept { return day_; }

    void set_day(Date day) noexcept { day_ = day; }

    bool operator==(const ScreenAnswers&) const = default;

private:
    struct Value {
        std::uint8_t word = 0; // 0: unknown, else its place in words, from 1
        std::optional<double> number;
        bool operator==(const Value&) const = default;
    };

    std::array<Value, screen_key_count> values_{};
    std::optional<Date> day_;
};

/// The word or number as people read it; "unknown" without one.
std::string answer_text(const ScreenAnswers& answers, ScreenKey key);

} // namespace plimsoll

#endif

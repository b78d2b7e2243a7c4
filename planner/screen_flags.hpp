// The red flags: what stops running and planning, and what to do now.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_SCREEN_FLAGS_HPP
#define PLIMSOLL_PLANNER_SCREEN_FLAGS_HPP

#include "model/screen_answers.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace plimsoll::planner {

/// In order of urgency.
enum class ScreenOutcome : std::uint8_t {
    proceed,  ///< nothing in the answers stands against a plan
    refer,    ///< a clinician first; no plan
    refer_now ///< medical help today; no plan
};

std::string_view to_string(ScreenOutcome outcome) noexcept; ///< proceed, refer, refer_now

/// How soon a red flag must be seen.
enum class Urgency : std::uint8_t {
    soon,     ///< a doctor within days
    today,    ///< medical review on the same day
    hospital, ///< an emergency department at once
    ambulance ///< an emergency call
};

ScreenOutcome outcome_of(Urgency urgency) noexcept;

/// One row of the table.
struct RedFlag {
    ScreenKey key;
    Urgency urgency;
    bool wells;              ///< an item of the Wells score for a clot in a leg vein, one point
    std::string_view text;   ///< what was answered, a sentence
    std::string_view action; ///< what to do now
    std::string_view source;
    std::string_view evidence;
};

/// All 20, in order of ScreenKey.
std::span<const RedFlag> red_flags() noexcept;
/// @throws PreconditionError  @p key is no red flag.
const RedFlag& red_flag(ScreenKey key);

/// From here on the two-level rule asks for a scan first; then the flag's action is an emergency
/// department instead of an appointment on the same day.
/// @source  Wells et al. 2003, N Engl J Med 349:1227; evidence.md 8.1
/// @evidence  cohort (the cut); policy (what it changes here)
inline constexpr int wells_two_level = 2; // points

/// Points of the Wells score that can be answered at home: one for each of nine items answered yes.
///
/// The item that takes two points off (another diagnosis at least as likely) is left out: nobody
/// can judge it by himself. The points only steer the outcome; they are never shown, and neither is
/// a probability.
/// @return  0 to 9
/// @source  evidence.md 8.1
int wells_points(const ScreenAnswers& answers);

} // namespace plimsoll::planner

#endif

// Whether answers of the screen are fresh, and of the leg that is hurt.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_SCREEN_FIT_HPP
#define PLIMSOLL_PLANNER_SCREEN_FIT_HPP

#include "model/date.hpp"
#include "model/event.hpp"
#include "model/screen_answers.hpp"
#include "planner/screen.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace plimsoll::planner {

/// A plan takes answers for so many days: red flags come and go.
inline constexpr int answers_count_days = 7; // policy

/// The injury that answers have to be of.
struct ScreenedInjury {
    std::string site; ///< e.g. calf_left_soleus
    Date onset = Date::from_days(0);
    bool open = true; ///< no return is recorded yet
    std::optional<Date> returned = {};
};

/// Why a plan of @p day cannot rest on @p answers, with what to do: they have no date, are older
/// than answers_count_days or than the onset, or are of another side than the injury, or of none
/// that is said where the injury has one. Nothing where they fit.
/// @param injury  absent: no injury to come back from.
std::optional<std::string> reason_against_answers(const ScreenAnswers& answers, Date day,
                                                  const std::optional<ScreenedInjury>& injury);

/// Why no plan along a pathway of no injury rests on these answers: they tell of a sore calf (how
/// it began, where it is, pain above 0, a raise that hurts), and no open injury is recorded; or,
/// with one whose return is recorded, of pain above 2 of 10.
std::optional<std::string> reason_against_sore_calf(const ScreenAnswers& answers, bool injured);

/// What the answers say of pain, as a record of their day at @p site: the worse of at rest and in
/// walking. Nothing without a day, or of at most 2 of 10: that shows no session to be calm.
std::optional<Event> pain_in(const ScreenAnswers& answers, std::string_view site);

/// Why the answers and the events do not tell of one injury: by the answers it began later than
/// recorded, or does fewer raises than a record, by more than both vary; or pain of it above 5 of
/// 10 was recorded after the answers.
std::optional<std::string> reason_against_records(const ScreenAnswers& answers,
                                                  const ScreenedInjury& injury,
                                                  std::span<const Event> events, Date day);

/// Why the answers forbid the pathway: an acute strain is clearly likelier, and the pathway, of
/// neural tension, loads and runs sooner.
std::optional<std::string> reason_against_pathway(const ScreenResult& result,
                                                  std::string_view pathway);

/// A sentence where the answers speak more against than for the pathway, and clearly for another;
/// nothing of a pathway that is of no kind of calf pain.
std::optional<std::string> doubt_about_pathway(const ScreenResult& result,
                                               std::string_view pathway);

} // namespace plimsoll::planner

#endif

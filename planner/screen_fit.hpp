// Whether answers of the screen are fresh, and of the leg that is hurt.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_SCREEN_FIT_HPP
#define PLIMSOLL_PLANNER_SCREEN_FIT_HPP

#include "model/date.hpp"
#include "model/screen_answers.hpp"
#include "planner/screen.hpp"

#include <optional>
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
};

/// Why a plan of @p day cannot rest on @p answers, with what to do: they have no date, are older
/// than answers_count_days or than the onset, or are of another side than the injury, or of none
/// that is said where the injury has one. Nothing where they fit.
/// @param injury  absent: no injury to come back from.
std::optional<std::string> reason_against_answers(const ScreenAnswers& answers, Date day,
                                                  const std::optional<ScreenedInjury>& injury);

/// A sentence where the answers speak more against than for the pathway, and clearly for another;
/// nothing of a pathway that is of no kind of calf pain.
std::optional<std::string> doubt_about_pathway(const ScreenResult& result,
                                               std::string_view pathway);

} // namespace plimsoll::planner

#endif

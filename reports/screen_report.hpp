// The calf screen as a page, as JSON, and its answers as a file.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_SCREEN_REPORT_HPP
#define PLIMSOLL_REPORTS_SCREEN_REPORT_HPP

#include "model/date.hpp"
#include "planner/screen.hpp"
#include "reports/document.hpp"

#include <optional>
#include <string>

namespace plimsoll::reports {

/// What to do now; what is open; the kinds of calf pain in order, with reasons for and against;
/// what would settle it; what to do next; the calf and its risks. While a red flag that cannot wait
/// stands, the last two are left out.
/// @param as_of  the day of the answers; absent: not said
Document screen_report(const ScreenAnswers& answers, const planner::ScreenResult& result,
                       std::optional<Date> as_of);

/// The page of a plan that the screen stops: what to do now, and nothing planned.
/// @param why  a sentence without its full stop, printed where there are no answers
Document screened_plan_report(const std::optional<planner::ScreenResult>& result,
                              const std::string& why, const std::string& subject, Date start);

/// plimsoll.screen/1
std::string screen_json(const ScreenAnswers& answers, const planner::ScreenResult& result,
                        const std::string& program, std::optional<Date> as_of);

/// The answers file, whole: each key below its question, and what is not answered as "unknown".
std::string screen_answers_toml(const ScreenAnswers& answers);

} // namespace plimsoll::reports

#endif

// Days and sessions for tests.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_TESTS_SUPPORT_SESSIONS_HPP
#define PLIMSOLL_TESTS_SUPPORT_SESSIONS_HPP

#include "model/session.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace plimsoll::test {

/// A day from its ISO form; the test fails where there is no such day.
Date day(const std::string& text);

/// A run without a time of day.
Session run_on(Date day, double km, std::optional<double> minutes = std::nullopt);
/// A session with RPE and minutes, no sport.
Session rated_on(Date day, double rpe, double minutes);

/// One run of so many kilometres on each of @p weekdays from @p first to @p last, at six minutes a
/// kilometre.
std::vector<Session> weekly_runs(Date first, Date last,
                                 const std::vector<std::pair<Weekday, double>>& weekdays);

} // namespace plimsoll::test

#endif

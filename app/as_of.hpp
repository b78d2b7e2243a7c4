// The day that a result is of.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_APP_AS_OF_HPP
#define PLIMSOLL_APP_AS_OF_HPP

#include "app/invocation.hpp"
#include "app/messages.hpp"
#include "model/training_log.hpp"

#include <functional>
#include <optional>
#include <span>

namespace plimsoll::app {

/// The last day with a session that is not after a day; nothing where there is none.
using NewestDay = std::function<std::optional<Date>(Date latest)>;

NewestDay newest_day_of(std::span<const AthleteSessions> athletes);
/// As the first, of the log as it will be once duplicates are folded.
NewestDay newest_day_of(const PackedLog& log);

/// The day by the clock. The only place of the program that asks it: to doubt a default, and to
/// date answers that are given now.
Date today();

/// --as-of; absent where it was not typed. @throws UsageError  no date of the years 1900 to 2100.
std::optional<Date> typed_as_of(const Invocation& invocation);

/// --as-of, the Sunday of --week, or the day of the newest session.
/// @param newest_day  of a log that is not empty.
/// @throws UsageError  neither a date nor a week.
Date as_of_day(const Invocation& invocation, const NewestDay& newest_day, Messages& messages);

} // namespace plimsoll::app

#endif

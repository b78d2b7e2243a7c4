// Charts of what an athlete has done and how it stands.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_LOAD_CHARTS_HPP
#define PLIMSOLL_REPORTS_LOAD_CHARTS_HPP

#include "model/session.hpp"
#include "reports/chart.hpp"
#include "reports/customs.hpp"
#include "risk/statement.hpp"

#include <optional>
#include <span>

namespace plimsoll::reports {

inline constexpr int chart_days = 182; // of charts over time: half a year; policy

/// Every function gives nothing where there is nothing to show; @p statement has load.

/// The plimsoll line: the longest run of each day against 1.10 x the longest run of the 30 days
/// before it, and where the line stands for the next one.
/// @param sessions  of the athlete, in order of earlier().
std::optional<Chart> ceiling_chart(const risk::Statement& statement,
                                   std::span<const Session> sessions, const Customs& customs);

/// Daily load with the means of 7 and of 28 days; gaps shaded.
std::optional<Chart> load_chart(const risk::Statement& statement, const Customs& customs);

/// The coupled and the EWMA ratio with the convention's band; the warm-up hatched.
std::optional<Chart> ratio_chart(const risk::Statement& statement);

/// The factors that apply, with their intervals, and their total.
std::optional<Chart> factor_chart(const risk::Statement& statement);

/// The maximum speed of each session of 8 weeks, in percent of the athlete's own.
/// @param sessions  of the athlete, in order of earlier().
std::optional<Chart> sprint_chart(const risk::Statement& statement,
                                  std::span<const Session> sessions);

} // namespace plimsoll::reports

#endif

// Parts that several reports share.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_SECTIONS_HPP
#define PLIMSOLL_REPORTS_SECTIONS_HPP

#include "model/training_log.hpp"
#include "reports/document.hpp"
#include "risk/statement.hpp"

#include <cstdint>
#include <span>
#include <string>

namespace plimsoll::reports {

/// Who a page is about: the name of the athlete's file, else the id in the log.
std::string subject_of(const risk::Statement& statement, const Athlete* athlete);

/// The longest next run that is no spike and what it follows from; for other measures the load of
/// the week.
void add_answer(Document& document, const risk::Statement& statement);
/// What a reader should look at. Nothing when there is nothing.
void add_flags(Document& document, const risk::Statement& statement);
/// The plimsoll line of a runner, or a team-sport athlete's sprint exposure, where there is any.
void add_lead_chart(Document& document, const risk::Statement& statement,
                    std::span<const Session> sessions);
enum class LoadDetail : std::uint8_t {
    brief, ///< the ratios that a coach knows, monotony, strain
    full   ///< and the others, their spread, and the load of each day as a picture
};
/// Load of the week, ratios, monotony, strain.
void add_load(Document& document, const risk::Statement& statement, LoadDetail detail);
/// Every convention's ratio at the start and the end of the day; fitness and fatigue.
void add_conventions(Document& document, const risk::Statement& statement);
/// Age, time off and sprint exposure, each apart; absolute risk; each factor with value, hazard
/// ratio, interval and reason; the total.
enum class FactorDetail : std::uint8_t {
    brief, ///< only what applies, and beside its reference
    week,  ///< of the table only the factors beside their reference
    full
};
void add_factors(Document& document, const risk::Statement& statement, FactorDetail detail);
/// What the figures of one athlete rest on: days, gaps, estimates, what was left out.
Points basis_of(const risk::Statement& statement);
/// What became of the rows of the files; which units were inferred.
Points basis_of(const TrainingLog& log);
/// Where the numbers come from.
void add_sources(Document& document, const risk::Statement& statement);

/// Of several athletes: each sort of flag with the athletes who have it, the gravest first, then a
/// line each to compare them by.
void add_overview(Document& document, std::span<const risk::Statement* const> statements);

} // namespace plimsoll::reports

#endif

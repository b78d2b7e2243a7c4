// The week's page of one athlete or of several.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_WEEKLY_REPORT_HPP
#define PLIMSOLL_REPORTS_WEEKLY_REPORT_HPP

#include "model/training_log.hpp"
#include "planner/plan_standing.hpp"
#include "reports/document.hpp"
#include "risk/statement.hpp"

#include <optional>
#include <span>

namespace plimsoll::reports {

/// One athlete's part of a report: the statement and the sessions it is of.
struct AthleteWeek {
    risk::Statement statement;
    std::span<const Session> sessions;
    const Athlete* athlete = nullptr;
    std::optional<planner::PlanStanding> plan = {}; ///< where there is a plan of the athlete
};

/// The week of @p as_of up to that day, for every athlete a page or two; several athletes are
/// led by an overview.
Document weekly_report(std::span<const AthleteWeek> athletes, const TrainingLog& log, Date as_of,
                       const Customs& customs = {});

/// One athlete of a squad on a page of its own: answer, what stands out, a picture, the week, load
/// and the factors that apply.
void add_athlete_page(Document& document, const AthleteWeek& athlete);

} // namespace plimsoll::reports

#endif

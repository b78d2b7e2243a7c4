// A squad: whom to look at first, then a page an athlete.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_SQUAD_REPORT_HPP
#define PLIMSOLL_REPORTS_SQUAD_REPORT_HPP

#include "model/training_log.hpp"
#include "reports/document.hpp"
#include "reports/weekly_report.hpp"

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace plimsoll::reports {

/// What a squad's report is made from. Everything that is pointed to must outlive it.
struct Squad {
    std::span<const AthleteWeek> athletes;
    std::vector<std::string> not_in_log;                    ///< of the roster
    std::vector<std::string> not_in_roster;                 ///< of the log, where there is a roster
    std::vector<std::pair<std::string, std::string>> alike; ///< names that may be one person
    const TrainingLog* log = nullptr;
    Date as_of = Date::from_days(0);
    std::string program;
    Customs customs = {};
};

/// The athletes in the order in which they are told: see today, watch, ok, no data; by the gravest
/// rule, then by id. Indices into @p athletes.
std::vector<std::size_t> triage_order(std::span<const AthleteWeek> athletes);

Document squad_report(const Squad& squad);

/// plimsoll.squad/1
std::string squad_json(const Squad& squad);

} // namespace plimsoll::reports

#endif

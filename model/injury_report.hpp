// One row of an injuries file: somebody had a complaint on a day.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_MODEL_INJURY_REPORT_HPP
#define PLIMSOLL_MODEL_INJURY_REPORT_HPP

#include "model/date.hpp"
#include "model/diagnostic.hpp"

#include <string>

namespace plimsoll {

/// A report says that there was a complaint on a day, not that it began there: which reports are
/// onsets is decided by risk/athlete_days.
struct InjuryReport {
    std::string athlete; ///< empty: the only athlete of the log
    Date day = Date::from_days(0);
    std::string site;
    std::string severity;
    SourcePos where; ///< of the athlete's cell
};

} // namespace plimsoll

#endif

// What an import found: for people.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_IMPORT_REPORT_HPP
#define PLIMSOLL_REPORTS_IMPORT_REPORT_HPP

#include "model/training_log.hpp"

#include <string>

namespace plimsoll::reports {

/// A line a file and the totals, which add up.
std::string import_summary(const TrainingLog& log);
/// What each file was taken for, by which signature, with which units, and how sure that is.
std::string import_explanation(const TrainingLog& log);

} // namespace plimsoll::reports

#endif

// A validation as a page and as JSON.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_VALIDATION_REPORT_HPP
#define PLIMSOLL_REPORTS_VALIDATION_REPORT_HPP

#include "model/training_log.hpp"
#include "reports/document.hpp"
#include "risk/validation.hpp"

#include <string>

namespace plimsoll::reports {

/// The answer about the coupled ratio, each metric alone, the null comparison, the published
/// coefficients, what cannot be concluded, and what the figures rest on.
Document validation_report(const risk::Validation& validation, const TrainingLog& log);

/// plimsoll.validate/1. @param program  name and version.
std::string validation_json(const risk::Validation& validation, const std::string& program);

} // namespace plimsoll::reports

#endif

// The JSON documents of the contract.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_JSON_HPP
#define PLIMSOLL_REPORTS_JSON_HPP

#include "model/training_log.hpp"
#include "risk/statement.hpp"

#include <span>
#include <string>

namespace plimsoll::reports {

/// Each document is described by a schema in docs/schema/. Absent is null; no number is NaN.
/// @param program  name and version, e.g. "plimsoll 0.1.0"

/// plimsoll.import/1
std::string import_json(const TrainingLog& log, const std::string& program);

/// plimsoll.risk/1. @param series  adds the days of each athlete.
std::string risk_json(std::span<const risk::Statement> statements, const std::string& program,
                      bool series);

} // namespace plimsoll::reports

#endif

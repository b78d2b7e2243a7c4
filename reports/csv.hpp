// Results as CSV: RFC 4180, UTF-8, LF.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_CSV_HPP
#define PLIMSOLL_REPORTS_CSV_HPP

#include "model/training_log.hpp"
#include "risk/statement.hpp"
#include "risk/validation.hpp"

#include <span>
#include <string>
#include <string_view>

namespace plimsoll::reports {

/// @p text as a cell: quoted where it must be. A text that a spreadsheet would take for a formula
/// (behind any apostrophes it starts with = + - @, a tab or a CR) gets an apostrophe in front,
/// which the reader of the canonical log takes off again.
std::string csv_cell(std::string_view text);

/// The canonical log of the contract.
std::string canonical_csv(const TrainingLog& log);

/// One row an athlete.
std::string risk_csv(std::span<const risk::Statement> statements);
extern const std::string_view risk_header;
std::string risk_row(const risk::Statement& statement);

/// One row an athlete-day.
std::string risk_series_csv(std::span<const risk::Statement> statements);
/// @param unverified  a measure is: each row then says its unit.
std::string risk_series_header(bool unverified);
std::string risk_series_rows(const risk::Statement& statement, bool unverified);

/// One row a metric.
std::string validation_csv(const risk::Validation& validation);

} // namespace plimsoll::reports

#endif

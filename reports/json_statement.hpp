// Statements as JSON, for the documents that hold them.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_JSON_STATEMENT_HPP
#define PLIMSOLL_REPORTS_JSON_STATEMENT_HPP

#include "reports/json_head.hpp"
#include "risk/statement.hpp"

namespace plimsoll::reports {

/// An entry of the athletes of plimsoll.risk/1, with every key whether or not there is history.
/// @param series  adds the days.
Json json_of_statement(const risk::Statement& statement, bool series);

} // namespace plimsoll::reports

#endif

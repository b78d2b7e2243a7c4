// The years in which a session may lie.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_LOG_YEARS_HPP
#define PLIMSOLL_IMPORT_LOG_YEARS_HPP

#include "model/date.hpp"

namespace plimsoll::ingest {

inline constexpr int first_year = 1950; // policy: an earlier date is a spreadsheet's zero
inline constexpr int last_year = 2100;  // policy: a later date is a slip of the finger
inline constexpr Date first_date = Date::from_days(-7305); ///< 1 January of first_year
inline constexpr Date last_date = Date::from_days(47'846); ///< 31 December of last_year

} // namespace plimsoll::ingest

#endif

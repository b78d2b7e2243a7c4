// Sessions that one file tells in UTC and another in local time.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_UTC_TWINS_HPP
#define PLIMSOLL_IMPORT_UTC_TWINS_HPP

#include "model/training_log.hpp"

#include <vector>

namespace plimsoll::ingest {

/// Moves the starts of sessions of files in UTC to local time where other files show what that is:
/// two sessions of the file or more agree in duration and distance within 1 % with sessions that
/// start the same number of quarters of an hour apart, up to 14 hours. Only those are moved; summer
/// and winter may have a number each.
/// @param sessions  of one athlete, by start; by start again afterwards.
/// @return          the rows that were moved.
/// @evidence  policy
std::vector<SourceRow> move_out_of_utc(std::vector<Session>& sessions,
                                       const std::vector<FileReport>& files);

} // namespace plimsoll::ingest

#endif

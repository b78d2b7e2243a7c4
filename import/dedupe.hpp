// The same session told twice, by one export or by several.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_DEDUPE_HPP
#define PLIMSOLL_IMPORT_DEDUPE_HPP

#include "model/training_log.hpp"

namespace plimsoll::ingest {

/// Sorts the sessions of @p log by earlier() and folds duplicates into one, keeping the counts of
/// the files straight. Two sessions of one athlete are the same when
///   - both have a time of day (00:00:00 is none), they start within 2 minutes, every one of
///     duration and distance that both have (at least one) agrees within 1 %, and neither RPE nor
///     the sport speaks against it (kinds of running are one sport); or
///   - neither has a time of day, they stand in different files, and all their values are equal.
/// The one with more values is kept and takes what only the other has. Each duplicate is named in a
/// note. Sessions that overlap in time and are not the same get a warning; both are kept.
/// @source  policy (design, "Duplicates")
void fold_duplicates(TrainingLog& log);

} // namespace plimsoll::ingest

#endif

// The same session told twice, by one export or by several.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_DEDUPE_HPP
#define PLIMSOLL_IMPORT_DEDUPE_HPP

#include "model/training_log.hpp"

#include <vector>

namespace plimsoll::ingest {

/// What folding the sessions of some athletes found.
struct Folded {
    std::vector<Duplicate> duplicates;
    std::vector<Diagnostic> overlaps;
};

/// Sorts the sessions of one athlete by earlier() and folds duplicates into one. Two sessions are
/// the same when
///   - both have a time of day (00:00:00 is none), they start within 2 minutes, every one of
///     duration and distance that both have (at least one) agrees within 1 %, and neither RPE nor
///     the sport speaks against it (kinds of running are one sport); or
///   - neither has a time of day, they stand in different files, and all their values are equal.
/// The one with more values is kept and takes what only the other has. Sessions that overlap in
/// time and are not the same get a warning; both are kept.
/// @param sessions  of one athlete, by start; equal ones in the order of their files and lines.
/// @param files     that they came from.
/// @source  policy (design, "Duplicates")
void fold_duplicates(std::vector<Session>& sessions, const std::vector<FileReport>& files,
                     Folded& found);

/// Keeps the counts of the files straight and names each duplicate in a note, each overlap in a
/// warning.
void tell_of(Folded&& found, std::vector<FileReport>& files, std::vector<Diagnostic>& diagnostics);

/// The whole log, its sessions by athlete and start, duplicates folded.
TrainingLog folded_log(PackedLog&& log);

} // namespace plimsoll::ingest

#endif

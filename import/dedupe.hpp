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
///   - both have a time of day (00:00:00 is none), they start within 2 minutes, one of moving and
///     elapsed time or the distance agrees within 1 %, and nothing speaks against it: another
///     distance, no time that agrees, another RPE, sport (kinds of running are one sport) or mean
///     heart rate (by more than 10 %); of one file also the title and the very sport;
///   - one of them has a time of day, they stand in different files, are of one day, and durations
///     and distances agree;
///   - neither has one, they stand in different files, and all their values are equal; or
///   - two tables of one service have them under one title, and the one lies within the time of the
///     other: it has been cut since, and counts.
/// Before that, starts in UTC become local where other files show by how much
/// (move_out_of_utc()). Of duplicates the one with more values is kept and takes what only the
/// other has. Sessions that overlap in time and are not the same get a warning; both are kept.
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

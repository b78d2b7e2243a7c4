// What an import yields: sessions, what each file was taken for, and what could not be used.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_MODEL_TRAINING_LOG_HPP
#define PLIMSOLL_MODEL_TRAINING_LOG_HPP

#include "model/diagnostic.hpp"
#include "model/packed_sessions.hpp"
#include "model/session.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll {

/// How many rows of a file ended where. Every row ends in exactly one of the four.
struct RowCounts {
    std::size_t rows = 0;
    std::size_t sessions = 0;
    std::size_t duplicates = 0;
    std::size_t rejected = 0;
    std::size_t other = 0; ///< understood, but no session: totals, planned-only rows

    RowCounts& operator+=(const RowCounts& more) noexcept;

    /// rows = sessions + duplicates + rejected + other
    bool adds_up() const noexcept { return rows == sessions + duplicates + rejected + other; }
};

/// What one input file was taken for, and why.
struct FileReport {
    std::string path;
    std::string format;    ///< garmin_csv, strava_csv, canonical_csv, plain_csv, fit, tcx, gpx
    std::string dialect;   ///< for people, e.g. "Garmin Connect activity list, English"
    std::string signature; ///< what gave it away
    std::string encoding;
    std::string delimiter;
    std::string distance_unit; ///< km, mi or m
    bool distance_unit_inferred = false;
    std::string distance_unit_why;
    std::string decimal; ///< "." or ","
    std::string decimal_why;
    std::string date_order;     ///< e.g. YYYY-MM-DD
    std::string unread_columns; ///< for people
    std::string timezone;       ///< local, UTC, or an IANA name that UTC was converted to
    std::string thresholds; ///< for people: what counted as high speed and as a sprint, if anything
    bool is_recording = false;     ///< of a watch, a vest, an app: no table of sessions
    std::size_t without_sport = 0; ///< sessions of a watch file that names no sport
    RowCounts counts;
};

/// One session of the log that another row told again.
struct Duplicate {
    SourceRow dropped;
    SourceRow kept;
    std::string rule; ///< for people
};

/// What the files hold, before one session told twice has been folded into one.
struct PackedLog {
    std::vector<FileReport> files;
    std::vector<Diagnostic> diagnostics;
    PackedSessions sessions;
    std::vector<Duplicate> duplicates; ///< found already: rows and the files that they name
    /// Rows that name an athlete and were refused.
    std::map<std::string, std::size_t, std::less<>> refused_rows;
};

/// The sessions of one athlete, a stretch of TrainingLog::sessions.
struct AthleteSessions {
    std::string_view athlete;
    std::span<const Session> sessions;
};

/// Sessions are in the order of earlier(): by athlete, then start.
struct TrainingLog {
    std::vector<FileReport> files;
    std::vector<Session> sessions;
    std::vector<Duplicate> duplicates;
    std::vector<Diagnostic> diagnostics;
    /// Rows that name an athlete and were refused.
    std::map<std::string, std::size_t, std::less<>> refused_rows;

    /// Athletes of whom every row was refused.
    std::vector<std::string> lost_athletes() const;
    RowCounts totals() const;
    /// One entry an athlete, in order of the id. Valid while the log is.
    std::vector<AthleteSessions> by_athlete() const;
    /// `file:row`, or `file` where the file is one session.
    std::string source_of(const SourceRow& row) const;
};

/// `file:row`, or `file` where the file is one session.
std::string source_of(const std::vector<FileReport>& files, const SourceRow& row);

} // namespace plimsoll

#endif

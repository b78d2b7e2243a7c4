// When two records tell of one session.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_SAME_SESSION_HPP
#define PLIMSOLL_IMPORT_SAME_SESSION_HPP

#include "model/training_log.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace plimsoll::ingest {

inline constexpr std::int64_t same_start_s = 120; // policy

/// Seconds since the start of 1970, in local time; those of midnight without a time of day.
std::int64_t seconds_of(const LocalTime& time) noexcept;

/// Midnight is what a sheet without times of day writes: it is none.
bool has_clock(const Session& session) noexcept;

/// Which amounts of two sessions agree within 1 %, where nothing speaks against one session: the
/// sports, the ratings, mean heart rates more than 10 % apart. Of moving and elapsed time one that
/// agrees is enough: vendors mean different things by them.
struct Likeness {
    bool duration = false;
    bool distance = false;
    bool against = false; ///< something does
};

Likeness likeness_of(const Session& a, const Session& b);

/// Why two sessions of one athlete are the same; empty when they are not. The rules are those of
/// fold_duplicates().
std::string same_session(const Session& a, const Session& b, const std::vector<FileReport>& files);

} // namespace plimsoll::ingest

#endif

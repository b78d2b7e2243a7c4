// When the times in a FIT file are, and where: the few words that the format has on it.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_FIT_TIME_HPP
#define PLIMSOLL_IMPORT_FIT_TIME_HPP

#include <cstdint>
#include <optional>
#include <string>

namespace plimsoll::ingest {

/// The times of a part that place all others. FIT times, see fit_message.hpp.
struct FitTimes {
    std::optional<std::uint32_t> created;        ///< file_id message
    std::optional<std::uint32_t> activity;       ///< activity message
    std::optional<std::uint32_t> activity_local; ///< the same moment on the wall clock
};

/// How FIT times become seconds since 1970.
struct FitAnchor {
    double shift_s = 0.0;
    bool is_local = false; ///< local time, else UTC
    bool by_name = false;  ///< only the file's name says when
};

/// Times that count from the start of the device are placed by the local time of the activity
/// message, the moment of creation (taken for that of @p first), or the name of the file.
/// @param first  the earliest time of the sessions or records.
/// @return nothing where nobody says when it was.
std::optional<FitAnchor> anchor_of_fit(const FitTimes& times, std::optional<std::uint32_t> first,
                                       const std::string& path);

/// Local time - UTC by the activity message: the format's only word on zones. Nothing where it is
/// missing, is more than 14 hours, or is no multiple of a quarter of an hour (within 2 minutes).
/// @source  formats.md 7.6; the bounds: policy
std::optional<std::int32_t> utc_offset_of_fit(const FitTimes& times);

} // namespace plimsoll::ingest

#endif

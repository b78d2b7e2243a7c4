// Moments as XML formats write them.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_XML_TIME_HPP
#define PLIMSOLL_IMPORT_XML_TIME_HPP

#include <cstdint>
#include <optional>
#include <string_view>

namespace plimsoll::ingest {

/// A moment and what it says of its zone.
struct XmlTime {
    double since_1970_s = 0.0; ///< UTC; as written where it says nothing of a zone
    /// Local time - UTC of "+01:00" and the like; absent where Z or nothing is written.
    std::optional<std::int32_t> utc_offset_s;
    bool is_local = false; ///< no zone is named
};

/// `YYYY-MM-DDTHH:MM:SS`, a blank instead of the T, any number of digits after a point; then Z, an
/// offset with or without a colon, or nothing. Years 1900 to 2199.
std::optional<XmlTime> parse_xml_time(std::string_view text) noexcept;

} // namespace plimsoll::ingest

#endif

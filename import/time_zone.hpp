// Local time from UTC, by the system's time-zone data.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_TIME_ZONE_HPP
#define PLIMSOLL_IMPORT_TIME_ZONE_HPP

#include "model/date.hpp"

#include <string>

namespace plimsoll::ingest {

/// A zone of the IANA database, such as Europe/Vienna.
class TimeZone {
public:
    /// @throws UsageError  the system knows no zone of that name.
    explicit TimeZone(const std::string& name);

    const std::string& name() const noexcept { return name_; }

    /// The wall clock in this zone at a moment in UTC. Without a time of day the day stays.
    LocalTime from_utc(const LocalTime& utc) const;

private:
    std::string name_;
    const void* rules_; // a date::time_zone, which the library keeps for the program's life
};

} // namespace plimsoll::ingest

#endif

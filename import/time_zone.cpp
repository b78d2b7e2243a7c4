// Time zones through Howard Hinnant's date-tz over the system's zoneinfo.
// SPDX-License-Identifier: Apache-2.0
#include "import/time_zone.hpp"

#include "model/error.hpp"

#include <date/tz.h>

#include <chrono>
#include <stdexcept>

namespace plimsoll::ingest {
namespace {

const void* locate(const std::string& name) {
    try {
        return date::locate_zone(name);
    } catch (const std::runtime_error&) {
        throw UsageError("error: --timezone: the system knows no time zone '" + name +
                         "' (a name such as Europe/Vienna is expected)");
    }
}

} // namespace

TimeZone::TimeZone(const std::string& name) : name_(name), rules_(locate(name)) {}

LocalTime TimeZone::from_utc(const LocalTime& utc) const {
    if (!utc.second) {
        return utc;
    }
    const auto* zone = static_cast<const date::time_zone*>(rules_);
    const date::sys_seconds moment(
        std::chrono::seconds(std::int64_t{utc.day.days_since_1970()} * 86400 + *utc.second));
    const std::int64_t local = zone->to_local(moment).time_since_epoch().count();
    const std::int64_t day = local >= 0 ? local / 86400 : -((-local + 86399) / 86400);
    return {Date::from_days(static_cast<std::int32_t>(day)),
            static_cast<std::int32_t>(local - day * 86400)};
}

} // namespace plimsoll::ingest

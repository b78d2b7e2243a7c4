// What a column of a log can mean.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_FIELD_HPP
#define PLIMSOLL_IMPORT_FIELD_HPP

#include "model/session.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace plimsoll::ingest {

/// The meaning of a column. The first group is text, the second numbers of a session, the third its
/// heart-rate zones, the fourth numbers that only help to read the others.
enum class Field : std::uint8_t {
    athlete,
    start,
    sport,
    title,
    load_kind,
    clock,         // the time of day, where it has a column of its own
    end,           // moment
    part,          // of a session: the drill or period that the row is about
    details,       // a JSON object of numbers, whose names Dialect::details knows
    family_name,   // stands behind what Field::athlete holds
    distance_unit, // of the row

    duration, // timer or moving time
    elapsed,
    distance,
    avg_hr,
    max_hr,
    max_speed,
    ascent,
    rpe,
    load,
    high_speed,
    sprint_distance,
    sprints,
    changes_of_direction,

    hr_zone_1, // time in a heart-rate zone: heart_zones.hpp
    hr_zone_2,
    hr_zone_3,
    hr_zone_4,
    hr_zone_5,
    hr_zone_above, // a sixth zone, a seventh, ...

    cadence,       // steps a minute
    stride_length, // metres
    moving,        // time beside another duration, which counts
    planned,       // more than nothing was planned
    pause,         // seconds between start and end that were none of the session
    fraction,      // always written with a decimal mark: shows which one the file uses
};

inline constexpr std::size_t field_count = static_cast<std::size_t>(Field::fraction) + 1;

/// How the values of a column are written, and so how they become metres, seconds, beats a minute.
enum class Unit : std::uint8_t {
    text,
    one,           // a pure number, a count, beats or steps a minute
    seconds,       // or H:MM:SS
    minutes,       // or H:MM:SS
    hours,         // or H:MM:SS
    hours_minutes, // H:MM, or H:MM:SS
    days,
    any_time, // seconds, minutes or hours, or H:MM, the file does not say
    metres,
    kilometres,
    miles,
    yards,
    file_distance, // kilometres or miles, the file does not say
    any_distance,  // metres, kilometres or miles, the file does not say
    any_speed,     // metres a second or kilometres an hour, the file does not say
    file_height,   // metres or feet, after the distance
    feet,
    file_speed, // by the unit of the distances; with a colon it is a pace
    metres_per_second,
    kilometres_per_hour,
    miles_per_hour,
};

/// What one of a unit is in metres, seconds or metres a second; 1 where the file has to tell it,
/// and for units of other things.
double si_factor(Unit unit) noexcept;

/// The name of a field in the canonical log, for messages: "duration_s".
std::string_view canonical_name(Field field) noexcept;

/// The member of Session that holds a field; null for text and for helping fields.
std::optional<double> Session::*member_of(Field field) noexcept;

/// The values of one row, in metres, seconds, metres a second; a distance whose unit the file does
/// not say is as written.
class RowValues {
public:
    std::optional<double>& operator[](Field field) noexcept {
        return values_[static_cast<std::size_t>(field)];
    }

    const std::optional<double>& operator[](Field field) const noexcept {
        return values_[static_cast<std::size_t>(field)];
    }

    void clear() noexcept { values_.fill(std::nullopt); }

private:
    std::array<std::optional<double>, field_count> values_{};
};

} // namespace plimsoll::ingest

#endif

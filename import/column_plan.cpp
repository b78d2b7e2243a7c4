// Units, limits and zeros of columns.
// SPDX-License-Identifier: Apache-2.0
#include "import/column_plan.hpp"

#include "model/units.hpp"

#include <fmt/format.h>

#include <limits>

namespace plimsoll::ingest {
namespace {

constexpr double highest_rpe = 10.0;     // Borg CR-10
constexpr double highest_hr_bpm = 250.0; // policy: a faster beat is a sensor's fault

double factor_of(Unit unit, DistanceUnit file_distance) noexcept {
    switch (unit) {
    case Unit::any_time:
        return units::seconds_per_minute;
    case Unit::file_distance:
    case Unit::any_distance:
        return metres_in(file_distance);
    case Unit::file_height:
        return file_distance == DistanceUnit::miles ? units::metres_per_foot : 1.0;
    case Unit::file_speed:
        return metres_in(file_distance) / units::seconds_per_hour;
    default: // any_speed is read as nothing until its unit is found
        return si_factor(unit);
    }
}

bool is_time(Unit unit) noexcept {
    return unit == Unit::seconds || unit == Unit::minutes || unit == Unit::hours ||
           unit == Unit::hours_minutes || unit == Unit::days || unit == Unit::any_time;
}

// Units that are computed in as they stand.
bool is_base(Unit unit) noexcept {
    return unit == Unit::one || unit == Unit::seconds || unit == Unit::metres ||
           unit == Unit::metres_per_second;
}

// Fields in which an instrument writes 0 for "not measured".
bool zero_may_be_missing(Field field) noexcept {
    return field == Field::duration || field == Field::elapsed || field == Field::distance ||
           field == Field::avg_hr || field == Field::max_hr || field == Field::max_speed ||
           field == Field::rpe;
}

// What no single session reaches: above it a cell holds another quantity or another unit. Policy;
// the limits of a sport are narrower and are another matter.
double highest(Field field) noexcept {
    switch (field) {
    case Field::rpe:
        return highest_rpe;
    case Field::avg_hr:
    case Field::max_hr:
        return highest_hr_bpm;
    case Field::duration:
    case Field::elapsed:
    case Field::hr_zone_1:
    case Field::hr_zone_2:
    case Field::hr_zone_3:
    case Field::hr_zone_4:
    case Field::hr_zone_5:
    case Field::hr_zone_above:
        return 7.0 * 24.0 * units::seconds_per_hour;
    case Field::max_speed:
        return 100.0; // m/s
    default:
        return 1e6; // 1,000 km, a million arbitrary units, ...
    }
}

} // namespace

ColumnPlan plan_of(const ColumnUse& use, const Dialect& dialect, DistanceUnit file_distance) {
    ColumnPlan plan;
    plan.use = use;
    plan.member = member_of(use.field);
    plan.scaled = !is_base(use.unit) && use.unit != Unit::text;
    plan.factor = factor_of(use.unit, file_distance);
    plan.is_time = is_time(use.unit);
    plan.hours_first = use.unit == Unit::hours_minutes || use.hours_first;
    plan.clock_only = use.unit == Unit::hours_minutes;
    plan.words_too = dialect.decimals == Decimals::inferred;
    plan.may_be_pace = use.unit == Unit::file_speed;
    plan.has_file_unit = use.unit == Unit::file_distance;
    const bool heart = use.field == Field::avg_hr || use.field == Field::max_hr;
    plan.zero_is_missing = heart || // no heart stands still
                           (dialect.zero_is_missing && zero_may_be_missing(use.field));
    const bool may_be_in_metres = plan.has_file_unit && dialect.swims_in_metres;
    plan.highest = plan.may_be_pace || may_be_in_metres
                       ? std::numeric_limits<double>::infinity() // as for the sport
                       : highest(use.field);
    return plan;
}

std::string limit_in_words(Field field) {
    switch (field) {
    case Field::duration:
    case Field::elapsed:
    case Field::hr_zone_1:
    case Field::hr_zone_2:
    case Field::hr_zone_3:
    case Field::hr_zone_4:
    case Field::hr_zone_5:
    case Field::hr_zone_above:
        return "seven days";
    case Field::max_speed:
        return "100 m/s";
    case Field::distance:
    case Field::high_speed:
    case Field::sprint_distance:
    case Field::ascent:
        return "1,000 km";
    default:
        return fmt::format("{:g}", highest(field));
    }
}

} // namespace plimsoll::ingest

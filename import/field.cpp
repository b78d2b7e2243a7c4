// Fields and where a session keeps them.
// SPDX-License-Identifier: Apache-2.0
#include "import/field.hpp"

#include "model/units.hpp"

namespace plimsoll::ingest {
namespace {

struct FieldRow {
    Field field;
    std::string_view name;
    std::optional<double> Session::*member;
};

constexpr std::array<FieldRow, field_count> fields{{
    {Field::athlete, "athlete", nullptr},
    {Field::start, "start", nullptr},
    {Field::sport, "sport", nullptr},
    {Field::title, "title", nullptr},
    {Field::load_kind, "load_kind", nullptr},
    {Field::clock, "clock", nullptr},
    {Field::end, "end", nullptr},
    {Field::part, "part", nullptr},
    {Field::details, "details", nullptr},
    {Field::family_name, "family_name", nullptr},
    {Field::distance_unit, "distance_unit", nullptr},
    {Field::duration, "duration_s", &Session::duration_s},
    {Field::elapsed, "elapsed_s", &Session::elapsed_s},
    {Field::distance, "distance_m", &Session::distance_m},
    {Field::avg_hr, "avg_hr_bpm", &Session::avg_hr_bpm},
    {Field::max_hr, "max_hr_bpm", &Session::max_hr_bpm},
    {Field::max_speed, "max_speed_mps", &Session::max_speed_mps},
    {Field::ascent, "ascent_m", &Session::ascent_m},
    {Field::rpe, "rpe", &Session::rpe},
    {Field::load, "load_au", &Session::load_au},
    {Field::high_speed, "high_speed_m", &Session::high_speed_m},
    {Field::sprint_distance, "sprint_m", &Session::sprint_m},
    {Field::sprints, "sprints", &Session::sprints},
    {Field::changes_of_direction, "changes_of_direction", &Session::changes_of_direction},
    {Field::hr_zone_1, "hr_zone_1_s", nullptr},
    {Field::hr_zone_2, "hr_zone_2_s", nullptr},
    {Field::hr_zone_3, "hr_zone_3_s", nullptr},
    {Field::hr_zone_4, "hr_zone_4_s", nullptr},
    {Field::hr_zone_5, "hr_zone_5_s", nullptr},
    {Field::hr_zone_above, "hr_zone_6_s", nullptr},
    {Field::cadence, "cadence", nullptr},
    {Field::stride_length, "stride_length", nullptr},
    {Field::moving, "moving_s", nullptr},
    {Field::planned, "planned", nullptr},
    {Field::pause, "pause_s", nullptr},
    {Field::fraction, "fraction", nullptr},
}};

constexpr bool in_order() {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].field != static_cast<Field>(i)) {
            return false;
        }
    }
    return true;
}

static_assert(in_order());

} // namespace

double si_factor(Unit unit) noexcept {
    switch (unit) {
    case Unit::minutes:
        return units::seconds_per_minute;
    case Unit::hours:
        return units::seconds_per_hour;
    case Unit::days:
        return 24.0 * units::seconds_per_hour;
    case Unit::kilometres:
        return units::metres_per_kilometre;
    case Unit::miles:
        return units::metres_per_mile;
    case Unit::yards:
        return units::metres_per_yard;
    case Unit::feet:
        return units::metres_per_foot;
    case Unit::kilometres_per_hour:
        return units::metres_per_kilometre / units::seconds_per_hour;
    case Unit::miles_per_hour:
        return units::metres_per_mile / units::seconds_per_hour;
    default:
        return 1.0;
    }
}

std::string_view canonical_name(Field field) noexcept {
    return fields[static_cast<std::size_t>(field)].name;
}

std::optional<double> Session::*member_of(Field field) noexcept {
    return fields[static_cast<std::size_t>(field)].member;
}

} // namespace plimsoll::ingest

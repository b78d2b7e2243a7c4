// Inference of decimal marks and distance units.
// SPDX-License-Identifier: Apache-2.0
#include "import/inference.hpp"

#include "import/track.hpp"
#include "model/units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace plimsoll::ingest {
namespace {

// Metres a distance unit: 993 to 1003 and 1606 to 1612 were seen (formats.md 1.3); the room around
// them is policy.
constexpr double least_km_m = 900.0;
constexpr double most_km_m = 1100.0;
constexpr double least_mile_m = 1500.0;
constexpr double most_mile_m = 1720.0;
constexpr double metre_border = 200.0; // policy: no session of a log is 200 km or miles long
constexpr std::size_t least_runs_to_be_sure = 4; // formats.md 1.3

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

// As metres a second: nobody has run faster.
constexpr double fastest_mps_of_all = 12.5;

} // namespace

std::string_view symbol_of(DistanceUnit unit) noexcept {
    switch (unit) {
    case DistanceUnit::metres:
        return "m";
    case DistanceUnit::kilometres:
        return "km";
    case DistanceUnit::miles:
        break;
    }
    return "mi";
}

double metres_in(DistanceUnit unit) noexcept {
    switch (unit) {
    case DistanceUnit::metres:
        return 1.0;
    case DistanceUnit::kilometres:
        return units::metres_per_kilometre;
    case DistanceUnit::miles:
        break;
    }
    return units::metres_per_mile;
}

void DecimalInference::see(std::string_view cell) noexcept {
    switch (decimal_vote(cell)) {
    case DecimalVote::point:
        ++point_;
        break;
    case DecimalVote::comma:
        ++comma_;
        break;
    case DecimalVote::none:
        if (cell.find_first_of(".,") != std::string_view::npos &&
            cell.find_first_not_of("0123456789.,") == std::string_view::npos) {
            ++either_;
        }
        break;
    }
}

Inferred<NumberStyle> DecimalInference::conclude() const {
    if (point_ == 0 && comma_ == 0) {
        const auto style = semicolons_ ? NumberStyle::decimal_comma : NumberStyle::decimal_point;
        return {style, false,
                either_ == 0  ? ""
                : semicolons_ ? "assumed: cells such as 1,234 leave it open, semicolons part them"
                              : "assumed: cells such as 1,234 leave it open"};
    }
    const bool comma = comma_ > point_;
    const std::size_t votes = comma ? comma_ : point_;
    std::string why = votes == 1 ? "1 cell shows it" : fmt::format("{} cells show it", votes);
    if (point_ > 0 && comma_ > 0) {
        why += fmt::format(", {} speak against it", comma ? point_ : comma_);
    }
    return {comma ? NumberStyle::decimal_comma : NumberStyle::decimal_point,
            point_ == 0 || comma_ == 0, why};
}

void DateInference::see(std::string_view cell) {
    const auto reads = [&](DateShape shape) { return parse_moment(cell, shape).has_value(); };
    if (reads(DateShape::iso)) {
        ++iso_;
        return;
    }
    const bool day_first = reads(DateShape::day_first);
    const bool month_first = reads(DateShape::month_first);
    if (!day_first && !month_first) {
        words_ += reads(DateShape::words) ? 1U : 0U;
        serials_ += reads(DateShape::serial) ? 1U : 0U;
    } else if (day_first != month_first) {
        ++(day_first ? day_first_ : month_first_);
    } else {
        ++(cell.find('/') != std::string_view::npos ? slashes_ : points_);
        halves_of_day_ += cell.find_first_of("Mm") != std::string_view::npos ? 1U : 0U;
    }
}

void DateInference::see_known(std::string_view cell, Date day) {
    const auto is_near = [&](DateShape shape) {
        const auto moment = parse_moment(cell, shape);
        return moment && std::abs(moment->time.day.days_since_1970() - day.days_since_1970()) <= 1;
    };
    const bool day_first = is_near(DateShape::day_first);
    if (day_first != is_near(DateShape::month_first)) {
        known_ = day_first ? DateShape::day_first : DateShape::month_first;
    }
}

Inferred<DateShape> DateInference::conclude() const {
    const std::size_t open = slashes_ + points_;
    if (serials_ > iso_ + words_ + open + day_first_ + month_first_) {
        return {DateShape::serial, false, "as spreadsheets count days"};
    }
    const std::size_t numeric = open + day_first_ + month_first_;
    if (numeric == 0 || iso_ + words_ > numeric) {
        return {words_ > iso_ ? DateShape::words : DateShape::iso, true, ""};
    }
    const bool month_said = said_ == DateShape::month_first && day_first_ <= month_first_;
    if (month_said || (said_ == DateShape::day_first && month_first_ <= day_first_)) {
        return {*said_, day_first_ == 0 || month_first_ == 0, "as the heading says"};
    }
    if (day_first_ != month_first_) {
        const bool day = day_first_ > month_first_;
        const std::size_t votes = day ? day_first_ : month_first_;
        return {day ? DateShape::day_first : DateShape::month_first,
                day_first_ == 0 || month_first_ == 0,
                votes == 1 ? "1 date shows it" : fmt::format("{} dates show it", votes)};
    }
    if (day_first_ > 0) {
        return {DateShape::day_first, false,
                "assumed: as many dates have the day first as have the month"};
    }
    if (known_) {
        return {*known_, true, "another time of the same moment shows it"};
    }
    if (points_ > slashes_) {
        return {DateShape::day_first, true, "as dates with points or hyphens are"};
    }
    if (halves_of_day_ > 0) {
        return {DateShape::month_first, true, "times with AM and PM"};
    }
    if (!month_why_.empty()) {
        return {DateShape::month_first, false, "assumed: " + month_why_};
    }
    return {DateShape::day_first, false, "assumed: no date has a day above 12"};
}

void DistanceInference::see(const RowValues& values, Sport sport) {
    const auto& distance = values[Field::distance];
    if (!distance || *distance <= 0.0) {
        return;
    }
    distances_.push_back(*distance);
    if (const auto& lasts_s = values[Field::duration]; lasts_s && *lasts_s > 0.0) {
        ++timed_;
        const double in_km_m = *distance * units::metres_per_kilometre;
        leaps_in_km_ += pace_fault(in_km_m, *lasts_s, Sport::unknown) == PaceFault::none ? 0U : 1U;
        crawls_in_metres_ +=
            pace_fault(*distance, *lasts_s, Sport::run) == PaceFault::too_slow ? 1U : 0U;
    }
    const auto& stride = values[Field::stride_length];
    const auto& cadence = values[Field::cadence];
    const auto& duration = values[Field::duration];
    if (is_run(sport) && sport != Sport::track_run && stride && cadence && duration &&
        *stride > 0.0 && *cadence > 0.0 && *duration > 0.0) {
        metres_per_unit_.push_back(*stride * *cadence * *duration / units::seconds_per_minute /
                                   *distance);
    }
}

Inferred<DistanceUnit> DistanceInference::conclude(bool may_be_metres) const {
    if (distances_.empty()) {
        return {DistanceUnit::kilometres, true, "no distance depends on it"};
    }
    if (may_be_metres) {
        const double middle = median(distances_);
        const bool long_ones = middle >= metre_border && 2 * crawls_in_metres_ <= timed_;
        if (long_ones || 2 * leaps_in_km_ > timed_) {
            return {DistanceUnit::metres, crawls_in_metres_ == 0,
                    (long_ones
                         ? fmt::format("the middle distance is {:.0f}, too long for km", middle)
                         : std::string("so many km nobody covers in the time")) +
                        (crawls_in_metres_ == 0 ? "" : "; some are too short for m")};
        }
    }
    if (metres_per_unit_.empty()) {
        return {DistanceUnit::kilometres, false,
                "assumed: no run has stride length and cadence; say --units if it is miles"};
    }
    const double middle = median(metres_per_unit_);
    const bool km = middle >= least_km_m && middle <= most_km_m;
    const bool miles = middle >= least_mile_m && middle <= most_mile_m;
    if (!km && !miles) {
        return {DistanceUnit::kilometres, false,
                fmt::format("assumed: stride x cadence x time is {:.0f} m a unit, neither a km nor "
                            "a mile; say --units",
                            middle)};
    }
    return {miles ? DistanceUnit::miles : DistanceUnit::kilometres,
            metres_per_unit_.size() >= least_runs_to_be_sure,
            fmt::format("stride x cadence x time is {:.0f} m a unit over {} {}", middle,
                        metres_per_unit_.size(), metres_per_unit_.size() == 1 ? "run" : "runs")};
}

void SpeedInference::see(const std::optional<double>& speed) noexcept {
    constexpr double usual_kmh = 18.0; // who played has run so fast
    const double here = speed.value_or(0.0);
    highest_ = std::max(highest_, here);
    if (here > 0.0) {
        ++all_;
        low_ += here <= fastest_mps_of_all ? 1U : 0U;
        between_ += here > fastest_mps_of_all && here < usual_kmh ? 1U : 0U;
    }
}

Inferred<Unit> SpeedInference::conclude() const {
    constexpr double fastest_mph_of_all = 24.0;
    constexpr double fastest_kmh_of_all = 45.0;
    const std::string highest = fmt::format("the highest is {:g}", highest_);
    if (highest_ > 0.0 && highest_ <= fastest_mps_of_all) {
        return {Unit::metres_per_second, false, highest + ": in km/h nobody would have run"};
    }
    constexpr std::size_t a_fifth = 5;
    if (highest_ > fastest_mph_of_all && between_ == 0 && low_ > 0 && low_ * a_fifth >= all_) {
        return {Unit::any_speed, false,
                fmt::format("{}, yet {} of {} would be at a walk or a jog in km/h: two units stand "
                            "in one column",
                            highest, low_, all_)};
    }
    if (highest_ > fastest_mph_of_all && highest_ <= fastest_kmh_of_all) {
        return {Unit::kilometres_per_hour, false, highest + ": in m/s or mph nobody is so fast"};
    }
    return {Unit::any_speed, false,
            highest_ > 0.0 ? highest + ", and no column says whether in km/h or mph"
                           : "there are none"};
}

} // namespace plimsoll::ingest

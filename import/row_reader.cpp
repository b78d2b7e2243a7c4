// Rows to sessions.
// SPDX-License-Identifier: Apache-2.0
#include "import/row_reader.hpp"

#include "import/sport_label.hpp"
#include "import/text_encoding.hpp"
#include "model/athlete.hpp"
#include "model/error.hpp"
#include "model/units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace plimsoll::ingest {
namespace {

constexpr int first_year = 1950;         // policy: an earlier date is a spreadsheet's zero
constexpr int last_year = 2100;          // policy: a later date is a slip of the finger
constexpr double highest_rpe = 10.0;     // Borg CR-10
constexpr double highest_hr_bpm = 250.0; // policy: a faster beat is a sensor's fault

double unit_factor(Unit unit, DistanceUnit file_distance) noexcept {
    switch (unit) {
    case Unit::minutes:
        return units::seconds_per_minute;
    case Unit::hours:
        return units::seconds_per_hour;
    case Unit::kilometres:
        return units::metres_per_kilometre;
    case Unit::miles:
        return units::metres_per_mile;
    case Unit::yards:
        return units::metres_per_yard;
    case Unit::feet:
        return units::metres_per_foot;
    case Unit::file_distance:
    case Unit::any_distance:
        return metres_in(file_distance);
    case Unit::file_height:
        return file_distance == DistanceUnit::miles ? units::metres_per_foot : 1.0;
    case Unit::kilometres_per_hour:
        return units::metres_per_kilometre / units::seconds_per_hour;
    case Unit::miles_per_hour:
        return units::metres_per_mile / units::seconds_per_hour;
    case Unit::text:
    case Unit::one:
    case Unit::seconds:
    case Unit::metres:
    case Unit::metres_per_second:
        break;
    }
    return 1.0;
}

bool is_time(Unit unit) noexcept {
    return unit == Unit::seconds || unit == Unit::minutes || unit == Unit::hours;
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

// Takes off the apostrophe that keeps a spreadsheet from reading a text as a formula.
std::string_view without_guard(std::string_view cell) noexcept {
    const std::size_t first = cell.find_first_not_of('\'');
    const bool guarded = first != std::string_view::npos && first > 0 &&
                         std::string_view("=+-@\t\r").find(cell[first]) != std::string_view::npos;
    return guarded ? cell.substr(1) : cell;
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

} // namespace

RowReader::RowReader(const TableLayout& layout, ReadingRules rules, DiagnosticSink& diagnostics)
    : layout_(layout),
      rules_(std::move(rules)),
      diagnostics_(diagnostics) {
    for (const ColumnUse& column : layout_.match.columns) {
        if (column.field == Field::sport) {
            sport_column_ = &column;
        }
    }
}

std::string_view RowReader::header_of(const ColumnUse& column) const {
    return layout_.header.at(column.index);
}

void RowReader::complain(Severity severity, Where where, std::string_view code, std::string text,
                         std::string hint) {
    diagnostics_.add(severity, where.line, static_cast<std::uint32_t>(where.column->index + 1),
                     header_of(*where.column), code, std::move(text), std::move(hint));
}

bool RowReader::is_missing(std::string_view cell) const noexcept {
    if (cell.empty()) {
        return true;
    }
    const auto& marks = layout_.dialect->missing;
    return std::find(marks.begin(), marks.end(), cell) != marks.end();
}

// Whether a row has the cells that the header promises.
bool RowReader::fits(std::uint32_t line, const std::vector<std::string_view>& cells) {
    const std::size_t expected = layout_.header.size();
    const bool more = cells.size() > expected &&
                      std::any_of(cells.begin() + static_cast<std::ptrdiff_t>(expected),
                                  cells.end(), [](std::string_view cell) { return !cell.empty(); });
    const bool fewer = cells.size() < expected && !layout_.dialect->short_rows;
    if (!more && !fewer) {
        return true;
    }
    diagnostics_.add(
        Severity::error, line, 0, {}, "cells",
        fmt::format("the row has {} cells where the header has {}", cells.size(), expected),
        "a cell that holds the delimiter must stand in quotes");
    return false;
}

bool RowReader::metre_sport(const std::vector<std::string_view>& cells) const {
    const auto& labels = layout_.dialect->metre_sports;
    if (labels.empty() || sport_column_ == nullptr || sport_column_->index >= cells.size()) {
        return false;
    }
    return std::find(labels.begin(), labels.end(), folded(cells[sport_column_->index])) !=
           labels.end();
}

Sport RowReader::sport_of(const std::vector<std::string_view>& cells) const {
    if (sport_column_ == nullptr || sport_column_->index >= cells.size()) {
        return Sport::unknown;
    }
    const std::string_view label = cells[sport_column_->index];
    if (label != last_label_) {
        last_label_ = label;
        const std::optional<Sport> sport =
            is_missing(label) ? std::optional(Sport::unknown) : sport_of_label(label);
        last_sport_ = sport.value_or(Sport::other);
        last_is_known_ = sport.has_value();
    }
    return last_sport_;
}

std::optional<double> RowReader::number_of(std::string_view cell, const ColumnUse& column,
                                           bool metres) const {
    if (is_time(column.unit) && cell.find(':') != std::string_view::npos) {
        return parse_clock(cell);
    }
    const std::optional<double> value = parse_number(cell, rules_.numbers);
    if (!value) {
        return std::nullopt;
    }
    const bool plain_metres = metres && column.unit == Unit::file_distance;
    if (plain_metres || is_base(column.unit)) {
        return value;
    }
    // 16.06 km are 16060 m: the product in binary is rounded to thousandths of the unit.
    return std::round(*value * unit_factor(column.unit, rules_.distance) * 1000.0) / 1000.0;
}

RowValues RowReader::values_of(const std::vector<std::string_view>& cells) const {
    RowValues values;
    if (metre_sport(cells)) {
        return values; // its distance says nothing about the unit of the others
    }
    for (const ColumnUse& column : layout_.match.columns) {
        if (column.unit == Unit::text || column.index >= cells.size() ||
            is_missing(cells[column.index])) {
            continue;
        }
        const bool unit_unsaid =
            column.unit == Unit::file_distance || column.unit == Unit::any_distance;
        values[column.field] = unit_unsaid ? parse_number(cells[column.index], rules_.numbers)
                                           : number_of(cells[column.index], column, false);
    }
    return values;
}

bool RowReader::put_start(Where where, std::string_view cell, Session& session) {
    const std::optional<Moment> moment = parse_moment(cell, layout_.dialect->date);
    if (!moment) {
        const bool year_last = cell.size() >= 6 && cell.find_first_of("/.") < 3;
        complain(Severity::error, where, "bad_date",
                 cell.empty()
                     ? "is empty; the row has no date"
                     : fmt::format("{} is not a date of the shape {}", quoted(std::string(cell)),
                                   describe(layout_.dialect->date)),
                 year_last ? "the year comes first: 2026-11-22" : "");
        return false;
    }
    const int year = moment->time.day.ymd().year;
    if (year < first_year || year > last_year) {
        complain(Severity::error, where, "bad_date",
                 fmt::format("{} is not in the years {} to {}", quoted(std::string(cell)),
                             first_year, last_year));
        return false;
    }
    session.start = moment->time;
    if (moment->utc || layout_.dialect->time == TimeBasis::utc) {
        ++rows_in_utc_;
        if (rules_.zone != nullptr) {
            session.start = rules_.zone->from_utc(session.start);
        } else {
            ++left_in_utc_;
        }
    }
    return true;
}

bool RowReader::put_text(Where where, std::string_view cell, Session& session) {
    if (layout_.dialect->guarded_text) {
        cell = without_guard(cell);
    }
    switch (where.column->field) {
    case Field::start:
        return put_start(where, cell, session);
    case Field::athlete:
        if (!is_missing(cell)) {
            session.athlete = cell;
        }
        return true;
    case Field::title:
        session.title = is_missing(cell) ? std::string_view() : cell;
        return true;
    case Field::load_kind:
        if (const std::optional<LoadKind> kind = parse_load_kind(cell)) {
            session.load_kind = *kind;
        } else if (!is_missing(cell)) {
            complain(Severity::warning, where, "bad_load_kind",
                     fmt::format("{} is none of srpe, trimp, estimated, vendor; taken as srpe",
                                 quoted(std::string(cell))));
        }
        return true;
    default:
        return true;
    }
}

bool RowReader::put_number(Where where, std::string_view cell, Session& session, bool metres) {
    const Field field = where.column->field;
    std::optional<double> Session::*const member = member_of(field);
    const bool zone = ZoneCells::is_zone(field);
    if ((member == nullptr && !zone) || is_missing(cell)) {
        return true;
    }
    const std::optional<double> value = number_of(cell, *where.column, metres);
    if (!value) {
        ++unusable_values_;
        complain(
            Severity::warning, where, "bad_number",
            fmt::format("{} is not a {}; taken as missing", quoted(std::string(cell)),
                        is_time(where.column->unit) ? "duration (H:MM:SS or a number)" : "number"));
        return true;
    }
    if (*value < 0.0) {
        complain(Severity::error, where, "negative",
                 fmt::format("{} is negative", quoted(std::string(cell))));
        return false;
    }
    if (*value > highest(field)) {
        ++unusable_values_;
        complain(Severity::warning, where, "out_of_range",
                 fmt::format("{} is above {}; taken as missing", quoted(std::string(cell)),
                             limit_in_words(field)));
        return true;
    }
    if (zone) {
        zones_.put(field, *value);
        return true;
    }
    const bool heart = field == Field::avg_hr || field == Field::max_hr;
    if (heart && *value <= 0.0) {
        return true; // no heart stands still
    }
    if (*value > 0.0 || !layout_.dialect->zero_is_missing || !zero_may_be_missing(field)) {
        session.*member = *value;
    }
    return true;
}

RowEnd RowReader::end_of(std::uint32_t line, const Session& session) {
    if (session.duration_s || session.distance_m || session.load_au) {
        return RowEnd::session;
    }
    if (unusable_values_ == 0) {
        return RowEnd::other;
    }
    diagnostics_.add(Severity::error, line, 0, {}, "no_measure",
                     "the row has no usable duration, distance or load");
    return RowEnd::rejected;
}

RowEnd RowReader::read(std::uint32_t line, const std::vector<std::string_view>& cells,
                       Session& session) {
    if (!fits(line, cells)) {
        return RowEnd::rejected;
    }
    session = Session();
    session.source.line = line;
    session.athlete = rules_.athlete;
    session.sport = sport_of(cells);
    unusable_values_ = 0;
    zones_.clear();
    const bool metres = metre_sport(cells);
    bool usable = true;
    for (const ColumnUse& column : layout_.match.columns) {
        const std::string_view cell =
            column.index < cells.size() ? cells[column.index] : std::string_view();
        const Where where{line, &column};
        usable &= column.unit == Unit::text ? put_text(where, cell, session)
                                            : put_number(where, cell, session, metres);
    }
    if (!usable) {
        return RowEnd::rejected;
    }
    if (const std::string problem = zones_.give_to(session); !problem.empty()) {
        diagnostics_.add(Severity::warning, line, 0, {}, "hr_zones", problem);
    }
    if (rules_.distance_is_run && session.distance_m && session.sport == Sport::unknown) {
        session.sport = Sport::run;
    }
    const bool on_foot =
        is_run(session.sport) || is_team(session.sport) || session.sport == Sport::unknown;
    if (on_foot && session.max_speed_mps.value_or(0.0) > fastest_mps) {
        diagnostics_.add(Severity::warning, line, 0, "max_speed_mps", "out_of_range",
                         fmt::format("{:g} m/s is above {:g}; taken as missing",
                                     *session.max_speed_mps, fastest_mps));
        session.max_speed_mps.reset();
    }
    const bool named = session.sport != Sport::unknown && last_is_known_;
    if (!named && session.title.empty() && !is_missing(last_label_)) {
        session.title = last_label_; // the coach's word for it
    }
    const RowEnd end = end_of(line, session);
    if (end == RowEnd::session && !last_is_known_) {
        ++unknown_labels_[last_label_];
    }
    return end;
}

} // namespace plimsoll::ingest

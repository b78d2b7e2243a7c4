// The cells of a row that are no numbers: moments, names, kinds.
// SPDX-License-Identifier: Apache-2.0
#include "import/cell_words.hpp"
#include "import/json_numbers.hpp"
#include "import/log_years.hpp"
#include "import/part_column.hpp"
#include "import/row_reader.hpp"
#include "import/text_encoding.hpp"
#include "model/error.hpp"
#include "model/units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

namespace plimsoll::ingest {
namespace {

// Takes off the apostrophe that keeps a spreadsheet from reading a text as a formula.
std::string_view without_guard(std::string_view cell) noexcept {
    if (!cell.starts_with('\'')) {
        return cell;
    }
    const std::size_t first = cell.find_first_not_of('\'');
    const bool guarded = first != std::string_view::npos &&
                         std::string_view("=+-@\t\r").find(cell[first]) != std::string_view::npos;
    return guarded ? cell.substr(1) : cell;
}

} // namespace

std::optional<LocalTime> RowReader::local_end(std::string_view cell) const {
    const std::optional<Moment> moment = parse_moment(cell, rules_.dates);
    return moment && !moment->utc ? std::optional(moment->time) : std::nullopt;
}

// Most rows of a squad's log are of the day of the row before.
bool RowReader::put_start(Where where, std::string_view cell, Session& session) {
    if (!last_date_.empty() && cell == last_date_) {
        return true; // session.start stands
    }
    last_date_.clear();
    const std::size_t range = cell.find(" - "); // from - to
    const std::optional<Moment> moment = parse_moment(cell.substr(0, range), rules_.dates);
    if (range != std::string_view::npos) {
        end_ = local_end(cell.substr(range + 3));
    }
    if (!moment) {
        const bool year_last =
            rules_.dates == DateShape::iso && cell.size() >= 6 && cell.find_first_of("/.") < 3;
        const char* const hint = is_day_without_year(cell) ? "no year is told: 2026-11-22"
                                 : year_last               ? "the year comes first: 2026-11-22"
                                                           : "";
        complain(Severity::error, where, "bad_date",
                 cell.empty()
                     ? "is empty; the row has no date"
                     : fmt::format("{} is not a date of the shape {}",
                                   plimsoll::quoted(std::string(cell)), describe(rules_.dates)),
                 hint);
        return false;
    }
    if (moment->time.day < first_date || moment->time.day > last_date) {
        complain(Severity::error, where, "bad_date",
                 fmt::format("{} is not in the years {} to {}", plimsoll::quoted(std::string(cell)),
                             first_year, last_year));
        return false;
    }
    session.start = moment->time;
    const TimeBasis basis = layout_.dialect->time;
    const bool is_utc = moment->utc || (moment->no_offset && rules_.zone != nullptr);
    if (basis == TimeBasis::utc || (is_utc && basis == TimeBasis::local)) {
        ++notes_.rows_in_utc;
        if (rules_.zone != nullptr) {
            session.start = rules_.zone->from_utc(session.start);
        } else {
            ++notes_.rows_left_in_utc;
        }
    } else if (!has_clock_) {
        last_date_ = range == std::string_view::npos ? cell : std::string_view();
    }
    return true;
}

bool RowReader::is_whole(std::string_view part) const {
    const auto whole = layout_.dialect == &plain_dialect
                           ? std::span<const std::string_view>(labels_of_wholes)
                           : layout_.dialect->whole;
    return part.empty() || std::find(whole.begin(), whole.end(), folded(part)) != whole.end();
}

bool RowReader::put_text(Where where, std::string_view cell, Session& session) {
    if (layout_.dialect->guarded_text) {
        cell = without_guard(cell);
    }
    switch (where.column->use.field) {
    case Field::start:
        return put_start(where, cell, session);
    case Field::athlete:
        session.athlete = is_missing(cell) ? rules_.athlete : cell;
        is_named_ = !is_missing(cell);
        return true;
    case Field::distance_unit:
        distance_unit_ = is_missing(cell) ? std::string_view() : cell;
        return true;
    case Field::family_name:
        put_family_name(is_missing(cell) ? std::string_view() : cell, session);
        return true;
    case Field::title:
        session.title = is_missing(cell) ? std::string_view() : cell;
        return true;
    case Field::end:
        end_ = local_end(cell);
        return true;
    case Field::clock:
        if (const std::optional<LocalTime> unix_time = parse_unix_time(cell)) {
            // Where the zone is not known it says nothing about the local time.
            clock_ =
                rules_.zone != nullptr ? rules_.zone->from_utc(*unix_time).second : std::nullopt;
            return true;
        }
        clock_ = parse_time_of_day(cell);
        if (const auto moment = clock_ ? std::nullopt : parse_moment(cell, rules_.dates)) {
            clock_ = moment->time.second;
        }
        if (!clock_ && !is_missing(cell)) {
            complain(Severity::warning, where, "bad_time",
                     fmt::format("{} is not a time of day (H:MM[:SS]); the session has none",
                                 plimsoll::quoted(std::string(cell))));
        }
        return true;
    case Field::part:
        is_part_ = !is_whole(cell);
        return true;
    case Field::details:
        return put_details(where, cell, session);
    case Field::load_kind:
        if (const std::optional<LoadKind> kind = parse_load_kind(cell)) {
            session.load_kind = *kind;
        } else if (!is_missing(cell)) {
            complain(Severity::warning, where, "bad_load_kind",
                     fmt::format("{} is none of srpe, trimp, estimated, vendor; taken as srpe",
                                 plimsoll::quoted(std::string(cell))));
        }
        return true;
    default:
        return true;
    }
}

// By the unit that the row names beside the distance.
void RowReader::scale_distance(std::uint32_t line, Session& session) {
    if (!session.distance_m) {
        return;
    }
    const double factor = metres_in_word(folded(distance_unit_));
    if (factor > 0.0) {
        constexpr double thousandths = 1000.0;
        session.distance_m = std::round(*session.distance_m * factor * thousandths) / thousandths;
        return;
    }
    ++unusable_values_;
    diagnostics_.add(Severity::warning, line, 0, "distance_m", "bad_unit",
                     fmt::format("{} is no unit of distance; taken as missing",
                                 plimsoll::quoted(distance_unit_)));
    session.distance_m.reset();
}

// "Ann" and "Lee" are "Ann Lee"; so is "Ann Lee" and "Lee".
void RowReader::put_family_name(std::string_view cell, Session& session) const {
    if (cell.empty()) {
        return;
    }
    if (!is_named_) {
        session.athlete = cell;
    } else if (!session.athlete.ends_with(cell)) {
        session.athlete.append(" ").append(cell);
    }
}

// Numbers that stand by name in one cell. A row whose object is empty repeats the session of
// another row.
bool RowReader::put_details(Where where, std::string_view cell, Session& session) {
    for (const ColumnPlan& detail : details_) {
        if (detail.member != nullptr) {
            (session.*detail.member).reset();
        }
    }
    bool usable = true;
    bool any = false;
    for_each_json_number(cell, [&](std::string_view name, std::string_view number) {
        any = true;
        for (std::size_t i = 0; i < details_.size(); ++i) {
            if (layout_.dialect->details[i].header == name) {
                usable &= put_number({where.line, &details_[i]}, number, session, true);
            }
        }
    });
    is_part_ = is_part_ || !any;
    return usable;
}

// From the start to the end; of a session that tells no other time it is the duration, without
// pauses, too.
void RowReader::put_elapsed(Session& session) const {
    if (!session.start.second || !end_->second) {
        return;
    }
    const int days = end_->day.days_since_1970() - session.start.day.days_since_1970();
    const double lasts_s =
        24.0 * units::seconds_per_hour * days + *end_->second - *session.start.second;
    if (lasts_s > 0.0 && lasts_s <= 7.0 * 24.0 * units::seconds_per_hour) {
        session.elapsed_s = lasts_s;
        const double without_pause_s = lasts_s - pause_s_;
        session.duration_s =
            session.duration_s.value_or(without_pause_s > 0.0 ? without_pause_s : lasts_s);
    }
}

} // namespace plimsoll::ingest

// Rows to sessions.
// SPDX-License-Identifier: Apache-2.0
#include "import/row_reader.hpp"

#include "import/fccp.hpp"
#include "import/sport_label.hpp"
#include "import/text_encoding.hpp"
#include "model/error.hpp"
#include "model/units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace plimsoll::ingest {
RowReader::RowReader(const TableLayout& layout, ReadingRules rules, DiagnosticSink& diagnostics)
    : layout_(layout),
      rules_(std::move(rules)),
      diagnostics_(diagnostics),
      width_(width_of(layout)),
      is_sheet_(layout.dialect == &plain_dialect),
      load_kind_(rules_.load_kind.value_or(layout.dialect->load_kind)) {
    session_.athlete = rules_.athlete;
    for (const std::string_view mark : layout_.dialect->missing) {
        starts_a_mark_.set(static_cast<unsigned char>(mark.front()));
    }
    columns_.reserve(layout_.match.columns.size());
    for (const ColumnUse& use : layout_.match.columns) {
        columns_.push_back(plan_of(use, *layout_.dialect, rules_.distance));
        if (use.field == Field::load && load_kind_ == LoadKind::vendor) {
            columns_.back().zero_is_missing = true; // no work costs nothing
        }
        if (use.field == Field::details) {
            for (const ColumnName& detail : layout_.dialect->details) {
                details_.push_back(plan_of({use.index, detail.field, detail.unit}, *layout_.dialect,
                                           rules_.distance));
            }
        }
        if (use.field == Field::sport) {
            sport_column_ = &columns_.back();
        }
        if (use.field == Field::start) {
            start_column_ = &columns_.back();
        }
        if (use.field == Field::athlete) {
            athlete_column_ = &columns_.back();
        }
        if (use.field == Field::max_speed) {
            speed_column_ = &columns_.back();
        }
        may_have_end_ = may_have_end_ || use.field == Field::end ||
                        (use.field == Field::start && !layout_.dialect->date);
        has_distance_unit_ = has_distance_unit_ || use.field == Field::distance_unit;
        has_clock_ = has_clock_ || use.field == Field::clock;
        has_zones_ = has_zones_ || ZoneCells::is_zone(use.field);
    }
}

void RowReader::complain(Severity severity, Where where, std::string_view code, std::string text,
                         std::string hint) {
    diagnostics_.add(severity, where.line, static_cast<std::uint32_t>(where.column->use.index + 1),
                     layout_.header.at(where.column->use.index), code, std::move(text),
                     std::move(hint));
}

bool RowReader::is_mark(std::string_view cell) const noexcept {
    const auto& marks = layout_.dialect->missing;
    return std::find(marks.begin(), marks.end(), cell) != marks.end();
}

// Whether a row has the cells that the header promises.
bool RowReader::fits(const std::vector<std::string_view>& cells) const {
    const std::size_t expected = layout_.header.size();
    if (cells.size() > most_cells) {
        return false;
    }
    const bool more = cells.size() > expected &&
                      std::any_of(cells.begin() + static_cast<std::ptrdiff_t>(expected),
                                  cells.end(), [](std::string_view cell) { return !cell.empty(); });
    const bool fewer = cells.size() < expected && !layout_.dialect->short_rows;
    return !more && !fewer;
}

std::size_t RowReader::width_of(const TableLayout& layout) noexcept {
    std::size_t width = layout.header.size();
    while (width > 0 && layout.header[width - 1].empty()) {
        --width;
    }
    return width;
}

void RowReader::note_short(std::uint32_t line, std::size_t cells) {
    ++notes_.short_rows;
    if (notes_.short_lines.size() < RowNotes::most_short_lines) {
        notes_.short_lines.push_back(line);
    }
    notes_.last_short_line = line;
    notes_.last_short_cells = cells;
}

bool RowReader::metre_sport(const std::vector<std::string_view>& cells) const {
    if (!layout_.dialect->swims_in_metres) {
        return false;
    }
    const Sport sport = sport_of(cells);
    return sport == Sport::swim || sport == Sport::track_run;
}

// A file has few sports, and looking one up costs more than comparing a few labels.
const RowReader::KnownLabel& RowReader::label_of(std::string_view cell) const {
    constexpr std::size_t most = 32;
    const auto met = std::find_if(labels_.begin(), labels_.end(),
                                  [&](const KnownLabel& known) { return known.label == cell; });
    if (met != labels_.end()) {
        return *met;
    }
    if (labels_.size() == most) {
        labels_.pop_back();
    }
    const auto& codes = layout_.dialect->sports;
    const auto code = std::find_if(codes.begin(), codes.end(),
                                   [&](const SportCode& known) { return known.code == cell; });
    const std::optional<Sport> sport = code != codes.end() ? std::optional(code->sport)
                                       : is_missing(cell)  ? std::optional(Sport::unknown)
                                                           : sport_of_label(cell);
    return labels_.emplace_back(
        KnownLabel{std::string(cell), sport.value_or(Sport::other), sport.has_value()});
}

Sport RowReader::sport_of(const std::vector<std::string_view>& cells) const {
    if (sport_column_ == nullptr || sport_column_->use.index >= cells.size()) {
        return Sport::unknown;
    }
    return label_of(cells[sport_column_->use.index]).sport;
}

RowValues RowReader::values_of(const std::vector<std::string_view>& cells) const {
    RowValues values;
    if (metre_sport(cells)) {
        return values; // its distance says nothing about the unit of the others
    }
    for (const ColumnPlan& column : columns_) {
        const ColumnUse& use = column.use;
        if (use.unit == Unit::text || use.index >= cells.size() || is_missing(cells[use.index])) {
            continue;
        }
        const bool unit_unsaid = use.unit == Unit::file_distance || use.unit == Unit::any_distance;
        double value = 0.0;
        if (unit_unsaid ? read_number(cells[use.index], rules_.numbers, value)
                        : read_value(cells[use.index], column, rules_.numbers, false, value)) {
            values[use.field] = value;
        }
    }
    if (auto& lasts_s = values[Field::duration]; lasts_s && rules_.minutes_as_hours) {
        const auto& distance = values[Field::distance];
        lasts_s = without_false_hours(
            *lasts_s, distance ? std::optional(*distance * metres_in(DistanceUnit::kilometres))
                               : std::nullopt);
    }
    return values;
}

// In a format that writes every duration with colons, and nothing else, one under a wrong heading
// shows that the row is not of this header.
bool RowReader::has_shifted(const ColumnPlan& column, std::string_view cell) const {
    return layout_.dialect->clock_only && !column.may_be_pace && !is_missing(cell) &&
           column.is_time != (cell.find(':') != std::string_view::npos);
}

// Says why the value of a cell cannot be used.
// @return  whether the row still can.
bool RowReader::refuse_value(Where where, std::string_view cell, std::optional<double> value) {
    if (!value) {
        ++unusable_values_;
        complain(Severity::warning, where, "bad_number",
                 fmt::format("{} is not a {}; taken as missing", quoted(std::string(cell)),
                             where.column->is_time ? "duration (H:MM:SS or a number)" : "number"));
        return true;
    }
    if (*value < 0.0) {
        complain(Severity::error, where, "negative",
                 fmt::format("{} is negative", quoted(std::string(cell))));
        return false;
    }
    ++unusable_values_;
    notes_.odd_distances += where.column->use.field == Field::distance ? 1U : 0U;
    complain(Severity::warning, where, "out_of_range",
             fmt::format("{} is above {}; taken as missing", quoted(std::string(cell)),
                         limit_in_words(where.column->use.field)));
    return true;
}

bool RowReader::put_number(Where where, std::string_view cell, Session& session, bool metres) {
    const ColumnPlan& column = *where.column;
    const bool zone = ZoneCells::is_zone(column.use.field);
    if (has_shifted(column, cell)) {
        complain(Severity::error, where, "shifted",
                 fmt::format("{} is {} duration (H:MM:SS): the cells of the row do not stand under "
                             "their headings",
                             quoted(std::string(cell)), column.is_time ? "no" : "a"),
                 "two exports with different columns cannot be put into one file");
        return false;
    }
    if (column.member == nullptr && !zone) {
        if (column.use.field == Field::planned) {
            double planned = 0.0;
            is_planned_ =
                (read_value(cell, column, rules_.numbers, metres, planned) && planned > 0.0) ||
                is_planned_;
        } else if (column.use.field == Field::pause) {
            double pause_s = 0.0;
            pause_s_ = read_value(cell, column, rules_.numbers, metres, pause_s) ? pause_s : 0.0;
        }
        return true;
    }
    if (!zone) {
        (session.*column.member).reset();
    }
    if (is_missing(cell) || (column.may_be_pace && cell.find(':') != std::string_view::npos)) {
        return true; // a best pace is a mean over some time: no maximum speed
    }
    double value = 0.0;
    const bool number = read_value(cell, column, rules_.numbers, metres, value);
    if (!number || value < 0.0 || value > column.highest) {
        return refuse_value(where, cell, number ? std::optional(value) : std::nullopt);
    }
    if (zone) {
        zones_.put(column.use.field, value);
    } else if (value > 0.0 || !column.zero_is_missing) {
        session.*column.member = value;
    }
    return true;
}

RowEnd RowReader::end_of(std::uint32_t line, const Session& session) {
    if (session.duration_s || session.distance_m || session.load_au) {
        return RowEnd::session;
    }
    if (unusable_values_ == 0) {
        notes_.planned_rows += is_planned_ ? 1U : 0U;
        return RowEnd::other;
    }
    diagnostics_.add(Severity::error, line, 0, {}, "no_measure",
                     "the row has no usable duration, distance or load");
    return RowEnd::rejected;
}

// Where a column names the athletes, a row that names none is nobody's.
RowEnd RowReader::refused(const std::string& athlete) {
    if (!athlete.empty() && (athlete_column_ == nullptr || athlete != rules_.athlete)) {
        ++notes_.refused_rows[athlete];
    }
    return RowEnd::rejected;
}

// Of the session of the row before only what a column may hold is taken back: making a new one for
// each row costs a tenth of an import.
RowEnd RowReader::read(std::uint32_t line, const std::vector<std::string_view>& cells) {
    Session& session = session_;
    if (is_blank(cells)) {
        ++notes_.blank_rows;
        return RowEnd::other;
    }
    if (is_summary(cells)) {
        ++notes_.summary_rows;
        return RowEnd::other;
    }
    if (is_header(line, cells)) {
        return RowEnd::other;
    }
    if (cells.size() != layout_.header.size() && !fits(cells)) {
        diagnostics_.add(Severity::error, line, 0, {}, "cells",
                         fmt::format("the row has {} cells where the header has {}",
                                     cells.size() > most_cells
                                         ? fmt::format("more than {}", most_cells)
                                         : std::to_string(cells.size()),
                                     layout_.header.size()),
                         cells.size() < layout_.header.size()
                             ? "the file may have been cut off here, or the line was broken in two"
                             : "a cell that holds the delimiter must stand in quotes");
        const bool named = athlete_column_ != nullptr && athlete_column_->use.index < cells.size();
        return refused(named ? std::string(cells[athlete_column_->use.index]) : std::string());
    }
    if (cells.size() < width_) {
        note_short(line, cells.size());
    }
    static const KnownLabel no_label{"", Sport::unknown, true};
    const bool has_label = sport_column_ != nullptr && sport_column_->use.index < cells.size();
    const KnownLabel& label = has_label ? label_of(cells[sport_column_->use.index]) : no_label;
    session.source = {rules_.file, line};
    session.title.clear();
    session.sport = label.sport == Sport::unknown ? layout_.dialect->sport : label.sport;
    session.load_kind = load_kind_;
    if (rules_.start) {
        session.start = *rules_.start;
    }
    clock_.reset();
    end_.reset();
    pause_s_ = 0.0;
    if (may_have_end_) { // no column may take them back
        session.elapsed_s.reset();
        session.duration_s.reset();
    }
    is_part_ = false;
    is_planned_ = false;
    session.hr_zones.reset();
    unusable_values_ = 0;
    if (has_zones_) {
        zones_.clear();
    }
    const bool metres = metre_sport(cells);
    bool usable = true;
    for (const ColumnPlan& column : columns_) {
        const std::size_t index = column.use.index;
        const std::string_view cell = index < cells.size() ? cells[index] : std::string_view();
        const Where where{line, &column};
        if (!usable && layout_.dialect->clock_only) {
            break; // of a shifted row every cell would be wrong
        }
        usable &= column.use.unit == Unit::text ? put_text(where, cell, session)
                                                : put_number(where, cell, session, metres);
    }
    if (!usable) {
        return refused(session.athlete);
    }
    if (is_part_ && layout_.dialect->whole_only) {
        ++notes_.part_rows;
        return RowEnd::other;
    }
    if (clock_ && !session.start.second) {
        session.start.second = clock_;
    }
    if (end_ && !session.elapsed_s) {
        put_elapsed(session);
    }
    if (has_zones_) {
        if (const std::string problem = zones_.give_to(session); !problem.empty()) {
            diagnostics_.add(Severity::warning, line, 0, {}, "hr_zones", problem);
        }
    }
    if (has_distance_unit_) {
        scale_distance(line, session);
    }
    if (rules_.distance_is_run && session.distance_m && session.sport == Sport::unknown) {
        session.sport = Sport::run;
    }
    if (rules_.minutes_as_hours) {
        mend_hours(session);
    }
    limit_speed(line, session);
    limit_distance(line, session);
    if (is_sheet_) {
        doubt_duration(line, session);
    }
    const bool named = session.sport != Sport::unknown && label.known;
    if (!named && session.title.empty() && !is_missing(label.label)) {
        session.title = label.label; // the coach's word for it
    }
    const RowEnd end = end_of(line, session);
    if (end == RowEnd::rejected) {
        return refused(session.athlete);
    }
    if (end == RowEnd::session && !label.known) {
        ++notes_.unknown_sports[label.label];
    }
    return end == RowEnd::session && is_part_ ? RowEnd::part : end;
}

} // namespace plimsoll::ingest

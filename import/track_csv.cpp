// Rows of a track to points.
// SPDX-License-Identifier: Apache-2.0
#include "import/track_csv.hpp"

#include "import/block_rows.hpp"
#include "import/clock.hpp"
#include "import/name_date.hpp"
#include "import/next_table.hpp"
#include "import/number.hpp"
#include "import/position.hpp"
#include "import/recording.hpp"
#include "import/table_rows.hpp"
#include "import/track_above.hpp"
#include "import/track_lanes.hpp"
#include "import/track_marks.hpp"
#include "model/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plimsoll::ingest {
namespace {

constexpr std::size_t squad_files = 4; // policy: a squad's file has as many times the points

class TrackTable {
public:
    TrackTable(ByteSource& bytes, const TrackLayout& layout)
        : bytes_(bytes),
          layout_(layout),
          has_lanes_(std::any_of(layout.columns.begin(), layout.columns.end(),
                                 [](const TrackName& column) {
                                     return column.field == TrackField::athlete ||
                                            column.field == TrackField::session;
                                 })),
          next_(layout),
          lanes_(layout, has_lanes_) {
        plan(layout.columns);
        file_.most_points = has_lanes_ ? squad_files * most_track_points : most_track_points;
        TrackMarks marks = marks_of_track(bytes, layout, lanes_.above().day);
        numbers_ = std::move(marks.numbers);
        dates_ = std::move(marks.dates);
    }

    void read() {
        bytes_.rewind();
        LineBlocks blocks(bytes_);
        LineBlock block;
        BlockWorkspace work;
        const auto see = [&](std::uint32_t line, const BlockRow& cells) { take(line, cells); };
        while (blocks.next(block)) {
            expect_rows(block, blocks.at_end());
            for_each_lazy_row(block, layout_.table.delimiter, layout_.table.header_line, work, see);
        }
        const std::unique_ptr<ByteSource> rest = blocks.rest();
        const Passage passage =
            each_row(*rest, layout_.table, blocks.rest_starts(),
                     [&](const Record& record, const std::vector<std::string_view>& cells) {
                         take(record.line, cells);
                         return true;
                     });
        file_.report.encoding = passage.encoding;
        broken_ = passage.broken;
        is_open_ = blocks.is_open();
    }

    RecordedFile finish(DiagnosticSink& sink) {
        speeds_are_ = lanes_.mend(sink);
        file_.recordings = lanes_.take_recordings();
        const auto named = moment_in_name(bytes_.name());
        for (Recording& recording : file_.recordings) {
            if (!recording.start_s && named) {
                constexpr double day_s = 86400.0;
                recording.start_s =
                    day_s * named->day.days_since_1970() + named->second.value_or(0);
                recording.start_is_local = true;
            }
        }
        return std::move(file_);
    }

    std::size_t rows() const noexcept { return rows_; }

    std::size_t unreadable() const noexcept { return next_.strays(); }

    std::uint32_t first_unreadable() const noexcept { return next_.first_stray(); }

    std::size_t rows_of_lost_lanes() const noexcept { return lost_rows_; }

    const std::optional<Diagnostic>& broken() const noexcept { return broken_; }

    /// The last line of a file that was cut off; 0 where it was not.
    std::uint32_t cut_line() const noexcept {
        return is_open_ && cells_before_ == layout_.columns.size() && last_cells_ < cells_before_
                   ? last_line_
                   : 0;
    }

    bool comma() const noexcept { return numbers_.value == NumberStyle::decimal_comma; }

    const Inferred<DateShape>& dates() const noexcept { return dates_; }

    const std::string& speeds_are() const noexcept { return speeds_are_; }

private:
    struct ReadColumn {
        std::size_t index;
        TrackField field;
        double factor;
    };

    static bool is_place(TrackField field) noexcept {
        return field == TrackField::latitude || field == TrackField::longitude;
    }

    void plan(const std::vector<TrackName>& columns) {
        columns_.clear();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (columns[i].field != TrackField::unread) {
                columns_.push_back({i, columns[i].field, columns[i].factor});
            }
        }
        // Where the device measures speed and distance itself, positions tell nothing more.
        const auto measures = [&](TrackField field) {
            return std::any_of(columns_.begin(), columns_.end(),
                               [&](const ReadColumn& column) { return column.field == field; });
        };
        places_last_ = measures(TrackField::speed) && measures(TrackField::distance) &&
                       !layout_.dialect->by_satellite;
        if (places_last_) {
            std::stable_partition(columns_.begin(), columns_.end(),
                                  [](const ReadColumn& column) { return !is_place(column.field); });
        }
    }

    // So that the points of most files need no second place in memory.
    void expect_rows(const LineBlock& block, bool at_end) {
        if (rows_expected_ == 0 && !has_lanes_ && !layout_.dialect->sparse) {
            const std::size_t lines =
                static_cast<std::size_t>(std::count(block.text.begin(), block.text.end(), '\n'));
            constexpr std::size_t usual_blocks = 8; // 90 minutes at 10 Hz
            rows_expected_ = at_end ? lines : usual_blocks * lines;
            lanes_.expect_points(rows_expected_);
        }
    }

    // Whether the row names the units of its columns: "L_SEC", "KM", ...
    template <class Cells>
    bool take_units(const Cells& cells) {
        bool units = false;
        for (ReadColumn& column : columns_) {
            const std::string_view cell =
                column.index < cells.size() ? cells[column.index] : std::string_view();
            const bool sized =
                column.field == TrackField::speed || column.field == TrackField::distance;
            if (const auto factor = sized ? track_unit(cell) : std::nullopt) {
                column.factor = *factor;
                units = true;
            }
        }
        return units;
    }

    // The row has no time: it stands above another table, or is its header, or nobody knows.
    template <class Cells>
    void take_text(std::uint32_t line, const Cells& cells) {
        std::vector<std::string> row;
        for (std::size_t i = 0; i < std::min(cells.size(), layout_.columns.size()); ++i) {
            row.emplace_back(cells[i]);
        }
        const std::size_t strays = next_.strays();
        const std::optional<TrackLayout> next = next_.see(rows_, line, row);
        if (!next) {
            return;
        }
        rows_ -= 1 + strays - next_.strays();
        plan(next->columns);
        if (next->table.preamble.empty()) {
            header_again_ = true;
        } else {
            lanes_.begin_table(read_above(*next));
        }
    }

    // Behind a header without lines above only rows that begin anew are another recording.
    std::optional<double> time_under_header(TrackLane& lane, std::string_view moment) {
        header_again_ = false;
        lane.go_under_header();
        const std::optional<double> time_s = lane.time_of(values_, moment, dates_.value);
        const std::vector<TrackPoint>& points = lane.recording().points;
        constexpr double back_s = 60.0; // policy
        return time_s && !points.empty() && *time_s < points.back().time_s - back_s ? lane.go_back()
                                                                                    : time_s;
    }

    template <class Cells>
    void take(std::uint32_t line, const Cells& cells) {
        if (rows_ == 0 && layout_.dialect->units_below && !units_seen_) {
            units_seen_ = true;
            if (take_units(cells)) {
                return;
            }
        }
        ++rows_;
        cells_before_ = std::exchange(last_cells_, cells.size());
        last_line_ = line;
        values_.clear();
        std::string_view moment;
        std::string_view athlete;
        std::string_view session;
        for (const ReadColumn& column : columns_) {
            if (column.index >= cells.size()) {
                continue;
            }
            if (places_last_ && is_place(column.field) && values_.has(TrackField::speed) &&
                values_.has(TrackField::distance)) {
                break;
            }
            const std::string_view cell = cells[column.index];
            double value = 0.0;
            if (column.field == TrackField::athlete) {
                athlete = cell;
            } else if (column.field == TrackField::session) {
                session = cell;
            } else if (column.field != TrackField::moment &&
                       read_number(cell, numbers_.value, value)) {
                values_.put(column.field, value * column.factor);
            } else if (column.field == TrackField::moment ||
                       column.field == TrackField::excel_days) {
                moment = cell; // days may be dates after all
            }
        }
        TrackLane* lane = lanes_.of(line, athlete, session);
        if (lane == nullptr) {
            ++lost_rows_;
            return;
        }
        std::optional<double> time_s = header_again_ && !has_lanes_
                                           ? time_under_header(*lane, moment)
                                           : lane->time_of(values_, moment, dates_.value);
        if (lane->went_back()) {
            lane = lanes_.begin_anew(line);
            if (lane == nullptr) {
                ++lost_rows_;
                return;
            }
            time_s = lane->time_of(values_, moment, dates_.value);
        }
        if (!time_s) {
            take_text(line, cells);
            return;
        }
        put_point(*lane, *time_s);
    }

    void put_point(TrackLane& lane, double time_s) {
        if (values_.has(TrackField::paused) && values_[TrackField::paused] > 0.0) {
            lane.pause();
            return;
        }
        TrackPoint point;
        point.time_s = time_s;
        if (values_.has(TrackField::latitude) && values_.has(TrackField::longitude)) {
            const double latitude = values_[TrackField::latitude];
            const double longitude = values_[TrackField::longitude];
            if (std::fabs(latitude) + std::fabs(longitude) > 0.0) { // 0, 0: no satellite is seen
                point.position = position_of_degrees(latitude, longitude);
            }
        }
        const bool measured = point.position || !layout_.dialect->by_satellite;
        if (measured && values_.has(TrackField::distance) && values_[TrackField::distance] >= 0.0) {
            point.distance_m =
                values_[TrackField::distance] * lanes_.above().distance_factor.value_or(1.0);
        }
        if (measured && values_.has(TrackField::speed) && values_[TrackField::speed] >= 0.0) {
            point.speed_mps = static_cast<float>(values_[TrackField::speed]);
        }
        constexpr double most_bpm = 250.0;
        if (values_.has(TrackField::heart_rate) && values_[TrackField::heart_rate] >= 1.0 &&
            values_[TrackField::heart_rate] <= most_bpm) {
            point.heart_rate_bpm = static_cast<std::uint8_t>(values_[TrackField::heart_rate]);
        }
        if (layout_.dialect->sparse && !point.position && !point.distance_m && !point.speed_mps) {
            return;
        }
        point.after_pause = lane.take_pause();
        file_.add_point(lane.recording(), point);
        if (values_.has(TrackField::pause_s) && values_[TrackField::pause_s] > 0.0) {
            lane.add_pause(values_[TrackField::pause_s]);
        }
    }

    ByteSource& bytes_;
    const TrackLayout& layout_;
    bool has_lanes_;
    NextTable next_;
    TrackLanes lanes_;
    std::vector<ReadColumn> columns_;
    bool places_last_ = false; // and left out of rows with speed and distance
    bool units_seen_ = false;
    bool header_again_ = false; // stood just before
    Inferred<NumberStyle> numbers_{NumberStyle::plain, true, ""};
    Inferred<DateShape> dates_{DateShape::iso, true, ""};
    RecordedFile file_;
    TrackValues values_; // of the present row
    std::string speeds_are_;
    std::size_t rows_expected_ = 0;
    std::size_t rows_ = 0;
    std::size_t lost_rows_ = 0;
    std::size_t last_cells_ = 0; // of the last row
    std::size_t cells_before_ = 0;
    std::uint32_t last_line_ = 0;
    bool is_open_ = false;             // the file has no line end at its end
    std::optional<Diagnostic> broken_; // why the end was not reached
};

} // namespace

void import_track_csv(ByteSource& bytes, const TrackLayout& layout, const ImportOptions& options,
                      PackedLog& log) {
    TrackTable table(bytes, layout);
    table.read();
    DiagnosticSink sink(bytes.name(), log.diagnostics, options.strict);
    if (table.rows() == table.unreadable()) {
        throw InputError(Diagnostic{Severity::error,
                                    {bytes.name(), 0, 0, {}},
                                    "no_time",
                                    "is a track (" + std::string(layout.dialect->name) +
                                        ") of which no row has a time that can be read",
                                    {}});
    }
    const auto rows = [](std::size_t count) {
        return count == 1 ? std::string("1 row of the track has")
                          : fmt::format("{} rows of the track have", count);
    };
    if (table.unreadable() > 0) {
        sink.add(Severity::warning, table.first_unreadable(), 0, {}, "no_time",
                 fmt::format("{} no time that can be read; passed over", rows(table.unreadable())));
    }
    if (table.rows_of_lost_lanes() > 0) {
        sink.add(Severity::warning, 0, 0, {}, "too_many_sessions",
                 fmt::format("has more than {} players; {} other players'; left out",
                             most_recordings, rows(table.rows_of_lost_lanes())));
    }
    if (const std::uint32_t line = table.cut_line(); line > 0) {
        sink.add(Severity::warning, line, 0, {}, "cut",
                 "the last line has fewer cells than the header and no end: the file may have been "
                 "cut off here",
                 "export it again if the session is longer");
    }
    if (const std::optional<Diagnostic>& broken = table.broken()) {
        sink.add(Severity::error, broken->where.line, 0, {}, broken->code,
                 broken->text + "; nothing behind it was read");
    }
    const bool comma = table.comma();
    if (!table.dates().sure) {
        sink.add(Severity::note, 0, 0, {}, "date_order_assumed",
                 fmt::format("dates are read as {} ({})", describe(table.dates().value),
                             table.dates().why));
    }
    const std::string dates(describe(table.dates().value));
    RecordedFile file = table.finish(sink);
    file.report.path = bytes.name();
    file.report.format = layout.dialect->format;
    file.report.dialect = layout.dialect->name;
    if (!table.speeds_are().empty()) {
        file.report.dialect += ", " + table.speeds_are();
    }
    file.report.date_order = dates;
    file.report.unread_columns = unread_columns(layout);
    for (const std::string_view sign : layout.dialect->signature) {
        file.report.signature +=
            (file.report.signature.empty() ? "columns '" : ", '") + std::string(sign) + "'";
    }
    add_recordings(std::move(file), options, sink, log);
    log.files.back().decimal = comma ? "," : ".";
    sink.finish();
}

} // namespace plimsoll::ingest

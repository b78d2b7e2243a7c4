// One row of a table becomes a session, or a reason why not.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_ROW_READER_HPP
#define PLIMSOLL_IMPORT_ROW_READER_HPP

#include "import/column_plan.hpp"
#include "import/detect.hpp"
#include "import/diagnostic_sink.hpp"
#include "import/heart_zones.hpp"
#include "import/inference.hpp"
#include "import/time_zone.hpp"
#include "model/session.hpp"

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::ingest {

/// How the values of one file are to be read.
struct ReadingRules {
    std::uint32_t file = 0; ///< its number, for Session::source
    NumberStyle numbers = NumberStyle::plain;
    DistanceUnit distance = DistanceUnit::metres;
    DateShape dates = DateShape::iso;
    std::optional<LocalTime> start;    ///< of every row, where no column says
    const TimeZone* zone = nullptr;    ///< null: moments in UTC stay in UTC
    std::string athlete;               ///< for rows that name nobody
    bool minutes_as_hours = false;     ///< a spreadsheet has made 30:48:00 of 30:48
    bool distance_is_run = false;      ///< a row without a sport that has a distance is a run
    std::optional<LoadKind> load_kind; ///< of a row that says nothing; absent: the dialect's
};

/// The seconds that were meant where a spreadsheet may have made hours of minutes: a sixtieth of
/// whole minutes in which the distance would be slower than 0.25 m/s, and of more than five hours
/// where there is none.
/// @evidence  policy
double without_false_hours(double lasts_s, const std::optional<double>& distance_m) noexcept;

/// How a row ended.
enum class RowEnd : std::uint8_t {
    session,
    rejected, ///< the sink says why
    part,     ///< a session only where no row of the whole session stands in the file
    other     ///< a row that tells of no session, such as a rest day in a coach's sheet
};

/// A row that is the header of another table.
struct HeaderRow {
    std::uint32_t line;
    std::vector<std::string> cells;
};

/// What is worth a word once a file.
struct RowNotes {
    static constexpr std::size_t most_short_lines = 3; ///< that a message names

    std::size_t rows_in_utc = 0;            ///< whose moment was in UTC
    std::size_t rows_left_in_utc = 0;       ///< and stayed so
    std::size_t planned_rows = 0;           ///< of what was planned, not done
    std::size_t part_rows = 0;              ///< of parts of a session that has a row of its own
    std::size_t metre_rows = 0;             ///< whose distance can only be in metres
    std::size_t blank_rows = 0;             ///< of empty cells
    std::size_t summary_rows = 0;           ///< of a sum or a mean over others
    std::size_t header_rows = 0;            ///< that repeat the header
    std::size_t days_long = 0;              ///< of a sheet, that last more than 24 hours
    std::size_t minutes_short = 0;          ///< of a sheet, that last less than 3 minutes
    std::uint32_t odd_line = 0;             ///< of the first of these two
    std::vector<HeaderRow> headers;         ///< that name the columns in another way
    std::size_t fast_rows = 0;              ///< whose maximum speed nobody reaches in the sport
    std::size_t odd_distances = 0;          ///< which nobody covers, or crawls, in the time
    std::size_t short_rows = 0;             ///< with fewer cells than the header
    std::vector<std::uint32_t> short_lines; ///< of the first of them
    std::uint32_t last_short_line = 0;      ///< of the last of them, with so many cells
    std::size_t last_short_cells = 0;
    /// Sport labels that the table does not know, with the sessions that carry them.
    std::map<std::string, std::size_t> unknown_sports;
    /// Rows that name an athlete and were rejected, by athlete.
    std::map<std::string, std::size_t> refused_rows;

    RowNotes& operator+=(const RowNotes& more);
};

/// Reads the rows of one table.
class RowReader {
public:
    RowReader(const TableLayout& layout, ReadingRules rules, DiagnosticSink& diagnostics);

    /// Reads a row into session(). A value that cannot be used costs the value and leaves a
    /// warning. A start that cannot be read, a quantity below zero, or no usable duration, distance
    /// and load cost the row.
    RowEnd read(std::uint32_t line, const std::vector<std::string_view>& cells);

    /// What the last row that ended as a session or a part told.
    const Session& session() const noexcept { return session_; }

    /// The numbers of a row as far as they can be read, without complaint: for inference.
    RowValues values_of(const std::vector<std::string_view>& cells) const;
    Sport sport_of(const std::vector<std::string_view>& cells) const;

    const RowNotes& notes() const noexcept { return notes_; }

    /// The cells of the header, without empty ones at its end.
    static std::size_t width_of(const TableLayout& layout) noexcept;

private:
    struct Where {
        std::uint32_t line;
        const ColumnPlan* column;
    };

    struct KnownLabel {
        std::string label;
        Sport sport;
        bool known;
    };

    bool fits(const std::vector<std::string_view>& cells) const;
    void note_short(std::uint32_t line, std::size_t cells);

    bool is_missing(std::string_view cell) const noexcept {
        return cell.empty() ||
               (starts_a_mark_[static_cast<unsigned char>(cell.front())] && is_mark(cell));
    }

    bool is_mark(std::string_view cell) const noexcept;
    bool put_text(Where where, std::string_view cell, Session& session);
    void scale_distance(std::uint32_t line, Session& session);
    void put_family_name(std::string_view cell, Session& session) const;
    bool put_start(Where where, std::string_view cell, Session& session);
    bool put_details(Where where, std::string_view cell, Session& session);
    bool refuse_value(Where where, std::string_view cell, std::optional<double> value);
    bool put_number(Where where, std::string_view cell, Session& session, bool metres);
    RowEnd end_of(std::uint32_t line, const Session& session);
    bool is_blank(const std::vector<std::string_view>& cells) const;
    bool is_header(std::uint32_t line, const std::vector<std::string_view>& cells);
    bool is_summary(const std::vector<std::string_view>& cells) const;
    RowEnd refused(const std::string& athlete);
    bool metre_sport(const std::vector<std::string_view>& cells) const;
    void limit_speed(std::uint32_t line, Session& session);
    void doubt_duration(std::uint32_t line, const Session& session) noexcept;
    void limit_distance(std::uint32_t line, Session& session);
    static void mend_hours(Session& session) noexcept;
    std::optional<LocalTime> local_end(std::string_view cell) const;
    void put_elapsed(Session& session) const;
    bool has_shifted(const ColumnPlan& column, std::string_view cell) const;
    bool is_whole(std::string_view part) const;
    void complain(Severity severity, Where where, std::string_view code, std::string text,
                  std::string hint = {});
    const KnownLabel& label_of(std::string_view cell) const;

    const TableLayout& layout_;
    ReadingRules rules_;
    DiagnosticSink& diagnostics_;
    std::vector<ColumnPlan> columns_;
    std::vector<ColumnPlan> details_; ///< of Dialect::details, in its order
    std::bitset<256> starts_a_mark_;  // first bytes of the texts that mean "no value"
    const ColumnPlan* sport_column_ = nullptr;
    const ColumnPlan* speed_column_ = nullptr;
    bool has_clock_ = false;
    bool may_have_end_ = false;
    const ColumnPlan* athlete_column_ = nullptr;
    const ColumnPlan* start_column_ = nullptr;
    bool has_zones_ = false;
    std::size_t width_;
    bool is_sheet_;
    bool has_distance_unit_ = false;
    std::string distance_unit_; // of the present row
    LoadKind load_kind_;        // of a row that says nothing
    RowNotes notes_;
    Session session_;
    std::string last_date_; // the cell that session_.start was read from, if it is local
    std::size_t header_tries_ = 0;
    std::size_t unusable_values_ = 0; // of the present row
    ZoneCells zones_;                 // of the present row
    std::optional<LocalTime> end_;    // of the present row
    std::optional<int> clock_;        // of the present row, where the time of day stands alone
    double pause_s_ = 0.0;            // of the present row
    bool is_named_ = false;           // by the cell of the athlete
    bool is_part_ = false;
    bool is_planned_ = false;
    mutable std::vector<KnownLabel> labels_; // of the file's sports, as they were met
};

} // namespace plimsoll::ingest

#endif

// One row of a table becomes a session, or a reason why not.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_ROW_READER_HPP
#define PLIMSOLL_IMPORT_ROW_READER_HPP

#include "import/detect.hpp"
#include "import/diagnostic_sink.hpp"
#include "import/heart_zones.hpp"
#include "import/inference.hpp"
#include "import/time_zone.hpp"
#include "model/session.hpp"

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
    NumberStyle numbers = NumberStyle::plain;
    DistanceUnit distance = DistanceUnit::metres;
    const TimeZone* zone = nullptr; ///< null: moments in UTC stay in UTC
    std::string athlete;            ///< for rows that name nobody
    bool distance_is_run = false;   ///< a row without a sport that has a distance is a run
};

/// How a row ended.
enum class RowEnd : std::uint8_t {
    session,
    rejected, ///< the sink says why
    other     ///< a row that tells of no session, such as a rest day in a coach's sheet
};

/// Reads the rows of one table.
class RowReader {
public:
    RowReader(const TableLayout& layout, ReadingRules rules, DiagnosticSink& diagnostics);

    /// Reads a row into @p session. A value that cannot be used costs the value and leaves a
    /// warning. A start that cannot be read, a quantity below zero, or no usable duration, distance
    /// and load cost the row.
    RowEnd read(std::uint32_t line, const std::vector<std::string_view>& cells, Session& session);

    /// The numbers of a row as far as they can be read, without complaint: for inference.
    RowValues values_of(const std::vector<std::string_view>& cells) const;
    Sport sport_of(const std::vector<std::string_view>& cells) const;

    /// Rows whose moment was in UTC and stayed so.
    std::size_t rows_left_in_utc() const noexcept { return left_in_utc_; }

    /// Rows whose moment was in UTC.
    std::size_t rows_in_utc() const noexcept { return rows_in_utc_; }

    /// Sport labels that the table does not know, with the sessions that carry them.
    const std::map<std::string, std::size_t>& unknown_sports() const noexcept {
        return unknown_labels_;
    }

private:
    struct Where {
        std::uint32_t line;
        const ColumnUse* column;
    };

    bool fits(std::uint32_t line, const std::vector<std::string_view>& cells);
    bool is_missing(std::string_view cell) const noexcept;
    std::optional<double> number_of(std::string_view cell, const ColumnUse& column,
                                    bool metres) const;
    bool put_text(Where where, std::string_view cell, Session& session);
    bool put_start(Where where, std::string_view cell, Session& session);
    bool put_number(Where where, std::string_view cell, Session& session, bool metres);
    RowEnd end_of(std::uint32_t line, const Session& session);
    bool metre_sport(const std::vector<std::string_view>& cells) const;
    void complain(Severity severity, Where where, std::string_view code, std::string text,
                  std::string hint = {});
    std::string_view header_of(const ColumnUse& column) const;

    const TableLayout& layout_;
    ReadingRules rules_;
    DiagnosticSink& diagnostics_;
    const ColumnUse* sport_column_ = nullptr;
    std::size_t left_in_utc_ = 0;
    std::size_t rows_in_utc_ = 0;
    std::map<std::string, std::size_t> unknown_labels_;
    std::size_t unusable_values_ = 0; // of the present row
    ZoneCells zones_;                 // of the present row
    mutable std::string last_label_;
    mutable Sport last_sport_ = Sport::unknown;
    mutable bool last_is_known_ = true;
};

} // namespace plimsoll::ingest

#endif

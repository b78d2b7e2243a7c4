// Counts in words.
// SPDX-License-Identifier: Apache-2.0
#include "import/table_notes.hpp"

#include "model/error.hpp"

#include <fmt/format.h>

#include <string_view>

namespace plimsoll::ingest {

void note_short_rows(const TableTotals& totals, std::size_t width, DiagnosticSink& sink) {
    const RowNotes& notes = totals.notes;
    if (notes.short_rows == 0) {
        return;
    }
    const bool cut = totals.is_open && notes.last_short_line == totals.last_line;
    if (const std::size_t others = notes.short_rows - (cut ? 1U : 0U); others > 0) {
        std::string lines;
        for (const std::uint32_t line : notes.short_lines) {
            if (!cut || line != totals.last_line) {
                lines += (lines.empty() ? "" : ", ") + std::to_string(line);
            }
        }
        sink.add(Severity::note, 0, 0, {}, "short_rows",
                 fmt::format("{} fewer cells than the header's {} ({} {}{}); what is missing is "
                             "taken as empty",
                             others == 1 ? "1 row has" : fmt::format("{} rows have", others), width,
                             others == 1 ? "line" : "lines", lines,
                             others > notes.short_lines.size() ? ", ..." : ""));
    }
    if (cut) {
        sink.add(Severity::warning, totals.last_line, 0, {}, "cut",
                 fmt::format("the last line has {} of {} cells and no end: the file may have been "
                             "cut off here",
                             notes.last_short_cells, width),
                 "export it again if sessions are missing");
    }
}

void note_rows(const RowNotes& notes, DiagnosticSink& sink) {
    const auto rows = [](std::size_t count) {
        return count == 1 ? std::string("1 row") : fmt::format("{} rows", count);
    };
    if (notes.planned_rows > 0) {
        sink.add(Severity::note, 0, 0, {}, "planned",
                 notes.planned_rows == 1
                     ? std::string("1 row was planned only")
                     : fmt::format("{} rows were planned only", notes.planned_rows));
    }
    if (notes.part_rows > 0) {
        sink.add(Severity::note, 0, 0, {}, "parts",
                 fmt::format("{} of parts of sessions; the rows of the whole sessions count",
                             rows(notes.part_rows)));
    }
    if (notes.summary_rows > 0) {
        sink.add(
            Severity::note, 0, 0, {}, "summary",
            fmt::format("{} of totals or means over others: no session", rows(notes.summary_rows)));
    }
    if (notes.days_long + notes.minutes_short > 0) {
        std::string what;
        const auto add = [&](std::size_t count, std::string_view than) {
            if (count > 0) {
                what += what.empty()
                            ? fmt::format("{} {}",
                                          count == 1 ? "1 session lasts"
                                                     : fmt::format("{} sessions last", count),
                                          than)
                            : fmt::format(", {} {}", count, than);
            }
        };
        add(notes.days_long, "more than 24 hours");
        add(notes.minutes_short, "less than 3 minutes");
        sink.add(Severity::warning, notes.odd_line, 0, {}, "odd_duration", what,
                 "the heading may name the unit: 'Duration (min)', 'Duration (h:mm)'");
    }
    if (notes.header_rows > 0) {
        sink.add(Severity::note, 0, 0, {}, "headers",
                 notes.header_rows == 1
                     ? std::string("1 row repeats the header")
                     : fmt::format("{} rows repeat the header", notes.header_rows));
    }
    if (notes.metre_rows > 0) {
        sink.add(Severity::note, 0, 0, {}, "metres",
                 fmt::format("{} of a sport that is not known with a distance that can only be in "
                             "metres",
                             rows(notes.metre_rows)));
    }
    if (notes.fast_rows > 0) {
        sink.add(Severity::note, 0, 0, {}, "fast",
                 fmt::format("{} with a maximum speed that nobody reaches in the sport; it is left "
                             "out",
                             rows(notes.fast_rows)));
    }
}

void note_sports(const std::map<std::string, std::size_t>& unknown, DiagnosticSink& sink) {
    constexpr std::size_t most = 10;
    std::size_t told = 0;
    for (const auto& [label, sessions] : unknown) {
        if (++told > most) {
            sink.add(Severity::note, 0, 0, {}, "unknown_sport",
                     fmt::format("{} more sports are not known", unknown.size() - most));
            return;
        }
        sink.add(Severity::note, 0, 0, {}, "unknown_sport",
                 fmt::format("the sport {} is not known; {} so named {} as 'other'",
                             plimsoll::quoted(label),
                             sessions == 1 ? "1 session" : fmt::format("{} sessions", sessions),
                             sessions == 1 ? "counts" : "count"));
    }
}

} // namespace plimsoll::ingest

// Detection by content.
// SPDX-License-Identifier: Apache-2.0
#include "import/detect.hpp"

#include "import/clock.hpp"
#include "import/fccp.hpp"
#include "import/file_start.hpp"
#include "import/text_encoding.hpp"
#include "import/text_source.hpp"
#include "model/error.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace plimsoll::ingest {
namespace {

constexpr std::size_t sample_bytes = std::size_t{1} << 16U;
constexpr int records_before_header = 20; // the longest preamble seen in the wild has 14 lines

struct Magic {
    std::size_t offset;
    std::string_view bytes;
    std::string_view kind;
};

constexpr std::array magics{
    Magic{0, {"SQLite format 3", 15}, "an SQLite database"},
    Magic{0, {"%PDF", 4}, "a PDF"},
};

struct RootElement {
    std::string_view text;
    std::string_view kind;
};

constexpr std::array roots{
    RootElement{"<html", "a web page"},
    RootElement{"<!DOCTYPE html", "a web page"},
    RootElement{"<?xml", "an XML file"},
};

[[noreturn]] void refuse(const std::string& file, const std::string& text,
                         const std::string& hint) {
    throw InputError(Diagnostic{Severity::error, {file, 0, 0, {}}, "unknown_kind", text, hint});
}

void refuse_other_kinds(const std::string& file, std::string_view sample) {
    static const std::string what_is_read =
        "tables (CSV), FIT, TCX, GPX and the exports of services are read: docs/formats.md";
    for (const Magic& magic : magics) {
        if (sample.size() >= magic.offset + magic.bytes.size() &&
            sample.substr(magic.offset, magic.bytes.size()) == magic.bytes) {
            refuse(file, "is " + std::string(magic.kind) + ", which is not read",
                   "export the activities as CSV");
        }
    }
    const std::string_view text = trimmed(sample.substr(0, 4096));
    if (text.starts_with('<')) {
        for (const RootElement& root : roots) {
            if (text.find(root.text) != std::string_view::npos) {
                refuse(file, "is " + std::string(root.kind) + ", which is not read", what_is_read);
            }
        }
    }
    if (text.starts_with('{') || (text.starts_with('[') && text.find("{\"") < 8)) {
        refuse(file, "is JSON of no kind that is known", what_is_read);
    }
}

// Text of any encoding has no control characters but tab and line ends. UTF-16 has a mark.
bool looks_binary(std::string_view sample) {
    if (sample.starts_with("\xFF\xFE") || sample.starts_with("\xFE\xFF")) {
        return false;
    }
    const auto control = std::count_if(sample.begin(), sample.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1A;
    });
    return static_cast<std::size_t>(control) * 20 > sample.size(); // 5 %: a log has next to none
}

struct Candidate {
    TableLayout layout;
    std::size_t rank; // of the dialect
};

// The best header among the first records of @p sample, read with @p delimiter.
std::optional<Candidate> best_header(const std::string& file, const std::string& sample,
                                     char delimiter, std::span<const Dialect* const> all) {
    const auto bytes = from_memory(file, sample);
    TextSource text(*bytes, delimiter);
    Record record;
    std::vector<std::string_view> cells;
    std::vector<std::vector<std::string>> preamble;
    for (int i = 0; i < records_before_header && text.next(record); ++i) {
        split_cells(record, delimiter, cells);
        const bool may_be_header = cells.size() >= 2 && cells.size() <= most_cells;
        for (std::size_t rank = 0; rank < all.size() && may_be_header; ++rank) {
            if (std::optional<HeaderMatch> match = match_of(*all[rank], cells)) {
                const std::uint32_t header = record.line - (match->headerless ? 1 : 0);
                return Candidate{{all[rank],
                                  delimiter,
                                  header,
                                  {cells.begin(), cells.end()},
                                  std::move(preamble),
                                  std::move(*match)},
                                 rank};
            }
        }
        preamble.emplace_back(cells.begin(), cells.end());
    }
    return std::nullopt;
}

bool is_day(std::string_view cell) {
    constexpr std::array shapes{DateShape::iso, DateShape::day_first, DateShape::month_first,
                                DateShape::words};
    return parse_weekday(folded(cell)) || is_day_without_year(cell) ||
           std::any_of(shapes.begin(), shapes.end(),
                       [&](DateShape shape) { return parse_moment(cell, shape).has_value(); });
}

// A sheet of a coach with a row an athlete and a column a day.
bool has_days_side_by_side(const std::string& file, const std::string& sample) {
    constexpr int lines = 5;
    constexpr std::ptrdiff_t few = 2;
    for (const char delimiter : delimiters) {
        const auto bytes = from_memory(file, sample);
        TextSource text(*bytes, delimiter);
        Record record;
        std::vector<std::string_view> cells;
        for (int line = 0; line < lines && text.next(record); ++line) {
            split_cells(record, delimiter, cells);
            if (std::count_if(cells.begin(), cells.end(), is_day) >= few) {
                return true;
            }
        }
    }
    return false;
}

std::string first_line(std::string_view sample) {
    const std::string_view text = trimmed(sample);
    return std::string(text.substr(0, text.find_first_of("\r\n")));
}

} // namespace

TableLayout detect(ByteSource& bytes, const Dialect* map) {
    const std::string& file = bytes.name();
    const std::string sample = start_of_lines(bytes, sample_bytes);
    if (trimmed(sample).empty()) {
        refuse(file, sample.empty() ? "is empty" : "holds only white space", "");
    }
    refuse_other_kinds(file, sample);
    if (looks_binary(sample)) {
        refuse(file, "is binary data of no kind that is known",
               "a training log as CSV is expected");
    }
    std::vector<const Dialect*> all(dialects().begin(), dialects().end());
    if (map != nullptr) {
        all.insert(all.begin(), map);
    }
    std::optional<Candidate> best;
    for (const char delimiter : delimiters) {
        std::optional<Candidate> candidate = best_header(file, sample, delimiter, all);
        if (candidate &&
            (!best || candidate->rank < best->rank ||
             (candidate->rank == best->rank &&
              candidate->layout.match.columns.size() > best->layout.match.columns.size()))) {
            best = std::move(candidate);
        }
    }
    if (!best && map != nullptr) {
        std::string columns;
        for (const std::string_view name : map->signature) {
            columns += (columns.empty() ? "'" : ", '") + std::string(name) + "'";
        }
        refuse(file, "is not of the map's sort; it starts " + quoted(first_line(sample)),
               "the map needs a header line with " + columns);
    }
    if (!best) {
        refuse(file, "is no log of a kind that is known; it starts " + quoted(first_line(sample)),
               has_days_side_by_side(file, sample)
                   ? "days stand side by side in it; Plimsoll reads a row for each session, with "
                     "columns such as 'date,athlete,duration_min,rpe'"
                   : "a plain log needs a header line with a date column and one of duration, "
                     "distance "
                     "or load, such as 'date,duration_min,distance_km,rpe'");
    }
    return std::move(best->layout);
}

} // namespace plimsoll::ingest

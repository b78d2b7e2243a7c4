// Injuries files.
// SPDX-License-Identifier: Apache-2.0
#include "import/injuries_file.hpp"

#include "import/fccp.hpp"
#include "import/text_encoding.hpp"
#include "import/text_source.hpp"
#include "model/error.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace plimsoll::ingest {
namespace {

constexpr std::array<std::string_view, 4> injury_columns{"athlete", "date", "site", "severity"};
constexpr std::size_t athlete_column = 0;
constexpr std::size_t date_column = 1;

// Where each column stands in a row; absent where the header does not name it.
using Places = std::array<std::optional<std::size_t>, injury_columns.size()>;

Places places_in(const std::string& file, const std::vector<std::string_view>& header) {
    Places places;
    for (std::size_t i = 0; i < header.size(); ++i) {
        const std::string name = folded(header[i]);
        for (std::size_t c = 0; c < injury_columns.size(); ++c) {
            if (injury_columns[c] == name && !places[c]) {
                places[c] = i;
            }
        }
    }
    if (!places[date_column]) {
        throw InputError({file, 1, 0, {}}, "an injuries file needs the column date",
                         "the header is 'athlete,date,site,severity'");
    }
    return places;
}

} // namespace

InjuriesFile read_injuries(ByteSource& bytes) {
    TextSource text(bytes, ',');
    Record record;
    std::vector<std::string_view> cells;
    InjuriesFile out;
    if (!text.next(record)) {
        throw InputError({bytes.name(), 0, 0, {}}, "is empty",
                         "a file without injuries still has the header "
                         "'athlete,date,site,severity'");
    }
    split_cells(record, ',', cells);
    const Places places = places_in(bytes.name(), cells);
    while (text.next(record)) {
        split_cells(record, ',', cells);
        const auto cell = [&](std::size_t column) {
            const std::optional<std::size_t>& place = places[column];
            return std::string(place && *place < cells.size() ? cells[*place] : "");
        };
        const auto position = [&](std::size_t column) {
            const auto place = places[column] ? *places[column] + 1 : 0;
            return SourcePos{bytes.name(), record.line, static_cast<std::uint32_t>(place),
                             std::string(injury_columns[column])};
        };
        const std::optional<Date> day = parse_date(cell(date_column));
        if (!day) {
            out.diagnostics.push_back(
                {Severity::error,
                 position(date_column),
                 "bad_injury",
                 quoted(cell(date_column)) + " is not a date of the shape YYYY-MM-DD",
                 {}});
            continue;
        }
        out.reports.push_back(
            {cell(athlete_column), *day, cell(2), cell(3), position(athlete_column)});
    }
    std::stable_sort(out.reports.begin(), out.reports.end(),
                     [](const InjuryReport& a, const InjuryReport& b) { return a.day < b.day; });
    return out;
}

} // namespace plimsoll::ingest

// Rosters.
// SPDX-License-Identifier: Apache-2.0
#include "import/roster_file.hpp"

#include "import/athlete_limits.hpp"
#include "import/fccp.hpp"
#include "import/number.hpp"
#include "import/sport_label.hpp"
#include "import/text_encoding.hpp"
#include "import/text_source.hpp"
#include "model/error.hpp"
#include "model/nearest_name.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace plimsoll::ingest {
namespace {

constexpr std::string_view roster_header =
    "athlete,name,birth_date,sex,sport,level,group,max_speed_mps,resting_hr_bpm,max_hr_bpm";

constexpr std::array<std::string_view, 10> roster_columns{
    "athlete", "name",          "birth_date",     "sex",       "sport", "level",
    "group",   "max_speed_mps", "resting_hr_bpm", "max_hr_bpm"};

// In the order of roster_columns.
enum class RosterColumn : std::uint8_t {
    athlete,
    name,
    birth_date,
    sex,
    sport,
    level,
    group,
    max_speed,
    resting_hr,
    max_hr
};

class RosterReader {
public:
    RosterReader(std::string file, char delimiter, const std::vector<std::string_view>& header)
        : file_(std::move(file)),
          delimiter_(delimiter),
          width_(header.size()) {
        for (std::size_t i = 0; i < header.size(); ++i) {
            place(i, folded(header[i]));
        }
        if (!places_[static_cast<std::size_t>(RosterColumn::athlete)]) {
            throw InputError({file_, 1, 0, {}}, "a roster needs the column athlete",
                             fmt::format("the header is '{}'", roster_header));
        }
    }

    RosterFile take() && { return std::move(out_); }

    void read(const Record& record, const std::vector<std::string_view>& cells) {
        line_ = record.line;
        cells_ = &cells;
        Athlete athlete;
        athlete.id = cell(RosterColumn::athlete);
        const std::size_t before = out_.diagnostics.size();
        if (fits()) {
            read_person(athlete);
            read_body(athlete);
        }
        if (athlete.id.empty()) {
            refuse(RosterColumn::athlete, "is empty; the row is of nobody");
            out_.refused.emplace_back();
            return;
        }
        const auto [known, added] = lines_.try_emplace(athlete.id, line_);
        if (!added) {
            refuse(RosterColumn::athlete, fmt::format("{} stands in line {} already",
                                                      plimsoll::quoted(athlete.id), known->second));
        }
        if (out_.diagnostics.size() == before) {
            out_.entries.push_back({std::move(athlete), position(RosterColumn::athlete)});
        } else {
            out_.refused.push_back(std::move(athlete.id));
        }
    }

private:
    void place(std::size_t at, const std::string& name) {
        const auto* const known = std::find(roster_columns.begin(), roster_columns.end(), name);
        if (known == roster_columns.end()) {
            const std::string nearest = nearest_name(name, roster_columns);
            const SourcePos where{file_, 1, static_cast<std::uint32_t>(at + 1), name};
            if (!nearest.empty()) {
                throw InputError(where, "is no column that is known here",
                                 "did you mean '" + nearest + "'?");
            }
            out_.diagnostics.push_back(
                {Severity::note, where, "unread_column", "is no column of a roster; left out", {}});
            return;
        }
        auto& place = places_[static_cast<std::size_t>(known - roster_columns.begin())];
        if (place) {
            throw InputError({file_, 1, static_cast<std::uint32_t>(at + 1), name},
                             "stands twice in the header");
        }
        place = at;
    }

    std::string cell(RosterColumn column) const {
        const auto& place = places_[static_cast<std::size_t>(column)];
        return std::string(place && *place < cells_->size() ? (*cells_)[*place] : "");
    }

    SourcePos position(RosterColumn column) const {
        const auto index = static_cast<std::size_t>(column);
        return {file_, line_, static_cast<std::uint32_t>(places_[index].value_or(0) + 1),
                std::string(roster_columns[index])};
    }

    void refuse(RosterColumn column, std::string text, std::string hint = {}) {
        out_.diagnostics.push_back({Severity::error, position(column), "bad_roster_row",
                                    std::move(text), std::move(hint)});
    }

    // More cells than titles: a name holds the delimiter, and every cell behind it has slipped.
    bool fits() {
        const bool more =
            cells_->size() > width_ &&
            std::any_of(cells_->begin() + static_cast<std::ptrdiff_t>(width_), cells_->end(),
                        [](std::string_view text) { return !text.empty(); });
        if (more) {
            out_.diagnostics.push_back({Severity::error,
                                        {file_, line_, 0, {}},
                                        "cells",
                                        fmt::format("the row has {} cells where the header has {}",
                                                    cells_->size(), width_),
                                        "a cell that holds the delimiter must stand in quotes"});
        }
        return !more;
    }

    void read_person(Athlete& athlete) {
        athlete.name = cell(RosterColumn::name);
        athlete.level = cell(RosterColumn::level);
        if (const std::string text = cell(RosterColumn::birth_date); !text.empty()) {
            athlete.birth_date = parse_date(text);
            if (!athlete.birth_date) {
                refuse(RosterColumn::birth_date,
                       quoted(text) + " is not a date of the shape YYYY-MM-DD",
                       "such as 1998-04-30");
            } else if (athlete.birth_date->ymd().year < first_birth_year) {
                refuse(RosterColumn::birth_date,
                       fmt::format("{} is before {}", quoted(text), first_birth_year));
            }
        }
        if (const std::string text = folded(cell(RosterColumn::sex)); !text.empty()) {
            if (text == "female" || text == "f") {
                athlete.sex = Sex::female;
            } else if (text == "male" || text == "m") {
                athlete.sex = Sex::male;
            } else {
                refuse(RosterColumn::sex,
                       quoted(cell(RosterColumn::sex)) + " is neither female (f) nor male (m)",
                       "leave it empty where it is not known");
            }
        }
        if (const std::string text = cell(RosterColumn::sport); !text.empty()) {
            athlete.plays = sport_of_label(text);
            if (!athlete.plays) {
                const std::string nearest = nearest_name(text, sport_names());
                refuse(RosterColumn::sport, quoted(text) + " is no sport that is known",
                       nearest.empty() ? "" : "did you mean '" + nearest + "'?");
            }
        }
    }

    void read_body(Athlete& athlete) {
        athlete.max_speed_mps = number(RosterColumn::max_speed, max_speed_range);
        athlete.resting_hr_bpm = number(RosterColumn::resting_hr, resting_hr_range);
        athlete.max_hr_bpm = number(RosterColumn::max_hr, max_hr_range);
        if (athlete.resting_hr_bpm && athlete.max_hr_bpm &&
            *athlete.resting_hr_bpm >= *athlete.max_hr_bpm) {
            refuse(RosterColumn::resting_hr,
                   fmt::format("{:g} is not below max_hr_bpm, {:g}", *athlete.resting_hr_bpm,
                               *athlete.max_hr_bpm));
        }
    }

    std::optional<double> number(RosterColumn column, Range range) {
        const std::string text = cell(column);
        if (text.empty()) {
            return std::nullopt;
        }
        std::optional<double> value = parse_number(text, NumberStyle::plain);
        if (!value && delimiter_ != ',') {
            value = parse_number(text, NumberStyle::decimal_comma);
        }
        if (!value) {
            refuse(column, quoted(text) + " is not a number");
        } else if (*value < range.least || *value > range.most) {
            refuse(column, fmt::format("{} is not from {:g} to {:g}", quoted(text), range.least,
                                       range.most));
        }
        return value;
    }

    std::string file_;
    char delimiter_;
    std::size_t width_;
    std::array<std::optional<std::size_t>, roster_columns.size()> places_{};
    std::map<std::string, std::uint32_t, std::less<>> lines_; // of the ids
    std::uint32_t line_ = 0;
    const std::vector<std::string_view>* cells_ = nullptr;
    RosterFile out_;
};

// The delimiter that makes most cells of the first line.
char delimiter_of(ByteSource& bytes) {
    char best = ',';
    std::size_t most = 0;
    for (const char delimiter : {',', ';', '\t'}) {
        bytes.rewind();
        TextSource text(bytes, delimiter);
        Record record;
        std::vector<std::string_view> cells;
        if (text.next(record)) {
            split_cells(record, delimiter, cells);
            if (cells.size() > most) {
                best = delimiter;
                most = cells.size();
            }
        }
    }
    bytes.rewind();
    return best;
}

} // namespace

RosterFile read_roster(ByteSource& bytes) {
    const char delimiter = delimiter_of(bytes);
    TextSource text(bytes, delimiter);
    Record record;
    std::vector<std::string_view> cells;
    if (!text.next(record)) {
        throw InputError({bytes.name(), 0, 0, {}}, "is empty",
                         fmt::format("the header is '{}'", roster_header));
    }
    split_cells(record, delimiter, cells);
    RosterReader reader(bytes.name(), delimiter, cells);
    while (text.next(record)) {
        split_cells(record, delimiter, cells);
        reader.read(record, cells);
    }
    return std::move(reader).take();
}

} // namespace plimsoll::ingest

// Columns that are passed over, and people that nothing names.
// SPDX-License-Identifier: Apache-2.0
#include "import/plain_notes.hpp"

#include "import/plain_heading.hpp"
#include "import/table_inference.hpp"
#include "import/table_rows.hpp"
#include "import/text_encoding.hpp"
#include "model/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <string_view>
#include <vector>

namespace plimsoll::ingest {
namespace {

struct TellingPart {
    std::string_view part; // of a key
    Field field;
};

// Parts of words that speak of what a log is read for.
constexpr std::array telling_parts{
    TellingPart{"rpe", Field::rpe},        TellingPart{"exertion", Field::rpe},
    TellingPart{"borg", Field::rpe},       TellingPart{"dist", Field::distance},
    TellingPart{"durat", Field::duration}, TellingPart{"dauer", Field::duration},
    TellingPart{"duree", Field::duration}, TellingPart{"minut", Field::duration},
    TellingPart{"load", Field::load},      TellingPart{"name", Field::athlete},
    TellingPart{"athlet", Field::athlete}, TellingPart{"player", Field::athlete},
};

bool is_read(const TableLayout& layout, std::size_t index) {
    const auto& columns = layout.match.columns;
    return std::any_of(columns.begin(), columns.end(),
                       [&](const ColumnUse& use) { return use.index == index; });
}

std::optional<Field> field_told_by(const std::string& key) {
    if (key.starts_with("min") || key.ends_with("mins")) {
        return Field::duration;
    }
    const auto* const part =
        std::find_if(telling_parts.begin(), telling_parts.end(), [&](const TellingPart& telling) {
            return key.find(telling.part) != std::string::npos;
        });
    return part == telling_parts.end() ? std::nullopt : std::optional(part->field);
}

// "rpe" of "rpe2" and "rpe am": what the columns of several sessions in one row have in common.
std::string without_number(std::string key) {
    while (!key.empty() && key.back() >= '0' && key.back() <= '9') {
        key.pop_back();
    }
    for (const std::string_view half : {"am", "pm"}) {
        if (key.ends_with(half) && key.size() > half.size() + 2) {
            key.resize(key.size() - half.size());
        }
    }
    return key;
}

bool is_number_or_time(std::string_view cell) noexcept {
    return cell.find_first_of("0123456789") != std::string_view::npos;
}

std::string listed(const std::vector<std::string>& names) {
    constexpr std::size_t most = 8;
    std::string text;
    for (std::size_t i = 0; i < std::min(most, names.size()); ++i) {
        text += (text.empty() ? "" : ", ") + names[i];
    }
    return names.size() > most ? fmt::format("{} and {} more", text, names.size() - most) : text;
}

std::vector<std::string> names_unread(const TableLayout& layout) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < layout.header.size(); ++i) {
        if (!is_read(layout, i) && !layout.header[i].empty()) {
            names.push_back(layout.header[i]);
        }
    }
    return names;
}

} // namespace

std::string unread_columns(const TableLayout& layout) {
    return listed(names_unread(layout));
}

void note_unread_columns(const TableLayout& layout, DiagnosticSink& sink) {
    const std::vector<std::string> unread = names_unread(layout);
    if (layout.dialect != &plain_dialect || unread.empty()) {
        return;
    }
    std::vector<std::string> read;
    for (const ColumnUse& use : layout.match.columns) {
        if (member_of(use.field) != nullptr) {
            read.push_back(without_number(plain_heading_of(layout.header.at(use.index)).name));
        }
    }
    std::vector<std::string> telling;
    std::vector<std::string> again;
    for (const std::string& name : unread) {
        const std::string key = plain_heading_of(name).name;
        if (std::find(read.begin(), read.end(), without_number(key)) != read.end()) {
            again.push_back(name);
        } else if (const auto field = field_told_by(key); field && !has_field(layout, *field)) {
            telling.push_back(name);
        }
    }
    if (!again.empty()) {
        sink.add(Severity::warning, 0, 0, {}, "second_column",
                 fmt::format("the first column of its kind is read; not read: {}", listed(again)),
                 "if they are of a second session, give it a row of its own");
    }
    if (again.size() == unread.size()) {
        return;
    }
    const std::string text = "columns not read: " + listed(unread);
    if (telling.empty()) {
        sink.add(Severity::note, 0, 0, {}, "unread", text);
    } else {
        sink.add(Severity::warning, 0, 0, {}, "unread", text,
                 fmt::format("if {} belongs to the load, name it as docs/formats.md does, or say "
                             "--map",
                             plimsoll::quoted(telling.front())));
    }
}

void warn_of_squads(ByteSource& bytes, const TableLayout& layout, DiagnosticSink& sink) {
    if (layout.dialect != &plain_dialect || has_field(layout, Field::athlete)) {
        return;
    }
    const auto start = std::find_if(layout.match.columns.begin(), layout.match.columns.end(),
                                    [](const ColumnUse& use) { return use.field == Field::start; });
    constexpr std::size_t rows_for_people = 20'000; // policy: as for units
    std::map<std::size_t, std::string> text_of_day; // the first one of a column on the day
    std::vector<bool> varies(layout.header.size());
    std::string day;
    std::size_t rows = 0;
    bytes.rewind();
    each_row(bytes, layout, {}, [&](const Record&, const std::vector<std::string_view>& cells) {
        if (start == layout.match.columns.end() || start->index >= cells.size()) {
            return ++rows < rows_for_people;
        }
        const std::string_view moment = cells[start->index];
        if (const std::string_view here = moment.substr(0, moment.find_first_of(" T"));
            here != day) {
            day = here;
            text_of_day.clear();
        }
        for (std::size_t i = 0; i < std::min(cells.size(), varies.size()); ++i) {
            if (!cells[i].empty() && !is_number_or_time(cells[i]) && !is_read(layout, i)) {
                const auto [first, is_new] = text_of_day.try_emplace(i, cells[i]);
                varies[i] = varies[i] || (!is_new && first->second != cells[i]);
            }
        }
        return ++rows < rows_for_people;
    });
    const auto column = std::find(varies.begin(), varies.end(), true);
    if (column == varies.end()) {
        return;
    }
    const std::string& name = layout.header.at(static_cast<std::size_t>(column - varies.begin()));
    sink.add(Severity::warning, 0, 0, {}, "one_athlete",
             fmt::format("all rows are read as one athlete's, but {} differs within a day",
                         plimsoll::quoted(name)),
             "if it names people, call the column 'athlete'");
}

} // namespace plimsoll::ingest

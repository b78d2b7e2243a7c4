// Events files.
// SPDX-License-Identifier: Apache-2.0
#include "import/events_file.hpp"

#include "import/fccp.hpp"
#include "import/number.hpp"
#include "import/text_encoding.hpp"
#include "import/text_source.hpp"
#include "model/error.hpp"
#include "model/nearest_name.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace plimsoll::ingest {
namespace {

constexpr double worst_pain = 10.0;     // numeric rating scale, 0 to 10
constexpr double longest_days = 3660.0; // policy: ten years of illness, holiday, no log

constexpr std::array<std::string_view, 6> columns{"athlete", "date",  "kind",
                                                  "detail",  "value", "note"};

class EventReader {
public:
    EventReader(std::string file, const std::vector<std::string_view>& header)
        : file_(std::move(file)) {
        at_.fill(header.size());
        for (std::size_t i = 0; i < header.size(); ++i) {
            const std::string name = folded(header[i]);
            for (std::size_t c = 0; c < columns.size(); ++c) {
                if (columns.at(c) == name && at_.at(c) == header.size()) {
                    at_.at(c) = i;
                }
            }
        }
        if (at_[1] == header.size() || at_[2] == header.size()) {
            throw InputError({file_, 1, 0, {}}, "an events file needs the columns date and kind",
                             "the header is 'athlete,date,kind,detail,value,note'");
        }
    }

    void read(const Record& record, const std::vector<std::string_view>& cells, EventsFile& out) {
        const auto cell = [&](std::size_t column) {
            return at_.at(column) < cells.size() ? cells[at_.at(column)] : std::string_view();
        };
        const auto refuse = [&](std::size_t column, const std::string& text,
                                const std::string& hint = {}) {
            out.diagnostics.push_back(
                {Severity::error,
                 {file_, record.line, static_cast<std::uint32_t>(at_.at(column) + 1),
                  std::string(columns.at(column))},
                 "bad_event",
                 quoted(std::string(cell(column))) + text,
                 hint});
        };
        const std::optional<Date> day = parse_date(cell(1));
        if (!day) {
            return refuse(1, " is not a date of the shape YYYY-MM-DD", "such as 2026-11-22");
        }
        const std::optional<EventKind> kind = parse_event_kind(cell(2));
        if (!kind) {
            const std::string nearest = nearest_name(cell(2), event_kind_names());
            return refuse(2, " is no kind of event",
                          nearest.empty() ? "" : "did you mean '" + nearest + "'?");
        }
        const bool injury = *kind == EventKind::injury_onset || *kind == EventKind::injury_return;
        if (injury && cell(3).empty()) {
            return refuse(3, " names no site of the injury", "such as calf_left_soleus");
        }
        if (const std::string probable = injury ? probable_site(cell(3)) : ""; !probable.empty()) {
            return refuse(3, " names no part of the body that is known",
                          "did you mean '" + probable + "'?");
        }
        Event event{std::string(cell(0)), *day,       *kind, std::string(cell(3)), std::nullopt,
                    std::string(cell(5)), record.line};
        const bool pain = *kind == EventKind::pain || *kind == EventKind::morning_pain;
        if (pain && cell(4).empty()) {
            return refuse(4, " is empty; pain needs a score", "from 0 to 10");
        }
        if (!cell(4).empty()) {
            event.value = parse_number(cell(4), NumberStyle::plain);
            if (!event.value) {
                return refuse(4, " is not a number");
            }
            const bool lasts = *kind == EventKind::illness || *kind == EventKind::holiday ||
                               *kind == EventKind::unlogged || *kind == EventKind::unavailable;
            if (lasts && (*event.value < 1.0 || *event.value > longest_days)) {
                return refuse(4, " is not a number of days from 1 on");
            }
            if (pain && (*event.value < 0.0 || *event.value > worst_pain)) {
                return refuse(4, " is not a pain score from 0 to 10");
            }
        }
        out.events.push_back(std::move(event));
    }

private:
    std::string file_;
    std::array<std::size_t, columns.size()> at_{};
};

} // namespace

EventsFile read_events(ByteSource& bytes) {
    TextSource text(bytes, ',');
    Record record;
    std::vector<std::string_view> cells;
    EventsFile out;
    if (!text.next(record)) {
        throw InputError({bytes.name(), 0, 0, {}}, "is empty");
    }
    split_cells(record, ',', cells);
    EventReader reader(bytes.name(), cells);
    while (text.next(record)) {
        split_cells(record, ',', cells);
        reader.read(record, cells, out);
    }
    std::stable_sort(out.events.begin(), out.events.end(),
                     [](const Event& a, const Event& b) { return a.day < b.day; });
    return out;
}

} // namespace plimsoll::ingest

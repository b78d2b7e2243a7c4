// Names, twins and days far ahead.
// SPDX-License-Identifier: Apache-2.0
#include "import/sheet_doubts.hpp"

#include "import/text_encoding.hpp"
#include "model/error.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <vector>

namespace plimsoll::ingest {
namespace {

void doubt_names(const PackedSessions& sessions, DiagnosticSink& sink) {
    std::map<std::string, std::string> met; // how it was written first, by what it is folded
    for (std::size_t athlete = 0; athlete < sessions.athletes(); ++athlete) {
        const std::string& id = sessions.id(athlete);
        const auto [first, is_new] = met.try_emplace(folded(id), id);
        if (!is_new) {
            sink.add(Severity::warning, 0, 0, {}, "similar_names",
                     fmt::format("athletes {} and {} differ only by case or blanks; they count as "
                                 "two",
                                 plimsoll::quoted(first->second), plimsoll::quoted(id)),
                     "write the name in one way if it is one athlete");
        }
    }
}

bool is_twin(const Session& a, const Session& b) {
    return !a.start.second && !b.start.second && a.start.day == b.start.day && a.sport == b.sport &&
           a.title == b.title && a.duration_s == b.duration_s && a.distance_m == b.distance_m &&
           a.rpe == b.rpe && a.load_au == b.load_au && a.avg_hr_bpm == b.avg_hr_bpm;
}

// The two last days of a sheet, and the line of the last.
class LastDays {
public:
    void see(const Session& session) noexcept {
        const std::int32_t day = session.start.day.days_since_1970();
        if (day > last_) {
            before_ = last_;
            last_ = day;
            line_ = session.source.line;
        } else if (day < last_ && day > before_) {
            before_ = day;
        }
    }

    void tell(DiagnosticSink& sink) const {
        constexpr std::int32_t far_days = 400; // policy: a year off, and some more
        if (before_ > none && last_ - before_ > far_days) {
            sink.add(Severity::warning, line_, 0, {}, "far_day",
                     fmt::format("{} is {} days after every other row; is the year right?",
                                 to_string(Date::from_days(last_)), last_ - before_));
        }
    }

private:
    static constexpr std::int32_t none = std::numeric_limits<std::int32_t>::min();
    std::int32_t last_ = none;
    std::int32_t before_ = none;
    std::uint32_t line_ = 0;
};

void doubt_rows(const PackedSessions& sessions, DiagnosticSink& sink) {
    LastDays days;
    std::size_t twins = 0;
    std::uint32_t line = 0;
    std::uint32_t other_line = 0;
    std::vector<Session> log;
    for (std::size_t athlete = 0; athlete < sessions.athletes(); ++athlete) {
        sessions.unpack(athlete, log); // by start
        std::size_t first = 0;         // of the day
        for (std::size_t i = 0; i < log.size(); ++i) {
            days.see(log[i]);
            if (log[first].start.day != log[i].start.day) {
                first = i;
            }
            constexpr std::size_t many_a_day = 50; // policy: more are no sessions
            for (std::size_t k = first; k < i && i - first < many_a_day; ++k) {
                if (is_twin(log[k], log[i])) {
                    line = twins == 0 ? log[i].source.line : line;
                    other_line = twins == 0 ? log[k].source.line : other_line;
                    ++twins;
                    break;
                }
            }
        }
    }
    if (twins > 0) {
        sink.add(Severity::warning, line, 0, {}, "same_rows",
                 twins == 1
                     ? fmt::format("the row is the same as line {} in day, athlete and every "
                                   "measure; both count",
                                   other_line)
                     : fmt::format("{} rows are the same as others in day, athlete and every "
                                   "measure, this one as line {}; all count",
                                   twins, other_line),
                 "delete what was pasted twice; a time or a title tells two sessions apart");
    }
    days.tell(sink);
}

} // namespace

void doubt_sessions(const TableLayout& layout, const PackedSessions& sessions,
                    DiagnosticSink& sink) {
    doubt_names(sessions, sink);
    if (layout.dialect == &plain_dialect) {
        doubt_rows(sessions, sink);
    }
}

} // namespace plimsoll::ingest

// Import reports.
// SPDX-License-Identifier: Apache-2.0
#include "reports/import_report.hpp"

#include "reports/format.hpp"
#include "reports/plain_text.hpp"

#include <fmt/format.h>

#include <iterator>

namespace plimsoll::reports {
namespace {

std::string counts_of(const RowCounts& counts) {
    return fmt::format("{} = {} + {} + {} refused + {} other", counted(counts.rows, "row"),
                       counted(counts.sessions, "session"), counted(counts.duplicates, "duplicate"),
                       counts.rejected, counts.other);
}

} // namespace

std::string import_summary(const TrainingLog& log) {
    std::string out;
    for (const FileReport& file : log.files) {
        fmt::format_to(std::back_inserter(out), "{}: {}\n  {}\n",
                       printable(file.path, Charset::unicode), file.dialect,
                       counts_of(file.counts));
    }
    if (log.files.size() != 1) {
        fmt::format_to(std::back_inserter(out), "all {}\n  {}\n", counted(log.files.size(), "file"),
                       counts_of(log.totals()));
    }
    const auto athletes = log.by_athlete();
    if (!log.sessions.empty()) {
        Date first = log.sessions.front().start.day;
        Date last = first;
        for (const Session& session : log.sessions) {
            first = std::min(first, session.start.day);
            last = std::max(last, session.start.day);
        }
        fmt::format_to(std::back_inserter(out), "{} of {}, {} to {}\n",
                       counted(log.sessions.size(), "session"), counted(athletes.size(), "athlete"),
                       to_string(first), to_string(last));
    }
    return out;
}

std::string import_explanation(const TrainingLog& log) {
    std::string out;
    for (const FileReport& file : log.files) {
        const auto line = [&](const char* what, const std::string& value, const std::string& why) {
            fmt::format_to(std::back_inserter(out), "  {:<10}  {}{}\n", what,
                           printable(value, Charset::unicode),
                           why.empty() ? "" : " (" + printable(why, Charset::unicode) + ")");
        };
        fmt::format_to(std::back_inserter(out), "{}\n", printable(file.path, Charset::unicode));
        line("format", file.dialect, file.signature);
        line("encoding", file.encoding, "");
        if (!file.delimiter.empty()) { // text
            line("delimiter", file.delimiter, "");
            line("decimal", file.decimal == "," ? "comma" : "point", file.decimal_why);
        }
        const bool by_columns = file.distance_unit == "m" && !file.delimiter.empty();
        line("distance", by_columns ? "as the columns say" : file.distance_unit,
             file.distance_unit_why);
        if (!file.thresholds.empty()) {
            line("speeds", file.thresholds, "");
        }
        line("dates", file.date_order, "");
        line("times", file.timezone, "");
        line("rows", counts_of(file.counts), "");
        line("not read", file.unread_columns.empty() ? "nothing" : file.unread_columns, "");
    }
    return out;
}

} // namespace plimsoll::reports

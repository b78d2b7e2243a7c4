// Import reports.
// SPDX-License-Identifier: Apache-2.0
#include "reports/import_report.hpp"

#include "model/words.hpp"
#include "reports/format.hpp"
#include "reports/plain_text.hpp"

#include <fmt/format.h>

#include <iterator>
#include <map>
#include <string>
#include <vector>

namespace plimsoll::reports {
namespace {

std::string counts_of(const RowCounts& counts) {
    return say("{} = {} + {} + {} refused + {} other", counted(counts.rows, "row"),
               counted(counts.sessions, "session"), counted(counts.duplicates, "duplicate"),
               counts.rejected, counts.other);
}

// What the summary says of one file, or of many of a sort.
struct SummaryLine {
    std::string name;
    std::string what;
    RowCounts counts;
};

std::string folder_and_dialect(const FileReport& file) {
    return file.path.substr(0, file.path.rfind('/') + 1) + "\n" + file.dialect;
}

// A watch writes a file a session: those of one folder and dialect share a line, from some on.
std::vector<SummaryLine> summary_lines(const std::vector<FileReport>& files) {
    constexpr std::size_t many = 4; // policy
    const auto is_watch_file = [](const FileReport& file) { return file.delimiter.empty(); };
    std::map<std::string, std::size_t> sizes;
    for (const FileReport& file : files) {
        sizes[folder_and_dialect(file)] += is_watch_file(file) ? 1U : 0U;
    }
    std::vector<SummaryLine> lines;
    std::map<std::string, std::size_t> shared; // line of a folder and dialect
    for (const FileReport& file : files) {
        const std::string key = folder_and_dialect(file);
        if (!is_watch_file(file) || sizes[key] < many) {
            lines.push_back({file.path, file.dialect, file.counts});
            continue;
        }
        const auto [at, is_new] = shared.emplace(key, lines.size());
        if (is_new) {
            lines.push_back({file.path.substr(0, file.path.rfind('/') + 1),
                             fmt::format("{}, {}", counted(sizes[key], "file"), file.dialect),
                             {}});
            lines.back().name = lines.back().name.empty() ? "." : lines.back().name;
        }
        lines[at->second].counts += file.counts;
    }
    return lines;
}

} // namespace

std::string import_summary(const TrainingLog& log) {
    std::string out;
    for (const SummaryLine& line : summary_lines(log.files)) {
        fmt::format_to(std::back_inserter(out), "{}: {}\n  {}\n",
                       printable(line.name, Charset::unicode), line.what, counts_of(line.counts));
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
        const auto line = [&](const std::string& what, const std::string& value,
                              const std::string& why) {
            fmt::format_to(std::back_inserter(out), "  {:<10}  {}{}\n", what,
                           printable(value, Charset::unicode),
                           why.empty() ? "" : " (" + printable(why, Charset::unicode) + ")");
        };
        fmt::format_to(std::back_inserter(out), "{}\n", printable(file.path, Charset::unicode));
        line(say("format"), file.dialect, file.signature);
        line(say("encoding"), file.encoding, "");
        if (!file.delimiter.empty()) { // text
            line(say("delimiter"), file.delimiter, "");
            line(say("decimal"), file.decimal == "," ? say("comma") : say("point"),
                 file.decimal_why);
        }
        const bool by_columns = file.distance_unit == "m" && !file.delimiter.empty();
        line(say("distance"), by_columns ? say("as the columns say") : file.distance_unit,
             file.distance_unit_why);
        if (!file.thresholds.empty()) {
            line(say("speeds"), file.thresholds, "");
        }
        line(say("dates"), file.date_order, "");
        line(say("times"), file.timezone, "");
        line(say("rows"), counts_of(file.counts), "");
        line(say("not read"), file.unread_columns.empty() ? say("nothing") : file.unread_columns,
             "");
    }
    return out;
}

} // namespace plimsoll::reports

// Joining rows and files by name.
// SPDX-License-Identifier: Apache-2.0
#include "import/named_files.hpp"

#include "import/detect.hpp"
#include "import/fccp.hpp"
#include "import/field.hpp"
#include "import/text_encoding.hpp"
#include "import/text_source.hpp"
#include "model/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

namespace plimsoll::ingest {
namespace {

constexpr double same_length = 0.02; // policy: what lasts longer or shorter has been cut

// The column "Filename" stands at 12 in the layouts of 86 columns and more, at 10 in those before;
// of these the second distance, which is read, stands at 17 and 15 (formats.md 2.2).
std::optional<std::size_t> filename_column(const TableLayout& layout) {
    if (layout.dialect == &runkeeper_dialect) {
        const auto at = std::find_if(layout.header.begin(), layout.header.end(),
                                     [](const auto& cell) { return folded(cell) == "gpx file"; });
        return at == layout.header.end()
                   ? std::nullopt
                   : std::optional(static_cast<std::size_t>(at - layout.header.begin()));
    }
    if (layout.dialect != &strava_bulk_dialect) {
        return std::nullopt;
    }
    for (const ColumnUse& use : layout.match.columns) {
        if (use.field == Field::distance) {
            return use.index == 17   ? std::optional<std::size_t>(12)
                   : use.index == 15 ? std::optional<std::size_t>(10)
                                     : std::nullopt;
        }
    }
    return std::nullopt;
}

std::string folder_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash + 1);
}

std::string name_alone(const std::string& path) {
    return path.substr(path.rfind('/') + 1); // npos + 1 is 0
}

template <class Visit>
void for_each_quantity(Visit visit) {
    for (std::size_t i = 0; i < field_count; ++i) {
        if (auto member = member_of(static_cast<Field>(i)); member != nullptr) {
            visit(member);
        }
    }
}

bool was_cut(const Session& row, const Session& file) {
    return row.elapsed_s && file.elapsed_s &&
           std::fabs(*row.elapsed_s - *file.elapsed_s) > same_length * *file.elapsed_s;
}

// Makes @p row, the athlete's view, the session of both.
void join(Session& row, const Session& file, bool file_is_local, bool row_counts) {
    const bool cut = row_counts || was_cut(row, file);
    for_each_quantity([&](auto member) {
        const bool measured = member != &Session::rpe;
        if (file.*member && (!(row.*member) || (measured && !cut))) {
            row.*member = file.*member;
        }
    });
    if (file.load_au) {
        row.load_kind = file.load_kind;
    }
    if (row.sport == Sport::unknown || row.sport == Sport::other) {
        row.sport = file.sport == Sport::unknown ? row.sport : file.sport;
    }
    if (row.title.empty()) {
        row.title = file.title;
    }
    if (file_is_local && !row_counts) {
        row.start = file.start;
    }
}

// Where the sessions of each file and row stand.
class SessionPlaces {
public:
    explicit SessionPlaces(const std::vector<Session>& sessions) {
        for (std::size_t i = 0; i < sessions.size(); ++i) {
            of_file_[sessions[i].source.file].push_back(i);
        }
        lines_.reserve(sessions.size());
        for (const Session& session : sessions) {
            lines_.push_back(session.source.line);
        }
    }

    const std::vector<std::size_t>& of_file(std::uint32_t file) const {
        static const std::vector<std::size_t> none;
        const auto found = of_file_.find(file);
        return found == of_file_.end() ? none : found->second;
    }

    std::optional<std::size_t> of_row(const SourceRow& row) {
        auto& index = rows_[row.file];
        if (index.empty()) {
            for (const std::size_t at : of_file(row.file)) {
                index.emplace(lines_[at], at);
            }
        }
        const auto found = index.find(row.line);
        return found == index.end() ? std::nullopt : std::optional(found->second);
    }

private:
    std::unordered_map<std::uint32_t, std::vector<std::size_t>> of_file_;
    std::unordered_map<std::uint32_t, std::unordered_map<std::uint32_t, std::size_t>> rows_;
    std::vector<std::uint32_t> lines_;
};

void count_as_duplicate(FileReport& file) {
    --file.counts.sessions;
    ++file.counts.duplicates;
}

// A row and a file that have become one session.
struct Joined {
    SourceRow row;
    std::uint32_t file = 0; // that the row names, in PackedLog::files
    Duplicate duplicate;    // which of the two was folded away
};

std::vector<Joined> join_sessions(std::vector<Session>& sessions, std::span<const NamedFile> named,
                                  std::vector<FileReport>& files) {
    std::vector<Joined> joined;
    std::map<std::string_view, std::uint32_t> by_path;
    for (std::size_t i = 0; i < files.size(); ++i) {
        by_path.emplace(files[i].path, static_cast<std::uint32_t>(i));
    }
    SessionPlaces places(sessions);
    std::vector<bool> folded(sessions.size(), false);
    for (const NamedFile& name : named) {
        const auto target = by_path.find(name.path);
        const std::optional<std::size_t> row = places.of_row(name.row);
        if (target == by_path.end() || !row || target->second == name.row.file) {
            continue;
        }
        const std::vector<std::size_t>& legs = places.of_file(target->second);
        if (legs.empty() || folded[*row] || folded[legs.front()]) {
            continue;
        }
        const SourceRow of_file = sessions[legs.front()].source;
        Duplicate duplicate{name.row, of_file, "the file that the row names has its legs"};
        if (legs.size() == 1) {
            join(sessions[*row], sessions[legs.front()], files[target->second].timezone == "local",
                 name.row_counts);
            duplicate = {of_file, name.row, "the file that the row names"};
        }
        folded[legs.size() == 1 ? legs.front() : *row] = true;
        count_as_duplicate(files[duplicate.dropped.file]);
        joined.push_back({name.row, target->second, std::move(duplicate)});
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < sessions.size(); ++i) {
        if (!folded[i]) {
            if (kept != i) {
                sessions[kept] = std::move(sessions[i]);
            }
            ++kept;
        }
    }
    sessions.resize(kept);
    return joined;
}

void tell_of_joined(std::span<const Joined> joined, std::vector<FileReport>& files,
                    std::vector<Diagnostic>& diagnostics) {
    struct Count {
        std::size_t all = 0;
        std::size_t local = 0;
    };

    std::map<std::uint32_t, Count> counts; // by table
    for (const Joined& pair : joined) {
        Count& count = counts[pair.row.file];
        ++count.all;
        count.local += files[pair.file].timezone == "local" ? 1U : 0U;
    }
    for (const auto& [table, count] : counts) {
        FileReport& report = files[table];
        diagnostics.push_back(
            {Severity::note,
             {report.path, 0, 0, {}},
             "joined",
             count.all == 1
                 ? "1 file is joined to the row that names it"
                 : fmt::format("{} files are joined to the rows that name them", count.all),
             {}});
        if (count.local == report.counts.rows && report.timezone == "UTC") {
            report.timezone = "local";
            std::erase_if(diagnostics, [&](const Diagnostic& diagnostic) {
                return diagnostic.code == "utc" && diagnostic.where.file == report.path;
            });
        }
    }
}

// Files that rows name and that were not read. What could not be read has a message of its own.
void tell_of_missing(std::span<const NamedFile> named, PackedLog& log) {
    struct Count {
        std::size_t found = 0;
        std::vector<const NamedFile*> missing;
    };

    std::set<std::string_view> known;
    for (const FileReport& file : log.files) {
        known.insert(file.path);
    }
    for (const Diagnostic& diagnostic : log.diagnostics) {
        known.insert(diagnostic.where.file);
    }
    std::map<std::uint32_t, Count> counts; // by table
    for (const NamedFile& name : named) {
        Count& count = counts[name.row.file];
        if (known.contains(name.path)) {
            ++count.found;
        } else {
            count.missing.push_back(&name);
        }
    }
    std::vector<Diagnostic> messages;
    for (const auto& [table, count] : counts) {
        if (count.missing.empty()) {
            continue;
        }
        constexpr std::size_t most = 3;
        std::string names;
        for (std::size_t i = 0; i < std::min(most, count.missing.size()); ++i) {
            names += (i == 0 ? "" : ", ") + name_alone(count.missing[i]->path);
        }
        const std::string files =
            count.missing.size() == 1
                ? "1 file that a row names"
                : fmt::format("{} files that its rows name", count.missing.size());
        const bool alone = count.found == 0; // perhaps only the table was asked for
        messages.push_back(
            {alone ? Severity::note : Severity::warning,
             {log.files[table].path, 0, 0, {}},
             "file_missing",
             fmt::format("{} {} not {} ({}{}); the rows count by themselves", files,
                         count.missing.size() == 1 ? "is" : "are",
                         alone                       ? "among the inputs"
                         : count.missing.size() == 1 ? "there, or no recording"
                                                     : "there, or no recordings",
                         names, count.missing.size() > most ? ", ..." : ""),
             alone ? "import the whole export, its folder or zip archive, to have what the devices "
                     "measured"
                   : ""});
    }
    std::move(messages.begin(), messages.end(), std::back_inserter(log.diagnostics));
}

} // namespace

std::vector<NamedFile> named_files(ByteSource& bytes, std::uint32_t file) {
    std::vector<NamedFile> named;
    const TableLayout layout = detect(bytes);
    const std::optional<std::size_t> column = filename_column(layout);
    if (!column) {
        return named;
    }
    const std::string folder = folder_of(bytes.name());
    TextSource text(bytes, layout.delimiter);
    Record record;
    std::vector<std::string_view> cells;
    const auto next = [&] {
        try {
            return text.next(record);
        } catch (const InputError&) { // the table was not read further either
            return false;
        }
    };
    while (next()) {
        if (record.line <= layout.header_line) {
            continue;
        }
        split_cells(record, layout.delimiter, cells);
        if (cells.size() > *column && !cells[*column].empty()) {
            named.push_back({{file, record.line},
                             folder + std::string(cells[*column]),
                             layout.dialect == &runkeeper_dialect});
        }
    }
    return named;
}

void join_named_files(PackedLog& log, std::span<const NamedFile> named) {
    if (named.empty()) {
        return;
    }
    tell_of_missing(named, log);
    std::vector<Session> sessions = log.sessions.unpack_all();
    std::vector<Joined> joined = join_sessions(sessions, named, log.files);
    tell_of_joined(joined, log.files, log.diagnostics);
    for (Joined& pair : joined) {
        log.duplicates.push_back(std::move(pair.duplicate));
    }
    log.sessions = PackedSessions();
    for (const Session& session : sessions) {
        log.sessions.add(session);
    }
}

} // namespace plimsoll::ingest

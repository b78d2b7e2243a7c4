// Inputs of every sort, one after the other, in an order that does not depend on the file system.
// SPDX-License-Identifier: Apache-2.0
#include "import/log_import.hpp"

#include "import/byte_source.hpp"
#include "import/dedupe.hpp"
#include "import/file_import.hpp"
#include "import/named_files.hpp"
#include "import/squad_tracks.hpp"
#include "import/strava_folder.hpp"
#include "model/error.hpp"
#include "model/parallel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <iterator>
#include <memory>
#include <system_error>
#include <utility>
#include <vector>

namespace plimsoll::ingest {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> files_below(const fs::path& folder, std::vector<Diagnostic>& problems) {
    std::vector<std::string> files;
    std::error_code error;
    fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied,
                                        error);
    for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
        const bool hidden = at->path().filename().string().starts_with('.');
        std::error_code ignored;
        if (at->is_directory(ignored)) {
            if (hidden) {
                at.disable_recursion_pending();
            }
        } else if (!hidden && at->is_regular_file(ignored)) {
            files.push_back(at->path().string());
        }
    }
    if (error) {
        problems.push_back({Severity::error,
                            {folder.string(), 0, 0, {}},
                            "io",
                            "cannot be searched: " + error.message(),
                            {}});
    } else if (files.empty()) {
        problems.push_back({Severity::error,
                            {folder.string(), 0, 0, {}},
                            "empty_folder",
                            "is a folder without files",
                            {}});
    }
    std::sort(files.begin(), files.end());
    return files;
}

// Watch files whose days may be off by one. Tables tell it of themselves; of watch files there may
// be hundreds, so one warning is for all.
void warn_of_utc(PackedLog& log) {
    std::size_t count = 0;
    std::string path;
    for (const FileReport& file : log.files) {
        if (file.is_recording && file.timezone == "UTC" && file.counts.sessions > 0) {
            ++count;
            path = file.path;
        }
    }
    if (count == 0) {
        return;
    }
    log.diagnostics.push_back(
        {Severity::warning,
         {count == 1 ? path : std::string(), 0, 0, {}},
         "utc",
         fmt::format("{} in UTC; a session near midnight may count for the wrong day",
                     count == 1 ? std::string("start times are")
                                : fmt::format("start times of {} recordings are", count)),
         "say --timezone, such as --timezone Europe/Vienna"});
}

// Of a track without a sport nobody can say whether it was run.
void note_nameless_sports(PackedLog& log) {
    std::size_t count = 0;
    for (const FileReport& file : log.files) {
        count += std::min(file.without_sport, file.counts.sessions); // some may have been joined
    }
    if (count > 0) {
        log.diagnostics.push_back(
            {Severity::note,
             {},
             "no_sport",
             fmt::format("{} of watch files {} no sport and {} for no running measure",
                         count == 1 ? "1 session" : fmt::format("{} sessions", count),
                         count == 1 ? "names" : "name", count == 1 ? "counts" : "count"),
             "write the log with -o LOG.csv and fill in its column sport"});
    }
}

class Importer {
public:
    explicit Importer(const ImportOptions& options) : options_(options) {}

    void read(const std::string& path, bool asked_for) {
        guarded(path, asked_for, [&] {
            const std::unique_ptr<ByteSource> bytes =
                path == "-" ? open_standard_input() : open_file(path);
            import_file(*bytes, options_, log_, named_);
        });
    }

    void read_folder(const std::string& path) {
        std::vector<Diagnostic> problems;
        std::vector<Diagnostic> notes;
        read_files(without_side_tables(files_below(path, problems), options_, notes), false);
        std::move(notes.begin(), notes.end(), std::back_inserter(log_.diagnostics));
        for (Diagnostic& problem : problems) {
            if (options_.strict) {
                throw InputError(problem);
            }
            log_.diagnostics.push_back(std::move(problem));
        }
    }

    // Recordings are read on all threads, each by itself; a table makes use of them alone.
    void read_files(const std::vector<std::string>& files, bool asked_for) {
        constexpr std::size_t at_once = 256; // policy: what waits to be put into order
        for (std::size_t from = 0; from < files.size(); from += at_once) {
            const std::size_t count = std::min(at_once, files.size() - from);
            std::vector<std::unique_ptr<Part>> parts(count);
            for_each_number(count, options_.threads, [&](std::size_t i, std::size_t /*worker*/) {
                parts[i] = part_of_recording(files[from + i]);
            });
            for (std::size_t i = 0; i < count; ++i) {
                if (parts[i]) {
                    guarded(files[from + i], asked_for, [&] { take_over(*parts[i]); });
                } else {
                    read(files[from + i], asked_for);
                }
            }
        }
    }

    PackedLog take() {
        join_named_files(log_, named_);
        if (options_.athlete == nameless_athlete) {
            name_squad_tracks(log_, options_.athlete);
        }
        warn_of_utc(log_);
        note_nameless_sports(log_);
        for (const auto& [athlete, rows] : log_.refused_rows) {
            if (log_.sessions.size() > 0 && !log_.sessions.contains(athlete)) {
                log_.diagnostics.push_back(
                    {Severity::error,
                     {},
                     "athlete_lost",
                     rows == 1
                         ? fmt::format("the only row of {} could not be used", quoted(athlete))
                         : fmt::format("none of the {} rows of {} could be used", rows,
                                       quoted(athlete)),
                     {}});
            }
        }
        return std::move(log_);
    }

private:
    // What one file gave, apart from the others.
    struct Part {
        PackedLog log;
        std::exception_ptr error;
    };

    // Nothing where the file is none.
    std::unique_ptr<Part> part_of_recording(const std::string& path) const {
        std::error_code ignored;
        if (!fs::is_regular_file(path, ignored)) {
            return nullptr; // a pipe can be read once only
        }
        auto part = std::make_unique<Part>();
        try {
            const std::unique_ptr<ByteSource> bytes = open_file(path);
            if (!is_recording(*bytes, options_)) {
                return nullptr;
            }
            std::vector<NamedFile> none; // only tables name files
            import_file(*bytes, options_, part->log, none);
        } catch (...) {
            part->error = std::current_exception();
        }
        return part;
    }

    void take_over(Part& part) {
        const auto first = static_cast<std::uint32_t>(log_.files.size());
        for (Session& session : part.log.sessions.unpack_all()) {
            session.source.file += first;
            log_.sessions.add(session);
        }
        std::move(part.log.files.begin(), part.log.files.end(), std::back_inserter(log_.files));
        std::move(part.log.diagnostics.begin(), part.log.diagnostics.end(),
                  std::back_inserter(log_.diagnostics));
        if (part.error) {
            std::rethrow_exception(part.error);
        }
    }

    // What makes a file unreadable costs an error, or a note if nobody asked for the file.
    template <class Work>
    void guarded(const std::string& path, bool asked_for, Work work) {
        try {
            work();
            return;
        } catch (const InputError& error) {
            const bool no_log = error.diagnostic().code == "unknown_kind";
            if (options_.strict && (asked_for || !no_log)) {
                throw;
            }
            log_.diagnostics.push_back(error.diagnostic());
        } catch (const IoError& error) {
            if (options_.strict && asked_for) {
                throw;
            }
            const std::string text = error.what();
            const std::string prefix = path + ": error: ";
            log_.diagnostics.push_back(
                {Severity::error,
                 {path == "-" ? "standard input" : path, 0, 0, {}},
                 "io",
                 text.starts_with(prefix) ? text.substr(prefix.size()) : text,
                 {}});
        }
        if (!asked_for) {
            Diagnostic& diagnostic = log_.diagnostics.back();
            diagnostic.severity = Severity::note;
            diagnostic.text += "; left out";
            diagnostic.hint.clear();
        }
    }

    const ImportOptions& options_;
    PackedLog log_;
    std::vector<NamedFile> named_;
};

} // namespace

PackedLog import_packed(std::span<const std::string> inputs, const ImportOptions& options) {
    Importer importer(options);
    std::vector<std::string> files; // one behind the other, to be read side by side
    const auto read_waiting = [&] { importer.read_files(std::exchange(files, {}), true); };
    for (const std::string& input : inputs) {
        std::error_code ignored;
        if (input != "-" && !fs::is_directory(input, ignored)) {
            files.push_back(input);
            continue;
        }
        read_waiting();
        if (input == "-") {
            importer.read(input, true);
        } else {
            importer.read_folder(input);
        }
    }
    read_waiting();
    return importer.take();
}

TrainingLog import_logs(std::span<const std::string> inputs, const ImportOptions& options) {
    return folded_log(import_packed(inputs, options));
}

} // namespace plimsoll::ingest

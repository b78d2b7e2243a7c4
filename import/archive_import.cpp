// Zip entries to logs.
// SPDX-License-Identifier: Apache-2.0
#include "import/archive_import.hpp"

#include "import/zip_archive.hpp"
#include "model/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::ingest {
namespace {

constexpr std::string_view strava_table = "activities.csv";
constexpr std::string_view strava_folder = "activities/";

std::string_view last_part(std::string_view name) {
    return name.substr(name.rfind('/') + 1); // npos + 1 is 0
}

bool is_hidden(const ZipEntry& entry) {
    return last_part(entry.name).starts_with('.') || entry.name.starts_with("__MACOSX/");
}

bool is_workbook(const std::vector<ZipEntry>& entries) {
    return std::any_of(entries.begin(), entries.end(),
                       [](const ZipEntry& entry) { return entry.name == "[Content_Types].xml"; });
}

class ArchiveReader {
public:
    ArchiveReader(ByteSource& bytes, const ImportOptions& options, PackedLog& log,
                  const std::function<void(ByteSource&)>& import_entry)
        : path_(bytes.name()),
          options_(options),
          log_(log),
          import_entry_(import_entry),
          archive_(bytes) {}

    void read() {
        const std::vector<ZipEntry>& entries = archive_.entries();
        if (is_workbook(entries)) {
            throw InputError(Diagnostic{Severity::error,
                                        {path_, 0, 0, {}},
                                        "unknown_kind",
                                        "is an office document, which is not read",
                                        "save the sheet as CSV"});
        }
        const std::size_t files_before = log_.files.size();
        const std::size_t problems_before = log_.diagnostics.size();
        const ZipEntry* const table = read_strava_table();
        for (const ZipEntry& entry : entries) {
            if (&entry == table || is_hidden(entry)) {
                continue;
            }
            if (table != nullptr && !entry.name.starts_with(folder_)) {
                left_out_.push_back(entry.name);
            } else {
                read_entry(entry);
            }
        }
        if (log_.files.size() == files_before && log_.diagnostics.size() == problems_before) {
            throw InputError(Diagnostic{Severity::error,
                                        {path_, 0, 0, {}},
                                        "unknown_kind",
                                        "is a zip archive without a training log" + names(),
                                        {}});
        }
        if (!left_out_.empty()) {
            log_.diagnostics.push_back(
                {Severity::note,
                 {path_, 0, 0, {}},
                 "left_out",
                 left_out_.size() == 1
                     ? fmt::format("1 file in it is no training log{}; left out", names())
                     : fmt::format("{} files in it are no training logs{}; left out",
                                   left_out_.size(), names()),
                 {}});
        }
    }

private:
    // Strava's export has many tables; only one of them is the log.
    const ZipEntry* read_strava_table() {
        for (const ZipEntry& entry : archive_.entries()) {
            if (last_part(entry.name) != strava_table || is_hidden(entry)) {
                continue;
            }
            const std::size_t before = log_.files.size();
            read_entry(entry);
            if (log_.files.size() > before && log_.files.back().format == "strava_csv") {
                folder_ = entry.name.substr(0, entry.name.size() - strava_table.size());
                folder_ += strava_folder;
                return &entry;
            }
            already_read_.push_back(&entry);
        }
        return nullptr;
    }

    void read_entry(const ZipEntry& entry) {
        if (std::find(already_read_.begin(), already_read_.end(), &entry) != already_read_.end()) {
            return;
        }
        const std::string name = path_ + "/" + entry.name;
        try {
            const auto source = archive_.open(entry, name);
            import_entry_(*source);
        } catch (const InputError& error) {
            if (error.diagnostic().code == "unknown_kind") {
                left_out_.push_back(entry.name);
                return;
            }
            if (options_.strict) {
                throw;
            }
            log_.diagnostics.push_back(error.diagnostic());
        }
    }

    // The first few of those left out.
    std::string names() const {
        constexpr std::size_t most = 3;
        std::string list;
        for (std::size_t i = 0; i < std::min(most, left_out_.size()); ++i) {
            list += (i == 0 ? " (" : ", ") + left_out_[i];
        }
        return list + (left_out_.size() > most ? ", ...)" : left_out_.empty() ? "" : ")");
    }

    std::string path_;
    const ImportOptions& options_;
    PackedLog& log_;
    const std::function<void(ByteSource&)>& import_entry_;
    ZipArchive archive_;
    std::string folder_; // of Strava's files
    std::vector<const ZipEntry*> already_read_;
    std::vector<std::string> left_out_;
};

} // namespace

void import_zip(ByteSource& bytes, const ImportOptions& options, PackedLog& log,
                const std::function<void(ByteSource&)>& import_entry) {
    ArchiveReader(bytes, options, log, import_entry).read();
}

} // namespace plimsoll::ingest

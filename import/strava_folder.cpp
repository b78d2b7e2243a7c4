// The side tables of Strava's export.
// SPDX-License-Identifier: Apache-2.0
#include "import/strava_folder.hpp"

#include "import/byte_source.hpp"
#include "import/detect.hpp"
#include "import/file_kind.hpp"
#include "model/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string_view>

namespace plimsoll::ingest {
namespace {

constexpr std::string_view table_of_strava = "/activities.csv";

bool is_strava_table(const std::string& path, const ImportOptions& options) {
    if (!path.ends_with(table_of_strava)) {
        return false;
    }
    try {
        const std::unique_ptr<ByteSource> bytes = open_file(path);
        return kind_of(*bytes) == FileKind::table &&
               detect(*bytes, options.map.get()).dialect->format == strava_bulk_dialect.format;
    } catch (const InputError&) { // its reader says why
        return false;
    } catch (const IoError&) {
        return false;
    }
}

} // namespace

std::vector<std::string> without_side_tables(std::vector<std::string> files,
                                             const ImportOptions& options,
                                             std::vector<Diagnostic>& notes) {
    constexpr std::size_t most = 3;
    std::vector<std::string> roots;
    for (const std::string& file : files) {
        if (is_strava_table(file, options)) {
            roots.push_back(file.substr(0, file.size() - table_of_strava.size() + 1));
        }
    }
    for (const std::string& root : roots) {
        std::size_t count = 0;
        std::string names;
        std::erase_if(files, [&](const std::string& file) {
            if (!file.starts_with(root)) {
                return false;
            }
            const std::string name = file.substr(root.size());
            if ("/" + name == table_of_strava || name.starts_with("activities/")) {
                return false;
            }
            names += ++count > most ? "" : (count == 1 ? "" : ", ") + name;
            return true;
        });
        if (count > 0) {
            notes.push_back(
                {Severity::note,
                 {root.substr(0, root.size() - 1), 0, 0, {}},
                 "left_out",
                 fmt::format("{} of Strava's export beside its activities ({}{}); left out",
                             count == 1 ? "1 file" : fmt::format("{} files", count), names,
                             count > most ? ", ..." : ""),
                 {}});
        }
    }
    return files;
}

} // namespace plimsoll::ingest

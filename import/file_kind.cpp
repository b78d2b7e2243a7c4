// Marks at the start of files.
// SPDX-License-Identifier: Apache-2.0
#include "import/file_kind.hpp"

#include "import/epson_csv.hpp"
#include "import/fit_reader.hpp"
#include "import/garmin_export.hpp"
#include "import/gzip_source.hpp"
#include "import/xml_reader.hpp"
#include "import/zip_archive.hpp"

#include <cstddef>
#include <string>

namespace plimsoll::ingest {
namespace {

constexpr std::size_t start_bytes = std::size_t{1} << 12U; // a comment may stand before a root

} // namespace

FileKind kind_of(ByteSource& bytes) {
    std::string start(start_bytes, '\0');
    start.resize(bytes.read(start));
    bytes.rewind();
    if (is_fit(start)) {
        return FileKind::fit;
    }
    if (is_gzip(start)) {
        return FileKind::gzip;
    }
    const std::string root = root_element(start);
    if (root == "TrainingCenterDatabase") {
        return FileKind::tcx;
    }
    if (root == "gpx") {
        return FileKind::gpx;
    }
    if (root == "HealthData" || start.find("<!DOCTYPE HealthData") != std::string::npos) {
        return FileKind::apple_health;
    }
    if (is_garmin_export(start)) {
        return FileKind::garmin_export;
    }
    if (is_epson(start)) {
        return FileKind::epson;
    }
    return is_zip(start) ? FileKind::zip : FileKind::table;
}

bool is_watch_file(ByteSource& bytes) {
    FileKind kind = kind_of(bytes);
    if (kind == FileKind::gzip) {
        kind = kind_of(*open_gzip(bytes));
        bytes.rewind();
    }
    return kind == FileKind::fit || kind == FileKind::tcx || kind == FileKind::gpx;
}

} // namespace plimsoll::ingest

// A file to the reader of its kind, archives opened on the way.
// SPDX-License-Identifier: Apache-2.0
#include "import/file_import.hpp"

#include "import/apple_health.hpp"
#include "import/archive_import.hpp"
#include "import/csv_import.hpp"
#include "import/epson_csv.hpp"
#include "import/file_kind.hpp"
#include "import/fit_import.hpp"
#include "import/garmin_export.hpp"
#include "import/gpx_import.hpp"
#include "import/gzip_source.hpp"
#include "import/tcx_import.hpp"
#include "import/track_csv.hpp"
#include "import/track_dialect.hpp"
#include "model/error.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace plimsoll::ingest {
namespace {

// What has been opened already.
enum class Within : std::uint8_t { nothing, gzip, zip, gzip_in_zip };

class FileReader {
public:
    FileReader(const ImportOptions& options, PackedLog& log, std::vector<NamedFile>& named)
        : options_(options),
          log_(log),
          named_(named) {}

    void read(ByteSource& bytes, Within within) {
        switch (kind_of(bytes)) {
        case FileKind::fit:
            import_fit(bytes, options_, log_);
            break;
        case FileKind::tcx:
            import_tcx(bytes, options_, log_);
            break;
        case FileKind::gpx:
            import_gpx(bytes, options_, log_);
            break;
        case FileKind::apple_health:
            import_apple_health(bytes, options_, log_, named_);
            break;
        case FileKind::garmin_export:
            import_garmin_export(bytes, options_, log_);
            break;
        case FileKind::epson:
            import_epson(bytes, options_, log_);
            break;
        case FileKind::gzip:
            read_gzip(bytes, within);
            break;
        case FileKind::zip:
            if (within != Within::nothing) {
                refuse_nested(bytes, "a zip archive");
            }
            import_zip(bytes, options_, log_,
                       [this](ByteSource& entry) { read(entry, Within::zip); });
            return;
        case FileKind::table:
            read_table(bytes);
            break;
        }
        tell_damage(bytes);
    }

private:
    [[noreturn]] static void refuse_nested(const ByteSource& bytes, const std::string& what) {
        throw InputError(Diagnostic{Severity::error,
                                    {bytes.name(), 0, 0, {}},
                                    "nested",
                                    "is " + what + " within an archive, which is not read",
                                    "unpack the outer one first"});
    }

    void read_gzip(ByteSource& bytes, Within within) {
        if (within == Within::gzip || within == Within::gzip_in_zip) {
            refuse_nested(bytes, "a gzip file");
        }
        const auto unpacked = open_gzip(bytes);
        try {
            read(*unpacked, within == Within::zip ? Within::gzip_in_zip : Within::gzip);
        } catch (const InputError& error) {
            if (unpacked->damage().empty()) {
                throw;
            }
            Diagnostic diagnostic = error.diagnostic();
            diagnostic.text += "; " + unpacked->damage();
            throw InputError(diagnostic);
        }
    }

    void read_table(ByteSource& bytes) {
        if (const auto track = options_.map ? std::nullopt : detect_track(bytes)) {
            import_track_csv(bytes, *track, options_, log_);
            return;
        }
        import_csv(bytes, options_, log_);
        if (log_.files.back().format == "strava_csv" ||
            log_.files.back().format == "runkeeper_csv") {
            bytes.rewind();
            const auto file = static_cast<std::uint32_t>(log_.files.size() - 1);
            for (NamedFile& name : named_files(bytes, file)) {
                named_.push_back(std::move(name));
            }
        }
    }

    void tell_damage(const ByteSource& bytes) {
        if (const std::string damage = bytes.damage(); !damage.empty()) {
            log_.diagnostics.push_back({Severity::warning,
                                        {bytes.name(), 0, 0, {}},
                                        "damaged",
                                        damage + "; what came before was read",
                                        {}});
        }
    }

    const ImportOptions& options_;
    PackedLog& log_;
    std::vector<NamedFile>& named_;
};

} // namespace

void import_file(ByteSource& bytes, const ImportOptions& options, PackedLog& log,
                 std::vector<NamedFile>& named) {
    FileReader(options, log, named).read(bytes, Within::nothing);
}

bool is_recording(ByteSource& bytes, const ImportOptions& options) {
    if (is_watch_file(bytes)) {
        return true;
    }
    return kind_of(bytes) == FileKind::table && !options.map && detect_track(bytes).has_value();
}

} // namespace plimsoll::ingest

// A file to the reader of its kind.
// SPDX-License-Identifier: Apache-2.0
#include "import/file_import.hpp"

#include "import/csv_import.hpp"
#include "import/file_kind.hpp"
#include "import/fit_import.hpp"

namespace plimsoll::ingest {

void import_file(ByteSource& bytes, const ImportOptions& options, PackedLog& log) {
    switch (kind_of(bytes)) {
    case FileKind::fit:
        import_fit(bytes, options, log);
        return;
    case FileKind::table:
        break;
    }
    import_csv(bytes, options, log);
}

} // namespace plimsoll::ingest

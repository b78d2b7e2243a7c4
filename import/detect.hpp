// What kind of log some bytes are, from the bytes alone.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_DETECT_HPP
#define PLIMSOLL_IMPORT_DETECT_HPP

#include "import/byte_source.hpp"
#include "import/dialect.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace plimsoll::ingest {

/// How to read one delimited file.
struct TableLayout {
    const Dialect* dialect = nullptr;
    char delimiter = ',';
    std::uint32_t header_line = 1; ///< physical line of the header, from 1
    std::vector<std::string> header;
    /// The lines before the header, cell by cell.
    std::vector<std::vector<std::string>> preamble;
    HeaderMatch match;
    std::uint32_t end_line = 0; ///< where another table begins; 0: nowhere
};

/// Recognises the log at the start of @p bytes, which is left rewound. Looks for the header of a
/// known dialect in the first records of the file, with each delimiter; of several dialects the
/// more specific one reads it.
/// @param map  a user's own dialect, tried before all others.
/// @throws InputError  empty, binary, of a kind that is not read (and then which), or no known
///                     header; the text says what was found.
TableLayout detect(ByteSource& bytes, const Dialect* map = nullptr);

} // namespace plimsoll::ingest

#endif

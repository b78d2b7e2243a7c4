// fast-cpp-csv-parser behind its wrapper.
// SPDX-License-Identifier: Apache-2.0
#include "import/fccp.hpp"

#include "import/text_encoding.hpp"
#include "model/error.hpp"

#include <limits> // the 2016 csv.h uses it without including it

#define CSV_IO_NO_THREAD
#include <libfccp/csv.h>

namespace plimsoll::ingest {
namespace {

template <char delimiter>
void split(const Record& record, std::vector<std::string_view>& cells) {
    using Quotes = io::double_quote_escape<delimiter, '"'>;
    char* rest = record.text.data();
    while (rest != nullptr && cells.size() <= most_cells) {
        char* begin = nullptr;
        char* end = nullptr;
        io::detail::chop_next_column<Quotes>(rest, begin, end);
        io::trim_chars<' ', '\t'>::trim(begin, end);
        Quotes::unescape(begin, end);
        cells.push_back(trimmed({begin, static_cast<std::size_t>(end - begin)}));
    }
}

} // namespace

void split_cells(const Record& record, char delimiter, std::vector<std::string_view>& cells) {
    cells.clear();
    try {
        switch (delimiter) {
        case ',':
            return split<','>(record, cells);
        case ';':
            return split<';'>(record, cells);
        case '\t':
            return split<'\t'>(record, cells);
        case '|':
            return split<'|'>(record, cells);
        default:
            break;
        }
    } catch (const io::error::base& error) {
        throw PreconditionError(std::string("split_cells: ") + error.what());
    }
    throw PreconditionError("split_cells: unknown delimiter");
}

} // namespace plimsoll::ingest

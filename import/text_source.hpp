// Bytes of any delimited text become clean records: one line each, in UTF-8.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_TEXT_SOURCE_HPP
#define PLIMSOLL_IMPORT_TEXT_SOURCE_HPP

#include "import/byte_source.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::ingest {

/// One record: its text may hold line ends within quotes, never outside them. Every quoted cell in
/// it is properly quoted, so that fast-cpp-csv-parser can split it. The byte after the text is NUL.
struct Record {
    std::span<char> text;        ///< valid until the next call of TextSource::next
    std::uint32_t line = 0;      ///< of the input where the record starts, from 1
    bool unclosed_quote = false; ///< a quote opened here and never closed: it was taken literally
};

/// One record as text, with every cell properly quoted: what split_cells takes. A quote that does
/// not close is text.
std::string clean_record(std::string_view text, char delimiter);

/// Where in its file a source starts, and what was seen before it.
struct TextStart {
    std::uint32_t line = 1;
    bool continued = false;       ///< false: the bytes start with the file, perhaps with its mark
    bool byte_order_mark = false; ///< of UTF-8, stood at the start
    bool beyond_ascii = false;    ///< something in UTF-8 stood before
};

/// Reads records from bytes: strips a byte-order mark; decodes UTF-8, UTF-16 (with its mark) and,
/// record by record where the bytes are not UTF-8, Windows-1252; ends lines at LF, CR LF, CR CR LF
/// or CR; joins lines while a quote is open; leaves out blank lines; ends the last line.
///
/// A quote opens only at the start of a cell. One that does not close within max_record_bytes, or
/// is followed by more text, is part of the cell's text. A record without quotes, the usual case of
/// a machine's log, is handed out where it stands in the buffer: no copy, no allocation.
class TextSource {
public:
    static constexpr std::size_t max_record_bytes = std::size_t{1} << 20U; // quoted, over lines
    static constexpr std::size_t max_line_bytes = std::size_t{1} << 24U;   // one physical line

    /// @param bytes  read from where it stands; must outlive this object.
    TextSource(ByteSource& bytes, char delimiter, const TextStart& start = {});

    /// The next record; false at the end.
    /// @throws InputError  a line longer than max_line_bytes.
    /// @throws IoError
    bool next(Record& record);

    /// For people: "UTF-8", "UTF-8 with BOM", "UTF-16LE", "UTF-8 and Windows-1252", ...
    std::string encoding() const;

private:
    enum class Coding : std::uint8_t { utf8, utf8_bom, utf16_little, utf16_big };

    struct Line { // offsets from the start of the record
        std::size_t end;
        std::size_t next;
    };

    void read_byte_order_mark();
    bool fill();
    std::size_t pull(std::span<char> into);
    Line physical_line(std::size_t from);
    void skip_blank_lines();

    bool has_text(std::size_t from) const noexcept { return begin_ + from < end_; }

    void hand_out(Record& record, std::size_t size, bool rewrite, std::size_t literal_from);
    void to_utf8(Record& record);

    ByteSource& bytes_;
    char delimiter_;
    Coding coding_ = Coding::utf8;
    bool at_end_ = false;
    std::vector<char> buffer_;
    std::size_t begin_ = 0; // of what is not handed out yet
    std::size_t end_ = 0;   // of what has been read
    std::uint32_t line_ = 1;
    std::size_t legacy_records_ = 0;
    std::size_t other_records_ = 0; // not plain ASCII, valid UTF-8
    std::size_t unclosed_ = 0;
    std::string transcoded_; // UTF-16 only: the whole text in UTF-8
    std::size_t transcoded_at_ = 0;
    std::string rewritten_;
    std::string recoded_;
};

} // namespace plimsoll::ingest

#endif

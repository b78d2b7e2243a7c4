// Records from bytes. The one grammar of quoted cells stands in CellScanner.
// SPDX-License-Identifier: Apache-2.0
#include "import/text_source.hpp"

#include "import/text_encoding.hpp"
#include "model/error.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

namespace plimsoll::ingest {
namespace {

constexpr std::size_t chunk_bytes = std::size_t{1} << 18U;
constexpr std::size_t most_unclosed_quotes = 16; // then quotes are no longer followed over lines

// Follows the quotes of one record, which may be fed to it in several pieces.
class CellScanner {
public:
    CellScanner(char delimiter, std::size_t literal_from)
        : delimiter_(delimiter),
          literal_from_(literal_from) {}

    // Scans text[from, to); offsets count from the start of the record.
    void feed(const char* text, std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i) {
            if (state_ == State::quoted) {
                const void* quote = std::memchr(text + i, '"', to - i);
                if (quote == nullptr) {
                    return;
                }
                i = static_cast<std::size_t>(static_cast<const char*>(quote) - text);
            }
            step(text[i], i);
        }
    }

    bool open() const noexcept { return state_ == State::quoted; }

    // Some cell so far is not properly quoted.
    bool irregular() const noexcept { return irregular_; }

    // The present cell is not.
    bool cell_irregular() const noexcept { return cell_irregular_; }

    // The cell that was watched, by where it starts, is not.
    void watch(std::size_t cell_start) noexcept { watched_ = cell_start; }

    bool watched_irregular() const noexcept { return watched_irregular_; }

    std::size_t cell_start() const noexcept { return cell_start_; }

    // True once after each delimiter that ended a cell.
    bool at_cell_start() const noexcept { return state_ == State::start; }

private:
    enum class State { start, text, quoted, closed };

    void step(char c, std::size_t at) {
        if (state_ == State::quoted) { // only ever called at a quote
            state_ = State::closed;
            closed_at_ = at;
            return;
        }
        if (c == delimiter_) {
            state_ = State::start;
            cell_start_ = at + 1;
            cell_irregular_ = false;
            return;
        }
        if (c == '"') {
            if (state_ == State::start && at < literal_from_) {
                state_ = State::quoted;
                return;
            }
            if (state_ == State::closed && closed_at_ + 1 == at) {
                state_ = State::quoted; // "" within quotes
                return;
            }
            spoil();
            return;
        }
        if (c == ' ' || c == '\t') {
            return;
        }
        if (state_ == State::closed) {
            spoil();
        } else {
            state_ = State::text;
        }
    }

    // A quote within plain text, or text after a closed quote: the cell is its own literal text.
    void spoil() {
        state_ = State::text;
        irregular_ = true;
        cell_irregular_ = true;
        watched_irregular_ = watched_irregular_ || cell_start_ == watched_;
    }

    char delimiter_;
    std::size_t literal_from_; // quotes from here on are text
    State state_ = State::start;
    std::size_t closed_at_ = 0;
    std::size_t cell_start_ = 0;
    bool irregular_ = false;
    bool cell_irregular_ = false;
    std::size_t watched_ = SIZE_MAX;
    bool watched_irregular_ = false;
};

// The same record with every irregular cell properly quoted.
std::string requoted(std::string_view record, char delimiter, std::size_t literal_from) {
    std::string out;
    out.reserve(record.size() + 16);
    CellScanner scanner(delimiter, literal_from);
    std::size_t cell = 0;
    const auto put = [&](std::size_t end, bool irregular) {
        const std::string_view raw = record.substr(cell, end - cell);
        if (!irregular) {
            out += raw;
            return;
        }
        out += '"';
        for (const char c : raw) {
            out.append(c == '"' ? 2 : 1, c);
        }
        out += '"';
    };
    for (std::size_t i = 0; i < record.size(); ++i) {
        const bool irregular = scanner.cell_irregular();
        scanner.feed(record.data(), i, i + 1);
        if (record[i] == delimiter && scanner.at_cell_start()) {
            put(i, irregular);
            out += delimiter;
            cell = i + 1;
        }
    }
    put(record.size(), scanner.cell_irregular());
    return out;
}

} // namespace

std::string clean_record(std::string_view text, char delimiter) {
    CellScanner scanner(delimiter, SIZE_MAX);
    scanner.feed(text.data(), 0, text.size());
    return requoted(text, delimiter, scanner.open() ? scanner.cell_start() : SIZE_MAX);
}

TextSource::TextSource(ByteSource& bytes, char delimiter, const TextStart& start)
    : bytes_(bytes),
      delimiter_(delimiter),
      coding_(start.byte_order_mark ? Coding::utf8_bom : Coding::utf8),
      buffer_(2 * chunk_bytes),
      line_(start.line),
      other_records_(start.beyond_ascii ? 1 : 0) {
    if (!start.continued) {
        read_byte_order_mark();
    }
}

void TextSource::read_byte_order_mark() {
    std::array<char, 3> head{};
    const std::size_t have = bytes_.read(head);
    const std::string_view mark(head.data(), have);
    if (mark.starts_with("\xFF\xFE") || mark.starts_with("\xFE\xFF")) {
        coding_ = mark[0] == '\xFF' ? Coding::utf16_little : Coding::utf16_big;
        std::string raw(mark.substr(2));
        while (raw.size() <= largest_unseekable_bytes) {
            const std::size_t before = raw.size();
            raw.resize(before + chunk_bytes);
            const std::size_t got = bytes_.read(std::span(raw).subspan(before));
            raw.resize(before + got);
            if (got < chunk_bytes) {
                break;
            }
        }
        transcoded_ = utf16_to_utf8(raw, coding_ == Coding::utf16_big);
        return;
    }
    if (mark == "\xEF\xBB\xBF") {
        coding_ = Coding::utf8_bom;
        return;
    }
    std::copy(mark.begin(), mark.end(), buffer_.begin());
    end_ = have;
}

std::size_t TextSource::pull(std::span<char> into) {
    if (coding_ != Coding::utf16_little && coding_ != Coding::utf16_big) {
        return bytes_.read(into);
    }
    const std::size_t count = std::min(into.size(), transcoded_.size() - transcoded_at_);
    std::copy_n(transcoded_.data() + transcoded_at_, count, into.data());
    transcoded_at_ += count;
    return count;
}

// Makes room and reads on; false when the input has ended. One byte is kept free behind the text
// for the NUL that ends a record.
bool TextSource::fill() {
    if (at_end_) {
        return false;
    }
    if (begin_ > 0) {
        std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(begin_),
                  buffer_.begin() + static_cast<std::ptrdiff_t>(end_), buffer_.begin());
        end_ -= begin_;
        begin_ = 0;
    }
    if (buffer_.size() < end_ + chunk_bytes + 1) {
        buffer_.resize(2 * buffer_.size());
    }
    const std::size_t got = pull(std::span(buffer_).subspan(end_, chunk_bytes));
    end_ += got;
    at_end_ = got < chunk_bytes;
    return got > 0;
}

// The physical line that starts @p from bytes into the record.
TextSource::Line TextSource::physical_line(std::size_t from) {
    std::size_t scanned = from;
    for (;;) {
        const char* start = buffer_.data() + begin_;
        const char* stop = buffer_.data() + end_;
        const auto* newline = static_cast<const char*>(
            std::memchr(start + scanned, '\n', static_cast<std::size_t>(stop - start) - scanned));
        const char* limit = newline != nullptr ? newline : stop;
        const auto* carriage = static_cast<const char*>(
            std::memchr(start + scanned, '\r', static_cast<std::size_t>(limit - start) - scanned));
        if (carriage != nullptr) {
            const char* after = std::find_if(carriage, limit, [](char c) { return c != '\r'; });
            const auto end = static_cast<std::size_t>(carriage - start);
            if (after != limit) {
                return {end, end + 1}; // a lone CR ends the line
            }
            if (newline != nullptr) {
                return {end, static_cast<std::size_t>(newline - start) + 1}; // CR LF, CR CR LF
            }
            scanned = end; // CRs at the end of the buffer: what follows decides
        } else if (newline != nullptr) {
            const auto end = static_cast<std::size_t>(newline - start);
            return {end, end + 1};
        } else {
            scanned = static_cast<std::size_t>(stop - start);
        }
        if (static_cast<std::size_t>(stop - start) - from > max_line_bytes) {
            throw InputError({bytes_.name(), line_, 0, {}}, "the line is longer than " +
                                                                std::to_string(max_line_bytes) +
                                                                " bytes");
        }
        if (!fill()) {
            const std::size_t size = end_ - begin_;
            return {std::min(scanned, size), size};
        }
    }
}

void TextSource::skip_blank_lines() {
    const auto blank = [](char c) { return c == ' ' || c == '\t'; };
    while (has_text(0) || fill()) {
        const Line line = physical_line(0);
        const auto from = buffer_.begin() + static_cast<std::ptrdiff_t>(begin_);
        if (!std::all_of(from, from + static_cast<std::ptrdiff_t>(line.end), blank)) {
            return;
        }
        begin_ += line.next;
        ++line_;
    }
}

bool TextSource::next(Record& record) {
    skip_blank_lines();
    if (!has_text(0)) {
        return false;
    }
    record.line = line_;
    record.unclosed_quote = false;

    const Line first = physical_line(0);
    if (std::memchr(buffer_.data() + begin_, '"', first.end) == nullptr) {
        hand_out(record, first.end, false, 0);
        begin_ += first.next;
        ++line_;
        return true;
    }

    CellScanner scanner(delimiter_, SIZE_MAX);
    Line line = first;
    scanner.feed(buffer_.data() + begin_, 0, line.end);
    const std::size_t first_opened_at = scanner.cell_start();
    std::uint32_t lines = 1;
    while (scanner.open() && !scanner.watched_irregular() && unclosed_ < most_unclosed_quotes &&
           line.next < max_record_bytes && (has_text(line.next) || fill())) {
        scanner.watch(scanner.cell_start()); // a cell that runs over lines must close properly
        const Line more = physical_line(line.next);
        scanner.feed(buffer_.data() + begin_, line.end, more.end);
        line = more;
        ++lines;
    }
    if (scanner.open() || scanner.watched_irregular()) {
        record.unclosed_quote = true;
        ++unclosed_;
        hand_out(record, first.end, true, first_opened_at);
        begin_ += first.next;
        ++line_;
        return true;
    }
    hand_out(record, line.end, scanner.irregular(), SIZE_MAX);
    begin_ += line.next;
    line_ += lines;
    return true;
}

void TextSource::hand_out(Record& record, std::size_t size, bool rewrite,
                          std::size_t literal_from) {
    char* text = buffer_.data() + begin_;
    if (rewrite) {
        rewritten_ = requoted({text, size}, delimiter_, literal_from);
        record.text = std::span(rewritten_);
    } else {
        text[size] = '\0';
        record.text = {text, size};
    }
    std::replace(record.text.begin(), record.text.end(), '\0', ' '); // NUL would end the record
    to_utf8(record);
}

void TextSource::to_utf8(Record& record) {
    const std::string_view text(record.text.data(), record.text.size());
    if (is_ascii(text)) {
        return;
    }
    if (is_utf8(text)) {
        ++other_records_;
        return;
    }
    ++legacy_records_;
    recoded_ = windows_1252_to_utf8(text);
    record.text = std::span(recoded_);
}

std::string TextSource::encoding() const {
    switch (coding_) {
    case Coding::utf16_little:
        return "UTF-16LE";
    case Coding::utf16_big:
        return "UTF-16BE";
    case Coding::utf8_bom:
        return legacy_records_ > 0 ? "UTF-8 with BOM and Windows-1252" : "UTF-8 with BOM";
    case Coding::utf8:
        break;
    }
    if (legacy_records_ == 0) {
        return "UTF-8";
    }
    return other_records_ > 0 ? "UTF-8 and Windows-1252" : "Windows-1252";
}

} // namespace plimsoll::ingest

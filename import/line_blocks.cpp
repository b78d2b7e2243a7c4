// Blocks of clean lines.
// SPDX-License-Identifier: Apache-2.0
#include "import/line_blocks.hpp"

#include "import/text_encoding.hpp"
#include "model/error.hpp"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

namespace plimsoll::ingest {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

// In strips whose counter fits a byte, which the compiler turns into vector instructions.
std::uint32_t line_ends_in(std::string_view text) noexcept {
    constexpr std::size_t strip = 128;
    std::uint32_t line_ends = 0;
    for (; text.size() >= strip; text.remove_prefix(strip)) {
        std::uint8_t here = 0;
        for (std::size_t i = 0; i < strip; ++i) {
            here = static_cast<std::uint8_t>(here + static_cast<std::uint8_t>(text[i] == '\n'));
        }
        line_ends += here;
    }
    return line_ends + static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
}

bool has(std::string_view text, char c) noexcept {
    return text.find(c) != std::string_view::npos;
}

bool every_carriage_ends_a_line(std::string_view text) noexcept {
    for (std::size_t at = text.find('\r'); at != std::string_view::npos;
         at = text.find('\r', at + 1)) {
        if (at + 1 == text.size() || text[at + 1] != '\n') {
            return false;
        }
    }
    return true;
}

void keep_last(std::string_view bytes, char& last) noexcept {
    const std::size_t at = bytes.find_last_not_of('\0');
    last = at == std::string_view::npos ? last : bytes[at];
}

// Some bytes, then what is left of a source.
class RestSource final : public ByteSource {
public:
    RestSource(std::vector<char> head, ByteSource& tail, std::shared_ptr<char> last_byte)
        : ByteSource(tail.name()),
          head_(std::move(head)),
          tail_(tail),
          last_byte_(std::move(last_byte)) {}

    std::size_t read(std::span<char> into) override {
        const std::size_t from_head = std::min(into.size(), head_.size() - at_);
        std::copy_n(head_.data() + at_, from_head, into.data());
        at_ += from_head;
        const std::size_t from_tail =
            from_head < into.size() ? tail_.read(into.subspan(from_head)) : 0;
        keep_last({into.data() + from_head, from_tail}, *last_byte_);
        return from_head + from_tail;
    }

    void rewind() override { throw PreconditionError("RestSource: is read once"); }

private:
    std::vector<char> head_;
    std::size_t at_ = 0;
    ByteSource& tail_;
    std::shared_ptr<char> last_byte_;
};

} // namespace

bool LineBlocks::next(LineBlock& block) {
    if (!clean_ || (at_end_ && pending_.empty())) {
        return false;
    }
    const bool first = start_.line == 1 && !start_.continued;
    std::vector<char>& text = block.text;
    const std::size_t kept = pending_.size();
    text.resize(std::max(kept, block_bytes) + block_bytes);
    std::copy(pending_.begin(), pending_.end(), text.begin());
    const std::size_t got = at_end_ ? 0 : bytes_.read(std::span(text).subspan(kept, block_bytes));
    at_end_ = at_end_ || got < block_bytes;
    text.resize(kept + got);
    keep_last({text.data() + kept, got}, *last_byte_);

    const bool mark = first && std::string_view(text.data(), text.size()).starts_with(utf8_mark);
    if (mark) {
        text.erase(text.begin(), text.begin() + utf8_mark.size());
    }
    const std::string_view all(text.data(), text.size());
    const std::size_t newline = at_end_ ? all.size() : all.rfind('\n') + 1; // 0: none
    const std::string_view lines = all.substr(0, newline);
    const bool beyond_ascii = !is_ascii(lines);
    clean_ = !lines.empty() && !has(lines, '"') && !has(lines, '\0') &&
             every_carriage_ends_a_line(lines) && (!beyond_ascii || is_utf8(lines));
    if (!clean_) {
        pending_.assign(all.begin(), all.end());
        if (mark) {
            pending_.insert(pending_.begin(), utf8_mark.begin(), utf8_mark.end());
        }
        return false;
    }
    pending_.assign(all.begin() + static_cast<std::ptrdiff_t>(newline), all.end());
    text.resize(newline);
    block.first_line = start_.line;
    start_.continued = true;
    start_.line += line_ends_in(lines);
    start_.byte_order_mark = start_.byte_order_mark || mark;
    start_.beyond_ascii = start_.beyond_ascii || beyond_ascii;
    return true;
}

std::unique_ptr<ByteSource> LineBlocks::rest() {
    return std::make_unique<RestSource>(std::exchange(pending_, {}), bytes_, last_byte_);
}

} // namespace plimsoll::ingest

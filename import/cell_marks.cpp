// Two characters found 64 bytes at a time.
// SPDX-License-Identifier: Apache-2.0
#include "import/cell_marks.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace plimsoll::ingest {
namespace {

constexpr std::size_t strip = 64; // a bit of a word for each byte

#ifdef __SSE2__

// Bit i is set where byte i of the strip is one of two characters.
class StripSearch {
public:
    StripSearch(char a, char b) noexcept : a_(_mm_set1_epi8(a)), b_(_mm_set1_epi8(b)) {}

    std::uint64_t operator()(const char* at) const noexcept {
        std::uint64_t found = 0;
        for (unsigned i = 0; i < strip; i += sizeof(__m128i)) {
            __m128i bytes;
            std::memcpy(&bytes, at + i, sizeof bytes);
            const __m128i hits = _mm_or_si128(_mm_cmpeq_epi8(bytes, a_), _mm_cmpeq_epi8(bytes, b_));
            found |= static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(hits)))
                     << i;
        }
        return found;
    }

private:
    __m128i a_;
    __m128i b_;
};

#else

class StripSearch {
public:
    StripSearch(char a, char b) noexcept : a_(a), b_(b) {}

    std::uint64_t operator()(const char* at) const noexcept {
        std::uint64_t found = 0;
        for (unsigned i = 0; i < strip; ++i) {
            found |= static_cast<std::uint64_t>(at[i] == a_ || at[i] == b_) << i;
        }
        return found;
    }

private:
    char a_;
    char b_;
};

#endif

} // namespace

void find_marks(std::string_view text, char a, char b, std::vector<std::uint32_t>& marks) {
    const StripSearch search(a, b);
    std::size_t size = 0;
    const auto take = [&](std::size_t begin, std::uint64_t found) {
        if (marks.size() < size + strip) {
            marks.resize(2 * marks.size() + strip);
        }
        for (; found != 0; found &= found - 1) {
            marks[size++] = static_cast<std::uint32_t>(begin) +
                            static_cast<std::uint32_t>(std::countr_zero(found));
        }
    };
    std::size_t at = 0;
    for (; text.size() - at >= strip; at += strip) {
        take(at, search(text.data() + at));
    }
    std::array<char, strip> last{};
    const std::size_t left = text.copy(last.data(), strip, at);
    take(at, search(last.data()) & ((std::uint64_t{1} << left) - 1));
    marks.resize(size);
    marks.push_back(static_cast<std::uint32_t>(text.size()));
}

} // namespace plimsoll::ingest

// The front of a text, taken off piece by piece: what durations, dates and times are read with.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_SCANNER_HPP
#define PLIMSOLL_IMPORT_SCANNER_HPP

#include <cstddef>
#include <optional>
#include <string_view>

namespace plimsoll::ingest {

/// Reads from the front of a text; every function says whether it found what it looked for.
class Scanner {
public:
    explicit Scanner(std::string_view text) noexcept : text_(text) {}

    bool at_end() const noexcept { return text_.empty(); }

    bool literal(char c) noexcept {
        if (!text_.starts_with(c)) {
            return false;
        }
        text_.remove_prefix(1);
        return true;
    }

    bool literal(std::string_view word) noexcept {
        if (!text_.starts_with(word)) {
            return false;
        }
        text_.remove_prefix(word.size());
        return true;
    }

    // At least @p least and at most @p most digits.
    bool digits(int& value, std::size_t least, std::size_t most) noexcept {
        std::size_t count = 0;
        value = 0;
        while (count < most && count < text_.size() && text_[count] >= '0' && text_[count] <= '9') {
            value = value * 10 + (text_[count] - '0');
            ++count;
        }
        text_.remove_prefix(count);
        return count >= least;
    }

    // The digits after a decimal mark, as a number below 1; no mark at all is 0.
    bool fraction(double& value) noexcept {
        value = 0.0;
        if (!literal('.') && !literal(',')) {
            return true;
        }
        double unit = 0.1;
        std::size_t count = 0;
        while (count < text_.size() && text_[count] >= '0' && text_[count] <= '9') {
            value += unit * (text_[count] - '0');
            unit /= 10.0;
            ++count;
        }
        text_.remove_prefix(count);
        return count > 0;
    }

    // One blank of any width.
    bool blank() noexcept { return literal(' ') || literal("\xC2\xA0") || literal("\xE2\x80\xAF"); }

    std::string_view rest() const noexcept { return text_; }

    void skip(std::size_t count) noexcept { text_.remove_prefix(count); }

private:
    std::string_view text_;
};

/// 'HH:MM[:SS[.f]]' as the second of the day; 60 seconds (a leap second) count as 59.
bool scan_time_of_day(Scanner& scan, std::size_t hour_digits, int& second_of_day,
                      char mark = ':') noexcept;

/// What follows a date: nothing, or a time of day with its separators, perhaps with AM or PM in one
/// of the languages that write them.
/// @param points  a time may be written 18.12.01, as in the north; behind "kl." it always may.
bool scan_time_behind(Scanner& scan, std::optional<int>& second_of_day,
                      bool points = false) noexcept;

} // namespace plimsoll::ingest

#endif

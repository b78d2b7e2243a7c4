// Strict durations and moments.
// SPDX-License-Identifier: Apache-2.0
#include "import/clock.hpp"

#include "import/text_encoding.hpp"

#include <array>
#include <cstddef>
#include <string>

namespace plimsoll::ingest {
namespace {

// Reads from the front of a text; every function says whether it found what it looked for.
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

constexpr std::array<std::string_view, 12> english_months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

// 'HH:MM[:SS[.f]]' as the second of the day; 60 seconds (a leap second) count as 59.
bool time_of_day(Scanner& scan, std::size_t hour_digits, int& second_of_day) noexcept {
    int hour = 0;
    int minute = 0;
    int second = 0;
    double fraction = 0.0;
    if (!scan.digits(hour, hour_digits, 2) || !scan.literal(':') || !scan.digits(minute, 2, 2)) {
        return false;
    }
    if (scan.literal(':') && (!scan.digits(second, 2, 2) || !scan.fraction(fraction))) {
        return false;
    }
    if (hour > 23 || minute > 59 || second > 60) {
        return false;
    }
    second_of_day = hour * 3600 + minute * 60 + (second == 60 ? 59 : second);
    return true;
}

bool offset(Scanner& scan) noexcept {
    int hours = 0;
    int minutes = 0;
    if (!scan.digits(hours, 2, 2)) {
        return false;
    }
    scan.literal(':');
    return scan.at_end() || (scan.digits(minutes, 2, 2) && minutes < 60);
}

std::optional<Moment> iso(Scanner scan) noexcept {
    int year = 0;
    int month = 0;
    int day = 0;
    if (!scan.digits(year, 4, 4) || !scan.literal('-') || !scan.digits(month, 2, 2) ||
        !scan.literal('-') || !scan.digits(day, 2, 2)) {
        return std::nullopt;
    }
    const std::optional<Date> date = Date::try_from_ymd(year, month, day);
    if (!date) {
        return std::nullopt;
    }
    Moment moment{{*date, std::nullopt}, false};
    if (scan.at_end()) {
        return moment;
    }
    int second = 0;
    if (!(scan.literal('T') || scan.literal(' ')) || !time_of_day(scan, 2, second)) {
        return std::nullopt;
    }
    moment.time.second = second;
    scan.literal(' '); // Apple: 2019-05-14 18:52:09 -0400
    if (scan.literal('Z')) {
        moment.utc = true;
    } else if ((scan.literal('+') || scan.literal('-')) && !offset(scan)) {
        return std::nullopt;
    }
    return scan.at_end() ? std::optional(moment) : std::nullopt;
}

std::optional<Moment> english_12h(Scanner scan) noexcept {
    int month = 0;
    for (std::size_t i = 0; i < english_months.size() && month == 0; ++i) {
        if (scan.literal(english_months.at(i))) {
            month = static_cast<int>(i) + 1;
        }
    }
    int day = 0;
    int year = 0;
    int second = 0;
    if (month == 0 || !scan.blank() || !scan.digits(day, 1, 2) || !scan.literal(',') ||
        !scan.blank() || !scan.digits(year, 4, 4)) {
        return std::nullopt;
    }
    const std::optional<Date> date = Date::try_from_ymd(year, month, day);
    if (!date) {
        return std::nullopt;
    }
    if (scan.at_end()) {
        return Moment{{*date, std::nullopt}, false};
    }
    if (!scan.literal(',') || !scan.blank() || !time_of_day(scan, 1, second) || !scan.blank()) {
        return std::nullopt;
    }
    const int hour = second / 3600;
    if (hour < 1 || hour > 12) {
        return std::nullopt;
    }
    second -= hour == 12 ? 12 * 3600 : 0;
    if (scan.literal("PM")) {
        second += 12 * 3600;
    } else if (!scan.literal("AM")) {
        return std::nullopt;
    }
    return scan.at_end() ? std::optional(Moment{{*date, second}, false}) : std::nullopt;
}

} // namespace

std::optional<double> parse_clock(std::string_view text) noexcept {
    Scanner scan(trimmed(text));
    const bool negative = scan.literal('-');
    int first = 0;
    int second = 0;
    int third = 0;
    double fraction = 0.0;
    if (!scan.digits(first, 1, 5) || !scan.literal(':') || !scan.digits(second, 2, 2) ||
        second > 59) {
        return std::nullopt;
    }
    int seconds = first * 60 + second;
    if (scan.literal(':')) {
        if (!scan.digits(third, 2, 2) || third > 59) {
            return std::nullopt;
        }
        seconds = first * 3600 + second * 60 + third;
    }
    if (!scan.fraction(fraction) || !scan.at_end()) {
        return std::nullopt;
    }
    const double total = seconds + fraction;
    return negative ? -total : total;
}

std::optional<Moment> parse_moment(std::string_view text, DateShape shape) noexcept {
    const Scanner scan(trimmed(text));
    switch (shape) {
    case DateShape::iso:
        return iso(scan);
    case DateShape::english_12h:
        break;
    }
    return english_12h(scan);
}

std::string_view describe(DateShape shape) noexcept {
    switch (shape) {
    case DateShape::iso:
        return "YYYY-MM-DD [HH:MM[:SS]]";
    case DateShape::english_12h:
        break;
    }
    return "Mon D, YYYY, H:MM:SS AM/PM";
}

} // namespace plimsoll::ingest

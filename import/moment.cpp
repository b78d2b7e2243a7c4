// Dates in the shapes of every export, with the time of day behind them.
// SPDX-License-Identifier: Apache-2.0
#include "import/clock.hpp"
#include "import/month_words.hpp"
#include "import/scanner.hpp"
#include "import/text_encoding.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>

namespace plimsoll::ingest {
namespace {

bool offset(Scanner& scan) noexcept {
    int hours = 0;
    int minutes = 0;
    if (!scan.digits(hours, 2, 2)) {
        return false;
    }
    scan.literal(':');
    return scan.at_end() || (scan.digits(minutes, 2, 2) && minutes < 60);
}

constexpr std::string_view year_sign = "\xE5\xB9\xB4"; // of China and Japan, like the next two
constexpr std::string_view month_sign = "\xE6\x9C\x88";
constexpr std::string_view day_sign = "\xE6\x97\xA5";

bool starts_with_year(std::string_view text) noexcept {
    const auto digits = [&](std::size_t count) {
        return text.size() >= count &&
               text.substr(0, count).find_first_not_of("0123456789") == std::string_view::npos;
    };
    if (!digits(4)) {
        return false;
    }
    const std::string_view rest = text.substr(4);
    return (!rest.empty() && (rest[0] == '-' || rest[0] == '/' || rest[0] == '.')) ||
           rest.starts_with(year_sign) || (text.size() == 8 && digits(8));
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
    if (!(scan.literal('T') || scan.literal(' ')) || !scan_time_of_day(scan, 2, second)) {
        return std::nullopt;
    }
    moment.time.second = second;
    scan.literal(' '); // Apple: 2019-05-14 18:52:09 -0400
    if (scan.literal('Z')) {
        moment.utc = true;
    } else if (scan.literal('+') || scan.literal('-')) {
        moment.no_offset = scan.rest().find_first_of("123456789") == std::string_view::npos;
        if (!offset(scan)) {
            return std::nullopt;
        }
    }
    return scan.at_end() ? std::optional(moment) : std::nullopt;
}

int whole_year(int year, std::size_t digits) noexcept {
    constexpr int last_of_this_century = 69; // policy: 18.02.12 is of 2012, 3.4.98 of 1998
    return digits > 2 ? year : year + (year > last_of_this_century ? 1900 : 2000);
}

std::optional<Moment> numeric(Scanner scan, bool day_first) noexcept {
    int first = 0;
    int second = 0;
    int year = 0;
    if (!scan.digits(first, 1, 2)) {
        return std::nullopt;
    }
    const char mark = scan.rest().empty() ? ' ' : scan.rest().front();
    if ((mark != '.' && mark != '/' && mark != '-') || !scan.literal(mark)) {
        return std::nullopt;
    }
    scan.blank(); // 2. 8. 2026
    if (!scan.digits(second, 1, 2) || !scan.literal(mark)) {
        return std::nullopt;
    }
    scan.blank();
    const std::size_t before = scan.rest().size();
    if (!scan.digits(year, 2, 4)) {
        return std::nullopt;
    }
    const std::size_t digits = before - scan.rest().size();
    const std::optional<Date> date =
        digits == 3 ? std::nullopt
                    : Date::try_from_ymd(whole_year(year, digits), day_first ? second : first,
                                         day_first ? first : second);
    std::optional<int> second_of_day;
    if (!date || !scan_time_behind(scan, second_of_day)) {
        return std::nullopt;
    }
    return Moment{{*date, second_of_day}, false};
}

// A word of letters, of any language, off the front.
std::string_view take_word(Scanner& scan) noexcept {
    const std::string_view text = scan.rest();
    std::size_t size = 0;
    while (size < text.size() &&
           (static_cast<unsigned char>(text[size]) >= 0x80 ||
            (text[size] >= 'a' && text[size] <= 'z') || (text[size] >= 'A' && text[size] <= 'Z'))) {
        if (text.substr(size).starts_with("\xC2\xA0") ||
            text.substr(size).starts_with("\xE2\x80\xAF")) {
            break;
        }
        ++size;
    }
    scan.skip(size);
    return text.substr(0, size);
}

// Whether a hyphen or a slash is among them.
bool skip_separators(Scanner& scan) noexcept {
    const std::string_view before = scan.rest();
    while (scan.literal('.') || scan.literal(',') || scan.literal('-') || scan.literal('/') ||
           scan.blank()) {
    }
    return before.substr(0, before.size() - scan.rest().size()).find_first_of("-/") !=
           std::string_view::npos;
}

std::optional<Moment> words(Scanner scan) {
    int month = 0;
    int day = 0;
    int year = 0;
    int strange = 0;
    bool hyphen = false; // before the part that comes next
    while ((year == 0 || month == 0 || day == 0) && !scan.at_end()) {
        if (const std::string_view word = take_word(scan); !word.empty()) {
            if (const int named = month_of_word(word); named != 0) {
                strange += month != 0 ? 1 : 0; // the first was a weekday: mar. 1 juil. 2014
                month = named;
            } else if (word != "de") {
                ++strange; // a weekday
            }
        } else {
            int number = 0;
            const std::size_t before = scan.rest().size();
            if (!scan.digits(number, 1, 4)) {
                return std::nullopt;
            }
            const std::size_t digits = before - scan.rest().size();
            if (digits == 4 && year == 0) {
                year = number;
            } else if (digits <= 2 && day == 0) {
                day = number;
            } else if (digits == 2 && month != 0 && hyphen) { // 3-Feb-25
                year = whole_year(number, digits);
            } else {
                return std::nullopt;
            }
        }
        if (year == 0 || month == 0 || day == 0) {
            hyphen = skip_separators(scan);
        }
    }
    for (const std::string_view year_word : {" \xD0\xB3.", " \xD1\x80.", "."}) {
        scan.literal(year_word); // Russian, Ukrainian; Hungarian has the day last
    }
    const std::optional<Date> date =
        month == 0 || strange > 1 ? std::nullopt : Date::try_from_ymd(year, month, day);
    std::optional<int> second_of_day;
    if (!date || !scan_time_behind(scan, second_of_day, true)) {
        return std::nullopt;
    }
    return Moment{{*date, second_of_day}, false};
}

// 2026/01/05, 2026.01.05., 2026-1-5, 20260105, and with the signs of China and Japan.
std::optional<Moment> year_first(Scanner scan) noexcept {
    int year = 0;
    int month = 0;
    int day = 0;
    scan.digits(year, 4, 4);
    const std::string_view rest = scan.rest();
    const bool signs = scan.literal(year_sign);
    const char mark = signs || rest.empty() ? ' ' : rest.front();
    const bool compact = mark >= '0' && mark <= '9';
    const std::size_t least = compact ? 2 : 1;
    const auto next = [&](std::string_view sign) {
        const bool found = signs ? scan.literal(sign) : compact || scan.literal(mark);
        scan.blank(); // 2019. 11. 3.
        return found;
    };
    if ((!signs && !next({})) || !scan.digits(month, least, 2) || !next(month_sign) ||
        !scan.digits(day, least, 2) || (signs && !scan.literal(day_sign))) {
        return std::nullopt;
    }
    const std::optional<Date> date = Date::try_from_ymd(year, month, day);
    scan.literal('.');
    scan.literal('T');
    std::optional<int> second_of_day;
    if (!date || !scan_time_behind(scan, second_of_day)) {
        return std::nullopt;
    }
    return Moment{{*date, second_of_day}, false};
}

// The word in front of "Mon 03/02/2025" and "Fr., 2025-02-14", which tells nothing more.
std::string_view without_weekday(std::string_view text) noexcept {
    if (text.empty() || (text.front() >= '0' && text.front() <= '9')) {
        return text;
    }
    constexpr std::size_t longest = 24; // bytes
    const std::size_t digit = text.find_first_of("0123456789");
    if (digit > longest || digit < 3) {
        return text;
    }
    const std::string_view word = text.substr(0, digit);
    const std::size_t end = word.find_first_of(" ,.");
    const bool one_word = end != std::string_view::npos && end > 1 &&
                          word.find_first_not_of(" ,.", end) == std::string_view::npos &&
                          word.find_first_of("-/+:'") == std::string_view::npos;
    return one_word ? text.substr(digit) : text;
}

// Days since the last but one of 1899, with the time of day as a fraction.
std::optional<Moment> serial(Scanner scan) noexcept {
    constexpr int first = 20'000; // policy: 1954 to 2119
    constexpr int last = 80'000;
    constexpr int days_before_1970 = 25'569;
    constexpr double seconds_a_day = 86'400.0;
    int day = 0;
    double fraction = 0.0;
    if (!scan.digits(day, 5, 5) || !scan.fraction(fraction) || !scan.at_end() || day < first ||
        day > last) {
        return std::nullopt;
    }
    const int second = static_cast<int>(std::lround(fraction * seconds_a_day));
    return Moment{{Date::from_days(day - days_before_1970),
                   second > 0 && second < 86'400 ? std::optional(second) : std::nullopt},
                  false};
}

} // namespace

std::optional<Moment> parse_moment(std::string_view text, DateShape shape) {
    const Scanner scan(shape == DateShape::words ? trimmed(text) : without_weekday(trimmed(text)));
    if (!starts_with_year(scan.rest())) {
        return shape == DateShape::words    ? words(scan)
               : shape == DateShape::iso    ? std::nullopt
               : shape == DateShape::serial ? serial(scan)
                                            : numeric(scan, shape == DateShape::day_first);
    }
    std::optional<Moment> moment = iso(scan);
    if (!moment) {
        moment = year_first(scan);
    }
    return !moment && shape == DateShape::words ? words(scan) : moment;
}

bool is_day_without_year(std::string_view text) {
    constexpr std::size_t longest = 24; // bytes
    constexpr std::array<std::string_view, 5> signs{"/", ".", "-", " ", ""};
    constexpr std::array shapes{DateShape::day_first, DateShape::month_first, DateShape::words};
    const std::string day(trimmed(text));
    const bool is_number = day.find_first_not_of("0123456789.") == std::string::npos &&
                           std::count(day.begin(), day.end(), '.') < 2;
    if (is_number || day.size() > longest) {
        return false;
    }
    return std::any_of(shapes.begin(), shapes.end(), [&](DateShape shape) {
        return !parse_moment(day, shape) &&
               std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) {
                   return parse_moment(day + std::string(sign) + "2000", shape).has_value(); // leap
               });
    });
}

} // namespace plimsoll::ingest

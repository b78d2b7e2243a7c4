// Times of day off the front of a text.
// SPDX-License-Identifier: Apache-2.0
#include "import/scanner.hpp"

namespace plimsoll::ingest {
namespace {

// Twelve hours are of the night or of noon.
bool to_half_of_day(bool before_noon, int& second) noexcept {
    const int hour = second / 3600;
    if (hour < 1 || hour > 12) {
        return false;
    }
    second += (before_noon ? 0 : 12 * 3600) - (hour == 12 ? 12 * 3600 : 0);
    return true;
}

// Korea, Japan and China write the half of the day before the hour.
std::optional<bool> half_of_day_in_front(Scanner& scan) noexcept {
    std::optional<bool> before_noon;
    for (const std::string_view word : {"오전", "午前", "上午"}) {
        before_noon = scan.literal(word) ? std::optional(true) : before_noon;
    }
    for (const std::string_view word : {"오후", "午後", "下午"}) {
        before_noon = scan.literal(word) ? std::optional(false) : before_noon;
    }
    while (before_noon && scan.blank()) {
    }
    return before_noon;
}

// AM and PM in the ways of the languages that write them: "AM", "p.m.", "p. m.".
bool half_of_day(Scanner& scan, int& second) noexcept {
    while (scan.blank()) {
    }
    if (scan.at_end()) {
        return true;
    }
    const bool before = scan.literal('A') || scan.literal('a');
    if (!before && !scan.literal('P') && !scan.literal('p')) {
        return false;
    }
    scan.literal('.');
    scan.blank();
    if (!scan.literal('M') && !scan.literal('m')) {
        return false;
    }
    scan.literal('.');
    return to_half_of_day(before, second) && scan.at_end();
}

} // namespace

bool scan_time_of_day(Scanner& scan, std::size_t hour_digits, int& second_of_day,
                      char mark) noexcept {
    int hour = 0;
    int minute = 0;
    int second = 0;
    double fraction = 0.0;
    if (!scan.digits(hour, hour_digits, 2) || !scan.literal(mark) || !scan.digits(minute, 2, 2)) {
        return false;
    }
    if (scan.literal(mark) && (!scan.digits(second, 2, 2) || !scan.fraction(fraction))) {
        return false;
    }
    if (hour > 23 || minute > 59 || second > 60) {
        return false;
    }
    second_of_day = hour * 3600 + minute * 60 + (second == 60 ? 59 : second);
    return true;
}

bool scan_time_behind(Scanner& scan, std::optional<int>& second_of_day, bool points) noexcept {
    scan.literal(',');
    while (scan.blank()) {
    }
    if (scan.at_end()) {
        return true;
    }
    for (const std::string_view at : {"\xC3\xA0 ", "um ", "at "}) { // 3 nov. 2019 à 18:12
        scan.literal(at);
    }
    const bool northern = scan.literal("kl. ") || scan.literal("klo ");
    const std::optional<bool> before_noon = half_of_day_in_front(scan);
    int second = 0;
    const std::size_t mark = scan.rest().find_first_of(".:");
    const bool by_point =
        (points || northern) && mark != std::string_view::npos && scan.rest()[mark] == '.';
    if (!scan_time_of_day(scan, 1, second, by_point ? '.' : ':')) {
        return false;
    }
    if (before_noon ? !to_half_of_day(*before_noon, second) || !scan.at_end()
                    : !half_of_day(scan, second)) {
        return false;
    }
    second_of_day = second;
    return true;
}

} // namespace plimsoll::ingest

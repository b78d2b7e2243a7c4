// Dates in file names.
// SPDX-License-Identifier: Apache-2.0
#include "import/name_date.hpp"

#include <cstddef>
#include <cstdint>

namespace plimsoll::ingest {
namespace {

bool is_decimal(char c) noexcept {
    return c >= '0' && c <= '9';
}

// Takes digits, and the sign before them if there is one, from the front of a text.
class NameScanner {
public:
    explicit NameScanner(std::string_view text) noexcept : text_(text) {}

    std::optional<int> number(std::size_t digits) noexcept {
        std::string_view text = text_;
        if (!text.empty() && std::string_view("-_. T:").find(text[0]) != std::string_view::npos) {
            text.remove_prefix(1);
        }
        if (text.size() < digits) {
            return std::nullopt;
        }
        int value = 0;
        for (std::size_t i = 0; i < digits; ++i) {
            if (!is_decimal(text[i])) {
                return std::nullopt;
            }
            value = value * 10 + (text[i] - '0');
        }
        text_ = text.substr(digits);
        return value;
    }

    bool at_digit() const noexcept { return !text_.empty() && is_decimal(text_[0]); }

private:
    std::string_view text_;
};

std::optional<LocalTime> moment_at(std::string_view text) noexcept {
    constexpr int first_year_of_names = 1980;
    constexpr int last_year_of_names = 2099;
    NameScanner scan(text);
    const auto year = scan.number(4);
    const auto month = year ? scan.number(2) : std::nullopt;
    const auto day = month ? scan.number(2) : std::nullopt;
    if (!day || *year < first_year_of_names || *year > last_year_of_names) {
        return std::nullopt;
    }
    const std::optional<Date> date = Date::try_from_ymd(*year, *month, *day);
    if (!date) {
        return std::nullopt;
    }
    // Digits that do not end behind the day or the time are the number of an activity.
    const std::size_t end = text.find_first_not_of("0123456789");
    const std::size_t digits = end == std::string_view::npos ? text.size() : end;
    if ((digits > 4 && digits != 8 && digits != 12 && digits != 14) ||
        (digits <= 4 && scan.at_digit())) {
        return std::nullopt;
    }
    const auto hour = scan.number(2);
    const auto minute = hour ? scan.number(2) : std::nullopt;
    const auto second = minute ? scan.number(2) : std::nullopt;
    if (!second || *hour > 23 || *minute > 59 || *second > 59) {
        return LocalTime{*date, std::nullopt};
    }
    return LocalTime{*date, (*hour * 60 + *minute) * 60 + *second};
}

} // namespace

std::optional<LocalTime> moment_in_name(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
    for (std::size_t at = 0; at < name.size(); ++at) {
        if (is_decimal(name[at]) && (at == 0 || !is_decimal(name[at - 1]))) {
            if (const std::optional<LocalTime> moment = moment_at(name.substr(at))) {
                return moment;
            }
        }
    }
    return std::nullopt;
}

} // namespace plimsoll::ingest

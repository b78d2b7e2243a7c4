// The date and time of XML Schema, by hand: a track has one a point.
// SPDX-License-Identifier: Apache-2.0
#include "import/xml_time.hpp"

#include "model/date.hpp"

#include <cstddef>

namespace plimsoll::ingest {
namespace {

constexpr int earliest_xml_year = 1900;
constexpr int latest_xml_year = 2199;

// Takes from the front of a text; what does not fit spoils the whole.
class XmlScanner {
public:
    explicit XmlScanner(std::string_view text) noexcept : text_(text) {}

    int digits(std::size_t count) noexcept {
        int value = 0;
        if (text_.size() < count) {
            good_ = false;
            return 0;
        }
        for (std::size_t i = 0; i < count; ++i) {
            const char c = text_[i];
            good_ = good_ && c >= '0' && c <= '9';
            value = value * 10 + (c - '0');
        }
        text_.remove_prefix(count);
        return value;
    }

    bool taken(char c) noexcept {
        const bool there = text_.starts_with(c);
        text_.remove_prefix(there ? 1 : 0);
        return there;
    }

    void need(bool there) noexcept { good_ = good_ && there; }

    double fraction() noexcept {
        double value = 0.0;
        double unit = 0.1;
        while (!text_.empty() && text_[0] >= '0' && text_[0] <= '9') {
            value += unit * (text_[0] - '0');
            unit /= 10.0;
            text_.remove_prefix(1);
        }
        return value;
    }

    bool at_end() const noexcept { return text_.empty(); }

    bool good() const noexcept { return good_; }

private:
    std::string_view text_;
    bool good_ = true;
};

} // namespace

std::optional<XmlTime> parse_xml_time(std::string_view text) noexcept {
    XmlScanner scan(text);
    const int year = scan.digits(4);
    scan.need(scan.taken('-'));
    const int month = scan.digits(2);
    scan.need(scan.taken('-'));
    const int day = scan.digits(2);
    scan.need(scan.taken('T') || scan.taken(' '));
    const int hour = scan.digits(2);
    scan.need(scan.taken(':'));
    const int minute = scan.digits(2);
    scan.need(scan.taken(':'));
    const int second = scan.digits(2);
    if (!scan.good() || year < earliest_xml_year || year > latest_xml_year || hour > 23 ||
        minute > 59 || second > 60) {
        return std::nullopt;
    }
    const std::optional<Date> date = Date::try_from_ymd(year, month, day);
    if (!date) {
        return std::nullopt;
    }
    XmlTime time;
    time.since_1970_s = date->days_since_1970() * 86400.0 + (hour * 3600 + minute * 60 + second);
    if (scan.taken('.') || scan.taken(',')) {
        time.since_1970_s += scan.fraction();
    }
    if (scan.taken('Z') || scan.taken('z')) {
        return scan.at_end() ? std::optional(time) : std::nullopt;
    }
    if (scan.at_end()) {
        time.is_local = true;
        return time;
    }
    const bool east = scan.taken('+');
    scan.need(east || scan.taken('-'));
    const int offset_hours = scan.digits(2);
    scan.taken(':');
    const int offset_minutes = scan.at_end() ? 0 : scan.digits(2);
    if (!scan.good() || !scan.at_end() || offset_hours > 14 || offset_minutes > 59) {
        return std::nullopt;
    }
    const int offset_s = (offset_hours * 60 + offset_minutes) * 60 * (east ? 1 : -1);
    time.utc_offset_s = offset_s;
    time.since_1970_s -= offset_s;
    return time;
}

} // namespace plimsoll::ingest

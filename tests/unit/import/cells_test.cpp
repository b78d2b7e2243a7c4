// Numbers, durations, moments, encodings: what a cell can hold.
// SPDX-License-Identifier: Apache-2.0
#include "import/clock.hpp"
#include "import/number.hpp"
#include "import/text_encoding.hpp"
#include "import/time_zone.hpp"
#include "model/error.hpp"
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace plimsoll;
using namespace plimsoll::ingest;
using Catch::Matchers::WithinAbs;
using test::day;

namespace {

void check_number(const char* text, NumberStyle style, double want) {
    INFO(text);
    const auto value = parse_number(text, style);
    REQUIRE(value.has_value());
    CHECK(*value == want); // correctly rounded: exact
}

} // namespace

TEST_CASE("numbers are read whole or not at all", "[import][number]") {
    check_number("0.3", NumberStyle::plain, 0.3); // csv.h makes 0.30000000000000004 of it
    check_number("1e-3", NumberStyle::plain, 0.001);
    check_number("-14", NumberStyle::plain, -14.0);
    check_number("  7 ", NumberStyle::plain, 7.0);
    check_number("'-16", NumberStyle::decimal_point, -16.0); // Excel's guard
    check_number("\xE2\x88\x92"
                 "3",
                 NumberStyle::decimal_point, -3.0);
    for (const char* text : {"", "-", "--", "1:30", "12abc", "0x10", "inf", "nan", "NaN", "1e999",
                             "1e-99999999999", "1,234", "1 2", "+-1", "1..2", ".", "--1"}) {
        INFO(text);
        CHECK_FALSE(parse_number(text, NumberStyle::plain).has_value());
    }
    CHECK_FALSE(parse_number(std::string(5000, '9'), NumberStyle::plain).has_value());
}

TEST_CASE("the sign that is not the decimal mark groups thousands", "[import][number]") {
    check_number("1,234", NumberStyle::decimal_point, 1234.0);
    check_number("1,234,567.5", NumberStyle::decimal_point, 1234567.5);
    check_number("5.04", NumberStyle::decimal_point, 5.04);
    check_number("1.349", NumberStyle::decimal_comma, 1349.0);
    check_number("17,28", NumberStyle::decimal_comma, 17.28);
    check_number("1\xC2\xA0"
                 "234,5",
                 NumberStyle::decimal_comma, 1234.5);
    check_number("1'234.5", NumberStyle::decimal_point, 1234.5);
    for (const char* text : {"1,23", "12,34,567", "1,2345", ",123", "1,234,", "1234,567"}) {
        INFO(text);
        CHECK_FALSE(parse_number(text, NumberStyle::decimal_point).has_value());
    }
    CHECK_FALSE(parse_number("5.04", NumberStyle::decimal_comma).has_value());
    CHECK_FALSE(parse_number("1.5,2,3", NumberStyle::decimal_comma).has_value());
}

TEST_CASE("only cells that cannot be thousands vote for a decimal mark", "[import][number]") {
    CHECK(decimal_vote("5,04") == DecimalVote::comma);
    CHECK(decimal_vote("0,5") == DecimalVote::comma);
    CHECK(decimal_vote("5.04") == DecimalVote::point);
    CHECK(decimal_vote("0.123") == DecimalVote::point);
    CHECK(decimal_vote("1,234.5") == DecimalVote::point);
    CHECK(decimal_vote("1.234,567") == DecimalVote::comma);
    for (const char* text : {"1,234", "1.234", "5", "", "--", "1:02.5", "1.2.3", "12,"}) {
        INFO(text);
        CHECK(decimal_vote(text) == DecimalVote::none);
    }
}

TEST_CASE("durations are H:MM:SS or M:SS, nothing else", "[import][clock]") {
    const auto seconds = [](const char* text) { return parse_clock(text).value_or(-1e9); };
    CHECK(seconds("00:35:00") == 2100.0);
    CHECK(seconds("1:06:06") == 3966.0);
    CHECK(seconds("32:11") == 1931.0);
    CHECK(seconds("95:00") == 5700.0);
    CHECK_THAT(seconds("00:08:02.2"), WithinAbs(482.2, 1e-9));
    CHECK_THAT(seconds("0:52,7"), WithinAbs(52.7, 1e-9));
    CHECK(seconds("-0:10") == -10.0);
    for (const char* text : {"", ":", "1:6O", "1:60", "1:02:60", "1:2", "00:NaN:NaN", "--:--",
                             "1:02:03:04", "00:52.95.8", "99999999:00", "12", "1:02 ", "a1:02"}) {
        INFO(text);
        const bool trimmed_away = std::string(text) == "1:02 ";
        CHECK(parse_clock(text).has_value() == trimmed_away);
    }
}

TEST_CASE("ISO moments keep the local day as it is written", "[import][clock]") {
    const auto moment = [](const char* text) { return parse_moment(text, DateShape::iso); };
    CHECK(moment("2025-11-06 16:16:43")->time == LocalTime{day("2025-11-06"), 58603});
    CHECK(moment("2025-11-06T16:16")->time.second == 58560);
    CHECK_FALSE(moment("2025-11-06")->time.second.has_value());
    CHECK(moment("2026-08-22T22:42:27Z")->utc);
    // The offset is that of the place: the local time stands as written.
    CHECK(moment("2019-05-14 18:52:09 -0400")->time == LocalTime{day("2019-05-14"), 67929});
    CHECK_FALSE(moment("2019-05-14T18:52:09.123+02:00")->utc);
    CHECK(moment("2016-12-31T23:59:60Z")->time.second == 86399); // a leap second
    for (const char* text :
         {"2025-02-29 10:00", "2025-11-06 25:00:00", "2025-11-06 16:61", "2025-11-06x",
          "06.11.2025", "2025-11-06 16", "2025-11-06T16:16+2", "2025-11-06T16:16+02:99", ""}) {
        INFO(text);
        CHECK_FALSE(moment(text).has_value());
    }
}

TEST_CASE("English twelve-hour moments, noon and midnight among them", "[import][clock]") {
    const auto second = [](const char* text) {
        const auto moment = parse_moment(text, DateShape::english_12h);
        return moment ? moment->time.second.value_or(-1) : -2;
    };
    CHECK(second("Nov 3, 2019, 6:12:01 PM") == 65521);
    CHECK(second("Nov 3, 2019, 12:00:00 AM") == 0);
    CHECK(second("Nov 3, 2019, 12:00:00 PM") == 43200);
    CHECK(second("Nov 3, 2019, 6:12:01\xE2\x80\xAFPM") == 65521); // narrow no-break space
    CHECK(second("Oct 1, 2026") == -1);
    for (const char* text : {"Nov 31, 2019, 6:12:01 PM", "nov 3, 2019, 6:12:01 PM",
                             "Nov 3, 2019, 13:12:01 PM", "Nov 3, 2019, 0:12:01 AM",
                             "Nov 3, 2019, 6:12:01", "Nov 3, 2019, 6:12:01 PMx", "3 Nov 2019"}) {
        INFO(text);
        CHECK(second(text) == -2);
    }
}

TEST_CASE("UTC becomes the local day, across midnight and summer time", "[import][time_zone]") {
    const TimeZone vienna("Europe/Vienna"); // UTC+1, in summer UTC+2
    CHECK(vienna.from_utc({day("2026-01-10"), 23 * 3600 + 1800}) ==
          LocalTime{day("2026-01-11"), 1800});
    CHECK(vienna.from_utc({day("2026-07-10"), 22 * 3600}) == LocalTime{day("2026-07-11"), 0});
    const TimeZone los_angeles("America/Los_Angeles"); // UTC-8 in winter
    CHECK(los_angeles.from_utc({day("2026-01-10"), 3600}) ==
          LocalTime{day("2026-01-09"), 17 * 3600});
    CHECK(los_angeles.from_utc({day("1969-12-31"), 3600}) ==
          LocalTime{day("1969-12-30"), 17 * 3600});
    CHECK(vienna.from_utc({day("2026-01-10"), std::nullopt}) ==
          LocalTime{day("2026-01-10"), std::nullopt});
    CHECK_THROWS_AS(TimeZone("Europe/Atlantis"), UsageError);
}

TEST_CASE("text is folded for comparison, of any width of blank", "[import][encoding]") {
    CHECK(folded("  Activity\xC2\xA0 Type ") == "activity type");
    CHECK(folded("AKTIVIT\xC3\x84TSTYP") == "aktivit\xC3\xA4tstyp");
    CHECK(folded("STRASSE") == folded("stra\xC3\x9F"
                                      "e"));
    CHECK(folded("A\xCC\x88") == folded("\xC3\x84")); // combined and precomposed
    CHECK(folded("").empty());
    CHECK(trimmed("\xEF\xBB\xBF x\r\n") == "x");
    CHECK(trimmed("\xC2\xA0").empty());
}

TEST_CASE("Windows-1252 has its own signs between 80 and 9F", "[import][encoding]") {
    CHECK(windows_1252_to_utf8("\x80\x96\xE9") == "\xE2\x82\xAC\xE2\x80\x93\xC3\xA9");
    CHECK(windows_1252_to_utf8("\x81") == "\xEF\xBF\xBD");
    CHECK(is_utf8("z\xC3\xBC"));
    CHECK_FALSE(is_utf8("z\xFC"));
    CHECK_FALSE(is_utf8("\xC3"));
    CHECK(is_ascii("plain"));
    CHECK_FALSE(is_ascii("z\xC3\xBC"));
    CHECK(utf16_to_utf8(std::string("\0\xD8", 2), false) == "\xEF\xBF\xBD"); // a lone surrogate
    CHECK(utf16_to_utf8("a", false) == "\xEF\xBF\xBD");                      // half a unit
}

// Numbers, durations, moments, encodings: what a cell can hold.
// SPDX-License-Identifier: Apache-2.0
#include "import/clock.hpp"
#include "import/inference.hpp"
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
        const auto moment = parse_moment(text, DateShape::words);
        return moment ? moment->time.second.value_or(-1) : -2;
    };
    CHECK(second("Nov 3, 2019, 6:12:01 PM") == 65521);
    CHECK(second("Nov 3, 2019, 12:00:00 AM") == 0);
    CHECK(second("Nov 3, 2019, 12:00:00 PM") == 43200);
    CHECK(second("Nov 3, 2019, 6:12:01\xE2\x80\xAFPM") == 65521); // narrow no-break space
    CHECK(second("Oct 1, 2026") == -1);
    for (const char* text : {"Nov 31, 2019, 6:12:01 PM", "Nob 3, 2019, 6:12:01 PM",
                             "Nov 3, 2019, 13:12:01 PM", "Nov 3, 2019, 0:12:01 AM",
                             "Nov 3, 2019, 26:12:01", "Nov 3, 2019, 6:12:01 PMx", "Nov 2019"}) {
        INFO(text);
        CHECK(second(text) == -2);
    }
}

TEST_CASE("dates with the month as a word, in the languages of the exports", "[import][clock]") {
    const auto told = [](const char* text) {
        const auto moment = parse_moment(text, DateShape::words);
        return moment ? to_string(moment->time) : "no date";
    };
    CHECK(told("8 jul 2017, 15:25:34") == "2017-07-08T15:25:34");
    CHECK(told("2 ago 2026, 12:20:32\xE2\x80\xAFp.m.") == "2026-08-02T12:20:32");
    CHECK(told("1 ago 2026, 12:53:54\xC2\xA0"
               "a.\xC2\xA0m.") == "2026-08-01T00:53:54");
    CHECK(told("Fr, 25 Mai 2012 20:31") == "2012-05-25T20:31:00");
    CHECK(told("lun., 30 juin 2014 7:03") == "2014-06-30T07:03:00");
    CHECK(told("mar., 1 juil. 2014 7:03") == "2014-07-01T07:03:00"); // Tuesday, not March
    CHECK(told("3 d\u00E9c. 2019 \u00E0 18:12:01") == "2019-12-03T18:12:01");
    CHECK(told("3 de nov. de 2019, 18:12:01") == "2019-11-03T18:12:01");
    CHECK(told("May 6, 2025") == "2025-05-06");
    CHECK(told("2026-08-02 07:00:00") == "2026-08-02T07:00:00"); // ISO in any file
    for (const char* text : {"12 2026", "8 jul 17", "30 feb 2026", "8 8 jul 2017", "jul", ""}) {
        INFO(text);
        CHECK(told(text) == "no date");
    }
}

TEST_CASE("dates with the year first, however they are written", "[import][clock]") {
    const auto told = [](const char* text, DateShape shape) {
        const auto moment = parse_moment(text, shape);
        return moment ? to_string(moment->time) : "no date";
    };
    for (const DateShape shape : {DateShape::iso, DateShape::day_first, DateShape::words}) {
        for (const char* text : {"2026/01/05", "2026.01.05.", "2026-1-5", "20260105", "2026/1/5",
                                 "2026\u5E741\u67085\u65E5"}) {
            INFO(text);
            CHECK(told(text, shape) == "2026-01-05");
        }
        CHECK(told("2019/11/03 18:12:01", shape) == "2019-11-03T18:12:01");
        CHECK(told("2019\u5E7411\u67083\u65E5 18:12:01", shape) == "2019-11-03T18:12:01");
        for (const char* text : {"2026/13/05", "2026-1/5", "202601055", "2026/1", "20261305"}) {
            INFO(text);
            CHECK(told(text, shape) == "no date");
        }
    }
}

TEST_CASE("dates in words of the east and the north", "[import][clock]") {
    const auto told = [](const char* text) {
        const auto moment = parse_moment(text, DateShape::words);
        return moment ? to_string(moment->time) : "no date";
    };
    for (const char* text :
         {"3 \u043D\u043E\u044F\u0431. 2019 \u0433., 18:12:01", "3 Kas 2019 18:12:01",
          "3. nov. 2019 kl. 18.12.01", "3. nov. 2019 18.12.01", "2019. nov. 3. 18:12:01",
          "3 \u043B\u0438\u0441\u0442. 2019 \u0440., 18:12:01",
          "2019. 11. 3. \uC624\uD6C4 6:12:01",             // Korean
          "2019\u5E7411\u67083\u65E5 \u4E0B\u53486:12:01", // Chinese
          "2019\u5E7411\u67083\u65E5 \u5348\u5F8C6:12:01", // Japanese
          "2019/11/03 18:12:01", "2019\u5E7411\u67083\u65E5 18:12:01"}) {
        INFO(text);
        CHECK(told(text) == "2019-11-03T18:12:01");
    }
    CHECK(told("2019. 11. 3. \uC624\uC804 12:05:00") == "2019-11-03T00:05:00");
    CHECK(told("2019. 11. 3. \uC624\uD6C4 13:05:00") == "no date");
    CHECK(told("3 Agu 2019 18.12.01") == "2019-08-03T18:12:01"); // Indonesian
    const auto finnish = parse_moment("3.11.2019 klo 18.12.01", DateShape::day_first);
    CHECK((finnish && to_string(finnish->time) == "2019-11-03T18:12:01"));
}

TEST_CASE("numeric dates, the day or the month first", "[import][clock]") {
    const auto told = [](const char* text, DateShape shape) {
        const auto moment = parse_moment(text, shape);
        return moment ? to_string(moment->time) : "no date";
    };
    CHECK(told("21.07.2026, 15:09:27", DateShape::day_first) == "2026-07-21T15:09:27");
    CHECK(told("1.4.2024", DateShape::day_first) == "2024-04-01");
    CHECK(told("18.02.12", DateShape::day_first) == "2012-02-18");
    CHECK(told("2. 8. 2026 7:05", DateShape::day_first) == "2026-08-02T07:05:00");
    CHECK(told("24/02/2026 20:51:52.09", DateShape::day_first) == "2026-02-24T20:51:52");
    CHECK(told("12/11/20 11:59", DateShape::month_first) == "2020-12-11T11:59:00");
    CHECK(told("8/7/25 1:05 PM", DateShape::month_first) == "2025-08-07T13:05:00");
    CHECK(told("5.6.98", DateShape::day_first) == "1998-06-05");
    for (const char* text :
         {"13/25/2026", "1.4-2024", "1.4.202", "1.4", "1.4.2024x", "31.4.2024"}) {
        INFO(text);
        CHECK(told(text, DateShape::day_first) == "no date");
        CHECK(told(text, DateShape::month_first) == "no date");
    }
}

TEST_CASE("the order of day and month is found in the values", "[import][clock]") {
    const auto concluded = [](std::initializer_list<const char*> cells) {
        DateInference inference;
        for (const char* cell : cells) {
            inference.see(cell);
        }
        return inference.conclude();
    };
    CHECK(concluded({"2026-05-01", ""}).value == DateShape::iso);
    CHECK(concluded({"12/11/20", "12/13/20"}).value == DateShape::month_first);
    CHECK(concluded({"11/12/2020", "13/12/2020"}).value == DateShape::day_first);
    CHECK(concluded({"3/4/2026 7:05 PM"}).value == DateShape::month_first);
    CHECK(concluded({"3.4.2026"}).sure);
    CHECK_FALSE(concluded({"3/4/2026"}).sure);
    CHECK(concluded({"3/4/2026"}).value == DateShape::day_first);
    CHECK(concluded({"Nov 3, 2019, 6:12:01 PM"}).value == DateShape::words);
    CHECK_FALSE(concluded({"13/5/2026", "5/13/2026", "14/5/2026"}).sure);
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

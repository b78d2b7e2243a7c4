// SPDX-License-Identifier: Apache-2.0
#include "model/date.hpp"
#include "model/error.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

using namespace plimsoll;
using test::day;

TEST_CASE("a date is parsed only in the exact shape YYYY-MM-DD", "[model][date]") {
    CHECK(to_string(*parse_date("2024-02-29")) == "2024-02-29");
    // What Boost's own parser takes or drops (docs: traps of the libraries).
    for (const char* text :
         {"2024-02-29 10:00", "2024-2-9", "2024-Feb-09", "20240229", "09/02/2024", "",
          "2024-02-29x", " 2024-02-29", "2024-02-2a", "2024/02/29"}) {
        INFO(text);
        CHECK_FALSE(parse_date(text).has_value());
    }
}

TEST_CASE("a day that the calendar does not have is refused", "[model][date]") {
    for (const char* text : {"2023-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "2024-01-00",
                             "1900-02-29", "0000-01-01", "1399-12-31"}) {
        INFO(text);
        CHECK_FALSE(parse_date(text).has_value());
    }
    CHECK_THROWS_AS(Date::from_ymd(2023, 2, 29), PreconditionError);
}

TEST_CASE("days count from 1970 and come back as year, month, day", "[model][date]") {
    // 2000-01-01 is day 10957 of the Unix epoch (date -d 2000-01-01 +%s / 86400).
    CHECK(day("1970-01-01").days_since_1970() == 0);
    CHECK(day("2000-01-01").days_since_1970() == 10957);
    CHECK(day("1969-12-31").days_since_1970() == -1);
    CHECK(to_string(Date::from_days(-1)) == "1969-12-31");
    CHECK(day("2026-03-01") - day("2026-02-28") == 1);
    CHECK(day("2024-03-01") - day("2024-02-28") == 2);
}

TEST_CASE("weekdays agree with the calendar, before 1970 too", "[model][date]") {
    CHECK(day("2026-11-22").weekday() == Weekday::sun);
    CHECK(day("1970-01-01").weekday() == Weekday::thu);
    CHECK(day("1969-12-31").weekday() == Weekday::wed);
    CHECK(day("1969-12-29").weekday() == Weekday::mon);
    CHECK(day("2026-11-22").monday() == day("2026-11-16"));
    CHECK(day("2026-11-16").monday() == day("2026-11-16"));
}

TEST_CASE("ISO weeks belong to the year of their Thursday", "[model][date]") {
    // Examples of ISO 8601 itself and of Wikipedia's "ISO week date".
    CHECK(to_string(iso_week_of(day("2005-01-01"))) == "2004-W53");
    CHECK(to_string(iso_week_of(day("2005-12-31"))) == "2005-W52");
    CHECK(to_string(iso_week_of(day("2008-12-29"))) == "2009-W01");
    CHECK(to_string(iso_week_of(day("2010-01-03"))) == "2009-W53");
    CHECK(to_string(iso_week_of(day("2026-11-22"))) == "2026-W47");
    CHECK(monday_of(*parse_iso_week("2026-W47")) == day("2026-11-16"));
}

TEST_CASE("a week that a year does not have is refused", "[model][date]") {
    CHECK(parse_iso_week("2026-W53").has_value()); // 2026 has 53 weeks: it starts on a Thursday
    CHECK_FALSE(parse_iso_week("2025-W53").has_value());
    for (const char* text : {"2026-W00", "2026-W54", "2026W47", "2026-w47", "26-W47", "2026-W4"}) {
        INFO(text);
        CHECK_FALSE(parse_iso_week(text).has_value());
    }
}

TEST_CASE("age changes on the birthday, that of 29 February on 1 March", "[model][date]") {
    CHECK(age_in_years(day("1981-03-14"), day("2026-03-13")) == 44);
    CHECK(age_in_years(day("1981-03-14"), day("2026-03-14")) == 45);
    CHECK(age_in_years(day("2000-02-29"), day("2021-02-28")) == 20);
    CHECK(age_in_years(day("2000-02-29"), day("2021-03-01")) == 21);
}

TEST_CASE("a local time shows its time of day only when there is one", "[model][date]") {
    CHECK(to_string(LocalTime{day("2026-11-22"), 25500}) == "2026-11-22T07:05:00");
    CHECK(to_string(LocalTime{day("2026-11-22"), std::nullopt}) == "2026-11-22");
}

TEST_CASE("weekdays are read in any case, short or long", "[model][date]") {
    CHECK(parse_weekday("Mon") == Weekday::mon);
    CHECK(parse_weekday("sunday") == Weekday::sun);
    CHECK(parse_weekday("THU") == Weekday::thu);
    for (const char* text : {"", "M", "Mo", "Mond", "xyz", "wednesdays"}) {
        INFO(text);
        CHECK_FALSE(parse_weekday(text).has_value());
    }
}

// SPDX-License-Identifier: Apache-2.0
#include "model/daily_series.hpp"
#include "model/error.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

#include <limits>

using namespace plimsoll;
using test::day;

namespace {

std::vector<DayKind> kinds(std::size_t before, std::size_t without, std::size_t after) {
    std::vector<bool> had(before + without + after, true);
    for (std::size_t i = before; i < before + without; ++i) {
        had[i] = false;
    }
    return kinds_of_days(had);
}

} // namespace

TEST_CASE("six days without a session are rest, seven are a gap", "[model][daily_series]") {
    CHECK(kinds(1, 6, 1)[3] == DayKind::rest);
    CHECK(kinds(1, 7, 1)[1] == DayKind::gap);
    CHECK(kinds(1, 7, 1)[7] == DayKind::gap);
    CHECK(kinds(1, 7, 0)[7] == DayKind::gap); // at the end of the log, too
    CHECK(kinds(0, 0, 3)[2] == DayKind::observed);
    CHECK(kinds_of_days({}).empty());
}

TEST_CASE("gaps are found with their first and last day", "[model][daily_series]") {
    const std::vector<DayKind> both = [] {
        std::vector<DayKind> all = kinds(2, 8, 1);
        const std::vector<DayKind> more = kinds(0, 7, 1);
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }();
    const DailySeries series(day("2026-01-01"), std::vector<double>(both.size(), 0.0), both);
    const std::vector<Gap> gaps = series.gaps();
    REQUIRE(gaps.size() == 2);
    CHECK(gaps[0].from == day("2026-01-03"));
    CHECK(gaps[0].to == day("2026-01-10"));
    CHECK(gaps[0].days() == 8);
    CHECK(gaps[1].from == day("2026-01-12"));
}

TEST_CASE("a series knows its days by index and by date", "[model][daily_series]") {
    const DailySeries series(day("2026-02-27"), {1, 2, 3},
                             {DayKind::observed, DayKind::rest, DayKind::observed});
    CHECK(series.last_day() == day("2026-03-01"));
    CHECK(series.index_of(day("2026-02-28")) == 1);
    CHECK(series.day(2) == day("2026-03-01"));
    CHECK_FALSE(series.contains(day("2026-02-26")));
    CHECK_FALSE(series.contains(day("2026-03-02")));
    CHECK_THROWS_AS(series.index_of(day("2026-03-02")), PreconditionError);
}

TEST_CASE("a series refuses what is no load", "[model][daily_series]") {
    const std::vector<DayKind> one{DayKind::observed};
    CHECK_THROWS_AS(DailySeries(day("2026-01-01"), {-1.0}, one), PreconditionError);
    CHECK_THROWS_AS(DailySeries(day("2026-01-01"), {std::numeric_limits<double>::quiet_NaN()}, one),
                    PreconditionError);
    CHECK_THROWS_AS(DailySeries(day("2026-01-01"), {1.0, 2.0}, one), PreconditionError);
}

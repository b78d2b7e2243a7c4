// What the vectors do not say: conditions, states, edges.
// SPDX-License-Identifier: Apache-2.0
#include "model/error.hpp"
#include "risk/acwr.hpp"
#include "risk/coefficient.hpp"
#include "risk/layoff.hpp"
#include "risk/measure.hpp"
#include "risk/monotony.hpp"
#include "risk/spike.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <set>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::risk;
using Catch::Matchers::WithinAbs;
using test::day;
using test::run_on;

namespace {

DailySeries series_of(std::vector<double> loads) {
    std::vector<bool> had;
    for (const double load : loads) {
        had.push_back(load > 0.0);
    }
    return {day("2026-01-01"), std::move(loads), kinds_of_days(had)};
}

std::vector<double> repeated(double load, std::size_t days) {
    return std::vector<double>(days, load);
}

std::vector<double> operator+(std::vector<double> a, const std::vector<double>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

} // namespace

TEST_CASE("a window sum counts days before the series as nothing", "[risk][rolling]") {
    const std::vector<double> loads{1, 2, 3, 4};
    CHECK(window_sum(loads, 3, 2) == 7.0);
    CHECK(window_sum(loads, 1, 28) == 3.0);
    CHECK_THROWS_AS(window_sum(loads, 4, 2), PreconditionError);
    CHECK_THROWS_AS(window_sum(loads, 3, 0), PreconditionError);
}

TEST_CASE("a ratio that does not exist says why", "[risk][acwr]") {
    CHECK(coupled_ratio(repeated(30, 27), 26).status == RatioStatus::warming_up);
    CHECK(coupled_ratio(repeated(30, 28), 27).status == RatioStatus::ok);
    CHECK(coupled_ratio(repeated(0, 28), 27).status == RatioStatus::no_base);
    CHECK(uncoupled_ratio(repeated(30, 3), 2).status == RatioStatus::warming_up);
    CHECK(uncoupled_ratio(repeated(0, 21) + repeated(9, 7), 27).status == RatioStatus::no_base);
    CHECK(Ratio().status == RatioStatus::no_history);
    CHECK_THROWS_AS(ewma_ratios({}, EwmaSeed::first_load), PreconditionError);
    CHECK_THROWS_AS(ewma({}, 7, EwmaSeed::zero), PreconditionError);
}

TEST_CASE("the EWMA ratio is provisional until its seed weighs less than 5 %", "[risk][acwr]") {
    const auto ratios = ewma_ratios(repeated(30, 60), EwmaSeed::first_load);
    CHECK(ratios[0].ratio.status == RatioStatus::warming_up);
    CHECK(ratios[0].ratio.value.has_value());
    CHECK(ratios[41].ratio.status == RatioStatus::warming_up); // (27/29)^41 is 0.053
    CHECK(ratios[42].ratio.status == RatioStatus::ok);         // (27/29)^42 is 0.0497
    CHECK_THAT(ratios[42].seed_weight, WithinAbs(0.0497, 5e-5));
}

TEST_CASE("28 days without load are no base for the EWMA either", "[risk][acwr]") {
    const auto ratios = ewma_ratios(repeated(30, 100) + repeated(0, 28), EwmaSeed::first_load);
    CHECK(ratios[126].ratio.value.has_value());
    CHECK(ratios[127].ratio.status == RatioStatus::no_base);
    CHECK_FALSE(ratios[127].ratio.value.has_value());
    // A log that starts with rest has shown nothing yet.
    CHECK(ewma_ratios(repeated(0, 5), EwmaSeed::first_load)[4].ratio.status ==
          RatioStatus::warming_up);
}

TEST_CASE("the zones belong to the coupled ratio, their borders to the middle", "[risk][acwr]") {
    CHECK(zone_of_coupled(0.79) == RatioZone::low);
    CHECK(zone_of_coupled(0.8) == RatioZone::middle);
    CHECK(zone_of_coupled(1.3) == RatioZone::middle);
    CHECK(zone_of_coupled(1.31) == RatioZone::high);
    CHECK(zone_of_coupled(1.5) == RatioZone::very_high);
}

TEST_CASE("a distance that is none is refused", "[risk][spike]") {
    CHECK_THROWS_AS(spike_level(-1, 10), PreconditionError);
    CHECK_THROWS_AS(spike_level(1, -10), PreconditionError);
    CHECK_THROWS_AS(spike_level(std::nan(""), 10), PreconditionError);
    CHECK_THAT(session_cap_m(10000), WithinAbs(11000, 1e-9));
}

TEST_CASE("the longest run is of the 30 days before, that day left out", "[risk][spike]") {
    const std::vector<Session> sessions{run_on(day("2026-05-01"), 12), run_on(day("2026-05-02"), 8),
                                        run_on(day("2026-05-31"), 20)};
    CHECK(longest_run_before(sessions, day("2026-05-31"))->distance_m == 12000.0);
    CHECK(longest_run_before(sessions, day("2026-06-01"))->distance_m == 20000.0);
    const std::vector<Session> early{sessions[0], sessions[1]};
    CHECK(longest_run_before(early, day("2026-06-01"))->distance_m ==
          8000.0); // 1 May is 31 days ago
    CHECK_FALSE(longest_run_before(early, day("2026-05-01")).has_value());
    Session ride = run_on(day("2026-05-30"), 90);
    ride.sport = Sport::ride;
    CHECK_FALSE(longest_run_before(std::vector{ride}, day("2026-06-01")).has_value());
}

TEST_CASE("the largest spike of a week is found, each run against its own past", "[risk][spike]") {
    std::vector<Session> sessions{run_on(day("2026-05-01"), 10), run_on(day("2026-05-20"), 12),
                                  run_on(day("2026-05-22"), 13), run_on(day("2026-05-24"), 14)};
    const auto spike = largest_spike(sessions, day("2026-05-18"), day("2026-05-24"));
    REQUIRE(spike.has_value());
    CHECK(spike->run.day == day("2026-05-20")); // +20 %; 13 after 12 and 14 after 13 are none
    CHECK(spike->level == SpikeLevel::small);
    CHECK_THAT(spike->excess(), WithinAbs(0.2, 1e-12));
    CHECK_FALSE(largest_spike(sessions, day("2026-05-21"), day("2026-05-24")).has_value());
    CHECK_FALSE(largest_spike(sessions, day("2026-04-01"), day("2026-05-01")).has_value());
}

TEST_CASE("two runs of one day: the later is held against the earlier", "[risk][spike]") {
    Session morning = run_on(day("2026-05-20"), 10);
    Session evening = run_on(day("2026-05-20"), 12);
    const Session base = run_on(day("2026-05-10"), 5);
    morning.start.second = 7 * 3600;
    evening.start.second = 18 * 3600;
    const std::vector<Session> sessions{base, morning, evening};
    const auto spike = largest_spike(sessions, day("2026-05-20"), day("2026-05-20"));
    REQUIRE(spike.has_value());
    CHECK(spike->run.distance_m == 10000.0); // +100 % on 5; the 12 are +20 % on 10
}

TEST_CASE("two weeks without load are a break, 13 days are none", "[risk][layoff]") {
    CHECK(breaks_in(series_of(repeated(5, 3) + repeated(0, 13) + repeated(5, 1))).empty());
    const auto breaks = breaks_in(series_of(repeated(5, 3) + repeated(0, 14) + repeated(5, 1)));
    REQUIRE(breaks.size() == 1);
    CHECK(breaks[0].days_off == 14);
    CHECK(breaks[0].last_before == day("2026-01-03"));
    CHECK(breaks[0].first_back == day("2026-01-18"));
    CHECK(breaks_in(series_of(repeated(0, 30) + repeated(5, 1))).empty()); // before the first load
}

TEST_CASE("a break is recent while it lasts and for 28 days behind it", "[risk][layoff]") {
    const auto open = recent_break(series_of(repeated(5, 3) + repeated(0, 20)));
    REQUIRE(open.has_value());
    CHECK_FALSE(open->first_back.has_value());
    CHECK(open->days_off == 20);
    CHECK(recent_break(series_of(repeated(5, 3) + repeated(0, 20) + repeated(5, 28))).has_value());
    CHECK_FALSE(
        recent_break(series_of(repeated(5, 3) + repeated(0, 20) + repeated(5, 29))).has_value());
    CHECK_THROWS_AS(ladder_share(0), PreconditionError);
    CHECK(ladder_share(5) == 1.0);
}

TEST_CASE("the measure of a log follows from what is in it", "[risk][measure]") {
    Session ride = run_on(day("2026-05-01"), 30);
    ride.sport = Sport::ride;
    const Session run = run_on(day("2026-05-01"), 10);
    Session bare = run;
    bare.distance_m.reset();
    bare.duration_s = 3600;
    const Session rated = test::rated_on(day("2026-05-01"), 5, 60);
    CHECK(default_measure(std::vector{run, ride}) == Measure::distance);
    CHECK(default_measure(std::vector{run, ride, ride}) == Measure::distance); // rides are no team
    CHECK(default_measure(std::vector{run, rated, rated}) == Measure::srpe);
    CHECK(default_measure(std::vector{run, rated, rated}, Sport::run) == Measure::distance);
    CHECK(default_measure(std::vector{run, run, rated}, Sport::soccer) == Measure::srpe);
    CHECK(default_measure(std::vector{bare}) == Measure::duration);
    CHECK(default_measure(std::vector{rated}) == Measure::srpe);
    CHECK(default_measure({}) == Measure::duration);
    Session zoned = bare;
    zoned.hr_zones = HeartRateZones{{60, 60, 60, 60, 60}};
    CHECK(default_measure(std::vector{zoned}) == Measure::duration); // never what is unverified
    for (const std::string_view name : measure_names()) {
        const Measure measure = *parse_measure(name);
        const bool said = unit_of(measure).find("unverified") != std::string_view::npos &&
                          describe(measure).find("unverified") != std::string_view::npos;
        CHECK(said == is_unverified(measure));
    }
    CHECK(is_unverified(Measure::edwards));
    CHECK(parse_measure("srpe") == Measure::srpe);
    CHECK(parse_measure("changes_of_direction") == Measure::changes_of_direction);
    CHECK_FALSE(parse_measure("power").has_value());
    CHECK(default_filter(Measure::distance) == SportFilter::run);
}

TEST_CASE("every published interval is symmetric on the log scale, or is said not to be",
          "[risk][coefficient]") {
    std::set<std::string_view> ids;
    for (const Coefficient& row : coefficients()) {
        INFO(row.id);
        CHECK(ids.insert(row.id).second);
        CHECK_FALSE(row.source.empty());
        CHECK_FALSE(row.population.empty());
        CHECK_FALSE(row.outcome.empty());
        CHECK(row.verification != Verification::unverified); // those are hidden, not registered
        CHECK(row.is_log_symmetric() == row.symmetric);      // F6 is printed with 1.9 for 1.96
        CHECK((row.use == Use::flag || row.ci.has_value())); // no hazard without an interval
    }
}

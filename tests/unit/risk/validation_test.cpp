// SPDX-License-Identifier: Apache-2.0
#include "model/error.hpp"
#include "risk/athlete_days.hpp"
#include "risk/refit.hpp"
#include "risk/validation.hpp"
#include "risk/validation_words.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::risk;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinAbs;
using test::day;

namespace {

constexpr BootstrapPlan plan{200, 1};

// One athlete who trains every second day, 300 AU, from the first day for so many days.
std::vector<Session> steady(const std::string& name, Date first, int days) {
    std::vector<Session> sessions;
    for (int i = 0; i < days; i += 2) {
        sessions.push_back(test::rated_on(first + i, 5, 60));
        sessions.back().athlete = name;
    }
    return sessions;
}

InjuryReport report(const std::string& athlete, Date on) {
    return {athlete, on, "calf_left", "minor", {}};
}

AthleteDays days_of(const std::vector<Session>& sessions, const std::vector<InjuryReport>& reports,
                    Date last) {
    const std::vector<AthleteSessions> athletes{{"ann", sessions}};
    return athlete_days(athletes, reports, {last, Measure::srpe, SportFilter::all, false});
}

std::size_t sum_of(const ReportCounts& r) {
    return r.unknown_athlete + r.after_last_day + r.same_day + r.same_complaint + r.onsets();
}

// Days at each level of the spike, the first so many of them with an onset.
std::vector<AthleteDay> spike_days(const std::vector<std::pair<int, int>>& days_and_onsets) {
    std::vector<AthleteDay> days;
    for (std::size_t level = 0; level < days_and_onsets.size(); ++level) {
        for (int i = 0; i < days_and_onsets[level].first; ++i) {
            AthleteDay one{0, day("2026-01-01"), i < days_and_onsets[level].second};
            one.spike_level = static_cast<SpikeLevel>(level);
            days.push_back(one);
        }
    }
    return days;
}

std::string all_words(const Validation& v) {
    std::string text;
    for (const auto& list : {conclusions_of(v), not_concluded(v)}) {
        for (const std::string& sentence : list) {
            text += sentence + "\n";
        }
    }
    return text;
}

} // namespace

TEST_CASE("reports within 28 days of one another are one complaint", "[risk][validate]") {
    const Date first = day("2026-01-01");
    const auto sessions = steady("ann", first, 120);
    // Day 40, again 28 days later, again 28 days later: one. 29 days later: another.
    const auto days = days_of(sessions,
                              {report("ann", first + 96), report("ann", first + 40),
                               report("ann", first + 68), report("ann", first + 40)},
                              first + 119);
    CHECK(days.reports.rows == 4);
    CHECK(days.reports.same_day == 1);
    CHECK(days.reports.same_complaint == 2);
    CHECK(days.reports.onsets_on_days == 1);
    const auto more =
        days_of(sessions, {report("ann", first + 40), report("ann", first + 69)}, first + 119);
    CHECK(more.reports.onsets_on_days == 2);
}

TEST_CASE("every row of the injuries file ends somewhere", "[risk][validate]") {
    const Date first = day("2026-01-01");
    auto sessions = steady("ann", first, 50);
    const auto later = steady("ann", first + 90, 20);
    sessions.insert(sessions.end(), later.begin(), later.end());
    const std::vector<InjuryReport> reports{report("bob", first + 3),  report("ann", first - 40),
                                            report("ann", first),      report("ann", first + 40),
                                            report("ann", first + 40), report("ann", first + 41),
                                            report("ann", first + 80), report("ann", first + 200)};
    const auto days = days_of(sessions, reports, first + 150);
    CHECK(days.reports.rows == 8);
    CHECK(days.reports.unknown_athlete == 1);
    CHECK(days.reports.after_last_day == 1);
    CHECK(days.reports.same_day == 1);
    CHECK(days.reports.same_complaint == 1);
    CHECK(days.reports.before_log == 2);       // day -40, and the day of the first session
    CHECK(days.reports.without_training == 1); // day 80, 32 days after the last session
    CHECK(days.reports.onsets_on_days == 1);
    CHECK(sum_of(days.reports) == 8);
}

TEST_CASE("a day counts from the second on, near training, away from complaints",
          "[risk][validate]") {
    const Date first = day("2026-01-01");
    // Sessions on days 0, 2, ..., 48: the last day within 7 of one is 55. 1 to 55 is 55 days.
    const auto plain = days_of(steady("ann", first, 50), {}, first + 100);
    CHECK(plain.days.size() == 55);
    CHECK(plain.days.front().day == first + 1);
    CHECK(plain.days.back().day == first + 55);
    // An onset on day 20 counts; the 28 days behind it do not: 55 - 28.
    const auto hurt = days_of(steady("ann", first, 50), {report("ann", first + 20)}, first + 100);
    CHECK(hurt.days.size() == 27);
    CHECK(std::count_if(hurt.days.begin(), hurt.days.end(),
                        [](const AthleteDay& d) { return d.onset; }) == 1);
    // A report every day: only the days before the first.
    std::vector<InjuryReport> always;
    for (int i = 5; i < 100; ++i) {
        always.push_back(report("ann", first + i));
    }
    CHECK(days_of(steady("ann", first, 50), always, first + 100).days.size() == 5);
    // An athlete who stops at once because of the injury keeps the day on which it began.
    const auto stopped =
        days_of(steady("ann", first, 41), {report("ann", first + 41)}, first + 100);
    CHECK(stopped.reports.onsets_on_days == 1);
}

TEST_CASE("a metric is that of the day before: today's load does not count", "[risk][validate]") {
    const Date first = day("2026-01-01");
    auto sessions = steady("ann", first, 60);
    const auto before = days_of(sessions, {}, first + 59);
    sessions.back().rpe = 10; // day 58
    const auto after = days_of(sessions, {}, first + 59);
    const auto at = [&](const AthleteDays& days, std::size_t i) { return days.days.at(i - 1); };
    for (std::size_t i = 1; i <= 58; ++i) {
        CHECK(at(before, i).values == at(after, i).values);
    }
    CHECK(at(before, 59).values != at(after, 59).values);
    // Defined from the morning after the 28th day on: 14 sessions of 300 in 28 days.
    CHECK_FALSE(at(before, 27).value(LoadMetric::coupled));
    CHECK_FALSE(at(before, 27).value(LoadMetric::chronic));
    REQUIRE(at(before, 28).value(LoadMetric::chronic));
    CHECK_THAT(*at(before, 28).value(LoadMetric::chronic), WithinAbs(4200.0, 1e-9));
    // Days 21 to 27: sessions on 22, 24, 26.
    CHECK_THAT(*at(before, 28).value(LoadMetric::acute), WithinAbs(900.0, 1e-9));
    CHECK_THAT(*at(before, 28).value(LoadMetric::coupled), WithinAbs(900.0 * 4 / 4200, 1e-12));
    CHECK_FALSE(at(before, 42).value(LoadMetric::ewma)); // the seed still weighs 5 %
    CHECK(at(before, 44).value(LoadMetric::ewma));
    CHECK_FALSE(at(before, 50).value(LoadMetric::spike)); // no runners
}

TEST_CASE("the spike of a runner is that of the 7 days before", "[risk][validate]") {
    const Date first = day("2026-01-01");
    std::vector<Session> runs;
    for (int i = 0; i < 40; i += 2) {
        runs.push_back(test::run_on(first + i, i == 30 ? 15.0 : 10.0, 60));
        runs.back().athlete = "ann";
    }
    const std::vector<AthleteSessions> athletes{{"ann", runs}};
    const auto days =
        athlete_days(athletes, {}, {first + 39, Measure::distance, SportFilter::run, true});
    const auto at = [&](std::size_t i) { return days.days.at(i - 1); };
    CHECK_FALSE(at(1).value(LoadMetric::spike)); // the first run has nothing before it
    CHECK(at(30).value(LoadMetric::spike) == 1.0);
    CHECK(at(30).spike_level == SpikeLevel::reference);
    for (std::size_t i = 31; i <= 37; ++i) { // 15 km after at most 10 km
        CHECK_THAT(*at(i).value(LoadMetric::spike), WithinAbs(1.5, 1e-12));
        CHECK(at(i).spike_level == SpikeLevel::moderate);
    }
    CHECK(at(38).spike_level == SpikeLevel::reference);
}

TEST_CASE("with enough onsets the spike's coefficients are R's penalised fit", "[risk][refit]") {
    // Days 1000, 200, 150, 60 with 12, 8, 6, 6 onsets. R 4.2.2: optim(method = "BFGS") on the
    // binomial log likelihood less (b - ln HR)^2 / (2 SE^2), SE = (ln high - ln low) / 3.919928;
    // intervals exp(b +- 1.959964 sqrt(diag(solve(H)))).
    const Refit refit =
        refit_coefficients(spike_days({{1000, 12}, {200, 8}, {150, 6}, {60, 6}}), true);
    CHECK(refit.done);
    CHECK(refit.parameters == 3);
    CHECK(refit.onsets == 32);
    const auto hazards =
        std::count_if(coefficients().begin(), coefficients().end(),
                      [](const Coefficient& row) { return row.use == Use::hazard; });
    REQUIRE(std::ssize(refit.rows) == hazards);
    const auto row = [&](std::string_view id) {
        return *std::find_if(refit.rows.begin(), refit.rows.end(),
                             [&](const RefitRow& r) { return r.published->id == id; });
    };
    CHECK(row("F3.small").days == 200);
    CHECK(row("F3.small").onsets == 8);
    CHECK_THAT(*row("F3.small").hazard_ratio, WithinAbs(1.67946627, 1e-6));
    CHECK_THAT(row("F3.small").ci->low, WithinAbs(1.35160067, 1e-5));
    CHECK_THAT(row("F3.small").ci->high, WithinAbs(2.08686412, 1e-5));
    CHECK_THAT(*row("F3.moderate").hazard_ratio, WithinAbs(1.56954657, 1e-6));
    CHECK_THAT(*row("F3.large").hazard_ratio, WithinAbs(2.63530251, 1e-6));
    CHECK_THAT(row("F3.large").ci->high, WithinAbs(3.92602605, 1e-5));
    CHECK_FALSE(row("F1").hazard_ratio);
    CHECK_THAT(row("F1").why, Contains("birth dates"));
    CHECK_THAT(row("F2b").why, Contains("dates of return"));
}

TEST_CASE("with one onset too few nothing is estimated", "[risk][refit]") {
    const Refit refit =
        refit_coefficients(spike_days({{1000, 12}, {200, 8}, {150, 6}, {60, 3}}), true);
    CHECK_FALSE(refit.done);
    CHECK_THAT(refit.why_not, Contains("29 onsets for 3 coefficients, and 30 are needed"));
    for (const RefitRow& row : refit.rows) {
        CHECK_FALSE(row.hazard_ratio);
        CHECK_FALSE(row.why.empty());
    }
    const Refit team = refit_coefficients(spike_days({{1000, 500}}), false);
    CHECK_FALSE(team.done);
    CHECK(team.parameters == 0);
    CHECK_THAT(team.why_not, Contains("no published coefficient can be computed"));
}

TEST_CASE("a log without injuries says that there is nothing to separate", "[risk][validate]") {
    const Date first = day("2026-01-01");
    const auto ann = steady("ann", first, 60);
    const std::vector<AthleteSessions> athletes{{"ann", ann}};
    const ValidationRequest request{first + 59, {}, {}, plan};
    const Validation none = validate(athletes, {}, request);
    CHECK(none.metrics.size() == 7);
    CHECK_FALSE(none.coupled().auc);
    CHECK_FALSE(none.null_comparison.constant_auc);
    CHECK_THAT(conclusions_of(none).front(), Contains("holds no injury"));
    const Validation early = validate(athletes, std::vector{report("ann", first)}, request);
    CHECK_THAT(conclusions_of(early).front(), Contains("No onset falls on a day that counts"));
    const Validation warming = validate(athletes, std::vector{report("ann", first + 9)}, request);
    CHECK_THAT(conclusions_of(warming).front(), Contains("coupled ratio is defined"));
    std::vector<InjuryReport> always;
    for (int i = -30; i < 60; ++i) {
        always.push_back(report("ann", first + i));
    }
    const Validation hurt = validate(athletes, always, request);
    CHECK(hurt.days == 0);
    CHECK_THAT(conclusions_of(hurt).front(), Contains("No day counts"));
    CHECK_THROWS_AS(validate({}, {}, request), PreconditionError);
}

TEST_CASE("one athlete has an AUC but no interval, and the words say why", "[risk][validate]") {
    const Date first = day("2026-01-01");
    auto ann = steady("ann", first, 120);
    ann[40].rpe = 9;
    const std::vector<AthleteSessions> athletes{{"ann", ann}};
    const Validation v =
        validate(athletes, std::vector{report("ann", first + 82)}, {first + 119, {}, {}, plan});
    REQUIRE(v.coupled().auc);
    CHECK_FALSE(v.coupled().ci);
    CHECK_FALSE(v.coupled().calibration);
    CHECK_THAT(conclusions_of(v).front(), Contains("no interval") && Contains("of one athlete"));
    CHECK_THAT(all_words(v), Contains("Probabilities cannot be judged"));
}

TEST_CASE("a ratio made to separate is seen to, and still foretells nothing", "[risk][validate]") {
    // Each of 8 athletes doubles the load for a week before the onset, at a time of its own.
    const Date first = day("2026-01-01");
    std::vector<std::vector<Session>> logs;
    std::vector<InjuryReport> reports;
    for (int a = 0; a < 8; ++a) {
        const std::string name = "a" + std::to_string(a);
        logs.push_back(steady(name, first, 150));
        const int onset = 60 + 8 * a;
        for (Session& session : logs.back()) {
            const int i = session.start.day - first;
            session.rpe = i >= onset - 7 && i < onset ? 10 : 5;
        }
        reports.push_back(report(name, first + onset));
    }
    std::vector<AthleteSessions> athletes;
    for (const auto& log : logs) {
        athletes.push_back({log.front().athlete, log});
    }
    const ValidationRequest request{first + 149, {}, {}, plan};
    const Validation v = validate(athletes, reports, request);
    CHECK(v.coupled().onsets == 8);
    CHECK(v.coupled().separates());
    CHECK(*v.coupled().auc > 0.95);
    CHECK_THAT(conclusions_of(v).front(), Contains("is higher on days on which an injury began") &&
                                              Contains("foretells nobody"));
    REQUIRE(v.coupled().calibration);
    CHECK(*v.coupled().calibration->slope > 0.0); // carries over to athletes it has not seen
    // The same again is the same, to the bit.
    const Validation again = validate(athletes, reports, request);
    CHECK(again.coupled().ci->low == v.coupled().ci->low);
    CHECK(again.null_comparison.shuffled_auc == v.null_comparison.shuffled_auc);
    CHECK(all_words(again) == all_words(v));
}

TEST_CASE("no sentence claims to predict, diagnose or clear", "[risk][validate]") {
    const Date first = day("2026-01-01");
    const auto ann = steady("ann", first, 120);
    const std::vector<AthleteSessions> athletes{{"ann", ann}};
    const Validation v =
        validate(athletes, std::vector{report("ann", first + 82)}, {first + 119, {}, {}, plan});
    const std::string words = all_words(v);
    CHECK_FALSE(not_concluded(v).empty());
    CHECK_THAT(words, Contains("That a metric predicts injury, or that a value of it is safe"));
    for (const char* claim : {"diagnos", "cleared", "proves", "causes injur"}) {
        CHECK(words.find(claim) == std::string::npos);
    }
    CHECK(auc_in_words(std::nullopt, std::nullopt) == "none");
    CHECK(auc_in_words(0.5, std::nullopt) == "0.50 (no interval)");
    CHECK(auc_in_words(0.5, Interval{0.4, 0.6}) == "0.50 (0.40 to 0.60)");
}

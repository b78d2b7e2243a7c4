// Reference values: R 4.2.2, wilcox.test for the AUC (W / (n m)), glm for calibration.
// SPDX-License-Identifier: Apache-2.0
#include "model/error.hpp"
#include "risk/bootstrap.hpp"
#include "risk/calibration.hpp"
#include "risk/discrimination.hpp"
#include "tests/support/reference_sample.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::risk;
using Catch::Matchers::WithinAbs;

namespace {

constexpr BootstrapPlan plan{500, 7};

std::optional<double> auc_of(const std::vector<ScoredDay>& days, std::size_t athletes = 1) {
    return PairCounts(days, athletes).auc();
}

} // namespace

TEST_CASE("the AUC is the share of pairs in the right order, ties as half", "[risk][auc]") {
    CHECK(auc_of({{2, true, 0}, {1, false, 0}}) == 1.0);
    CHECK(auc_of({{1, true, 0}, {2, false, 0}}) == 0.0);
    CHECK(auc_of({{1, true, 0}, {1, false, 0}}) == 0.5);
    // 3 beats 1, 2 and ties 3: 2.5; 2 beats 1 and ties 2: 1.5; 4 of 6 pairs.
    CHECK_THAT(*auc_of({{3, true, 0}, {2, true, 0}, {1, false, 0}, {2, false, 0}, {3, false, 0}}),
               WithinAbs(4.0 / 6.0, 1e-15));
}

TEST_CASE("the AUC is that of R's wilcox.test", "[risk][auc]") {
    std::vector<ScoredDay> days = test::scored(test::reference_sample(), 6);
    CHECK_THAT(*auc_of(days, 6), WithinAbs(0.69739819004525, 1e-12));
    for (ScoredDay& day : days) {
        day.value = std::nearbyint(day.value); // many ties
    }
    CHECK_THAT(*auc_of(days, 6), WithinAbs(0.66402714932127, 1e-12));
}

TEST_CASE("days of one kind have no AUC", "[risk][auc]") {
    CHECK_FALSE(auc_of({}));
    CHECK_FALSE(auc_of({{1, true, 0}, {2, true, 0}}));
    CHECK_FALSE(auc_of({{1, false, 0}}));
}

TEST_CASE("a sample of athletes counts their days as often as they came up", "[risk][auc]") {
    const std::vector<ScoredDay> days{{5, true, 0},  {1, false, 0}, {2, true, 1},
                                      {3, false, 1}, {4, false, 2}, {2, false, 2}};
    const PairCounts pairs(days, 3);
    const auto written_out = [&](const std::vector<std::size_t>& times) {
        std::vector<ScoredDay> sample;
        for (const ScoredDay& day : days) {
            sample.insert(sample.end(), times[day.athlete], day);
        }
        return auc_of(sample, 3);
    };
    for (const std::vector<std::size_t>& times :
         std::vector<std::vector<std::size_t>>{{1, 1, 1}, {3, 0, 0}, {0, 2, 1}, {2, 1, 0}}) {
        CHECK_THAT(*pairs.auc(times), WithinAbs(*written_out(times), 1e-15));
    }
    CHECK_FALSE(pairs.auc(std::vector<std::size_t>{0, 0, 3}));
    CHECK(pairs.onsets() == 2);
    CHECK(pairs.days() == 6);
    CHECK(pairs.injured_athletes() == 2);
    CHECK_THROWS_AS(pairs.auc(std::vector<std::size_t>{1}), PreconditionError);
}

TEST_CASE("an AUC refuses days that are none", "[risk][auc]") {
    CHECK_THROWS_AS(auc_of({{std::numeric_limits<double>::infinity(), true, 0}}),
                    PreconditionError);
    CHECK_THROWS_AS(auc_of({{1, true, 1}}, 1), PreconditionError);
}

TEST_CASE("the interval needs two injured athletes", "[risk][auc][bootstrap]") {
    const std::vector<ScoredDay> one{{1, true, 0}, {2, false, 0}, {3, false, 1}};
    CHECK_FALSE(auc_interval(PairCounts(one, 2), plan));
    const auto days = test::scored(test::reference_sample(), 6);
    const PairCounts pairs(days, 6);
    const auto interval = auc_interval(pairs, plan);
    REQUIRE(interval);
    CHECK(interval->low < *pairs.auc());
    CHECK(interval->high > *pairs.auc());
    CHECK(interval->low >= 0.0);
    CHECK(interval->high <= 1.0);
}

TEST_CASE("a metric is no better than itself", "[risk][auc][bootstrap]") {
    const auto days = test::scored(test::reference_sample(), 6);
    const PairCounts pairs(days, 6);
    const auto interval = difference_interval(pairs, pairs, plan);
    REQUIRE(interval);
    CHECK(interval->low == 0.0);
    CHECK(interval->high == 0.0);
    CHECK_THROWS_AS(difference_interval(pairs, PairCounts(days, 7), plan), PreconditionError);
}

TEST_CASE("the engine is the one that the standard fixes", "[risk][bootstrap]") {
    // [rand.predef]: the 10000th output of a default-constructed mt19937_64.
    std::mt19937_64 engine;
    engine.discard(9999);
    CHECK(engine() == 9981545732273789042ULL);
    // 2^64 - 1 is a multiple of 5: only an output of exactly that is drawn again.
    std::mt19937_64 again(5489);
    Draw draw(5489);
    for (int i = 0; i < 100; ++i) {
        CHECK(draw.below(5) == again() % 5);
    }
    CHECK(Draw(1).below(1) == 0);
    CHECK_THROWS_AS(Draw(1).below(0), PreconditionError);
}

TEST_CASE("draws are even and a shuffle keeps its values", "[risk][bootstrap]") {
    Draw draw(3);
    std::array<int, 7> counts{};
    for (int i = 0; i < 70'000; ++i) {
        ++counts.at(draw.below(7));
    }
    for (const int count : counts) {
        CHECK(std::abs(count - 10'000) < 463); // 5 standard deviations of 92.6
    }
    std::vector<double> values{1, 2, 3, 4, 5};
    draw.shuffle(values);
    std::sort(values.begin(), values.end());
    CHECK(values == std::vector<double>{1, 2, 3, 4, 5});
}

TEST_CASE("the bootstrap of a mean has the width that theory gives it", "[risk][bootstrap]") {
    // 40 athletes with values 1 to 40: SD 11.5434, so the interval is near 20.5 +- 1.96 x 1.8252.
    const auto mean = [](std::span<const std::size_t> times) -> std::optional<double> {
        double sum = 0.0;
        for (std::size_t i = 0; i < times.size(); ++i) {
            sum += static_cast<double>(times[i] * (i + 1));
        }
        return sum / static_cast<double>(times.size());
    };
    const auto interval = cluster_bootstrap(40, {4000, 1}, mean);
    REQUIRE(interval);
    CHECK_THAT(interval->low, WithinAbs(20.5 - 3.577, 0.25));
    CHECK_THAT(interval->high, WithinAbs(20.5 + 3.577, 0.25));
    const auto again = cluster_bootstrap(40, {4000, 1}, mean);
    CHECK(again->low == interval->low); // to the bit
    CHECK(again->high == interval->high);
    CHECK_FALSE(cluster_bootstrap(1, {4000, 1}, mean));
    CHECK_FALSE(cluster_bootstrap(3, {10, 1}, [](auto) { return std::optional<double>(); }));
}

TEST_CASE("cross-validated Brier score and calibration are those of R's glm",
          "[risk][calibration]") {
    // R: for each fold glm(y ~ x1) on the other athletes, predict on its own; then
    // glm(y ~ 1 + offset(lp)) and glm(y ~ lp).
    const test::ReferenceSample sample = test::reference_sample();
    const auto six = calibrate(test::scored(sample, 6), 6); // a fold an athlete
    REQUIRE(six);
    CHECK_THAT(six->brier, WithinAbs(0.232688462532, 1e-9));
    CHECK_THAT(six->brier_reference, WithinAbs(0.2612, 1e-9));
    CHECK_THAT(six->scaled_brier(), WithinAbs(1.0 - 0.232688462532 / 0.2612, 1e-9));
    CHECK_THAT(six->intercept, WithinAbs(-0.0263242637879, 1e-8));
    REQUIRE(six->slope);
    CHECK_THAT(*six->slope, WithinAbs(0.670808547334, 1e-8));
    CHECK_THAT(six->slope_ci->high, WithinAbs(0.670808547334 + 1.959964 * 0.369403833421, 1e-6));
    const auto many = calibrate(test::scored(sample, 23), 23); // 23 athletes dealt into ten folds
    REQUIRE(many);
    CHECK_THAT(many->brier, WithinAbs(0.230721800841, 1e-9));
}

TEST_CASE("where no model can be fitted there is no calibration", "[risk][calibration]") {
    const auto days = test::scored(test::reference_sample(), 1);
    CHECK_FALSE(calibrate(days, 1)); // nobody is left to learn from
    CHECK_FALSE(calibrate({}, 0));
    std::vector<ScoredDay> same = test::scored(test::reference_sample(), 6);
    for (ScoredDay& day : same) {
        day.value = 1.0;
    }
    CHECK_FALSE(calibrate(same, 6));
    // All onsets of one athlete: without it there are none.
    std::vector<ScoredDay> one = test::scored(test::reference_sample(), 6);
    for (ScoredDay& day : one) {
        day.onset = day.onset && day.athlete == 0;
    }
    CHECK_FALSE(calibrate(one, 6));
}

TEST_CASE("the Brier score is the mean squared error", "[risk][calibration]") {
    const std::vector<ScoredDay> days{{0, true, 0}, {0, false, 0}};
    CHECK_THAT(brier_score(days, std::vector{0.8, 0.4}), WithinAbs((0.04 + 0.16) / 2.0, 1e-15));
    CHECK_THROWS_AS(brier_score(days, std::vector{0.8}), PreconditionError);
    CHECK_THROWS_AS(brier_score({}, std::vector<double>()), PreconditionError);
}

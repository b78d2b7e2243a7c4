// What holds of every AUC, every draw and every shrunk fit.
// SPDX-License-Identifier: Apache-2.0
#include "risk/bootstrap.hpp"
#include "risk/discrimination.hpp"
#include "risk/penalised_fit.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

using namespace plimsoll::risk;

namespace {

constexpr std::size_t athletes = 5;

// Up to 60 days of 5 athletes, with many equal values.
std::vector<ScoredDay> any_days() {
    const auto count = *rc::gen::inRange(2, 60);
    std::vector<ScoredDay> days;
    for (int i = 0; i < count; ++i) {
        days.push_back({*rc::gen::inRange(-20, 20) / 4.0, *rc::gen::inRange(0, 4) == 0,
                        *rc::gen::inRange<std::size_t>(0, athletes)});
    }
    return days;
}

template <class Change>
std::vector<ScoredDay> with_values(std::vector<ScoredDay> days, Change change) {
    for (ScoredDay& day : days) {
        day.value = change(day.value);
    }
    return days;
}

std::optional<double> auc_of(const std::vector<ScoredDay>& days) {
    return PairCounts(days, athletes).auc();
}

bool close(const std::optional<double>& a, const std::optional<double>& b) {
    return a.has_value() == b.has_value() && (!a || std::fabs(*a - *b) <= 1e-12);
}

} // namespace

TEST_CASE("a rising transform leaves the AUC as it is", "[properties][auc]") {
    CHECK(rc::check([] {
        const auto days = any_days();
        RC_ASSERT(
            close(auc_of(days), auc_of(with_values(days, [](double x) { return std::exp(x); }))));
        RC_ASSERT(
            close(auc_of(days), auc_of(with_values(days, [](double x) { return 3 * x + 7; }))));
    }));
}

TEST_CASE("turning the values round turns the AUC round", "[properties][auc]") {
    CHECK(rc::check([] {
        const auto days = any_days();
        const auto auc = auc_of(days);
        const auto turned = auc_of(with_values(days, [](double x) { return -x; }));
        RC_ASSERT(close(turned, auc ? std::optional(1.0 - *auc) : std::nullopt));
    }));
}

TEST_CASE("the AUC is the share of pairs, counted one by one", "[properties][auc]") {
    CHECK(rc::check([] {
        const auto days = any_days();
        double won = 0.0;
        double pairs = 0.0;
        for (const ScoredDay& onset : days) {
            for (const ScoredDay& other : days) {
                if (onset.onset && !other.onset) {
                    pairs += 1.0;
                    won += onset.value > other.value ? 1.0 : onset.value == other.value ? 0.5 : 0.0;
                }
            }
        }
        RC_ASSERT(close(auc_of(days), pairs > 0 ? std::optional(won / pairs) : std::nullopt));
    }));
}

TEST_CASE("neither order of days nor name of athletes changes an AUC", "[properties][auc]") {
    CHECK(rc::check([] {
        auto days = any_days();
        const auto auc = auc_of(days);
        std::reverse(days.begin(), days.end());
        for (ScoredDay& day : days) {
            day.athlete = athletes - 1 - day.athlete;
        }
        RC_ASSERT(close(auc, auc_of(days)));
    }));
}

TEST_CASE("the same seed draws the same interval", "[properties][bootstrap]") {
    CHECK(rc::check([] {
        const PairCounts pairs(any_days(), athletes);
        const BootstrapPlan plan{50, *rc::gen::arbitrary<std::uint64_t>()};
        const auto one = auc_interval(pairs, plan);
        const auto two = auc_interval(pairs, plan);
        RC_ASSERT(one.has_value() == two.has_value());
        const bool same = !one || (one->low == two->low && one->high == two->high);
        RC_ASSERT(same);
        const bool in_order = !one || one->low <= one->high;
        RC_ASSERT(in_order);
    }));
}

TEST_CASE("a shrunk coefficient stays between the prior and what the data alone say",
          "[properties][fit]") {
    CHECK(rc::check([] {
        LogisticData data;
        data.columns = 2;
        for (int i = 0; i < 40; ++i) {
            // The first four rows are one of each kind, so that the data alone have an answer.
            const bool exposed = i % 2 == 1;
            const bool onset = i < 4 ? i < 2 : *rc::gen::inRange(0, 3) == 0;
            data.cells.insert(data.cells.end(), {1.0, exposed ? 1.0 : 0.0});
            data.onsets.push_back(onset);
        }
        const GaussianPrior prior{*rc::gen::inRange(-20, 21) / 10.0,
                                  *rc::gen::inRange(1, 20) / 10.0};
        const auto alone = fit_logistic(data, std::vector<std::optional<GaussianPrior>>(2));
        const auto shrunk =
            fit_logistic(data, std::vector<std::optional<GaussianPrior>>{std::nullopt, prior});
        RC_ASSERT(alone.has_value());
        RC_ASSERT(shrunk.has_value());
        const double data_says = alone->coefficients[1];
        RC_ASSERT(shrunk->coefficients[1] >= std::min(prior.mean, data_says) - 1e-9);
        RC_ASSERT(shrunk->coefficients[1] <= std::max(prior.mean, data_says) + 1e-9);
        RC_ASSERT(shrunk->standard_errors[1] <= prior.standard_error + 1e-12);
    }));
}

TEST_CASE("a prior without doubt is kept, whatever the data", "[properties][fit]") {
    CHECK(rc::check([] {
        LogisticData data;
        data.columns = 1;
        const auto rows = *rc::gen::inRange<std::size_t>(0, 30);
        for (std::size_t i = 0; i < rows; ++i) {
            data.cells.push_back(1.0);
            data.onsets.push_back(*rc::gen::arbitrary<bool>());
        }
        const double mean = *rc::gen::inRange(-30, 31) / 10.0;
        const auto fit = fit_logistic(
            data, std::vector<std::optional<GaussianPrior>>{GaussianPrior{mean, 1e-6}});
        RC_ASSERT(fit.has_value());
        RC_ASSERT(std::fabs(fit->coefficients[0] - mean) < 1e-9);
    }));
}

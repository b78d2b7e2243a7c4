// Expected values are of R 4.2.2 (2022-11-10 r83330): glm(family = binomial) with epsilon 1e-14,
// and optim(method = "BFGS", reltol = 1e-16) on the penalised likelihood with its gradient;
// standard errors there from solve(t(X) W X + diag(1 / s^2)). SPDX-License-Identifier: Apache-2.0
#include "model/error.hpp"
#include "risk/penalised_fit.hpp"
#include "tests/support/reference_sample.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::risk;
using Catch::Matchers::WithinAbs;

namespace {

using Priors = std::vector<std::optional<GaussianPrior>>;

const Priors no_priors(3);

LogisticData with_both_columns() {
    const test::ReferenceSample sample = test::reference_sample();
    LogisticData data;
    data.columns = 3;
    for (std::size_t i = 0; i < sample.y.size(); ++i) {
        data.cells.insert(data.cells.end(), {1.0, sample.x1[i], sample.x2[i]});
    }
    data.onsets = sample.y;
    return data;
}

void check_close(const std::vector<double>& got, const std::vector<double>& want,
                 double tolerance) {
    REQUIRE(got.size() == want.size());
    for (std::size_t i = 0; i < got.size(); ++i) {
        CHECK_THAT(got[i], WithinAbs(want[i], tolerance));
    }
}

} // namespace

TEST_CASE("the reference sample is the one that R has", "[risk][fit]") {
    const test::ReferenceSample sample = test::reference_sample();
    CHECK(std::count(sample.y.begin(), sample.y.end(), true) == 26);
    CHECK_THAT(std::accumulate(sample.x1.begin(), sample.x1.end(), 0.0), WithinAbs(7.54, 1e-9));
    CHECK(std::accumulate(sample.x2.begin(), sample.x2.end(), 0.0) == 14.0);
}

TEST_CASE("without priors the fit is R's glm", "[risk][fit]") {
    const auto fit = fit_logistic(with_both_columns(), no_priors);
    REQUIRE(fit);
    check_close(fit->coefficients, {-0.657690469860, 0.750697618643, 0.993710601134}, 1e-8);
    check_close(fit->standard_errors, {0.3566523838, 0.2731516776, 0.7101346587}, 1e-7);
}

TEST_CASE("with priors the fit is R's optim on the penalised likelihood", "[risk][fit]") {
    const Priors priors{std::nullopt, GaussianPrior{std::log(1.64), 0.114},
                        GaussianPrior{std::log(2.28), 0.215}};
    const auto fit = fit_logistic(with_both_columns(), priors);
    REQUIRE(fit);
    check_close(fit->coefficients, {-0.559911536794, 0.536628432527, 0.820158312882}, 1e-6);
    check_close(fit->standard_errors, {0.2785681527, 0.1026971873, 0.2038672838}, 1e-6);
}

TEST_CASE("an offset counts as it is", "[risk][fit]") {
    const test::ReferenceSample sample = test::reference_sample();
    LogisticData data;
    data.columns = 1;
    data.cells.assign(sample.y.size(), 1.0);
    data.onsets = sample.y;
    for (const double x : sample.x1) {
        data.offsets.push_back(0.3 * x - 0.5);
    }
    const auto fit = fit_logistic(data, Priors(1)); // glm(y ~ 1 + offset(0.3 * x1 - 0.5))
    REQUIRE(fit);
    CHECK_THAT(fit->coefficients[0], WithinAbs(0.185013928202, 1e-8));
    CHECK_THAT(fit->standard_errors[0], WithinAbs(0.264648460073, 1e-7));
}

TEST_CASE("without data the prior comes back exactly", "[risk][fit]") {
    LogisticData data;
    data.columns = 2;
    const auto fit =
        fit_logistic(data, Priors{GaussianPrior{0.494, 0.114}, GaussianPrior{-3.0, 2.0}});
    REQUIRE(fit);
    CHECK(fit->coefficients == std::vector{0.494, -3.0});
    check_close(fit->standard_errors, {0.114, 2.0}, 1e-12);
    CHECK(fit->steps == 0);
    // A column that is 0 in every row holds no data about its coefficient.
    data.cells = {1, 0, 1, 0, 1, 0};
    data.onsets = {true, false, false};
    const auto half = fit_logistic(data, Priors{std::nullopt, GaussianPrior{0.494, 0.114}});
    REQUIRE(half);
    CHECK(half->coefficients[1] == 0.494);
    CHECK_THAT(half->coefficients[0], WithinAbs(std::log(0.5), 1e-9)); // 1 of 3
}

TEST_CASE("what the data do not pin down is not made up", "[risk][fit]") {
    LogisticData data;
    data.columns = 1;
    CHECK_FALSE(fit_logistic(data, Priors(1))); // no row
    data.cells = {1, 1, 1};
    data.onsets = {true, true, true};
    CHECK_FALSE(fit_logistic(data, Priors(1))); // nothing but onsets
    data.onsets = {false, false, false};
    CHECK_FALSE(fit_logistic(data, Priors(1))); // none
    data.columns = 2;
    data.cells = {1, 1, 1, 2, 1, 3, 1, 4};
    data.onsets = {false, false, true, true};
    CHECK_FALSE(fit_logistic(data, Priors(2))); // separated between 2 and 3
    CHECK(fit_logistic(data, Priors{std::nullopt, GaussianPrior{0.0, 1.0}}));
    data.cells = {1, 2, 1, 2, 1, 2, 1, 2};
    data.onsets = {false, true, false, true};
    CHECK_FALSE(fit_logistic(data, Priors(2))); // two columns that say the same
}

TEST_CASE("far starts come home: each step is halved until it gains", "[risk][fit]") {
    // From a prior mean of 30 a full Newton step overshoots by far.
    LogisticData data = with_both_columns();
    const Priors priors{GaussianPrior{30.0, 1e3}, GaussianPrior{-30.0, 1e3},
                        GaussianPrior{30.0, 1e3}};
    const auto fit = fit_logistic(data, priors);
    REQUIRE(fit);
    check_close(fit->coefficients, {-0.657690469860, 0.750697618643, 0.993710601134}, 1e-4);
}

TEST_CASE("a fit refuses what does not match", "[risk][fit]") {
    const LogisticData good = with_both_columns();
    CHECK_THROWS_AS(fit_logistic(good, Priors(2)), PreconditionError);
    CHECK_THROWS_AS(fit_logistic(LogisticData{}, Priors()), PreconditionError);
    LogisticData bad = good;
    bad.cells.pop_back();
    CHECK_THROWS_AS(fit_logistic(bad, no_priors), PreconditionError);
    bad = good;
    bad.offsets = {1.0};
    CHECK_THROWS_AS(fit_logistic(bad, no_priors), PreconditionError);
    bad = good;
    bad.cells[1] = std::numeric_limits<double>::quiet_NaN();
    CHECK_THROWS_AS(fit_logistic(bad, no_priors), PreconditionError);
    CHECK_THROWS_AS(fit_logistic(good, Priors{std::nullopt, std::nullopt, GaussianPrior{0.0, 0.0}}),
                    PreconditionError);
}

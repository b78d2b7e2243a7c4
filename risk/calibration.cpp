// Cross-validated calibration.
// SPDX-License-Identifier: Apache-2.0
#include "risk/calibration.hpp"

#include "model/error.hpp"
#include "risk/coefficient.hpp"
#include "risk/penalised_fit.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace plimsoll::risk {
namespace {

constexpr double widest_error = 100.0; // standard errors of a slope that the data do not pin down
constexpr double least_probability = 1e-9; // keeps a logit finite

double logit_of(double probability) {
    const double p = std::clamp(probability, least_probability, 1.0 - least_probability);
    return std::log(p / (1.0 - p));
}

struct Spread {
    double mean;
    double deviation;
};

Spread spread_of(const std::vector<double>& values) {
    double mean = 0.0;
    for (const double value : values) {
        mean += value / static_cast<double>(values.size());
    }
    double squares = 0.0;
    for (const double value : values) {
        squares += (value - mean) * (value - mean);
    }
    return {mean, std::sqrt(squares / static_cast<double>(values.size()))};
}

// Intercept, and a column where there is one.
std::optional<LogisticFit> fitted(const std::vector<double>& column,
                                  const std::vector<bool>& onsets,
                                  const std::vector<double>& offsets = {}) {
    LogisticData data;
    data.columns = column.empty() ? 1 : 2;
    data.cells.reserve(data.columns * onsets.size());
    for (std::size_t i = 0; i < onsets.size(); ++i) {
        data.cells.push_back(1.0);
        if (!column.empty()) {
            data.cells.push_back(column[i]);
        }
    }
    data.onsets = onsets;
    data.offsets = offsets;
    const std::vector<std::optional<GaussianPrior>> none(data.columns);
    std::optional<LogisticFit> fit = fit_logistic(data, none);
    const bool pinned = fit && std::all_of(fit->standard_errors.begin(), fit->standard_errors.end(),
                                           [](double error) { return error < widest_error; });
    return pinned ? fit : std::nullopt;
}

struct Predictions {
    std::vector<double> model;
    std::vector<double> rate; // of the athletes outside the fold
};

// Fills in the days of one fold; false where the others' days do not allow a model.
bool predict_fold(std::span<const ScoredDay> days, std::size_t folds, std::size_t fold,
                  Predictions& out) {
    std::vector<double> values;
    std::vector<bool> onsets;
    for (const ScoredDay& day : days) {
        if (day.athlete % folds != fold) {
            values.push_back(day.value);
            onsets.push_back(day.onset);
        }
    }
    const auto count = static_cast<double>(std::count(onsets.begin(), onsets.end(), true));
    if (values.empty()) {
        return false;
    }
    const Spread spread = spread_of(values);
    if (!(spread.deviation > 0.0)) {
        return false;
    }
    for (double& value : values) {
        value = (value - spread.mean) / spread.deviation;
    }
    const std::optional<LogisticFit> fit = fitted(values, onsets);
    if (!fit) {
        return false;
    }
    for (std::size_t i = 0; i < days.size(); ++i) {
        if (days[i].athlete % folds == fold) {
            const double z = (days[i].value - spread.mean) / spread.deviation;
            out.model[i] = probability_of(fit->coefficients[0] + fit->coefficients[1] * z);
            out.rate[i] = count / static_cast<double>(values.size());
        }
    }
    return true;
}

} // namespace

double brier_score(std::span<const ScoredDay> days, std::span<const double> probabilities) {
    require(!days.empty(), "brier_score: no day");
    require(days.size() == probabilities.size(), "brier_score: one probability a day");
    double sum = 0.0;
    for (std::size_t i = 0; i < days.size(); ++i) {
        const double error = probabilities[i] - (days[i].onset ? 1.0 : 0.0);
        sum += error * error;
    }
    return sum / static_cast<double>(days.size());
}

std::optional<Calibration> calibrate(std::span<const ScoredDay> days, std::size_t athletes) {
    const std::size_t folds = std::min(athletes, most_folds);
    if (folds < 2) {
        return std::nullopt;
    }
    Predictions predictions{std::vector<double>(days.size()), std::vector<double>(days.size())};
    for (std::size_t fold = 0; fold < folds; ++fold) {
        if (!predict_fold(days, folds, fold, predictions)) {
            return std::nullopt;
        }
    }
    std::vector<bool> onsets;
    std::vector<double> logits;
    for (std::size_t i = 0; i < days.size(); ++i) {
        onsets.push_back(days[i].onset);
        logits.push_back(logit_of(predictions.model[i]));
    }
    const std::optional<LogisticFit> in_the_large = fitted({}, onsets, logits);
    if (!in_the_large) {
        return std::nullopt;
    }
    Calibration result;
    result.brier = brier_score(days, predictions.model);
    result.brier_reference = brier_score(days, predictions.rate);
    result.intercept = in_the_large->coefficients[0];
    // Centred: the slope is the same, and the intercept does not take its error along.
    const Spread spread = spread_of(logits);
    for (double& logit : logits) {
        logit -= spread.mean;
    }
    if (const std::optional<LogisticFit> line = fitted(logits, onsets)) {
        const double slope = line->coefficients[1];
        const double margin = normal_975 * line->standard_errors[1];
        result.slope = slope;
        result.slope_ci = Interval{slope - margin, slope + margin};
    }
    return result;
}

} // namespace plimsoll::risk

// Newton's method on the penalised likelihood.
// SPDX-License-Identifier: Apache-2.0
#include "risk/penalised_fit.hpp"

#include "model/error.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <algorithm>
#include <cmath>

namespace plimsoll::risk {
namespace {

constexpr int most_steps = 200;
constexpr int most_halvings = 60;
constexpr double smallest_gain = 1e-12;       // of the log likelihood
constexpr double armijo = 1e-4;               // share of the expected gain that a step must bring
constexpr double smallest_condition = 1e-12;  // reciprocal, of the scaled curvature
constexpr double smallest_information = 1e-6; // sum p (1 - p): below it every row is fitted exactly

using Priors = std::span<const std::optional<GaussianPrior>>;

double log_one_plus_exp(double x) noexcept {
    return x > 0.0 ? x + std::log1p(std::exp(-x)) : std::log1p(std::exp(x));
}

class Problem {
public:
    Problem(const LogisticData& data, Priors priors) : data_(data), priors_(priors) {}

    Eigen::VectorXd start() const {
        Eigen::VectorXd b = Eigen::VectorXd::Zero(size());
        for (Eigen::Index k = 0; k < size(); ++k) {
            b[k] = prior(k) ? prior(k)->mean : 0.0;
        }
        return b;
    }

    double objective(const Eigen::VectorXd& b) const {
        double sum = 0.0;
        for (std::size_t i = 0; i < data_.onsets.size(); ++i) {
            const double eta = logit(b, i);
            sum += (data_.onsets[i] ? eta : 0.0) - log_one_plus_exp(eta);
        }
        for (Eigen::Index k = 0; k < size(); ++k) {
            if (prior(k)) {
                const double z = (b[k] - prior(k)->mean) / prior(k)->standard_error;
                sum -= z * z / 2.0;
            }
        }
        return sum;
    }

    // Sets the gradient and the curvature (minus the second derivatives) at b. The sums over rows
    // run over plain numbers: this loop is the program's hottest.
    void derive(const Eigen::VectorXd& b) {
        const std::size_t columns = data_.columns;
        std::vector<double> slopes(columns, 0.0);
        std::vector<double> curves(columns * columns, 0.0);
        information = 0.0;
        const double* row = data_.cells.data();
        for (std::size_t i = 0; i < data_.onsets.size(); ++i, row += columns) {
            const double p = probability_of(logit(b, i));
            const double residual = (data_.onsets[i] ? 1.0 : 0.0) - p;
            const double weight = p * (1.0 - p);
            information += weight;
            for (std::size_t k = 0; k < columns; ++k) {
                slopes[k] += residual * row[k];
                for (std::size_t l = 0; l < columns; ++l) {
                    curves[k * columns + l] += weight * row[k] * row[l];
                }
            }
        }
        gradient = Eigen::Map<const Eigen::VectorXd>(slopes.data(), size());
        curvature = Eigen::Map<const Eigen::MatrixXd>(curves.data(), size(), size());
        for (Eigen::Index k = 0; k < size(); ++k) {
            if (prior(k)) {
                const double precision =
                    1.0 / (prior(k)->standard_error * prior(k)->standard_error);
                gradient[k] -= precision * (b[k] - prior(k)->mean);
                curvature(k, k) += precision;
            }
        }
    }

    // Rows pin down the coefficients without a prior.
    bool informed() const {
        return information >= smallest_information ||
               std::all_of(priors_.begin(), priors_.end(),
                           [](const auto& prior) { return prior.has_value(); });
    }

    Eigen::VectorXd gradient;
    Eigen::MatrixXd curvature;
    double information = 0.0;

private:
    Eigen::Index size() const { return static_cast<Eigen::Index>(data_.columns); }

    const std::optional<GaussianPrior>& prior(Eigen::Index k) const {
        return priors_[static_cast<std::size_t>(k)];
    }

    double logit(const Eigen::VectorXd& b, std::size_t row) const {
        const double* cells = data_.cells.data() + row * data_.columns;
        const double* coefficients = b.data();
        double eta = data_.offsets.empty() ? 0.0 : data_.offsets[row];
        for (std::size_t k = 0; k < data_.columns; ++k) {
            eta += cells[k] * coefficients[k];
        }
        return eta;
    }

    const LogisticData& data_;
    Priors priors_;
};

void check(const LogisticData& data, Priors priors) {
    require(data.columns > 0, "fit_logistic: no coefficient");
    require(priors.size() == data.columns, "fit_logistic: one prior, or none, a column");
    require(data.cells.size() == data.columns * data.onsets.size(),
            "fit_logistic: columns cells a row");
    require(data.offsets.empty() || data.offsets.size() == data.onsets.size(),
            "fit_logistic: one offset a row");
    const auto finite = [](double x) { return std::isfinite(x); };
    require(std::all_of(data.cells.begin(), data.cells.end(), finite) &&
                std::all_of(data.offsets.begin(), data.offsets.end(), finite),
            "fit_logistic: cells and offsets are finite");
    require(std::all_of(priors.begin(), priors.end(),
                        [](const auto& prior) {
                            return !prior || (std::isfinite(prior->mean) &&
                                              std::isfinite(prior->standard_error) &&
                                              prior->standard_error > 0.0);
                        }),
            "fit_logistic: a prior is finite, its standard error above 0");
}

// The curvature with a diagonal of ones, so that its condition does not hang on units.
std::optional<Eigen::LDLT<Eigen::MatrixXd>> factored(const Eigen::MatrixXd& curvature,
                                                     Eigen::VectorXd& scale) {
    if (curvature.diagonal().minCoeff() <= 0.0) {
        return std::nullopt;
    }
    scale = curvature.diagonal().cwiseSqrt().cwiseInverse();
    const Eigen::MatrixXd scaled = scale.asDiagonal() * curvature * scale.asDiagonal();
    Eigen::LDLT<Eigen::MatrixXd> factors(scaled);
    if (factors.info() != Eigen::Success || !factors.isPositive() ||
        factors.vectorD().minCoeff() < smallest_condition) {
        return std::nullopt;
    }
    return factors;
}

LogisticFit result_at(const Eigen::VectorXd& b, const Eigen::LDLT<Eigen::MatrixXd>& factors,
                      const Eigen::VectorXd& scale, int steps) {
    const Eigen::MatrixXd inverse = factors.solve(Eigen::MatrixXd::Identity(b.size(), b.size()));
    LogisticFit fit;
    fit.steps = steps;
    for (Eigen::Index k = 0; k < b.size(); ++k) {
        fit.coefficients.push_back(b[k]);
        fit.standard_errors.push_back(scale[k] * std::sqrt(inverse(k, k)));
    }
    return fit;
}

} // namespace

double probability_of(double logit) noexcept {
    return 1.0 / (1.0 + std::exp(-logit));
}

std::optional<LogisticFit> fit_logistic(const LogisticData& data, Priors priors) {
    check(data, priors);
    Problem problem(data, priors);
    Eigen::VectorXd b = problem.start();
    double height = problem.objective(b);
    Eigen::VectorXd scale;
    for (int steps = 0; steps < most_steps; ++steps) {
        problem.derive(b);
        const auto factors = factored(problem.curvature, scale);
        if (!factors || !problem.informed()) {
            return std::nullopt;
        }
        const Eigen::VectorXd scaled_gradient = scale.cwiseProduct(problem.gradient);
        const Eigen::VectorXd direction = scale.cwiseProduct(factors->solve(scaled_gradient));
        const double slope = problem.gradient.dot(direction); // twice the expected gain
        if (slope / 2.0 <= smallest_gain) {
            return result_at(b + direction, *factors, scale, steps);
        }
        double length = 1.0;
        Eigen::VectorXd next = b + direction;
        double next_height = problem.objective(next);
        for (int halvings = 0; !(next_height >= height + armijo * length * slope); ++halvings) {
            if (halvings == most_halvings) {
                return result_at(b, *factors, scale, steps); // no step rises: rounding is reached
            }
            length /= 2.0;
            next = b + length * direction;
            next_height = problem.objective(next);
        }
        b = next;
        height = next_height;
    }
    return std::nullopt;
}

} // namespace plimsoll::risk

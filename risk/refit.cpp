// Shrunk estimates.
// SPDX-License-Identifier: Apache-2.0
#include "risk/refit.hpp"

#include "model/words.hpp"
#include "risk/penalised_fit.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace plimsoll::risk {
namespace {

struct SpikeColumn {
    std::string_view id;
    SpikeLevel level;
};

constexpr std::array spike_columns{SpikeColumn{"F3.small", SpikeLevel::small},
                                   SpikeColumn{"F3.moderate", SpikeLevel::moderate},
                                   SpikeColumn{"F3.large", SpikeLevel::large}};

std::optional<SpikeLevel> level_of(std::string_view id) {
    for (const SpikeColumn& column : spike_columns) {
        if (column.id == id) {
            return column.level;
        }
    }
    return std::nullopt;
}

std::string why_not_computable(const Coefficient& row) {
    if (level_of(row.id)) {
        return say("found in runners, and this log is not of runners");
    }
    if (row.id == "F1") {
        return say("needs birth dates, which neither file has");
    }
    if (row.id.substr(0, 2) == "F2") {
        return say("needs dates of return from calf strains, which neither file has");
    }
    return say("cannot be computed from a log and its injuries");
}

bool has_level(const AthleteDay& day) {
    return day.spike_level.has_value();
}

// An intercept and one column a level above the reference.
LogisticData spike_data(std::span<const AthleteDay> days) {
    LogisticData data;
    data.columns = 1 + spike_columns.size();
    for (const AthleteDay& day : days) {
        if (!has_level(day)) {
            continue;
        }
        data.onsets.push_back(day.onset);
        data.cells.push_back(1.0);
        for (const SpikeColumn& column : spike_columns) {
            data.cells.push_back(day.spike_level == column.level ? 1.0 : 0.0);
        }
    }
    return data;
}

std::optional<LogisticFit> shrunk_fit(std::span<const AthleteDay> days) {
    std::vector<std::optional<GaussianPrior>> priors(1);
    for (const SpikeColumn& column : spike_columns) {
        const Coefficient& published = coefficient(column.id);
        priors.emplace_back(GaussianPrior{published.beta(), published.standard_error().value()});
    }
    return fit_logistic(spike_data(days), priors);
}

void put_estimates(const LogisticFit& fit, Refit& refit) {
    for (RefitRow& row : refit.rows) {
        for (std::size_t k = 0; k < spike_columns.size(); ++k) {
            if (spike_columns[k].id == row.published->id) {
                const double beta = fit.coefficients[k + 1];
                const double margin = normal_975 * fit.standard_errors[k + 1];
                row.hazard_ratio = std::exp(beta);
                row.ci = Interval{std::exp(beta - margin), std::exp(beta + margin)};
            }
        }
    }
}

} // namespace

Refit refit_coefficients(std::span<const AthleteDay> days, bool runners) {
    Refit refit;
    for (const Coefficient& published : coefficients()) {
        if (published.use != Use::hazard) {
            continue;
        }
        RefitRow row;
        row.published = &published;
        const std::optional<SpikeLevel> level = level_of(published.id);
        row.computable = runners && level.has_value();
        if (row.computable) {
            ++refit.parameters;
            for (const AthleteDay& day : days) {
                const bool here = day.spike_level == level;
                row.days += here ? 1U : 0U;
                row.onsets += here && day.onset ? 1U : 0U;
            }
        } else {
            row.why = why_not_computable(published);
        }
        refit.rows.push_back(row);
    }
    for (const AthleteDay& day : days) {
        refit.onsets += day.onset && has_level(day) ? 1U : 0U;
    }
    const double needed = events_per_parameter * static_cast<double>(refit.parameters);
    std::optional<LogisticFit> fit;
    if (refit.parameters == 0) {
        refit.why_not = say("no published coefficient can be computed from this log");
    } else if (static_cast<double>(refit.onsets) < needed) {
        refit.why_not = say("{} onsets for {} coefficients, and {:.0f} are needed ({:.0f} a "
                            "coefficient)",
                            refit.onsets, refit.parameters, needed, events_per_parameter);
    } else {
        fit = shrunk_fit(days);
        refit.why_not = fit ? "" : say("the days do not allow a fit");
    }
    refit.done = fit.has_value();
    if (fit) {
        put_estimates(*fit, refit);
    } else {
        for (RefitRow& row : refit.rows) {
            row.why = row.computable ? say("too few onsets") : row.why;
        }
    }
    return refit;
}

} // namespace plimsoll::risk

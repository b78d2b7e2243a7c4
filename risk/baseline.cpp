// Baselines. Every number is from evidence.md 9.2.
// SPDX-License-Identifier: Apache-2.0
#include "risk/baseline.hpp"

#include "model/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace plimsoll::risk {
namespace {

constexpr std::string_view frandsen_rate = "Frandsen et al. 2025, doi:10.1136/bjsports-2024-109380";
constexpr std::string_view videbaek = "Videbaek et al. 2015, doi:10.1007/s40279-015-0333-8";
constexpr std::string_view uefa = "UEFA, 27 teams (in Green and Pizzari 2017)";
constexpr std::string_view orchard_rate = "Orchard et al. 2020, doi:10.1136/bjsports-2019-100755";
constexpr std::string_view mcmanus_rate = "McManus et al. 2004, doi:10.1016/S1440-2440(04)80033-1";

// Achilles and calf among running injuries: 19 of 75, Desai et al. 2021.
constexpr double calf_share = 19.0 / 75.0;
constexpr double football_rate = 1.13e-3;      // calf injuries a match hour; evidence.md 9.2
constexpr double afl_rate = 458.0 / 272'759.0; // calf strains a player-match; Orchard et al. 2020
constexpr double frandsen_error = 0.0234;      // of the log, Poisson: 1 / sqrt(1820)
constexpr double afl_error = 0.0467; // of the log, Poisson: 1 / sqrt(458); evidence.md 11.4

constexpr std::array rates{
    Baseline{"L0", overuse_injuries_per_run, std::nullopt, 1.0, "run",
             "overuse running injury, any site (share of 72 % from a secondary source)",
             frandsen_rate, "F3"},
    Baseline{"L1", calf_share * 7.7e-3, Interval{calf_share * 6.9e-3, calf_share * 8.7e-3}, 100.0,
             "100 hours of running",
             "Achilles or calf injury: 25 % (Desai 2021) of all running injuries", videbaek,
             "F1 F2a F2b"},
    Baseline{"L1.novice", calf_share * 17.8e-3,
             Interval{calf_share * 16.7e-3, calf_share * 19.1e-3}, 100.0, "100 hours of running",
             "Achilles or calf injury: 25 % (Desai 2021) of all running injuries of novices",
             videbaek, "F1 F2a F2b"},
    Baseline{"L2", football_rate, std::nullopt, match_hours, "match of 90 minutes",
             "calf injury in professional football; no interval was published", uefa, "F1 F2a F2b"},
    Baseline{"L2.season", football_rate, std::nullopt, season_matches* match_hours,
             "season of 20 such matches", "the same rate", uefa, "F1 F2a F2b"},
    Baseline{"L3", afl_rate, std::nullopt, 1.0, "match", "calf strain in the AFL", orchard_rate,
             "F1 F2a F2b"},
    Baseline{"L3.season", afl_rate, std::nullopt, season_matches, "season of 20 matches",
             "the same rate", orchard_rate, "F1 F2a F2b"},
    Baseline{"L4", 24e-3, std::nullopt, 1.0, "hour of play",
             "any injury in community Australian football (24 to 27 a 1000 h); no interval was "
             "published",
             mcmanus_rate, "F7 F8"},
};

// Standard error of the log of the rate.
double error_of(const Baseline& row) {
    if (row.ci) {
        return (std::log(row.ci->high) - std::log(row.ci->low)) / (2.0 * normal_975);
    }
    if (row.id.starts_with("L3")) {
        return afl_error;
    }
    return row.id == "L0" ? frandsen_error : std::log(unpublished_spread) / normal_975;
}

bool fits_athlete(const Baseline& row, const Population& population) {
    const bool novice = population.level == Level::novice;
    if (row.id == "L0") {
        return population.runner;
    }
    if (row.id == "L1") {
        return population.runner && !novice;
    }
    if (row.id == "L1.novice") {
        return population.runner && novice;
    }
    if (row.id.starts_with("L2")) {
        return population.footballer();
    }
    if (row.id.starts_with("L3")) {
        return population.australian_footballer();
    }
    return population.australian_footballer() && !population.professional();
}

bool lists(std::string_view list, std::string_view id) {
    const std::string all = " " + std::string(list) + " ";
    return all.find(" " + std::string(id) + " ") != std::string::npos;
}

} // namespace

double absolute_risk(double rate, double exposure, double hazard_ratio) {
    const double hazard = rate * exposure * hazard_ratio;
    require(std::isfinite(hazard) && rate >= 0.0 && exposure >= 0.0 && hazard_ratio >= 0.0,
            "absolute_risk: rate, exposure and ratio are finite and not negative");
    return -std::expm1(-hazard);
}

std::span<const Baseline> baselines() noexcept {
    return rates;
}

std::vector<AbsoluteRisk> absolute_risks(std::span<const Factor> factors,
                                         const Population& population, bool calf_open,
                                         std::optional<double> transport) {
    std::vector<AbsoluteRisk> risks;
    for (const Baseline& row : rates) {
        if (!fits_athlete(row, population) || (calf_open && lists(row.factors, "F2a"))) {
            continue;
        }
        // 8 weeks' coefficient holds for no season.
        const bool passing =
            row.id.ends_with(".season") &&
            std::any_of(factors.begin(), factors.end(), [](const Factor& factor) {
                return factor.id == "F2b" && factor.applies && factor.coefficient != nullptr;
            });
        if (passing) {
            continue;
        }
        std::vector<Factor> shared;
        for (const Factor& factor : factors) {
            if (lists(row.factors, factor.id)) {
                shared.push_back(factor);
            }
        }
        const Total total = total_of(shared, transport);
        const double error = error_of(row);
        const double sd = std::sqrt(total.variance + error * error);
        const auto risk = [&](double deviations) {
            return absolute_risk(row.rate, row.exposure,
                                 total.hazard_ratio * std::exp(deviations * sd));
        };
        const auto at_weight = [&](double weight) {
            return absolute_risk(row.rate, row.exposure, total_of(shared, weight).hazard_ratio);
        };
        risks.push_back({std::string(row.id), std::string(row.per), risk(0.0),
                         absolute_risk(row.rate, row.exposure, 1.0),
                         Interval{risk(-normal_975), risk(normal_975)},
                         fmt::format("{}; {}", row.outcome, row.source), total.members,
                         at_weight(1.0), at_weight(0.5)});
    }
    return risks;
}

} // namespace plimsoll::risk

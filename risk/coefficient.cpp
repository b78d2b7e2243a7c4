// The registry. Every number is from evidence.md, sections 2, 4 and 11.2.
// SPDX-License-Identifier: Apache-2.0
#include "risk/coefficient.hpp"

#include "model/error.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace plimsoll::risk {
namespace {

constexpr std::string_view hagglund =
    "Hagglund et al. 2013, Am J Sports Med 41:327, doi:10.1177/0363546512470634";
constexpr std::string_view orchard =
    "Orchard et al. 2020, Br J Sports Med 54:1103, doi:10.1136/bjsports-2019-100755";
constexpr std::string_view frandsen =
    "Frandsen et al. 2025, Br J Sports Med 59:1203, doi:10.1136/bjsports-2024-109380";
constexpr std::string_view professionals = "1,401 male professional footballers, 306 calf injuries";
constexpr std::string_view afl_players = "AFL, 272,759 player-matches, 458 calf strains";
constexpr std::string_view runners = "5,205 adult runners, 588,071 runs";
constexpr std::string_view calf = "calf injury";
constexpr std::string_view overuse = "overuse running injury, any site";

constexpr std::array rows{
    Coefficient{"F1", 1.93, 1.38, 2.71, hagglund, professionals, "cohort", Verification::paper,
                calf},
    Coefficient{"F2a", 2.33, 1.52, 3.57, hagglund, professionals, "cohort", Verification::paper,
                calf},
    Coefficient{"F2b", 13.3, 9.6, 18.4, orchard, afl_players, "cohort", Verification::paper, calf},
    Coefficient{"F3.small", 1.64, 1.31, 2.05, frandsen, runners, "cohort", Verification::paper,
                overuse},
    Coefficient{"F3.moderate", 1.52, 1.16, 2.00, frandsen, runners, "cohort", Verification::paper,
                overuse},
    Coefficient{"F3.large", 2.28, 1.50, 3.48, frandsen, runners, "cohort", Verification::paper,
                overuse},
};

} // namespace

std::string_view to_string(Verification verification) noexcept {
    switch (verification) {
    case Verification::paper:
        return "read in the paper";
    case Verification::secondary:
        return "read in a secondary source";
    case Verification::unverified:
        break;
    }
    return "unverified";
}

double Coefficient::beta() const noexcept {
    return std::log(hazard_ratio);
}

double Coefficient::standard_error() const noexcept {
    return (std::log(ci_high) - std::log(ci_low)) / (2.0 * normal_975);
}

std::span<const Coefficient> coefficients() noexcept {
    return rows;
}

const Coefficient& coefficient(std::string_view id) {
    const auto* const found = std::find_if(rows.begin(), rows.end(),
                                           [&](const Coefficient& row) { return row.id == id; });
    require(found != rows.end(), "coefficient: no such row");
    return *found;
}

} // namespace plimsoll::risk

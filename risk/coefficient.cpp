// The registry. Every number is from evidence.md, sections 2, 4, 5, 6 and 11.2.
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
constexpr std::string_view bengtsson =
    "Bengtsson et al. 2020, Br J Sports Med 54:427, doi:10.1136/bjsports-2019-100655";
constexpr std::string_view desai =
    "Desai et al. 2021, J Orthop Sports Phys Ther 51:144, doi:10.2519/jospt.2021.9673";
constexpr std::string_view mcmanus =
    "McManus et al. 2004, J Sci Med Sport 7:384, doi:10.1016/S1440-2440(04)80033-1";
constexpr std::string_view colby = "Colby et al. 2018, Int J Sports Physiol Perform 13:1130";

constexpr std::string_view professionals = "1,401 male professional footballers";
constexpr std::string_view afl_players = "Australian football (AFL), 272,759 player-matches";
constexpr std::string_view runners = "5,205 adult runners, 588,071 runs";
constexpr std::string_view first_matches = "men's professional football, 4,805 first matches back";
constexpr std::string_view recreational = "224 recreational runners";
constexpr std::string_view community = "535 non-elite Australian footballers";
constexpr std::string_view afl_squad = "60 AFL players, 3 seasons";

constexpr std::string_view calf = "calf injury";
constexpr std::string_view overuse = "overuse running injury, any site";
constexpr std::string_view any_running = "running injury, any site";
constexpr std::string_view any = "any injury";
constexpr std::string_view muscle = "muscle injury";
constexpr std::string_view non_contact = "non-contact injury, any site";

constexpr auto in_total = Use::hazard;
constexpr auto beside = Use::flag;
constexpr auto paper = Verification::paper;
constexpr auto secondary = Verification::secondary;

// clang-format off
constexpr std::array rows{
    Coefficient{"F1",          1.93, Interval{1.38, 2.71}, "", hagglund, professionals, calf, in_total, paper, true},
    Coefficient{"F2a",         2.33, Interval{1.52, 3.57}, "", hagglund, professionals, calf, in_total, paper, true},
    Coefficient{"F2b",         13.3, Interval{9.6, 18.4},  "", orchard, afl_players, calf, in_total, paper, true},
    Coefficient{"F3.small",    1.64, Interval{1.31, 2.05}, "", frandsen, runners, overuse, in_total, paper, true},
    Coefficient{"F3.moderate", 1.52, Interval{1.16, 2.00}, "", frandsen, runners, overuse, in_total, paper, true},
    Coefficient{"F3.large",    2.28, Interval{1.50, 3.48}, "", frandsen, runners, overuse, in_total, paper, true},
    Coefficient{"F4",          1.87, Interval{1.64, 2.14}, "", bengtsson, first_matches, any, in_total, paper, true},
    Coefficient{"F4.muscle",   2.58, std::nullopt,         "", bengtsson, first_matches, muscle, beside, secondary, true},
    Coefficient{"F5",          0.93, Interval{0.87, 0.98}, "session", bengtsson, first_matches, any, in_total, paper, true},
    Coefficient{"F5.muscle",   0.87, Interval{0.79, 0.95}, "session", bengtsson, first_matches, muscle, beside, paper, true},
    Coefficient{"F6",          1.9,  Interval{1.2, 3.2},   "", desai, recreational, any_running, in_total, paper, false},
    Coefficient{"F7",          1.37, Interval{1.14, 1.64}, "", mcmanus, community, any, in_total, paper, true},
    Coefficient{"F8",          1.29, Interval{1.10, 1.51}, "", mcmanus, community, any, in_total, paper, true},
    Coefficient{"F9.few",      5.76, Interval{1.69, 19.66}, "", colby, afl_squad, non_contact, beside, paper, true},
    Coefficient{"F9.many",     4.70, Interval{1.49, 14.87}, "", colby, afl_squad, non_contact, beside, paper, true},
};
// clang-format on

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

std::optional<double> Coefficient::standard_error() const noexcept {
    if (!ci) {
        return std::nullopt;
    }
    return (std::log(ci->high) - std::log(ci->low)) / (2.0 * normal_975);
}

bool Coefficient::is_log_symmetric() const noexcept {
    constexpr double tolerance = 0.02; // evidence.md 11.4
    return !ci || std::fabs(beta() - (std::log(ci->low) + std::log(ci->high)) / 2.0) <= tolerance;
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

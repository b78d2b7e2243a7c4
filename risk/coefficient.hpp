// The registry of published coefficients: data, one row each, checked by a test.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_RISK_COEFFICIENT_HPP
#define PLIMSOLL_RISK_COEFFICIENT_HPP

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace plimsoll::risk {

/// A 95 % interval.
struct Interval {
    double low;
    double high;
};

/// How a number was checked (evidence.md): read in the paper, in a secondary source, or not at all.
enum class Verification : std::uint8_t { paper, secondary, unverified };

std::string_view to_string(Verification verification) noexcept;

/// What may be done with a coefficient.
enum class Use : std::uint8_t {
    hazard, ///< enters the total
    flag,   ///< is shown beside, and never enters an exponent
};

/// One published hazard ratio (or an odds or rate ratio of a rare outcome) with its 95 % interval.
struct Coefficient {
    std::string_view id; ///< F1, F2a, F2b, F3.small, ...
    double hazard_ratio; ///< of one unit of the factor
    std::optional<Interval> ci;
    std::string_view unit;       ///< "" for yes or no; "session"
    std::string_view source;     ///< authors, year, journal, doi
    std::string_view population; ///< in whom it was found
    std::string_view outcome;    ///< of what it is the hazard
    Use use;
    Verification verification;
    bool symmetric; ///< the printed interval is symmetric about ln HR, see is_log_symmetric()

    /// ln HR
    double beta() const noexcept;
    /// (ln high - ln low) / (2 x 1.959964); nothing where no interval was printed.
    std::optional<double> standard_error() const noexcept;
    /// | ln HR - (ln low + ln high) / 2 | <= 0.02, or no interval was printed.
    /// @source  evidence.md 11.4
    bool is_log_symmetric() const noexcept;
};

/// All rows. @throws nothing
std::span<const Coefficient> coefficients() noexcept;
/// @throws PreconditionError  there is no such row.
const Coefficient& coefficient(std::string_view id);

inline constexpr double normal_975 = 1.959964; // 97.5 % point of the standard normal distribution

} // namespace plimsoll::risk

#endif

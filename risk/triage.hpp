// Whom of a squad to look at first: declared rules, never a score.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_RISK_TRIAGE_HPP
#define PLIMSOLL_RISK_TRIAGE_HPP

#include "risk/statement.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::risk {

enum class TriageLevel : std::uint8_t {
    see_today, ///< an injury without a return, or pain that holds
    watch,     ///< something a coach should know before the next session
    ok,        ///< none of these rules
    no_data    ///< no load in 28 days: nothing can be said
};

std::string_view to_string(TriageLevel level) noexcept; ///< see_today

struct Triage {
    TriageLevel level = TriageLevel::ok;
    std::size_t rule = 0; ///< place of the gravest rule that holds, from 0; for the order
    std::vector<std::string> reasons; ///< in words, the gravest first; of ok none
};

/// A rule: the flag that a statement has where it holds.
struct TriageRule {
    TriageLevel level;
    std::string_view flag;
    std::string_view words; ///< what it says, for the methods
};

/// In order of gravity.
std::span<const TriageRule> triage_rules() noexcept;

/// The level of the gravest rule that holds; no_data where there is no load in 28 days and nobody
/// has to be seen today. A ratio raises no level: it separates injured days no better than chance
/// (evidence.md 1.3).
/// @evidence  policy
Triage triage_of(const Statement& statement);

} // namespace plimsoll::risk

#endif

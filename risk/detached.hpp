// Age, time off and sprint exposure: each by itself, with what it does and what would change it.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_RISK_DETACHED_HPP
#define PLIMSOLL_RISK_DETACHED_HPP

#include "risk/factor.hpp"
#include "risk/layoff.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace plimsoll::risk {

/// One of the three, for people: never folded into a score with the others.
struct DetachedFactor {
    std::string id; ///< age, time_off, sprint_exposure
    std::string title;
    std::optional<double> value;
    std::string value_text; ///< the value with its unit, in words
    bool applies = false;
    std::string why;
    std::string effect; ///< in words
    std::optional<double> hazard_ratio;
    std::optional<Interval> ci;
    std::string source;
    std::string evidence;
    std::string would_change;
};

/// What they are made from.
struct DetachedInputs {
    std::span<const Factor> factors; ///< of factors_of()
    const std::optional<Break>& time_off;
    const std::optional<LadderWeek>& ladder;
    const SprintExposure& exposure;
    Date day;
};

/// Age, time off, sprint exposure, in this order.
std::vector<DetachedFactor> detached_factors(const DetachedInputs& inputs);

} // namespace plimsoll::risk

#endif

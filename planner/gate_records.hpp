// When a gate could first be met by the records up to a plan: for the verifier, by other code than
// judge().
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_GATE_RECORDS_HPP
#define PLIMSOLL_PLANNER_GATE_RECORDS_HPP

#include "planner/gate.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace plimsoll::planner {

class GateRecords {
public:
    /// @param start  the first day of the plan; records before it count.
    GateRecords(const Subject& subject, std::span<const Event> events, Date start)
        : subject_(subject),
          events_(events),
          start_(start) {}

    /// The first day on which records behind @p after meet the gate: one, a pair of sides, or a
    /// score with the next morning's.
    std::optional<Date> first_met(const Gate& gate, Date after) const;
    /// A record of the gate's newest day, from 15 weeks before the onset on, does not meet it.
    bool newest_fails(const Gate& gate) const;

private:
    double least(const Gate& gate) const;
    std::vector<const Event*> named(const std::string& name, Date after) const;
    bool meets(const Gate& gate, double value) const;
    std::optional<Date> first_pair(const Gate& gate, Date after) const;
    std::optional<Date> first_calm(double most, Date after) const;

    const Subject& subject_;
    std::span<const Event> events_;
    Date start_;
};

} // namespace plimsoll::planner

#endif

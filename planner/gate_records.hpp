// Whether a gate was ever met by the records up to a plan: for the verifier, by other code than
// judge().
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_GATE_RECORDS_HPP
#define PLIMSOLL_PLANNER_GATE_RECORDS_HPP

#include "planner/gate.hpp"

#include <span>
#include <string>

namespace plimsoll::planner {

class GateRecords {
public:
    /// @param start  the first day of the plan; records since the onset and before it count.
    GateRecords(const Subject& subject, std::span<const Event> events, Date start)
        : subject_(subject),
          events_(events),
          start_(start) {}

    /// Some record, pair of records, or score with the next morning's meets the gate.
    bool met(const Gate& gate) const;

private:
    double least(const Gate& gate) const;
    bool counts(const Event& event) const;
    bool any_record(const std::string& name, const Gate& gate) const;
    bool any_of_two(const Gate& gate, const auto& meets) const;
    bool pain_met(double most) const;

    const Subject& subject_;
    std::span<const Event> events_;
    Date start_;
};

} // namespace plimsoll::planner

#endif

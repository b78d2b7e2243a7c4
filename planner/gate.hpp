// Whether a gate is passed, by what the events file has recorded up to a day.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_GATE_HPP
#define PLIMSOLL_PLANNER_GATE_HPP

#include "model/athlete.hpp"
#include "model/event.hpp"
#include "planner/pathway.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace plimsoll::planner {

/// Whom a pathway is walked by.
struct Subject {
    Audience audience = Audience::runner;
    std::string site; ///< of the injury; empty without one
    Side side = Side::unknown;
    std::optional<Date> onset;
    std::optional<Date> returned;
    std::optional<Sex> sex;
    std::optional<Date> birth_date;
};

/// The athlete, and of the injuries that began by @p day and that the pathway is for the latest one
/// that is open, or whose return is less than 15 weeks ago.
/// @param athlete  may be null.
Subject subject_of(const Pathway& pathway, const Athlete* athlete, std::span<const Injury> injuries,
                   Date day);

/// Without an onset, a record counts for so many days: a new season starts with new ones.
inline constexpr int record_counts_days = 56; // policy: the length of the pre-season

enum class GateState : std::uint8_t { open, passed, failed };

struct GateResult {
    GateState state = GateState::open;
    std::optional<Date> day;     ///< of the record that says so, of two sides the later
    std::optional<double> value; ///< in the unit of the gate's quantity
    double threshold = 0.0;      ///< the gate's, or the norm of age and sex where that is lower
    bool by_norm = false;        ///< the threshold is the norm
};

/// By the newest record up to @p day, and since the onset (without one: of record_counts_days).
/// Pain: a score of a session and one of the morning after it, both within the threshold, the
/// second no higher than the first; and nothing since that recent_pain() would hold for.
/// A row without a value says yes to a yes-or-no gate.
/// @source  evidence.md 7.2 to 7.6  @evidence  expert
GateResult judge(const Gate& gate, const Subject& subject, std::span<const Event> events, Date day);

/// Whether @p event records what @p gate looks at.
bool records(const Event& event, const Gate& gate);

} // namespace plimsoll::planner

#endif

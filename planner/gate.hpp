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
#include <string_view>
#include <vector>

namespace plimsoll::planner {

/// Whom a pathway is walked by.
struct Subject {
    Audience audience = Audience::runner;
    std::string site;               ///< of the injury; empty without one
    std::string muscle;             ///< as recorded, in any words; may be empty
    std::optional<int> mri_grade;   ///< as recorded
    std::vector<std::string> parts; ///< of the body, that the pathway is for; none: any
    bool came_on_running = false;   ///< as the screen was answered
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

/// Whether a record of @p site is of the injury: a part that the pathway is for, and not of the
/// other side where both name one.
bool concerns(const Subject& subject, std::string_view site);

/// Two sides are compared where their counts are at most so many days apart.
inline constexpr int sides_apart_days = 3; // policy

/// Without an onset, a record counts for so many days: a new season starts with new ones.
inline constexpr int record_counts_days = 56; // policy: the length of the pre-season

enum class GateState : std::uint8_t { open, passed, failed };

struct GateResult {
    GateState state = GateState::open;
    std::optional<Date> day;     ///< of the record that says so, of two sides the later
    std::optional<double> value; ///< in the unit of the gate's quantity
    double threshold = 0.0;      ///< the gate's, or the norm of age and sex where that is lower
    bool by_norm = false;        ///< the threshold is the norm
    bool swapped = false;        ///< refused: the injured side is the better one by more than noise
    std::optional<double> recorded; ///< where the days leave room for no more than value
    std::optional<double> apart;    ///< of two sides: how far, in the unit of the records
};

/// By the newest record behind @p after and up to @p day.
///
/// - A row without a value says yes to a yes-or-no gate.
/// - Two sides count where they were recorded within sides_apart_days; nothing of either side
///   passes nothing. An injured side that is better than the other by more than the noise, and by
///   more than a tenth, was probably typed in as the other one: refused.
/// - Pain: of each part that the injury concerns the newest score of a session and of the morning
///   after it, both within the threshold, the second no higher than the first; at most
///   recent_pain_days old, and nothing worse behind it.
///
/// @source  evidence.md 7.2 to 7.6  @evidence  expert
GateResult judge(const Gate& gate, const Subject& subject, std::span<const Event> events,
                 Date after, Date day);

/// What may be done in so many days at most: rungs of the walk-run ladder, two sessions each, and
/// full team sessions, none of them on neighbouring days. A record of more counts as so many.
/// @param days  from the first day for it to the day of the record, >= 0.
/// @return      nothing of other quantities.
/// @source  newptwellness.com/post/returntorun; Green et al. 2022  @evidence  expert
std::optional<int> most_done_in(Quantity quantity, int days);

/// Whether @p event records what @p gate looks at.
bool records(const Event& event, const Gate& gate);

} // namespace plimsoll::planner

#endif

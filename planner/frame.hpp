// The days of a plan before their distances: weeks, run days, which week recovers, and the walk-run
// sessions, all chosen before the linear program.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_FRAME_HPP
#define PLIMSOLL_PLANNER_FRAME_HPP

#include "model/date.hpp"
#include "planner/background.hpp"
#include "planner/plan_policy.hpp"

#include <cstddef>
#include <optional>
#include <set>
#include <span>
#include <vector>

namespace plimsoll::planner {

/// One rung of the walk-run ladder: repetitions of walking and running. The last one is continuous.
struct Rung {
    int walk_s;
    int run_s;
    int least_repeats;
    int most_repeats;
};

/// The calf-specific ladder of five phases, each on as many days as the policy says.
/// @source    newptwellness.com/post/returntorun (W4/R1, W3/R2, W2/R3, W1/R4, each 3 to 6 times);
///            last rung 20 to 30 minutes' continuous running, evidence.md 12.3
/// @evidence  expert
const std::vector<Rung>& walk_run_ladder();

/// The race or the match that a plan leads to, on its last day.
struct EventDay {
    Date day = Date::from_days(0);
    double distance_m = 0.0;
    bool is_match = false;
};

/// A day on which the plan runs.
struct Slot {
    Date day = Date::from_days(0);
    bool is_long = false;
    bool is_event = false;           ///< its distance is that of the race or match
    std::optional<std::size_t> rung; ///< index into walk_run_ladder()
    int repeats = 0;                 ///< of the rung
    double fixed_m = 0.0;            ///< running distance of a walk-run session, or of the event

    bool is_fixed() const noexcept { return is_event || rung.has_value(); }
};

/// Seven days from the weekday on which the plan starts.
struct FrameWeek {
    int number = 1; ///< from 1
    Date from = Date::from_days(0);
    int week_back = 0; ///< of the return from time off, from 1; 0: no time off
    bool recovery = false;
    bool held = false; ///< not even rest brings the ratio under its cap on all of its days
    std::optional<std::size_t>
        reference; ///< index of the latest building week before; none: history
    std::vector<Slot> slots;

    Date to() const noexcept { return from + 6; }

    std::size_t long_slot() const; ///< index of the long run, or of the last walk-run session

    bool has_event() const { return !slots.empty() && slots.back().is_event; }

    bool walk_run() const { return !slots.empty() && slots.front().rung.has_value(); }
};

struct Frame {
    std::vector<FrameWeek> weeks;
    std::optional<Date> first_back; ///< first day of the return from time off; none: no time off
    bool event_is_match = false;

    /// Whether a week of it has the event; a week on the walk-run ladder takes none.
    bool has_event() const;
};

/// The week of the return that began on @p first_back in which @p day lies, from 1; 0 without one.
int week_back_on(const std::optional<Date>& first_back, Date day);

/// Days on which the excess of the coupled ratio over its cap comes from what is fixed, the log and
/// the walk-run sessions of @p weeks, metres: the amount, at rest on every other day; 0 before
/// there are 28 days of history.
double inherited_excess_m(const Background& background, double ratio_cap, Date day,
                          std::span<const FrameWeek> weeks);

/// A week has fewer runs rather than shorter ones than this, as long as the goal stays in its week.
/// Minutes; the least continuous run of evidence.md 12.3.
inline constexpr double least_run_min = 20.0;

/// Whether the first run of the plan would have no run in the 30 days before it, after an injury
/// none of the way back: nobody has a longest run to measure it by, and the way back starts with
/// walk-run. So it does after an injury until every rung is done.
bool starts_with_walk_run(const Background& background, const PlanPolicy& policy);

/// @p weeks weeks from the day after as_of. A week may be left without a slot where every day of it
/// is away.
/// @param left_out  days without a run, so that the other runs of their week are long enough.
/// @param event     from the day before it on no other run is planned.
/// @throws PreconditionError  the way back starts with walk-run and the pace is not known.
Frame make_frame(const Background& background, const PlanPolicy& policy, int weeks,
                 const std::set<Date>& left_out = {}, const std::optional<EventDay>& event = {});

} // namespace plimsoll::planner

#endif

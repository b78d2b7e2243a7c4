// Recovery weeks.
// SPDX-License-Identifier: Apache-2.0
#include "planner/rules/recovery_week.hpp"

#include "model/units.hpp"
#include "model/words.hpp"

#include <fmt/format.h>

namespace plimsoll::planner {
RuleInfo RecoveryWeek::info() const {
    return {id,
            say("Every {}{} week is one of recovery: at most {:.0f} % of the building week "
                "before it.",
                every_,
                every_ == 2   ? "nd"
                : every_ == 3 ? "rd"
                              : "th",
                100.0 * fraction_),
            say("every {} weeks, {:.2f}", every_, fraction_),
            true,
            "policy of Plimsoll; no source gives the depth",
            "policy",
            "recovery_every, recovery_fraction"};
}

void RecoveryWeek::constrain(HorizonModel& model) const {
    const double last_km = model.background().last_week_m / units::metres_per_kilometre;
    for (std::size_t w = 0; w < model.weeks(); ++w) {
        const FrameWeek& week = model.frame().weeks[w];
        if (week.recovery) {
            const Expression before =
                week.reference ? model.week_km(*week.reference) : Expression(last_km);
            model.at_most(id, week.from, model.week_km(w), fraction_ * before);
        }
    }
}

void RecoveryWeek::check(const CheckContext& context, std::vector<Violation>& out) const {
    const Date as_of = context.as_of();
    double before_m = context.run_m(as_of - 6, as_of);
    for (const PlannedWeek& week : context.schedule().weeks) {
        const double run_m = context.run_m(week.from, week.to());
        if (!context.recovers(week)) {
            before_m = context.is_held(week) ? before_m : run_m;
        } else if (run_m > fraction_ * before_m + check_tolerance_m) {
            out.push_back({id, week.from, run_m - fraction_ * before_m});
        }
    }
}

} // namespace plimsoll::planner

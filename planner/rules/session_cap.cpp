// The session cap.
// SPDX-License-Identifier: Apache-2.0
#include "planner/rules/session_cap.hpp"

#include "model/units.hpp"
#include "risk/spike.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace plimsoll::planner {
namespace {

// A run that every run of week @p w can be held against.
Expression reference_km(const HorizonModel& model, std::size_t w, Date day) {
    const std::vector<FrameWeek>& weeks = model.frame().weeks;
    if (const auto building = weeks[w].reference) {
        return model.slot_km(*building, weeks[*building].long_slot());
    }
    if (const auto longest = risk::longest_run_before(model.background().sessions, day)) {
        return Expression(longest->distance_m / units::metres_per_kilometre);
    }
    if (w > 0) {
        return model.slot_km(w - 1, weeks[w - 1].long_slot()); // only recovery weeks so far
    }
    return Expression(0.0);
}

} // namespace

RuleInfo SessionCap::info() const {
    return {id,
            fmt::format("No run is longer than {:.2f} x the longest of the 30 days before it.",
                        factor_),
            fmt::format("{:.2f}", factor_),
            true,
            "Frandsen et al. 2025, doi:10.1136/bjsports-2024-109380",
            "cohort"};
}

void SessionCap::constrain(HorizonModel& model) const {
    for (std::size_t w = 0; w < model.weeks(); ++w) {
        const FrameWeek& week = model.frame().weeks[w];
        for (std::size_t s = 0; s < week.slots.size(); ++s) {
            if (model.column_of(w, s)) {
                model.at_most(id, week.slots[s].day, model.slot_km(w, s),
                              factor_ * reference_km(model, w, week.slots[s].day));
            }
        }
    }
}

void SessionCap::check(const CheckContext& context, std::vector<Violation>& out) const {
    for (const PlannedDay& day : context.schedule().days) {
        if (day.session.kind != SessionKind::run) {
            continue;
        }
        const auto longest = risk::longest_run_before(context.sessions(), day.date);
        const double cap_m = longest ? factor_ * longest->distance_m : 0.0;
        if (day.session.distance_m > cap_m + check_tolerance_m) {
            out.push_back({id, day.date, day.session.distance_m - cap_m});
        }
    }
}

} // namespace plimsoll::planner

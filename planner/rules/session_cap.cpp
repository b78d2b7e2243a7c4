// The session cap.
// SPDX-License-Identifier: Apache-2.0
#include "planner/rules/session_cap.hpp"

#include "model/words.hpp"
#include "risk/spike.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace plimsoll::planner {

RuleInfo SessionCap::info() const {
    return {id,
            say("No run, race or match is longer than {:.2f} x the longest run of the 30 days "
                "before it.",
                factor_),
            fmt::format("{:.2f}", factor_),
            true,
            "Frandsen et al. 2025, doi:10.1136/bjsports-2024-109380",
            "cohort",
            "session_cap"};
}

void SessionCap::constrain(HorizonModel& model) const {
    for (std::size_t w = 0; w < model.weeks(); ++w) {
        const FrameWeek& week = model.frame().weeks[w];
        for (std::size_t s = 0; s < week.slots.size(); ++s) {
            const std::optional<Expression> reference = model.reference_km(w, s);
            const bool counts = !week.slots[s].rung && (reference || week.slots[s].is_event);
            if (counts) {
                model.at_most(id, week.slots[s].day, model.slot_km(w, s),
                              factor_ * reference.value_or(Expression()));
            }
        }
    }
}

void SessionCap::check(const CheckContext& context, std::vector<Violation>& out) const {
    // After an injury the runs of before it measure nothing.
    std::span<const Session> sessions = context.sessions();
    if (const std::optional<Date> restarted = context.restarted()) {
        const auto first = std::find_if(sessions.begin(), sessions.end(), [&](const Session& s) {
            return s.start.day >= *restarted;
        });
        sessions = sessions.subspan(static_cast<std::size_t>(first - sessions.begin()));
    }
    for (const PlannedDay& day : context.schedule().days) {
        if (day.session.kind != SessionKind::run && day.session.kind != SessionKind::match) {
            continue;
        }
        const auto longest = risk::longest_run_before(sessions, day.date);
        const double cap_m = longest ? factor_ * longest->distance_m : 0.0;
        if (day.session.distance_m > cap_m + check_tolerance_m) {
            out.push_back({id, day.date, day.session.distance_m - cap_m});
        }
    }
}

} // namespace plimsoll::planner

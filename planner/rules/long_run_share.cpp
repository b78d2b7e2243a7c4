// The proportion of the long run.
// SPDX-License-Identifier: Apache-2.0
#include "planner/rules/long_run_share.hpp"

#include "model/words.hpp"
#include "planner/rounding.hpp"

#include <fmt/format.h>

namespace plimsoll::planner {

RuleInfo LongRunShare::info() const {
    return {id,
            say("In a week of two runs or more the long run is at most {:.2f} x the mean of "
                "the others, to the next 100 m; not in the week of a race or match.",
                ratio_),
            fmt::format("{:.2f}", ratio_),
            true,
            say("your own weeks of three runs or more in 12 weeks, 1.50 at the least"),
            "policy",
            "long_run_share"};
}

void LongRunShare::constrain(HorizonModel& model) const {
    for (std::size_t w = 0; w < model.weeks(); ++w) {
        const FrameWeek& week = model.frame().weeks[w];
        if (week.walk_run() || week.has_event() || week.slots.size() < 2) {
            continue;
        }
        const double share = ratio_ / static_cast<double>(week.slots.size() - 1);
        for (std::size_t s = 0; s < week.slots.size(); ++s) {
            const Expression run_km = model.slot_km(w, s);
            model.at_most(id, week.slots[s].day, run_km,
                          share * (model.week_km(w) - run_km) + Expression(planned_step_km));
        }
    }
}

void LongRunShare::check(const CheckContext& context, std::vector<Violation>& out) const {
    for (const PlannedWeek& week : context.schedule().weeks) {
        const PlannedDay* longest = nullptr;
        double sum_m = 0.0;
        int runs = 0;
        bool leads_to_event = false;
        for (const PlannedDay& day : context.schedule().days) {
            if (day.date < week.from || day.date > week.to()) {
                continue;
            }
            leads_to_event = leads_to_event || day.session.is_goal;
            if (day.session.kind != SessionKind::run) {
                continue;
            }
            ++runs;
            sum_m += day.session.distance_m;
            if (longest == nullptr || day.session.distance_m > longest->session.distance_m) {
                longest = &day;
            }
        }
        if (runs < 2 || leads_to_event) {
            continue;
        }
        const double longest_m = longest->session.distance_m;
        const double limit_m = ratio_ * (sum_m - longest_m) / (runs - 1) + 100.0;
        if (longest_m > limit_m + check_tolerance_m) {
            out.push_back({id, longest->date, longest_m - limit_m});
        }
    }
}

} // namespace plimsoll::planner

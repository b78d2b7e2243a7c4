// The walk-run ladder.
// SPDX-License-Identifier: Apache-2.0
#include "planner/rules/walk_run_rule.hpp"

#include "risk/spike.hpp"

#include <algorithm>

namespace plimsoll::planner {
namespace {

std::size_t rung_of(const PlannedSession& session) {
    const std::vector<Rung>& ladder = walk_run_ladder();
    for (std::size_t i = 0; i < ladder.size(); ++i) {
        if (!session.steps.empty() && session.steps.front().run_s == ladder[i].run_s &&
            session.steps.front().walk_s == ladder[i].walk_s) {
            return i;
        }
    }
    return ladder.size();
}

} // namespace

RuleInfo WalkRunRule::info() const {
    return {id,
            "After 30 days without a run the way back starts with walk-run: each rung on at least "
            "two days, never on consecutive ones.",
            "5 rungs, 2 days each",
            true,
            "newptwellness.com/post/returntorun; Green et al. 2022, "
            "doi:10.1186/s40798-021-00364-0",
            "expert"};
}

void WalkRunRule::constrain(HorizonModel& /*model*/) const {} // the sessions are fixed beforehand

void WalkRunRule::check(const CheckContext& context, std::vector<Violation>& out) const {
    const std::vector<Rung>& ladder = walk_run_ladder();
    std::vector<int> days(ladder.size(), 0);
    std::size_t reached = 0;
    std::optional<Date> last;
    for (const PlannedDay& day : context.schedule().days) {
        if (day.session.kind == SessionKind::walk_run) {
            const std::size_t rung = rung_of(day.session);
            const bool in_order = rung < ladder.size() && rung >= reached && rung <= reached + 1 &&
                                  (rung == reached || days[reached] >= days_a_rung);
            if (!in_order || (last && day.date - *last < 2)) {
                out.push_back({id, day.date, 0.0});
            }
            if (rung < ladder.size()) {
                ++days[rung];
                reached = rung;
            }
            last = day.date;
        } else if (day.session.kind == SessionKind::run) {
            const bool ran_before = risk::longest_run_before(context.background().sessions,
                                                             context.background().start())
                                        .has_value();
            const bool finished = reached + 1 == ladder.size() && days[reached] >= days_a_rung;
            if (!ran_before && !finished) {
                out.push_back({id, day.date, 0.0});
            }
        }
    }
}

} // namespace plimsoll::planner

// The walk-run ladder.
// SPDX-License-Identifier: Apache-2.0
#include "planner/rules/walk_run_rule.hpp"

#include "model/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace plimsoll::planner {
namespace {

// The ladder of newptwellness.com/post/returntorun once more, so that a slip in the planner's own
// table is seen: seconds of walking and running, fewest and most repeats.
struct OwnRung {
    int walk_s;
    int run_s;
    int least;
    int most;
};

constexpr std::array<OwnRung, 5> own_ladder{
    {{240, 60, 3, 6}, {180, 120, 3, 6}, {120, 180, 3, 6}, {60, 240, 3, 6}, {0, 300, 4, 6}}};

std::size_t rung_of(const PlannedSession& session) {
    for (std::size_t i = 0; i < own_ladder.size() && !session.steps.empty(); ++i) {
        const OwnRung& rung = own_ladder.at(i);
        const Step& step = session.steps.front();
        if (step.run_s == rung.run_s && step.walk_s == rung.walk_s && step.repeat >= rung.least &&
            step.repeat <= rung.most) {
            return i;
        }
    }
    return own_ladder.size();
}

bool ran_in_30_days_before(const CheckContext& context, Date day) {
    const auto history = context.history();
    const std::optional<Date> restarted = context.restarted();
    return std::any_of(history.begin(), history.end(), [&](const Session& session) {
        return is_run(session.sport) && session.distance_m.value_or(0.0) > 0.0 &&
               day - session.start.day <= 30 && (!restarted || session.start.day >= *restarted);
    });
}

} // namespace

RuleInfo WalkRunRule::info() const {
    return {id,
            say("{}: each rung on at least {} days, never on consecutive ones.",
                after_injury_
                    ? say("After an injury the way back starts with walk-run")
                    : say("Where the first run would have none in the 30 days before it, the "
                          "way back starts with walk-run"),
                days_a_rung_ == 2 ? "two" : std::to_string(days_a_rung_)),
            say("5 rungs, {} days each", days_a_rung_),
            true,
            "newptwellness.com/post/returntorun; Green et al. 2022, "
            "doi:10.1186/s40798-021-00364-0",
            "expert",
            "walk_run_days"};
}

void WalkRunRule::constrain(HorizonModel& /*model*/) const {} // the sessions are fixed beforehand

void WalkRunRule::check(const CheckContext& context, std::vector<Violation>& out) const {
    std::array<int, own_ladder.size()> days{};
    // After an injury the rungs that are done count, the last one is climbed in any case.
    const std::size_t done = context.rungs_done();
    std::size_t reached = std::min(done, own_ladder.size() - 1);
    std::optional<Date> last;
    bool needed = false;
    bool first = true;
    for (const PlannedDay& day : context.schedule().days) {
        if (day.session.kind == SessionKind::rest) {
            continue;
        }
        if (first) {
            needed = !ran_in_30_days_before(context, day.date) ||
                     (context.restarted() && done < own_ladder.size());
            first = false;
        }
        if (day.session.kind == SessionKind::run || day.session.kind == SessionKind::match) {
            const bool finished = reached + 1 == days.size() && days.at(reached) >= days_a_rung_;
            const bool on_its_heels = day.session.is_goal && last && day.date - *last < 2;
            if ((needed && !finished) || on_its_heels) {
                out.push_back({id, day.date, 0.0});
            }
            continue;
        }
        const std::size_t rung = rung_of(day.session);
        const bool in_order = rung < days.size() && rung >= reached && rung <= reached + 1 &&
                              (rung == reached || days.at(reached) >= days_a_rung_);
        if (!in_order || (last && day.date - *last < 2)) {
            out.push_back({id, day.date, 0.0});
        }
        if (rung < days.size()) {
            ++days.at(rung);
            reached = rung;
        }
        last = day.date;
    }
}

} // namespace plimsoll::planner

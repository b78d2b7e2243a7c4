// Availability.
// SPDX-License-Identifier: Apache-2.0
#include "planner/rules/available_days.hpp"

#include "model/words.hpp"

#include <algorithm>

namespace plimsoll::planner {
namespace {

std::string names_of(const Background& background) {
    std::string names;
    if (background.athlete != nullptr) {
        for (const Weekday day : background.athlete->days) {
            names += (names.empty() ? "" : " ") + std::string(to_string(day));
        }
    }
    names = names.empty() ? say("any day") : names;
    for (const DaySpan& span : background.away) {
        if (span.to >= background.start()) {
            names += say("; not ") + long_day(span.from) +
                     (span.days() > 1 ? say(" to {}", long_day(span.to)) : std::string());
        }
    }
    return names;
}

} // namespace

RuleInfo AvailableDays::info() const {
    return {
        id,
        say("Runs stand only on days that can be trained on: none during illness, holiday or "
            "where you are unavailable. A race or match may be on a day that is not trained on."),
        names_of(background_),
        true,
        say("the athlete's file and the events"),
        "policy",
        "[sport] days"};
}

void AvailableDays::constrain(HorizonModel& /*model*/) const {} // the frame has no other days

void AvailableDays::check(const CheckContext& context, std::vector<Violation>& out) const {
    const Athlete* athlete = context.athlete();
    for (const PlannedDay& day : context.schedule().days) {
        bool free = athlete == nullptr || athlete->days.empty() || day.session.is_goal ||
                    std::find(athlete->days.begin(), athlete->days.end(), day.date.weekday()) !=
                        athlete->days.end();
        for (const DaySpan& span : context.away()) {
            free = free && (day.date < span.from || day.date > span.to);
        }
        if (day.session.kind != SessionKind::rest && !free) {
            out.push_back({id, day.date, day.session.distance_m});
        }
    }
}

} // namespace plimsoll::planner

// Availability.
// SPDX-License-Identifier: Apache-2.0
#include "planner/rules/available_days.hpp"

#include <algorithm>

namespace plimsoll::planner {
namespace {

std::string names_of(const Athlete* athlete) {
    std::string names;
    if (athlete != nullptr) {
        for (const Weekday day : athlete->days) {
            names += (names.empty() ? "" : " ") + std::string(to_string(day));
        }
    }
    return names.empty() ? "any day" : names;
}

} // namespace

RuleInfo AvailableDays::info() const {
    return {id,
            "Runs stand only on days that can be trained on.",
            names_of(athlete_),
            true,
            "the athlete's file",
            "policy"};
}

void AvailableDays::constrain(HorizonModel& /*model*/) const {} // the frame has no other days

void AvailableDays::check(const CheckContext& context, std::vector<Violation>& out) const {
    if (athlete_ == nullptr || athlete_->days.empty()) {
        return;
    }
    for (const PlannedDay& day : context.schedule().days) {
        const bool available = std::find(athlete_->days.begin(), athlete_->days.end(),
                                         day.date.weekday()) != athlete_->days.end();
        if (day.session.kind != SessionKind::rest && !available) {
            out.push_back({id, day.date, day.session.distance_m});
        }
    }
}

} // namespace plimsoll::planner

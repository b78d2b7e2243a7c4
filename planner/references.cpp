// References of the session cap.
// SPDX-License-Identifier: Apache-2.0
#include "planner/references.hpp"

#include "model/units.hpp"
#include "planner/rounding.hpp"
#include "risk/layoff.hpp"
#include "risk/spike.hpp"

#include <algorithm>
#include <optional>

namespace plimsoll::planner {
namespace {

constexpr double metres_a_km = units::metres_per_kilometre;

// The longest of the 30 days before; of equals the one of the log, then the latest planned.
std::optional<Reference> longest_before(const Background& background, Date day,
                                        const std::map<Date, double>& planned_km) {
    std::optional<Reference> best;
    double best_km = 0.0;
    if (day - background.as_of <= risk::spike_window_days) {
        if (const auto run = risk::longest_run_before(background.measuring_sessions(), day)) {
            best_km = run->distance_m / metres_a_km;
            best = Reference{run->day, best_km, false};
        }
    }
    for (auto at = planned_km.lower_bound(day - risk::spike_window_days);
         at != planned_km.end() && at->first < day; ++at) {
        const bool better =
            !best || at->second > best_km || (best->is_planned && at->second >= best_km);
        if (better) {
            best_km = at->second;
            best = Reference{at->first, 0.0, true};
        }
    }
    return best;
}

// How much each week and run could hold at most, oldest first.
class Reach {
public:
    Reach(const Background& background, const Frame& frame, const PlanPolicy& policy)
        : background_(background),
          frame_(frame),
          policy_(policy) {}

    References references() {
        for (const FrameWeek& week : frame_.weeks) {
            add(week);
        }
        return std::move(references_);
    }

private:
    double before_km(const FrameWeek& week, double without) const {
        return week.reference ? week_km_[*week.reference] : without / metres_a_km;
    }

    double ceiling_km(const FrameWeek& week) const {
        const double usual_km = background_.usual_weekly_m / metres_a_km;
        if (week.recovery) {
            return policy_.recovery_fraction * before_km(week, background_.last_week_m);
        }
        if (week.week_back >= 1 && week.week_back <= risk::ladder_weeks + 1) {
            const double share_km = policy_.ladder_share(week.week_back) * usual_km;
            return walked_ && !week.walk_run()
                       ? std::min(share_km, policy_.growth_after_walk_run * before_km(week, 0.0))
                       : share_km;
        }
        return policy_.weekly_growth * before_km(week, background_.usual_weekly_m);
    }

    void add(const FrameWeek& week) {
        const double ceiling = ceiling_km(week);
        walked_ = walked_ || week.walk_run();
        double sum = 0.0;
        for (const Slot& slot : week.slots) {
            double km = slot.fixed_m / metres_a_km;
            if (!slot.rung) {
                km = slot.is_long ? background_.most_long_share(week.slots.size()) * ceiling
                                  : ceiling;
                if (const auto before = longest_before(background_, slot.day, km_)) {
                    references_.emplace(slot.day, *before);
                    const double longest =
                        before->is_planned ? km_.at(before->day) : before->log_km;
                    km = std::min(km, policy_.session_cap * longest);
                }
                km = week.held ? 0.0 : km;
                if (week.has_event() && week.reference) { // as the rule of the goal's day
                    const std::size_t runs = frame_.weeks[*week.reference].slots.size();
                    const double mean = week_km_[*week.reference] /
                                        static_cast<double>(std::max<std::size_t>(runs, 1));
                    km = std::min(km, mean + planned_step_km);
                }
                km = slot.is_event ? slot.fixed_m / metres_a_km : km;
            }
            km_[slot.day] = slot.is_long || slot.rung
                                ? km
                                : std::min(km, ceiling / static_cast<double>(week.slots.size()));
            sum += km;
        }
        week_km_.push_back(std::min(ceiling, sum));
    }

    const Background& background_;
    const Frame& frame_;
    const PlanPolicy& policy_;
    std::map<Date, double> km_;
    std::vector<double> week_km_;
    References references_;
    bool walked_ = false; ///< a week on the walk-run ladder was added
};

} // namespace

References references_by_reach(const Background& background, const Frame& frame,
                               const PlanPolicy& policy) {
    return Reach(background, frame, policy).references();
}

References references_to_log(const Background& background, const References& others) {
    References references = others;
    for (auto& [day, reference] : references) {
        reference = longest_before(background, day, {}).value_or(reference);
    }
    return references;
}

References references_at(const Background& background, const std::map<Date, double>& planned_km) {
    References references;
    for (const auto& [day, km] : planned_km) {
        if (const auto before = longest_before(background, day, planned_km)) {
            references.emplace(day, *before);
        }
    }
    return references;
}

} // namespace plimsoll::planner

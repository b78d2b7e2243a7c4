// The bound, week after week.
// SPDX-License-Identifier: Apache-2.0
#include "planner/reach_bound.hpp"

#include "model/units.hpp"
#include "planner/linear_program.hpp"
#include "planner/rounding.hpp"
#include "risk/layoff.hpp"
#include "risk/rolling.hpp"
#include "risk/spike.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace plimsoll::planner {
namespace {

class ReachBound {
public:
    ReachBound(const Background& background, const Frame& frame, const PlanPolicy& policy)
        : background_(background),
          frame_(frame),
          policy_(policy) {}

    std::vector<double> weeks_km() {
        for (const FrameWeek& week : frame_.weeks) {
            add(week);
        }
        return std::move(weeks_km_);
    }

private:
    double before_km(const FrameWeek& week, double without_m) const {
        return week.reference ? weeks_km_[*week.reference]
                              : without_m / units::metres_per_kilometre;
    }

    double ceiling_km(const FrameWeek& week) const {
        const bool on_ladder = week.week_back >= 1 && week.week_back <= risk::ladder_weeks + 1;
        double ceiling = no_bound;
        if (on_ladder) {
            ceiling = policy_.ladder_share(week.week_back) * background_.usual_weekly_m /
                      units::metres_per_kilometre;
        }
        if (week.recovery) {
            ceiling = std::min(ceiling, policy_.recovery_fraction *
                                            before_km(week, background_.last_week_m));
        } else if (on_ladder && walked_) {
            ceiling = std::min(ceiling, policy_.growth_after_walk_run * before_km(week, 0.0));
        } else if (!on_ladder) {
            ceiling = policy_.weekly_growth * before_km(week, background_.usual_weekly_m);
        }
        return std::min(ceiling, ratio_ceiling_km(week)) + row_tolerance_km;
    }

    // From the three weeks before it, by the ratio on the last day of the week.
    double ratio_ceiling_km(const FrameWeek& week) const {
        constexpr auto acute = static_cast<int>(risk::acute_days);
        constexpr auto chronic = static_cast<int>(risk::chronic_days);
        const Date day = week.to();
        const bool counts = policy_.ratio_cap && day - background_.history_from() >= chronic - 1 &&
                            (!frame_.first_back || day - *frame_.first_back >= chronic);
        const double share = policy_.ratio_cap.value_or(0.0) * acute / chronic;
        if (!counts || share >= 1.0) {
            return no_bound;
        }
        double before = 0.0;
        for (std::size_t w = weeks_km_.size(); w-- > 0 && w + 3 >= weeks_km_.size();) {
            before += weeks_km_[w];
        }
        for (Date at = day - (chronic - 1); background_.running && at <= background_.as_of;
             at = at + 1) {
            const DailySeries& series = background_.running->series;
            before += series.contains(at)
                          ? series.loads()[series.index_of(at)] / units::metres_per_kilometre
                          : 0.0;
        }
        const double inherited =
            inherited_excess_m(background_, *policy_.ratio_cap, day, frame_.weeks);
        return (share * before + inherited / units::metres_per_kilometre + row_tolerance_km) /
               (1.0 - share);
    }

    // Of the log or planned, in the 30 days before; unbounded where no run lies there.
    double longest_before_km(Date day) const {
        double longest = 0.0;
        if (day - background_.as_of <= risk::spike_window_days) {
            if (const auto run = risk::longest_run_before(background_.measuring_sessions(), day)) {
                longest = run->distance_m / units::metres_per_kilometre;
            }
        }
        for (auto at = runs_km_.lower_bound(day - risk::spike_window_days); at != runs_km_.end();
             ++at) {
            longest = std::max(longest, at->second);
        }
        if (longest <= 0.0) {
            return no_bound;
        }
        return longest;
    }

    void add(const FrameWeek& week) {
        const double ceiling = ceiling_km(week);
        std::vector<double> runs;
        double sum = 0.0;
        for (const Slot& slot : week.slots) {
            double km = slot.fixed_m / units::metres_per_kilometre;
            if (!slot.rung) {
                const double cap = policy_.session_cap * longest_before_km(slot.day);
                const double most = std::min(ceiling, cap + row_tolerance_km);
                if (slot.is_event && km > most) {
                    weeks_km_.push_back(0.0);
                    return;
                }
                km = slot.is_event ? km : whole_steps(most);
            }
            runs_km_[slot.day] = km;
            runs.push_back(km);
            sum += km;
        }
        if (week.walk_run()) {
            walked_ = true;
            weeks_km_.push_back(sum);
            return;
        }
        double shaped = 0.0;
        for (std::size_t s = 0; s < runs.size(); ++s) {
            if (runs.size() > 1 && !week.has_event()) { // the proportion of the long run
                const double others = (sum - runs[s]) / static_cast<double>(runs.size() - 1);
                const double most = background_.long_limit * others + planned_step_km;
                runs[s] = std::min(runs[s], whole_steps(most + row_tolerance_km));
                runs_km_[week.slots[s].day] = runs[s];
            }
            shaped += runs[s];
        }
        weeks_km_.push_back(std::min(ceiling, shaped));
    }

    const Background& background_;
    const Frame& frame_;
    const PlanPolicy& policy_;
    std::map<Date, double> runs_km_;
    std::vector<double> weeks_km_;
    bool walked_ = false;
};

} // namespace

std::vector<double> most_by_week_km(const Background& background, const Frame& frame,
                                    const PlanPolicy& policy) {
    return ReachBound(background, frame, policy).weeks_km();
}

} // namespace plimsoll::planner

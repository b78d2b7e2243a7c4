// The frame of a plan.
// SPDX-License-Identifier: Apache-2.0
#include "planner/frame.hpp"

#include "model/error.hpp"
#include "model/units.hpp"
#include "risk/layoff.hpp"
#include "risk/spike.hpp"

#include <algorithm>
#include <cstdlib>

namespace plimsoll::planner {
namespace {

constexpr double default_weekly_growth = 1.10;     // convention; Buist 2008 found no protection
constexpr double default_recovery_fraction = 0.70; // policy: no source gives a depth
constexpr int recovery_every_weeks = 4;            // policy: design 8
constexpr int recovery_every_weeks_older = 3;      // policy: design 8
constexpr int older_from = 45;                     // years; policy: design 8

bool runs_on(const Background& background, Date day) {
    const auto& days = background.run_days;
    return std::find(days.begin(), days.end(), day.weekday()) != days.end();
}

// Gives each walk-run session its rung, at least two days each, never on consecutive days; repeats
// are cut, most first, until the week keeps the ceiling of its week back.
class WalkRun {
public:
    explicit WalkRun(const Background& background)
        : background_(background),
          speed_mps_(background.pace_s_m ? 1.0 / *background.pace_s_m : 0.0),
          active_(background.starts_with_walk_run()) {
        require(!active_ || background.pace_s_m.has_value(),
                "make_frame: a walk-run ladder needs the runner's pace");
    }

    bool active() const noexcept { return active_; }

    void fill(FrameWeek& week) {
        const std::vector<Rung>& ladder = walk_run_ladder();
        for (int d = 0; d < 7; ++d) {
            const Date day = week.from + d;
            if (!runs_on(background_, day) || (last_ && day - *last_ < 2)) {
                continue;
            }
            Slot slot;
            slot.day = day;
            slot.rung = std::min(done_ / static_cast<std::size_t>(days_a_rung), ladder.size() - 1);
            slot.repeats = ladder[*slot.rung].most_repeats;
            week.slots.push_back(slot);
            last_ = day;
            ++done_;
        }
        fit(week);
        if (!week.slots.empty()) {
            last_ = week.slots.back().day;
        }
        active_ = done_ < ladder.size() * static_cast<std::size_t>(days_a_rung);
    }

private:
    double distance_of(const Slot& slot) const {
        return walk_run_ladder()[*slot.rung].run_s * slot.repeats * speed_mps_;
    }

    void fit(FrameWeek& week) {
        const double ceiling = background_.usual_weekly_m * risk::ladder_share(week.week_back);
        const auto total = [&] {
            double sum = 0.0;
            for (const Slot& slot : week.slots) {
                sum += distance_of(slot);
            }
            return sum;
        };
        while (total() > ceiling) {
            const auto longest = std::max_element(
                week.slots.begin(), week.slots.end(), [](const Slot& a, const Slot& b) {
                    const auto spare = [](const Slot& s) {
                        return s.repeats - walk_run_ladder()[*s.rung].least_repeats;
                    };
                    return spare(a) < spare(b);
                });
            if (longest->repeats > walk_run_ladder()[*longest->rung].least_repeats) {
                --longest->repeats;
            } else if (week.slots.size() > 1) {
                week.slots.pop_back();
                --done_;
            } else {
                break; // the ceiling rule will say that there is no plan
            }
        }
        for (Slot& slot : week.slots) {
            slot.fixed_m = distance_of(slot);
        }
    }

    const Background& background_;
    double speed_mps_;
    bool active_;
    std::size_t done_ = 0;
    std::optional<Date> last_;
};

// How many runs a week on the layoff ladder has room for; the usual number beyond it.
std::size_t runs_in(const FrameWeek& week, const Background& background, const PlanPolicy& policy) {
    const std::size_t usual = background.run_days.size();
    const bool on_ladder = week.week_back >= 1 && week.week_back <= risk::ladder_weeks;
    if (!on_ladder || !background.pace_s_m) {
        return usual;
    }
    const int step = week.recovery ? std::max(1, week.week_back - 1) : week.week_back;
    const double ceiling_m = background.usual_weekly_m * risk::ladder_share(step) *
                             (week.recovery ? policy.recovery_fraction : 1.0);
    const double minutes = ceiling_m * *background.pace_s_m / units::seconds_per_minute;
    return std::clamp<std::size_t>(static_cast<std::size_t>(minutes / least_run_min), 1, usual);
}

// The long day and, of the others, those that lie farthest from it and from each other.
std::vector<Weekday> spread_days(const Background& background, std::size_t count) {
    std::vector<Weekday> chosen{background.long_day};
    const auto apart = [](Weekday a, Weekday b) {
        const int days = std::abs(static_cast<int>(a) - static_cast<int>(b));
        return std::min(days, 7 - days);
    };
    while (chosen.size() < count) {
        const Weekday* best = nullptr;
        int best_distance = 0;
        for (const Weekday& day : background.run_days) {
            int nearest = 7;
            for (const Weekday other : chosen) {
                nearest = std::min(nearest, apart(day, other));
            }
            if (nearest > best_distance) {
                best = &day;
                best_distance = nearest;
            }
        }
        if (best == nullptr) {
            break;
        }
        chosen.push_back(*best);
    }
    return chosen;
}

void fill_with_runs(FrameWeek& week, const Background& background, const PlanPolicy& policy) {
    const std::vector<Weekday> days = spread_days(background, runs_in(week, background, policy));
    for (int d = 0; d < 7; ++d) {
        const Date day = week.from + d;
        if (std::find(days.begin(), days.end(), day.weekday()) != days.end()) {
            Slot slot;
            slot.day = day;
            slot.is_long = day.weekday() == background.long_day;
            week.slots.push_back(slot);
        }
    }
}

int week_back_of(const Background& background, Date from) {
    if (!background.time_off && !background.starts_with_walk_run()) {
        return 0;
    }
    const Date first = background.time_off && background.time_off->first_back
                           ? *background.time_off->first_back
                           : background.start();
    return (from - first) / 7 + 1;
}

} // namespace

PlanPolicy PlanPolicy::of(const Athlete* athlete, Date start) {
    PlanPolicy policy{risk::session_cap, default_weekly_growth, recovery_every_weeks,
                      default_recovery_fraction, std::nullopt};
    if (athlete == nullptr) {
        return policy;
    }
    if (athlete->birth_date && age_in_years(*athlete->birth_date, start) >= older_from) {
        policy.recovery_every = recovery_every_weeks_older;
    }
    const Policy& own = athlete->policy;
    policy.session_cap = own.session_cap.value_or(policy.session_cap);
    policy.weekly_growth = own.weekly_growth.value_or(policy.weekly_growth);
    policy.recovery_every = own.recovery_every.value_or(policy.recovery_every);
    policy.recovery_fraction = own.recovery_fraction.value_or(policy.recovery_fraction);
    policy.ratio_cap = own.ratio_cap;
    return policy;
}

const std::vector<Rung>& walk_run_ladder() {
    static const std::vector<Rung> ladder{
        {240, 60, 3, 6}, {180, 120, 3, 6}, {120, 180, 3, 6}, {60, 240, 3, 6}, {0, 300, 4, 6}};
    return ladder;
}

std::size_t FrameWeek::long_slot() const {
    for (std::size_t i = 0; i < slots.size(); ++i) {
        if (slots[i].is_long) {
            return i;
        }
    }
    return slots.size() - 1;
}

Frame make_frame(const Background& background, const PlanPolicy& policy, int weeks) {
    Frame frame;
    WalkRun walk_run(background);
    std::optional<std::size_t> building;
    for (int w = 0; w < weeks; ++w) {
        FrameWeek week;
        week.number = w + 1;
        week.from = background.start() + 7 * w;
        week.week_back = week_back_of(background, week.from);
        const int counted = week.week_back > 0 ? week.week_back : week.number;
        week.reference = building;
        if (walk_run.active()) {
            walk_run.fill(week);
        } else {
            week.recovery = counted % policy.recovery_every == 0;
            fill_with_runs(week, background, policy);
        }
        if (!week.recovery) {
            building = frame.weeks.size();
        }
        frame.weeks.push_back(std::move(week));
    }
    return frame;
}

} // namespace plimsoll::planner

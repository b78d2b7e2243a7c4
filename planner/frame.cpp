// The frame of a plan.
// SPDX-License-Identifier: Apache-2.0
#include "planner/frame.hpp"

#include "model/error.hpp"
#include "model/units.hpp"
#include "risk/layoff.hpp"
#include "risk/rolling.hpp"
#include "risk/spike.hpp"

#include <algorithm>
#include <utility>

namespace plimsoll::planner {
namespace {

// The days of a week that can be run on: the usual ones, else any that the athlete's file leaves.
std::vector<Date> days_of(const FrameWeek& week, const Background& background,
                          const std::set<Date>& left_out) {
    for (const std::vector<Weekday>& weekdays :
         {background.run_days, days_open_to(background.athlete)}) {
        std::vector<Date> days;
        for (Date day = week.from; day <= week.to(); day = day + 1) {
            const bool open =
                std::find(weekdays.begin(), weekdays.end(), day.weekday()) != weekdays.end();
            if (open && !background.is_away(day) && !left_out.contains(day)) {
                days.push_back(day);
            }
        }
        if (!days.empty()) {
            return days;
        }
    }
    return {};
}

// Gives each walk-run session its rung, at least two days each, never on consecutive days; repeats
// are cut, most first, until the week keeps the ceiling of its week back.
class WalkRun {
public:
    WalkRun(const Background& background, const PlanPolicy& policy, bool active)
        : background_(background),
          policy_(policy),
          speed_mps_(background.planned_pace_s_m ? 1.0 / *background.planned_pace_s_m : 0.0),
          active_(active) {
        if (background.restart) { // at least the last rung
            const auto done = static_cast<std::size_t>(background.restart->rungs_done);
            done_ = std::min(done, walk_run_ladder().size() - 1) * days_a_rung();
        }
        require(!active_ || background.planned_pace_s_m.has_value(),
                "make_frame: a walk-run ladder needs the runner's pace");
    }

    bool active() const noexcept { return active_; }

    std::optional<Date> last_day() const noexcept { return last_; }

    void fill(FrameWeek& week) {
        const std::vector<Rung>& ladder = walk_run_ladder();
        for (const Date day : days_of(week, background_, {})) {
            if (last_ && day - *last_ < 2) {
                continue;
            }
            Slot slot;
            slot.day = day;
            slot.rung = std::min(done_ / days_a_rung(), ladder.size() - 1);
            slot.repeats = ladder[*slot.rung].most_repeats;
            week.slots.push_back(slot);
            last_ = day;
            ++done_;
        }
        fit(week);
        if (!week.slots.empty()) {
            last_ = week.slots.back().day;
        }
        active_ = done_ < ladder.size() * days_a_rung();
    }

private:
    std::size_t days_a_rung() const { return static_cast<std::size_t>(policy_.walk_run_days); }

    double distance_of(const Slot& slot) const {
        return walk_run_ladder()[*slot.rung].run_s * slot.repeats * speed_mps_;
    }

    void fit(FrameWeek& week) {
        const double ceiling = background_.usual_weekly_m * policy_.ladder_share(week.week_back);
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
    const PlanPolicy& policy_;
    double speed_mps_;
    bool active_;
    std::size_t done_ = 0;
    std::optional<Date> last_;
};

// How many runs a week on the layoff ladder has room for; the usual number beyond it.
std::size_t runs_in(const FrameWeek& week, const Background& background, const PlanPolicy& policy) {
    const std::size_t usual = background.run_days.size();
    const bool on_ladder = week.week_back >= 1 && week.week_back <= risk::ladder_weeks;
    if (!on_ladder || !background.planned_pace_s_m) {
        return usual;
    }
    const int step = week.recovery ? std::max(1, week.week_back - 1) : week.week_back;
    const double ceiling_m = background.usual_weekly_m * policy.ladder_share(step) *
                             (week.recovery ? policy.recovery_fraction : 1.0);
    const double minutes = ceiling_m * *background.planned_pace_s_m / units::seconds_per_minute;
    return std::clamp<std::size_t>(static_cast<std::size_t>(minutes / least_run_min), 1, usual);
}

// The long day and, of the others, those that lie farthest from it and from each other.
std::vector<Date> spread_days(const std::vector<Date>& days, Date long_day, std::size_t count) {
    std::vector<Date> chosen{long_day};
    while (chosen.size() < std::min(count, days.size())) {
        Date best = long_day;
        int best_distance = 0;
        for (const Date day : days) {
            int nearest = days_a_week;
            for (const Date other : chosen) {
                nearest = std::min(nearest, days_apart(day.weekday(), other.weekday()));
            }
            if (nearest > best_distance) {
                best = day;
                best_distance = nearest;
            }
        }
        chosen.push_back(best);
    }
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

// The days before the event, but the one just before it, and the event; of a week behind it
// nothing.
void lead_to(FrameWeek& week, const EventDay& event) {
    if (event.day > week.to() + 1) {
        return;
    }
    const auto drop_from = [&](Date day) {
        week.slots.erase(std::remove_if(week.slots.begin(), week.slots.end(),
                                        [&](const Slot& slot) { return slot.day >= day; }),
                         week.slots.end());
    };
    drop_from(event.day);
    const bool holds_event = event.day >= week.from && event.day <= week.to();
    if (holds_event || week.slots.size() > 1) {
        drop_from(event.day - 1);
    }
    if (!holds_event) {
        return;
    }
    for (Slot& slot : week.slots) {
        slot.is_long = false;
    }
    Slot slot;
    slot.day = event.day;
    slot.is_long = true;
    slot.is_event = true;
    slot.fixed_m = event.distance_m;
    week.slots.push_back(slot);
}

// @param walked  the last walk-run session: where the week has other days, the one after it is
// free.
void fill_with_runs(FrameWeek& week, const Background& background, const PlanPolicy& policy,
                    const std::set<Date>& left_out, std::optional<Date> walked = {}) {
    std::vector<Date> days = days_of(week, background, left_out);
    if (walked && days.size() > 1 && days.front() - *walked < 2) {
        days.erase(days.begin());
    }
    if (days.empty()) {
        return;
    }
    const auto usual = std::find_if(days.begin(), days.end(),
                                    [&](Date day) { return day.weekday() == background.long_day; });
    const Date long_day = usual == days.end() ? days.back() : *usual;
    for (const Date day : spread_days(days, long_day, runs_in(week, background, policy))) {
        Slot slot;
        slot.day = day;
        slot.is_long = day == long_day;
        week.slots.push_back(slot);
    }
}

// @param frame  up to the week before: its walk-run sessions count once the ratio is bound.
bool is_held(const FrameWeek& week, const Background& background, const PlanPolicy& policy,
             const Frame& frame) {
    for (Date day = week.from; policy.ratio_cap && day <= week.to(); day = day + 1) {
        const bool bound =
            frame.first_back && day - *frame.first_back >= static_cast<int>(risk::chronic_days);
        const std::span<const FrameWeek> walked =
            bound ? std::span<const FrameWeek>(frame.weeks) : std::span<const FrameWeek>();
        if (inherited_excess_m(background, *policy.ratio_cap, day, walked) > 0.0) {
            return true;
        }
    }
    return false;
}

std::optional<Date> first_day_back(const Background& background, bool walk_run) {
    if (background.restart) {
        return background.restart->first_run;
    }
    if (walk_run) {
        return background.start();
    }
    if (!background.time_off) {
        return std::nullopt;
    }
    return background.time_off->first_back ? background.time_off->first_back
                                           : std::optional(background.start());
}

// A week before it is known what it holds.
FrameWeek empty_week(const Background& background, const PlanPolicy& policy,
                     const std::optional<Date>& first_back, int number) {
    FrameWeek week;
    week.number = number;
    week.from = background.start() + days_a_week * (number - 1);
    week.week_back = week_back_on(first_back, week.from);
    // A plan that goes on begins on any day of a week of the plan before: in the nearer week.
    const int days = week.from - background.counted_from() + days_a_week / 2;
    const int counted = week.week_back > 0 ? week.week_back : days / days_a_week + 1;
    week.recovery = counted % policy.recovery_every == 0;
    return week;
}

} // namespace

int week_back_on(const std::optional<Date>& first_back, Date day) {
    return first_back ? (day - *first_back) / days_a_week + 1 : 0;
}

double inherited_excess_m(const Background& background, double ratio_cap, Date day,
                          std::span<const FrameWeek> weeks) {
    constexpr auto acute = static_cast<int>(risk::acute_days);
    constexpr auto chronic = static_cast<int>(risk::chronic_days);
    if (!background.running || day - background.history_from() < chronic - 1) {
        return 0.0;
    }
    const DailySeries& series = background.running->series;
    double excess_m = 0.0;
    const auto add = [&](Date at, double load_m) {
        excess_m += (day - at < acute ? load_m : 0.0) - ratio_cap * acute / chronic * load_m;
    };
    for (Date at = day - (chronic - 1); at <= background.as_of; at = at + 1) {
        add(at, series.loads()[series.index_of(at)]);
    }
    for (const FrameWeek& week : weeks) {
        for (const Slot& slot : week.slots) {
            if (slot.rung && slot.day <= day && day - slot.day < chronic) {
                add(slot.day, slot.fixed_m);
            }
        }
    }
    return std::max(0.0, excess_m);
}

bool starts_with_walk_run(const Background& background, const PlanPolicy& policy) {
    const bool rungs_left =
        background.restart &&
        static_cast<std::size_t>(background.restart->rungs_done) < walk_run_ladder().size();
    const bool some_run =
        background.last_run &&
        (!background.restart || *background.last_run >= background.restart->first_run);
    if (rungs_left || !some_run) {
        return true;
    }
    const std::optional<Date> first_back = first_day_back(background, false);
    for (int number = 1; number <= risk::spike_window_days / days_a_week + 1; ++number) {
        FrameWeek week = empty_week(background, policy, first_back, number);
        fill_with_runs(week, background, policy, {});
        if (!week.slots.empty()) {
            return week.slots.front().day - *background.last_run > risk::spike_window_days;
        }
    }
    return true;
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

bool Frame::has_event() const {
    return std::any_of(weeks.begin(), weeks.end(),
                       [](const FrameWeek& week) { return week.has_event(); });
}

Frame make_frame(const Background& background, const PlanPolicy& policy, int weeks,
                 const std::set<Date>& left_out, const std::optional<EventDay>& event) {
    Frame frame;
    frame.event_is_match = event && event->is_match;
    WalkRun walk_run(background, policy, starts_with_walk_run(background, policy));
    frame.first_back = first_day_back(background, walk_run.active());
    std::optional<std::size_t> building;
    for (int number = 1; number <= weeks; ++number) {
        FrameWeek week = empty_week(background, policy, frame.first_back, number);
        week.reference = building;
        if (walk_run.active()) {
            week.recovery = false;
            walk_run.fill(week);
        } else {
            week.held = is_held(week, background, policy, frame);
            fill_with_runs(week, background, policy, left_out, walk_run.last_day());
            const bool day_between =
                !event || !walk_run.last_day() || event->day - *walk_run.last_day() >= 2;
            if (event && day_between) {
                lead_to(week, *event);
            }
        }
        if (!week.recovery && !week.held) {
            building = frame.weeks.size();
        }
        frame.weeks.push_back(std::move(week));
    }
    return frame;
}

} // namespace plimsoll::planner

// Facts for the verifier, by other means than those of the planner.
// SPDX-License-Identifier: Apache-2.0
#include "planner/check_context.hpp"

#include <algorithm>
#include <map>

namespace plimsoll::planner {
namespace {

constexpr int days_off_that_count = 14;    // "2 weeks or longer": CSCCa/NSCA 2019
constexpr int days_without_reference = 30; // Frandsen 2025
constexpr int usual_days = 28;             // what a usual week is the mean of; policy
constexpr int shortest_gap = 7;            // of an unlogged stretch the whole gap counts; policy

struct Span {
    Date from;
    Date to;
};

// The log as days: what was run, which days are known.
class OwnLog {
public:
    // @param habits_end  the day of an injury, up to which habits count; none: see
    // usual_weekly_m().
    OwnLog(std::span<const Session> sessions, std::span<const DaySpan> unlogged, Date as_of,
           std::optional<Date> habits_end)
        : as_of_(as_of),
          habits_end_(habits_end) {
        for (const Session& session : sessions) {
            double& run_m = days_.emplace(session.start.day, 0.0).first->second;
            run_m += is_run(session.sport) ? session.distance_m.value_or(0.0) : 0.0;
        }
        Date free = as_of + 1;
        for (const auto& [day, run_m] : days_) {
            if (day > free) {
                note_free_days({free, day - 1}, unlogged);
            }
            free = day + 1;
        }
        note_free_days({free, as_of}, unlogged);
        find_time_off();
    }

    // The first day behind the last that is not known.
    Date known_from() const {
        Date from = days_.empty() ? as_of_ + 1 : days_.begin()->first;
        for (const Span& span : unknown_) {
            from = std::max(from, span.to + 1);
        }
        return from;
    }

    bool knows_a_run() const { return last_run_.has_value(); }

    Date last_run() const { return *last_run_; }

    std::optional<Date> first_back() const {
        if (time_off_.empty() || as_of_ - (time_off_.back().to + 1) >= usual_days) {
            return std::nullopt;
        }
        return time_off_.back().to + 1;
    }

    // Mean week of the last 28 known days that were no time off, up to the latest one.
    double usual_weekly_m() const {
        if (days_.empty()) {
            return 0.0;
        }
        const Date last = habits_end_    ? *habits_end_
                          : first_back() ? time_off_.back().from - 1
                                         : as_of_;
        double sum = 0.0;
        int counted = 0;
        for (Date day = last; day >= days_.begin()->first && counted < usual_days; day = day - 1) {
            if (!within(time_off_, day) && !within(unknown_, day)) {
                const auto found = days_.find(day);
                sum += found == days_.end() ? 0.0 : found->second;
                ++counted;
            }
        }
        return counted == 0 ? 0.0 : 7.0 * sum / counted;
    }

private:
    static bool within(const std::vector<Span>& spans, Date day) {
        return std::any_of(spans.begin(), spans.end(),
                           [&](const Span& s) { return s.from <= day && day <= s.to; });
    }

    // Days without a session from one day to another, perhaps none.
    void note_free_days(Span free, std::span<const DaySpan> unlogged) {
        for (const DaySpan& span : unlogged) {
            const Span both{std::max(free.from, span.from), std::min(free.to, span.to)};
            if (both.from <= both.to) {
                unknown_.push_back(free.to - free.from + 1 >= shortest_gap ? free : both);
            }
        }
    }

    void note_time_off(Date last, Date to) {
        const bool known = std::none_of(unknown_.begin(), unknown_.end(),
                                        [&](const Span& s) { return s.from <= to && s.to > last; });
        if (to - last >= days_off_that_count && known) {
            time_off_.push_back({last + 1, to});
        }
    }

    void find_time_off() {
        for (const auto& [day, run_m] : days_) {
            if (run_m > 0.0) {
                if (last_run_) {
                    note_time_off(*last_run_, day - 1);
                }
                last_run_ = day;
            }
        }
        if (last_run_) {
            note_time_off(*last_run_, as_of_);
        }
    }

    Date as_of_;
    std::optional<Date> habits_end_;
    std::map<Date, double> days_; // with a session of any kind: metres run
    std::vector<Span> unknown_;
    std::vector<Span> time_off_;
    std::optional<Date> last_run_;
};

} // namespace

CheckContext::CheckContext(const Background& background, const PlanPolicy& policy,
                           const Schedule& schedule)
    : given_(background),
      schedule_(schedule),
      recovery_every_(policy.recovery_every),
      ratio_cap_(policy.ratio_cap),
      sessions_(with_history(schedule, {background.sessions.begin(), background.sessions.end()},
                             background.sessions.front().athlete)) {
    // The weeks of the ladder after an injury are over in the sixth.
    const bool healing = restarted() && given_.as_of + 1 - *restarted() < 35;
    const OwnLog log(given_.sessions, given_.unlogged, given_.as_of,
                     healing ? std::optional(std::min(given_.restart->injured, given_.as_of))
                             : std::nullopt);
    first_back_ = restarted() ? restarted() : log.first_back();
    known_from_ = log.known_from();
    const auto first_run =
        std::find_if(schedule.days.begin(), schedule.days.end(),
                     [](const PlannedDay& day) { return day.session.kind != SessionKind::rest; });
    if (!first_back_ && first_run != schedule.days.end() &&
        (!log.knows_a_run() || first_run->date - log.last_run() > days_without_reference)) {
        first_back_ = given_.as_of + 1;
    }
    const bool said = athlete() != nullptr && athlete()->usual_weekly_distance_m;
    usual_weekly_m_ = said ? *athlete()->usual_weekly_distance_m : log.usual_weekly_m();
}

std::optional<Date> CheckContext::restarted() const noexcept {
    return given_.restart ? std::optional(given_.restart->first_run) : std::nullopt;
}

std::size_t CheckContext::rungs_done() const noexcept {
    return given_.restart ? static_cast<std::size_t>(given_.restart->rungs_done) : 0;
}

int CheckContext::week_back(const PlannedWeek& week) const {
    return first_back_ ? (week.from - *first_back_) / 7 + 1 : 0;
}

bool CheckContext::has_walk_run(const PlannedWeek& week) const {
    return std::any_of(schedule_.days.begin(), schedule_.days.end(), [&](const PlannedDay& day) {
        return day.date >= week.from && day.date <= week.to() &&
               day.session.kind == SessionKind::walk_run;
    });
}

bool CheckContext::recovers(const PlannedWeek& week) const {
    const int back = week_back(week);
    const Date counted_from = given_.weeks_from ? *given_.weeks_from : as_of() + 1;
    const int of_plan = (week.from - counted_from + 3) / 7 + 1;
    return (back > 0 ? back : of_plan) % recovery_every_ == 0 && !has_walk_run(week);
}

bool CheckContext::is_held(const PlannedWeek& week) const {
    if (!ratio_cap_ || has_walk_run(week)) {
        return false;
    }
    for (Date day = week.from; day <= week.to(); day = day + 1) {
        // Of the plan the walk-run sessions are as fixed as the log, once the ratio is bound.
        const bool bound = first_back_ && day - *first_back_ >= usual_days;
        const auto fixed_m = [&](Date from) {
            double sum = run_m(from, std::min(day, as_of()));
            for (const PlannedDay& planned : schedule_.days) {
                const bool walks = planned.session.kind == SessionKind::walk_run;
                if (bound && walks && planned.date >= from && planned.date <= day) {
                    sum += planned.session.distance_m;
                }
            }
            return sum;
        };
        if (day - known_from_ >= usual_days - 1 &&
            fixed_m(day - 6) > *ratio_cap_ * fixed_m(day - 27) / 4.0) {
            return true;
        }
    }
    return false;
}

double CheckContext::run_m(Date from, Date to) const {
    double sum = 0.0;
    for (const Session& session : sessions_) {
        if (session.start.day >= from && session.start.day <= to && is_run(session.sport)) {
            sum += session.distance_m.value_or(0.0);
        }
    }
    return sum;
}

} // namespace plimsoll::planner

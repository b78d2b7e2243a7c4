// The ratio ceiling.
// SPDX-License-Identifier: Apache-2.0
#include "planner/rules/ratio_ceiling.hpp"

#include "model/units.hpp"
#include "model/words.hpp"
#include "risk/acwr.hpp"
#include "risk/daily_load.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace plimsoll::planner {
namespace {

constexpr int acute = static_cast<int>(risk::acute_days);
constexpr int chronic = static_cast<int>(risk::chronic_days);

} // namespace

RuleInfo RatioCeiling::info() const {
    return {id,
            say("The coupled ratio stays at or under {:.2f} from 28 days of history, and "
                "after time off from 28 days after the first run back; what the log or the "
                "walk-run ladder brings above it is waited out.",
                cap_),
            fmt::format("{:.2f}", cap_),
            true,
            say("convention (Gabbett 2016); in runners the evidence points the other way"),
            "convention",
            "ratio_cap"};
}

void RatioCeiling::constrain(HorizonModel& model) const {
    const Background& background = model.background();
    const Date last = model.frame().weeks[model.weeks() - 1].to();
    const double share = cap_ * acute / chronic;
    Date from = std::max(background.start(), background.history_from() + (chronic - 1));
    if (model.frame().first_back) {
        from = std::max(from, *model.frame().first_back + chronic);
    }
    for (Date day = from; day <= last; day = day + 1) {
        const double inherited_km = inherited_excess_m(background, cap_, day, model.frame().weeks) /
                                    units::metres_per_kilometre;
        model.at_most(id, day, model.days_km(day - (acute - 1), day),
                      share * model.days_km(day - (chronic - 1), day) + Expression(inherited_km));
    }
}

void RatioCeiling::check(const CheckContext& context, std::vector<Violation>& out) const {
    const Date last = context.schedule().days.back().date;
    const Date as_of = context.schedule().days.front().date - 1;
    const auto all = risk::daily_load(context.sessions(), risk::Measure::distance, SportFilter::run,
                                      last, context.unlogged());
    // At rest on every day but those of the ladder, whose sessions are fixed.
    Schedule ladder = context.schedule();
    for (PlannedDay& day : ladder.days) {
        if (day.session.kind != SessionKind::walk_run) {
            day.session.distance_m = 0.0;
        }
    }
    const std::vector<Session> fixed =
        with_history(ladder, {context.history().begin(), context.history().end()},
                     context.history().front().athlete);
    const auto at_rest = risk::daily_load(fixed, risk::Measure::distance, SportFilter::run, last,
                                          context.unlogged());
    if (!all || !at_rest) {
        return;
    }
    const std::size_t known_from = all->series.size() - all->series.known_loads().size();
    const auto over_m = [&](std::span<const double> loads, std::size_t day) {
        const std::optional<double> ratio = risk::coupled_ratio(loads, day).value;
        return ratio ? (*ratio - cap_) * risk::window_sum(loads, day, risk::chronic_days) / 4.0
                     : 0.0;
    };
    for (const PlannedDay& day : context.schedule().days) {
        const std::optional<Date> first_back = context.first_back();
        const std::size_t index = all->series.index_of(day.date);
        if ((first_back && day.date - *first_back < chronic) || index < known_from) {
            continue;
        }
        const double planned_m = over_m(all->series.known_loads(), index - known_from);
        const double rest_m =
            over_m(at_rest->series.loads().subspan(known_from), index - known_from);
        const double excess_m = planned_m - std::max(0.0, rest_m);
        if (day.date > as_of && excess_m > check_tolerance_m) {
            out.push_back({id, day.date, excess_m});
        }
    }
}

} // namespace plimsoll::planner

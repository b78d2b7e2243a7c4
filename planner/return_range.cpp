// Ranges of the goal's day.
// SPDX-License-Identifier: Apache-2.0
#include "planner/return_range.hpp"

#include "model/error.hpp"
#include "planner/expected_days.hpp"

#include <algorithm>
#include <cmath>

namespace plimsoll::planner {
namespace {

constexpr double z_of_tenth = 1.2815515655446004; // standard normal quantile of 0.9

} // namespace

std::array<double, 3> shares_of_mean(double mean, double sd) {
    require(mean > 0.0 && sd > 0.0, "shares_of_mean: a mean and a deviation above 0");
    const double variance = std::log1p((sd / mean) * (sd / mean));
    const double s = std::sqrt(variance);
    const auto share = [&](double z) { return std::exp(z * s - variance / 2.0); };
    return {share(-z_of_tenth), share(0.0), share(z_of_tenth)};
}

const ExpectedDays* row_with_spread(const Pathway& pathway, const Subject& subject) {
    const ExpectedDays* longest = nullptr;
    for (const ExpectedDays& row : pathway.expected) {
        const bool counts = row.mean_days && row.sd_days && is_like(row, subject);
        if (counts && (longest == nullptr || *row.mean_days > *longest->mean_days)) {
            longest = &row;
        }
    }
    return longest;
}

std::optional<ReturnRange> return_range(const PathwayRequest& request,
                                        const PlanOnPathway& planned) {
    const PathwayPlan& path = planned.path;
    const bool behind_return =
        std::any_of(path.spans.begin(), path.spans.end(), [&](const PhaseSpan& span) {
            return path.pathway.phases[span.phase].after_return && span.from > path.first_day;
        });
    const ExpectedDays* row = row_with_spread(path.pathway, path.subject);
    if (!path.subject.onset || !path.state || !behind_return || row == nullptr ||
        planned.result.status != PlanStatus::planned) {
        return std::nullopt;
    }
    PathwayRequest of_share = request;
    of_share.goal.date.reset();
    if (request.goal.date && request.goal.has_event()) {
        of_share.goal.event_weekday = request.goal.date->weekday();
    }
    std::array<Date, 3> days{Date::from_days(0), Date::from_days(0), Date::from_days(0)};
    const std::array<double, 3> shares = shares_of_mean(*row->mean_days, *row->sd_days);
    for (std::size_t i = 0; i < shares.size(); ++i) {
        of_share.expected_share = shares.at(i);
        const PlanOnPathway other = plan_on_pathway(of_share);
        if (other.result.status != PlanStatus::planned) {
            return std::nullopt;
        }
        days.at(i) =
            i == 0 ? *other.result.goal_day : std::max(days.at(i - 1), *other.result.goal_day);
    }
    return ReturnRange{days[0],         days[1],       days[2],     row->text,
                       *row->mean_days, *row->sd_days, row->grounds};
}

} // namespace plimsoll::planner

// Assembles a validation.
// SPDX-License-Identifier: Apache-2.0
#include "risk/validation.hpp"

#include "model/error.hpp"
#include "risk/discrimination.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <set>
#include <utility>

namespace plimsoll::risk {
namespace {

std::vector<Session> all_sessions(std::span<const AthleteSessions> athletes, Date last_day) {
    std::vector<Session> all;
    for (const AthleteSessions& athlete : athletes) {
        std::copy_if(athlete.sessions.begin(), athlete.sessions.end(), std::back_inserter(all),
                     [&](const Session& session) { return session.start.day <= last_day; });
    }
    return all;
}

MetricResult judged(LoadMetric metric, const AthleteDays& days, const BootstrapPlan& plan) {
    const std::vector<ScoredDay> scored = scored_by(days.days, metric);
    const PairCounts pairs(scored, days.athletes.size());
    MetricResult result;
    result.metric = metric;
    result.days = pairs.days();
    result.onsets = pairs.onsets();
    result.injured_athletes = pairs.injured_athletes();
    result.auc = pairs.auc();
    if (result.auc) {
        result.ci = auc_interval(pairs, plan);
        result.calibration = calibrate(scored, days.athletes.size());
    }
    return result;
}

// The days of the coupled ratio, with its numerator and its denominator.
struct RatioDays {
    std::vector<ScoredDay> ratio;
    std::vector<ScoredDay> acute;
    std::vector<double> chronic;
};

RatioDays ratio_days(const AthleteDays& days) {
    RatioDays parts;
    for (const AthleteDay& day : days.days) {
        if (day.value(LoadMetric::coupled)) {
            parts.ratio.push_back({*day.value(LoadMetric::coupled), day.onset, day.athlete});
            parts.acute.push_back({*day.value(LoadMetric::acute), day.onset, day.athlete});
            parts.chronic.push_back(*day.value(LoadMetric::chronic));
        }
    }
    return parts;
}

NullComparison compared(const AthleteDays& days, const BootstrapPlan& plan) {
    RatioDays parts = ratio_days(days);
    const PairCounts ratio(parts.ratio, days.athletes.size());
    const PairCounts acute(parts.acute, days.athletes.size());
    NullComparison result;
    result.days = ratio.days();
    result.onsets = ratio.onsets();
    result.constant_auc = acute.auc();
    if (!result.constant_auc) {
        return result;
    }
    result.constant_ci = auc_interval(acute, plan);
    result.gain = *ratio.auc() - *acute.auc();
    result.gain_ci = difference_interval(ratio, acute, plan);
    Draw draw(plan.seed);
    std::vector<double> aucs;
    std::vector<ScoredDay> dealt = parts.acute;
    for (ScoredDay& day : dealt) {
        day.athlete = 0;
    }
    for (std::size_t deal = 0; deal < shuffle_count; ++deal) {
        draw.shuffle(parts.chronic);
        for (std::size_t i = 0; i < dealt.size(); ++i) {
            dealt[i].value = parts.acute[i].value / parts.chronic[i];
        }
        aucs.push_back(*PairCounts(dealt, 1).auc());
    }
    result.shuffled_auc =
        std::accumulate(aucs.begin(), aucs.end(), 0.0) / static_cast<double>(aucs.size());
    result.shuffled_range = middle_95(std::move(aucs));
    return result;
}

} // namespace

Validation validate(std::span<const AthleteSessions> athletes,
                    std::span<const InjuryReport> reports, const ValidationRequest& request) {
    require(!athletes.empty(), "validate: no athlete");
    const std::vector<Session> sessions = all_sessions(athletes, request.as_of);
    Validation v;
    v.as_of = request.as_of;
    v.measure = request.measure.value_or(default_measure(sessions));
    v.filter = request.filter.value_or(default_filter(v.measure));
    v.runners = default_measure(sessions) == Measure::distance;
    v.bootstrap = request.bootstrap;
    const AthleteDays days =
        athlete_days(athletes, reports, {v.as_of, v.measure, v.filter, v.runners});
    v.athletes_in_log = athletes.size();
    v.athletes = days.athletes.size();
    v.days = days.days.size();
    v.reports = days.reports;
    std::set<std::size_t> injured;
    for (const AthleteDay& day : days.days) {
        if (day.onset) {
            injured.insert(day.athlete);
        }
    }
    v.injured_athletes = injured.size();
    for (std::size_t i = 0; i < load_metric_count; ++i) {
        const auto metric = static_cast<LoadMetric>(i);
        if (metric != LoadMetric::spike || v.runners) {
            v.metrics.push_back(judged(metric, days, v.bootstrap));
        }
    }
    v.null_comparison = compared(days, v.bootstrap);
    v.refit = refit_coefficients(days.days, v.runners);
    return v;
}

} // namespace plimsoll::risk

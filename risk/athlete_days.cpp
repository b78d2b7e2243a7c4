// Days at risk.
// SPDX-License-Identifier: Apache-2.0
#include "risk/athlete_days.hpp"

#include "risk/acwr.hpp"
#include "risk/daily_load.hpp"
#include "risk/monotony.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace plimsoll::risk {
namespace {

struct MetricText {
    std::string_view id;
    std::string_view name;
    std::string_view definition;
};

constexpr std::array<MetricText, load_metric_count> metric_texts{{
    {"coupled", "coupled ratio", "mean of 7 days over mean of 28, from 28 days of history on"},
    {"uncoupled", "uncoupled ratio",
     "7 days over the mean week of the 21 before, from 28 days of history on"},
    {"ewma", "EWMA ratio", "spans 7 over 28, from 42 days of history on"},
    {"acute", "acute load", "sum of 7 days, from 7 days of history on"},
    {"chronic", "chronic load", "sum of 28 days, from 28 days of history on"},
    {"monotony", "monotony", "mean over sample SD of 7 days; none where all days are equal"},
    {"week_change", "week change",
     "7 days over the 7 before, minus 1; none where those hold no load"},
    {"session_spike", "session spike",
     "largest run of 7 days over the longest of the 30 days before it; 1 up to 10 % above"},
}};

const MetricText& text_of(LoadMetric metric) noexcept {
    return metric_texts[static_cast<std::size_t>(metric)];
}

// The loads of one athlete, asked at the end of a day.
class EndOfDay {
public:
    EndOfDay(const DailyLoad& load, std::span<const Session> sessions, bool runners)
        : series_(load.series),
          sessions_(sessions),
          ewma_(ewma_ratios(load.series.loads(), EwmaSeed::first_load)),
          runners_(runners) {}

    void describe(std::size_t end, AthleteDay& day) const {
        const std::span<const double> loads = series_.loads();
        const auto set = [&](LoadMetric metric, std::optional<double> value) {
            day.values[static_cast<std::size_t>(metric)] = value;
        };
        set(LoadMetric::coupled, coupled_ratio(loads, end).value);
        set(LoadMetric::uncoupled, uncoupled_ratio(loads, end).value);
        if (ewma_[end].ratio.status == RatioStatus::ok) {
            set(LoadMetric::ewma, ewma_[end].ratio.value);
        }
        if (end + 1 >= acute_days) {
            set(LoadMetric::acute, window_sum(loads, end, acute_days));
            set(LoadMetric::monotony,
                monotony(loads.subspan(end + 1 - acute_days, acute_days), Deviation::sample));
        }
        if (end + 1 >= chronic_days) {
            set(LoadMetric::chronic, window_sum(loads, end, chronic_days));
        }
        if (end + 1 >= 2 * acute_days) {
            const double before = window_sum(loads, end - acute_days, acute_days);
            if (before > 0.0) {
                set(LoadMetric::week_change, window_sum(loads, end, acute_days) / before - 1.0);
            }
        }
        if (runners_) {
            set(LoadMetric::spike, spike_at(series_.day(end), day.spike_level));
        }
    }

private:
    // The sessions that a spike of the week up to @p end can hang on: sessions are in order.
    std::span<const Session> sessions_until(Date end) const {
        const Date from = end - (static_cast<int>(acute_days) + spike_window_days);
        const auto first =
            std::partition_point(sessions_.begin(), sessions_.end(),
                                 [&](const Session& s) { return s.start.day < from; });
        const auto last = std::partition_point(
            first, sessions_.end(), [&](const Session& s) { return s.start.day <= end; });
        return {first, last};
    }

    // Run over longest run before, and its level; nothing where there is no run to compare with.
    std::optional<double> spike_at(Date end, std::optional<SpikeLevel>& level) const {
        const std::span<const Session> sessions = sessions_until(end);
        const Date from = end - (static_cast<int>(acute_days) - 1);
        if (const std::optional<Spike> spike = largest_spike(sessions, from, end)) {
            level = spike->level;
            return 1.0 + spike->excess();
        }
        if (longest_run_before(sessions, from)) {
            level = SpikeLevel::reference;
            return 1.0;
        }
        return std::nullopt;
    }

    const DailySeries& series_;
    std::span<const Session> sessions_;
    std::vector<EwmaRatio> ewma_;
    bool runners_;
};

// The days of one athlete's reports, each once.
using ReportDays = std::set<Date>;

std::map<std::string, ReportDays, std::less<>>
sorted_reports(std::span<const AthleteSessions> athletes, std::span<const InjuryReport> reports,
               Date last_day, ReportCounts& counts) {
    std::map<std::string, ReportDays, std::less<>> by_athlete;
    for (const AthleteSessions& athlete : athletes) {
        by_athlete.emplace(athlete.athlete, ReportDays());
    }
    counts.rows = reports.size();
    for (const InjuryReport& report : reports) {
        const auto found = by_athlete.find(report.athlete);
        if (found == by_athlete.end()) {
            ++counts.unknown_athlete;
        } else if (report.day > last_day) {
            ++counts.after_last_day;
        } else if (!found->second.insert(report.day).second) {
            ++counts.same_day;
        }
    }
    return by_athlete;
}

// Whether @p day is within the complaint of an earlier report.
bool has_complaint(const ReportDays& reports, Date day) {
    const auto from = reports.lower_bound(day - same_complaint_days);
    return from != reports.end() && *from < day;
}

class Collector {
public:
    explicit Collector(const AthleteDaysRequest& request) : request_(request) {}

    void add(const AthleteSessions& athlete, const ReportDays& reports, AthleteDays& out) const {
        const std::optional<DailyLoad> load =
            daily_load(athlete.sessions, request_.measure, request_.filter, request_.last_day);
        std::set<Date> onsets;
        for (const Date day : reports) {
            if (has_complaint(reports, day)) {
                ++out.reports.same_complaint;
            } else if (!load || day <= load->series.first_day()) {
                ++out.reports.before_log;
            } else {
                onsets.insert(day);
            }
        }
        if (!load) {
            return;
        }
        const DailySeries& series = load->series;
        const EndOfDay metrics(*load, athlete.sessions, request_.runners);
        const std::size_t before = out.days.size();
        std::size_t last_session = 0;
        for (std::size_t i = 1; i < series.size(); ++i) {
            last_session = series.kinds()[i] == DayKind::observed ? i : last_session;
            const Date date = series.day(i);
            const bool onset = onsets.contains(date);
            if (i - last_session > static_cast<std::size_t>(training_within_days)) {
                out.reports.without_training += onset ? 1U : 0U;
                continue;
            }
            if (has_complaint(reports, date)) {
                continue;
            }
            out.reports.onsets_on_days += onset ? 1U : 0U;
            AthleteDay day{out.athletes.size(), date, onset};
            metrics.describe(i - 1, day);
            out.days.push_back(day);
        }
        if (out.days.size() > before) {
            out.athletes.emplace_back(athlete.athlete);
        }
    }

private:
    const AthleteDaysRequest& request_;
};

} // namespace

std::string_view to_string(LoadMetric metric) noexcept {
    return text_of(metric).id;
}

std::string_view name_of(LoadMetric metric) noexcept {
    return text_of(metric).name;
}

std::string_view definition_of(LoadMetric metric) noexcept {
    return text_of(metric).definition;
}

AthleteDays athlete_days(std::span<const AthleteSessions> athletes,
                         std::span<const InjuryReport> reports, const AthleteDaysRequest& request) {
    AthleteDays out;
    const auto by_athlete = sorted_reports(athletes, reports, request.last_day, out.reports);
    const Collector collector(request);
    for (const AthleteSessions& athlete : athletes) {
        collector.add(athlete, by_athlete.find(athlete.athlete)->second, out);
    }
    return out;
}

std::vector<ScoredDay> scored_by(std::span<const AthleteDay> days, LoadMetric metric) {
    std::vector<ScoredDay> scored;
    for (const AthleteDay& day : days) {
        if (day.value(metric)) {
            scored.push_back({*day.value(metric), day.onset, day.athlete});
        }
    }
    return scored;
}

} // namespace plimsoll::risk

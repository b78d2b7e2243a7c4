// Assembles a statement from the calculators of this folder.
// SPDX-License-Identifier: Apache-2.0
#include "risk/statement.hpp"

#include "model/error.hpp"
#include "model/words.hpp"
#include "risk/monotony.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace plimsoll::risk {
namespace {

constexpr std::string_view frandsen_doi = "Frandsen et al. 2025, doi:10.1136/bjsports-2024-109380";
constexpr std::string_view orchard_doi = "Orchard et al. 2020, doi:10.1136/bjsports-2019-100755";
constexpr std::string_view gabbett_doi = "Gabbett 2016, doi:10.1136/bjsports-2015-095788";
constexpr std::string_view caterisano_doi =
    "Caterisano et al. 2019, doi:10.1519/SSC.0000000000000477";
constexpr std::string_view policy = "policy of Plimsoll";

// The ratios of the last @p count days. Behind an unlogged stretch a new history starts.
std::vector<DayRatios> ratios_of(const DailySeries& series, std::size_t count) {
    const std::span<const double> known = series.known_loads();
    const std::size_t counted = std::min(count, known.size());
    std::vector<DayRatios> days(count - counted); // no_history
    if (counted == 0) {
        return days;
    }
    const std::vector<EwmaRatio> ewma = ewma_ratios(known, EwmaSeed::first_load);
    for (std::size_t i = known.size() - counted; i < known.size(); ++i) {
        days.push_back({coupled_ratio(known, i), uncoupled_ratio(known, i), ewma[i]});
    }
    return days;
}

class Assembler {
public:
    Assembler(std::span<const Session> sessions, const StatementRequest& request)
        : sessions_(sessions),
          request_(request) {}

    Statement assemble() {
        s_.athlete = sessions_.front().athlete;
        s_.name = request_.athlete == nullptr ? std::string() : request_.athlete->name;
        s_.as_of = request_.as_of;
        const auto later = std::find_if(sessions_.begin(), sessions_.end(), [&](const Session& x) {
            return x.start.day > request_.as_of;
        });
        s_.sessions_after_as_of = static_cast<std::size_t>(sessions_.end() - later);
        sessions_ = sessions_.first(static_cast<std::size_t>(later - sessions_.begin()));
        s_.measure = request_.measure.value_or(default_measure(sessions_, plays()));
        s_.filter = request_.filter.value_or(default_filter(s_.measure));
        find_role();
        collect_injuries();
        static constexpr std::array unlogged{EventKind::unlogged};
        s_.load = daily_load(
            sessions_, s_.measure, s_.filter, s_.as_of, spans_of(request_.events, unlogged),
            request_.athlete == nullptr ? std::nullopt : heart_profile_of(*request_.athlete));
        if (!s_.load) {
            return std::move(s_);
        }
        measure_load();
        look_at_runs();
        weigh_factors();
        raise_flags();
        return std::move(s_);
    }

private:
    std::optional<Sport> plays() const {
        return request_.athlete == nullptr ? std::nullopt : request_.athlete->plays;
    }

    // By the athlete's file; else by what is most of the log. Neither: rides alone, say.
    void find_role() {
        if (plays()) {
            s_.runner = is_run(*plays());
            s_.team = is_team(*plays());
            return;
        }
        const auto count = [&](auto&& holds) {
            return std::count_if(sessions_.begin(), sessions_.end(), holds);
        };
        const auto runs = count([](const Session& x) { return is_run(x.sport); });
        const auto others =
            count([](const Session& x) { return is_team(x.sport) || x.sport == Sport::unknown; });
        s_.runner = runs > 0 && runs >= others;
        s_.team = !s_.runner && others > 0;
    }

    void collect_injuries() {
        std::span<const Injury> from_file;
        if (request_.athlete != nullptr) {
            from_file = request_.athlete->injuries;
        }
        s_.injuries = injuries_of(from_file, request_.events, &doubts_);
        s_.pain = recent_pain(request_.events, s_.as_of);
        for (const Injury& injury : s_.injuries) {
            if (is_open(injury, s_.as_of)) {
                s_.hold = say("{} since {}, no return yet", injury.site, long_day(injury.onset));
                return;
            }
        }
        if (s_.pain && s_.pain->holds()) {
            s_.hold = say("{} on {}", pain_in_words(*s_.pain), long_day(s_.pain->day));
        }
    }

    static std::string pain_in_words(const PainReport& pain) {
        return say("{} {:g} of 10{}{}", pain.morning ? say("morning pain") : say("pain"),
                   pain.score, pain.site.empty() ? "" : " (" + pain.site + ")",
                   pain.rose ? say(", more than the day before,") : "");
    }

    void measure_load() {
        const DailySeries& series = s_.load->series;
        const bool every_day = request_.detail == Detail::every_day;
        std::vector<DayRatios> days = ratios_of(series, every_day ? series.size() : 1);
        s_.last_day = days.back();
        if (every_day) {
            s_.days = std::move(days);
        }
        s_.time_off = recent_break(series);
        s_.ladder = ladder_week_ahead(series);
        const std::span<const double> loads = series.known_loads();
        if (loads.empty()) {
            return;
        }
        const std::size_t last = loads.size() - 1;
        s_.acute = window_sum(loads, last, acute_days) / static_cast<double>(acute_days);
        s_.chronic = window_sum(loads, last, chronic_days) / static_cast<double>(chronic_days);
        s_.difference = s_.acute - s_.chronic;
        if (request_.detail != Detail::row) {
            s_.fitness = fitness_fatigue(loads);
            s_.conventions = ratios_in_every_convention(loads);
        }
        for (const ConventionRatio& entry : s_.conventions) {
            if (entry.end_of_day.status == RatioStatus::ok && entry.id != "ewma_zero_seed") {
                const double value = *entry.end_of_day.value;
                s_.spread_low = std::min(s_.spread_low.value_or(value), value);
                s_.spread_high = std::max(s_.spread_high.value_or(value), value);
            }
        }
        if (loads.size() >= acute_days) {
            const auto week = loads.last(acute_days);
            s_.monotony_sample = monotony(week, Deviation::sample);
            s_.monotony_population = monotony(week, Deviation::population);
            s_.strain = strain(week, Deviation::sample);
        }
        if (loads.size() >= 2 * acute_days) {
            const double before = window_sum(loads, last - acute_days, acute_days);
            if (before > 0.0) {
                s_.week_change = window_sum(loads, last, acute_days) / before - 1.0;
            }
        }
        const double month = window_sum(loads, last, chronic_days);
        if (month > 0.0) {
            const auto estimated = std::span<const double>(s_.load->estimated).last(loads.size());
            s_.estimated_share = window_sum(estimated, last, chronic_days) / month;
        }
    }

    void look_at_runs() {
        s_.longest_run = longest_run_before(sessions_, s_.as_of + 1);
        if (s_.longest_run && !s_.hold) {
            s_.next_session_cap_m = session_cap_m(s_.longest_run->distance_m);
        }
        s_.spike =
            largest_spike(sessions_, s_.as_of - (static_cast<int>(acute_days) - 1), s_.as_of);
        s_.longest_without_spike = longest_unspiked_run_before(sessions_, s_.as_of + 1);
    }

    void weigh_factors() {
        FactorContext context;
        context.athlete = request_.athlete;
        context.injuries = s_.injuries;
        context.injuries_known =
            (request_.athlete != nullptr && request_.injuries_told) || request_.events_known;
        context.runner = s_.runner;
        context.team = s_.team;
        context.sessions = sessions_;
        context.events = request_.events;
        context.day = s_.as_of;
        s_.exposure = sprint_exposure(
            sessions_, request_.athlete == nullptr ? std::nullopt : request_.athlete->max_speed_mps,
            s_.as_of);
        context.exposure = &s_.exposure;
        context.without = request_.without;
        context.acute = s_.acute;
        context.chronic = s_.chronic;
        context.load_unit = unit_of(s_.measure);
        context.told_in = request_.told_in;
        context.coupled = s_.last_day.coupled.value;
        context.monotony = s_.monotony_sample;
        context.week_change = s_.week_change;
        s_.factors = factors_of(context);
        if (request_.athlete != nullptr) {
            s_.transport = request_.athlete->policy.transport;
        }
        s_.total = total_of(s_.factors, s_.transport);
        last_return_ = last_calf_return(context);
        if (request_.detail == Detail::row) {
            return;
        }
        s_.total_full = total_of(s_.factors, 1.0);
        s_.total_half = total_of(s_.factors, 0.5);
        const bool calf_open =
            std::any_of(s_.injuries.begin(), s_.injuries.end(), [&](const Injury& injury) {
                return is_calf(injury) && is_open(injury, s_.as_of);
            });
        s_.absolute = absolute_risks(s_.factors, context.population(), calf_open, s_.transport);
        s_.detached = detached_factors({s_.factors, s_.time_off, s_.ladder, s_.exposure, s_.as_of});
    }

    void flag(std::string id, std::string text, std::string_view source) {
        s_.flags.push_back({std::move(id), std::move(text), std::string(source)});
    }

    void raise_flags() {
        flag_injuries();
        if (request_.roster_refused) {
            flag("roster_refused",
                 say("a row of the roster about this athlete could not be used: what it says of "
                     "age, "
                     "sex, sport and heart rates is missing here"),
                 say("the roster"));
        }
        flag_running();
        flag_time_off();
        flag_ratio();
        if (s_.estimated_share > provisional_estimate) {
            flag("estimated_load",
                 say("{:.0f} % of the load of 28 days is estimated, {}: the ratios are "
                     "provisional",
                     100.0 * s_.estimated_share, what_is_missing(s_.measure)),
                 policy);
        }
        if (const DailyLoad& load = *s_.load;
            load.recent_sessions > 0 && load.recent_without_load == load.recent_sessions) {
            flag("measure_missing",
                 say("none of the {} of the last 28 days tells this measure ({}): its load "
                     "and ratios are those of missing data, not of rest{}",
                     load.recent_sessions == 1 ? "1 session"
                                               : say("{} sessions", load.recent_sessions),
                     describe(s_.measure), needs_in_words(s_.measure)),
                 say("the log"));
        }
        if (is_unverified(s_.measure)) {
            flag("unverified_measure",
                 say("the weights 1 to 5 of Edwards' five zones were not checked in the paper: "
                     "every "
                     "figure of this load is unverified"),
                 "Edwards 1993 (secondary source)");
        }
    }

    void flag_injuries() {
        for (const Injury& injury : s_.injuries) {
            if (is_open(injury, s_.as_of)) {
                flag("open_injury",
                     say("{} since {}, no return yet", injury.site, long_day(injury.onset)),
                     say("athlete's file or events"));
            }
        }
        for (const InjuryDoubt& doubt : doubts_) {
            if (doubt.day <= s_.as_of && s_.as_of - doubt.day <= past_season_days) {
                flag("injury_dates", doubt.text,
                     doubt.line == 0 ? say("the events")
                                     : say("line {} of the events file", doubt.line));
            }
        }
        if (s_.pain && s_.pain->holds()) {
            flag("pain",
                 say("{} on {}: above {:g}, or more the next morning, holds the step until "
                     "it has settled",
                     pain_in_words(*s_.pain), short_day(s_.pain->day), pain_to_hold),
                 say("policy, bounded by the start of Moen's running test"));
        }
        if (request_.events_refused > 0) {
            flag("events_refused",
                 say("{} of the events file could not be used: what it says of injuries, "
                     "pain and time off is missing here",
                     request_.events_refused == 1 ? "1 row"
                                                  : say("{} rows", request_.events_refused)),
                 say("the events file"));
        }
        if (last_return_ && s_.as_of - *last_return_ < watch_strain_days) {
            flag("calf_window",
                 say("week {} of the 15 after a calf strain in which recurrence is more "
                     "frequent",
                     (s_.as_of - *last_return_) / 7 + 1),
                 orchard_doi);
        }
    }

    void flag_running() {
        if (!s_.runner) {
            return;
        }
        if (s_.spike) {
            flag("session_spike",
                 say("{0}: {1:.1f} {5}, {2:.0f} % above the longest run of the 30 days "
                     "before ({3:.1f} {5} on {4})",
                     short_day(s_.spike->run.day),
                     s_.spike->run.distance_m / metres_in(request_.told_in),
                     100.0 * s_.spike->excess(),
                     s_.spike->longest_before.distance_m / metres_in(request_.told_in),
                     short_day(s_.spike->longest_before.day), symbol_of(request_.told_in)),
                 frandsen_doi);
        }
        if (!s_.longest_run && s_.measure == Measure::distance) {
            flag(
                "no_run_in_30_days",
                say("no run in 30 days: there is no ceiling to compute; the way back is a walk-run "
                    "ladder"),
                policy);
        }
    }

    void flag_time_off() {
        if (!s_.time_off) {
            return;
        }
        const Break& off = *s_.time_off;
        if (off.first_back) {
            const int week = (s_.as_of + 1 - *off.first_back) / 7 + 1;
            if (week > ladder_weeks) {
                return;
            }
            flag("time_off",
                 say("{} days off until {}: tomorrow is in week {} back, for which the "
                     "ladder allows {:.0f} % of the usual volume",
                     off.days_off, short_day(*off.first_back - 1), week,
                     100.0 * ladder_share(week)),
                 caterisano_doi);
        } else {
            flag("time_off",
                 say("{} days without load since {}", off.days_off, long_day(off.last_before)),
                 say("the log"));
        }
    }

    void flag_ratio() {
        const Ratio& coupled = s_.last_day.coupled;
        if (s_.runner || !coupled.value) {
            return; // for runners the evidence points the other way
        }
        const RatioZone zone = zone_of_coupled(*coupled.value);
        if (zone != RatioZone::middle) {
            flag("ratio_zone",
                 say("coupled ratio {:.2f}: outside 0.8 to 1.3, a convention that predicts "
                     "little",
                     *coupled.value),
                 gabbett_doi);
        }
    }

    std::span<const Session> sessions_;
    const StatementRequest& request_;
    Statement s_;
    std::optional<Date> last_return_;
    std::vector<InjuryDoubt> doubts_;
};

} // namespace

bool Statement::has_total() const {
    return std::any_of(factors.begin(), factors.end(), [](const Factor& factor) {
        return factor.applies && factor.kind == FactorKind::hazard;
    });
}

Statement make_statement(std::span<const Session> sessions, const StatementRequest& request) {
    require(!sessions.empty(), "make_statement: no session");
    return Assembler(sessions, request).assemble();
}

} // namespace plimsoll::risk

// Factors of what was done: spike, first match back, sprints, load figures, calf raises (F3 to F5,
// F9 to F11).
// SPDX-License-Identifier: Apache-2.0
#include "model/words.hpp"
#include "risk/factor.hpp"
#include "risk/rolling.hpp"
#include "risk/spike.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace plimsoll::risk {
namespace {

bool is_team_session(const Session& session) {
    return is_team(session.sport) || session.sport == Sport::unknown;
}

// A team session whose title has the word match or game, and none that makes it training.
bool is_match(const Session& session) {
    static constexpr std::array<std::string_view, 16> training{
        "small",       "sided",       "conditioned", "practice",  "pre",      "prep",
        "preparation", "simulation",  "drill",       "simulated", "training", "recovery",
        "post",        "walkthrough", "review",      "analysis"};
    if (!is_team_session(session)) {
        return false;
    }
    bool match = false;
    std::string word;
    for (const char c : session.title + " ") {
        const bool upper = c >= 'A' && c <= 'Z';
        if (upper || (c >= 'a' && c <= 'z')) {
            word += upper ? static_cast<char>(c - 'A' + 'a') : c;
            continue;
        }
        match = match || word == "match" || word == "game";
        if (std::find(training.begin(), training.end(), word) != training.end()) {
            return false;
        }
        word.clear();
    }
    return match;
}

// The return after which no match was played yet.
struct FirstMatch {
    const Injury* injury = nullptr;
    int sessions = 0;   ///< team sessions since the return, at most most_sessions_back
    std::string reason; ///< why there is none
};

FirstMatch first_match_of(const FactorContext& context) {
    FirstMatch out;
    if (!context.team) {
        out.reason = say("found in football matches");
        return out;
    }
    for (const Injury& injury : context.injuries) {
        if (injury.returned && *injury.returned <= context.day &&
            *injury.returned - injury.onset >= long_absence_days &&
            context.day - *injury.returned <= past_season_days &&
            (out.injury == nullptr || *injury.returned > *out.injury->returned)) {
            out.injury = &injury;
        }
    }
    if (out.injury == nullptr) {
        out.reason = context.injuries_known
                         ? say("no absence of 8 days or more through injury in the past year")
                         : say("past injuries are not known");
        return out;
    }
    bool any_match = false;
    for (const Session& session : context.sessions) {
        if (session.start.day > context.day) {
            break;
        }
        const bool match = is_match(session);
        any_match = any_match || match;
        if (session.start.day < *out.injury->returned || !is_team_session(session)) {
            continue;
        }
        if (match) {
            out.injury = nullptr;
            out.reason = say("a match was played since the return");
            return out;
        }
        out.sessions = std::min(out.sessions + 1, most_sessions_back);
    }
    if (!any_match) {
        out.injury = nullptr;
        out.reason = say("the log marks no match: a title with the word match or game does");
    }
    return out;
}

double transport_of_matches(const FactorContext& context) {
    const Population population = context.population();
    const bool inside =
        population.footballer() && population.professional() && population.sex == Sex::male;
    return transport_of(inside, population.footballer());
}

// How the three load figures came about.
std::string load_working(const FactorContext& context) {
    std::string text;
    if (context.coupled) {
        text = say("mean day of 7 days {:.1f} / mean day of 28 days {:.1f} {} = {:.3f}",
                   context.acute, context.chronic, context.load_unit, *context.coupled);
    }
    if (context.monotony) {
        text += say("{}monotony, mean / sample SD of 7 days = {:.3f}", text.empty() ? "" : "; ",
                    *context.monotony);
    }
    if (context.week_change) {
        text += say("{}7 days / the 7 before - 1 = {:+.3f}", text.empty() ? "" : "; ",
                    *context.week_change);
    }
    return text;
}

// The newest value of a gate event whose detail starts with @p name.
std::optional<double> newest_gate(const FactorContext& context, std::string_view name) {
    std::optional<double> value;
    for (const Event& event : context.events) {
        if (event.kind == EventKind::gate && event.day <= context.day && event.value &&
            event.detail == name) {
            value = event.value;
        }
    }
    return value;
}

} // namespace

void assess_spike(const FactorContext& context, Factor& factor) {
    factor.value_unit = "times the longest run of the 30 days before";
    if (!context.runner) {
        factor.why = say("found in runners, not in team sport");
        return;
    }
    const Date from = context.day - (static_cast<int>(acute_days) - 1);
    if (const std::optional<Spike> spike = largest_spike(context.sessions, from, context.day)) {
        const char* const unit = symbol_of(context.told_in);
        const double run = spike->run.distance_m / metres_in(context.told_in);
        const double before = spike->longest_before.distance_m / metres_in(context.told_in);
        factor.applies = true;
        factor.value = 1.0 + spike->excess();
        factor.coefficient = &coefficient("F3." + std::string(to_string(spike->level)));
        factor.working =
            say("{0:.3f} {7} on {1} / {2:.3f} {7} on {3}, the longest of the {4} days before = "
                "{5:.3f}: {6}, up to 1.10, 1.30 and 2.00",
                run, to_string(spike->run.day), before, to_string(spike->longest_before.day),
                spike_window_days, 1.0 + spike->excess(), to_string(spike->level), unit);
        factor.why = say("{0:.1f} {3} on {1} after at most {2:.1f} {3}", run,
                         short_day(spike->run.day), before, unit);
        factor.would_change =
            say("a week without a run more than 10 % above the longest of 30 days");
        return;
    }
    const auto ran =
        std::any_of(context.sessions.begin(), context.sessions.end(), [&](const Session& session) {
            return session.start.day >= from && session.start.day <= context.day &&
                   is_run(session.sport) && session.distance_m.value_or(0.0) > 0.0;
        });
    if (!longest_run_before(context.sessions, from)) {
        factor.why = ran ? say("first runs in 30 days: there is nothing to compare with")
                         : say("no run in 30 days");
        return;
    }
    factor.applies = true;
    factor.why = ran ? say("no run of the week is more than 10 % above the longest before")
                     : say("no run this week");
    factor.would_change = say("a run more than 10 % above the longest of the 30 days before");
}

void assess_first_match(const FactorContext& context, Factor& factor) {
    const FirstMatch match = first_match_of(context);
    factor.transport = transport_of_matches(context);
    if (match.injury == nullptr) {
        factor.why = match.reason;
        return;
    }
    factor.applies = true;
    factor.value = *match.injury->returned - match.injury->onset;
    factor.value_unit = "days of absence";
    factor.working = say("from {} to {} = {:.0f} days, at least {}", to_string(match.injury->onset),
                         to_string(*match.injury->returned), *factor.value, long_absence_days);
    factor.coefficient = &coefficient("F4");
    factor.why = say("{} until {}: the next match is the first; for muscle injury {:.2f} "
                     "(secondary source, no interval)",
                     match.injury->site, long_day(*match.injury->returned),
                     coefficient("F4.muscle").hazard_ratio);
    factor.would_change = say("each team session before that match, see F5");
}

void assess_sessions_back(const FactorContext& context, Factor& factor) {
    const FirstMatch match = first_match_of(context);
    factor.transport = transport_of_matches(context);
    factor.part_of = "F4";
    if (match.injury == nullptr) {
        factor.why = say("goes with F4");
        return;
    }
    factor.applies = true;
    factor.value = match.sessions;
    factor.value_unit = "sessions";
    factor.working = say("team sessions from {} to {} = {}{}", to_string(*match.injury->returned),
                         to_string(context.day), match.sessions,
                         match.sessions == most_sessions_back ? say(", the most counted") : "");
    factor.times = match.sessions;
    factor.coefficient = match.sessions > 0 ? &coefficient("F5") : nullptr;
    factor.why = say("a session before the first match takes {:.0f} % ({:.0f} % of muscle "
                     "injury); counted up to {}, every team session taken as a full one",
                     100.0 * (1.0 - coefficient("F5").hazard_ratio),
                     100.0 * (1.0 - coefficient("F5.muscle").hazard_ratio), most_sessions_back);
    factor.would_change = say("6 sessions bring the rate near the average (the authors)");
}

void assess_sprint_exposure(const FactorContext& context, Factor& factor) {
    factor.value_unit = "sessions above 85 % of maximum speed in 8 weeks";
    const SprintExposure* exposure = context.exposure;
    if (exposure == nullptr || !exposure->enough) {
        factor.why = say("too few sessions of the 8 weeks have a maximum speed");
        factor.would_change =
            say("max_speed_mps in the log, and in the athlete's file or the roster");
        return;
    }
    factor.applies = true;
    factor.value = static_cast<double>(exposure->fast);
    factor.working = say(
        "{} of the {} sessions of 8 weeks with a speed reached {:.2f} x {:.2f} m/s = {:.2f} m/s",
        exposure->fast, exposure->with_speed, fast_share, *exposure->max_speed_mps,
        fast_share * *exposure->max_speed_mps);
    const auto fast = static_cast<int>(exposure->fast);
    if (fast <= few_exposures || fast > many_exposures) {
        const Coefficient& row = coefficient(fast <= few_exposures ? "F9.few" : "F9.many");
        factor.coefficient = &row;
        factor.why = say("{}: in 60 AFL players {:.1f} ({:.1f}-{:.1f}) times the rate of "
                         "11 to 12, all non-contact injuries; a flag, not a factor",
                         fast <= few_exposures ? say("8 or fewer") : say("more than 15"),
                         row.hazard_ratio, row.ci->low, row.ci->high);
    } else {
        factor.why = say("between the flags of 8 or fewer and more than 15");
    }
    factor.would_change =
        say("{} to {} such sessions in 8 weeks, 1 or 2 a week", least_target, most_target);
}

void assess_load_figures(const FactorContext& context, Factor& factor) {
    factor.source = "Impellizzeri et al. 2021, doi:10.1007/s40279-020-01378-6";
    if (!context.coupled && !context.monotony && !context.week_change) {
        factor.why = say("none of them exists yet");
        return;
    }
    factor.applies = true;
    factor.value = context.coupled;
    factor.value_unit = "coupled ratio";
    factor.working = load_working(context);
    factor.why =
        context.runner
            ? say("shown, with a coefficient of zero: in runners higher ratios went with fewer "
                  "injuries")
            : say("shown, with a coefficient of zero: a random denominator does as well");
    factor.would_change = say("nothing in the total");
}

void assess_calf_capacity(const FactorContext& context, Factor& factor) {
    factor.source = "Green et al. 2022, Sports Med Open 8:10, doi:10.1186/s40798-021-00364-0";
    factor.value_unit = "single-leg raises";
    const std::optional<double> left = newest_gate(context, "calf_raises_left");
    const std::optional<double> right = newest_gate(context, "calf_raises_right");
    factor.would_change =
        say("gate events calf_raises_left and calf_raises_right with the repetitions");
    if (!left || !right) {
        factor.why = say("no calf raises of both legs are recorded");
        return;
    }
    const double fewer = std::min(*left, *right);
    const double more = std::max(*left, *right);
    const double asymmetry = more > 0.0 ? 1.0 - fewer / more : 0.0;
    factor.applies = true;
    factor.value = fewer;
    factor.working = say("the fewer of {:g} and {:g}; 1 - {:g} / {:g} = {:.0f} % apart", *left,
                         *right, fewer, more, 100.0 * asymmetry);
    const bool passed = fewer >= raises_at_return && asymmetry <= most_asymmetry;
    factor.why = say("{:g} and {:g}, {:.0f} % apart: the gate of 30 raises and at most "
                     "10 % is {}; a change of 6 is noise, and no hazard ratio is known",
                     *left, *right, 100.0 * asymmetry, passed ? say("passed") : say("not passed"));
}

} // namespace plimsoll::risk

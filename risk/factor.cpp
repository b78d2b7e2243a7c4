// Factors F1 to F3 and the total.
// SPDX-License-Identifier: Apache-2.0
#include "risk/factor.hpp"

#include "model/error.hpp"
#include "risk/rolling.hpp"
#include "risk/spike.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace plimsoll::risk {
namespace {

constexpr int adult_age = 18; // years; the cohorts are of adults
constexpr std::string_view same_signal = "calf_history";
constexpr std::string_view load_signal = "load";
constexpr std::string_view age_signal = "age";

Factor factor_from(std::string_view id, std::string_view name, std::string_view group,
                   const Coefficient& typical) {
    Factor factor;
    factor.id = id;
    factor.name = name;
    factor.group = group;
    factor.source = typical.source;
    factor.evidence = typical.evidence;
    return factor;
}

Factor not_applicable(Factor factor, std::string why) {
    factor.applies = false;
    factor.why = std::move(why);
    return factor;
}

} // namespace

std::optional<double> Factor::hazard_ratio() const {
    if (!applies) {
        return std::nullopt;
    }
    return coefficient == nullptr ? 1.0 : coefficient->hazard_ratio;
}

std::optional<Interval> Factor::interval() const {
    if (!applies || coefficient == nullptr) {
        return std::nullopt;
    }
    return Interval{coefficient->ci_low, coefficient->ci_high};
}

Total total_of(std::span<const Factor> factors, double transport) {
    require(transport >= 0.0 && transport <= 1.0, "total_of: transport is from 0 to 1");
    double log_ratio = 0.0;
    double variance = 0.0;
    double deviation = 0.0;
    std::set<std::string> groups;
    for (const Factor& factor : factors) {
        if (!factor.applies || factor.coefficient == nullptr) {
            continue;
        }
        require(groups.insert(factor.group).second, "total_of: two factors of one group");
        const double weight = factor.extrapolated ? transport : 1.0;
        const double error = weight * factor.coefficient->standard_error();
        log_ratio += weight * factor.coefficient->beta();
        variance += error * error;
        deviation += error;
    }
    const auto interval = [&](double sd) {
        return Interval{std::exp(log_ratio - normal_975 * sd),
                        std::exp(log_ratio + normal_975 * sd)};
    };
    return {std::exp(log_ratio), interval(std::sqrt(variance)), interval(deviation)};
}

double absolute_risk(double rate, double exposure, double hazard_ratio) {
    const double hazard = rate * exposure * hazard_ratio;
    require(std::isfinite(hazard) && rate >= 0.0 && exposure >= 0.0 && hazard_ratio >= 0.0,
            "absolute_risk: rate, exposure and ratio are finite and not negative");
    return -std::expm1(-hazard);
}

Factor age_factor(const FactorContext& context) {
    const Coefficient& row = coefficient("F1");
    Factor factor = factor_from("F1", "age", age_signal, row);
    factor.value_unit = "years";
    factor.extrapolated = true;
    if (context.athlete == nullptr || !context.athlete->birth_date) {
        return not_applicable(std::move(factor), "the birth date is not known");
    }
    const int age = age_in_years(*context.athlete->birth_date, context.day);
    factor.value = age;
    if (context.athlete->sex != Sex::male) {
        return not_applicable(std::move(factor),
                              context.athlete->sex
                                  ? "found in men; no coefficient for women is known"
                                  : "found in men, and the sex is not known");
    }
    if (age < adult_age) {
        return not_applicable(std::move(factor), "found in adults");
    }
    factor.applies = true;
    const int cut = context.runner ? runner_age_cut : team_age_cut;
    if (age < cut) {
        factor.why = fmt::format("under {}: the reference", cut);
        return factor;
    }
    factor.coefficient = &row;
    factor.why = context.runner
                     ? fmt::format("{} or over; found in professional footballers, extrapolated to "
                                   "runners",
                                   cut)
                     : fmt::format("{} or over (the cohort's mean age, unverified); found in "
                                   "professional footballers",
                                   cut);
    return factor;
}

std::optional<Date> last_calf_return(const FactorContext& context) {
    std::optional<Date> latest;
    for (const Injury& injury : context.injuries) {
        if (is_calf(injury) && injury.returned && *injury.returned <= context.day &&
            (!latest || *injury.returned > *latest)) {
            latest = injury.returned;
        }
    }
    return latest;
}

namespace {

// What F2a and F2b share: the days since the return from the last calf strain.
Factor calf_factor(const FactorContext& context, std::string_view id, std::string_view name) {
    Factor factor = factor_from(id, name, same_signal, coefficient(id));
    factor.value_unit = "weeks since the return";
    factor.extrapolated = true;
    const std::optional<Date> returned = last_calf_return(context);
    if (returned) {
        factor.value = (context.day - *returned) / 7;
    } else if (!context.injuries_known) {
        return not_applicable(std::move(factor), "past injuries are not known");
    }
    const bool open =
        std::any_of(context.injuries.begin(), context.injuries.end(), [&](const Injury& injury) {
            return is_calf(injury) && is_open(injury, context.day);
        });
    if (open) {
        return not_applicable(std::move(factor), "a calf strain has no return date yet");
    }
    factor.applies = true;
    factor.why = returned ? "" : "no calf strain is recorded";
    return factor;
}

} // namespace

Factor past_calf_strain_factor(const FactorContext& context) {
    Factor factor = calf_factor(context, "F2a", "calf strain in the past year");
    const std::optional<Date> returned = last_calf_return(context);
    if (!factor.applies || !returned) {
        return factor;
    }
    const int days = context.day - *returned;
    if (days <= recent_strain_days) {
        return not_applicable(std::move(factor), "8 weeks or less since the return: F2b instead");
    }
    if (days > past_season_days) {
        factor.why = "more than a year since the return: the reference";
        return factor;
    }
    factor.coefficient = &coefficient("F2a");
    factor.why = "found in professional footballers";
    return factor;
}

Factor recent_calf_strain_factor(const FactorContext& context) {
    Factor factor = calf_factor(context, "F2b", "calf strain, back 8 weeks or less");
    const std::optional<Date> returned = last_calf_return(context);
    if (!factor.applies || !returned) {
        return factor;
    }
    if (context.day - *returned > recent_strain_days) {
        factor.why = "more than 8 weeks since the return: the reference";
        return factor;
    }
    factor.coefficient = &coefficient("F2b");
    factor.why = "found in Australian football, a match at a time";
    return factor;
}

Factor spike_factor(const FactorContext& context) {
    Factor factor = factor_from("F3", "session spike", load_signal, coefficient("F3.small"));
    factor.value_unit = "times the longest run of the 30 days before";
    if (!context.runner) {
        return not_applicable(std::move(factor), "found in runners, not in team sport");
    }
    const Date from = context.day - (static_cast<int>(acute_days) - 1);
    const std::optional<Spike> spike = largest_spike(context.sessions, from, context.day);
    if (spike) {
        static const Coefficient& small = coefficient("F3.small");
        static const Coefficient& moderate = coefficient("F3.moderate");
        static const Coefficient& large = coefficient("F3.large");
        factor.applies = true;
        factor.value = 1.0 + spike->excess();
        factor.coefficient = spike->level == SpikeLevel::small      ? &small
                             : spike->level == SpikeLevel::moderate ? &moderate
                                                                    : &large;
        factor.why =
            fmt::format("{:.1f} km on {} after at most {:.1f} km", spike->run.distance_m / 1000.0,
                        short_day(spike->run.day), spike->longest_before.distance_m / 1000.0);
        return factor;
    }
    const auto ran =
        std::any_of(context.sessions.begin(), context.sessions.end(), [&](const Session& session) {
            return session.start.day >= from && session.start.day <= context.day &&
                   is_run(session.sport) && session.distance_m.value_or(0.0) > 0.0;
        });
    if (!longest_run_before(context.sessions, from)) {
        return not_applicable(std::move(factor),
                              ran ? "first runs in 30 days: there is nothing to compare with"
                                  : "no run in 30 days");
    }
    factor.applies = true;
    factor.why =
        ran ? "no run of the week is more than 10 % above the longest before" : "no run this week";
    return factor;
}

std::vector<Factor> factors_of(const FactorContext& context) {
    return {age_factor(context), past_calf_strain_factor(context),
            recent_calf_strain_factor(context), spike_factor(context)};
}

} // namespace plimsoll::risk

// Factors of the person: age and past injuries (F1, F2, F6 to F8).
// SPDX-License-Identifier: Apache-2.0
#include "model/words.hpp"
#include "risk/factor.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace plimsoll::risk {
namespace {

constexpr int adult_age = 18; // years; the cohorts are of adults

bool any_open_calf(const FactorContext& context) {
    return std::any_of(context.injuries.begin(), context.injuries.end(), [&](const Injury& injury) {
        return is_calf(injury) && is_open(injury, context.day);
    });
}

// What F2a and F2b share: the days since the return from the last calf strain; nothing where the
// factor ends before that.
std::optional<int> days_since_calf(const FactorContext& context, Factor& factor) {
    factor.value_unit = "weeks since the return";
    const Population population = context.population();
    const bool inside =
        factor.id == "F2a"
            ? population.footballer() && population.professional() && population.sex == Sex::male
            : population.australian_footballer() && population.professional();
    factor.transport = transport_of(inside, true);
    const std::optional<Date> returned = last_calf_return(context);
    if (!returned && !context.injuries_known) {
        factor.why = say("past injuries are not known");
        factor.would_change = say("an athlete's file or an events file with injuries");
        return std::nullopt;
    }
    if (any_open_calf(context)) {
        factor.why = say("a calf strain has no return date yet");
        factor.would_change = say("the date of the return to full training");
        return std::nullopt;
    }
    factor.applies = true;
    if (!returned) {
        factor.why = say("no calf strain is recorded");
        return std::nullopt;
    }
    const int days = context.day - *returned;
    factor.value = days / 7;
    factor.working = say("from the return on {} to {} = {} days = {} whole weeks",
                         to_string(*returned), to_string(context.day), days, days / 7);
    return days;
}

// The latest injury that ended within the past year and fulfils @p holds.
template <class Holds>
const Injury* past_injury(const FactorContext& context, Holds holds) {
    const Injury* latest = nullptr;
    for (const Injury& injury : context.injuries) {
        const Date last = injury.returned.value_or(injury.onset);
        if (injury.onset <= context.day && context.day - last <= past_season_days &&
            holds(injury) && (latest == nullptr || injury.onset > latest->onset)) {
            latest = &injury;
        }
    }
    return latest;
}

bool is_back(const Injury& injury) {
    return body_part(injury.site) == "back";
}

// F6, F7, F8: an injury of some kind, or none, or nobody knows.
void assess_history(const FactorContext& context, Factor& factor, const Injury* injury,
                    std::string_view none) {
    if (injury == nullptr && !context.injuries_known) {
        factor.why = say("past injuries are not known");
        factor.would_change = say("an athlete's file or an events file with injuries");
        return;
    }
    factor.applies = true;
    if (injury == nullptr) {
        factor.why = none;
        return;
    }
    factor.coefficient = &coefficient(factor.id);
    factor.value = (context.day - injury->onset) / 7;
    factor.value_unit = "weeks since the onset";
    factor.working =
        say("from the onset on {} to {} = {} days = {} whole weeks", to_string(injury->onset),
            to_string(context.day), context.day - injury->onset, (context.day - injury->onset) / 7);
    factor.why = say("{} of {}", injury->site, long_day(injury->onset));
    factor.would_change = say("time: a year after it the reference holds");
}

} // namespace

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

void assess_age(const FactorContext& context, Factor& factor) {
    const Population population = context.population();
    factor.value_unit = "years";
    factor.transport = transport_of(
        population.footballer() && population.professional() && population.sex == Sex::male, true);
    if (context.athlete == nullptr || !context.athlete->birth_date) {
        factor.why = say("the birth date is not known");
        factor.would_change = say("birth_date in the athlete's file or the roster");
        return;
    }
    const int age = age_in_years(*context.athlete->birth_date, context.day);
    factor.value = age;
    factor.working = say("whole years from {} to {} = {}", to_string(*context.athlete->birth_date),
                         to_string(context.day), age);
    if (population.sex != Sex::male) {
        factor.why = population.sex ? say("found in men; no coefficient for women is known")
                                    : say("found in men, and the sex is not known");
        factor.would_change = population.sex ? "" : say("sex in the athlete's file or the roster");
        return;
    }
    if (age < adult_age) {
        factor.why = say("found in adults");
        return;
    }
    if (population.level == Level::novice) {
        factor.why = say("no coefficient for novices is known");
        return;
    }
    if (!context.runner && !context.team) {
        factor.why = say("found in team sport, extrapolated to runners only");
        return;
    }
    factor.applies = true;
    const int cut = context.runner ? runner_age_cut : team_age_cut;
    if (age < cut) {
        factor.why = say("under {}{}: the reference", cut,
                         context.runner ? "" : say(" (the cohort's mean age, unverified)"));
        factor.would_change = say("turning {}{}: a step, not a slope", cut,
                                  context.runner ? "" : say(" (unverified)"));
        return;
    }
    factor.coefficient = &coefficient("F1");
    factor.would_change = say("nothing: a step, not a slope; what counts is what is done about it");
    factor.why =
        context.runner
            ? say("{} or over; found in professional footballers, extrapolated to runners", cut)
            : say("{} or over (the cohort's mean age, unverified); found in professional "
                  "footballers",
                  cut);
}

void assess_past_calf_strain(const FactorContext& context, Factor& factor) {
    const std::optional<int> days = days_since_calf(context, factor);
    if (!days) {
        return;
    }
    if (*days <= recent_strain_days) {
        factor.applies = false;
        factor.why = say("8 weeks or less since the return: F2b instead");
        return;
    }
    if (*days > past_season_days) {
        factor.why = say("more than a year since the return: the reference");
        return;
    }
    factor.coefficient = &coefficient("F2a");
    factor.why = say("found in professional footballers");
    if (*days < watch_strain_days) {
        factor.why +=
            say("; still within the 15 weeks of raised recurrence, for which no coefficient "
                "of their own is published");
    }
    factor.would_change = say("time: a year after the return the reference holds");
}

void assess_recent_calf_strain(const FactorContext& context, Factor& factor) {
    const std::optional<int> days = days_since_calf(context, factor);
    if (!days) {
        return;
    }
    if (*days > recent_strain_days) {
        factor.why = say("more than 8 weeks since the return: the reference");
        return;
    }
    factor.coefficient = &coefficient("F2b");
    factor.why = say("found in Australian football, a match at a time");
    factor.would_change = say("time: 8 weeks after the return F2a takes its place");
}

void assess_past_running_injury(const FactorContext& context, Factor& factor) {
    if (!context.runner) {
        factor.why = say("found in runners, not in team sport");
        return;
    }
    assess_history(
        context, factor,
        past_injury(context,
                    [](const Injury& injury) { return !is_calf(injury) && is_lower_limb(injury); }),
        say("no other injury from hip to toes is recorded"));
    if (factor.applies && factor.coefficient != nullptr) {
        factor.why += say("; crude figure, its printed interval is not symmetric");
    }
}

void assess_past_injury(const FactorContext& context, Factor& factor) {
    const Population population = context.population();
    if (!population.australian_footballer()) {
        factor.why = say("found in community Australian football");
        return;
    }
    factor.transport = transport_of(!population.professional(), true);
    assess_history(context, factor,
                   past_injury(context, [](const Injury& injury) { return !is_back(injury); }),
                   say("no injury is recorded"));
}

void assess_back(const FactorContext& context, Factor& factor) {
    const Population population = context.population();
    const bool same_sport = population.australian_footballer();
    factor.transport = transport_of(same_sport && !population.professional(), same_sport);
    assess_history(context, factor,
                   past_injury(context, [](const Injury& injury) { return is_back(injury); }),
                   say("no back injury is recorded"));
    if (factor.applies && factor.coefficient != nullptr && !same_sport) {
        factor.why += say("; found in community Australian football, for injuries of any site");
    }
}

} // namespace plimsoll::risk

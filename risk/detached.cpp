// The three detached factors.
// SPDX-License-Identifier: Apache-2.0
#include "risk/detached.hpp"

#include "model/words.hpp"
#include "risk/rolling.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace plimsoll::risk {
namespace {

constexpr std::string_view caterisano =
    "Caterisano et al. 2019, doi:10.1519/SSC.0000000000000477 (secondary source)";

DetachedFactor from(const Factor& factor, std::string id, std::string title) {
    DetachedFactor out;
    out.id = std::move(id);
    out.title = std::move(title);
    out.value = factor.value;
    out.applies = factor.applies;
    out.why = factor.why;
    out.hazard_ratio = factor.hazard_ratio();
    out.ci = factor.interval();
    out.source = factor.source;
    out.evidence = factor.evidence;
    out.would_change = factor.would_change;
    return out;
}

DetachedFactor age(const DetachedInputs& inputs) {
    const Factor& factor = factor_with(inputs.factors, "F1");
    DetachedFactor out = from(factor, "age", say("Age"));
    out.value_text = factor.value ? say("{:.0f} years", *factor.value) : say("not known");
    out.effect = !factor.applies                 ? say("none can be said")
                 : factor.coefficient == nullptr ? say("none: the reference")
                                                 : say("on the hazard of a calf injury");
    return out;
}

// What a break does to volume and pace.
std::string effect_of_break(const Break& off, const std::optional<LadderWeek>& ladder) {
    const std::string volume =
        ladder ? say("week {} back: at most {:.0f} % of the usual volume", ladder->week,
                     100.0 * ladder_share(ladder->week))
        : off.first_back
            ? say("the four weeks of the ladder are over")
            : say("the way back starts at 50 % of the usual volume, then 70, 80, 90 %");
    return say("{}; paces at {:.1f} % of the former VDOT (Daniels, a convention)", volume,
               100.0 * daniels_factor(off.days_off, false));
}

DetachedFactor time_off(const DetachedInputs& inputs) {
    DetachedFactor out;
    out.id = "time_off";
    out.title = say("Time off");
    out.source = caterisano;
    out.evidence = "expert";
    if (inputs.time_off) {
        const Break& off = *inputs.time_off;
        out.applies = true;
        out.value = off.days_off;
        out.value_text = off.first_back
                             ? say("{} days, until {}", off.days_off, long_day(*off.first_back - 1))
                             : say("{} days so far", off.days_off);
        out.why = say("two weeks or longer; the ladder was made against heat illness and "
                      "rhabdomyolysis, and no hazard ratio of calf strain after time off is known");
        out.effect = effect_of_break(off, inputs.ladder);
        out.would_change = off.first_back ? say("four weeks back without problems")
                                          : say("coming back step by step");
    } else {
        out.value_text = say("no break of 14 days or more, now or in the last 4 weeks");
        out.why = say("the ladder starts at two weeks");
        out.effect = "none";
        out.would_change = say("two weeks without a session that counts");
    }
    const Factor& match = factor_with(inputs.factors, "F4");
    if (match.applies) {
        const Factor& sessions = factor_with(inputs.factors, "F5");
        const std::array both{match, sessions};
        const Total total = total_of(both, 1.0);
        const std::string first =
            say("first match after an absence of {:.0f} days through injury, {}{:.0f} team "
                "sessions since",
                *match.value, sessions.value >= most_sessions_back ? say("at least ") : "",
                sessions.value.value_or(0.0));
        out.effect = out.applies ? out.effect + "; " + first : first;
        out.why = out.applies ? out.why + "; " + match.why : match.why;
        out.source = out.applies ? out.source + "; " + match.source : match.source;
        out.evidence = out.applies ? out.evidence + ", " + match.evidence : match.evidence;
        out.applies = true;
        out.hazard_ratio = total.hazard_ratio;
        out.ci = total.ci;
        out.would_change = say("team sessions before that match: about six bring the rate near the "
                               "average");
    }
    return out;
}

std::string last_on(const std::optional<Date>& day) {
    return day ? say("the last on ") + short_day(*day) : say("none in 8 weeks");
}

DetachedFactor sprints(const DetachedInputs& inputs) {
    const Factor& factor = factor_with(inputs.factors, "F9");
    const SprintExposure& exposure = inputs.exposure;
    DetachedFactor out = from(factor, "sprint_exposure", say("Sprint exposure"));
    if (exposure.max_speed_mps && exposure.with_speed > 0) {
        out.value = static_cast<double>(exposure.fast);
        out.value_text =
            say("{} sessions of 8 weeks above 85 % of {:.1f} m/s{} ({}), {} above 95 % ({})",
                exposure.fast, *exposure.max_speed_mps,
                exposure.from_log ? say(", the fastest of the log") : "",
                last_on(exposure.last_fast), exposure.maximal, last_on(exposure.last_maximal));
    } else {
        out.value_text = say("no maximum speeds in the log");
    }
    out.effect = factor.coefficient == nullptr
                     ? say("none is claimed: no study links sprint exposure to calf strain")
                     : say("a flag, not a factor: no study links sprint exposure to calf strain");
    if (exposure.sprint_m && exposure.sprint_before_m) {
        const double change = *exposure.sprint_m - *exposure.sprint_before_m;
        out.effect += say("; sprint distance of the week {:.0f} m, {:+.0f} m on the week "
                          "before",
                          *exposure.sprint_m, change);
        if (change >= most_change_m) {
            out.effect +=
                say(": 75 m or more, which Malone et al. 2018 flag (above 19.8 km/h there)");
        }
    }
    return out;
}

} // namespace

std::vector<DetachedFactor> detached_factors(const DetachedInputs& inputs) {
    return {age(inputs), time_off(inputs), sprints(inputs)};
}

} // namespace plimsoll::risk

// Answers against a day and a leg.
// SPDX-License-Identifier: Apache-2.0
#include "planner/screen_fit.hpp"

#include "model/athlete.hpp"
#include "model/words.hpp"
#include "planner/screen_texts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace plimsoll::planner {
namespace {

constexpr std::string_view screen_again =
    "screen again with 'plimsoll screen -o answers.toml', then plan with '--answers answers.toml'";

std::optional<std::string> of_another_leg(const ScreenAnswers& answers,
                                          const ScreenedInjury& injury) {
    const Side side = side_of(injury.site);
    if (answers.is(ScreenKey::side, "both") && injury.open) {
        return "the answers of the screen are of both calves, and a plan follows one injury: see a "
               "sports physio";
    }
    if (side == Side::unknown || answers.is(ScreenKey::side, "both")) {
        return std::nullopt;
    }
    const std::string_view hurt = side == Side::left ? "left" : "right";
    if (answers.is(ScreenKey::side, hurt)) {
        return std::nullopt;
    }
    return answers.known(ScreenKey::side)
               ? say("the answers of the screen are of the {} calf, the injury is {}: {}",
                     answers.word(ScreenKey::side), injury.site, screen_again)
               : say("the answers of the screen do not say which calf they are of, the "
                     "injury is {}: {}",
                     injury.site, screen_again);
}

constexpr double most_calm_pain = 2.0;   // of 10; evidence.md 7.6
constexpr double severe_pain = 5.0;      // of 10; policy: another look, red flags first
constexpr int least_onset_tolerance = 3; // days; policy
constexpr double onset_tolerance = 0.25; // of the days since; policy

constexpr double days_to_tell = 28.0; // policy
constexpr double most_alike = 0.9;    // 10 % of asymmetry; evidence.md 7.3

double worst_pain(const ScreenAnswers& answers) {
    return std::max(answers.number(ScreenKey::pain_now).value_or(0.0),
                    answers.number(ScreenKey::pain_walking).value_or(0.0));
}

// Old injuries are told of as well: without pain only what began lately is sore.
bool tells_of_sore_calf(const ScreenAnswers& answers) {
    using K = ScreenKey;
    constexpr std::array said{K::side, K::onset, K::site};
    constexpr std::array felt{K::felt_pop, K::bruising};
    constexpr std::array hurts{K::straight_knee_raise_hurts, K::bent_knee_raise_hurts,
                               K::lingers_between_runs};
    const auto yes = [&](K key) { return answers.yes(key); };
    const bool calm = answers.number(K::pain_now) && answers.number(K::pain_walking);
    const bool lately =
        answers.number(K::days_since_onset).value_or(days_to_tell + 1.0) <= days_to_tell;
    return worst_pain(answers) > 0.0 || lately || std::any_of(hurts.begin(), hurts.end(), yes) ||
           (!calm &&
            (std::any_of(felt.begin(), felt.end(), yes) ||
             std::any_of(said.begin(), said.end(), [&](K key) { return answers.known(key); })));
}

// Fewer raises of the sore leg than of the other, by more than counts vary and by a tenth.
bool raises_apart(const ScreenAnswers& answers) {
    const auto sore = answers.number(ScreenKey::single_leg_raises_injured);
    const auto other = answers.number(ScreenKey::single_leg_raises_other);
    return sore && other && *other - *sore > raise_noise && *sore < most_alike * *other;
}

// By the answers it began later than the injury that is recorded.
std::optional<std::string> began_anew(const ScreenAnswers& answers, const ScreenedInjury& injury) {
    const std::optional<double> ago = answers.number(ScreenKey::days_since_onset);
    if (!ago || !answers.day()) {
        return std::nullopt;
    }
    const Date began = *answers.day() - static_cast<int>(*ago);
    const int recorded_ago = *answers.day() - injury.onset;
    const int tolerance =
        std::max(least_onset_tolerance, static_cast<int>(onset_tolerance * recorded_ago));
    const bool anew = injury.returned && *injury.returned <= *answers.day()
                          ? began > *injury.returned
                          : began - injury.onset > tolerance;
    if (!anew) {
        return std::nullopt;
    }
    return say("by the answers of the screen it began on {}, and {} is recorded since {}: "
               "record the new onset, or {}",
               long_day(began), injury.site, long_day(injury.onset), screen_again);
}

// The newest count of raises of the sore leg in the events, up to the day of the answers.
const Event* newest_raises(const ScreenAnswers& answers, const ScreenedInjury& injury,
                           std::span<const Event> events) {
    const Side side = side_of(injury.site);
    const std::string_view name = side == Side::right  ? "calf_raises_right"
                                  : side == Side::left ? "calf_raises_left"
                                                       : "";
    const Event* newest = nullptr;
    for (const Event& event : events) {
        if (event.kind == EventKind::gate && event.value && event.detail == name &&
            event.day >= injury.onset && event.day <= *answers.day() &&
            (newest == nullptr || event.day >= newest->day)) {
            newest = &event;
        }
    }
    return newest;
}

} // namespace

std::optional<std::string> reason_against_sore_calf(const ScreenAnswers& answers, bool injured) {
    if (injured) {
        const double pain = worst_pain(answers);
        if (pain > most_calm_pain) {
            return say("the answers of the screen say pain {:g} of 10: see a sports "
                       "physio; no run is planned in pain",
                       pain);
        }
        if (raises_apart(answers)) {
            return "by the answers of the screen the sore leg does far fewer single-leg raises "
                   "than the other: plan along the injury's pathway, or see a sports physio";
        }
        return std::nullopt;
    }
    if (!tells_of_sore_calf(answers)) {
        return std::nullopt;
    }
    return "the answers of the screen tell of a sore calf, and no open injury is recorded: record "
           "its injury_onset in the events file and plan along its pathway (acute_strain, "
           "silent_strain "
           "or neural_tension), or see a sports physio";
}

std::optional<Event> pain_in(const ScreenAnswers& answers, std::string_view site) {
    if (!answers.day() || worst_pain(answers) <= most_calm_pain) {
        return std::nullopt; // calm at rest says nothing of a session
    }
    Event event;
    event.day = *answers.day();
    event.kind = EventKind::pain;
    event.detail = site;
    event.value = worst_pain(answers);
    return event;
}

std::optional<std::string> reason_against_records(const ScreenAnswers& answers,
                                                  const ScreenedInjury& injury,
                                                  std::span<const Event> events, Date day) {
    if (auto reason = began_anew(answers, injury)) {
        return reason;
    }
    const std::optional<double> raises = answers.number(ScreenKey::single_leg_raises_injured);
    const Event* recorded =
        raises && answers.day() ? newest_raises(answers, injury, events) : nullptr;
    if (recorded != nullptr && *recorded->value - *raises > raise_noise) {
        return say("by the answers of the screen of {} the sore leg does {:g} single-leg "
                   "raises, by the events {:g} on {}: count again and record it",
                   long_day(*answers.day()), *raises, *recorded->value, long_day(recorded->day));
    }
    for (const Event& event : events) {
        const bool pain = event.kind == EventKind::pain || event.kind == EventKind::morning_pain;
        if (pain && event.value.value_or(0.0) > severe_pain && answers.day() &&
            event.day > *answers.day() && event.day <= day &&
            body_part(event.detail) == body_part(injury.site)) {
            return say("pain {:g} of 10 ({}) on {} is newer than the answers of the "
                       "screen: {}",
                       *event.value, event.detail, long_day(event.day), screen_again);
        }
    }
    return std::nullopt;
}

std::optional<std::string> reason_against_pathway(const ScreenResult& result,
                                                  std::string_view pathway) {
    const ConditionReasons& first = result.conditions.front();
    if (first.condition != CalfCondition::acute_strain || first.likelihood != Likelihood::more ||
        pathway != to_string(CalfCondition::neural_tension)) {
        return std::nullopt;
    }
    const std::optional<std::string> doubt = doubt_about_pathway(result, pathway);
    if (!doubt) {
        return std::nullopt;
    }
    return say("by the answers of the screen {} is likelier than {}, whose pathway runs "
               "sooner: plan along acute_strain, or let a sports physio tell them apart",
               name_of(first.condition), name_of(CalfCondition::neural_tension));
}

std::optional<std::string> reason_against_answers(const ScreenAnswers& answers, Date day,
                                                  const std::optional<ScreenedInjury>& injury) {
    if (!answers.day()) {
        return say("the answers of the screen have no date: {}", screen_again);
    }
    const Date answered = *answers.day();
    if (day - answered > answers_count_days) {
        return say("the answers of the screen are of {}, {} days before {}; they count for "
                   "{} days: {}",
                   long_day(answered), day - answered, long_day(day), answers_count_days,
                   screen_again);
    }
    if (answered - day > answers_count_days) {
        return say("the answers of the screen are of {}, {} days after {}: {}", long_day(answered),
                   answered - day, long_day(day), screen_again);
    }
    if (!injury) {
        return std::nullopt;
    }
    if (answered < injury->onset) {
        return say("the answers of the screen are of {}, the injury {} began on {}: {}",
                   long_day(answered), injury->site, long_day(injury->onset), screen_again);
    }
    return of_another_leg(answers, *injury);
}

std::optional<std::string> doubt_about_pathway(const ScreenResult& result,
                                               std::string_view pathway) {
    const auto* const chosen = std::find_if(
        result.conditions.begin(), result.conditions.end(),
        [&](const ConditionReasons& kind) { return to_string(kind.condition) == pathway; });
    const ConditionReasons& first = result.conditions.front();
    if (chosen == result.conditions.end() || chosen->likelihood != Likelihood::less ||
        first.likelihood != Likelihood::more) {
        return std::nullopt;
    }
    return say("By the answers of the screen {} is less likely than {}; no diagnosis. See a "
               "sports physio before you follow this plan.",
               name_of(chosen->condition), name_of(first.condition));
}

} // namespace plimsoll::planner

// Sentences on a validation.
// SPDX-License-Identifier: Apache-2.0
#include "risk/validation_words.hpp"

#include "model/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace plimsoll::risk {
namespace {

constexpr double a_little = 0.1; // AUC above or below 0.5; wording only, policy

std::string nothing_to_tell(const Validation& v) {
    if (v.reports.rows == 0) {
        return say("The injuries file holds no injury: there is nothing to separate.");
    }
    if (v.days == 0) {
        return say(
            "No day counts: every day is before the log, without training, or within 28 days "
            "of a report. There is nothing to separate.");
    }
    if (v.reports.onsets_on_days == 0) {
        return say("No onset falls on a day that counts: there is nothing to separate.");
    }
    return say("No onset falls on a day on which the coupled ratio is defined: nothing can be said "
               "about it.");
}

std::string why_no_interval(const MetricResult& metric, std::size_t athletes) {
    if (athletes < 2) {
        return say("the log is of one athlete, and an interval over athletes needs several");
    }
    if (metric.injured_athletes < 2) {
        return say("every onset is of one athlete, and an interval over athletes needs several");
    }
    return say("too few draws of athletes hold an onset");
}

std::string strength(double auc) {
    if (auc > 0.5 + a_little || auc < 0.5 - a_little) {
        return "";
    }
    return say("a little ");
}

std::string null_conclusion(const NullComparison& null) {
    std::string text = say(
        "Against no base at all: on the same days the acute load alone (over a constant) has AUC "
        "{}, and over chronic loads dealt at random {:.2f}.",
        auc_in_words(null.constant_auc, null.constant_ci), *null.shuffled_auc);
    if (!null.gain_ci) {
        return text;
    }
    text +=
        say(" The ratio's AUC is {:+.2f} from the acute load's ({:+.2f} to {:+.2f}): ", *null.gain,
            null.gain_ci->low, null.gain_ci->high);
    if (null.gain_ci->low <= 0.0 && null.gain_ci->high >= 0.0) {
        return text + say("dividing by the chronic load adds nothing that this log can show.");
    }
    return text + say("a difference beyond chance, which says that the two order the days "
                      "differently, not that either separates them well.");
}

std::string others_conclusion(const Validation& v) {
    std::string found;
    std::size_t count = 0;
    for (const MetricResult& metric : v.metrics) {
        if (metric.separates()) {
            ++count;
            found += say("{}{}, {} on onset days, AUC {}", found.empty() ? "" : "; ",
                         say_text(name_of(metric.metric)),
                         *metric.auc > 0.5 ? say("higher") : say("lower"),
                         auc_in_words(metric.auc, metric.ci));
        }
    }
    const std::size_t all = v.metrics.size();
    if (count == 0) {
        return say("No interval of the {} metrics leaves out 0.50: none of them is seen to "
                   "separate the days of this log.",
                   all);
    }
    return say("Of {} metrics looked at, the interval of {} leaves out 0.50: {}. With so "
               "many looks and so few onsets this is a question for another log, not a "
               "finding.",
               all, count, found);
}

std::string brier_conclusion(const Validation& v) {
    std::size_t judged = 0;
    std::size_t better = 0;
    double best = 0.0;
    for (const MetricResult& metric : v.metrics) {
        if (metric.calibration) {
            ++judged;
            better += metric.calibration->scaled_brier() > 0.0 ? 1U : 0U;
            best = std::max(best, metric.calibration->scaled_brier());
        }
    }
    if (judged == 0) {
        return say(
            "Probabilities cannot be judged: the onsets are too few, or of too few athletes, "
            "to fit a model to some athletes and try it on others.");
    }
    if (better == 0) {
        return say("Tried on athletes it had not seen, no model with one of {} metrics "
                   "came nearer than the plain rate of onsets of the other athletes "
                   "(Brier score).",
                   judged);
    }
    return say("Tried on athletes they had not seen, {} of {} models with one metric came "
               "nearer than the plain rate of onsets, by at most {:.2g} % of its Brier "
               "score.",
               better, judged, 100.0 * best);
}

std::string refit_conclusion(const Refit& refit) {
    if (refit.done) {
        return say("{} onsets allow {} coefficients to be estimated anew, each held near "
                   "its published value.",
                   refit.onsets, refit.parameters);
    }
    return say("The published coefficients stay as they are: {}.", refit.why_not);
}

} // namespace

std::string auc_in_words(const std::optional<double>& auc, const std::optional<Interval>& ci) {
    if (!auc) {
        return "none";
    }
    return ci ? say("{:.2f} ({:.2f} to {:.2f})", *auc, ci->low, ci->high)
              : say("{:.2f} (no interval)", *auc);
}

std::string coupled_conclusion(const Validation& v) {
    const MetricResult& coupled = v.coupled();
    if (!coupled.auc) {
        return nothing_to_tell(v);
    }
    const std::string figure =
        say("AUC {}, where 0.50 is chance", auc_in_words(coupled.auc, coupled.ci));
    if (!coupled.ci) {
        return say("In this log the coupled ratio has {}. It cannot be said how far that "
                   "is from chance: {}.",
                   figure, why_no_interval(coupled, v.athletes));
    }
    if (!coupled.separates()) {
        return say("In this log the coupled ratio separates injured from uninjured days "
                   "{} than chance: {}.",
                   *coupled.auc > 0.5 ? say("hardly better") : say("no better"), figure);
    }
    return say("In this log the coupled ratio is {}{} on days on which an injury began: "
               "{}. That orders past days; it foretells nobody's injury.",
               strength(*coupled.auc), *coupled.auc > 0.5 ? say("higher") : say("lower"), figure);
}

std::vector<std::string> conclusions_of(const Validation& v) {
    std::vector<std::string> all{coupled_conclusion(v)};
    if (v.null_comparison.constant_auc) {
        all.push_back(null_conclusion(v.null_comparison));
    }
    if (std::any_of(v.metrics.begin(), v.metrics.end(),
                    [](const MetricResult& metric) { return metric.ci.has_value(); })) {
        all.push_back(others_conclusion(v));
    }
    if (v.reports.onsets_on_days > 0) {
        all.push_back(brier_conclusion(v));
    }
    all.push_back(refit_conclusion(v.refit));
    return all;
}

std::vector<std::string> not_concluded(const Validation& v) {
    std::vector<std::string> all;
    const MetricResult& coupled = v.coupled();
    if (coupled.ci && !coupled.separates()) {
        all.push_back(
            say("That there is no relation: with {} onsets of {} athletes any AUC from {:.2f} to "
                "{:.2f} fits this log.",
                coupled.onsets, coupled.injured_athletes, coupled.ci->low, coupled.ci->high));
    }
    all.emplace_back(
        say("That a metric predicts injury, or that a value of it is safe or dangerous: "
            "no border was tested, and no such model has been validated for practice "
            "(Bullock et al. 2022)."));
    all.emplace_back(
        say("What causes what: load is cut when something hurts, complaints that nobody "
            "reported are missing, and training that was not logged counts as rest."));
    all.emplace_back(
        say("Anything about the load of the injured day itself: the figures are those of "
            "the morning, from sessions up to the day before."));
    all.emplace_back(say("Anything about other athletes, clubs or seasons."));
    if (v.refit.done) {
        all.emplace_back(
            say("That the estimated coefficients are better than the published ones: the "
                "published are per run and of overuse injuries, these are of the largest "
                "spike of 7 days and of every injury of the file, and their intervals "
                "take the days of an athlete as independent."));
    }
    return all;
}

} // namespace plimsoll::risk

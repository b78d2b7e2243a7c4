// The validation's pages.
// SPDX-License-Identifier: Apache-2.0
#include "reports/validation_report.hpp"

#include "model/words.hpp"
#include "reports/format.hpp"
#include "reports/sections.hpp"
#include "risk/validation_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace plimsoll::reports {
namespace {

using Align = Column::Align;
using Fit = Column::Fit;
using risk::MetricResult;
using risk::Validation;

std::string range(const std::optional<risk::Interval>& interval) {
    return interval ? say("{:.2f} to {:.2f}", interval->low, interval->high) : absent;
}

// "hardly better" and "no better" are said of the ratio in words; a table needs one short word.
std::string reading_of(const MetricResult& metric) {
    if (!metric.auc) {
        return say("no onset");
    }
    if (!metric.ci) {
        return say("cannot be said");
    }
    if (!metric.separates()) {
        return say("as chance");
    }
    return *metric.auc > 0.5 ? say("higher on onset days") : say("lower on onset days");
}

void add_metrics(Document& document, const Validation& v) {
    document.add(Heading{say("Each metric alone")});
    Table table;
    table.columns = {
        {say("metric"), Align::left, Fit::natural}, {say("onsets"), Align::right, Fit::natural},
        {say("days"), Align::right, Fit::natural},  {say("AUC"), Align::right, Fit::natural},
        {"95 %", Align::left, Fit::natural},        {say("in this log"), Align::left, Fit::wrap}};
    for (const MetricResult& metric : v.metrics) {
        table.rows.push_back({{say_text(name_of(metric.metric)), std::to_string(metric.onsets),
                               std::to_string(metric.days), two_digits(metric.auc),
                               range(metric.ci), reading_of(metric)}});
    }
    document.add(std::move(table));
    document.add(Paragraph{say(
        "AUC: how often an onset day has the higher value when it is paired with another day; "
        "0.50 is a coin, below it onset days are the lower ones. Values are those of the morning, "
        "from sessions up to the day before.")});
}

// Without a sign where nothing is left of it.
std::string signed_two_digits(double value) {
    const std::string text = fmt::format("{:+.2f}", value);
    return text == "-0.00" || text == "+0.00" ? "0.00" : text;
}

void add_probabilities(Document& document, const Validation& v) {
    const bool any = std::any_of(v.metrics.begin(), v.metrics.end(),
                                 [](const MetricResult& m) { return m.calibration.has_value(); });
    if (!any) {
        return;
    }
    document.add(Heading{say("As a probability, tried on athletes it had not seen")});
    Table table;
    table.columns = {
        {say("metric"), Align::left, Fit::natural},     {say("Brier"), Align::right, Fit::natural},
        {say("nearer by"), Align::right, Fit::natural}, {say("offset"), Align::right, Fit::natural},
        {say("slope"), Align::right, Fit::natural},     {"95 %", Align::left, Fit::natural}};
    for (const MetricResult& metric : v.metrics) {
        const std::string name = say_text(name_of(metric.metric));
        if (const auto& model = metric.calibration) {
            table.rows.push_back({{name, fmt::format("{:.6f}", model->brier),
                                   fmt::format("{:+.2f} %", 100.0 * model->scaled_brier()),
                                   signed_two_digits(model->intercept), two_digits(model->slope),
                                   range(model->slope_ci)}});
        } else {
            table.rows.push_back({{name, absent, absent, absent, absent, absent}});
        }
    }
    document.add(std::move(table));
    document.add(Paragraph{say(
        "Brier: mean squared error of the probability. nearer by: how much smaller than that of "
        "the other athletes' plain rate of onsets. offset 0 and slope 1 are right; a slope near or "
        "below 0 says that the probabilities carry nothing over to other athletes.")});
}

void add_null(Document& document, const Validation& v) {
    const risk::NullComparison& null = v.null_comparison;
    if (!null.constant_auc) {
        return;
    }
    document.add(Heading{say("Does the base matter?")});
    Table table;
    table.columns = {{say("acute load over"), Align::left, Fit::natural},
                     {say("AUC"), Align::right, Fit::natural},
                     {"95 %", Align::left, Fit::natural},
                     {say("over"), Align::left, Fit::wrap}};
    const MetricResult& coupled = v.coupled();
    table.rows.push_back({{say("the chronic load (coupled ratio)"), two_digits(coupled.auc),
                           range(coupled.ci), say("draws of athletes")}});
    table.rows.push_back({{say("a constant (acute load alone)"), two_digits(null.constant_auc),
                           range(null.constant_ci), say("draws of athletes")}});
    table.rows.push_back({{say("chronic loads dealt at random"), two_digits(null.shuffled_auc),
                           range(null.shuffled_range), say("{} deals", risk::shuffle_count)}});
    document.add(std::move(table));
    document.add(Paragraph{say("{} onsets on {} days, the same for all three, after "
                               "Impellizzeri et al. 2021.",
                               null.onsets, null.days)});
}

// "F2a, F2b: needs dates of return": the factors that stay as published, by reason.
Points unchanged(const risk::Refit& refit) {
    Points points;
    const risk::RefitRow* before = nullptr;
    std::string ids;
    const auto end_reason = [&] {
        if (before != nullptr) {
            points.texts.push_back(fmt::format("{}: {}", ids, before->why));
        }
        ids.clear();
    };
    for (const risk::RefitRow& row : refit.rows) {
        if (row.hazard_ratio) {
            continue;
        }
        if (before == nullptr || before->why != row.why) {
            end_reason();
            before = &row;
        }
        ids += (ids.empty() ? "" : ", ") + std::string(row.published->id);
    }
    end_reason();
    return points;
}

void add_coefficients(Document& document, const Validation& v) {
    document.add(Heading{say("The published coefficients")});
    Table table;
    table.columns = {{say("factor"), Align::left, Fit::natural},
                     {say("published HR"), Align::left, Fit::natural},
                     {say("days"), Align::right, Fit::natural},
                     {say("onsets"), Align::right, Fit::natural},
                     {say("from this log"), Align::left, Fit::natural}};
    for (const risk::RefitRow& row : v.refit.rows) {
        const risk::Coefficient& published = *row.published;
        table.rows.push_back(
            {{std::string(published.id), hazard(published.hazard_ratio, published.ci),
              row.computable ? std::to_string(row.days) : absent,
              row.computable ? std::to_string(row.onsets) : absent,
              row.hazard_ratio ? hazard(*row.hazard_ratio, row.ci) : say("unchanged")}});
    }
    document.add(std::move(table));
    if (Points reasons = unchanged(v.refit); !reasons.texts.empty()) {
        document.add(std::move(reasons));
    }
    document.add(Paragraph{say(
        "From {:.0f} onsets a coefficient on it is estimated anew, held near the published value "
        "as far as the published interval says.",
        risk::events_per_parameter)});
}

// Where each row of the injuries file ended.
Points basis_of_validation(const Validation& v) {
    const risk::ReportCounts& r = v.reports;
    Points points;
    const auto add = [&](std::string text) { points.texts.push_back(std::move(text)); };
    add(say("injuries file: {} = {} on a day reported already + {} of the same complaint "
            "(within {} days of the athlete's last report) + {} after {} + {} of athletes "
            "not in the log + {}",
            counted(r.rows, "report"), r.same_day, r.same_complaint, risk::same_complaint_days,
            r.after_last_day, to_string(v.as_of), r.unknown_athlete, counted(r.onsets(), "onset")));
    add(say("{} = {} on or before the athlete's first session + {} with no session on the "
            "day or the {} days before + {} of {} on days that count",
            counted(r.onsets(), "onset"), r.before_log, r.without_training,
            risk::training_within_days, r.onsets_on_days, counted(v.injured_athletes, "athlete")));
    add(say("{} of {} of {} count: a session on the day or the {} days before it, and no "
            "report in the {} days before it",
            counted(v.days, "day"), v.athletes, counted(v.athletes_in_log, "athlete"),
            risk::training_within_days, risk::same_complaint_days));
    if (!v.metrics.empty() && v.coupled().onsets < r.onsets_on_days) {
        add(say("{} of these {} have no coupled ratio: less than 28 days of history, or "
                "28 days without load",
                r.onsets_on_days - v.coupled().onsets, counted(r.onsets_on_days, "onset")));
    }
    add(say("measure {}, sessions: {}", to_string(v.measure), to_string(v.filter)));
    add(say("intervals: {} draws of whole athletes with replacement, 2.5 to 97.5 %, seed "
            "{}; too narrow where few athletes were injured",
            v.bootstrap.replicates, v.bootstrap.seed));
    add(say("probabilities: athletes in at most {} groups, each predicted from the others",
            risk::most_folds));
    return points;
}

void add_validation_sources(Document& document) {
    document.add(Heading{say("Sources")});
    Points points;
    points.texts = {
        say("null comparison: Impellizzeri et al. 2021, doi:10.1007/s40279-020-01378-6 (football: "
            "0.574 for the ratio, 0.544 for the acute load)"),
        say("what to report: Bullock et al. 2022, doi:10.1007/s40279-022-01698-9; onsets a "
            "coefficient: Peduzzi et al. 1996; the method: docs/methods.md, section 7")};
    document.add(std::move(points));
}

} // namespace

Document validation_report(const Validation& v, const TrainingLog& log) {
    Document document;
    document.title = say("Validation");
    document.subject = counted(v.athletes_in_log, "athlete");
    document.period = say("as of {}", long_day(v.as_of));
    document.footer = say_text(not_advice);
    const MetricResult& coupled = v.coupled();
    document.add(
        KeyFigure{say("AUC of the coupled ratio"),
                  coupled.auc ? auc_in_words(coupled.auc, coupled.ci) : say("cannot be said"),
                  coupled_conclusion(v)});
    const std::vector<std::string> conclusions = conclusions_of(v);
    document.add(Heading{say("What this log says")});
    document.add(Points{Points::Mark::plain, {conclusions.begin() + 1, conclusions.end()}});
    document.add(Heading{say("What cannot be concluded")});
    document.add(Points{Points::Mark::plain, not_concluded(v)});
    add_metrics(document, v);
    add_null(document, v);
    add_probabilities(document, v);
    add_coefficients(document, v);
    document.add(Heading{say("What the figures rest on")});
    Points basis = basis_of_validation(v);
    const Points files = basis_of(log);
    basis.texts.insert(basis.texts.end(), files.texts.begin(), files.texts.end());
    document.add(std::move(basis));
    add_validation_sources(document);
    return document;
}

} // namespace plimsoll::reports

// plimsoll.validate/1
// SPDX-License-Identifier: Apache-2.0
#include "reports/json_head.hpp"
#include "reports/validation_report.hpp"
#include "risk/validation_words.hpp"

namespace plimsoll::reports {
namespace {

Json json_of_range(const std::optional<risk::Interval>& interval) {
    return interval ? Json::array({interval->low, interval->high}) : Json();
}

Json json_of_metric(const risk::MetricResult& metric) {
    const auto& model = metric.calibration;
    Json json;
    json["id"] = to_string(metric.metric);
    json["name"] = name_of(metric.metric);
    json["definition"] = definition_of(metric.metric);
    json["n"] = metric.days;
    json["onsets"] = metric.onsets;
    json["auc"] = json_of(metric.auc);
    json["ci"] = json_of_range(metric.ci);
    json["brier"] = model ? Json(model->brier) : Json();
    json["brier_reference"] = model ? Json(model->brier_reference) : Json();
    json["calibration_intercept"] = model ? Json(model->intercept) : Json();
    json["calibration_slope"] = model ? json_of(model->slope) : Json();
    json["calibration_slope_ci"] = model ? json_of_range(model->slope_ci) : Json();
    return json;
}

Json json_of_null(const risk::NullComparison& null) {
    const auto entry = [&](const char* id, const std::optional<double>& auc,
                           const std::optional<risk::Interval>& ci, const char* interval_over) {
        Json json;
        json["id"] = id;
        json["n"] = null.days;
        json["onsets"] = null.onsets;
        json["auc"] = json_of(auc);
        json["ci"] = json_of_range(ci);
        json["ci_over"] = interval_over;
        return json;
    };
    Json constant =
        entry("acute_over_constant", null.constant_auc, null.constant_ci, "draws of athletes");
    constant["coupled_minus_this"] = json_of(null.gain);
    constant["coupled_minus_this_ci"] = json_of_range(null.gain_ci);
    Json shuffled = entry("acute_over_shuffled", null.shuffled_auc, null.shuffled_range, "deals");
    shuffled["deals"] = risk::shuffle_count;
    return Json::array({std::move(constant), std::move(shuffled)});
}

Json json_of_prior(const risk::Refit& refit) {
    Json rows = Json::array();
    for (const risk::RefitRow& row : refit.rows) {
        Json json;
        json["id"] = row.published->id;
        json["hazard_ratio"] = row.published->hazard_ratio;
        json["ci"] = Json::array({row.published->ci.value().low, row.published->ci.value().high});
        json["source"] = row.published->source;
        json["refitted"] = row.hazard_ratio.has_value();
        json["why_not"] = row.hazard_ratio ? Json() : Json(row.why);
        rows.push_back(std::move(json));
    }
    return rows;
}

Json json_of_refit(const risk::Refit& refit) {
    if (!refit.done) {
        return {};
    }
    Json json;
    json["onsets"] = refit.onsets;
    json["parameters"] = refit.parameters;
    json["coefficients"] = Json::array();
    for (const risk::RefitRow& row : refit.rows) {
        if (row.hazard_ratio) {
            Json entry;
            entry["id"] = row.published->id;
            entry["days"] = row.days;
            entry["onsets"] = row.onsets;
            entry["hazard_ratio"] = *row.hazard_ratio;
            entry["ci"] = json_of_range(row.ci);
            json["coefficients"].push_back(std::move(entry));
        }
    }
    return json;
}

Json json_of_reports(const risk::ReportCounts& reports) {
    Json json;
    json["rows"] = reports.rows;
    json["same_day"] = reports.same_day;
    json["same_complaint"] = reports.same_complaint;
    json["after_as_of"] = reports.after_last_day;
    json["unknown_athlete"] = reports.unknown_athlete;
    json["onsets_before_log"] = reports.before_log;
    json["onsets_without_training"] = reports.without_training;
    json["onsets_counted"] = reports.onsets_on_days;
    return json;
}

} // namespace

std::string validation_json(const risk::Validation& v, const std::string& program) {
    Json json = json_head("validate", program, v.as_of);
    json["measure"] = to_string(v.measure);
    json["sport"] = to_string(v.filter);
    json["onsets"] = v.reports.onsets_on_days;
    json["athletes"] = v.athletes;
    json["injured_athletes"] = v.injured_athletes;
    json["days"] = v.days;
    json["reports"] = json_of_reports(v.reports);
    json["bootstrap"]["replicates"] = v.bootstrap.replicates;
    json["bootstrap"]["seed"] = v.bootstrap.seed;
    json["metrics"] = Json::array();
    for (const risk::MetricResult& metric : v.metrics) {
        json["metrics"].push_back(json_of_metric(metric));
    }
    json["null"] = json_of_null(v.null_comparison);
    json["prior"] = json_of_prior(v.refit);
    json["refit"] = json_of_refit(v.refit);
    json["refit_why_not"] = v.refit.done ? Json() : Json(v.refit.why_not);
    json["conclusions"] = conclusions_of(v);
    json["not_concluded"] = not_concluded(v);
    return json_text(json);
}

} // namespace plimsoll::reports

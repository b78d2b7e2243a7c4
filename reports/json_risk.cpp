// plimsoll.risk/1
// SPDX-License-Identifier: Apache-2.0
#include "reports/json.hpp"
#include "reports/json_head.hpp"
#include "reports/json_statement.hpp"

#include <algorithm>

namespace plimsoll::reports {
namespace {

Json json_of_interval(const risk::Interval& interval) {
    return Json::array({interval.low, interval.high});
}

Json json_of_ratio(const risk::Ratio& ratio) {
    Json json;
    json["value"] = json_of(ratio.value);
    json["status"] = to_string(ratio.status);
    return json;
}

// The zones are drawn for the coupled ratio; an uncoupled one is converted, an EWMA has none.
Json zone_of(const std::optional<double>& coupled) {
    return coupled ? Json(to_string(risk::zone_of_coupled(*coupled))) : Json();
}

Json json_of_ratios(const risk::DayRatios& day) {
    Json json;
    json["coupled"] = json_of_ratio(day.coupled);
    json["coupled"]["zone"] = zone_of(day.coupled.value);
    json["uncoupled"] = json_of_ratio(day.uncoupled);
    json["uncoupled"]["zone"] = zone_of(
        day.uncoupled.value ? std::optional(risk::coupled_from_uncoupled(*day.uncoupled.value))
                            : std::nullopt);
    json["ewma"] = json_of_ratio(day.ewma.ratio);
    const bool known = day.ewma.ratio.status != risk::RatioStatus::no_history;
    json["ewma"]["seed_weight"] = known ? Json(day.ewma.seed_weight) : Json();
    json["ewma"]["acute"] = known ? Json(day.ewma.acute) : Json();
    json["ewma"]["chronic"] = known ? Json(day.ewma.chronic) : Json();
    return json;
}

Json json_of_history(const DailySeries& series) {
    Json json;
    json["first_day"] = to_string(series.first_day());
    json["last_day"] = to_string(series.last_day());
    json["days"] = series.size();
    json["observed_days"] =
        std::count(series.kinds().begin(), series.kinds().end(), DayKind::observed);
    json["gaps"] = Json::array();
    for (const Gap& gap : series.gaps()) {
        Json entry;
        entry["from"] = to_string(gap.from);
        entry["to"] = to_string(gap.to);
        entry["days"] = gap.days();
        json["gaps"].push_back(std::move(entry));
    }
    return json;
}

Json json_of_factor(const risk::Factor& factor) {
    Json json;
    json["id"] = factor.id;
    json["name"] = factor.name;
    json["value"] = json_of(factor.value);
    json["value_unit"] = factor.value_unit;
    json["hazard_ratio"] = json_of(factor.hazard_ratio());
    const auto interval = factor.interval();
    json["ci"] = interval ? json_of_interval(*interval) : Json();
    json["applies"] = factor.applies;
    json["extrapolated"] = factor.extrapolated();
    json["transport"] = factor.transport;
    json["kind"] = to_string(factor.kind);
    json["part_of"] = factor.part_of.empty() ? Json() : Json(factor.part_of);
    json["would_change"] = factor.would_change;
    json["working"] = factor.working.empty() ? Json() : Json(factor.working);
    json["why"] = factor.why;
    json["source"] = factor.source;
    json["evidence"] = factor.evidence;
    json["group"] = factor.group;
    return json;
}

Json json_of_total(const risk::Statement& s) {
    const bool known = s.has_total();
    const auto weighed = [&](const risk::Total& total) {
        Json json;
        json["hazard_ratio"] = known ? Json(total.hazard_ratio) : Json();
        json["ci"] = known ? json_of_interval(total.ci) : Json();
        return json;
    };
    Json json = weighed(s.total);
    json["ci_worst_case"] = known ? json_of_interval(s.total.ci_worst_case) : Json();
    json["members"] = s.total.members;
    json["transport_used"] = json_of(s.transport);
    json["transport"]["1"] = weighed(s.total_full);
    json["transport"]["0.5"] = weighed(s.total_half);
    return json;
}

Json json_of_absolute(const risk::AbsoluteRisk& absolute) {
    Json json;
    json["id"] = absolute.id;
    json["per"] = absolute.per;
    json["risk"] = absolute.risk;
    json["reference"] = absolute.reference;
    json["ci"] = json_of_interval(absolute.ci);
    json["baseline"] = absolute.baseline;
    json["transport"]["1"] = absolute.full;
    json["transport"]["0.5"] = absolute.half;
    json["members"] = absolute.members;
    return json;
}

Json json_of_detached(const risk::DetachedFactor& factor) {
    Json json;
    json["id"] = factor.id;
    json["value"] = json_of(factor.value);
    json["value_text"] = factor.value_text;
    json["applies"] = factor.applies;
    json["why"] = factor.why;
    json["effect"] = factor.effect;
    json["hazard_ratio"] = json_of(factor.hazard_ratio);
    json["ci"] = factor.ci ? json_of_interval(*factor.ci) : Json();
    json["source"] = factor.source;
    json["evidence"] = factor.evidence;
    json["would_change"] = factor.would_change;
    return json;
}

Json json_of_convention(const risk::ConventionRatio& entry) {
    Json json;
    json["id"] = entry.id;
    json["name"] = entry.name;
    json["start_of_day"] = json_of_ratio(entry.start_of_day);
    json["end_of_day"] = json_of_ratio(entry.end_of_day);
    json["zones"] = Json();
    if (entry.zones) {
        json["zones"] = {entry.zones->low, entry.zones->high, entry.zones->very_high};
    }
    return json;
}

Json json_of_fitness(const std::optional<risk::FitnessFatigue>& fitness) {
    if (!fitness) {
        return {};
    }
    Json json;
    json["ctl"] = fitness->ctl;
    json["atl"] = fitness->atl;
    json["tsb"] = fitness->tsb();
    return json;
}

template <class Items, class Convert>
Json array_of(const Items& items, Convert convert) {
    Json array = Json::array();
    for (const auto& item : items) {
        array.push_back(convert(item));
    }
    return array;
}

Json json_of_days(const risk::Statement& s) {
    Json days = Json::array();
    const DailySeries& series = s.load->series;
    for (std::size_t i = 0; i < series.size(); ++i) {
        const risk::DayRatios& ratios = s.days[i];
        const bool known = ratios.ewma.ratio.status != risk::RatioStatus::no_history;
        Json day;
        day["date"] = to_string(series.day(i));
        day["kind"] = to_string(series.kinds()[i]);
        day["load"] = series.loads()[i];
        day["coupled"] = json_of(ratios.coupled.value);
        day["uncoupled"] = json_of(ratios.uncoupled.value);
        day["ewma"] = json_of(ratios.ewma.ratio.value);
        day["ewma_acute"] = known ? Json(ratios.ewma.acute) : Json();
        day["ewma_chronic"] = known ? Json(ratios.ewma.chronic) : Json();
        days.push_back(std::move(day));
    }
    return days;
}

} // namespace

Json json_of_statement(const risk::Statement& s, bool series) {
    const bool known = s.load.has_value();
    const risk::DayRatios nothing;
    Json json;
    json["id"] = s.athlete;
    json["name"] = s.name.empty() ? Json() : Json(s.name);
    json["history"] = known ? json_of_history(s.load->series) : Json();
    json["measure"] = to_string(s.measure);
    json["unit"] = unit_of(s.measure);
    json["acute"] = known ? Json(s.acute) : Json();
    json["chronic"] = known ? Json(s.chronic) : Json();
    json["ratios"] = json_of_ratios(known ? s.last_day : nothing);
    json["spread"]["low"] = json_of(s.spread_low);
    json["spread"]["high"] = json_of(s.spread_high);
    json["monotony"]["sample"] = json_of(s.monotony_sample);
    json["monotony"]["population"] = json_of(s.monotony_population);
    json["strain"] = json_of(s.strain);
    json["week_change"] = json_of(s.week_change);
    json["longest_session_30d_m"] = s.longest_run ? Json(s.longest_run->distance_m) : Json();
    json["next_session_cap_m"] = json_of(s.next_session_cap_m);
    json["estimated_share"] = known ? Json(s.estimated_share) : Json();
    json["hold"] = s.hold ? Json(*s.hold) : Json();
    json["difference"] = known ? Json(s.difference) : Json();
    json["conventions"] = array_of(s.conventions, json_of_convention);
    json["fitness"] = json_of_fitness(s.fitness);
    json["detached"] = array_of(s.detached, json_of_detached);
    json["factors"] = array_of(s.factors, json_of_factor);
    json["total"] = json_of_total(s);
    json["absolute"] = s.absolute.empty() ? Json() : json_of_absolute(s.absolute.front());
    json["absolute_risks"] = array_of(s.absolute, json_of_absolute);
    json["flags"] = Json::array();
    for (const risk::Flag& flag : s.flags) {
        Json entry;
        entry["id"] = flag.id;
        entry["text"] = flag.text;
        entry["source"] = flag.source;
        json["flags"].push_back(std::move(entry));
    }
    if (series) {
        json["days"] = known ? json_of_days(s) : Json::array();
    }
    return json;
}

std::string risk_json(std::span<const risk::Statement> statements, const std::string& program,
                      bool series) {
    Json json =
        json_head("risk", program,
                  statements.empty() ? std::nullopt : std::optional(statements.front().as_of));
    json["athletes"] = Json::array();
    for (const risk::Statement& statement : statements) {
        json["athletes"].push_back(json_of_statement(statement, series));
    }
    return json_text(json);
}

} // namespace plimsoll::reports

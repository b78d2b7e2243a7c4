// The registry of factors and the total.
// SPDX-License-Identifier: Apache-2.0
#include "risk/factor.hpp"

#include "model/error.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

namespace plimsoll::risk {
namespace {

constexpr auto as_hazard = FactorKind::hazard;
constexpr auto as_flag = FactorKind::flag;
constexpr auto as_gate = FactorKind::gate;

// clang-format off
constexpr std::array rules{
    FactorRule{"F1",  "age",                              "age",    as_hazard, "F1",       "cohort", assess_age},
    FactorRule{"F2a", "calf strain in the past year",     "injury", as_hazard, "F2a",      "cohort", assess_past_calf_strain},
    FactorRule{"F2b", "calf strain, back 8 weeks or less", "injury", as_hazard, "F2b",     "cohort", assess_recent_calf_strain},
    FactorRule{"F3",  "session spike",                    "load",   as_hazard, "F3.small", "cohort", assess_spike},
    FactorRule{"F4",  "first match after an injury",      "injury", as_hazard, "F4",       "cohort", assess_first_match},
    FactorRule{"F5",  "team sessions since the return",   "injury", as_hazard, "F5",       "cohort", assess_sessions_back},
    FactorRule{"F6",  "another running injury, past year", "injury", as_hazard, "F6",      "cohort", assess_past_running_injury},
    FactorRule{"F7",  "an injury in the past year",       "injury", as_hazard, "F7",       "cohort", assess_past_injury},
    FactorRule{"F8",  "back pathology",                   "back",   as_hazard, "F8",       "cohort", assess_back},
    FactorRule{"F9",  "sprint exposure",                  "load",   as_flag,  "F9.few",   "cohort", assess_sprint_exposure},
    FactorRule{"F10", "ratio, monotony, week's change",   "load",   as_flag,  "",         "convention", assess_load_figures},
    FactorRule{"F11", "calf raises",                      "capacity", as_gate,"",         "expert", assess_calf_capacity},
};

// clang-format on

// What one factor, with those that modify it, adds to ln HR.
struct Contribution {
    std::string id;
    double log_ratio = 0.0;
    double variance = 0.0;
    double deviation = 0.0;

    void add(const Factor& factor, double weight) {
        const double scale = weight * factor.times;
        const double error = std::fabs(scale) * factor.coefficient->standard_error().value_or(0.0);
        log_ratio += scale * factor.coefficient->beta();
        variance += error * error;
        deviation += error;
    }
};

bool is_beside_reference(const Factor& factor) {
    return factor.applies && factor.kind == as_hazard && factor.coefficient != nullptr;
}

} // namespace

std::string_view to_string(FactorKind kind) noexcept {
    switch (kind) {
    case FactorKind::hazard:
        return "hazard";
    case FactorKind::flag:
        return "flag";
    case FactorKind::gate:
        break;
    }
    return "gate";
}

std::optional<double> Factor::hazard_ratio() const {
    if (!applies || kind != FactorKind::hazard) {
        return std::nullopt;
    }
    if (coefficient == nullptr) {
        return 1.0;
    }
    return times == 1 ? coefficient->hazard_ratio : std::exp(times * coefficient->beta());
}

std::optional<Interval> Factor::interval() const {
    if (!is_beside_reference(*this) || !coefficient->ci) {
        return std::nullopt;
    }
    return Interval{std::pow(coefficient->ci->low, times), std::pow(coefficient->ci->high, times)};
}

Total total_of(std::span<const Factor> factors, std::optional<double> transport) {
    require(!transport || (*transport >= 0.0 && *transport <= 1.0),
            "total_of: transport is from 0 to 1");
    const auto weight = [&](const Factor& factor) {
        return factor.extrapolated() ? transport.value_or(factor.transport) : 1.0;
    };
    std::map<std::string, Contribution> largest; // by group
    for (const Factor& factor : factors) {
        if (!is_beside_reference(factor) || !factor.part_of.empty()) {
            continue;
        }
        Contribution own{factor.id};
        own.add(factor, weight(factor));
        for (const Factor& part : factors) {
            if (is_beside_reference(part) && part.part_of == factor.id) {
                own.add(part, weight(part));
            }
        }
        if (own.deviation <= 0.0) {
            continue; // at weight 0 it does not enter
        }
        own.log_ratio = std::max(own.log_ratio, 0.0);
        const auto [known, added] = largest.try_emplace(factor.group, own);
        if (!added && own.log_ratio > known->second.log_ratio) {
            known->second = own;
        }
    }
    Contribution sum;
    Total total;
    for (const auto& [group, member] : largest) {
        sum.log_ratio += member.log_ratio;
        sum.variance += member.variance;
        sum.deviation += member.deviation;
        total.members.push_back(member.id);
    }
    std::sort(total.members.begin(), total.members.end());
    const auto interval = [&](double sd) {
        return Interval{std::exp(sum.log_ratio - normal_975 * sd),
                        std::exp(sum.log_ratio + normal_975 * sd)};
    };
    total.hazard_ratio = std::exp(sum.log_ratio);
    total.variance = sum.variance;
    total.ci = interval(std::sqrt(sum.variance));
    total.ci_worst_case = interval(sum.deviation);
    return total;
}

std::span<const FactorRule> factor_rules() noexcept {
    return rules;
}

std::vector<Factor> factors_of(const FactorContext& context) {
    std::vector<Factor> factors;
    factors.reserve(rules.size());
    for (const FactorRule& rule : rules) {
        Factor factor;
        factor.id = rule.id;
        factor.name = rule.name;
        factor.group = rule.group;
        factor.kind = rule.kind;
        factor.evidence = rule.evidence;
        if (!rule.typical.empty()) {
            factor.source = coefficient(rule.typical).source;
        }
        rule.assess(context, factor);
        if (std::find(context.without.begin(), context.without.end(), rule.id) !=
            context.without.end()) {
            factor.applies = false;
            factor.coefficient = nullptr;
            factor.why = "switched off";
            factor.would_change = "the same without --without " + factor.id;
        }
        factors.push_back(std::move(factor));
    }
    for (Factor& factor : factors) {
        if (factor.applies && !factor.part_of.empty() &&
            !factor_with(factors, factor.part_of).applies) {
            factor.applies = false;
            factor.coefficient = nullptr;
            factor.why = "goes with " + factor.part_of;
        }
    }
    return factors;
}

const Factor& factor_with(std::span<const Factor> factors, std::string_view id) {
    const auto found = std::find_if(factors.begin(), factors.end(),
                                    [&](const Factor& factor) { return factor.id == id; });
    require(found != factors.end(), "factor_with: no such factor");
    return *found;
}

} // namespace plimsoll::risk

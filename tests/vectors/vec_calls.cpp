// The functions that .vec files may call.
// SPDX-License-Identifier: Apache-2.0
#include "risk/acwr.hpp"
#include "risk/baseline.hpp"
#include "risk/bootstrap.hpp"
#include "risk/calibration.hpp"
#include "risk/coefficient.hpp"
#include "risk/convention.hpp"
#include "risk/discrimination.hpp"
#include "risk/factor.hpp"
#include "risk/layoff.hpp"
#include "risk/measure.hpp"
#include "risk/monotony.hpp"
#include "risk/spike.hpp"
#include "risk/trimp.hpp"
#include "tests/vectors/vec_file.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>
#include <stdexcept>

namespace plimsoll::test {
namespace {

// The arguments of one call; every one must be asked for.
class Arguments {
public:
    explicit Arguments(const VecCase& test) : test_(test) {}

    double number(const std::string& name) { return std::stod(text(name)); }

    std::string text(const std::string& name) {
        const auto found = test_.arguments.find(name);
        if (found == test_.arguments.end()) {
            throw std::runtime_error(test_.where + ": argument '" + name + "' is missing");
        }
        asked_.insert(name);
        return found->second;
    }

    const std::vector<double>& load() const { return test_.load; }

    void finish() const {
        for (const auto& [name, value] : test_.arguments) {
            if (asked_.count(name) == 0) {
                throw std::runtime_error(test_.where + ": unknown argument '" + name + "'");
            }
        }
    }

private:
    const VecCase& test_;
    std::set<std::string> asked_;
};

VecResult of(const std::optional<double>& value) {
    return value ? VecResult(std::vector<double>{*value}) : std::nullopt;
}

risk::EwmaSeed seed(const std::string& name) {
    static const std::map<std::string, risk::EwmaSeed> seeds{
        {"first_load", risk::EwmaSeed::first_load},
        {"mean_of_28_days", risk::EwmaSeed::mean_of_28_days},
        {"zero", risk::EwmaSeed::zero},
        {"zero_bias_corrected", risk::EwmaSeed::zero_bias_corrected}};
    return seeds.at(name);
}

risk::Deviation deviation(const std::string& name) {
    static const std::map<std::string, risk::Deviation> deviations{
        {"sample", risk::Deviation::sample}, {"population", risk::Deviation::population}};
    return deviations.at(name);
}

bool yes_or_no(const std::string& word) {
    static const std::map<std::string, bool> words{{"yes", true}, {"no", false}};
    return words.at(word);
}

// Factors made of registry rows, all outside their population: "F1+F2a"; "F4+F5*6" has F5 six times
// as a part of F4; "F2a/F7" puts both into one group.
risk::Total total(const std::string& ids, double transport) {
    std::vector<risk::Factor> factors;
    std::string word;
    const auto add = [&] {
        const std::size_t star = word.find('*');
        risk::Factor factor;
        factor.id = word.substr(0, star);
        factor.times = star == std::string::npos ? 1 : std::stoi(word.substr(star + 1));
        factor.part_of = factor.id == "F5" ? "F4" : "";
        factor.applies = true;
        factor.transport = 0.0;
        factor.coefficient = &risk::coefficient(factor.id);
        factors.push_back(factor);
        word.clear();
    };
    std::string group = "1";
    for (const char c : ids) {
        if (c != '+' && c != '/') {
            word += c;
            continue;
        }
        add();
        factors.back().group = group;
        group += c == '+' ? "+" : "";
    }
    add();
    factors.back().group = group;
    return risk::total_of(factors, transport);
}

// The days of the load, of which the first @p onsets are onset days.
std::vector<risk::ScoredDay> days_of(const std::vector<double>& values, double onsets) {
    std::vector<risk::ScoredDay> days;
    for (const double value : values) {
        days.push_back({value, static_cast<double>(days.size()) < onsets, 0});
    }
    return days;
}

// VDOT of a race: the cost of its speed over the share of VO2max that its time allows, which is the
// other half of Daniels & Gilbert's equations and no part of the program.
double vdot(double metres, double minutes) {
    const double share = 0.8 + 0.1894393 * std::exp(-0.012778 * minutes) +
                         0.2989558 * std::exp(-0.1932605 * minutes);
    return risk::oxygen_cost(metres / minutes) / share;
}

using Call = std::function<VecResult(Arguments&)>;

const std::map<std::string, Call>& calls() {
    static const std::map<std::string, Call> table{
        {"coupled_ratio",
         [](Arguments& a) { return of(risk::coupled_ratio(a.load(), a.load().size() - 1).value); }},
        {"uncoupled_ratio",
         [](Arguments& a) {
             return of(risk::uncoupled_ratio(a.load(), a.load().size() - 1).value);
         }},
        {"ewma_ratio",
         [](Arguments& a) {
             return of(risk::ewma_ratios(a.load(), seed(a.text("seed"))).back().ratio.value);
         }},
        {"convention",
         [](Arguments& a) -> VecResult {
             for (const risk::ConventionRatio& entry : risk::ratios_in_every_convention(a.load())) {
                 if (entry.id == a.text("id")) {
                     return of(entry.end_of_day.value);
                 }
             }
             throw std::out_of_range("no such convention");
         }},
        {"fitness_fatigue",
         [](Arguments& a) {
             const risk::FitnessFatigue f = risk::fitness_fatigue(a.load());
             return VecResult(std::vector{f.ctl, f.atl, f.tsb()});
         }},
        {"banister_trimp",
         [](Arguments& a) {
             const Sex sex = a.text("sex") == "male" ? Sex::male : Sex::female;
             return of(risk::banister_trimp(a.number("minutes"), a.number("hr"),
                                            {a.number("rest"), a.number("max"), sex}));
         }},
        {"edwards_trimp",
         [](Arguments& a) {
             HeartRateZones zones;
             if (a.load().size() != zones.seconds.size()) {
                 throw std::out_of_range("five zones");
             }
             std::transform(a.load().begin(), a.load().end(), zones.seconds.begin(),
                            [](double minutes) { return static_cast<float>(60.0 * minutes); });
             return of(risk::edwards_trimp(zones));
         }},
        {"ewma",
         [](Arguments& a) {
             return of(risk::ewma(a.load(), a.number("span_days"), seed(a.text("seed"))).back());
         }},
        {"ewma_lambda", [](Arguments& a) { return of(risk::ewma_lambda(a.number("span_days"))); }},
        {"seed_weight",
         [](Arguments& a) {
             return of(risk::seed_weight(a.number("span_days"),
                                         static_cast<std::size_t>(a.number("days"))));
         }},
        {"coupled_from_uncoupled",
         [](Arguments& a) { return of(risk::coupled_from_uncoupled(a.number("u"))); }},
        {"uncoupled_from_coupled",
         [](Arguments& a) { return of(risk::uncoupled_from_coupled(a.number("c"))); }},
        {"monotony",
         [](Arguments& a) { return of(risk::monotony(a.load(), deviation(a.text("sd")))); }},
        {"strain",
         [](Arguments& a) { return of(risk::strain(a.load(), deviation(a.text("sd")))); }},
        {"srpe_load",
         [](Arguments& a) { return of(risk::srpe_load(a.number("rpe"), a.number("minutes"))); }},
        {"spike_hazard_ratio",
         [](Arguments& a) -> VecResult {
             const auto level = risk::spike_level(a.number("distance_m"), a.number("longest_m"));
             if (!level) {
                 return std::nullopt;
             }
             return of(*level == risk::SpikeLevel::reference
                           ? 1.0
                           : risk::coefficient("F3." + std::string(risk::to_string(*level)))
                                 .hazard_ratio);
         }},
        {"daniels_factor",
         [](Arguments& a) {
             return of(risk::daniels_factor(static_cast<int>(a.number("days_off")),
                                            yes_or_no(a.text("cross_trained"))));
         }},
        {"vdot", [](Arguments& a) { return of(vdot(a.number("metres"), a.number("minutes"))); }},
        {"first_match_muscle",
         [](Arguments& a) {
             return of(risk::coefficient("F4.muscle").hazard_ratio *
                       std::pow(risk::coefficient("F5.muscle").hazard_ratio, a.number("sessions")));
         }},
        {"slowed_speed",
         [](Arguments& a) {
             return of(risk::slowed_speed(a.number("speed_mps"),
                                          static_cast<int>(a.number("days_off")),
                                          a.text("cross_trained") == "yes"));
         }},
        {"ladder_weeks",
         [](Arguments& a) {
             std::vector<double> weeks;
             for (int week = 1; week <= 5; ++week) {
                 weeks.push_back(a.number("usual_km") * risk::ladder_share(week));
             }
             return VecResult(weeks);
         }},
        {"coefficient",
         [](Arguments& a) {
             const risk::Coefficient& row = risk::coefficient(a.text("id"));
             return VecResult(std::vector{row.beta(), row.standard_error().value()});
         }},
        {"total",
         [](Arguments& a) {
             const risk::Total t = total(a.text("ids"), a.number("transport"));
             return VecResult(std::vector{t.hazard_ratio, t.ci.low, t.ci.high});
         }},
        {"absolute_risk",
         [](Arguments& a) {
             return of(risk::absolute_risk(a.number("rate"), a.number("exposure"),
                                           a.number("hazard_ratio")));
         }},
        {"auc",
         [](Arguments& a) {
             return of(risk::PairCounts(days_of(a.load(), a.number("onsets")), 1).auc());
         }},
        {"brier",
         [](Arguments& a) {
             return of(risk::brier_score(days_of(a.load(), a.number("onsets")), a.load()));
         }},
        {"quantile", [](Arguments& a) { return of(risk::quantile(a.load(), a.number("p"))); }},
        {"overuse_risk_of_a_run",
         [](Arguments& a) {
             const risk::Coefficient& row = risk::coefficient(a.text("id"));
             std::vector<double> percent;
             for (const double hr : {row.hazard_ratio, row.ci.value().low, row.ci.value().high}) {
                 percent.push_back(100.0 *
                                   risk::absolute_risk(risk::overuse_injuries_per_run, 1.0, hr));
             }
             return VecResult(percent);
         }},
    };
    return table;
}

} // namespace

VecResult run_vec_call(const VecCase& test) {
    const auto found = calls().find(test.call);
    if (found == calls().end()) {
        throw std::runtime_error(test.where + ": there is no call '" + test.call + "'");
    }
    Arguments arguments(test);
    VecResult result = found->second(arguments);
    arguments.finish();
    return result;
}

} // namespace plimsoll::test

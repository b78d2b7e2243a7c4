// Charts of plans.
// SPDX-License-Identifier: Apache-2.0
#include "reports/plan_chart.hpp"

#include "model/words.hpp"
#include "reports/format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace plimsoll::reports {
namespace {

using planner::PlanResult;

constexpr double gates_above = 1.12; // x the largest week: where the gates stand

// Letters for rules, in the order in which they first limit a week.
class RuleLetters {
public:
    std::string letter_of(const std::string& rule) {
        const auto known = std::find(rules_.begin(), rules_.end(), rule);
        const auto index = static_cast<std::size_t>(known - rules_.begin());
        if (known == rules_.end()) {
            rules_.push_back(rule);
        }
        return {static_cast<char>('a' + static_cast<char>(index % 26))};
    }

    std::string legend() const {
        std::string text;
        for (std::size_t i = 0; i < rules_.size(); ++i) {
            text += fmt::format("{}{} {}", i == 0 ? say("Limited by: ") : ", ",
                                static_cast<char>('a' + static_cast<char>(i % 26)), rules_[i]);
        }
        return text.empty() ? text : text + ".";
    }

private:
    std::vector<std::string> rules_;
};

bool has_open_gate(const planner::PathwayPlan& path, std::size_t phase) {
    return phase < path.gates.size() &&
           std::any_of(path.gates[phase].begin(), path.gates[phase].end(),
                       [](const auto& gate) { return gate.state != planner::GateState::passed; });
}

void add_phases(TimeChart& chart, const PlanResult& plan, const planner::PathwayPlan* path,
                double most) {
    TimeChart::Lane lane{say("phase"), {}};
    TimeChart::Dots gates{
        say("gates to pass"), {}, TimeChart::Shape::diamond, TimeChart::Tone::attention};
    if (path != nullptr && path->state) {
        for (const planner::PhaseSpan& span : path->spans) {
            if (span.to < chart.first || span.from > chart.last) {
                continue;
            }
            lane.stretches.push_back({std::max(span.from, chart.first),
                                      std::min(span.to, chart.last),
                                      path->pathway.phases.at(span.phase).id});
            if (span.to <= chart.last && has_open_gate(*path, span.phase)) {
                gates.dots.push_back({span.to, gates_above * most});
            }
        }
    } else {
        for (const planner::Phase& phase : plan.schedule.phases) {
            lane.stretches.push_back({phase.from, phase.to, say_text(phase.name)});
        }
    }
    if (!lane.stretches.empty()) {
        chart.lanes.push_back(std::move(lane));
    }
    if (!gates.dots.empty()) {
        chart.dots.push_back(std::move(gates));
    }
}

} // namespace

std::string limit_of_week(const PlanResult& plan, const planner::PlannedWeek& week) {
    std::vector<std::pair<std::string, int>> counts;
    for (const planner::PlannedDay& day : plan.schedule.days) {
        if (day.date < week.from || day.date > week.to() || day.session.limited_by.empty()) {
            continue;
        }
        const auto known = std::find_if(counts.begin(), counts.end(), [&](const auto& entry) {
            return entry.first == day.session.limited_by;
        });
        if (known == counts.end()) {
            counts.emplace_back(day.session.limited_by, 1);
        } else {
            ++known->second;
        }
    }
    std::string best = absent;
    int most = 0;
    for (const auto& [rule, count] : counts) {
        if (count > most) {
            best = rule;
            most = count;
        }
    }
    return best;
}

std::optional<Chart> plan_chart(const PlanResult& plan, const planner::PathwayPlan* path,
                                const Customs& customs) {
    const planner::Schedule& schedule = plan.schedule;
    const char* const unit = symbol_of(customs.length);
    if (schedule.weeks.empty() || schedule.days.empty()) {
        return std::nullopt;
    }
    TimeChart chart{std::min(schedule.days.front().date, schedule.weeks.front().from),
                    std::max(schedule.days.back().date, schedule.weeks.back().to()),
                    say("{} a week", unit)};
    TimeChart::Bars weeks{say("week"), {}};
    TimeChart::Dots longest{say("longest run"), {}};
    RuleLetters letters;
    double most = 0.0;
    bool recovery = false;
    for (const planner::PlannedWeek& week : schedule.weeks) {
        const double sum = schedule.week_distance_m(week) / metres_in(customs.length);
        const std::string rule = limit_of_week(plan, week);
        weeks.bars.push_back({week.from, week.to(), sum, week.recovery,
                              rule == absent ? std::string() : letters.letter_of(rule)});
        const double run = schedule.longest_m(week) / metres_in(customs.length);
        if (run > 0.0) {
            longest.dots.push_back({week.from + 3, run});
        }
        most = std::max(most, sum);
        recovery = recovery || week.recovery;
    }
    chart.bars.push_back(std::move(weeks));
    chart.dots.push_back(std::move(longest));
    chart.least_top = 1.1 * most; // room for the letters
    add_phases(chart, plan, path, most);
    Chart out;
    out.id = "plan";
    out.title = say("The way up");
    out.note = letters.legend() + (recovery ? " " + say("Hatched: a week of recovery.") : "");
    out.reading =
        say("{0} from {1}: {2:.1f} {4} in the first, {3:.1f} {4} in the last.",
            counted(schedule.weeks.size(), "week"), long_day(schedule.weeks.front().from),
            chart.bars.front().bars.front().value, chart.bars.front().bars.back().value, unit);
    out.body = std::move(chart);
    return out;
}

} // namespace plimsoll::reports

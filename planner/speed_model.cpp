// Rows and objective of the program of speed and turns.
// SPDX-License-Identifier: Apache-2.0
#include "planner/speed_model.hpp"

#include "planner/background.hpp"
#include "planner/phase_content.hpp"
#include "planner/rules/recovery_week.hpp"
#include "planner/solver.hpp"
#include "planner/speed_dose_rules.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace plimsoll::planner {
namespace {

using Measure = double SpeedPart::*;
using Logged = double SpeedWeek::*;

constexpr double slack_units = 1e-7; // by which a goal that is held may slip: the solver's accuracy
constexpr double least_metre = 1.0;  // "less than" in whole metres

Terms parts_of_week(const SpeedFrame& frame, std::size_t week, Measure measure) {
    Terms terms;
    for (std::size_t p = 0; p < frame.parts.size(); ++p) {
        const SpeedPart& part = frame.parts[p];
        if (frame.items[part.item].week == week && part.*measure > 0.0 && part.most > 0.0) {
            terms.emplace_back(p, part.*measure);
        }
    }
    return terms;
}

void subtract(Terms& terms, const Terms& other, double times) {
    for (const auto& [part, factor] : other) {
        terms.emplace_back(part, -times * factor);
    }
}

// The last week before it that is none of recovery and may hold some, if not too long ago.
std::optional<std::size_t> week_held_against(const SpeedFrame& frame, std::size_t week,
                                             Measure measure, Logged logged) {
    for (std::size_t back = 1; back <= weeks_looked_back && back <= week; ++back) {
        const std::size_t other = week - back;
        const bool some =
            frame.weeks[other].*logged > 0.0 || !parts_of_week(frame, other, measure).empty();
        if (some && !frame.weeks[other].recovery) {
            return other;
        }
    }
    return std::nullopt;
}

// This week less the one it is held against, planned; with what the log adds to the difference.
struct WeekRise {
    Terms terms;
    double logged = 0.0;
};

WeekRise rise_of(const SpeedFrame& frame, std::size_t week, Measure measure, Logged logged) {
    WeekRise rise{parts_of_week(frame, week, measure), frame.weeks[week].*logged};
    if (const auto before = week_held_against(frame, week, measure, logged)) {
        subtract(rise.terms, parts_of_week(frame, *before, measure), 1.0);
        rise.logged -= frame.weeks[*before].*logged;
    }
    return rise;
}

void add_growth_row(const SpeedFrame& frame, std::size_t week, double cap_m,
                    std::vector<SpeedRow>& rows) {
    WeekRise rise = rise_of(frame, week, &SpeedPart::high_speed_m, &SpeedWeek::high_speed_m);
    rows.push_back({rule_of_sprint_growth, week, std::move(rise.terms),
                    std::max(0.0, cap_m - least_metre - rise.logged)});
}

void add_recovery_row(const SpeedFrame& frame, std::size_t week, double fraction, Measure measure,
                      Logged logged, std::vector<SpeedRow>& rows) {
    Terms terms = parts_of_week(frame, week, measure);
    if (!frame.weeks[week].recovery || terms.empty()) {
        return;
    }
    std::size_t before = week - 1;
    while (before > 0 && frame.weeks[before].recovery) {
        --before;
    }
    subtract(terms, parts_of_week(frame, before, measure), fraction);
    rows.push_back(
        {RecoveryWeek::id, week, std::move(terms),
         std::max(0.0, fraction * frame.weeks[before].*logged - frame.weeks[week].*logged)});
}

// One goal after another, each held while the next one is pursued.
class SpeedProgram {
public:
    SpeedProgram(const SpeedFrame& frame, const std::vector<SpeedRow>& rows) : frame_(frame) {
        for (const SpeedPart& part : frame.parts) {
            program_.add_column(0.0, part.most);
        }
        for (const SpeedRow& row : rows) {
            program_.rows.push_back({row.terms, -no_bound, row.at_most});
        }
        values_.assign(frame.parts.size(), 0.0);
    }

    void reach(const Terms& terms, double wished) {
        if (terms.empty()) {
            return;
        }
        const std::size_t missing = program_.add_column(0.0, no_bound);
        Terms row = terms;
        row.emplace_back(missing, 1.0);
        program_.rows.push_back({row, wished, no_bound});
        pursue({{missing, 1.0 / wished}});
    }

    // The largest share that is missing of the wishes of each group, all groups together.
    void hold_least(bool at_effort) {
        std::vector<std::optional<std::size_t>> missing(frame_.groups);
        Terms cost;
        for (const SpeedWant& want : frame_.wants) {
            if ((at_effort && !want.at_effort) || want.least <= 0.0) {
                continue;
            }
            std::optional<std::size_t>& share = missing.at(want.group);
            if (!share) {
                share = program_.add_column(0.0, 1.0);
                cost.emplace_back(*share, 1.0);
            }
            Terms row = sum_of(want);
            row.emplace_back(*share, want.least);
            program_.rows.push_back({row, want.least, no_bound});
        }
        pursue(cost);
    }

    void least_rise(Measure measure, Logged logged) {
        std::optional<std::size_t> largest;
        for (std::size_t w = 0; w < frame_.weeks.size(); ++w) {
            if (frame_.weeks[w].recovery || parts_of_week(frame_, w, measure).empty()) {
                continue;
            }
            WeekRise rise = rise_of(frame_, w, measure, logged);
            largest = largest ? largest : program_.add_column(0.0, no_bound);
            rise.terms.emplace_back(*largest, -1.0);
            program_.rows.push_back({rise.terms, -no_bound, -rise.logged});
        }
        if (largest) {
            pursue({{*largest, 1.0}});
        }
    }

    void come_near_targets() {
        Terms cost;
        for (const SpeedWant& want : frame_.wants) {
            if (!want.target) {
                continue;
            }
            const std::size_t off = program_.add_column(0.0, no_bound);
            Terms above = sum_of(want);
            Terms below = above;
            above.emplace_back(off, -1.0);
            below.emplace_back(off, 1.0);
            program_.rows.push_back({above, -no_bound, *want.target});
            program_.rows.push_back({below, *want.target, no_bound});
            cost.emplace_back(off, 1.0);
        }
        pursue(cost);
    }

    std::vector<double> amounts() const {
        return {values_.begin(),
                values_.begin() + static_cast<std::ptrdiff_t>(frame_.parts.size())};
    }

private:
    static Terms sum_of(const SpeedWant& want) {
        Terms terms;
        for (const std::size_t part : want.parts) {
            terms.emplace_back(part, 1.0);
        }
        return terms;
    }

    // Where the solver's last digit ends the pursuit, what was reached so far stands.
    void pursue(const Terms& cost) {
        if (cost.empty() || failed_) {
            return;
        }
        std::fill(program_.cost.begin(), program_.cost.end(), 0.0);
        for (const auto& [column, factor] : cost) {
            program_.cost[column] = factor;
        }
        const LinearSolution solution = solve(program_);
        if (solution.status != SolveStatus::optimal) {
            failed_ = true;
            return;
        }
        values_ = solution.values;
        program_.rows.push_back({cost, -no_bound, solution.objective + slack_units});
    }

    const SpeedFrame& frame_;
    LinearProgram program_;
    std::vector<double> values_;
    bool failed_ = false;
};

} // namespace

std::vector<SpeedRow> speed_rows(const SpeedFrame& frame, const PlanPolicy& policy) {
    std::vector<SpeedRow> rows;
    for (std::size_t w = 0; w < frame.weeks.size(); ++w) {
        if (!parts_of_week(frame, w, &SpeedPart::high_speed_m).empty()) {
            add_growth_row(frame, w, policy.sprint_growth_m, rows);
        }
        add_recovery_row(frame, w, policy.recovery_fraction, &SpeedPart::high_speed_m,
                         &SpeedWeek::high_speed_m, rows);
        add_recovery_row(frame, w, policy.recovery_fraction, &SpeedPart::sprint_m,
                         &SpeedWeek::sprint_m, rows);
        add_recovery_row(frame, w, policy.recovery_fraction, &SpeedPart::turns, &SpeedWeek::turns,
                         rows);
    }
    for (const SpeedItem& item : frame.items) {
        if (item.metres && item.sprint) { // sprinted metres are metres at high speed
            rows.push_back({item.sprinted_share < 1.0 ? rule_of_match_share : phase_content,
                            item.week,
                            {{*item.sprint, 1.0}, {*item.metres, -item.sprinted_share}},
                            0.0});
        } else if (item.kind != SessionKind::team_training && item.parts.size() > 1) {
            Terms terms;
            for (const std::size_t part : item.parts) {
                terms.emplace_back(part, 1.0);
            }
            rows.push_back({item.most_by, item.week, std::move(terms), item.most});
        }
    }
    return rows;
}

Terms before_match(const SpeedFrame& frame, Measure measure) {
    return frame.last_week ? parts_of_week(frame, *frame.last_week, measure) : Terms();
}

std::vector<double> wanted_amounts(const SpeedFrame& frame, const std::vector<SpeedRow>& rows,
                                   const SpeedDemand& demand) {
    SpeedProgram program(frame, rows);
    const auto reach = [&](const std::optional<SpeedFigure>& figure, Measure measure) {
        if (figure) {
            program.reach(before_match(frame, measure), figure->value);
        }
    };
    reach(demand.sprint_m, &SpeedPart::sprint_m);
    reach(demand.high_speed_m, &SpeedPart::high_speed_m);
    reach(demand.changes_of_direction, &SpeedPart::turns);
    program.hold_least(true);
    program.hold_least(false);
    program.least_rise(&SpeedPart::high_speed_m, &SpeedWeek::high_speed_m);
    program.least_rise(&SpeedPart::turns, &SpeedWeek::turns);
    program.come_near_targets();
    return program.amounts();
}

} // namespace plimsoll::planner

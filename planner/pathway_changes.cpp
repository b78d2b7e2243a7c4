// Comparing two pathways.
// SPDX-License-Identifier: Apache-2.0
#include "planner/pathway_changes.hpp"

#include "model/words.hpp"
#include "planner/pathway_library.hpp"
#include "planner/pathway_wording.hpp"
#include "planner/phase_changes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace plimsoll::planner {
namespace {

std::string_view outcome_of(HoldRule::Then then) {
    switch (then) {
    case HoldRule::Then::hold:
        return "hold";
    case HoldRule::Then::back:
        return "step back";
    case HoldRule::Then::replan:
        return "plan again";
    case HoldRule::Then::refer:
        break;
    }
    return "refer";
}

std::string limit_of(const HoldRule& rule) {
    const std::string limit = rule.limit ? say("{:g}, then ", *rule.limit) : "";
    return fmt::format("{}{}{}", limit, outcome_of(rule.then),
                       rule.phase.empty() ? "" : " in phase " + rule.phase);
}

std::string days_in(const ExpectedDays& row) {
    const std::string days = row.add_days ? say("{:g} more", *row.add_days)
                                          : fmt::format("{:g}", row.mean_days.value_or(0.0));
    return row.sd_days ? fmt::format("{} +/- {:g}", days, *row.sd_days) : days;
}

double mean_or_more(const ExpectedDays& row) {
    return row.add_days.value_or(row.mean_days.value_or(0.0));
}

class Comparison {
public:
    Comparison(const Pathway& shipped, const Pathway& own) : shipped_(shipped), own_(own) {}

    std::vector<PathwayChange> changes() {
        compare_phases();
        compare_order();
        compare_goal_day();
        compare_rules();
        compare_expected();
        if (shipped_.sites != own_.sites || shipped_.starts_at_onset != own_.starts_at_onset) {
            changes_.add(true, "it starts otherwise, or is for other injuries");
        }
        if (const int count = other_wordings(shipped_, own_); count > 0) {
            changes_.add(false, "texts or sources of {} item{} outside the phases differ", count,
                         count == 1 ? "" : "s");
        }
        return changes_.take();
    }

private:
    void compare_phases() {
        for (const PathwayPhase& phase : shipped_.phases) {
            const PathwayPhase* mine = own_.phase_with(phase.id);
            if (mine == nullptr) {
                changes_.add(true, "phase {} is left out", phase.id);
                continue;
            }
            add_phase_changes(phase, *mine, changes_);
            if (const int count = other_wordings(phase, *mine); count > 0) {
                changes_.add(false, "phase {}: texts or sources of {} item{} differ", phase.id,
                             count, count == 1 ? "" : "s");
            }
        }
        std::string before;
        for (const PathwayPhase& phase : own_.phases) {
            if (shipped_.phase_with(phase.id) == nullptr) {
                add_new_phase(phase, before, changes_);
            }
            before = phase.id;
        }
    }

    // Of the phases that both have.
    static std::vector<std::string> order_of(const Pathway& pathway, const Pathway& other) {
        std::vector<std::string> ids;
        for (const PathwayPhase& phase : pathway.phases) {
            if (other.phase_with(phase.id) != nullptr) {
                ids.push_back(phase.id);
            }
        }
        return ids;
    }

    void compare_order() {
        const std::vector<std::string> before = order_of(shipped_, own_);
        const std::vector<std::string> now = order_of(own_, shipped_);
        if (now != before) {
            changes_.add(true, "the phases come in the order {} instead of {}",
                         fmt::join(now, ", "), fmt::join(before, ", "));
        }
    }

    // Whether all the phases of own that lie before the shipped day of the goal still do.
    bool begins_goal_day_later() const {
        const PathwayPhase* mine = own_.phase_with(own_.goal_day_starts);
        const PathwayPhase* before = own_.phase_with(shipped_.goal_day_starts);
        return mine != nullptr &&
               (shipped_.goal_day_starts.empty() || (before != nullptr && before < mine));
    }

    void compare_goal_day() {
        if (own_.phases_from_running != shipped_.phases_from_running) {
            changes_.add(own_.phases_from_running, "its phases come from the {} instead of the {}",
                         own_.phases_from_running ? "runs" : "gates",
                         shipped_.phases_from_running ? "runs" : "gates");
        }
        if (own_.goal_day_starts != shipped_.goal_day_starts) {
            const auto named = [](const std::string& id) {
                return id.empty() ? std::string("no phase") : "phase " + id;
            };
            changes_.add(!begins_goal_day_later(), "{} begins on the day of the goal instead of {}",
                         named(own_.goal_day_starts), named(shipped_.goal_day_starts));
        }
    }

    void compare_rules() {
        for (const HoldRule& rule : shipped_.rules) {
            const auto mine = same_as(rule, own_.rules);
            if (mine == own_.rules.end()) {
                changes_.add(true, "the rule {} is left out", rule.id);
            } else if (mine->when != rule.when || limit_of(*mine) != limit_of(rule)) {
                const bool stricter = mine->when == rule.when && mine->then == rule.then &&
                                      mine->phase == rule.phase && mine->limit && rule.limit &&
                                      *mine->limit < *rule.limit;
                changes_.add(!stricter, "the rule {} is {} instead of {}", rule.id, limit_of(*mine),
                             limit_of(rule));
            }
        }
        for (const HoldRule& rule : own_.rules) {
            if (same_as(rule, shipped_.rules) == shipped_.rules.end()) {
                changes_.add(false, "the rule {} is added, {}", rule.id, limit_of(rule));
            }
        }
    }

    // Two rows may be of the same injuries, from two studies: the first is held against the first.
    static const ExpectedDays* like(const ExpectedDays& wanted, std::size_t skip,
                                    const std::vector<ExpectedDays>& rows) {
        for (const ExpectedDays& row : rows) {
            const bool same = injuries_of(row) == injuries_of(wanted) &&
                              row.add_days.has_value() == wanted.add_days.has_value();
            if (same && skip-- == 0) {
                return &row;
            }
        }
        return nullptr;
    }

    // The row of @p others that stands for the row @p index of @p rows.
    static const ExpectedDays* partner(const std::vector<ExpectedDays>& rows, std::size_t index,
                                       const std::vector<ExpectedDays>& others) {
        std::size_t before = 0;
        while (like(rows[index], before, rows) != &rows[index]) {
            ++before;
        }
        return like(rows[index], before, others);
    }

    void compare_expected() {
        for (std::size_t i = 0; i < shipped_.expected.size(); ++i) {
            const ExpectedDays& row = shipped_.expected[i];
            const ExpectedDays* mine = partner(shipped_.expected, i, own_.expected);
            if (mine == nullptr) {
                changes_.add(true, "the days of a return, {}: left out, {}", injuries_of(row),
                             days_in(row));
            } else if (days_in(*mine) != days_in(row)) {
                changes_.add(mean_or_more(*mine) < mean_or_more(row),
                             "the days of a return, {}: {} instead of {}", injuries_of(row),
                             days_in(*mine), days_in(row));
            }
        }
        for (std::size_t i = 0; i < own_.expected.size(); ++i) {
            if (partner(own_.expected, i, shipped_.expected) == nullptr) {
                changes_.add(false, "the days of a return, {}: added, {}",
                             injuries_of(own_.expected[i]), days_in(own_.expected[i]));
            }
        }
    }

    const Pathway& shipped_;
    const Pathway& own_;
    ChangeList changes_;
};

} // namespace

std::vector<PathwayChange> changes_from(const Pathway& shipped, const Pathway& own) {
    return Comparison(shipped, own).changes();
}

std::vector<PathwayChange> changes_from_shipped(const Pathway& pathway) {
    if (pathway.file.empty()) {
        return {};
    }
    return changes_from(shipped_library().with_id(pathway.id), pathway);
}

} // namespace plimsoll::planner

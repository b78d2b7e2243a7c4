// Triage.
// SPDX-License-Identifier: Apache-2.0
#include "risk/triage.hpp"

#include <algorithm>
#include <array>

namespace plimsoll::risk {
namespace {

// policy: the order and the levels
constexpr std::array triage_table{
    TriageRule{TriageLevel::see_today, "open_injury", "an injury without a return date"},
    TriageRule{TriageLevel::see_today, "pain", "pain above 2 of 10, or more the next morning"},
    TriageRule{TriageLevel::watch, "calf_window", "the 15 weeks after a calf strain"},
    TriageRule{TriageLevel::watch, "session_spike",
               "a run more than 10 % above the longest of the 30 days before, in the last 7 days"},
    TriageRule{TriageLevel::watch, "time_off",
               "time off of 14 days or more, now or in the 4 weeks after it"},
    TriageRule{TriageLevel::watch, "events_refused", "rows of the events file that were refused"},
    TriageRule{TriageLevel::watch, "injury_dates", "injury dates that do not fit"},
    TriageRule{TriageLevel::watch, "roster_refused", "a row of the roster that was refused"},
};

} // namespace

std::string_view to_string(TriageLevel level) noexcept {
    switch (level) {
    case TriageLevel::see_today:
        return "see_today";
    case TriageLevel::watch:
        return "watch";
    case TriageLevel::ok:
        return "ok";
    case TriageLevel::no_data:
        break;
    }
    return "no_data";
}

std::span<const TriageRule> triage_rules() noexcept {
    return triage_table;
}

Triage triage_of(const Statement& statement) {
    Triage triage;
    triage.rule = triage_table.size();
    for (std::size_t i = 0; i < triage_table.size(); ++i) {
        for (const Flag& flag : statement.flags) {
            if (flag.id == triage_table.at(i).flag) {
                triage.rule = std::min(triage.rule, i);
                triage.reasons.push_back(flag.text);
            }
        }
    }
    if (triage.rule < triage_table.size()) {
        triage.level = triage_table.at(triage.rule).level;
    }
    if (triage.level == TriageLevel::see_today) {
        return triage;
    }
    if (!statement.load) {
        triage = {TriageLevel::no_data, triage_table.size(), {"no session until this day"}};
    } else if (statement.chronic <= 0.0) {
        triage.level = TriageLevel::no_data;
        triage.rule = triage_table.size();
        if (triage.reasons.empty()) {
            triage.reasons.emplace_back("no load in 28 days");
        }
    }
    return triage;
}

} // namespace plimsoll::risk

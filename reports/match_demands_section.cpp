// The section on match demands.
// SPDX-License-Identifier: Apache-2.0
#include "reports/match_demands_section.hpp"

#include "model/words.hpp"
#include "planner/match_demands.hpp"
#include "reports/format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace plimsoll::reports {
namespace {

using Align = Column::Align;
using Fit = Column::Fit;
using planner::DemandKind;
using planner::MatchDemand;

std::string figure_of(const MatchDemand& demand) {
    std::string text = fmt::format("{}", demand.value);
    if (demand.to) {
        text += " " + say("to {}", *demand.to);
    }
    if (demand.sd) {
        text += fmt::format(" +/- {}", *demand.sd);
    }
    const std::string_view unit = unit_of(demand.kind);
    return unit.empty() ? text : fmt::format("{} {}", text, unit);
}

// What an even run of 5 km holds of it.
std::string of_the_run(const MatchDemand& demand) {
    switch (demand.kind) {
    case DemandKind::distance:
        return fmt::format("{} m", planner::comparison_run_m);
    case DemandKind::high_speed:
    case DemandKind::sprint:
        return demand.threshold_kmh ? say("0 m in {} or more",
                                          clock(planner::comparison_run_s(*demand.threshold_kmh)))
                                    : say("0 m at an easy pace");
    case DemandKind::sprints:
    case DemandKind::changes_of_direction:
        return "0";
    case DemandKind::accelerations:
        return say("1, at the start");
    case DemandKind::hard_time:
        break;
    }
    return absent;
}

std::string what_of(const MatchDemand& demand) {
    const std::string what(to_string(demand.kind));
    return demand.threshold_kmh ? say("above {} km/h", *demand.threshold_kmh) : what;
}

std::string sport_in_words(Sport sport) {
    std::string name(to_string(sport));
    std::replace(name.begin(), name.end(), '_', ' ');
    return name;
}

void add_figures(Document& document, const std::vector<const MatchDemand*>& demands) {
    Table table;
    table.columns = {{say("in a match"), Align::left, Fit::natural},
                     {say("of"), Align::left, Fit::wrap},
                     {say("published"), Align::right, Fit::natural},
                     {say("in 5 km of running"), Align::right, Fit::natural}};
    std::vector<std::string> sources;
    for (const MatchDemand* demand : demands) {
        table.rows.push_back({{what_of(*demand), std::string(demand->level), figure_of(*demand),
                               of_the_run(*demand)}});
        const std::string source =
            std::string(demand->source) + (demand->secondary ? say(" (secondary source)") : "");
        if (std::find(sources.begin(), sources.end(), source) == sources.end()) {
            sources.push_back(source);
        }
    }
    document.add(std::move(table));
    std::string named;
    for (const std::string& source : sources) {
        named += (named.empty() ? "" : "; ") + source;
    }
    document.add(Paragraph{say(
        "Mean and spread of one match; the speed behind a distance is named where the copy read "
        "has it. 5 km: at an even pace. What elite players do is a direction, and no target for a "
        "social match, of which no figures were found. [{}; cohort]",
        named)});
}

} // namespace

void add_match_demands(Document& document, Sport sport) {
    document.add(Heading{say("5 km of running and a match of {}", sport_in_words(sport))});
    const std::vector<const MatchDemand*> demands = planner::demands_of(sport);
    if (demands.empty()) {
        document.add(Paragraph{say(
            "Figures of a match of {} were not found. Being able to run 5 km is very different to "
            "a fast-paced game all the same: it has no sprints and no changes of direction. "
            "[clinic's article; expert]",
            sport_in_words(sport))});
    } else {
        add_figures(document, demands);
    }
    Points points;
    points.texts = {
        say("Keep the calves strong with regular calf raises. No trial shows that it prevents a "
            "calf "
            "strain. [clinic's article; expert]"),
        say("Avoid lots of time off, and build up gradually after any: after more than 7 days "
            "missed, "
            "plan anew. [clinic's article; policy]"),
        say("Stay conditioned in sprints and changes of direction: 11 to 12 sessions above 85 % of "
            "maximum speed in 8 weeks, one or two a week, went with the fewest non-contact "
            "injuries "
            "of 60 elite players, at wide intervals; nobody has counted the calf's alone. "
            "[clinic's "
            "article; Colby et al. 2018, Int "
            "J Sports Physiol Perform 13:1130; cohort]"),
        say("A warm-up such as FIFA 11+ at least twice a week: in recreational football 0.61 "
            "(0.48-0.77) times the injuries; once a week was not shown to work in veterans. "
            "[Br J Sports Med 51:562, 4 trials; doi:10.1080/02640414.2014.975736; trial]")};
    document.add(std::move(points));
}

} // namespace plimsoll::reports

// Match demands, and the section that holds 5 km of running against them.
// SPDX-License-Identifier: Apache-2.0
#include "model/error.hpp"
#include "planner/match_demands.hpp"
#include "reports/match_demands_section.hpp"
#include "reports/text_renderer.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <string>

using namespace plimsoll;
using namespace plimsoll::planner;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinAbs;

namespace {

std::string section_of(Sport sport) {
    reports::Document document;
    reports::add_match_demands(document, sport);
    const std::string text = render_text(document, reports::TextStyle());
    std::string flat;
    for (const char c : text) {
        if (c != '\n' && !(c == ' ' && !flat.empty() && flat.back() == ' ')) {
            flat += c;
        } else if (c == '\n' && !flat.empty() && flat.back() != ' ') {
            flat += ' ';
        }
    }
    return flat;
}

} // namespace

TEST_CASE("5 km are 39 % of a game of Australian football, and none of its fast running",
          "[planner][demands]") {
    // By hand in evidence.md 6.3: 5,000 / 12,939 = 39 %; 14.4 km/h over 5 km are 20:50.
    const auto demands = demands_of(Sport::australian_football);
    REQUIRE(demands.size() == 4);
    CHECK(demands[0]->kind == DemandKind::distance);
    CHECK_THAT(comparison_run_m / demands[0]->value, WithinAbs(0.39, 0.005));
    CHECK_THAT(comparison_run_s(demands[1]->threshold_kmh.value()), WithinAbs(1250.0, 1e-9));
    CHECK_THROWS_AS(comparison_run_s(0.0), PreconditionError);
}

TEST_CASE("the table of match demands is whole", "[planner][demands]") {
    std::set<std::pair<std::pair<Sport, std::string_view>, DemandKind>> rows;
    for (const MatchDemand& demand : match_demands()) {
        INFO(to_string(demand.sport) << " " << demand.level << " " << to_string(demand.kind));
        CHECK(is_team(demand.sport));
        CHECK(demand.value > 0.0);
        CHECK_FALSE(demand.level.empty());
        CHECK_FALSE(demand.source.empty());
        CHECK((!demand.to || *demand.to > demand.value));
        CHECK((!demand.threshold_kmh || demand.kind == DemandKind::high_speed ||
               demand.kind == DemandKind::sprint));
        CHECK(rows.insert({{demand.sport, demand.level}, demand.kind}).second);
    }
    CHECK(demands_of(Sport::basketball).empty());
    CHECK(demands_of(Sport::run).empty());
}

TEST_CASE("the section compares a match of the athlete's sport with 5 km", "[reports][demands]") {
    CHECK_THAT(section_of(Sport::australian_football),
               Contains("5 KM OF RUNNING AND A MATCH OF AUSTRALIAN FOOTBALL") &&
                   Contains("12939 +/- 1145 m") && Contains("3880 +/- 663 m") &&
                   Contains("0 m in 20:50 or more") && Contains("Coutts et al. 2010") &&
                   Contains("(secondary source)"));
    CHECK_THAT(section_of(Sport::soccer),
               Contains("120 +/- 59") && Contains("34 to 90") && Contains("Egger et al. 2025"));
    // evidence.md 6.3: centre 3.9 % of the time, wing defence 4.7 %, goalkeeper 1.0 %.
    CHECK_THAT(section_of(Sport::netball), Contains("3.9 %") && Contains("wing defence") &&
                                               Contains("4.7 %") && Contains("1 %"));
    CHECK_THAT(section_of(Sport::hockey), Contains("Figures of a match of hockey were not found") &&
                                              Contains("very different to a fast-paced game"));
    // What may not be said of prevention (evidence.md 11.5, 6 and 7).
    CHECK_THAT(section_of(Sport::rugby),
               Contains("No trial shows that it prevents a calf strain") &&
                   Contains("nobody has counted the calf's alone"));
}

TEST_CASE("every line of the section fits the page", "[reports][demands]") {
    for (const Sport sport :
         {Sport::australian_football, Sport::soccer, Sport::gaelic_football, Sport::hurling,
          Sport::rugby, Sport::netball, Sport::hockey, Sport::basketball}) {
        reports::Document document;
        reports::add_match_demands(document, sport);
        const std::string text = render_text(document, reports::TextStyle());
        CHECK_THAT(text, !Contains(".. "));
        std::size_t column = 0;
        for (const char c : text) {
            column = c == '\n' ? 0 : column + 1;
            CHECK(column <= 80);
        }
    }
}

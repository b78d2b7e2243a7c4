// The page for the fridge: what it says, and that it is one page.
// SPDX-License-Identifier: Apache-2.0
#include "model/error.hpp"
#include "reports/fridge_report.hpp"
#include "reports/html_renderer.hpp"
#include "reports/pdf_renderer.hpp"
#include "reports/text_renderer.hpp"
#include "tests/support/pathway_plans.hpp"
#include "tests/support/plans.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

using namespace plimsoll;
using namespace plimsoll::reports;
using Catch::Matchers::Contains;
using test::day;

namespace {

planner::PlanOnPathway plan_of(const test::Runner& runner, const char* pathway, const char* as_of) {
    return planner::plan_on_pathway(test::request_for(runner, pathway, day(as_of), 52));
}

// The plan with its last week over and over, up to @p weeks.
planner::PlanOnPathway lengthened(planner::PlanOnPathway plan, std::size_t weeks) {
    auto& days = plan.result.schedule.days;
    while (days.size() < 7 * weeks) {
        days.push_back(days[days.size() - 7]);
        days.back().date = days.back().date + 7;
    }
    days.erase(days.begin() + static_cast<std::ptrdiff_t>(7 * weeks), days.end());
    return plan;
}

Document fridge(const planner::PlanOnPathway& plan, const Customs& customs = {}) {
    return fridge_report(plan.result, plan.path, "Runner", {}, customs);
}

std::size_t pdf_pages(const Document& document, Paper paper) {
    const std::string pdf = render_pdf(document, {paper, day("2026-11-22"), "plimsoll test"});
    return std::stoul(pdf.substr(pdf.find("/Count ") + 7));
}

void check_one_page(const Document& document) {
    const std::string text = render_text(document, {});
    CHECK(text.find('\f') == std::string::npos);
    CHECK(std::count(text.begin(), text.end(), '\n') <= 66);
    CHECK_THAT(text, Contains("page 1 of 1"));
    CHECK_THAT(text, Contains(not_advice));
    CHECK(pdf_pages(document, Paper::a4) == 1);
    CHECK(pdf_pages(document, Paper::letter) == 1);
}

// What stands on @p date.
std::vector<std::string> lines_on(const Document& document, Date date, Date first) {
    for (const Block& block : document.blocks) {
        if (const auto* grid = std::get_if<WeekGrid>(&block)) {
            const int at = date - first;
            return grid->weeks.at(static_cast<std::size_t>(at / 7))
                .days.at(static_cast<std::size_t>(at % 7));
        }
    }
    return {};
}

} // namespace

TEST_CASE("a plan of twelve weeks and one of two years are a page each", "[reports][fridge]") {
    const test::Runner back = test::runner_until(day("2026-10-18"));
    for (const auto& plan : {plan_of(back, "time_off", "2026-11-22"),
                             plan_of(test::hurt_runner(), "acute_strain", test::onset)}) {
        for (const std::size_t weeks : {1U, 12U, 104U}) {
            const Document document = fridge(lengthened(plan, weeks));
            check_one_page(document);
            const bool cut =
                render_text(document, {}).find("not on this page") != std::string::npos;
            // Of phases with gates and content a page of text has room for fewer.
            CHECK(cut == (weeks == 104 || (weeks == 12 && plan.path.state.has_value())));
        }
    }
}

TEST_CASE("texts without end still make one page for the fridge", "[reports][fridge]") {
    auto plan = plan_of(test::hurt_runner(), "acute_strain", test::onset);
    for (planner::HoldRule& rule : plan.path.pathway.rules) {
        rule.text = std::string(900, 'x');
    }
    check_one_page(fridge(lengthened(plan, 30)));
}

TEST_CASE("a day of the fridge's page holds what the plan holds", "[reports][fridge]") {
    const auto plan = plan_of(test::hurt_runner(), "acute_strain", test::onset);
    const Document document = fridge(plan);
    const auto& days = plan.result.schedule.days;
    const Date monday = days.front().date.monday();
    std::size_t runs = 0;
    std::string phase = days.front().phase;
    for (const planner::PlannedDay& planned : days) {
        const auto lines = lines_on(document, planned.date, monday);
        REQUIRE_FALSE(lines.empty());
        CHECK((lines.front() == "-> " + planned.phase) == (planned.phase != phase));
        phase = planned.phase;
        if (planned.session.kind == planner::SessionKind::run) {
            ++runs;
            const std::string wanted =
                "run " + std::to_string(planned.session.distance_m / 1000.0).substr(0, 3);
            CHECK(std::count_if(lines.begin(), lines.end(), [&](const std::string& line) {
                      return line.starts_with(wanted);
                  }) == 1);
        }
        const bool rests =
            planned.session.kind == planner::SessionKind::rest && planned.others.empty();
        CHECK((lines.back() == "rest") == rests);
    }
    CHECK(runs > 5);
}

TEST_CASE("the fridge's page says when to hold, and what opens the next phase",
          "[reports][fridge]") {
    const auto plan = plan_of(test::hurt_runner(), "acute_strain", test::onset);
    const std::string text = render_text(fridge(plan), {});
    CHECK_THAT(text, Contains("Pain above 2 of 10"));
    CHECK_THAT(text, Contains("go to an emergency department"));
    CHECK_THAT(text, Contains("[ ] Walking is free of pain"));
    CHECK_THAT(text, Contains("only when every gate before it is passed"));
    CHECK_THAT(render_html(fridge(plan), "plimsoll test"), Contains("<body class=\"sheet\">"));
    CHECK_THAT(render_html(fridge(lengthened(plan, 13)), "plimsoll test"),
               Contains("not on this page"));
    planner::PlanOnPathway none = plan;
    none.result.schedule.days.clear();
    CHECK_THROWS_AS(fridge(none), PreconditionError);
}

TEST_CASE("weeks of the fridge may begin on Sunday, and lengths be miles", "[reports][fridge]") {
    const auto plan = plan_of(test::runner_until(day("2026-10-18")), "time_off", "2026-11-22");
    const Document document = fridge(plan, {LengthUnit::miles, Weekday::sun});
    for (const Block& block : document.blocks) {
        if (const auto* grid = std::get_if<WeekGrid>(&block)) {
            CHECK(grid->days.front() == "Sun");
            CHECK(grid->weeks.front().head.front() == "22 Nov"); // a Sunday
            CHECK(grid->weeks.front().days.front().empty());     // before the plan
        }
    }
    CHECK_THAT(render_text(document, {}), Contains(" mi") && !Contains(" km"));
}

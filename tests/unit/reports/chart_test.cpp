// Charts: axes, the drawing as SVG, the picture in characters.
// SPDX-License-Identifier: Apache-2.0
#include "model/error.hpp"
#include "reports/chart_axis.hpp"
#include "reports/draw_chart.hpp"
#include "reports/load_charts.hpp"
#include "reports/svg_canvas.hpp"
#include "reports/text_chart.hpp"
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>

#include <limits>

using namespace plimsoll;
using namespace plimsoll::reports;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinAbs;
using test::day;

namespace {

constexpr ChartSize size{400.0, 100.0, 8.0};

std::string svg_of(const Chart& chart) {
    SvgCanvas canvas;
    draw(chart, canvas, size);
    return canvas.elements();
}

risk::Statement statement_of(const std::vector<Session>& sessions, const char* as_of) {
    risk::StatementRequest request;
    request.as_of = day(as_of);
    return risk::make_statement(sessions, request);
}

// 10 km every Sunday; the last one 14 km, 40 % more.
std::vector<Session> sundays() {
    std::vector<Session> sessions =
        test::weekly_runs(day("2026-08-02"), day("2026-11-22"), {{Weekday::sun, 10}});
    sessions.back() = test::run_on(day("2026-11-22"), 14, 84);
    return sessions;
}

std::size_t count(const std::string& text, const std::string& what) {
    std::size_t found = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) {
        ++found;
    }
    return found;
}

} // namespace

TEST_CASE("a value axis has round steps and reaches the largest value", "[reports][chart]") {
    const ValueAxis ten = value_axis(9.7); // by hand: five steps of 2
    CHECK_THAT(ten.top, WithinAbs(10.0, 1e-9));
    CHECK(ten.ticks.size() == 6);
    CHECK(ten.decimals == 0);
    const ValueAxis small = value_axis(0.23); // by hand: five steps of 0.05
    CHECK_THAT(small.top, WithinAbs(0.25, 1e-9));
    CHECK(small.decimals == 2);
    const ValueAxis border = value_axis(25.0); // by hand: five steps of 5, none spare
    CHECK_THAT(border.top, WithinAbs(25.0, 1e-9));
    CHECK_THAT(value_axis(0.0).top, WithinAbs(1.0, 1e-9));
    CHECK_THROWS_AS(value_axis(-1.0), PreconditionError);
    CHECK_THROWS_AS(value_axis(std::numeric_limits<double>::infinity()), PreconditionError);
    for (double most = 1e-3; most < 1e6; most *= 1.37) {
        const ValueAxis axis = value_axis(most);
        CHECK(axis.top >= most * (1.0 - 1e-9));
        CHECK(axis.top < 2.1 * most);
        CHECK((axis.ticks.size() >= 3 && axis.ticks.size() <= 6));
    }
}

TEST_CASE("days are labelled by Mondays, long stretches by months", "[reports][chart]") {
    const auto weeks = day_ticks(day("2026-11-04"), day("2026-11-22"), 8);
    REQUIRE(weeks.size() == 2); // 9 and 16 November 2026 are Mondays
    CHECK(weeks[0].label == "9 Nov");
    CHECK(weeks[1].day == day("2026-11-16"));
    const auto months = day_ticks(day("2026-10-15"), day("2027-03-02"), 8);
    REQUIRE(months.size() == 5);
    CHECK(months[0].label == "Nov 2026");
    CHECK(months[1].label == "Dec");
    CHECK(months[2].label == "Jan 2027");
    CHECK(day_ticks(day("2020-01-01"), day("2029-12-31"), 5).size() <= 5);
    CHECK_THROWS_AS(day_ticks(day("2026-10-15"), day("2026-10-14"), 8), PreconditionError);
}

TEST_CASE("the plimsoll line is 1.10 x the longest run of the 30 days before", "[reports][chart]") {
    const std::vector<Session> sessions = sundays();
    const auto chart = ceiling_chart(statement_of(sessions, "2026-11-22"), sessions, {});
    REQUIRE(chart);
    const auto& body = std::get<TimeChart>(chart->body);
    const TimeChart::Line& line = body.lines.at(0);
    const auto on = [&](const char* text) {
        return line.values.at(static_cast<std::size_t>(day(text) - line.first));
    };
    CHECK_THAT(on("2026-11-22").value(), WithinAbs(11.0, 1e-9));
    CHECK_FALSE(on("2026-08-02")); // no run before the first
    CHECK_THAT(body.mark.value().value, WithinAbs(15.4, 1e-9));
    CHECK(body.mark->text == "15.4 km");
    REQUIRE(body.dots.size() == 1);
    CHECK(body.dots[0].dots.size() == 1); // 14 km alone is above 11 km
    CHECK_THAT(chart->reading, Contains("1 of them above the line"));
    CHECK_THAT(chart->reading, Contains("15.4 km"));
}

TEST_CASE("the line's mark is missing while the next run is on hold", "[reports][chart]") {
    const std::vector<Session> sessions = sundays();
    risk::Statement statement = statement_of(sessions, "2026-11-22");
    statement.hold = "pain 5 of 10 on Sun 22 Nov";
    const auto chart = ceiling_chart(statement, sessions, {});
    CHECK_FALSE(std::get<TimeChart>(chart.value().body).mark);
    CHECK(chart->reading.find("next run") == std::string::npos);
}

TEST_CASE("an athlete without runs has no plimsoll line", "[reports][chart]") {
    std::vector<Session> sessions{test::run_on(day("2026-11-20"), 5, 30)};
    sessions.front().sport = Sport::soccer;
    CHECK_FALSE(ceiling_chart(statement_of(sessions, "2026-11-22"), sessions, {}));
}

TEST_CASE("means begin where all their days are known", "[reports][chart]") {
    const std::vector<Session> sessions = sundays();
    const auto chart = load_chart(statement_of(sessions, "2026-11-22"), {});
    const auto& lines = std::get<TimeChart>(chart.value().body).lines;
    REQUIRE(lines.size() == 2);
    CHECK_FALSE(lines[0].values.at(5));
    CHECK(lines[0].values.at(6));
    CHECK_FALSE(lines[1].values.at(26));
    // By hand: 10 km in every seven days are 1.43 km a day.
    CHECK_THAT(lines[1].values.at(27).value(), WithinAbs(10.0 / 7.0, 1e-9));
}

TEST_CASE("the warm-up of the ratio is hatched", "[reports][chart]") {
    const std::vector<Session> sessions = sundays();
    const auto chart = ratio_chart(statement_of(sessions, "2026-11-22"));
    const auto& shades = std::get<TimeChart>(chart.value().body).shades;
    REQUIRE(shades.size() == 1);
    CHECK(shades[0].hatched);
    REQUIRE(shades[0].stretches.size() == 1);
    CHECK(shades[0].stretches[0].from == day("2026-08-02"));
    CHECK(shades[0].stretches[0].to == day("2026-08-28")); // the 27th day
}

TEST_CASE("a forest of factors shows each interval and their total", "[reports][chart]") {
    Athlete athlete;
    athlete.birth_date = day("1980-01-01");
    athlete.sex = Sex::male;
    const std::vector<Session> sessions = sundays();
    risk::StatementRequest request;
    request.as_of = day("2026-11-22");
    request.athlete = &athlete;
    const risk::Statement statement = risk::make_statement(sessions, request);
    const auto chart = factor_chart(statement);
    const auto& rows = std::get<ForestChart>(chart.value().body).rows;
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].name == "F1 age");
    CHECK(rows[0].open);
    CHECK(rows[1].name == "F3 session spike");
    CHECK(rows[2].summary);
    const std::string svg = svg_of(*chart);
    CHECK_THAT(svg, Contains("1.9 (1.4-2.7)"));
    CHECK(count(svg, "<text") > 8);
}

TEST_CASE("an SVG has no text of a log that could be markup", "[reports][chart]") {
    Chart chart;
    chart.body = HeatChart{
        {"week\n1"}, {{"<script>alert('x')</script>\xE2\x80\xAE\x1b[2J & Co \"q\"", {{"1<2", 3}}}}};
    const std::string svg = svg_of(chart);
    CHECK(svg.find("<script") == std::string::npos);
    CHECK(svg.find('\x1b') == std::string::npos);
    CHECK(svg.find("\xE2\x80\xAE") == std::string::npos);
    CHECK_THAT(svg, Contains("1&lt;2"));
    CHECK(escaped("a&b<c>\"'") == "a&amp;b&lt;c&gt;&quot;&#39;");
}

TEST_CASE("a picture has room for all its parts", "[reports][chart]") {
    const std::vector<Session> sessions = sundays();
    const auto chart = ceiling_chart(statement_of(sessions, "2026-11-22"), sessions, {});
    SvgCanvas canvas;
    const double height = height_of(*chart, canvas, size);
    CHECK(height > size.plot_height + 2 * size.text);
    CHECK(height < size.plot_height + 12 * size.text);
}

TEST_CASE("the line in characters", "[reports][chart]") {
    TimeChart chart{day("2026-11-16"), day("2026-11-22"), "km a run"};
    chart.bars.push_back({"run", {{day("2026-11-17"), day("2026-11-17"), 5.0}}});
    chart.bars.push_back(
        {"", {{day("2026-11-22"), day("2026-11-22"), 10.0}}, TimeChart::Tone::attention});
    TimeChart::Line line{"ceiling", day("2026-11-16"), {}};
    line.values.assign(7, 7.5);
    chart.lines.push_back(line);
    const std::vector<std::string> lines = text_chart(chart, 40);
    // By hand: five steps of 2 up to 10, two rows a step.
    const std::vector<std::string> want{"km a run",      "  10 |      !",
                                        "     |      !", "   8 |------!",
                                        "     |      !", "   6 |      !",
                                        "     | #    !", "   4 | #    !",
                                        "     | #    !", "   2 | #    !",
                                        "     | #    !", "   0 +-------",
                                        "      16 Nov ", "# run, ! above the line, - ceiling"};
    REQUIRE(lines.size() == want.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        CHECK(lines[i] == want[i]);
    }
    CHECK_THROWS_AS(text_chart(chart, 29), PreconditionError);
}

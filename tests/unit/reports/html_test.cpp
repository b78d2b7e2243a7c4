// Web pages: structure, and text that nobody vouches for.
// SPDX-License-Identifier: Apache-2.0
#include "reports/html_renderer.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

using namespace plimsoll;
using namespace plimsoll::reports;
using Catch::Matchers::Contains;

namespace {

Document document_of(std::vector<Block> blocks) {
    Document document;
    document.title = "Title";
    document.subject = "Subject";
    document.period = "period";
    document.footer = not_advice;
    document.blocks = std::move(blocks);
    return document;
}

std::string page_of(std::vector<Block> blocks) {
    return render_html(document_of(std::move(blocks)), "plimsoll test");
}

} // namespace

TEST_CASE("a web page has a language, a title, a way to skip and one main part",
          "[reports][html]") {
    const std::string page = page_of({Heading{"One"}, Paragraph{"Text."}});
    CHECK_THAT(page, Contains("<html lang=\"en\">"));
    CHECK_THAT(page, Contains("<title>Title, Subject</title>"));
    CHECK_THAT(page, Contains("<a class=\"skip\" href=\"#report\">"));
    CHECK_THAT(page, Contains("<main id=\"report\""));
    CHECK_THAT(page, Contains("default-src 'none'"));
    CHECK_THAT(page, Contains("<h2>One</h2>"));
    CHECK_THAT(page, Contains(not_advice));
    CHECK(page.find("<script") == std::string::npos);
    CHECK(page == page_of({Heading{"One"}, Paragraph{"Text."}}));
}

TEST_CASE("sections of a part are one level below it, and parts are listed", "[reports][html]") {
    const std::string page = page_of({Heading{"Overview"}, Heading{"Ada", Heading::Level::part},
                                      Heading{"Load"}, Heading{"Bo", Heading::Level::part}});
    CHECK_THAT(page, Contains("<h2>Overview</h2>"));
    CHECK_THAT(page, Contains("<h2 class=\"part\" id=\"p1\">Ada</h2>"));
    CHECK_THAT(page, Contains("<h3>Load</h3>"));
    CHECK_THAT(page, Contains("<li><a href=\"#p2\">Bo</a></li>"));
}

TEST_CASE("cells of a table name their column and their row", "[reports][html]") {
    Table table;
    table.columns = {{"day"}, {"km", Column::Align::right}, {""}, {"done"}};
    table.rows.push_back({{"Mon", "7.0", Bar{1.0, 4.0}, "[ ]"}, "a note [source]"});
    const std::string page = page_of({Heading{"Days"}, table});
    CHECK_THAT(page, Contains("aria-label=\"Table: Days\""));
    CHECK_THAT(page, Contains("<th scope=\"col\">day</th><th scope=\"col\" class=\"r\">km</th>"
                              "<td></td>"));
    CHECK_THAT(page, Contains("<th scope=\"row\" class=\"nat\">Mon</th>"));
    CHECK_THAT(page, Contains("width:25%"));
    CHECK_THAT(page, Contains("<input type=\"checkbox\" aria-label=\"done\">"));
    CHECK_THAT(page,
               Contains("<td colspan=\"4\"><div>a note <span class=\"source\">[source]</span>"));
}

TEST_CASE("no two tables of a page are called the same", "[reports][html]") {
    const Table table{{{"a"}}, {{{"1"}}}};
    const std::string page =
        page_of({Heading{"Ada", Heading::Level::part}, Heading{"Load"}, table, table,
                 Heading{"Bo", Heading::Level::part}, Heading{"Load"}, table});
    CHECK_THAT(page, Contains("\"Table: Ada, Load\""));
    CHECK_THAT(page, Contains("\"Table: Ada, Load 2\""));
    CHECK_THAT(page, Contains("\"Table: Bo, Load\""));
}

TEST_CASE("a chart is read out, at both widths", "[reports][html]") {
    Chart chart;
    chart.title = "Factors";
    chart.reading = "F1: 1.9.";
    chart.note = "A note.";
    chart.body = ForestChart{"ratio", {{"F1", "1.9", 1.9, 1.4, 2.7}}};
    const std::string page = page_of({chart});
    CHECK_THAT(page, Contains("<svg class=\"wide\""));
    CHECK_THAT(page, Contains("<svg class=\"narrow\""));
    CHECK_THAT(page, Contains("role=\"img\" aria-label=\"Factors. F1: 1.9.\""));
    CHECK_THAT(page, Contains("<p class=\"note\">A note.</p>"));
}

TEST_CASE("no text becomes markup, wherever it stands", "[reports][html]") {
    const std::string evil = "<img src=x onerror=alert(1)>\"'&\n\xE2\x80\xAE\x1b[2J\xFF";
    Chart chart;
    chart.title = evil;
    chart.reading = evil;
    chart.note = evil;
    chart.body = HeatChart{{evil}, {{evil, {{evil, 1}}}}};
    Document document =
        document_of({Heading{evil}, Heading{evil, Heading::Level::part}, Paragraph{evil},
                     KeyFigure{evil, evil, evil}, Points{Points::Mark::box, {evil}},
                     Table{{{evil}}, {{{evil}, evil}}}, chart});
    document.title = evil;
    document.subject = evil;
    document.period = evil;
    document.footer = evil;
    const std::string page = render_html(document, evil);
    CHECK(page.find("<img") == std::string::npos);
    CHECK(page.find('\x1b') == std::string::npos);
    CHECK(page.find("\xE2\x80\xAE") == std::string::npos);
    CHECK(page.find('\xFF') == std::string::npos);
    CHECK_THAT(page, Contains("&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp; [2J?"));
}

TEST_CASE("10,000 letters in a name leave a page that stands", "[reports][html]") {
    Document document = document_of({Heading{std::string(10'000, 'x'), Heading::Level::part}});
    document.subject = std::string(10'000, 'y');
    const std::string page = render_html(document, "plimsoll test");
    CHECK(page.size() < 100'000);
    CHECK_THAT(page, Contains("</html>"));
}

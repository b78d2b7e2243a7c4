// One chart alone: SVG and PNG.
// SPDX-License-Identifier: Apache-2.0
#include "reports/chart_picture.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

using namespace plimsoll;
using namespace plimsoll::reports;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

Document document_with(const std::string& text) {
    Document document;
    document.title = "Weekly report";
    document.subject = text;
    document.period = "week 2026-W47";
    document.footer = not_advice;
    Chart chart;
    chart.id = "line";
    chart.title = text;
    chart.note = text;
    chart.reading = text;
    chart.body = ForestChart{"ratio", {{text, "1.9", 1.9, 1.4, 2.7}}};
    document.add(Heading{"before"});
    document.add(std::move(chart));
    return document;
}

std::uint32_t number_at(const std::string& bytes, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        number = number * 256 + static_cast<unsigned char>(bytes.at(at + i));
    }
    return number;
}

} // namespace

TEST_CASE("the charts of a document are found in their order", "[reports][chart]") {
    Document document = document_with("one");
    REQUIRE(charts_of(document).size() == 1);
    CHECK(charts_of(document).front()->title == "one");
    CHECK(charts_of(Document()).empty());
}

TEST_CASE("a chart alone says whose it is, and stands on its own", "[reports][chart]") {
    const Document document = document_with("Ann");
    const std::string svg = chart_svg(*charts_of(document).front(), document);
    CHECK(svg == chart_svg(*charts_of(document).front(), document));
    CHECK_THAT(svg, StartsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"800\""));
    CHECK_THAT(svg, Contains("Ann, week 2026-W47") && Contains("not medical advice"));
    // Colours as they are: few programs but browsers know variables, and none has our style sheet.
    CHECK_THAT(svg, !Contains("var(") && !Contains("<script") && !Contains("url("));
    CHECK_THAT(svg, Contains(".f-ink{fill:#1b1f23}"));
}

TEST_CASE("hostile texts stay text in a picture", "[reports][chart]") {
    for (const std::string text : {"</text><script>alert(1)</script>", "\"'&<>",
                                   "\xE2\x80\xAE gnirts", "\xFF\xFE", "", "\xE8\xB5\xB0"}) {
        const Document document = document_with(text);
        const std::string svg = chart_svg(*charts_of(document).front(), document);
        CHECK_THAT(svg, !Contains("<script") && !Contains("\xE2\x80\xAE"));
        CHECK_THAT(chart_png(*charts_of(document).front(), document), StartsWith("\x89PNG"));
    }
    const std::string words(5'000, 'x');
    const Document document = document_with(words + " " + words);
    CHECK_THAT(chart_png(*charts_of(document).front(), document), StartsWith("\x89PNG"));
}

TEST_CASE("pixels are 1600 across and the same every time", "[reports][chart]") {
    const Document document = document_with("Ann");
    const std::string png = chart_png(*charts_of(document).front(), document);
    CHECK_THAT(png, StartsWith("\x89PNG\r\n\x1A\n"));
    CHECK(number_at(png, 16) == 1600); // of the header: width and height
    CHECK(number_at(png, 20) > 200);
    CHECK(png == chart_png(*charts_of(document).front(), document));
}

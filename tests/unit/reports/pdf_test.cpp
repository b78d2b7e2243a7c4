// PDF: pieces on pages, bytes, and text that nobody vouches for.
// SPDX-License-Identifier: Apache-2.0
#include "model/error.hpp"
#include "reports/pdf_layout.hpp"
#include "reports/pdf_pages.hpp"
#include "reports/pdf_renderer.hpp"
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace plimsoll;
using namespace plimsoll::reports;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using Catch::Matchers::WithinAbs;
using test::day;

namespace {

Piece piece(double height, bool keeps = false, double space = 0.0) {
    Piece out;
    out.height = height;
    out.keeps_with_next = keeps;
    out.space_before = space;
    return out;
}

const PdfStyle a4{Paper::a4, Date::from_ymd(2026, 11, 22), "plimsoll test"};

Document document_of(std::vector<Block> blocks) {
    Document document;
    document.title = "Title";
    document.subject = "Subject";
    document.period = "period";
    document.footer = not_advice;
    document.blocks = std::move(blocks);
    return document;
}

// Pages of a PDF by cairo: one such object each.
std::size_t pages_of(const std::string& pdf) {
    const std::size_t at = pdf.find("/Count ");
    return at == std::string::npos ? 0 : std::stoul(pdf.substr(at + 7));
}

} // namespace

TEST_CASE("pieces fill pages in order and none is lost", "[reports][pdf]") {
    const std::vector<Piece> pieces{piece(40), piece(40, false, 10), piece(40, false, 10)};
    const auto pages = place(pieces, 100, 100);
    REQUIRE(pages.size() == 2);
    REQUIRE(pages[0].size() == 2);
    CHECK_THAT(pages[0][1].y, WithinAbs(50.0, 1e-9));
    REQUIRE(pages[1].size() == 1);
    CHECK(pages[1][0].piece == &pieces[2]);
    CHECK_THAT(pages[1][0].y, WithinAbs(0.0, 1e-9)); // no space on top of a page
    CHECK_THROWS_AS(place(pieces, 0, 100), PreconditionError);
    CHECK(place({}, 100, 100).empty());
}

TEST_CASE("a heading never ends a page", "[reports][pdf]") {
    const std::vector<Piece> pieces{piece(60), piece(20, true), piece(10, true), piece(20)};
    const auto pages = place(pieces, 100, 100);
    REQUIRE(pages.size() == 2);
    CHECK(pages[0].size() == 1);
    CHECK(pages[1].size() == 3);
}

TEST_CASE("what is kept together but is higher than a page is split", "[reports][pdf]") {
    const std::vector<Piece> pieces{piece(60, true), piece(60, true), piece(60)};
    CHECK(place(pieces, 100, 100).size() == 3);
}

TEST_CASE("the head of a table stands again on its next page", "[reports][pdf]") {
    std::vector<Piece> pieces{piece(10, true)};
    const auto head = std::make_shared<const Piece>(piece(10));
    for (int i = 0; i < 12; ++i) {
        pieces.push_back(piece(10));
        pieces.back().repeated = head;
    }
    const auto pages = place(pieces, 100, 100);
    REQUIRE(pages.size() == 2);
    CHECK(pages[1].front().piece == head.get());
    CHECK_THAT(pages[1][1].y, WithinAbs(10.0, 1e-9));
    CHECK(pages[1].size() == 4);
}

TEST_CASE("the same document gives the same bytes", "[reports][pdf]") {
    const Document document =
        document_of({Heading{"One"}, Paragraph{"Text."}, KeyFigure{"label", "12 km", "note"},
                     Table{{{"a"}, {"b", Column::Align::right}}, {{{std::string("1"), Bar{1, 2}}}}},
                     Points{Points::Mark::attention, {"point [source]"}}});
    const std::string first = render_pdf(document, a4);
    CHECK(first == render_pdf(document, a4));
    CHECK_THAT(first, StartsWith("%PDF-1."));
    CHECK_THAT(first,
               Contains("/CreationDate (D:202611220000Z)")); // of the document, not of the clock
    CHECK_THAT(first, Contains("/FontFile2"));               // embedded
    CHECK(pages_of(first) == 1);
    const PdfStyle letter{Paper::letter, day("2026-11-22"), "plimsoll test"};
    CHECK_THAT(render_pdf(document, letter), Contains("/MediaBox [ 0 0 612 792 ]"));
}

TEST_CASE("a last page of a few lines moves onto the page before it", "[reports][pdf]") {
    const auto points = [](std::size_t count) {
        return document_of({Points{Points::Mark::plain, std::vector<std::string>(count, "point")}});
    };
    // What a page holds of the usual type: with a page behind it that is no crumb.
    const auto is_full = [&](std::size_t count) {
        Document document = points(count);
        document.blocks.emplace_back(PageBreak{});
        document.blocks.push_back(points(30).blocks.front());
        return pages_of(render_pdf(document, a4)) > 2;
    };
    std::size_t fits = 30;
    while (!is_full(fits + 1)) {
        ++fits;
    }
    CHECK(pages_of(render_pdf(points(fits), a4)) == 1);
    CHECK(pages_of(render_pdf(points(fits + 1), a4)) == 1); // a crumb
    CHECK(pages_of(render_pdf(points(fits + 10), a4)) == 2);
}

TEST_CASE("long texts run over pages, long names are cut", "[reports][pdf]") {
    const std::string endless(10'000, 'x');
    std::string words;
    for (int i = 0; i < 4'000; ++i) {
        words += "word ";
    }
    Document document = document_of({Heading{endless, Heading::Level::part}, Paragraph{words},
                                     Points{Points::Mark::box, {words}}});
    document.subject = endless;
    document.period = endless;
    document.title = endless;
    CHECK(pages_of(render_pdf(document, a4)) > 5);
    // A cell is no place for 10,000 letters: it ends behind 40 lines, on one page.
    const Document table = document_of({Table{
        {{"a"}, {"b", Column::Align::left, Column::Fit::wrap}}, {{{"1", endless}, endless}}}});
    CHECK(pages_of(render_pdf(table, a4)) <= 4);
}

TEST_CASE("hostile texts neither stop the renderer nor change the rest", "[reports][pdf]") {
    for (const std::string text :
         {"<script>alert(1)</script>", "=cmd|' /C calc'!A0", "a\nb\r\nc\td", "\xE2\x80\xAE gnirts",
          "\xF0\x9F\x8F\x83\xE2\x80\x8D\xE2\x99\x82\xEF\xB8\x8F run", "\xFF\xFE\x80", "",
          "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D", "%s%n\\(\\)(((", "\xE8\xB5\xB0"}) {
        Document document =
            document_of({Heading{text}, Heading{text, Heading::Level::part}, Paragraph{text},
                         KeyFigure{text, text, text}, Points{Points::Mark::plain, {text, text}},
                         Table{{{text}}, {{{text}, text}}}});
        document.subject = text;
        CHECK(pages_of(render_pdf(document, a4)) == 1);
    }
}

TEST_CASE("a short table keeps together, a long one does not", "[reports][pdf]") {
    const Typesetter typesetter;
    const PageSetting setting{nullptr, typesetter, 500.0};
    const auto kept = [&](int rows) {
        Table table{{{"day"}}, {}};
        for (int i = 0; i < rows; ++i) {
            table.rows.push_back({{std::to_string(i)}});
        }
        const std::vector<Piece> pieces = table_pieces(table, setting);
        CHECK(pieces.size() == static_cast<std::size_t>(rows) + 1); // and the head
        return std::count_if(pieces.begin(), pieces.end(),
                             [](const Piece& p) { return p.keeps_with_next; });
    };
    CHECK(kept(12) == 12); // all but the last
    CHECK(kept(40) == 3);  // the head, the first row, and the last but one
}

TEST_CASE("characters without a glyph are counted once each", "[reports][pdf]") {
    // Two Chinese characters, one of them twice, and a runner; the font has the umlaut.
    const Document document = document_of({Paragraph{"\xE6\x9D\xB1\xE4\xBA\xAC \xE6\x9D\xB1"},
                                           Paragraph{"\xF0\x9F\x8F\x83 Z\xC3\xBCrich"}});
    CHECK(make_pdf(document, a4).missing == 3);
    CHECK(make_pdf(document_of({Paragraph{"Z\xC3\xBCrich"}}), a4).missing == 0);
}

TEST_CASE("boxes to tick are drawn as such", "[reports][pdf]") {
    CHECK(with_boxes("[ ] Mon  [ ] Tue") == "\xE2\x98\x90 Mon  \xE2\x98\x90 Tue");
    CHECK(with_boxes("none") == "none");
}

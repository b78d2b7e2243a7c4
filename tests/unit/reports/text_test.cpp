// Plain text, pagination, rendering.
// SPDX-License-Identifier: Apache-2.0
#include "model/error.hpp"
#include "reports/paginate.hpp"
#include "reports/plain_text.hpp"
#include "reports/text_renderer.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace plimsoll;
using namespace plimsoll::reports;
using Catch::Matchers::Contains;

namespace {

std::vector<std::string> pages_of(const std::string& text) {
    std::vector<std::string> pages{""};
    for (const char c : text) {
        if (c == '\f') {
            pages.emplace_back();
        } else {
            pages.back() += c;
        }
    }
    return pages;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines{""};
    for (const char c : text) {
        if (c == '\n') {
            lines.emplace_back();
        } else {
            lines.back() += c;
        }
    }
    lines.pop_back();
    return lines;
}

Slab slab_of(std::size_t lines) {
    Slab slab;
    for (std::size_t i = 0; i < lines; ++i) {
        slab.lines.push_back("line " + std::to_string(i));
    }
    return slab;
}

} // namespace

TEST_CASE("ASCII text spells what it cannot show", "[reports][plain_text]") {
    const auto ascii = [](const char* text) { return printable(text, Charset::ascii); };
    CHECK(ascii("Chill\xC3\xA1n") == "Chillan");
    CHECK(ascii("Stra\xC3\x9F"
                "e, \xC3\x98lstykke, \xC5\x81\xC3\xB3"
                "d\xC5\xBA") == "Strasse, Olstykke, Lodz");
    CHECK(ascii("10\xC2\xB1"
                "2 \xE2\x80\x93 \xE2\x80\x9Cok\xE2\x80\x9D") == "10+/-2 - \"ok\"");
    CHECK(ascii("run \xF0\x9F\x8F\x83") == "run ?");
    CHECK(ascii("\xE6\x9D\xB1\xE4\xBA\xAC") == "??");
    CHECK(ascii("bad \xFF byte") == "bad ? byte");
    CHECK(ascii("") == "");
}

TEST_CASE("no text can steer the terminal or break the line", "[reports][plain_text]") {
    for (const Charset charset : {Charset::ascii, Charset::unicode}) {
        CHECK(printable("a\nb\tc\r\nd", charset) == "a b c  d");
        CHECK(printable("\x1b[31mred\x07", charset) == "[31mred");
        CHECK(printable("abc\xE2\x80\xAE"
                        "def\xE2\x80\x8F",
                        charset) == "abcdef"); // right-to-left
        CHECK(printable("x\xC2\x9Bm", charset) == "xm");
    }
    CHECK(printable("Chill\xC3\xA1n", Charset::unicode) == "Chill\xC3\xA1n");
}

TEST_CASE("no row is parted by the end of a page, unless it is a page itself",
          "[reports][paginate]") {
    Slab table = slab_of(22); // a head of two lines and rows of four
    table.repeated = {"head", "----"};
    table.breakable = true;
    for (std::size_t line = 2; line < 22; line += 4) {
        table.row_starts.push_back(line);
    }
    const auto pages = paginate({table}, 12);
    REQUIRE(pages.size() == 3);
    CHECK(pages[0].size() == 10); // two rows: a third would end on the next page
    CHECK(pages[1].size() == 10); // the head again, two rows
    CHECK(pages[1][2] == "line 10");
    CHECK(pages[2][2] == "line 18");
    // A row higher than half a page is split where the page ends.
    Slab tall = slab_of(30);
    tall.repeated = {"head"};
    tall.breakable = true;
    tall.row_starts = {1};
    CHECK(paginate({tall}, 12).front().size() == 12);
}

TEST_CASE("a short table moves to the next page as a whole", "[reports][paginate]") {
    Slab table = slab_of(16);
    table.breakable = true;
    table.repeated = {"line 0"};
    auto pages = paginate({slab_of(10), table}, 20);
    REQUIRE(pages.size() == 2);
    CHECK(pages[0].size() == 10);
    CHECK(pages[1].size() == 16);
    table.lines.emplace_back("one line more");
    pages = paginate({slab_of(10), table}, 20);
    CHECK(pages[0].size() == 20);
}

TEST_CASE("widths are columns, not bytes", "[reports][plain_text]") {
    CHECK(width_of("abc") == 3);
    CHECK(width_of("\xC3\xA1") == 1);
    CHECK(width_of("a\xCC\x81") == 1);
    CHECK(width_of("\xE6\x9D\xB1") == 2);
    CHECK(cut_to("abcdef", 6) == "abcdef");
    CHECK(cut_to("abcdefg", 6) == "abcd..");
    CHECK(cut_to("\xE6\x9D\xB1\xE4\xBA\xAC\xE6\x9D\xB1", 5) == "\xE6\x9D\xB1..");
    CHECK(cut_to("abc", 1) == ".");
    CHECK(padded("ab", 4, false) == "ab  ");
    CHECK(padded("ab", 4, true) == "  ab");
    CHECK(padded("abcde", 4, true) == "abcde");
}

TEST_CASE("text is wrapped at blanks, and a long word is broken", "[reports][plain_text]") {
    CHECK(wrapped("one two three", 8) == std::vector<std::string>{"one two", "three"});
    CHECK(wrapped("abcdefghij", 4) == std::vector<std::string>{"abcd", "efgh", "ij"});
    CHECK(wrapped("", 4) == std::vector<std::string>{""});
    CHECK(wrapped("  a  ", 4) == std::vector<std::string>{"a"});
}

TEST_CASE("nothing is lost between pages, and no page is too long", "[reports][paginate]") {
    std::vector<Slab> slabs;
    std::size_t total = 0;
    for (std::size_t size : {3U, 9U, 1U, 25U, 4U}) {
        slabs.push_back(slab_of(size));
        slabs.back().breakable = size == 25;
        total += size;
    }
    const auto pages = paginate(slabs, 10);
    std::size_t lines = 0;
    for (const auto& page : pages) {
        CHECK(page.size() <= 10);
        for (const std::string& line : page) {
            lines += line.empty() ? 0U : 1U;
        }
    }
    CHECK(lines == total);
    CHECK_THROWS_AS(paginate(slabs, 3), PreconditionError);
    CHECK(paginate({}, 10).empty());
}

TEST_CASE("a heading never ends a page, a table repeats its head", "[reports][paginate]") {
    Slab heading = slab_of(1);
    heading.lines[0] = "HEADING";
    heading.keeps_with_next = true;
    Slab table = slab_of(12);
    table.lines[0] = "head";
    table.repeated = {"head"};
    table.breakable = true;
    table.spaced = false;
    const auto pages = paginate({slab_of(8), heading, table}, 10);
    REQUIRE(pages.size() == 3);
    CHECK(pages[0].size() == 8);
    CHECK(pages[1][0] == "HEADING");
    CHECK(pages[2][0] == "head");
    CHECK(pages[2][1] == "line 9");
}

TEST_CASE("a page is 80 columns and 66 lines at most, with header and footer", "[reports][text]") {
    Document document;
    document.title = "Test";
    document.subject = std::string(100, 'x');
    document.period = "today";
    document.footer = not_advice;
    for (int i = 0; i < 40; ++i) {
        document.blocks.push_back(Heading{"part"});
        document.blocks.push_back(Paragraph{std::string(300, 'w') + " and more words"});
    }
    const auto pages = pages_of(render_text(document, {}));
    REQUIRE(pages.size() > 2);
    for (std::size_t p = 0; p < pages.size(); ++p) {
        const auto lines = lines_of(pages[p]);
        CHECK((p + 1 == pages.size() || lines.size() == 66));
        CHECK(lines.size() <= 66);
        CHECK_THAT(lines[0], Contains("page " + std::to_string(p + 1) + " of " +
                                      std::to_string(pages.size())));
        CHECK(lines.back() == not_advice);
        for (const std::string& line : lines) {
            CHECK(width_of(line) <= 80);
            CHECK((line.empty() || line.back() != ' '));
        }
    }
}

TEST_CASE("a table aligns its columns, cuts, wraps and draws bars", "[reports][text]") {
    Document document;
    Table table;
    table.columns = {{"name", Column::Align::left, Column::Fit::cut},
                     {"km", Column::Align::right, Column::Fit::natural}};
    table.rows = {{{std::string(90, 'n'), "9.5"}}, {{"short", "10.0"}, "a note"}};
    document.blocks.push_back(table);
    Table bars;
    bars.columns = {{"w", Column::Align::left, Column::Fit::natural},
                    {"", Column::Align::left, Column::Fit::cut}};
    bars.rows = {
        {{"a", Bar{1, 2}}}, {{"b", Bar{0.001, 2}}}, {{"c", Bar{0, 2}}}, {{"d", Bar{5, 0}}}};
    document.blocks.push_back(bars);
    const auto lines = lines_of(render_text(document, {}));
    CHECK(lines[4] == "  name" + std::string(70, ' ') + "  km");
    CHECK(lines[6] == "  " + std::string(70, 'n') + "..   9.5");
    CHECK(lines[7] == "  short" + std::string(69, ' ') + "10.0");
    CHECK(lines[8] == "      a note");
    CHECK(lines[12] == "  a  " + std::string(38, '#'));
    CHECK(lines[13] == "  b  #"); // a little is not nothing
    CHECK(lines[14] == "  c");
    CHECK(lines[15] == "  d");
}

TEST_CASE("the same document gives the same bytes, and a tiny page is refused", "[reports][text]") {
    Document document;
    document.blocks.push_back(KeyFigure{"label", "figure", "note"});
    document.blocks.push_back(Points{Points::Mark::box, {"one", "two"}});
    CHECK(render_text(document, {}) == render_text(document, {}));
    CHECK_THAT(render_text(document, {}),
               Contains("  label: figure\n    note\n\n  [ ] one\n  [ ] two"));
    TextStyle style;
    style.columns = 39;
    CHECK_THROWS_AS(render_text(document, style), PreconditionError);
}

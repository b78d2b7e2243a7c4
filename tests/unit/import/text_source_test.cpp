// SPDX-License-Identifier: Apache-2.0
#include "import/fccp.hpp"
#include "import/text_source.hpp"
#include "model/error.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::ingest;

namespace {

struct Row {
    std::uint32_t line;
    std::vector<std::string> cells;
    bool unclosed;
};

std::vector<Row> rows_of(const std::string& text, char delimiter = ',',
                         std::string* encoding = nullptr) {
    const auto bytes = from_memory("t.csv", text);
    TextSource source(*bytes, delimiter);
    std::vector<Row> rows;
    Record record;
    std::vector<std::string_view> cells;
    while (source.next(record)) {
        split_cells(record, delimiter, cells);
        rows.push_back({record.line, {cells.begin(), cells.end()}, record.unclosed_quote});
    }
    if (encoding != nullptr) {
        *encoding = source.encoding();
    }
    return rows;
}

using Cells = std::vector<std::string>;

} // namespace

TEST_CASE("lines end at LF, CR LF, CR CR LF, CR, and the last one at the end", "[import][text]") {
    for (const char* text : {"a,b\nc,d\n", "a,b\r\nc,d\r\n", "a,b\r\r\nc,d\r\r\n", "a,b\rc,d\r",
                             "a,b\nc,d", "a,b\r\nc,d"}) {
        INFO(text);
        const auto rows = rows_of(text);
        REQUIRE(rows.size() == 2);
        CHECK(rows[0].cells == Cells{"a", "b"});
        CHECK(rows[1].cells == Cells{"c", "d"});
    }
    CHECK(rows_of("").empty());
    CHECK(rows_of("\n\r\n \t\n").empty());
}

TEST_CASE("blank lines are left out and line numbers stay those of the file", "[import][text]") {
    const auto rows = rows_of("\n\na\n\nb\n");
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].line == 3);
    CHECK(rows[1].line == 5);
}

TEST_CASE("a quoted cell may hold delimiters, quotes and line ends", "[import][text]") {
    const auto rows = rows_of("1,\"a, \"\"b\"\"\r\nsecond line\",x\n2,y,z\n");
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].cells == Cells{"1", "a, \"b\"\r\nsecond line", "x"});
    CHECK(rows[1].line == 3);
    CHECK(rows[1].cells == Cells{"2", "y", "z"});
}

TEST_CASE("a quote within plain text is text", "[import][text]") {
    CHECK(rows_of("5\" tape,6\n")[0].cells == Cells{"5\" tape", "6"});
    CHECK(rows_of("\"Go\" fast,6\n")[0].cells == Cells{"\"Go\" fast", "6"});
    CHECK(rows_of("a,\"b\" ,c\n")[0].cells == Cells{"a", "b", "c"});
    CHECK(rows_of("a, \"b,c\",d\n")[0].cells == Cells{"a", "b,c", "d"});
    CHECK(rows_of("\"\",\"\"\"\",x\n")[0].cells == Cells{"", "\"", "x"});
}

TEST_CASE("a quote that never closes costs nothing but itself", "[import][text]") {
    const auto rows = rows_of("1,\"open,x\n2,y,z\n3,\"q\",w\n");
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].unclosed);
    CHECK(rows[0].cells == Cells{"1", "\"open", "x"});
    CHECK(rows[1].cells == Cells{"2", "y", "z"});
    CHECK(rows[2].cells == Cells{"3", "q", "w"});
    const auto last = rows_of("1,\"open");
    REQUIRE(last.size() == 1);
    CHECK(last[0].cells == Cells{"1", "\"open"});
}

TEST_CASE("many quotes that never close take no more than time in proportion", "[import][text]") {
    std::string text;
    for (int i = 0; i < 20'000; ++i) {
        text += "1,\"open\n";
        text += "2,3\n";
    }
    CHECK(rows_of(text).size() == 40'000);
}

TEST_CASE("every encoding becomes UTF-8", "[import][text]") {
    std::string encoding;
    CHECK(rows_of("\xEF\xBB\xBFz\xC3\xBC,b\n", ',', &encoding)[0].cells == Cells{"z\xC3\xBC", "b"});
    CHECK(encoding == "UTF-8 with BOM");
    CHECK(rows_of("z\xFC,7\xB0\n", ',', &encoding)[0].cells == Cells{"z\xC3\xBC", "7\xC2\xB0"});
    CHECK(encoding == "Windows-1252");
    const auto mixed = rows_of("z\xC3\xBC\nz\xFC\n", ',', &encoding);
    CHECK(mixed[0].cells == mixed[1].cells);
    CHECK(encoding == "UTF-8 and Windows-1252");
    const std::string little("\xFF\xFE"
                             "a\0,\0\xFC\0\n\0b\0",
                             12);
    CHECK(rows_of(little, ',', &encoding)[0].cells == Cells{"a", "\xC3\xBC"});
    CHECK(encoding == "UTF-16LE");
    const std::string big("\xFE\xFF\0a\0;\xD8\x3D\xDE\x00", 10); // U+1F600 as a surrogate pair
    CHECK(rows_of(big, ';', &encoding)[0].cells == Cells{"a", "\xF0\x9F\x98\x80"});
    CHECK(encoding == "UTF-16BE");
}

TEST_CASE("a record is whole wherever the buffer ends", "[import][text]") {
    // Records of every length around the chunk size of 256 KiB, quoted and not.
    for (const std::size_t size : {262'130U, 262'141U, 262'142U, 262'143U, 262'144U, 262'145U,
                                   524'287U, 524'288U, 800'000U}) {
        INFO(size);
        const std::string plain(size, 'x');
        const auto rows = rows_of(plain + ",1\r\n" + "\"" + plain + "\nx\",2\r\nlast");
        REQUIRE(rows.size() == 3);
        CHECK((rows[0].cells[0] == plain)); // in brackets: a failure would print megabytes
        CHECK((rows[1].cells[0] == plain + "\nx"));
        CHECK(rows[2].cells == Cells{"last"});
    }
}

TEST_CASE("a line of more than 16 MiB is refused, not swallowed", "[import][text]") {
    CHECK_THROWS_AS(rows_of(std::string(TextSource::max_line_bytes + 300'000, 'x')), InputError);
}

TEST_CASE("NUL bytes do not end a record", "[import][text]") {
    CHECK(rows_of(std::string("a\0b,c\n", 6))[0].cells == Cells{"a b", "c"});
}

TEST_CASE("every delimiter splits, and an unknown one is refused", "[import][text]") {
    CHECK(rows_of("a;b", ';')[0].cells == Cells{"a", "b"});
    CHECK(rows_of("a\tb", '\t')[0].cells == Cells{"a", "b"});
    CHECK(rows_of("a|b|", '|')[0].cells == Cells{"a", "b", ""});
    CHECK_THROWS_AS(rows_of("a:b", ':'), PreconditionError);
}

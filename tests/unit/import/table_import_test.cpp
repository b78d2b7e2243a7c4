// SPDX-License-Identifier: Apache-2.0
#include "import/line_blocks.hpp"
#include "model/error.hpp"
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <string>

using namespace plimsoll;
using namespace plimsoll::ingest;
using Catch::Matchers::Contains;

namespace {

constexpr const char* header = "athlete,date,sport,duration_min,rpe,note\n";

// A log of several blocks: 2.5 MB, 40 athletes; each row in @p odd is replaced.
std::string long_log(std::size_t rows, const std::string& line_end,
                     const std::vector<std::pair<std::size_t, std::string>>& odd) {
    std::string text = header;
    std::size_t next_odd = 0;
    for (std::size_t i = 0; i < rows; ++i) {
        if (next_odd < odd.size() && odd[next_odd].first == i) {
            text += odd[next_odd++].second + line_end;
            continue;
        }
        const Date day = test::day("2020-01-01") + static_cast<int>(i / 40);
        text += fmt::format("P{:02},{},run,{},{},easy{}", i % 40, to_string(day), 30 + i % 60,
                            1 + i % 10, line_end);
    }
    return text;
}

TrainingLog import_on(std::size_t threads, const std::string& text) {
    ImportOptions options;
    options.threads = threads;
    return test::import_text(text, options);
}

bool same(const TrainingLog& a, const TrainingLog& b) {
    const FileReport& x = a.files.at(0);
    const FileReport& y = b.files.at(0);
    return a.sessions == b.sessions && test::messages_of(a) == test::messages_of(b) &&
           x.encoding == y.encoding && x.counts.rows == y.counts.rows &&
           x.counts.sessions == y.counts.sessions && x.counts.rejected == y.counts.rejected &&
           x.counts.other == y.counts.other;
}

} // namespace

TEST_CASE("a log of many blocks is the same on any number of threads", "[import][table]") {
    for (const char* line_end : {"\n", "\r\n"}) {
        const std::string text = long_log(60'000, line_end,
                                          {{7, "P07,2020-13-01,run,30,5,easy"},
                                           {20'000, "P01,2021-05-17,run,-30,5,easy"},
                                           {30'000, "P02,2022-01-20,bog snorkelling,30,5,easy"},
                                           {45'000, "P02,2023-02-01,run,,5,easy"},
                                           {59'999, "P01,2024-02-09,run,30,11,easy"}});
        const TrainingLog one = import_on(1, text);
        CHECK(one.files[0].counts.rows == 60'000);
        CHECK(one.files[0].counts.sessions == 59'997);
        CHECK(one.files[0].counts.rejected == 2);
        CHECK(one.files[0].counts.other == 1);
        CHECK_THAT(test::messages_of(one), Contains("log.csv:9:2: error: date '2020-13-01'"));
        CHECK_THAT(test::messages_of(one), Contains("log.csv:20002:4: error: duration_min '-30'"));
        CHECK_THAT(test::messages_of(one), Contains("log.csv:60001:5: warning: rpe '11'"));
        for (const std::size_t threads : {2U, 3U, 8U}) {
            CHECK(same(import_on(threads, text), one));
        }
    }
}

TEST_CASE("behind the first block that is not clean the general road goes on", "[import][table]") {
    const std::string quoted = "P01,2021-05-17,run,31,5,\"tempo, then \"\"easy\"\"\nand home\"";
    const std::string text = long_log(60'000, "\n", {{50'000, quoted}});
    const TrainingLog log = import_on(2, text);
    CHECK(log.files[0].counts.sessions == 60'000);
    CHECK(log.diagnostics.empty());
    std::size_t titled = 0;
    for (const Session& session : log.sessions) {
        titled += session.title == "tempo, then \"easy\"\nand home" ? 1U : 0U;
    }
    CHECK(titled == 1);
    // The last row stands one line later because the note takes two.
    std::uint32_t last_line = 0;
    for (const Session& session : log.sessions) {
        last_line = std::max(last_line, session.source.line);
    }
    CHECK(last_line == 60'002);
    CHECK(same(import_on(1, text), log));
}

TEST_CASE("blank rows are no rows on either road, also where cells end at tabs",
          "[import][table]") {
    const std::string rows = "date\tduration_min\trpe\n2026-11-01\t60\t5\n\t\t\n \t \r\n";
    for (const std::string& text : {rows, rows + "2026-11-02\t\"60\"\t5\n"}) {
        const TrainingLog log = import_on(1, text);
        CHECK(test::messages_of(log).empty());
        CHECK(log.files[0].counts.rejected == 0);
    }
}

TEST_CASE("an athlete whose only row has too many cells is named as lost", "[import][table]") {
    const TrainingLog log =
        import_on(1, "athlete,date,duration_min\nann,2026-11-01,30\nbob,2026-11-01,30,extra\n");
    CHECK(log.lost_athletes() == std::vector<std::string>{"bob"});
}

TEST_CASE("the encoding is told of the whole file", "[import][table]") {
    const std::string mark = "\xEF\xBB\xBF";
    const std::string utf8 = "P01,2021-05-17,run,31,5,Stra\xC3\x9F"
                             "e";
    const std::string legacy = "P01,2021-05-18,run,31,5,Stra\xDF"
                               "e";
    const auto encoding_of = [](const std::string& text) {
        return import_on(2, text).files.at(0).encoding;
    };
    CHECK(encoding_of(long_log(50'000, "\n", {})) == "UTF-8");
    CHECK(encoding_of(mark + long_log(50'000, "\n", {})) == "UTF-8 with BOM");
    CHECK(encoding_of(long_log(50'000, "\n", {{40'000, legacy}})) == "Windows-1252");
    CHECK(encoding_of(long_log(50'000, "\n", {{9, utf8}, {40'000, legacy}})) ==
          "UTF-8 and Windows-1252");
    CHECK(encoding_of(mark + long_log(50'000, "\n", {{40'000, legacy}})) ==
          "UTF-8 with BOM and Windows-1252");
}

TEST_CASE("a strict import of many blocks ends at the first error of the file", "[import][table]") {
    const std::string text = long_log(60'000, "\n",
                                      {{100, "P01,2020-05-17,run,30,warm,easy"}, // a warning
                                       {52'000, "P01,2020-99-17,run,30,5,easy"},
                                       {59'000, "P01,2020-98-17,run,30,5,easy"}});
    for (const std::size_t threads : {1U, 2U, 4U}) {
        ImportOptions options;
        options.threads = threads;
        options.strict = true;
        CHECK_THROWS_WITH(test::import_text(text, options), Contains("'2020-99-17'"));
    }
}

TEST_CASE("only the first thousand messages of a file are kept, in order", "[import][table]") {
    std::vector<std::pair<std::size_t, std::string>> odd;
    for (std::size_t i = 0; i < 60'000; i += 20) {
        odd.emplace_back(i, "P01,2020-01-0x,run,30,5,easy");
    }
    const TrainingLog log = import_on(3, long_log(60'000, "\n", odd));
    REQUIRE(log.diagnostics.size() == 1001);
    CHECK(log.diagnostics[999].where.line == 20U * 999U + 2U);
    CHECK_THAT(log.diagnostics[1000].text, Contains("2000 more lines"));
}

TEST_CASE("lone carriage returns, NULs and endless lines are left to the general road",
          "[import][table]") {
    const auto blocks_of = [](const std::string& text) {
        const auto bytes = from_memory("t.csv", text);
        LineBlocks blocks(*bytes);
        LineBlock block;
        std::size_t count = 0;
        while (blocks.next(block)) {
            ++count;
        }
        return count;
    };
    CHECK(blocks_of("a,b\nc,d\n") == 1);
    CHECK(blocks_of("a,b\nc,d") == 1);
    CHECK(blocks_of("a,b\r\nc,d\r\n") == 1);
    CHECK(blocks_of("a,b\rc,d\r") == 0);
    CHECK(blocks_of("a,b\r\r\nc,d\r\r\n") == 0);
    CHECK(blocks_of(std::string("a,b\nc,\0d\n", 9)) == 0);
    CHECK(blocks_of("a,\"b\"\n") == 0);
    CHECK(blocks_of("a,\xFF\n") == 0);
    CHECK(blocks_of(std::string(2 * LineBlocks::block_bytes, 'x')) == 0);
    CHECK(blocks_of("") == 0);
}

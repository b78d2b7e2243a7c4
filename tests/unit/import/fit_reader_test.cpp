// The structure of FIT files. Expected values are worked by hand from formats.md 7; the bytes come
// from a writer of the tests that shares no code with the reader.
// SPDX-License-Identifier: Apache-2.0
#include "import/byte_source.hpp"
#include "import/fit_crc.hpp"
#include "import/fit_reader.hpp"
#include "tests/support/fit_writer.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <cmath>
#include <string>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::ingest;
using namespace plimsoll::test;
using Catch::Matchers::WithinAbs;

namespace {

struct Seen {
    std::vector<std::uint16_t> numbers;
    std::vector<std::optional<std::uint32_t>> times;
    std::vector<std::optional<double>> values; // of the field that was asked for
    std::size_t parts = 0;
    std::vector<std::string> codes;
    std::vector<std::uint64_t> offsets; // of the problems
};

Seen read(const std::string& bytes, std::uint8_t field = 0) {
    const auto source = from_memory("a.fit", bytes);
    FitReader reader(*source);
    Seen seen;
    for (auto event = reader.next(); event != FitReader::Event::end; event = reader.next()) {
        if (event == FitReader::Event::part_end) {
            ++seen.parts;
            continue;
        }
        seen.numbers.push_back(reader.message().number());
        seen.times.push_back(reader.message().time());
        seen.values.push_back(reader.message().value(field));
    }
    for (const FitProblem& problem : reader.problems()) {
        seen.codes.push_back(problem.code);
        seen.offsets.push_back(problem.offset);
    }
    return seen;
}

// The value of one field of one message of one base type.
std::optional<double> round_trip(std::uint8_t base, const FitValue& value, bool big_endian,
                                 int size = 0) {
    FitWriter file(big_endian);
    file.add(20, {{7, fit::uint8, 1LL}, {5, base, value, size}, {8, fit::uint8, 2LL}});
    const Seen seen = read(file.bytes(), 5);
    REQUIRE(seen.values.size() == 1);
    CHECK(seen.codes.empty());
    return seen.values[0];
}

} // namespace

TEST_CASE("fit: the checksum is that of the nibble table", "[import][fit]") {
    const std::string check = "123456789";
    std::vector<std::uint8_t> bytes(check.begin(), check.end());
    CHECK(fit_crc(bytes) == 0xBB3D); // CRC-16/ARC's published check value
    const bool same = rc::check("any bytes, in two pieces", [](const std::string& text) {
        const std::vector<std::uint8_t> all(text.begin(), text.end());
        const std::size_t cut = all.size() / 3;
        const std::uint16_t first = fit_crc(std::span(all).first(cut));
        RC_ASSERT(fit_crc(std::span(all).subspan(cut), first) == fit_checksum(text));
    });
    CHECK(same);
}

TEST_CASE("fit: bytes written by hand", "[import][fit]") {
    // Header of 12 bytes, protocol 1.0, 18 bytes of records; a definition of local type 3: little
    // endian, message 20, two fields: 253 (4 bytes, uint32), 3 (1 byte, uint8); one data message:
    // time 0x3B9ACA00 = 1,000,000,000, heart rate 0x96 = 150. No checksum: 0000 is wrong.
    const std::string bytes("\x0C\x10\x64\x00\x12\x00\x00\x00.FIT"
                            "\x43\x00\x00\x14\x00\x02\xFD\x04\x86\x03\x01\x02"
                            "\x03\x00\xCA\x9A\x3B\x96"
                            "\x00\x00",
                            32);
    const Seen seen = read(bytes, 3);
    REQUIRE(seen.numbers == std::vector<std::uint16_t>{20});
    CHECK(seen.times[0] == 1'000'000'000U);
    CHECK(seen.values[0] == 150.0);
    CHECK(seen.parts == 1);
    CHECK(seen.codes == std::vector<std::string>{"bad_crc"});
    CHECK(seen.offsets == std::vector<std::uint64_t>{30});
}

TEST_CASE("fit: every base type in both byte orders", "[import][fit]") {
    for (const bool big : {false, true}) {
        INFO("big endian: " << big);
        CHECK(round_trip(fit::enumeration, 200LL, big) == 200.0);
        CHECK(round_trip(fit::sint8, -5LL, big) == -5.0);
        CHECK(round_trip(fit::uint8, 254LL, big) == 254.0);
        CHECK(round_trip(fit::sint16, -30000LL, big) == -30000.0);
        CHECK(round_trip(fit::uint16, 0xFEDCLL, big) == 65244.0);
        CHECK(round_trip(fit::sint32, -2'000'000'000LL, big) == -2e9);
        CHECK(round_trip(fit::uint32, 0xFEDCBA98LL, big) == 4275878552.0);
        CHECK(round_trip(fit::sint64, -9'000'000'000LL, big) == -9e9);
        CHECK(round_trip(fit::uint64, 9'000'000'000LL, big) == 9e9);
        CHECK(round_trip(fit::uint8z, 7LL, big) == 7.0);
        CHECK(round_trip(fit::uint16z, 65535LL, big) == 65535.0);
        CHECK(round_trip(fit::uint32z, 0xFFFFFFFFLL, big) == 4294967295.0);
        CHECK(round_trip(fit::uint64z, 3LL, big) == 3.0);
        CHECK(round_trip(fit::float32, 2.5, big) == 2.5);
        CHECK(round_trip(fit::float64, 0.1, big) == 0.1);
        CHECK(round_trip(0x06, 77LL, big, 4) == 77.0); // a writer that drops bit 7
        CHECK(round_trip(fit::uint16, std::string(big ? "\x01\x02\x03\x04" : "\x02\x01\x04\x03", 4),
                         big) == 258.0); // the first of an array
    }
}

TEST_CASE("fit: the invalid value of every base type is no value", "[import][fit]") {
    for (const bool big : {false, true}) {
        INFO("big endian: " << big);
        CHECK(!round_trip(fit::enumeration, 0xFFLL, big));
        CHECK(!round_trip(fit::sint8, 0x7FLL, big));
        CHECK(!round_trip(fit::uint8, 0xFFLL, big));
        CHECK(!round_trip(fit::sint16, 0x7FFFLL, big));
        CHECK(!round_trip(fit::uint16, 0xFFFFLL, big));
        CHECK(!round_trip(fit::sint32, 0x7FFFFFFFLL, big));
        CHECK(!round_trip(fit::uint32, 0xFFFFFFFFLL, big));
        CHECK(!round_trip(fit::sint64, 0x7FFFFFFFFFFFFFFFLL, big));
        CHECK(!round_trip(fit::uint64, -1LL, big));
        CHECK(!round_trip(fit::uint8z, 0LL, big));
        CHECK(!round_trip(fit::uint16z, 0LL, big));
        CHECK(!round_trip(fit::uint32z, 0LL, big));
        CHECK(!round_trip(fit::uint64z, 0LL, big));
        CHECK(!round_trip(fit::float32, std::nan(""), big));
        CHECK(!round_trip(fit::float64, HUGE_VAL, big));
        CHECK(!round_trip(fit::string, std::string("12"), big));
        CHECK(!round_trip(fit::byte, 3LL, big));
        CHECK(!round_trip(0x1F, 3LL, big));                         // no such type
        CHECK(!round_trip(fit::uint32, std::string("abcde"), big)); // five bytes are no uint32
        CHECK(!round_trip(fit::uint32, std::string("ab"), big));
    }
}

TEST_CASE("fit: text ends at NUL or at the end of its field", "[import][fit]") {
    FitWriter file;
    file.add(12, {{3, fit::string, std::string("Run\0junk", 8)}});
    file.add(12, {{3, fit::string, std::string("Long")}});
    file.add(12, {{3, fit::string, std::string("\0\0", 2)}});
    const auto source = from_memory("a.fit", file.bytes());
    FitReader reader(*source);
    std::vector<std::string> texts;
    while (reader.next() == FitReader::Event::message) {
        texts.emplace_back(reader.message().text(3).value_or("-"));
    }
    CHECK(texts == std::vector<std::string>{"Run", "Long", "-"});
}

TEST_CASE("fit: times in the header count on from the last time, modulo 32", "[import][fit]") {
    // 1,000,000,005 is 5 modulo 32: offset 7 is 2 s later, 31 is 24 s after that, 3 starts anew.
    FitWriter file;
    file.add(20, {{253, fit::uint32, 1'000'000'005LL}, {3, fit::uint8, 100LL}}, 0);
    file.add(20, {{3, fit::uint8, 101LL}}, 1); // no time at all
    file.add_timed(1, 7, {{3, fit::uint8, 102LL}});
    file.add_timed(1, 31, {{3, fit::uint8, 103LL}});
    file.add_timed(1, 3, {{3, fit::uint8, 104LL}});
    file.add_timed(1, 3, {{3, fit::uint8, 105LL}});
    const Seen seen = read(file.bytes(), 3);
    REQUIRE(seen.times.size() == 6);
    CHECK(seen.times[0] == 1'000'000'005U);
    CHECK(!seen.times[1]);
    CHECK(seen.times[2] == 1'000'000'007U);
    CHECK(seen.times[3] == 1'000'000'031U);
    CHECK(seen.times[4] == 1'000'000'035U);
    CHECK(seen.times[5] == 1'000'000'035U);
    CHECK(seen.values[5] == 105.0);
    CHECK(seen.codes.empty());

    FitWriter timeless; // nothing to count on from
    timeless.add(20, {{3, fit::uint8, 100LL}}, 1).add_timed(1, 7, {{3, fit::uint8, 101LL}});
    CHECK(!read(timeless.bytes()).times.at(1));
}

TEST_CASE("fit: both byte orders in one file", "[import][fit]") {
    FitWriter file(true);
    file.add(20, {{5, fit::uint32, 70000LL}});
    file.turn_bytes();
    file.add(20, {{5, fit::uint32, 70001LL}});
    const Seen seen = read(file.bytes(), 5);
    CHECK(seen.values == std::vector<std::optional<double>>{70000.0, 70001.0});
    CHECK(seen.codes.empty());
}

TEST_CASE("fit: a developer's field stands in for what a message lacks", "[import][fit]") {
    FitWriter file;
    const auto describe = [&](int number, const std::string& name, const std::string& unit,
                              long long native, std::uint8_t base) {
        file.add(206, {{0, fit::uint8, 0LL},
                       {1, fit::uint8, static_cast<long long>(number)},
                       {2, fit::uint8, static_cast<long long>(base)},
                       {3, fit::string, name, 16},
                       {8, fit::string, unit, 8},
                       {15, fit::uint8, native}});
    };
    describe(0, "Heart rate", "bpm", 3, fit::uint8);
    describe(1, "Speed", "km/h", 6, fit::uint8); // in a unit that is not read
    describe(2, "Distance", "m", 5, fit::float32);
    const std::vector<FitEntry> extra{{0, fit::uint8, 155LL},
                                      {1, fit::uint8, 20LL},
                                      {2, fit::float32, 12.5},
                                      {9, fit::uint8, 1LL}}; // 9 was never described
    file.add(20, {{253, fit::uint32, 1'000'000'000LL}}, extra, 0);
    file.add(20, {{253, fit::uint32, 1'000'000'001LL}, {3, fit::uint8, 99LL}}, extra, 0);
    file.add(20, {{253, fit::uint32, 1'000'000'002LL}}, extra, 1); // another developer's
    CHECK(read(file.bytes(), 3).values ==
          std::vector<std::optional<double>>{std::nullopt, std::nullopt, std::nullopt, 155.0, 99.0,
                                             std::nullopt});
    CHECK(read(file.bytes(), 6).values.at(3) == std::nullopt);
    const auto source = from_memory("a.fit", file.bytes());
    FitReader reader(*source);
    for (int i = 0; i < 4; ++i) {
        reader.next();
    }
    CHECK(reader.message().value(5, 100.0) == 12.5); // in metres already
    CHECK(reader.message().number_in(5) == std::nullopt);
    CHECK(read(file.bytes()).codes.empty());
}

TEST_CASE("fit: parts one after the other", "[import][fit]") {
    const std::string run = fit_run(5).bytes();
    FitWriter settings(false, 12);
    settings.add(0, {{0, fit::enumeration, 2LL}});
    const Seen seen = read(run + settings.bytes() + run);
    CHECK(seen.parts == 3);
    CHECK(seen.codes.empty());
    CHECK(seen.numbers.size() == 2 * read(run).numbers.size() + 1);

    // Local types do not outlive their part.
    const Seen stray = read(settings.bytes() + FitWriter().raw("\x01").bytes());
    CHECK(stray.codes == std::vector<std::string>{"bad_bytes"});
    const Seen rest = read(run + "no header at all");
    CHECK(rest.codes == std::vector<std::string>{"bad_bytes"});
    CHECK(rest.offsets == std::vector<std::uint64_t>{run.size()});
}

TEST_CASE("fit: headers that do not tell the size", "[import][fit]") {
    const FitWriter run = fit_run(5);
    const std::size_t messages = read(run.bytes()).numbers.size();
    const auto size = static_cast<long long>(run.records().size());

    const Seen zero = read(run.bytes(0)); // a device that broke down before it wrote the header
    CHECK(zero.numbers.size() == messages);
    CHECK(zero.codes.empty());

    const Seen small = read(run.bytes(size - 40));
    CHECK(small.numbers.size() == messages);
    CHECK(small.codes == std::vector<std::string>{"bad_size"});

    const Seen large = read(run.bytes(size + 40));
    CHECK(large.numbers.size() >= messages); // the checksum may pass for the start of a message
    CHECK(!large.codes.empty());
}

TEST_CASE("fit: damage in one part leaves the next", "[import][fit]") {
    const FitWriter run = fit_run(5);
    FitWriter broken = fit_run(5);
    broken.raw("\x0F garbage behind the last message");
    const std::string good = run.bytes();
    const std::size_t messages = read(good).numbers.size();
    const Seen seen = read(broken.bytes() + good);
    CHECK(seen.parts == 2);
    CHECK(seen.numbers.size() == 2 * messages);
    CHECK(seen.codes == std::vector<std::string>{"bad_bytes"});
    CHECK(seen.offsets == std::vector<std::uint64_t>{14 + run.records().size()});
}

TEST_CASE("fit: cut off at any byte, what came before is read", "[import][fit]") {
    const std::string whole = fit_run(5).bytes() + fit_run(3, 4.0, true).bytes();
    const Seen all = read(whole);
    std::size_t before = 0;
    for (std::size_t size = 0; size <= whole.size(); ++size) {
        const Seen seen = read(whole.substr(0, size));
        INFO("cut off at " << size);
        REQUIRE(seen.numbers.size() >= before);
        REQUIRE(std::equal(seen.numbers.begin(), seen.numbers.end(), all.numbers.begin()));
        before = seen.numbers.size();
        const bool complete =
            size == 0 || size == whole.size() || size == fit_run(5).bytes().size();
        REQUIRE(seen.codes.size() == (complete ? 0U : 1U));
    }
    CHECK(before == all.numbers.size());
}

TEST_CASE("fit: no bytes whatever make the reader stray", "[import][fit]") {
    const std::string whole = fit_run(20).bytes() + fit_run(10, 4.0, true).bytes();
    const bool damaged = rc::check("some bytes changed", [&](const std::vector<std::uint32_t>& at) {
        std::string bytes = whole;
        for (const std::uint32_t change : at) {
            bytes[(change >> 8U) % bytes.size()] = static_cast<char>(change & 0xFFU);
        }
        read(bytes);
    });
    CHECK(damaged);
    const bool noise = rc::check("noise behind a header", [](const std::string& text) {
        read(FitWriter().raw(text).bytes());
        read(fit_run(1).raw(text).bytes(0));
        read("\x0E\x20xxxxxx.FIT" + text);
    });
    CHECK(noise);
}

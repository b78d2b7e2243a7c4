// Archives: what is in them, what is wrong with them, and what they may not do.
// SPDX-License-Identifier: Apache-2.0
#include "import/byte_source.hpp"
#include "import/dedupe.hpp"
#include "import/file_import.hpp"
#include "import/gzip_source.hpp"
#include "import/unpack_limit.hpp"
#include "import/zip_archive.hpp"
#include "model/error.hpp"
#include "tests/support/fit_writer.hpp"
#include "tests/support/logs.hpp"
#include "tests/support/zip_writer.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <string>
#include <utility>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::test;
using Catch::Matchers::Contains;

namespace {

const std::string small_table = "date,duration_min\n2026-05-01,60\n2026-05-03,30\n";

TrainingLog import_named(const std::string& name, const std::string& bytes,
                         const ingest::ImportOptions& options = {}) {
    PackedLog log;
    std::vector<ingest::NamedFile> named;
    const auto source = ingest::from_memory(name, bytes);
    ingest::import_file(*source, options, log, named);
    ingest::join_named_files(log, named);
    return ingest::folded_log(std::move(log));
}

std::string refusal(const std::string& name, const std::string& bytes) {
    try {
        import_named(name, bytes);
    } catch (const InputError& error) {
        return error.what();
    }
    return "no error";
}

std::string all_of(ingest::ByteSource& source) {
    std::string out;
    std::string piece(1000, '\0');
    for (std::size_t got = piece.size(); got == piece.size();) {
        got = source.read(piece);
        out.append(piece, 0, got);
    }
    return out;
}

} // namespace

TEST_CASE("gzip: a packed file is what it holds", "[import][archive]") {
    const TrainingLog fit = import_named("a.fit.gz", gzip_of(fit_run(60).bytes()));
    REQUIRE(fit.sessions.size() == 1);
    CHECK(fit.sessions[0].distance_m == 180.0);
    CHECK(fit.files.at(0).path == "a.fit.gz");
    CHECK(fit.diagnostics.empty());
    const TrainingLog table = import_named("a.csv.gz", gzip_of(small_table));
    CHECK(table.sessions.size() == 2);
    CHECK(table.files.at(0).format == "plain_csv");
}

TEST_CASE("gzip: members, padding, and reading twice", "[import][archive]") {
    const std::string text(5000, 'x');
    const auto packed = ingest::from_memory("a.gz", gzip_of(text) + gzip_of("yz") + "\0\0\0");
    const auto source = ingest::open_gzip(*packed);
    CHECK(all_of(*source) == text + "yz");
    CHECK(source->damage().empty());
    source->rewind();
    CHECK(all_of(*source) == text + "yz");
    CHECK_THROWS_AS(source->seek(5), IoError);
    CHECK_THROWS_AS(source->size(), IoError);
}

TEST_CASE("gzip: cut off anywhere, what comes before is read", "[import][archive]") {
    std::string text;
    for (int i = 0; i < 400; ++i) {
        text += std::to_string(i * i) + "\n";
    }
    const std::string whole = gzip_of(text);
    std::size_t before = 0;
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const auto packed = ingest::from_memory("a.gz", whole.substr(0, size));
        const auto source = ingest::open_gzip(*packed);
        const std::string got = all_of(*source);
        REQUIRE(text.starts_with(got));
        REQUIRE(got.size() >= before);
        REQUIRE(source->damage() == "the gzip file is cut off");
        before = got.size();
    }
    CHECK(before == text.size()); // only the checksum was missing

    std::string broken = gzip_of(fit_run(600).bytes());
    broken.resize(broken.size() - 100);
    const TrainingLog log = import_named("a.fit.gz", broken);
    CHECK(log.sessions.size() == 1);
    CHECK_THAT(messages_of(log),
               Contains("a.fit.gz: warning: the gzip file is cut off; what came before was read"));
    std::string changed = gzip_of(text);
    changed[changed.size() - 6] = static_cast<char>(changed[changed.size() - 6] ^ 1); // checksum
    const auto packed = ingest::from_memory("a.gz", changed);
    const auto source = ingest::open_gzip(*packed);
    CHECK(all_of(*source) == text);
    CHECK(source->damage() == "the gzip file is damaged");
    CHECK_THAT(refusal("a.gz", "\x1F\x8B\x08nothing"),
               Contains("a.gz: error: is empty; the gzip file is"));
}

TEST_CASE("archives within archives are refused beyond gzip in zip", "[import][archive]") {
    const std::string log = fit_run(60).bytes();
    CHECK(import_named("a.zip", zip_of({{"b.fit.gz", gzip_of(log)}})).sessions.size() == 1);
    CHECK_THAT(refusal("a.gz", gzip_of(gzip_of(log))),
               Contains("is a gzip file within an archive, which is not read"));
    CHECK_THAT(refusal("a.gz", gzip_of(zip_of({{"b.fit", log}}))),
               Contains("is a zip archive within an archive"));
    const TrainingLog nested = import_named("a.zip", zip_of({{"b.fit", log},
                                                             {"c.zip", zip_of({{"d.fit", log}})},
                                                             {"e.gz", gzip_of(gzip_of(log))}}));
    CHECK(nested.sessions.size() == 1);
    CHECK_THAT(messages_of(nested), Contains("a.zip/c.zip: error: is a zip archive within") &&
                                        Contains("a.zip/e.gz: error: is a gzip file within"));
}

TEST_CASE("nothing may swell without end", "[import][archive]") {
    const ingest::UnpackLimit limit("a.gz");
    limit.check(0, std::uint64_t{256} << 20U); // whatever it came from
    limit.check(std::uint64_t{10} << 20U, std::uint64_t{2000} << 20U);
    CHECK_THROWS_AS(limit.check(std::uint64_t{1} << 20U, std::uint64_t{257} << 20U), InputError);
    CHECK_THROWS_AS(limit.check(std::uint64_t{1} << 40U, (std::uint64_t{64} << 30U) + 1),
                    InputError);

    // 300 MiB of blank lines in 300 kB.
    const std::string member = gzip_of(std::string(std::size_t{1} << 20U, '\n'));
    std::string bomb;
    for (int i = 0; i < 300; ++i) {
        bomb += member;
    }
    const auto packed = ingest::from_memory("bomb.csv.gz", bomb);
    const auto source = ingest::open_gzip(*packed);
    std::string piece(std::size_t{1} << 20U, '\0');
    std::size_t pieces = 0;
    std::string problem;
    try {
        while (source->read(piece) > 0) {
            ++pieces;
        }
    } catch (const InputError& error) {
        problem = error.what();
    }
    CHECK(problem == "bomb.csv.gz: error: unpacks to more than 200 times its size, as no training "
                     "log does");
    CHECK(pieces == 256);
}

TEST_CASE("zip: every entry by name, what is no log left out with one note", "[import][archive]") {
    const TrainingLog log =
        import_named("export.zip", zip_of({{"z/run.fit", fit_run(60).bytes()},
                                           {"a.csv", small_table, false},
                                           {"empty/", ""},
                                           {".hidden.csv", small_table},
                                           {"__MACOSX/a.csv", small_table},
                                           {"photo.jpg", std::string(100, '\x01')},
                                           {"profile.csv", "name,age\nx,5\n"}}));
    REQUIRE(log.files.size() == 2);
    CHECK(log.files[0].path == "export.zip/a.csv");
    CHECK(log.files[1].path == "export.zip/z/run.fit");
    CHECK(log.sessions.size() == 3);
    CHECK(messages_of(log) == "export.zip: note: 2 files in it are no training logs (photo.jpg, "
                              "profile.csv); left out\n");
    CHECK_THAT(refusal("x.zip", zip_of({{"b.txt", "hello"}})),
               Contains("x.zip: error: is a zip archive without a training log (b.txt)"));
    CHECK_THAT(refusal("x.zip", zip_of({})), Contains("is a zip archive without"));
    CHECK_THAT(refusal("x.xlsx", zip_of({{"[Content_Types].xml", "<x/>"}, {"xl/a.xml", "<x/>"}})),
               Contains("is an office document") && Contains("save the sheet as CSV"));
}

TEST_CASE("zip: names never become paths", "[import][archive]") {
    const TrainingLog log =
        import_named("a.zip", zip_of({{"../../evil.csv", small_table},
                                      {"/etc/evil.csv", small_table},
                                      {std::string("nul\0.csv", 8), small_table},
                                      {std::string(5000, 'n') + ".csv", small_table},
                                      {"\x1B[31m.csv", small_table},
                                      {"\xFC.csv", small_table}}));
    REQUIRE(log.files.size() == 6);
    CHECK(log.totals().rows == 12);
    std::vector<std::string> paths;
    for (const FileReport& file : log.files) {
        paths.push_back(file.path);
        CHECK(file.path.size() < 1100);
    }
    CHECK(std::count(paths.begin(), paths.end(), "a.zip/../../evil.csv") == 1);
    CHECK(std::count(paths.begin(), paths.end(), "a.zip/\xC3\xBC.csv") == 1); // no UTF-8: Latin
}

TEST_CASE("zip: a broken entry costs itself", "[import][archive]") {
    const std::string run = fit_run(60).bytes();
    const TrainingLog log = import_named(
        "a.zip", zip_of({{"1.csv", small_table},
                         {"2.fit", run, true, 1},                   // encrypted
                         {"3.fit", run, true, 0, 12},               // bzip2
                         {"4.fit", run, true, 0, {}, 12345U},       // wrong checksum
                         {"5.fit", run, true, 0, {}, {}, 1000000U}, // claims to be longer
                         {"6.fit", "\x05not deflated at all", false, 0, 8}}));
    const std::string messages = messages_of(log);
    CHECK_THAT(messages, Contains("a.zip/2.fit: error: is encrypted"));
    CHECK_THAT(messages, Contains("a.zip/3.fit: error: is packed by method 12"));
    CHECK_THAT(messages, Contains("a.zip/4.fit: warning: the archive's checksum of it is wrong"));
    CHECK(log.totals().rows == 4); // two of the table, 4.fit, 5.fit
    CHECK(log.totals().adds_up());
    ingest::ImportOptions strict;
    strict.strict = true;
    CHECK_THROWS_AS(import_named("a.zip", zip_of({{"2.fit", run, true, 1}}), strict), InputError);
}

TEST_CASE("zip: no directory, no archive", "[import][archive]") {
    const std::string whole = zip_of({{"1.csv", small_table}, {"2.fit", fit_run(5).bytes()}});
    CHECK_THAT(refusal("a.zip", whole.substr(0, whole.size() / 2)),
               Contains("is a zip archive without a directory: it is damaged or cut off"));
    for (std::size_t size = 4; size < whole.size(); size += 7) {
        REQUIRE(refusal("a.zip", whole.substr(0, size)) != "no error");
    }
}

TEST_CASE("archives: no bytes whatever make the reader stray", "[import][archive]") {
    const std::string zip = zip_of({{"1.csv", small_table},
                                    {"2.fit.gz", gzip_of(fit_run(5).bytes())},
                                    {"3.csv", small_table, false}});
    const std::string gzip = gzip_of(small_table) + gzip_of("2026-05-09,20\n");
    const bool held = rc::check("some bytes changed", [&](const std::vector<std::uint32_t>& at) {
        for (const std::string& whole : {zip, gzip}) {
            std::string bytes = whole;
            for (const std::uint32_t change : at) {
                bytes[(change >> 8U) % bytes.size()] = static_cast<char>(change & 0xFFU);
            }
            try {
                const TrainingLog log = import_named("a", bytes);
                RC_ASSERT(log.totals().adds_up());
            } catch (const Error&) {
                continue;
            }
        }
    });
    CHECK(held);
}

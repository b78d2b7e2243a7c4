// Files and folders on disk, TOML, athlete and events files.
// SPDX-License-Identifier: Apache-2.0
#include "import/athlete_file.hpp"
#include "import/byte_source.hpp"
#include "import/events_file.hpp"
#include "import/log_import.hpp"
#include "import/toml_file.hpp"
#include "model/error.hpp"
#include "tests/support/fit_writer.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

using namespace plimsoll;
using namespace plimsoll::ingest;
using Catch::Matchers::Contains;
using test::day;
using test::Folder;

namespace fs = std::filesystem;

namespace {

template <class Call>
std::string error_of(Call call) {
    try {
        call();
    } catch (const Error& error) {
        return error.what();
    }
    return "no error";
}

Athlete athlete_of(const std::string& text) {
    return athlete_from(parse_toml(text, "a.toml"));
}

EventsFile events_of(const std::string& text) {
    const auto bytes = from_memory("e.csv", text);
    return read_events(*bytes);
}

const std::string small_log = "date,duration_min\n2026-05-01,60\n";

} // namespace

TEST_CASE("bytes are read twice, from a file and from memory", "[import][bytes]") {
    const Folder folder;
    const auto file = open_file(folder.put("x", "hello"));
    const auto memory = from_memory("m", "hello");
    for (ByteSource* source : {file.get(), memory.get()}) {
        std::array<char, 3> part{};
        CHECK(source->read(part) == 3);
        source->rewind();
        std::array<char, 10> all{};
        CHECK(source->read(all) == 5);
        CHECK(std::string(all.data(), 5) == "hello");
        CHECK(source->read(all) == 0);
    }
}

TEST_CASE("a missing file, a folder and a large file are told apart", "[import][bytes]") {
    const Folder folder;
    CHECK_THAT(error_of([&] { open_file(folder.path() + "/none"); }), Contains("no such file"));
    CHECK_THAT(error_of([&] { open_file(folder.path()); }), Contains("is a directory"));
    const std::string big = folder.put("big", std::string(100, 'x'));
    CHECK_THAT(error_of([&] { read_small_file(big, 99); }), Contains("larger than 99 bytes"));
    CHECK(read_small_file(big, 100).size() == 100);
}

TEST_CASE("a folder is searched in an order of its own, hidden files left out", "[import][log]") {
    const Folder folder;
    folder.put("b/second.csv", "date,duration_min\n2026-05-02,60\n");
    folder.put("a.csv", small_log);
    folder.put(".hidden.csv", small_log);
    folder.put(".git/x.csv", small_log);
    folder.put("readme.txt", "no log");
    const std::array inputs{folder.path()};
    const TrainingLog log = import_logs(inputs, {});
    REQUIRE(log.files.size() == 2);
    CHECK(log.files[0].path == folder.path() + "/a.csv");
    CHECK(log.files[1].path == folder.path() + "/b/second.csv");
    REQUIRE(log.diagnostics.size() == 1);
    CHECK(log.diagnostics[0].severity == Severity::note);
    CHECK_THAT(log.diagnostics[0].text, Contains("left out"));
}

TEST_CASE("a folder gives the same on one thread and on many", "[import][log]") {
    const Folder folder;
    for (int i = 0; i < 300; ++i) { // more than are read at once
        const std::string name = std::to_string(i);
        const std::string run = test::fit_run(60 + i).bytes();
        const int kind = i % 5;
        folder.put(name, kind == 0   ? "date,duration_min\n2026-05-01," + name + "\n"
                         : kind == 1 ? "no log"
                         : kind == 2 ? run.substr(0, run.size() / 2)
                                     : run);
    }
    const std::array inputs{folder.path()};
    const auto told = [&](std::size_t threads) {
        ImportOptions options;
        options.threads = threads;
        const TrainingLog log = import_logs(inputs, options);
        CHECK(log.totals().adds_up());
        std::string text = test::messages_of(log);
        for (const Session& session : log.sessions) {
            text += log.source_of(session.source) + to_string(session.start) +
                    std::to_string(session.duration_s.value_or(0)) + "\n";
        }
        return text;
    };
    const std::string one = told(1);
    CHECK_THAT(one, Contains("; left out"));
    CHECK_THAT(one, Contains("295"));
    CHECK(told(2) == one);
    CHECK(told(7) == one);

    ImportOptions strict;
    strict.strict = true;
    const std::string first = error_of([&] { import_logs(inputs, strict); });
    strict.threads = 7;
    CHECK(error_of([&] { import_logs(inputs, strict); }) == first);
}

TEST_CASE("one input that cannot be read does not cost the others", "[import][log]") {
    const Folder folder;
    const std::array inputs{folder.path() + "/none.csv", folder.put("a.csv", small_log),
                            folder.put("b.csv", "")};
    const TrainingLog log = import_logs(inputs, {});
    CHECK(log.sessions.size() == 1);
    REQUIRE(log.diagnostics.size() == 2);
    CHECK(log.diagnostics[0].code == "io");
    CHECK(log.diagnostics[0].text == "no such file");
    CHECK(log.diagnostics[1].code == "unknown_kind");
    CHECK(log.totals().rows == 1);
    ImportOptions strict;
    strict.strict = true;
    CHECK_THROWS_AS(import_logs(inputs, strict), IoError);
}

TEST_CASE("an empty folder is an error", "[import][log]") {
    const Folder folder;
    const std::array inputs{folder.path()};
    const TrainingLog log = import_logs(inputs, {});
    REQUIRE(log.diagnostics.size() == 1);
    CHECK(log.diagnostics[0].code == "empty_folder");
}

TEST_CASE("the same export twice is one log", "[import][log]") {
    const Folder folder;
    const std::array inputs{folder.put("a.csv", small_log), folder.put("b.csv", small_log)};
    const TrainingLog log = import_logs(inputs, {});
    CHECK(log.sessions.size() == 1);
    CHECK(log.totals().duplicates == 1);
    CHECK(log.totals().adds_up());
}

TEST_CASE("an athlete's file is read whole", "[import][athlete]") {
    const Athlete athlete = athlete_of(R"(
[athlete]
id = "a1"
name = "A"
birth_date = 1981-03-14
sex = "female"
max_speed_mps = 8.1
usual_weekly_distance_m = 30000
usual_pace_s_km = 345
[sport]
plays = "soccer"
level = "social"
days = ["Sun", "Tue", "Tue"]
[[injury]]
site = "calf_left"
muscle = "soleus"
onset = "2026-09-03"
returned = 2026-10-10
mri_grade = 1
[policy]
transport = 0
ratio_cap = 1.3
recovery_every = 5
)");
    CHECK(athlete.id == "a1");
    CHECK(athlete.birth_date == day("1981-03-14"));
    CHECK(athlete.sex == Sex::female);
    CHECK(athlete.usual_pace_s_km == 345.0);
    CHECK(athlete.plays == Sport::soccer);
    CHECK(athlete.days == std::vector{Weekday::tue, Weekday::sun});
    REQUIRE(athlete.injuries.size() == 1);
    CHECK(athlete.injuries[0].returned == day("2026-10-10"));
    CHECK(athlete.policy.transport == 0.0);
    CHECK(athlete.policy.recovery_every == 5);
    CHECK_FALSE(athlete.policy.weekly_growth.has_value());
    CHECK_FALSE(athlete_of("").birth_date.has_value());
}

TEST_CASE("an athlete's file that cannot be meant is refused with line and key",
          "[import][athlete]") {
    const auto why = [](const std::string& text) { return error_of([&] { athlete_of(text); }); };
    CHECK(why("[athlete]\nbirthdate = 1981-03-14\n") ==
          "a.toml:2: error: athlete.birthdate is not a key that is known here\nhint: did you mean "
          "'birth_date'?");
    CHECK_THAT(why("[athlete]\nbirth_date = \"14.3.1981\"\n"), Contains("YYYY-MM-DD"));
    CHECK_THAT(why("[athlete]\nbirth_date = 1981-02-30\n"), Contains("a.toml:2"));
    CHECK_THAT(why("[athlete]\nsex = \"x\"\n"), Contains("'female' or 'male'"));
    CHECK_THAT(why("[athlete]\nname = 5\n"), Contains("is not a text in quotes"));
    CHECK_THAT(why("[athlete]\nmax_speed_mps = 14\n"), Contains("from 1 to 13"));
    CHECK_THAT(why("[athlete]\nmax_speed_mps = nan\n"), Contains("is not a number"));
    CHECK_THAT(why("[athlete]\nusual_weekly_distance_m = 40\n"), Contains("40 km are 40000"));
    CHECK_THAT(why("[athlete]\nusual_weekly_distance_m = 0\n"), Contains("40 km are 40000"));
    CHECK_THAT(why("[athlete]\nusual_pace_s_km = 5.45\n"), Contains("from 150 to 900"));
    CHECK_THAT(why("[sport]\nplays = \"socer\"\n"), Contains("did you mean 'soccer'"));
    CHECK_THAT(why("[sport]\ndays = [\"Mo\"]\n"), Contains("Mon, Tue"));
    CHECK_THAT(why("[sport]\ndays = \"Mon\"\n"), Contains("is not a list"));
    CHECK_THAT(why("[[injury]]\nsite = \"calf\"\n"), Contains("at least 'site' and 'onset'"));
    CHECK_THAT(why("[[injury]]\nsite = \"c\"\nonset = 2026-05-02\nreturned = 2026-05-01\n"),
               Contains("is before the onset"));
    CHECK_THAT(why("[injury]\nsite = \"c\"\n"), Contains("is not a list of tables [[injury]]"));
    CHECK_THAT(why("[policy]\nrecovery_every = 2.5\n"), Contains("is not a whole number"));
    CHECK_THAT(why("athlete = 1\n"), Contains("is not a table [athlete]"));
    CHECK_THAT(why("[athlete\n"), Contains("a.toml:1"));
}

TEST_CASE("events are read in order of the day", "[import][events]") {
    const EventsFile file = events_of("date,kind,detail,value,note\n"
                                      "2026-05-09,pain,calf_left,3,after the run\n"
                                      "2026-05-01,holiday,,14,\n");
    REQUIRE(file.events.size() == 2);
    CHECK(file.events[0].kind == EventKind::holiday);
    CHECK(file.events[0].value == 14.0);
    CHECK(file.events[1].note == "after the run");
    CHECK(file.diagnostics.empty());
}

TEST_CASE("a broken event costs itself, a file without the columns is refused",
          "[import][events]") {
    const EventsFile file = events_of("athlete,date,kind,detail,value,note\n"
                                      "x,2026-05-32,pain,,3,\n"
                                      "x,2026-05-01,injury_onst,calf,,\n"
                                      "x,2026-05-01,pain,,11,\n"
                                      "x,2026-05-01,illness,,1e300,\n"
                                      "x,2026-05-01,pain,,abc,\n"
                                      "x,2026-05-01,pain,,2,\n");
    CHECK(file.events.size() == 1);
    REQUIRE(file.diagnostics.size() == 5);
    CHECK(
        to_message(file.diagnostics[0]) ==
        "e.csv:2:2: error: date '2026-05-32' is not a date of the shape YYYY-MM-DD\nhint: such as "
        "2026-11-22");
    CHECK(to_message(file.diagnostics[1]) ==
          "e.csv:3:3: error: kind 'injury_onst' is no kind of event\nhint: did you mean "
          "'injury_onset'?");
    CHECK_THAT(error_of([] { events_of("day,what\n"); }),
               Contains("needs the columns date and kind"));
    CHECK_THAT(error_of([] { events_of(""); }), Contains("is empty"));
}

TEST_CASE("injuries may stand in any order, and overlap only in different places",
          "[import][athlete]") {
    const auto injury = [](const std::string& site, const std::string& onset,
                           const std::string& returned) {
        return "[[injury]]\nsite = \"" + site + "\"\nonset = " + onset + "\n" +
               (returned.empty() ? "" : "returned = " + returned + "\n");
    };
    const auto why = [](const std::string& text) { return error_of([&] { athlete_of(text); }); };
    const Athlete two = athlete_of(injury("calf_left", "2026-05-01", "2026-05-20") +
                                   injury("calf_left", "2026-02-01", "2026-03-01"));
    REQUIRE(two.injuries.size() == 2);
    CHECK(two.injuries[0].onset == day("2026-02-01"));
    CHECK(why(injury("calf_left", "2026-02-01", "2026-03-01") +
              injury("calf_left_soleus", "2026-02-20", "2026-03-20")) ==
          "a.toml:7: error: injury.onset of calf_left_soleus, from 2026-02-20 to 2026-03-20: that "
          "overlaps calf_left, from 2026-02-01 to 2026-03-01\nhint: the next injury of a part "
          "begins when the one before has returned");
    CHECK_THAT(
        why(injury("calf", "2026-02-01", "") + injury("calf_left", "2026-04-20", "2026-04-25")),
        Contains("overlaps calf, from 2026-02-01 without a return"));
    // The other leg, another part, a second strain on the day of the return.
    CHECK(why(injury("calf_left", "2026-02-01", "2026-03-01") +
              injury("calf_right", "2026-02-20", "2026-03-20") +
              injury("knee_left", "2026-02-10", "")) == "no error");
    CHECK(why(injury("calf_left", "2026-02-01", "2026-03-01") +
              injury("calf_left", "2026-03-01", "2026-03-20")) == "no error");
}

TEST_CASE("an athlete of whom no row can be used is named, and the others are there",
          "[import][log]") {
    const Folder folder;
    const std::array inputs{folder.put("a.csv", "athlete,date,duration_min\n"
                                                "ann,2026-05-01,60\n"
                                                "bob,2026-05-01,-60\n"
                                                "bob,2026-13-01,60\n"
                                                "cid,2026-05-01,60\n"
                                                "cid,2026-05-02,-60\n")};
    const TrainingLog log = import_logs(inputs, {});
    CHECK(log.by_athlete().size() == 2);
    CHECK(log.lost_athletes() == std::vector<std::string>{"bob"});
    CHECK(to_message(log.diagnostics.back()) == "error: none of the 2 rows of 'bob' could be used");
}

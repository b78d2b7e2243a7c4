// Files of tracks that hold more than one recording: pasted twice, or one behind another. Expected
// values are worked by hand: so many seconds at one speed.
// SPDX-License-Identifier: Apache-2.0
#include "import/log_import.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <array>
#include <string>

using namespace plimsoll;
using namespace plimsoll::test;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinAbs;

namespace {

constexpr int first_clock_s = 18 * 3600;

std::string above_the_table(const std::string& athlete, const std::string& speed_unit) {
    return "# OpenField Export : 15.02.2025 08:43:09\n# DeviceId : 64906\n# Speed Units : " +
           speed_unit + "\n# Distance Units : Meters\n# Period: \"MD\"\n# Athlete: \"" + athlete +
           "\"\n";
}

const std::string openfield_header = "Timestamp,Seconds,Velocity,Odometer\n";

// Rows at 10 Hz, at @p factor x @p speed_mps, from @p clock_s on; the seconds begin anew every
// @p minute_s.
std::string vest_rows(double speed_mps, double factor = 3.6, int clock_s = first_clock_s,
                      int seconds = 120, int minute_s = 100'000) {
    std::string text;
    for (int i = 0; i < 10 * seconds; ++i) {
        const int now_s = clock_s + i / 10;
        text += fmt::format("14/02/2025 {:02}:{:02}:{:02},{:.1f},{:.2f},{:.2f}\n", now_s / 3600,
                            now_s / 60 % 60, now_s % 60, i % (10 * minute_s) / 10.0,
                            factor * speed_mps, i / 10.0 * speed_mps);
    }
    return text;
}

std::string vest_file(const std::string& athlete, double speed_mps) {
    return above_the_table(athlete, "Kilometers Per Hour") + openfield_header +
           vest_rows(speed_mps);
}

TrainingLog import_vest(const std::string& text) {
    const Folder folder;
    const std::array inputs{folder.put("vest.csv", text)};
    return ingest::import_logs(inputs, {});
}

} // namespace

TEST_CASE("pasted: the vests of two players in one file are two athletes", "[import][pasted]") {
    const TrainingLog log = import_vest(vest_file("P1", 3.0) + vest_file("P2", 4.0));
    REQUIRE(log.sessions.size() == 2);
    CHECK(log.sessions[0].athlete == "P1");
    CHECK(log.sessions[1].athlete == "P2");
    CHECK_THAT(log.sessions[0].distance_m.value(), WithinAbs(119.9 * 3.0, 0.05));
    CHECK_THAT(log.sessions[1].distance_m.value(), WithinAbs(119.9 * 4.0, 0.05));
    CHECK_THAT(log.sessions[1].duration_s.value(), WithinAbs(119.9, 1e-6));
    CHECK(to_string(log.sessions[1].start) == to_string(log.sessions[0].start));
    CHECK(log.diagnostics.empty()); // lines above a table are no rows without a time
}

TEST_CASE("pasted: each table has the unit of the lines above it", "[import][pasted]") {
    const TrainingLog log =
        import_vest(vest_file("P1", 3.0) + above_the_table("P2", "Meters Per Second") +
                    openfield_header + vest_rows(4.0, 1.0));
    REQUIRE(log.sessions.size() == 2);
    CHECK_THAT(log.sessions[0].max_speed_mps.value(), WithinAbs(3.0, 1e-3));
    CHECK_THAT(log.sessions[1].max_speed_mps.value(), WithinAbs(4.0, 1e-3));
}

TEST_CASE("pasted: columns of another order under the second header", "[import][pasted]") {
    std::string second =
        above_the_table("P2", "Kilometers Per Hour") + "Velocity,Timestamp,Odometer,Seconds\n";
    for (int i = 0; i < 1200; ++i) {
        second += fmt::format("14.4,14/02/2025 18:{:02}:{:02},{:.2f},{:.1f}\n", i / 600,
                              i / 10 % 60, 0.4 * i, i / 10.0);
    }
    const TrainingLog log = import_vest(vest_file("P1", 3.0) + second);
    REQUIRE(log.sessions.size() == 2);
    CHECK_THAT(log.sessions[1].distance_m.value(), WithinAbs(479.6, 0.05));
    CHECK_THAT(log.sessions[1].max_speed_mps.value(), WithinAbs(4.0, 1e-3));
}

TEST_CASE("pasted: the same rows again are a duplicate and told", "[import][pasted]") {
    const std::string once = vest_file("P1", 3.0);
    for (const std::string& again : {once, openfield_header + vest_rows(3.0), vest_rows(3.0)}) {
        const TrainingLog log = import_vest(once + again);
        REQUIRE(log.sessions.size() == 1);
        CHECK_THAT(log.sessions[0].distance_m.value(), WithinAbs(359.7, 0.05));
        CHECK_THAT(log.sessions[0].duration_s.value(), WithinAbs(119.9, 1e-6));
        CHECK(log.files[0].counts.duplicates == 1);
        CHECK_THAT(messages_of(log), Contains("is the session of") && Contains("again"));
    }
}

TEST_CASE("pasted: other rows of the same time are another session", "[import][pasted]") {
    // 0.5 % further: two players of whom nobody wrote the names, not one session told twice.
    const auto rows = [](double speed_mps) {
        return vest_rows(speed_mps, 3.6, first_clock_s, 300);
    };
    const TrainingLog log = import_vest(above_the_table("P1", "Kilometers Per Hour") +
                                        openfield_header + rows(3.0) + rows(3.015));
    REQUIRE(log.sessions.size() == 2);
    CHECK_THAT(*log.sessions[0].distance_m + *log.sessions[1].distance_m,
               WithinAbs(299.9 * 6.015, 0.1));
    CHECK_THAT(messages_of(log), Contains("both count"));
}

TEST_CASE("pasted: seconds that begin anew every minute are one session", "[import][pasted]") {
    const TrainingLog log =
        import_vest(above_the_table("P1", "Kilometers Per Hour") + openfield_header +
                    vest_rows(3.0, 3.6, first_clock_s, 300, 60));
    REQUIRE(log.sessions.size() == 1);
    CHECK_THAT(log.sessions[0].duration_s.value(), WithinAbs(299.9, 1e-6));
}

TEST_CASE("pasted: under a header of its own what begins anew later is another session",
          "[import][pasted]") {
    const std::string later = vest_rows(3.0, 3.6, first_clock_s + 3600);
    const TrainingLog log = import_vest(vest_file("P1", 3.0) + openfield_header + later);
    REQUIRE(log.sessions.size() == 2);
    CHECK(log.sessions[1].start.second == 19 * 3600);
}

TEST_CASE("pasted: a header within a session that goes on changes nothing", "[import][pasted]") {
    const std::string rows = vest_rows(3.0);
    const std::size_t half = rows.find('\n', rows.size() / 2) + 1;
    const TrainingLog log =
        import_vest(above_the_table("P1", "Kilometers Per Hour") + openfield_header +
                    rows.substr(0, half) + openfield_header + rows.substr(half));
    REQUIRE(log.sessions.size() == 1);
    CHECK_THAT(log.sessions[0].duration_s.value(), WithinAbs(119.9, 1e-6));
    CHECK(log.diagnostics.empty());
}

TEST_CASE("a track that ends in the middle of a row is told", "[import][pasted]") {
    const std::string whole = vest_file("P1", 3.0);
    const TrainingLog cut = import_vest(whole.substr(0, whole.rfind(',')));
    REQUIRE(cut.sessions.size() == 1);
    CHECK_THAT(messages_of(cut), Contains("vest.csv:1207: warning: the last line has fewer cells"));
    CHECK(import_vest(whole.substr(0, whole.size() - 1)).diagnostics.empty()); // no line end
    CHECK(import_vest(whole).diagnostics.empty());
}

TEST_CASE("pasted: rows of text within a track are counted as before", "[import][pasted]") {
    const TrainingLog log = import_vest(vest_file("P1", 3.0) + "# half time\n" + "# second\n");
    REQUIRE(log.sessions.size() == 1);
    CHECK_THAT(messages_of(log),
               Contains("vest.csv:1208: warning: 2 rows of the track have no time"));
}

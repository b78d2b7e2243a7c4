// Rows of halves, drills and periods beside the row of the whole session: only the whole counts.
// Expected values are those of the rows, by hand.
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::test;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinAbs;

namespace {

double metres_of(const TrainingLog& log) {
    double sum_m = 0.0;
    for (const Session& session : log.sessions) {
        sum_m += session.distance_m.value_or(0.0);
    }
    return sum_m;
}

const std::string three_rows = "A,Session,01:30:00,9000,31.5,14/02/2025\n"
                               "A,1st Half,00:45:00,4600,31.5,14/02/2025\n"
                               "A,2nd Half,00:45:00,4400,29.5,14/02/2025\n";

} // namespace

TEST_CASE("parts: Catapult's summary is known with units and case in its headings",
          "[import][parts]") {
    const std::vector<std::string> headers{
        "Player Name,Period Name,Total Duration,Total Distance,Maximum Velocity (km/h),Date\n",
        "Player Name,Period Name,Total Duration,Total Distance (m),Maximum Velocity (km/h),Date\n",
        "PLAYER NAME,PERIOD NAME,Total Duration (h:mm:ss),TOTAL DISTANCE [m],Max Vel (km/h),Date\n",
        "player_name,period_name,total_duration,total_distance_m,max_vel_kmh,date\n"};
    for (const std::string& header : headers) {
        const TrainingLog log = import_text(header + three_rows);
        CAPTURE(header);
        REQUIRE(log.sessions.size() == 1);
        CHECK(log.files[0].format == "catapult_csv");
        CHECK(log.sessions[0].distance_m == 9000.0);
        CHECK(log.sessions[0].duration_s == 5400.0);
        CHECK_THAT(log.sessions[0].max_speed_mps.value(), WithinAbs(31.5 / 3.6, 1e-3));
        CHECK(log.files[0].counts.other == 2);
        CHECK_THAT(messages_of(log), Contains("2 rows of parts of sessions"));
    }
}

TEST_CASE("parts: STATSports' summary is known with the columns that a club has chosen",
          "[import][parts]") {
    const std::string rows = "A,MD,14/02/2025,Entire Session,01:30:00,9000,8.1\n"
                             "A,MD,14/02/2025,Half 1,00:45:00,4600,8.1\n";
    const std::vector<std::string> headers{
        "Player Name,Session Title,Session Date,Drill Title,Total Time,Total Distance,Max Speed\n",
        "Player Display Name,Session Title,Drill Date,Drill Title,Total Time,Distance Total,Max "
        "Speed\n",
        "Player Display Name,Session Title,Session Date,Drill Title,Total Time,Total Distance "
        "(m),Max Speed (m/s)\n"};
    for (const std::string& header : headers) {
        const TrainingLog log = import_text(header + rows);
        CAPTURE(header);
        REQUIRE(log.sessions.size() == 1);
        CHECK(log.files[0].format == "statsports_csv");
        CHECK(log.sessions[0].athlete == "A");
        CHECK(log.sessions[0].distance_m == 9000.0);
        CHECK_THAT(log.sessions[0].max_speed_mps.value(), WithinAbs(8.1, 1e-3));
    }
    // The same table in kilometres and km/h.
    const TrainingLog log =
        import_text(headers[0] + "A,MD,14/02/2025,Entire Session,01:30:00,9.0,31.5\n"
                                 "B,MD,14/02/2025,Entire Session,01:30:00,8.5,29.5\n");
    REQUIRE(log.sessions.size() == 2);
    CHECK_THAT(log.sessions[0].distance_m.value(), WithinAbs(9000.0, 1e-6));
    CHECK_THAT(log.sessions[0].max_speed_mps.value(), WithinAbs(31.5 / 3.6, 1e-3));
}

TEST_CASE("parts: in a plain log the total row counts", "[import][parts]") {
    for (const std::string heading : {"Period", "Drill", "Split", "Half", "period_name"}) {
        for (const std::string whole : {"Session", "Full", "TOTAL", "Whole", "Entire Session"}) {
            const TrainingLog log = import_text("Date,Player," + heading +
                                                ",Minutes,Distance (m)\n"
                                                "2025-02-14,A," +
                                                whole +
                                                ",90,9000\n2025-02-14,A,1st,45,4600\n"
                                                "2025-02-14,A,2nd,45,4400\n");
            CAPTURE(heading, whole);
            CHECK(log.sessions.size() == 1);
            CHECK(metres_of(log) == 9000.0);
            CHECK(log.files[0].counts.other == 2);
            CHECK_THAT(messages_of(log), Contains("2 rows of parts of sessions"));
        }
    }
}

TEST_CASE("parts: in a plain log parts without a total count themselves", "[import][parts]") {
    const std::string header = "Date,Player,Period,Minutes,Distance (m)\n";
    const TrainingLog halves = import_text(header + "2025-02-14,A,1st Half,45,4600\n"
                                                    "2025-02-14,A,2nd Half,45,4400\n");
    CHECK(halves.sessions.size() == 2);
    CHECK_THAT(messages_of(halves), !Contains("of parts"));
    // B has no row of the whole, and on the 15th A has none.
    const TrainingLog mixed = import_text(header + "2025-02-14,A,Total,90,9000\n"
                                                   "2025-02-14,A,1st Half,45,4600\n"
                                                   "2025-02-14,B,1st Half,45,4100\n"
                                                   "2025-02-15,A,1st Half,45,4200\n");
    CHECK(metres_of(mixed) == 9000.0 + 4100.0 + 4200.0);
}

TEST_CASE("parts: a period of the year is no part of a session", "[import][parts]") {
    const TrainingLog log = import_text("Date,Player,Period,Minutes,Distance (m)\n"
                                        "2025-02-14,A,Preseason,90,9000\n"
                                        "2025-02-14,A,Preseason,45,4600\n"
                                        "2025-05-14,A,In season,45,4400\n");
    CHECK(log.sessions.size() == 3);
    const TrainingLog wholes = import_text("Date,Player,Period,Minutes\n"
                                           "2025-02-14,A,Full,90\n2025-02-15,A,Full,80\n");
    CHECK(wholes.sessions.size() == 2);
}

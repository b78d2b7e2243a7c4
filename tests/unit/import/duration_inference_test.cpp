// Durations whose heading names no unit. Worked by hand.
// SPDX-License-Identifier: Apache-2.0
#include "import/duration_inference.hpp"
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::test;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinAbs;

namespace {

std::vector<double> durations_of(const TrainingLog& log) {
    std::vector<double> out;
    for (const Session& session : log.sessions) {
        out.push_back(session.duration_s.value_or(0.0));
    }
    return out;
}

} // namespace

TEST_CASE("durations: 1:30 beside 16 km are an hour and a half", "[import][duration]") {
    const TrainingLog log = import_text("date,duration,rpe,distance_km\n"
                                        "2026-01-01,1:30,5,16\n"
                                        "2026-01-02,0:45,6,8\n"
                                        "2026-01-03,2:05,6,22\n");
    CHECK(durations_of(log) == std::vector<double>{5400.0, 2700.0, 7500.0});
    CHECK_THAT(messages_of(log), Contains("read as hours and minutes (H:MM)"));
}

TEST_CASE("durations: 52:30 beside 10.5 km are minutes and seconds", "[import][duration]") {
    const TrainingLog log = import_text("Date,Distance,Time,Notes\n"
                                        "2026-01-01,10.5,52:30,a\n"
                                        "2026-01-02,5,25:10,b\n"
                                        "2026-01-03,21.1,1:45:00,c\n");
    CHECK(durations_of(log) == std::vector<double>{3150.0, 1510.0, 6300.0});
    CHECK(log.sessions.size() == 3);
}

TEST_CASE("durations: a heading of H:MM says what its cells are", "[import][duration]") {
    for (const std::string heading : {"Dauer (h:mm)", "Duration (hh:mm)", "Duration [h:m]"}) {
        CAPTURE(heading);
        const TrainingLog log =
            import_text("Datum;" + heading + ";RPE\n01.02.2026;1:30;5\n20.02.2026;12:05;6\n");
        CHECK(durations_of(log) == std::vector<double>{5400.0, 43500.0});
    }
    const TrainingLog log = import_text("Datum;Dauer (mm:ss);RPE\n20.02.2026;12:05;6\n");
    CHECK(durations_of(log) == std::vector<double>{725.0});
    const TrainingLog number = import_text("Datum;Dauer (h:mm);Load\n20.02.2026;90;300\n");
    CHECK(durations_of(number) == std::vector<double>{0.0}); // of what?
    CHECK_THAT(messages_of(number), Contains("'90' is not a duration"));
}

TEST_CASE("durations: 18:30 under 'Time' and nothing beside it is half past six",
          "[import][duration]") {
    const TrainingLog log = import_text("Date,Time,RPE,Load\n"
                                        "2026-01-01,18:30,5,300\n2026-01-02,19:00,5,250\n");
    REQUIRE(log.sessions.size() == 2);
    CHECK(!log.sessions[0].duration_s);
    CHECK(log.sessions[0].start.second == (18 * 60 + 30) * 60);
    CHECK_THAT(messages_of(log), Contains("read as times of day"));
    // as a duration's own name, it is no clock
    const TrainingLog own = import_text("Date,Duration,RPE\n2026-01-01,18:30,5\n");
    CHECK(durations_of(own) == std::vector<double>{1110.0});
    CHECK_THAT(messages_of(own), Contains("minutes (M:SS) (assumed"));
}

TEST_CASE("durations: numbers are seconds, minutes or hours by what they make of the distance",
          "[import][duration]") {
    const TrainingLog seconds = import_text("Date,Start,Distance,Duration\n"
                                            "2026-01-01,18:00,10.5,3150\n"
                                            "2026-01-02,18:00,5,1500\n");
    CHECK(durations_of(seconds) == std::vector<double>{3150.0, 1500.0});
    CHECK_THAT(messages_of(seconds), Contains("read as seconds"));
    const TrainingLog metres = import_text("Atleta ID,Data,Tipo,Distância,Duração\n"
                                           "1,2021-01-01,Corrida,10500,3150\n"
                                           "1,2021-01-13,Corrida,5000,1500\n");
    CHECK(durations_of(metres) == std::vector<double>{3150.0, 1500.0});
    CHECK(metres.sessions.at(0).distance_m == 10500.0);
    const TrainingLog hours = import_text("Date,Distance,Duration\n"
                                          "2026-01-01,16,1.5\n2026-01-02,8,0.75\n");
    CHECK(durations_of(hours) == std::vector<double>{5400.0, 2700.0});
    const TrainingLog minutes = import_text("Date,Distance,Duration\n"
                                            "2026-01-01,16,90\n2026-01-02,8,45\n");
    CHECK(durations_of(minutes) == std::vector<double>{5400.0, 2700.0});
}

TEST_CASE("durations: numbers alone by their size", "[import][duration]") {
    const auto of = [](const std::string& a, const std::string& b) {
        return durations_of(
            import_text("Date,Duration,RPE\n2026-01-01," + a + ",5\n2026-01-02," + b + ",6\n"));
    };
    CHECK(of("60", "95") == std::vector<double>{3600.0, 5700.0});
    CHECK(of("3600", "5700") == std::vector<double>{3600.0, 5700.0});
    CHECK(of("1.5", "2") == std::vector<double>{5400.0, 7200.0});
}

TEST_CASE("durations: a unit in the heading is believed", "[import][duration]") {
    const TrainingLog log = import_text("date,duration_min,distance_km\n2026-01-01,1.5,0.3\n"
                                        "2026-01-02,3000,10\n");
    CHECK_THAT(*log.sessions.at(0).duration_s, WithinAbs(90.0, 1e-9));
}

// Swims and track runs under names that no table has.
// SPDX-License-Identifier: Apache-2.0
#include "import/sport_label.hpp"
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace plimsoll;
using namespace plimsoll::test;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinAbs;

TEST_CASE("garmin: swims in languages nobody has shown us are swims, in metres",
          "[import][sports]") {
    for (const std::string label :
         {"Nuoto in piscina", "Bassengsvømming", "Bassängsimning", "Svømning i bassin",
          "Úszás medencében", "Natação na piscina", "Zwembad zwemmen", "Plavání v bazénu",
          "プールスイム", "Aguas abiertas"}) {
        CAPTURE(label);
        CHECK(ingest::sport_of_label(label) == Sport::swim);
    }
    CHECK(ingest::sport_of_label("Bahnlaufen") == Sport::track_run);
    CHECK(ingest::sport_of_label("Corsa su pista") == Sport::track_run);
    const std::string header = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,"
                               "Training Stress Score®\n";
    const TrainingLog log =
        import_text(header + "Nuoto in piscina,2026-01-02 10:00:00,false,a,900,300,0:20:48,150,0\n"
                             "Бассейн,2026-01-03 10:00:00,false,a,900,300,0:20:48,150,0\n"
                             "Бассейн,2026-01-04 10:00:00,false,a,9.00,300,0:50:48,150,0\n");
    REQUIRE(log.sessions.size() == 3);
    CHECK_THAT(*log.sessions[0].distance_m, WithinAbs(900.0, 1e-9));
    CHECK_THAT(*log.sessions[1].distance_m, WithinAbs(900.0, 1e-9)); // in km nobody could
    CHECK_THAT(*log.sessions[2].distance_m, WithinAbs(9000.0, 1e-9));
    CHECK_THAT(messages_of(log), Contains("can only be in metres"));
}

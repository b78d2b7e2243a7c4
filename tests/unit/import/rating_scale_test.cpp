// Ratings of other scales.
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace plimsoll;
using namespace plimsoll::test;
using Catch::Matchers::Contains;

TEST_CASE("ratings above 10 are of another scale, and none of them counts", "[import][ratings]") {
    const TrainingLog borg = import_text("Date,Player,Minutes,Borg\n2026-01-01,A,60,13\n"
                                         "2026-01-02,A,60,9\n2026-01-03,A,60,15\n");
    REQUIRE(borg.sessions.size() == 3);
    for (const Session& session : borg.sessions) {
        CHECK(!session.rpe);
    }
    CHECK_THAT(messages_of(borg), Contains("2 of 3 are above 10, up to 15"));
    std::string text = "Date,Player,Minutes,RPE\n";
    for (int day = 10; day < 30; ++day) {
        text += "2026-01-" + std::to_string(day) + ",A,60,6\n";
    }
    const TrainingLog slip = import_text(text + "2026-02-01,A,60,66\n");
    CHECK(slip.sessions.front().rpe == 6.0); // one slip of the pen costs itself
    CHECK(!slip.sessions.back().rpe);
}

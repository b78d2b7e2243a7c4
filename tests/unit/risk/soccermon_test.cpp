// Fifty real footballers, where the folder data/soccermon stands beside the one that
// PLIMSOLL_SAMPLES names; skipped without it. Midoglu et al. 2024, doi:10.5281/zenodo.10033832.
// Counts are python3's, from the same two files.
// SPDX-License-Identifier: Apache-2.0
#include "import/byte_source.hpp"
#include "import/injuries_file.hpp"
#include "import/log_import.hpp"
#include "risk/validation.hpp"
#include "risk/validation_words.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <string>

using namespace plimsoll;
using Catch::Matchers::Contains;

TEST_CASE("in a real squad the coupled ratio separates little, and it is said",
          "[risk][validate][samples]") {
    const char* samples = std::getenv("PLIMSOLL_SAMPLES");
    const std::filesystem::path folder =
        samples == nullptr ? std::filesystem::path()
                           : std::filesystem::path(samples).parent_path() / "data" / "soccermon";
    if (samples == nullptr || !std::filesystem::exists(folder / "injuries.csv")) {
        WARN("PLIMSOLL_SAMPLES is not set, or SoccerMon is not beside it: nothing was tested");
        return;
    }
    const std::array inputs{(folder / "sessions.csv").string()};
    const TrainingLog log = ingest::import_logs(inputs, {});
    const auto bytes = ingest::open_file((folder / "injuries.csv").string());
    const auto injuries = ingest::read_injuries(*bytes);
    const auto athletes = log.by_athlete();
    const Date last = Date::from_ymd(2021, 12, 31);
    const auto v = risk::validate(athletes, injuries.reports, {last, {}, {}, {500, 20261122}});
    CHECK(v.reports.rows == 306);
    CHECK(v.reports.same_day == 150); // 156 athlete-days
    CHECK(v.reports.onsets() == 27);  // as the data's own page counts
    CHECK(v.reports.before_log == 6);
    CHECK(v.reports.without_training == 1);
    CHECK(v.reports.onsets_on_days == 20);
    CHECK(v.days == 20253);
    CHECK(v.athletes == 50);
    CHECK(v.coupled().onsets == 14);
    REQUIRE(v.coupled().ci);
    CHECK(v.coupled().ci->low < 0.5);
    CHECK(v.coupled().ci->high < 0.8);
    CHECK(*v.coupled().auc > 0.5);
    CHECK_FALSE(v.refit.done);
    CHECK_THAT(risk::coupled_conclusion(v), Contains("hardly better than chance"));
}

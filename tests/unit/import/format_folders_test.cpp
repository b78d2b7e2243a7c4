// Every folder of tests/data/formats: what stands in it as `input` is read as the format whose name
// the folder has, and gives the sessions of `expected.csv`, a canonical log that was written by
// hand from the cells of the input. What is said about it stands in `messages`.
// SPDX-License-Identifier: Apache-2.0
#include "import/log_import.hpp"
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

using namespace plimsoll;
using Catch::Matchers::WithinAbs;

namespace fs = std::filesystem;

namespace {

// The file of a folder whose name starts so; a date may follow, which some formats tell there
// alone.
fs::path file_in(const fs::path& folder, const std::string& stem) {
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().filename().string().starts_with(stem)) {
            return entry.path();
        }
    }
    return folder / stem;
}

std::string text_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

TrainingLog read_log(const fs::path& file) {
    const std::array inputs{file.string()};
    return ingest::import_logs(inputs, {});
}

// Without the folder's path, which differs from machine to machine.
std::string told_of(const TrainingLog& log, const fs::path& folder) {
    std::string text = test::messages_of(log);
    const std::string prefix = folder.string() + "/";
    for (std::size_t at = text.find(prefix); at != std::string::npos; at = text.find(prefix)) {
        text.erase(at, prefix.size());
    }
    return text;
}

void check_same(const std::optional<double>& is, const std::optional<double>& expected,
                const char* field, double within = 0.002) { // three decimals are written
    INFO(field);
    REQUIRE(is.has_value() == expected.has_value());
    if (is) {
        CHECK_THAT(*is, WithinAbs(*expected, within));
    }
}

void check_same(const Session& is, const Session& expected) {
    INFO(to_string(expected.start) << " " << expected.title);
    CHECK(is.athlete == expected.athlete);
    CHECK(to_string(is.start) == to_string(expected.start));
    CHECK(to_string(is.sport) == to_string(expected.sport));
    CHECK(is.title == expected.title);
    CHECK((!is.load_au || is.load_kind == expected.load_kind));
    check_same(is.duration_s, expected.duration_s, "duration_s");
    check_same(is.elapsed_s, expected.elapsed_s, "elapsed_s");
    check_same(is.distance_m, expected.distance_m, "distance_m", 0.02); // positions: 9 mm
    check_same(is.avg_hr_bpm, expected.avg_hr_bpm, "avg_hr_bpm");
    check_same(is.max_hr_bpm, expected.max_hr_bpm, "max_hr_bpm");
    check_same(is.max_speed_mps, expected.max_speed_mps, "max_speed_mps", 0.01);
    check_same(is.ascent_m, expected.ascent_m, "ascent_m");
    check_same(is.rpe, expected.rpe, "rpe");
    check_same(is.load_au, expected.load_au, "load_au");
    check_same(is.high_speed_m, expected.high_speed_m, "high_speed_m");
    check_same(is.sprint_m, expected.sprint_m, "sprint_m");
    check_same(is.sprints, expected.sprints, "sprints");
}

} // namespace

TEST_CASE("every format's folder gives the sessions that were read out of it by hand",
          "[import][formats]") {
    std::size_t folders = 0;
    for (const auto& entry : fs::directory_iterator(PLIMSOLL_SOURCE_DIR "/tests/data/formats")) {
        const fs::path folder = entry.path();
        INFO(folder.filename());
        ++folders;
        const TrainingLog log = read_log(file_in(folder, "input"));
        const TrainingLog expected = read_log(folder / "expected.csv");
        CHECK(told_of(log, folder) == text_of(folder / "messages"));
        REQUIRE(log.files.size() == 1);
        CHECK(folder.filename().string().starts_with(log.files[0].format));
        CHECK(log.totals().adds_up());
        REQUIRE(log.sessions.size() == expected.sessions.size());
        for (std::size_t i = 0; i < log.sessions.size(); ++i) {
            check_same(log.sessions[i], expected.sessions[i]);
        }
    }
    CHECK(folders > 0);
}

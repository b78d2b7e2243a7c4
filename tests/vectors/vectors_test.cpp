// Runs every case of every .vec file.
// SPDX-License-Identifier: Apache-2.0
#include "model/error.hpp"
#include "tests/vectors/vec_file.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>

using namespace plimsoll;
using namespace plimsoll::test;
using Catch::Matchers::WithinAbs;

namespace {

void run(const VecCase& test) {
    INFO(test.where << ": " << test.name);
    if (test.outcome == VecCase::Outcome::error) {
        CHECK_THROWS_AS(run_vec_call(test), PreconditionError);
        return;
    }
    const VecResult result = run_vec_call(test);
    if (test.outcome == VecCase::Outcome::undefined) {
        CHECK_FALSE(result.has_value());
        return;
    }
    REQUIRE(result.has_value());
    REQUIRE(result->size() == test.expect.size());
    for (std::size_t i = 0; i < result->size(); ++i) {
        CHECK_THAT((*result)[i], WithinAbs(test.expect[i], test.tolerance));
    }
}

std::vector<VecCase> read_text(const std::string& text) {
    const auto path = std::filesystem::temp_directory_path() / "plimsoll-strict.vec";
    std::ofstream(path) << text;
    return read_vec_file(path.string());
}

} // namespace

TEST_CASE("every vector of the literature is met", "[vectors]") {
    std::size_t files = 0;
    std::size_t cases = 0;
    const std::filesystem::path folder =
        std::filesystem::path(PLIMSOLL_SOURCE_DIR) / "tests" / "vectors";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".vec") {
            ++files;
            for (const VecCase& test : read_vec_file(entry.path().string())) {
                ++cases;
                run(test);
            }
        }
    }
    CHECK(files >= 6); // a file that is not found would else pass
    CHECK(cases >= 60);
}

TEST_CASE("the reader of vectors refuses what it does not know", "[vectors]") {
    const std::string good = "case a\nsource s\ncall srpe_load rpe=6 minutes=120\nexpect 720\n";
    CHECK(read_text(good + "tolerance 0\n").size() == 1);
    CHECK_THROWS(read_text(good));                                      // no tolerance
    CHECK_THROWS(read_text(good + "tolerance 0\ntolerence 1\n"));       // a typing error
    CHECK_THROWS(read_text("case a\ncall x\nexpect 1\ntolerance 0\n")); // no source
    CHECK_THROWS(read_text("source s\n"));                              // before any case
    CHECK_THROWS(read_text(good + "tolerance 0x\n"));
    CHECK_THROWS(
        run_vec_call(read_text(good + "tolerance 0\ncall srpe_load rpe=6 minutes=1 z=1\n")[0]));
    CHECK_THROWS(read_vec_file("/nowhere.vec"));
}

// SPDX-License-Identifier: Apache-2.0
#include "model/parallel.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

using plimsoll::for_each_number;

TEST_CASE("each number is worked on once, on any number of threads", "[model][parallel]") {
    for (const std::size_t threads : {0U, 1U, 2U, 7U, 500U}) {
        std::vector<int> times(300, 0);
        std::atomic<bool> wrong_worker = false;
        for_each_number(times.size(), threads, [&](std::size_t i, std::size_t worker) {
            ++times[i];
            wrong_worker = wrong_worker || worker >= std::max<std::size_t>(threads, 1);
        });
        CHECK_FALSE(wrong_worker);
        CHECK(times == std::vector<int>(300, 1));
    }
    for_each_number(0, 4, [](std::size_t, std::size_t) { FAIL("there is no number"); });
}

TEST_CASE("of several numbers that throw the lowest is heard", "[model][parallel]") {
    for (const std::size_t threads : {1U, 4U}) {
        std::atomic<std::size_t> called = 0;
        const auto work = [&](std::size_t i, std::size_t) {
            ++called;
            if (i % 10 == 7) {
                throw std::runtime_error(std::to_string(i));
            }
        };
        CHECK_THROWS_WITH(for_each_number(1000, threads, work), "7");
        CHECK(called < 1000);
    }
}

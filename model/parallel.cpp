// Threads that take the next number until none is left.
// SPDX-License-Identifier: Apache-2.0
#include "model/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace plimsoll {

void for_each_number(std::size_t count, std::size_t threads,
                     const std::function<void(std::size_t number, std::size_t worker)>& work) {
    std::atomic<std::size_t> next = 0;
    std::atomic<std::size_t> end = count; // drops to the lowest number that threw
    std::mutex guard;
    std::exception_ptr thrown;
    const auto run = [&](std::size_t worker) {
        for (std::size_t i = next++; i < end; i = next++) {
            try {
                work(i, worker);
            } catch (...) {
                const std::lock_guard lock(guard);
                if (i < end) {
                    end = i;
                    thrown = std::current_exception();
                }
            }
        }
    };
    {
        std::vector<std::jthread> helpers;
        const std::size_t useful = std::min(threads, count);
        try {
            for (std::size_t t = 1; t < useful; ++t) {
                helpers.emplace_back(run, t);
            }
        } catch (const std::system_error&) { // the system has no more threads: fewer do it too
        }
        run(0);
    }
    if (thrown) {
        std::rethrow_exception(thrown);
    }
}

} // namespace plimsoll

// What every fuzz target does with its bytes.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_TESTS_FUZZ_FUZZ_INPUT_HPP
#define PLIMSOLL_TESTS_FUZZ_FUZZ_INPUT_HPP

#include "import/byte_source.hpp"
#include "import/dedupe.hpp"
#include "model/error.hpp"
#include "model/training_log.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>

namespace plimsoll::fuzz {

/// Ends the program, and so the fuzzer's run, unless @p holds.
inline void must(bool holds) {
    if (!holds) {
        std::abort();
    }
}

/// A quantity of a session is absent, or finite and not negative.
inline void check(const std::optional<double>& quantity) {
    must(!quantity || (std::isfinite(*quantity) && *quantity >= 0.0));
}

/// Imports the bytes as a file called "a". Any Error is a fine answer; anything else is not, nor
/// are counts that do not add up or quantities that are none.
/// @param import_bytes  takes a ByteSource and a PackedLog.
template <class Import>
void import_input(const std::uint8_t* data, std::size_t size, Import import_bytes) {
    PackedLog packed;
    const auto source = ingest::from_memory(
        "a", std::string(reinterpret_cast<const char*>(data), size)); // the fuzzer's are unsigned
    try {
        import_bytes(*source, packed);
    } catch (const Error&) {
        return;
    }
    const TrainingLog log = ingest::folded_log(std::move(packed));
    must(log.totals().adds_up());
    must(log.totals().sessions == log.sessions.size());
    for (const Session& session : log.sessions) {
        for (const auto member :
             {&Session::duration_s, &Session::elapsed_s, &Session::distance_m, &Session::avg_hr_bpm,
              &Session::max_hr_bpm, &Session::max_speed_mps, &Session::ascent_m, &Session::rpe,
              &Session::load_au, &Session::high_speed_m, &Session::sprint_m, &Session::sprints}) {
            check(session.*member);
        }
    }
}

} // namespace plimsoll::fuzz

#endif

// The limit of unpacking.
// SPDX-License-Identifier: Apache-2.0
#include "import/unpack_limit.hpp"

#include "model/error.hpp"

#include <fmt/format.h>

namespace plimsoll::ingest {

void UnpackLimit::check(std::uint64_t packed, std::uint64_t unpacked) const {
    const bool swells = unpacked > always_allowed && unpacked / most_ratio > packed;
    if (!swells && unpacked <= most_bytes) {
        return;
    }
    throw InputError(Diagnostic{
        Severity::error,
        {file_, 0, 0, {}},
        "swells",
        swells ? fmt::format("unpacks to more than {} times its size, as no training log does",
                             most_ratio)
               : fmt::format("unpacks to more than {} GiB", most_bytes >> 30U),
        {}});
}

} // namespace plimsoll::ingest

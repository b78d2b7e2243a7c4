// What the user says about a log that the log does not say itself.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_IMPORT_OPTIONS_HPP
#define PLIMSOLL_IMPORT_IMPORT_OPTIONS_HPP

#include "import/inference.hpp"
#include "import/time_zone.hpp"
#include "import/track.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

namespace plimsoll::ingest {

struct Dialect;

/// The id of the athlete of a log that names nobody.
inline constexpr const char* nameless_athlete = "athlete";

struct ImportOptions {
    std::string athlete = nameless_athlete; ///< for rows that name nobody
    std::optional<DistanceUnit> units;      ///< kilometres or miles; absent: inferred
    std::optional<TimeZone> zone;           ///< that moments in UTC are turned into
    SpeedBands bands;                       ///< what counts as high speed and as a sprint
    std::shared_ptr<const Dialect> map;     ///< a user's own dialect, tried before all others
    std::size_t threads = 1;                ///< at most; the result does not depend on it
    bool strict = false;                    ///< the first error ends the import
};

} // namespace plimsoll::ingest

#endif

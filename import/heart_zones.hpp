// The minutes of a row in heart-rate zones.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_HEART_ZONES_HPP
#define PLIMSOLL_IMPORT_HEART_ZONES_HPP

#include "import/field.hpp"
#include "model/session.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace plimsoll::ingest {

/// The zone that a folded header names, its unit taken off: "hr zone 1", "heart rate zone 1", "hr
/// z1", "hrzone1minutes" (TrainingPeaks). Zones from 6 on are Field::hr_zone_above.
std::optional<Field> zone_of_header(std::string_view name);

/// Gathers the zones of one row, cell by cell.
///
/// Five zones are taken for 50 to 60, 60 to 70, 70 to 80, 80 to 90 and 90 to 100 % of the maximum
/// heart rate: nothing in a log says so. What shows that they are others, or another unit, is
/// refused: time in a sixth zone, fewer than five, or much more time than the session lasts.
class ZoneCells {
public:
    static bool is_zone(Field field) noexcept {
        return field >= Field::hr_zone_1 && field <= Field::hr_zone_above;
    }

    void clear() noexcept { *this = {}; }

    /// @pre is_zone(field)
    void put(Field field, double seconds) noexcept;

    /// Gives the zones to @p session, whose duration is known by now.
    /// @return  why they cannot be used; empty when they can, or when there are none.
    std::string give_to(Session& session) const;

private:
    HeartRateZones zones_;
    int given_ = 0; // of the five
    double above_s_ = 0.0;
};

} // namespace plimsoll::ingest

#endif

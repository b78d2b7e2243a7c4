// The canonical log: what `plimsoll import -o LOG.csv` writes.
// SPDX-License-Identifier: Apache-2.0
#include "import/dialect.hpp"

#include <algorithm>
#include <array>

namespace plimsoll::ingest {
namespace {

constexpr std::array canonical_names{
    ColumnName{"athlete", Field::athlete, Unit::text},
    ColumnName{"start", Field::start, Unit::text},
    ColumnName{"sport", Field::sport, Unit::text},
    ColumnName{"duration_s", Field::duration, Unit::seconds},
    ColumnName{"elapsed_s", Field::elapsed, Unit::seconds},
    ColumnName{"distance_m", Field::distance, Unit::metres},
    ColumnName{"avg_hr_bpm", Field::avg_hr, Unit::one},
    ColumnName{"max_hr_bpm", Field::max_hr, Unit::one},
    ColumnName{"max_speed_mps", Field::max_speed, Unit::metres_per_second},
    ColumnName{"ascent_m", Field::ascent, Unit::metres},
    ColumnName{"rpe", Field::rpe, Unit::one},
    ColumnName{"load_au", Field::load, Unit::one},
    ColumnName{"load_kind", Field::load_kind, Unit::text},
    ColumnName{"high_speed_m", Field::high_speed, Unit::metres},
    ColumnName{"sprint_m", Field::sprint_distance, Unit::metres},
    ColumnName{"sprints", Field::sprints, Unit::one},
    ColumnName{"changes_of_direction", Field::changes_of_direction, Unit::one},
    ColumnName{"title", Field::title, Unit::text},
    ColumnName{"hr_zone_1_s", Field::hr_zone_1, Unit::seconds},
    ColumnName{"hr_zone_2_s", Field::hr_zone_2, Unit::seconds},
    ColumnName{"hr_zone_3_s", Field::hr_zone_3, Unit::seconds},
    ColumnName{"hr_zone_4_s", Field::hr_zone_4, Unit::seconds},
    ColumnName{"hr_zone_5_s", Field::hr_zone_5, Unit::seconds},
};

// `start` and `load_kind` together stand in no other log.
std::optional<HeaderMatch> match_canonical(std::span<const std::string_view> header) {
    std::vector<ColumnUse> columns = columns_by_name(header, canonical_names);
    const auto has = [&](Field field) {
        return std::any_of(columns.begin(), columns.end(),
                           [&](const ColumnUse& use) { return use.field == field; });
    };
    if (!has(Field::start) || !has(Field::load_kind)) {
        return std::nullopt;
    }
    return HeaderMatch{std::move(columns), "columns 'start' and 'load_kind'"};
}

} // namespace

const Dialect canonical_dialect{
    .format = "canonical_csv",
    .name = "Plimsoll's canonical log",
    .match = match_canonical,
    .time = TimeBasis::local,
    .date = DateShape::iso,
    .decimals = Decimals::plain,
    .guarded_text = true,
};

} // namespace plimsoll::ingest

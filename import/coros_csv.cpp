// COROS: the list of activities as programs write it out of the Training Hub's interface.
// SPDX-License-Identifier: Apache-2.0
#include "import/dialect.hpp"

#include <array>

namespace plimsoll::ingest {
namespace {

constexpr std::array<std::string_view, 3> coros_signature{"date", "sporttype", "totaltime"};
constexpr std::array coros_names{
    ColumnName{"date", Field::start, Unit::text}, // 20260114
    ColumnName{"name", Field::title, Unit::text},
    ColumnName{"sporttype", Field::sport, Unit::text},
    ColumnName{"totaltime", Field::duration, Unit::seconds},
    ColumnName{"distance", Field::distance, Unit::metres},
    ColumnName{"avghr", Field::avg_hr, Unit::one},
    ColumnName{"trainingload", Field::load, Unit::one},
};

// The interface tells sports by number; three programs that speak it agree on these.
constexpr std::array coros_sports{
    SportCode{"100", Sport::run},          SportCode{"101", Sport::treadmill_run},
    SportCode{"102", Sport::trail_run},    SportCode{"103", Sport::track_run},
    SportCode{"104", Sport::hike},         SportCode{"105", Sport::hike},
    SportCode{"200", Sport::ride},         SportCode{"201", Sport::ride},
    SportCode{"202", Sport::ride},         SportCode{"203", Sport::ride},
    SportCode{"204", Sport::ride},         SportCode{"205", Sport::ride},
    SportCode{"299", Sport::ride},         SportCode{"300", Sport::swim},
    SportCode{"301", Sport::swim},         SportCode{"400", Sport::cardio},
    SportCode{"401", Sport::cardio},       SportCode{"402", Sport::strength},
    SportCode{"500", Sport::ski},          SportCode{"501", Sport::ski},
    SportCode{"502", Sport::ski},          SportCode{"503", Sport::ski},
    SportCode{"700", Sport::row},          SportCode{"701", Sport::row},
    SportCode{"900", Sport::walk},         SportCode{"10000", Sport::multisport},
    SportCode{"10001", Sport::multisport},
};

constexpr std::array<std::string_view, 5> coros_missing{"NA", "nan", "null", "None", "-"};

} // namespace

const Dialect coros_dialect{
    .format = "coros_csv",
    .name = "COROS list of activities",
    .signature = coros_signature,
    .names = coros_names,
    .decimals = Decimals::plain,
    .zero_is_missing = true,
    .short_rows = true,
    .missing = coros_missing,
    .load_kind = LoadKind::vendor,
    .sports = coros_sports,
};

} // namespace plimsoll::ingest

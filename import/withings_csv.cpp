// Withings: a row an activity, its numbers in a JSON object in one cell.
// SPDX-License-Identifier: Apache-2.0
#include "import/dialect.hpp"
#include "import/text_encoding.hpp"

#include <algorithm>
#include <array>

namespace plimsoll::ingest {
namespace {

// The first two columns are translated ("von", "bis"), these are not.
constexpr std::array<std::string_view, 6> withings_header{
    "from (manual)", "to (manual)", "timezone", "activity type", "data", "gps"};

constexpr std::array withings_details{
    ColumnName{"distance", Field::distance, Unit::metres},
    ColumnName{"hr_average", Field::avg_hr, Unit::one},
    ColumnName{"hr_max", Field::max_hr, Unit::one},
    ColumnName{"pause_duration", Field::pause, Unit::seconds},
};

std::optional<HeaderMatch> match_withings(std::span<const std::string_view> header) {
    const bool matches =
        header.size() >= withings_header.size() + 2 &&
        std::equal(
            withings_header.begin(), withings_header.end(), header.begin() + 2,
            [](std::string_view name, std::string_view cell) { return name == folded(cell); });
    if (!matches) {
        return std::nullopt;
    }
    HeaderMatch match;
    match.signature = "columns 'Timezone', 'Activity type', 'Data', 'GPS' in their places";
    match.columns = {{0, Field::start, Unit::text},
                     {1, Field::end, Unit::text},
                     {5, Field::sport, Unit::text},
                     {6, Field::details, Unit::text}};
    return match;
}

} // namespace

const Dialect withings_dialect{
    .format = "withings_csv",
    .name = "Withings activities",
    .match = match_withings,
    .date = DateShape::iso,
    .decimals = Decimals::plain,
    .zero_is_missing = true,
    .short_rows = true,
    .whole_only = true,
    .details = withings_details,
};

} // namespace plimsoll::ingest

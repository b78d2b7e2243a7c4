// The list of dialects and what they share.
// SPDX-License-Identifier: Apache-2.0
#include "import/dialect.hpp"

#include "import/heading.hpp"
#include "import/text_encoding.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace plimsoll::ingest {
namespace {

// The text outside angle brackets: Strava has exported headers such as <span ...>Type</span>.
std::string without_tags(std::string_view text) {
    std::string out;
    bool within = false;
    for (const char c : text) {
        if (c == '<') {
            within = true;
        } else if (c == '>') {
            within = false;
        } else if (!within) {
            out += c;
        }
    }
    return out;
}

} // namespace

std::span<const Dialect* const> dialects() noexcept {
    static constexpr std::array all{&canonical_dialect,
                                    &strava_bulk_dialect,
                                    &strava_trimmed_dialect,
                                    &garmin_dialect,
                                    &runkeeper_dialect,
                                    &trainingpeaks_dialect,
                                    &intervals_dialect,
                                    &whoop_dialect,
                                    &mapmyrun_dialect,
                                    &polar_flow_dialect,
                                    &health_auto_export_dialect,
                                    &health_export_dialect,
                                    &withings_dialect,
                                    &garmin_run_laps_dialect,
                                    &garmin_laps_dialect,
                                    &garmin_api_dialect,
                                    &gcexport_dialect,
                                    &strava_api_local_dialect,
                                    &strava_api_dialect,
                                    &coros_dialect,
                                    &statsports_dialect,
                                    &statsports_drills_dialect,
                                    &ctr_dialect,
                                    &catapult_slugs_dialect,
                                    &catapult_us_dialect,
                                    &polar_team_dialect,
                                    &playertek_dialect,
                                    &plain_dialect};
    return all;
}

std::string folded_header(std::string_view cell) {
    std::string name =
        folded(cell.find('<') == std::string_view::npos ? std::string(cell) : without_tags(cell));
    if (name.starts_with("translation missing")) {
        const std::size_t dot = name.rfind('.');
        name.erase(0, dot == std::string::npos ? 0 : dot + 1);
        std::replace(name.begin(), name.end(), '_', ' ');
    }
    return name;
}

std::optional<HeaderMatch> match_of(const Dialect& dialect,
                                    std::span<const std::string_view> header) {
    if (dialect.match != nullptr) {
        return dialect.match(header);
    }
    std::vector<std::string> cells;
    std::transform(header.begin(), header.end(), std::back_inserter(cells), folded_header);
    std::vector<std::string> names; // without the units
    if (dialect.units_in_signature) {
        std::transform(header.begin(), header.end(), std::back_inserter(names),
                       [](std::string_view cell) { return heading_of(cell).name; });
    }
    HeaderMatch match;
    for (const std::string_view sign : dialect.signature) {
        auto at = std::find(cells.begin(), cells.end(), sign);
        if (at == cells.end()) {
            const auto name = std::find(names.begin(), names.end(), sign);
            at = name == names.end() ? cells.end() : cells.begin() + (name - names.begin());
        }
        if (at == cells.end()) {
            return std::nullopt;
        }
        match.signature +=
            (match.signature.empty() ? "columns '" : ", '") +
            std::string(trimmed(header[static_cast<std::size_t>(at - cells.begin())])) + "'";
    }
    match.columns = columns_by_name(header, dialect.names);
    return match;
}

std::vector<ColumnUse> columns_by_name(std::span<const std::string_view> header,
                                       std::span<const ColumnName> names) {
    struct Found {
        ColumnUse use;
        std::size_t rank; // of its name
    };

    std::vector<Found> found;
    for (std::size_t i = 0; i < header.size(); ++i) {
        const Heading heading = heading_of(header[i]);
        const auto named = [&](const std::string& name) {
            return std::find_if(names.begin(), names.end(),
                                [&](const ColumnName& column) { return column.header == name; });
        };
        auto known = named(heading.whole);
        std::optional<Unit> unit;
        if (known != names.end()) {
            unit = known->unit;
        } else if (known = named(heading.name); known != names.end()) {
            unit = unit_of(known->unit, heading.unit);
        }
        if (!unit) {
            continue;
        }
        const Found here{{i, known->field, *unit}, static_cast<std::size_t>(known - names.begin())};
        const auto same = std::find_if(found.begin(), found.end(), [&](const Found& other) {
            return other.use.field == known->field && known->field != Field::fraction;
        });
        if (same == found.end()) {
            found.push_back(here);
        } else if (here.rank < same->rank) {
            *same = here;
        }
    }
    std::vector<ColumnUse> columns;
    std::transform(found.begin(), found.end(), std::back_inserter(columns),
                   [](const Found& column) { return column.use; });
    return columns;
}

} // namespace plimsoll::ingest

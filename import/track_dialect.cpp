// The vendors' ways of writing tracks, and how they are told apart.
// SPDX-License-Identifier: Apache-2.0
#include "import/track_dialect.hpp"

#include "import/dialect.hpp"
#include "import/fccp.hpp"
#include "import/text_source.hpp"
#include "model/units.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace plimsoll::ingest {
namespace {

constexpr double kmh = units::metres_per_kilometre / units::seconds_per_hour;
constexpr double mph = units::metres_per_mile / units::seconds_per_hour;

// Catapult OpenField, 10 Hz. The lines above name the units, which are km/h and m where they do
// not.
constexpr std::array<std::string_view, 3> openfield_signature{"timestamp", "velocity", "odometer"};
constexpr std::array openfield_names{
    TrackName{"timestamp", TrackField::moment},      TrackName{"seconds", TrackField::seconds},
    TrackName{"velocity", TrackField::speed},        TrackName{"odometer", TrackField::distance},
    TrackName{"latitude", TrackField::latitude},     TrackName{"longitude", TrackField::longitude},
    TrackName{"heart rate", TrackField::heart_rate},
};
constexpr TrackDialect openfield{
    .format = "catapult_10hz",
    .name = "Catapult OpenField, 10 Hz",
    .signature = openfield_signature,
    .names = openfield_names,
    .sport = Sport::football,
    .has_preamble = true,
};

// Catapult's interface for programs: metres and metres a second.
constexpr std::array<std::string_view, 4> connect_signature{"ts", "cs", "o", "v"};
constexpr std::array connect_names{
    TrackName{"ts", TrackField::unix_s},     TrackName{"cs", TrackField::centiseconds},
    TrackName{"lat", TrackField::latitude},  TrackName{"long", TrackField::longitude},
    TrackName{"o", TrackField::distance},    TrackName{"v", TrackField::speed},
    TrackName{"hr", TrackField::heart_rate},
};
constexpr TrackDialect connect{
    .format = "catapult_api",
    .name = "Catapult sensor data, 10 Hz",
    .signature = connect_signature,
    .names = connect_names,
    .sport = Sport::football,
};

constexpr std::array<std::string_view, 2> sonra_signature{"player display name",
                                                          "instantaneous acceleration impulse"};
constexpr std::array sonra_names{
    TrackName{"player display name", TrackField::athlete},
    TrackName{"time", TrackField::moment},
    TrackName{"lat", TrackField::latitude},
    TrackName{"latitude", TrackField::latitude},
    TrackName{"lon", TrackField::longitude},
    TrackName{"longitude", TrackField::longitude},
    TrackName{"speed (m/s)", TrackField::speed},
    TrackName{"speed m/s", TrackField::speed},
    TrackName{"heart rate (bpm)", TrackField::heart_rate},
};
constexpr TrackDialect sonra{
    .format = "statsports_10hz",
    .name = "STATSports raw data, 10 Hz",
    .signature = sonra_signature,
    .names = sonra_names,
    .sport = Sport::football,
};

constexpr std::array<std::string_view, 3> gnss_signature{"timestamp", "longitude", "latitude"};
constexpr std::array gnss_names{
    TrackName{"timestamp", TrackField::excel_days},
    TrackName{"latitude", TrackField::latitude},
    TrackName{"longitude", TrackField::longitude},
};
constexpr TrackDialect gnss{
    .format = "gnss_10hz",
    .name = "positions of a vest",
    .signature = gnss_signature,
    .names = gnss_names,
    .sport = Sport::football,
};

constexpr std::array<std::string_view, 2> stryd_signature{"watch speed (m/s)",
                                                          "watch distance (meters)"};
constexpr std::array stryd_names{
    TrackName{"timestamp", TrackField::unix_s},
    TrackName{"watch speed (m/s)", TrackField::speed},
    TrackName{"watch distance (meters)", TrackField::distance},
};
constexpr TrackDialect stryd{
    .format = "stryd_csv",
    .name = "Stryd run",
    .signature = stryd_signature,
    .names = stryd_names,
    .sport = Sport::run,
};

// Their start stands in the file's name alone.
constexpr std::array<std::string_view, 4> powertap_signature{"minutes", "km/h", "watts", "km"};
constexpr std::array powertap_names{
    TrackName{"minutes", TrackField::minutes},
    TrackName{"km/h", TrackField::speed, kmh},
    TrackName{"km", TrackField::distance, units::metres_per_kilometre},
    TrackName{"hrate", TrackField::heart_rate},
};
constexpr TrackDialect powertap{
    .format = "powertap_csv",
    .name = "PowerTap ride",
    .signature = powertap_signature,
    .names = powertap_names,
    .sport = Sport::ride,
};
constexpr std::array<std::string_view, 4> powertap_miles_signature{"minutes", "mph", "watts",
                                                                   "miles"};
constexpr std::array powertap_miles_names{
    TrackName{"minutes", TrackField::minutes},
    TrackName{"mph", TrackField::speed, mph},
    TrackName{"miles", TrackField::distance, units::metres_per_mile},
    TrackName{"hrate", TrackField::heart_rate},
};
constexpr TrackDialect powertap_miles{
    .format = "powertap_csv",
    .name = "PowerTap ride, in miles",
    .signature = powertap_miles_signature,
    .names = powertap_miles_names,
    .sport = Sport::ride,
};
constexpr std::array<std::string_view, 4> goldencheetah_signature{"secs", "km", "kph", "watts"};
constexpr std::array goldencheetah_names{
    TrackName{"secs", TrackField::seconds},
    TrackName{"km", TrackField::distance, units::metres_per_kilometre},
    TrackName{"kph", TrackField::speed, kmh},
    TrackName{"hr", TrackField::heart_rate},
    TrackName{"lat", TrackField::latitude},
    TrackName{"lon", TrackField::longitude},
};
constexpr TrackDialect goldencheetah{
    .format = "goldencheetah_csv",
    .name = "GoldenCheetah activity",
    .signature = goldencheetah_signature,
    .names = goldencheetah_names,
};

constexpr std::size_t start_of_file = std::size_t{1} << 16U;
constexpr int lines_above = 20; // as for other tables

std::optional<TrackLayout> layout_of(const TrackDialect& dialect,
                                     std::span<const std::string_view> header) {
    std::vector<std::string> cells;
    std::transform(header.begin(), header.end(), std::back_inserter(cells), folded_header);
    const bool matches =
        std::all_of(dialect.signature.begin(), dialect.signature.end(), [&](std::string_view sign) {
            return std::find(cells.begin(), cells.end(), sign) != cells.end();
        });
    if (!matches) {
        return std::nullopt;
    }
    TrackLayout layout;
    layout.dialect = &dialect;
    layout.table.header.assign(header.begin(), header.end());
    for (const std::string& cell : cells) {
        const auto known = std::find_if(dialect.names.begin(), dialect.names.end(),
                                        [&](const TrackName& name) { return name.header == cell; });
        layout.is_read.push_back(known != dialect.names.end());
        layout.columns.push_back(known == dialect.names.end() ? TrackName{"", TrackField::moment}
                                                              : *known);
    }
    return layout;
}

} // namespace

std::span<const TrackDialect* const> track_dialects() noexcept {
    static constexpr std::array all{&openfield, &connect,  &sonra,          &gnss,
                                    &stryd,     &powertap, &powertap_miles, &goldencheetah};
    return all;
}

std::optional<TrackLayout> detect_track(ByteSource& bytes) {
    std::string sample(start_of_file, '\0');
    sample.resize(bytes.read(sample));
    bytes.rewind();
    std::vector<std::string_view> cells;
    for (const char delimiter : delimiters) {
        const auto start = from_memory(bytes.name(), sample);
        TextSource text(*start, delimiter);
        Record record;
        std::vector<std::vector<std::string>> above;
        for (int i = 0; i < lines_above && text.next(record); ++i) {
            split_cells(record, delimiter, cells);
            for (const TrackDialect* dialect : track_dialects()) {
                if (std::optional<TrackLayout> layout = layout_of(*dialect, cells)) {
                    layout->table.delimiter = delimiter;
                    layout->table.header_line = record.line;
                    layout->table.preamble = std::move(above);
                    return layout;
                }
            }
            above.emplace_back(cells.begin(), cells.end());
        }
    }
    return std::nullopt;
}

} // namespace plimsoll::ingest

// The vendors' ways of writing tracks.
// SPDX-License-Identifier: Apache-2.0
#include "import/track_dialect.hpp"

#include "import/text_encoding.hpp"
#include "model/units.hpp"

#include <array>

namespace plimsoll::ingest {
namespace {

constexpr double kmh = units::metres_per_kilometre / units::seconds_per_hour;
constexpr double mph = units::metres_per_mile / units::seconds_per_hour;

// Catapult OpenField, 10 Hz. The lines above name the units.
constexpr std::array<std::string_view, 3> openfield_signature{"timestamp", "velocity", "odometer"};
constexpr std::array openfield_names{
    TrackName{"timestamp", TrackField::moment},      TrackName{"seconds", TrackField::seconds},
    TrackName{"velocity", TrackField::speed},        TrackName{"odometer", TrackField::distance},
    TrackName{"latitude", TrackField::latitude},     TrackName{"longitude", TrackField::longitude},
    TrackName{"heart rate", TrackField::heart_rate}, TrackName{"heartrate", TrackField::heart_rate},
};
constexpr TrackDialect openfield{
    .format = "catapult_10hz",
    .name = "Catapult OpenField, 10 Hz",
    .signature = openfield_signature,
    .names = openfield_names,
    .sport = Sport::football,
    .above = LinesAbove::openfield,
    .speed_unsaid = true,
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
    TrackName{"session id", TrackField::session},
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

// Catapult's sensors at 100 Hz; the satellites' values stand in every tenth row, metres a second.
constexpr std::array<std::string_view, 3> sensor_signature{"smoothedvelocity", "odometer",
                                                           "smoothedplayerload"};
constexpr std::array sensor_names{
    TrackName{"smoothedvelocity", TrackField::speed}, TrackName{"odometer", TrackField::distance},
    TrackName{"latitude", TrackField::latitude},      TrackName{"longitude", TrackField::longitude},
    TrackName{"heartrate", TrackField::heart_rate},
};
constexpr TrackDialect sensor{
    .format = "catapult_100hz",
    .name = "Catapult sensor data, 100 Hz",
    .signature = sensor_signature,
    .names = sensor_names,
    .sport = Sport::football,
    .above = LinesAbove::sensor_100hz,
    .step_s = 0.01,
    .sparse = true,
};

// Catapult Sprint before OpenField: accelerations alone, so that only the time is known.
constexpr std::array<std::string_view, 4> logan_signature{"time", "forward", "sideways", "up"};
constexpr std::array logan_names{TrackName{"time", TrackField::moment}};
constexpr TrackDialect logan{
    .format = "catapult_logan",
    .name = "Catapult Logan",
    .signature = logan_signature,
    .names = logan_names,
    .sport = Sport::football,
    .above = LinesAbove::logan,
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

constexpr std::array<std::string_view, 3> polar_signature{"sample rate", "time", "hr (bpm)"};
constexpr std::array polar_names{
    TrackName{"time", TrackField::moment},
    TrackName{"hr", TrackField::heart_rate},
    TrackName{"speed", TrackField::speed, kmh},
    TrackName{"distances", TrackField::distance},
};
constexpr TrackDialect polar{
    .format = "polar_flow_csv",
    .name = "Polar Flow session",
    .signature = polar_signature,
    .names = polar_names,
    .above = LinesAbove::polar_flow,
};

constexpr std::array<std::string_view, 4> wahoo_signature{"time", "hr_heartrate", "gps_dist",
                                                          "paused"};
constexpr std::array wahoo_names{
    TrackName{"time", TrackField::seconds},
    TrackName{"paused", TrackField::paused},
    TrackName{"gps_lat", TrackField::latitude},
    TrackName{"gps_lon", TrackField::longitude},
    TrackName{"gps_dist", TrackField::distance},
    TrackName{"gps_speed", TrackField::speed},
    TrackName{"hr_heartrate", TrackField::heart_rate},
};
constexpr TrackDialect wahoo{
    .format = "wahoo_csv",
    .name = "Wahoo Fitness workout",
    .signature = wahoo_signature,
    .names = wahoo_names,
    .above = LinesAbove::wahoo,
    .by_satellite = true,
};

constexpr std::array<std::string_view, 2> motoactv_signature{"timestamp_epoch", "activity_id"};
constexpr std::array motoactv_names{
    TrackName{"timestamp_epoch", TrackField::unix_ms},
    TrackName{"distance", TrackField::distance},
    TrackName{"heartrate", TrackField::heart_rate},
    TrackName{"speed", TrackField::speed},
    TrackName{"latitude", TrackField::latitude},
    TrackName{"longitude", TrackField::longitude},
};
constexpr TrackDialect motoactv{
    .format = "motoactv_csv",
    .name = "MotoACTV activity",
    .signature = motoactv_signature,
    .names = motoactv_names,
};

// iBike: miles in "english" files, kilometres in "metric" ones, as the headings say.
constexpr std::array<std::string_view, 2> ibike_signature{"dfpm power", "hill slope (%)"};
constexpr std::array ibike_names{
    TrackName{"speed", TrackField::speed},          TrackName{"distance", TrackField::distance},
    TrackName{"heartrate", TrackField::heart_rate}, TrackName{"latitude", TrackField::latitude},
    TrackName{"longitude", TrackField::longitude},
};
constexpr TrackDialect ibike{
    .format = "ibike_csv",
    .name = "iBike ride",
    .signature = ibike_signature,
    .names = ibike_names,
    .sport = Sport::ride,
    .above = LinesAbove::ibike,
    .step_s = 1.0,
};

// The start of those that follow may stand in the file's name alone.
constexpr std::array<std::string_view, 4> ergomo_signature{"zeit", "strecke", "puls", "pause"};
constexpr std::array ergomo_names{
    TrackName{"zeit", TrackField::seconds},
    TrackName{"pause", TrackField::pause_s},
    TrackName{"strecke", TrackField::distance, units::metres_per_kilometre},
    TrackName{"speed", TrackField::speed, kmh},
    TrackName{"puls", TrackField::heart_rate},
};
constexpr TrackDialect ergomo{
    .format = "ergomo_csv",
    .name = "Ergomo ride",
    .signature = ergomo_signature,
    .names = ergomo_names,
    .sport = Sport::ride,
    .units_below = true,
};

constexpr std::array<std::string_view, 4> powertap_signature{"minutes", "km/h", "watts", "km"};
constexpr std::array powertap_names{
    TrackName{"minutes", TrackField::minutes},
    TrackName{"km/h", TrackField::speed, kmh},
    TrackName{"km", TrackField::distance, units::metres_per_kilometre},
    TrackName{"hrate", TrackField::heart_rate},
};
constexpr TrackDialect powertap{
    .format = "powertap_csv",
    .name = "PowerTap or Joule ride",
    .signature = powertap_signature,
    .names = powertap_names,
    .sport = Sport::ride,
    .above = LinesAbove::joule,
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
    .name = "PowerTap or Joule ride, in miles",
    .signature = powertap_miles_signature,
    .names = powertap_miles_names,
    .sport = Sport::ride,
    .above = LinesAbove::joule,
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

constexpr std::array<std::string_view, 4> opendata_signature{"secs", "km", "power", "alt"};
constexpr TrackDialect opendata{
    .format = "goldencheetah_csv",
    .name = "GoldenCheetah OpenData activity",
    .signature = opendata_signature,
    .names = goldencheetah_names,
};

struct UnitWord {
    std::string_view start;
    double factor; // to metres, metres a second
};

// The longer word of two that start alike comes first.
constexpr std::array unit_words{
    UnitWord{"kilometers per hour", kmh},
    UnitWord{"kilometres per hour", kmh},
    UnitWord{"km/h", kmh},
    UnitWord{"kph", kmh},
    UnitWord{"kilomet", units::metres_per_kilometre},
    UnitWord{"km", units::metres_per_kilometre},
    UnitWord{"miles per hour", mph},
    UnitWord{"mph", mph},
    UnitWord{"mile", units::metres_per_mile},
    UnitWord{"yard", units::metres_per_yard},
    UnitWord{"met", 1.0},
    UnitWord{"m/s", 1.0},
};

} // namespace

std::span<const TrackDialect* const> track_dialects() noexcept {
    static constexpr std::array all{&openfield, &connect,        &sonra,         &sensor,
                                    &logan,     &gnss,           &stryd,         &polar,
                                    &wahoo,     &motoactv,       &ibike,         &ergomo,
                                    &powertap,  &powertap_miles, &goldencheetah, &opendata};
    return all;
}

std::optional<double> track_unit(std::string_view word) {
    const std::string name = folded(word);
    for (const UnitWord& unit : unit_words) {
        if (name.starts_with(unit.start)) {
            return unit.factor;
        }
    }
    return std::nullopt;
}

} // namespace plimsoll::ingest

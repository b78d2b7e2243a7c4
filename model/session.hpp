// One training session, match or race: a row of the canonical log.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_MODEL_SESSION_HPP
#define PLIMSOLL_MODEL_SESSION_HPP

#include "model/date.hpp"
#include "model/sport.hpp"

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace plimsoll {

/// What the number in Session::load_au is.
enum class LoadKind : std::uint8_t { srpe, trimp, estimated, vendor };

std::string_view to_string(LoadKind kind) noexcept;
std::optional<LoadKind> parse_load_kind(std::string_view name) noexcept;

/// Which row of which input file a session came from.
struct SourceRow {
    std::uint32_t file = 0; ///< index into TrainingLog::files
    std::uint32_t line = 0; ///< first line of the row, from 1; 0: the file is one session

    friend bool operator==(const SourceRow&, const SourceRow&) = default;
};

/// Seconds in five heart-rate zones: 50 to 60, 60 to 70, 70 to 80, 80 to 90 and 90 to 100 % of the
/// maximum heart rate.
struct HeartRateZones {
    static constexpr std::size_t count = 5;
    std::array<float, count> seconds{};

    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 misreads a defaulted <=>
    friend auto operator<=>(const HeartRateZones&, const HeartRateZones&) = default;
};

/// Absent is std::nullopt; no field ever holds NaN or a stand-in for "missing".
/// All quantities are finite and not negative.
struct Session {
    std::string athlete;
    LocalTime start{Date::from_days(0), std::nullopt};
    Sport sport = Sport::unknown;
    LoadKind load_kind = LoadKind::srpe; ///< meaningful only with load_au
    SourceRow source;
    std::optional<double> duration_s; ///< moving or timer time
    std::optional<double> elapsed_s;
    std::optional<double> distance_m;
    std::optional<double> avg_hr_bpm;
    std::optional<double> max_hr_bpm;
    std::optional<double> max_speed_mps;
    std::optional<double> ascent_m;
    std::optional<double> rpe; ///< Borg CR-10, 0 to 10
    std::optional<double> load_au;
    std::optional<double> high_speed_m;
    std::optional<double> sprint_m;
    std::optional<double> sprints;
    std::optional<double> changes_of_direction;
    std::optional<HeartRateZones> hr_zones;
    std::string title;

    friend bool operator==(const Session&, const Session&) = default;
};

/// Timer time in minutes, which session-RPE load multiplies.
std::optional<double> minutes_of(const Session& session) noexcept;

/// Orders by athlete, start and then every other field, so that the order of a log's rows, or of
/// its files, never shows in a result.
bool earlier(const Session& a, const Session& b);

} // namespace plimsoll

#endif

// Times of FIT files.
// SPDX-License-Identifier: Apache-2.0
#include "import/fit_time.hpp"

#include "import/fit_message.hpp"
#include "import/name_date.hpp"

#include <cmath>
#include <cstdlib>

namespace plimsoll::ingest {
namespace {

bool is_absolute(const std::optional<std::uint32_t>& time) noexcept {
    return time && *time >= fit_absolute_time;
}

} // namespace

std::optional<FitAnchor> anchor_of_fit(const FitTimes& times, std::optional<std::uint32_t> first,
                                       const std::string& path) {
    const auto epoch_s = static_cast<double>(fit_epoch_s);
    if (!first || is_absolute(first)) {
        return FitAnchor{epoch_s, false, false};
    }
    if (times.activity && is_absolute(times.activity_local)) {
        return FitAnchor{epoch_s + *times.activity_local - *times.activity, true, false};
    }
    if (is_absolute(times.created)) {
        return FitAnchor{epoch_s + *times.created - *first, false, false};
    }
    if (const std::optional<LocalTime> moment = moment_in_name(path)) {
        constexpr double seconds_a_day = 86400.0;
        const double named_s =
            moment->day.days_since_1970() * seconds_a_day + moment->second.value_or(0);
        return FitAnchor{named_s - *first, true, true};
    }
    return std::nullopt;
}

std::optional<std::int32_t> utc_offset_of_fit(const FitTimes& times) {
    constexpr std::int64_t quarter_hour_s = 900; // every zone is a multiple of it
    constexpr std::int64_t slack_s = 120;        // the two clocks are written one by one
    constexpr std::int64_t most_s = 50'400;      // 14 hours
    if (!is_absolute(times.activity) || !is_absolute(times.activity_local)) {
        return std::nullopt;
    }
    const std::int64_t apart_s = std::int64_t{*times.activity_local} - *times.activity;
    const std::int64_t offset_s =
        quarter_hour_s * std::lround(static_cast<double>(apart_s) / quarter_hour_s);
    if (std::abs(apart_s - offset_s) > slack_s || std::abs(offset_s) > most_s) {
        return std::nullopt;
    }
    return static_cast<std::int32_t>(offset_s);
}

} // namespace plimsoll::ingest

// Heart-rate zones.
// SPDX-License-Identifier: Apache-2.0
#include "import/heart_zones.hpp"

#include "model/units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <numeric>

namespace plimsoll::ingest {
namespace {

constexpr int zone_count = static_cast<int>(HeartRateZones::count);
constexpr double zone_excess = 1.05;   // x the session's time; policy: moving against elapsed time
constexpr double zone_excess_s = 60.0; // seconds on top; policy: minutes are rounded

} // namespace

std::optional<Field> zone_of_header(std::string_view name) {
    static constexpr std::array<std::string_view, 5> prefixes{"hr zone ", "heart rate zone ",
                                                              "hr zone", "hr z", "hrzone"};
    const auto* const prefix =
        std::find_if(prefixes.begin(), prefixes.end(),
                     [&](std::string_view text) { return name.starts_with(text); });
    if (prefix == prefixes.end()) {
        return std::nullopt;
    }
    name.remove_prefix(prefix->size());
    if (name.ends_with("minutes")) {
        name.remove_suffix(std::string_view("minutes").size());
    }
    int zone = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), zone);
    if (error != std::errc() || end != name.data() + name.size() || zone < 1) {
        return std::nullopt;
    }
    return zone > zone_count ? Field::hr_zone_above
                             : static_cast<Field>(static_cast<int>(Field::hr_zone_1) + zone - 1);
}

void ZoneCells::put(Field field, double seconds) noexcept {
    if (field == Field::hr_zone_above) {
        above_s_ += seconds;
        return;
    }
    const auto zone = static_cast<std::size_t>(field) - static_cast<std::size_t>(Field::hr_zone_1);
    zones_.seconds[zone] = static_cast<float>(seconds);
    ++given_;
}

std::string ZoneCells::give_to(Session& session) const {
    if (given_ == 0) {
        return {};
    }
    if (above_s_ > 0.0) {
        return "more than five heart-rate zones hold time: not those of 50 to 100 % of the "
               "maximum; taken as missing";
    }
    if (given_ < zone_count) {
        return fmt::format("{} of five heart-rate zones; taken as missing", given_);
    }
    const double sum = std::accumulate(zones_.seconds.begin(), zones_.seconds.end(), 0.0);
    const double lasts =
        std::max(session.duration_s.value_or(0.0), session.elapsed_s.value_or(0.0));
    if (lasts > 0.0 && sum > zone_excess * lasts + zone_excess_s) {
        return fmt::format("the heart-rate zones hold {:.0f} min of a session of {:.0f} min; taken "
                           "as missing",
                           sum / units::seconds_per_minute, lasts / units::seconds_per_minute);
    }
    session.hr_zones = zones_;
    return {};
}

} // namespace plimsoll::ingest

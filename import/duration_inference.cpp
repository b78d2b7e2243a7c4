// Votes of cells for one way of writing durations.
// SPDX-License-Identifier: Apache-2.0
#include "import/duration_inference.hpp"

#include "import/clock.hpp"
#include "import/text_encoding.hpp"
#include "model/units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace plimsoll::ingest {
namespace {

// Policy: speeds that are nobody's mean over a session lie outside.
constexpr double slowest_usual_mps = 0.25;
constexpr double fastest_usual_mps = 15.0;
constexpr double many_minutes = 600.0;
constexpr double slow_in_minutes_mps = 0.08; // so slow that seconds are meant, however few
constexpr double few_hours = 5.0;
constexpr int first_hour = 6;
constexpr int last_hour = 22;

bool is_usual(double speed_mps) noexcept {
    return speed_mps >= slowest_usual_mps && speed_mps <= fastest_usual_mps;
}

} // namespace

void DurationInference::see(std::string_view cell, NumberStyle style,
                            std::optional<double> distance_m) {
    cell = trimmed(cell);
    const auto colons = std::count(cell.begin(), cell.end(), ':');
    if (colons == 0) {
        if (const auto value = parse_number(cell, style); value && *value > 0.0) {
            see_number(*value, distance_m);
        }
        return;
    }
    const std::optional<double> clock = parse_clock(cell);
    if (!clock || !(*clock > 0.0)) {
        return;
    }
    if (colons > 1) {
        ++triples_;
        return;
    }
    const auto whole = static_cast<int>(*clock);
    see_pair(whole / 60, whole % 60, distance_m);
}

void DurationInference::see_pair(int first, int second, std::optional<double> distance_m) {
    lowest_first_ = pairs_ == 0 ? first : std::min(lowest_first_, first);
    ++pairs_;
    highest_first_ = std::max(highest_first_, first);
    of_day_ += first >= first_hour && first <= last_hour ? 1U : 0U;
    if (distance_m && *distance_m > 0.0) {
        const double lasts_s = units::seconds_per_minute * first + second;
        ++(*distance_m <= fastest_usual_mps * lasts_s ? slow_ : fast_);
    }
}

void DurationInference::see_number(double value, std::optional<double> distance_m) {
    numbers_.push_back(value);
    broken_ = broken_ || value > std::floor(value);
    if (!distance_m || !(*distance_m > 0.0)) {
        return;
    }
    const double of_seconds_mps = *distance_m / value;
    const double of_minutes_mps = of_seconds_mps / units::seconds_per_minute;
    const double of_hours_mps = of_seconds_mps / units::seconds_per_hour;
    const bool too_slow = of_minutes_mps < slow_in_minutes_mps ||
                          (value > many_minutes && of_minutes_mps < slowest_usual_mps);
    if (too_slow && is_usual(of_seconds_mps)) {
        ++in_seconds_;
    } else if (of_minutes_mps > fastest_usual_mps && is_usual(of_hours_mps)) {
        ++in_hours_;
    } else {
        ++in_minutes_;
    }
}

Inferred<Unit> DurationInference::conclude_pairs() const {
    if (triples_ > 0) {
        return {Unit::minutes, true, "some have hours before them"};
    }
    if (slow_ + fast_ > 0) {
        return fast_ > slow_
                   ? Inferred<Unit>{Unit::hours_minutes, false, "in M:SS nobody is so fast"}
                   : Inferred<Unit>{Unit::minutes, true, "by the distances"};
    }
    if (may_be_clock_ && of_day_ == pairs_) {
        return {Unit::text, false, "all lie between 6:00 and 22:59"};
    }
    if (static_cast<double>(highest_first_) <= few_hours) {
        return {Unit::hours_minutes, false, "in M:SS none would last six minutes"};
    }
    const bool beyond_hours = highest_first_ > last_hour;
    return {Unit::minutes, beyond_hours, "assumed: no distance stands beside them"};
}

Inferred<Unit> DurationInference::conclude_numbers() const {
    if (numbers_.empty()) {
        return {Unit::minutes, true, ""};
    }
    const std::size_t most = std::max({in_seconds_, in_minutes_, in_hours_});
    if (most > 0) {
        if (in_minutes_ == most) {
            return {Unit::minutes, true, "by the distances"};
        }
        return in_seconds_ == most
                   ? Inferred<Unit>{Unit::seconds, false, "in minutes nobody is so slow"}
                   : Inferred<Unit>{Unit::hours, false, "in minutes nobody is so fast"};
    }
    std::vector<double> sorted = numbers_;
    std::sort(sorted.begin(), sorted.end());
    const double middle = sorted[sorted.size() / 2];
    if (middle > many_minutes) {
        return {Unit::seconds, false, fmt::format("the middle one is {:g}", middle)};
    }
    if (broken_ && sorted.back() <= few_hours) {
        return {Unit::hours, false, fmt::format("the highest is {:g}", sorted.back())};
    }
    return {Unit::minutes, true, ""};
}

bool DurationInference::may_be_pace() const noexcept {
    constexpr int fastest_min = 2; // a kilometre or a mile, policy
    constexpr int slowest_min = 19;
    return fast_ > slow_ && lowest_first_ >= fastest_min && highest_first_ <= slowest_min &&
           triples_ == 0;
}

Inferred<Unit> DurationInference::conclude() const {
    return pairs_ > 0 && pairs_ >= numbers_.size() ? conclude_pairs() : conclude_numbers();
}

} // namespace plimsoll::ingest

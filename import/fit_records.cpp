// Records to points: field numbers and scales (formats.md 7.7).
// SPDX-License-Identifier: Apache-2.0
#include "import/fit_records.hpp"

#include <algorithm>
#include <cmath>
#include <span>

namespace plimsoll::ingest {
namespace {

constexpr double fastest_heart_bpm = 250.0; // policy

std::optional<std::int32_t> semicircles(const FitMessage& record, std::uint8_t field) {
    constexpr double half_turn = 2147483648.0;
    const std::optional<double> value = record.number_in(field);
    if (!value || std::fabs(*value) >= half_turn) {
        return std::nullopt;
    }
    return static_cast<std::int32_t>(*value);
}

} // namespace

void FitRecords::add(const FitMessage& record) {
    if (!record.time()) {
        return; // nobody knows when
    }
    if (points_.size() >= most_) {
        ++dropped_;
        return;
    }
    TrackPoint point;
    point.time_s = *record.time();
    point.distance_m = record.value(5, 100.0);
    std::optional<double> speed = record.value(73, 1000.0);
    if (!speed) {
        speed = record.value(6, 1000.0);
    }
    if (speed && *speed >= 0.0) {
        point.speed_mps = static_cast<float>(*speed);
    }
    const auto latitude = semicircles(record, 0);
    const auto longitude = semicircles(record, 1);
    if (latitude && longitude) {
        point.position = position_of_semicircles(*latitude, *longitude);
    }
    if (const auto rate = record.value(3); rate && *rate >= 1.0 && *rate <= fastest_heart_bpm) {
        point.heart_rate_bpm = static_cast<std::uint8_t>(*rate);
    }
    if (!point.distance_m) {
        add_compressed(record, point);
    }
    point.after_pause = std::exchange(paused_, false);
    points_.push_back(point);
}

// Field 8, three bytes: 12 bits speed in cm/s, 12 bits distance in 1/16 m that starts anew at 256
// m.
void FitRecords::add_compressed(const FitMessage& record, TrackPoint& point) {
    const std::span<const std::uint8_t> bytes = record.raw(8);
    if (bytes.size() != 3 ||
        std::all_of(bytes.begin(), bytes.end(), [](std::uint8_t byte) { return byte == 0xFF; })) {
        return;
    }
    constexpr std::uint32_t mask = 0xFFF;
    constexpr double steps_per_metre = 16.0;
    constexpr float centimetres = 100.0F;
    const std::uint32_t all =
        bytes[0] | (std::uint32_t{bytes[1]} << 8U) | (std::uint32_t{bytes[2]} << 16U);
    const std::uint32_t distance = all >> 12U;
    compressed_m_ += ((distance - compressed_before_.value_or(distance)) & mask) / steps_per_metre;
    compressed_before_ = distance;
    point.distance_m = compressed_m_;
    if (!point.speed_mps && (all & mask) != mask) {
        point.speed_mps = static_cast<float>(all & mask) / centimetres;
    }
}

} // namespace plimsoll::ingest

// Writes the 10 Hz tracks of a squad's session for the benchmarks: the same bytes every time.
//
// usage: make_tracks FOLDER PLAYERS     90 minutes each, FOLDER/P01.csv and so on
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

constexpr int rows = 90 * 600;

// As in make_squad_log.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    double between(double low, double high) {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return low + (high - low) * static_cast<double>((state_ >> 33U) % 10'000) / 9999.0;
    }

private:
    std::uint64_t state_;
};

// Half a minute at a time at the pace of standing to sprinting, reached little by little.
std::string track(int player) {
    Random random(static_cast<std::uint64_t>(player));
    std::string out =
        "Timestamp,Seconds,Velocity,Acceleration,Odometer,Latitude,Longitude,HeartRate\n";
    double speed = 0.0;
    double aim = 1.4;
    double odometer = 0.0;
    double heart = 95.0;
    double latitude = 45.0;
    for (int i = 0; i < rows; ++i) {
        if (i % 50 == 0) {
            const double luck = random.between(0.0, 1.0);
            aim = luck < 0.5   ? random.between(0.0, 2.0)
                  : luck < 0.9 ? random.between(2.0, 5.0)
                               : random.between(5.0, 9.5);
        }
        const double before = speed;
        speed = std::max(0.0, speed + std::clamp(0.2 * (aim - speed), -0.5, 0.4) +
                                  random.between(-0.03, 0.03));
        odometer += speed * 0.1;
        latitude += (i / 300 % 2 == 0 ? 1.0 : -1.0) * speed * 0.1 / 111'132.0;
        heart += 0.004 * (105.0 + 9.5 * speed - heart);
        fmt::format_to(std::back_inserter(out),
                       "02/03/2024 {:02}:{:02}:{:02}.{},{:.1f},{:.2f},{:.2f},{:.2f},{:.7f},"
                       "{:.7f},{:.0f}\n",
                       15 + i / 36'000, i / 600 % 60, i / 10 % 60, i % 10, i / 10.0, speed,
                       (speed - before) * 10.0, odometer, latitude, -2.2913, heart);
    }
    return out;
}

} // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        fmt::print(stderr, "usage: make_tracks FOLDER PLAYERS\n");
        return 2;
    }
    for (int i = 1; i <= std::atoi(arguments[2]); ++i) { // NOLINT(cert-err34-c): 0 writes none
        const std::string path = fmt::format("{}/P{:02}.csv", arguments[1], i);
        std::FILE* const file = std::fopen(path.c_str(), "wb");
        const std::string text = track(i);
        if (file == nullptr || std::fwrite(text.data(), 1, text.size(), file) != text.size() ||
            std::fclose(file) != 0) {
            fmt::print(stderr, "make_tracks: {} cannot be written\n", path);
            return 1;
        }
    }
    return 0;
}

// Writes a session log of many athletes for the benchmarks: the same bytes every time.
//
// usage: make_squad_log ATHLETES > log.csv     three years, by day, about 750 rows an athlete
// SPDX-License-Identifier: Apache-2.0
#include "model/date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

using plimsoll::Date;

constexpr int days = 3 * 365;
constexpr int sessions_a_week = 5;

// Numerical Recipes' linear congruential generator, the upper bits of it: the standard's
// distributions differ from library to library.
class Random {
public:
    std::uint32_t below(std::uint32_t limit) {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::uint32_t>((state_ >> 33U) % limit);
    }

    // Between two numbers, the middle more often than the ends.
    double between(double low, double high) {
        return low + (high - low) * (below(1000) + below(1000)) / 1998.0;
    }

private:
    std::uint64_t state_ = 1;
};

struct Athlete {
    std::string id;
    double fitness;
    int off_from; // the first day of a lay-off
    int off_days;
};

void add_row(std::string& out, const Athlete& athlete, Date day, Random& random) {
    const std::uint32_t kind = random.below(100);
    out += fmt::format("{},{},", athlete.id, to_string(day));
    const auto add = [&](std::string_view sport, double minutes, double km) {
        out += fmt::format("{},{:.1f},", sport, minutes);
        if (km > 0.0) {
            out += fmt::format("{:.2f}", km);
        }
        out += ',';
    };
    double speed = 0.0;
    if (kind < 60) {
        const double minutes = random.between(20, 100);
        add("run", minutes, minutes * 0.18 * athlete.fitness);
        speed = random.between(3.2, 6.5);
    } else if (kind < 85) {
        add("football", random.between(45, 120), 7.2 * athlete.fitness);
        speed = random.between(6.5, 9.8);
    } else if (kind < 93) {
        add("gym", random.between(25, 75), 0.0);
    } else {
        add("bike", random.between(40, 180), random.between(15, 80));
    }
    if (random.below(100) > 0) { // one athlete in a hundred forgets to say how hard it was
        out += fmt::format("{}", 1 + random.below(10));
    }
    out += ',';
    if (random.below(20) > 0) {
        out += fmt::format("{}", 110 + random.below(80));
    }
    out += speed > 0.0 ? fmt::format(",{:.2f},{}\n", speed, random.below(400)) : ",,\n";
}

} // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        fmt::print(stderr, "usage: make_squad_log ATHLETES > log.csv\n");
        return 2;
    }
    Random random;
    std::vector<Athlete> athletes;
    for (int i = 1; i <= std::atoi(arguments[1]); ++i) { // NOLINT(cert-err34-c): 0 writes none
        const bool off = random.below(7) == 0;
        athletes.push_back({fmt::format("A{:05}", i), random.between(0.7, 1.3),
                            off ? static_cast<int>(60 + random.below(days - 250)) : days,
                            static_cast<int>(30 + random.below(90))});
    }
    fmt::print("athlete_id,date,sport,duration_min,distance_km,rpe,avg_hr,max_speed_mps,"
               "sprint_distance_m\n");
    const Date first = Date::from_days(18'993); // 2022-01-01
    std::string out;
    for (int day = 0; day < days; ++day) {
        for (const Athlete& athlete : athletes) {
            const bool off = day >= athlete.off_from && day < athlete.off_from + athlete.off_days;
            if (!off && random.below(7) < sessions_a_week) {
                add_row(out, athlete, first + day, random);
            }
        }
        std::fwrite(out.data(), 1, out.size(), stdout);
        out.clear();
    }
    return 0;
}

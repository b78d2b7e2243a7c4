// The encoder of workout files.
// SPDX-License-Identifier: Apache-2.0
#include "reports/workout_fit.hpp"

#include "import/fit_crc.hpp"
#include "import/fit_message.hpp"
#include "model/words.hpp"
#include "reports/format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>

namespace plimsoll::reports {
namespace {

using planner::PlannedSession;
using planner::SessionKind;

// Base types of the format.
constexpr std::uint8_t fit_enum = 0x00;
constexpr std::uint8_t fit_string = 0x07;
constexpr std::uint8_t fit_uint16 = 0x84;
constexpr std::uint8_t fit_uint32 = 0x86;

constexpr std::uint16_t message_workout = 26;
constexpr std::uint16_t message_step = 27;
constexpr std::uint8_t file_type_workout = 5;
constexpr std::uint16_t maker_development = 255;
constexpr std::uint8_t sport_running = 1;
constexpr std::uint8_t target_open = 2;
constexpr std::size_t name_bytes = 32; // with the NUL behind it
constexpr std::size_t step_name_bytes = 16;

enum class Duration : std::uint8_t { time = 0, distance = 1, repeat = 6 };
enum class Intensity : std::uint8_t { active = 0, rest = 1 };

struct Field {
    std::uint8_t number;
    std::uint8_t base;
    std::uint8_t size;
};

void put(std::string& out, std::uint64_t value, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) {
        out += static_cast<char>((value >> (8 * i)) & 0xFFU);
    }
}

// NUL-padded, the last byte a NUL.
void put_text(std::string& out, const std::string& text, std::size_t size) {
    std::size_t end = std::min(text.size(), size - 1);
    while (end < text.size() && end > 0 &&
           (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end; // a character of UTF-8 is not cut in two
    }
    const std::string cut = text.substr(0, end);
    out += cut;
    out.append(size - cut.size(), '\0');
}

void define(std::string& out, std::uint8_t local, std::uint16_t message,
            std::initializer_list<Field> fields) {
    put(out, 0x40U | local, 1);
    put(out, 0, 2); // reserved, little-endian
    put(out, message, 2);
    put(out, fields.size(), 1);
    for (const Field& field : fields) {
        put(out, field.number, 1);
        put(out, field.size, 1);
        put(out, field.base, 1);
    }
}

struct WorkoutStep {
    std::string name;
    Duration duration;
    std::uint32_t amount; ///< ms, cm, or the step to go back to
    std::uint32_t repeats = 0;
    Intensity intensity = Intensity::active;
};

std::vector<WorkoutStep> steps_of(const PlannedSession& session) {
    std::vector<WorkoutStep> steps;
    const auto milliseconds = [](int seconds) {
        return static_cast<std::uint32_t>(seconds) * 1000U;
    };
    for (const planner::Step& step : session.steps) {
        if (step.walk_s == 0) {
            steps.push_back({say("Run"), Duration::time, milliseconds(step.repeat * step.run_s)});
            continue;
        }
        const auto first = static_cast<std::uint32_t>(steps.size());
        steps.push_back(
            {say("Walk"), Duration::time, milliseconds(step.walk_s), 0, Intensity::rest});
        steps.push_back({say("Run"), Duration::time, milliseconds(step.run_s)});
        if (step.repeat > 1) {
            steps.push_back(
                {say("Repeat"), Duration::repeat, first, static_cast<std::uint32_t>(step.repeat)});
        }
    }
    if (steps.empty()) {
        const double centimetres = std::round(session.distance_m * 100.0);
        steps.push_back({say("Run"), Duration::distance, static_cast<std::uint32_t>(centimetres)});
    }
    return steps;
}

std::string fit_file(const std::string& name, const std::vector<WorkoutStep>& steps, Date as_of) {
    const auto made = static_cast<std::uint32_t>(
        static_cast<std::int64_t>(as_of.days_since_1970()) * 86'400 - ingest::fit_epoch_s);
    std::string records;
    define(records, 0, ingest::fit_file_id,
           {{0, fit_enum, 1}, {1, fit_uint16, 2}, {2, fit_uint16, 2}, {4, fit_uint32, 4}});
    put(records, 0, 1);
    put(records, file_type_workout, 1);
    put(records, maker_development, 2);
    put(records, 0, 2);
    put(records, made, 4);
    define(records, 1, message_workout,
           {{4, fit_enum, 1}, {6, fit_uint16, 2}, {8, fit_string, name_bytes}});
    put(records, 1, 1);
    put(records, sport_running, 1);
    put(records, steps.size(), 2);
    put_text(records, name, name_bytes);
    define(records, 2, message_step,
           {{254, fit_uint16, 2},
            {0, fit_string, step_name_bytes},
            {1, fit_enum, 1},
            {2, fit_uint32, 4},
            {3, fit_enum, 1},
            {4, fit_uint32, 4},
            {7, fit_enum, 1}});
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const WorkoutStep& step = steps[i];
        put(records, 2, 1);
        put(records, i, 2);
        put_text(records, step.name, step_name_bytes);
        put(records, static_cast<std::uint8_t>(step.duration), 1);
        put(records, step.amount, 4);
        put(records, target_open, 1);
        put(records, step.repeats, 4);
        put(records, static_cast<std::uint8_t>(step.intensity), 1);
    }
    const auto crc = [](const std::string& bytes) {
        return ingest::fit_crc({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
    };
    std::string file;
    put(file, 14, 1);   // bytes of the header
    put(file, 0x10, 1); // version 1.0 of the protocol
    put(file, 2100, 2); // version 21.00 of the profile
    put(file, records.size(), 4);
    file += ".FIT";
    put(file, crc(file), 2);
    file += records;
    put(file, crc(file), 2);
    return file;
}

} // namespace

std::vector<WorkoutFile> workout_files(const planner::PlanResult& plan, Date as_of) {
    std::vector<WorkoutFile> files;
    for (const planner::PlannedDay& day : plan.schedule.days) {
        const PlannedSession& session = day.session;
        const bool walk_run = session.kind == SessionKind::walk_run;
        if ((!walk_run && session.kind != SessionKind::run) || session.is_goal ||
            session.distance_m <= 0.0) {
            continue;
        }
        const std::string name = fmt::format(
            "{} {} {}", short_day(day.date), walk_run ? say("walk-run") : say("run"),
            walk_run ? say("{} min", whole(session.duration_min)) : km(session.distance_m));
        files.push_back({fmt::format("{}-run.fit", to_string(day.date)),
                         fit_file(name, steps_of(session), as_of)});
    }
    return files;
}

} // namespace plimsoll::reports

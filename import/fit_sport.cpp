// Code tables of FIT.
// SPDX-License-Identifier: Apache-2.0
#include "import/fit_sport.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace plimsoll::ingest {
namespace {

constexpr std::uint32_t any_sub_sport = 0xFFFFFFFF;

// The first row whose sport and sub-sport fit counts.
struct SportRow {
    std::uint32_t sport;
    std::uint32_t sub_sport;
    Sport meaning;
};

constexpr std::uint32_t running = 1;
constexpr std::uint32_t equipment = 4;
constexpr std::uint32_t training = 10;

constexpr std::array sport_rows{
    SportRow{running, 1, Sport::treadmill_run},  // treadmill
    SportRow{running, 45, Sport::treadmill_run}, // indoor running
    SportRow{running, 58, Sport::treadmill_run}, // virtual
    SportRow{running, 3, Sport::trail_run},
    SportRow{running, 4, Sport::track_run},
    SportRow{running, any_sub_sport, Sport::run},
    SportRow{2, any_sub_sport, Sport::ride},
    SportRow{fit_transition, any_sub_sport, Sport::multisport},
    SportRow{equipment, 1, Sport::treadmill_run},
    SportRow{equipment, 45, Sport::treadmill_run},
    SportRow{equipment, 5, Sport::ride}, // spinning
    SportRow{equipment, 6, Sport::ride}, // indoor cycling
    SportRow{equipment, 14, Sport::row},
    SportRow{equipment, 15, Sport::elliptical},
    SportRow{equipment, 20, Sport::strength},
    SportRow{equipment, 43, Sport::mobility}, // yoga
    SportRow{equipment, any_sub_sport, Sport::cardio},
    SportRow{5, any_sub_sport, Sport::swim},
    SportRow{6, any_sub_sport, Sport::basketball},
    SportRow{7, any_sub_sport, Sport::soccer},
    SportRow{8, any_sub_sport, Sport::racket},   // tennis
    SportRow{9, any_sub_sport, Sport::football}, // American football: a code we have no name for
    SportRow{training, 20, Sport::strength},
    SportRow{training, 43, Sport::mobility}, // yoga
    SportRow{training, any_sub_sport, Sport::cardio},
    SportRow{11, any_sub_sport, Sport::walk},
    SportRow{12, any_sub_sport, Sport::ski},
    SportRow{13, any_sub_sport, Sport::ski},
    SportRow{14, any_sub_sport, Sport::ski}, // snowboarding
    SportRow{15, any_sub_sport, Sport::row},
    SportRow{16, any_sub_sport, Sport::hike}, // mountaineering
    SportRow{17, any_sub_sport, Sport::hike},
    SportRow{18, any_sub_sport, Sport::multisport},
    SportRow{21, any_sub_sport, Sport::ride},   // with a motor's help
    SportRow{35, any_sub_sport, Sport::hike},   // snowshoeing
    SportRow{62, any_sub_sport, Sport::cardio}, // HIIT
    SportRow{64, any_sub_sport, Sport::racket},
    SportRow{72, any_sub_sport, Sport::rugby},
    SportRow{73, any_sub_sport, Sport::hockey},
    SportRow{0, 20, Sport::strength}, // generic: the sub-sport may say more
    SportRow{0, 26, Sport::cardio},
    SportRow{0, 43, Sport::mobility},
    SportRow{0, 70, Sport::cardio},
    SportRow{0, 85, Sport::racket}, // padel
    SportRow{0, any_sub_sport, Sport::other},
    SportRow{19, any_sub_sport, Sport::other},  // paddling
    SportRow{33, any_sub_sport, Sport::other},  // ice skating
    SportRow{37, any_sub_sport, Sport::other},  // stand-up paddling
    SportRow{41, any_sub_sport, Sport::other},  // kayaking
    SportRow{53, any_sub_sport, Sport::other},  // diving
    SportRow{71, any_sub_sport, Sport::other},  // cricket
    SportRow{74, any_sub_sport, Sport::other},  // lacrosse
    SportRow{75, any_sub_sport, Sport::other},  // volleyball
    SportRow{254, any_sub_sport, Sport::other}, // all
};

struct NumberName {
    std::uint32_t number;
    std::string_view name;
};

constexpr std::array manufacturers{
    NumberName{1, "Garmin"},   NumberName{23, "Suunto"},  NumberName{32, "Wahoo"},
    NumberName{38, "o_synce"}, NumberName{70, "Sigma"},   NumberName{71, "TomTom"},
    NumberName{95, "Stryd"},   NumberName{123, "Polar"},  NumberName{258, "Lezyne"},
    NumberName{260, "Zwift"},  NumberName{265, "Strava"}, NumberName{289, "Hammerhead"},
    NumberName{294, "COROS"},
};

constexpr std::array file_kinds{
    NumberName{2, "settings"},         NumberName{5, "a workout"},
    NumberName{6, "a course"},         NumberName{9, "body weight"},
    NumberName{15, "monitoring data"}, NumberName{28, "monitoring data"},
    NumberName{32, "monitoring data"}, NumberName{34, "a segment"},
    NumberName{4, "an activity"},
};

std::string_view name_of_number(std::span<const NumberName> table, std::uint32_t number) noexcept {
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const NumberName& row) { return row.number == number; });
    return found == table.end() ? std::string_view() : found->name;
}

} // namespace

std::optional<Sport> sport_of_fit(std::uint32_t sport, std::optional<std::uint32_t> sub_sport) {
    const auto* const found =
        std::find_if(sport_rows.begin(), sport_rows.end(), [&](const SportRow& row) {
            return row.sport == sport && (row.sub_sport == any_sub_sport ||
                                          row.sub_sport == sub_sport.value_or(any_sub_sport));
        });
    return found == sport_rows.end() ? std::nullopt : std::optional(found->meaning);
}

std::string_view manufacturer_of_fit(std::uint32_t number) noexcept {
    return name_of_number(manufacturers, number);
}

std::string_view file_kind_of_fit(std::uint32_t type) noexcept {
    return name_of_number(file_kinds, type);
}

} // namespace plimsoll::ingest

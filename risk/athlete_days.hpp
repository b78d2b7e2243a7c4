// The days on which an injury could have begun, and what each load metric said at their start.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_RISK_ATHLETE_DAYS_HPP
#define PLIMSOLL_RISK_ATHLETE_DAYS_HPP

#include "model/injury_report.hpp"
#include "model/training_log.hpp"
#include "risk/discrimination.hpp"
#include "risk/measure.hpp"
#include "risk/spike.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::risk {

/// The metrics that a log of loads gives for every day.
enum class LoadMetric : std::uint8_t {
    coupled,
    uncoupled,
    ewma,
    acute,
    chronic,
    monotony,
    week_change,
    spike
};

inline constexpr std::size_t load_metric_count = 8;

std::string_view to_string(LoadMetric metric) noexcept;     ///< coupled, ..., session_spike
std::string_view name_of(LoadMetric metric) noexcept;       ///< for people: "coupled ratio"
std::string_view definition_of(LoadMetric metric) noexcept; ///< what is computed, from when on

/// A report more than this many days after the athlete's last one is an onset; else it is of the
/// same complaint.
inline constexpr int same_complaint_days = 28; // policy; the data sheet of SoccerMon counts so
/// A day counts only with a session on it or on one of this many days before it.
inline constexpr int training_within_days = 7; // policy: longer is time off, or not logged

/// One day of one athlete.
struct AthleteDay {
    std::size_t athlete = 0; ///< index into AthleteDays::athletes
    Date day = Date::from_days(0);
    bool onset = false;
    /// At the start of the day: from sessions up to the day before. Absent where not defined.
    std::array<std::optional<double>, load_metric_count> values{};
    std::optional<SpikeLevel> spike_level{}; ///< of the largest spike of the 7 days before

    const std::optional<double>& value(LoadMetric metric) const noexcept {
        return values[static_cast<std::size_t>(metric)];
    }
};

/// Where each row of the injuries file ended; the rows are the sum of all.
struct ReportCounts {
    std::size_t rows = 0;
    std::size_t unknown_athlete = 0;  ///< not in the log
    std::size_t after_last_day = 0;   ///< later than the day looked from
    std::size_t same_day = 0;         ///< a day that the athlete has reported already
    std::size_t same_complaint = 0;   ///< at most 28 days after the athlete's last report
    std::size_t before_log = 0;       ///< an onset on or before the athlete's first session
    std::size_t without_training = 0; ///< an onset with no session on the day or in the 7 before
    std::size_t onsets_on_days = 0;   ///< an onset on a day that counts

    /// Every onset, whether or not its day counts.
    std::size_t onsets() const noexcept { return before_log + without_training + onsets_on_days; }
};

struct AthleteDays {
    std::vector<std::string> athletes; ///< those with at least one day that counts
    std::vector<AthleteDay> days;      ///< athlete by athlete, oldest first
    ReportCounts reports;
};

/// What is asked of athlete_days().
struct AthleteDaysRequest {
    Date last_day = Date::from_days(0); ///< sessions and reports after it are left out
    Measure measure = Measure::srpe;
    SportFilter filter = SportFilter::all;
    bool runners = false; ///< the session spike is looked at
};

/// The days that count and their onsets.
///
/// A day counts from the day after an athlete's first session on, if there is a session on it or on
/// one of the 7 days before it, and no report in the 28 days before it: in those no onset can fall.
/// The first test looks backwards only, so that an athlete who stops training because of an injury
/// does not lose the day on which it began.
///
/// Metrics are those of the end of the day before. The load of the onset day is left out: it is not
/// known which part of it came before the injury, and an injury cuts it short. What that hides is
/// an injury in the very session that was a spike.
///
/// @param athletes  in order of the id, each not empty, sessions in order of earlier().
/// @param reports   in any order; of athletes by id.
/// @evidence  policy, except the metrics (acwr.hpp, monotony.hpp, spike.hpp)
AthleteDays athlete_days(std::span<const AthleteSessions> athletes,
                         std::span<const InjuryReport> reports, const AthleteDaysRequest& request);

/// The days on which @p metric is defined, each with its value.
std::vector<ScoredDay> scored_by(std::span<const AthleteDay> days, LoadMetric metric);

} // namespace plimsoll::risk

#endif

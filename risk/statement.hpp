// The risk statement of one athlete on one day: everything that reports print about load and risk.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_RISK_STATEMENT_HPP
#define PLIMSOLL_RISK_STATEMENT_HPP

#include "model/athlete.hpp"
#include "model/event.hpp"
#include "model/length_unit.hpp"
#include "model/session.hpp"
#include "risk/acwr.hpp"
#include "risk/baseline.hpp"
#include "risk/convention.hpp"
#include "risk/daily_load.hpp"
#include "risk/detached.hpp"
#include "risk/factor.hpp"
#include "risk/layoff.hpp"
#include "risk/measure.hpp"
#include "risk/spike.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace plimsoll::risk {

/// How much of a statement is wanted; what is left out stays empty.
enum class Detail : std::uint8_t {
    row,  ///< what a line of a squad's table shows: the measure's load, the ratios, the cap, the
          ///< total and the flags
    page, ///< and the other conventions, the detached factors and absolute risk
    every_day ///< and the ratios of every day
};

/// What is asked of a statement.
struct StatementRequest {
    Date as_of = Date::from_days(0);
    std::optional<Measure> measure;    ///< absent: default_measure()
    std::optional<SportFilter> filter; ///< absent: default_filter()
    const Athlete* athlete = nullptr;  ///< null: only the log is known
    bool injuries_told = true;         ///< false: of @c athlete, a roster's row, which tells none
    bool roster_refused = false;       ///< the athlete's row of a roster could not be used
    std::span<const Event> events;     ///< of this athlete
    bool events_known = false;         ///< false: no events file was given
    std::size_t events_refused = 0;    ///< rows of that file that could not be used
    Detail detail = Detail::every_day;
    std::span<const std::string> without;        ///< ids of the factors that are switched off
    LengthUnit told_in = LengthUnit::kilometres; ///< lengths of runs in the texts
};

/// Something that a reader should look at, and where the rule comes from.
struct Flag {
    std::string id;
    std::string text;
    std::string source;
};

/// The ratios of one day.
struct DayRatios {
    Ratio coupled;
    Ratio uncoupled;
    EwmaRatio ewma;
};

struct Statement {
    std::string athlete; ///< the id in the log
    std::string name;    ///< of the athlete's file or the roster; may be empty
    Date as_of = Date::from_days(0);
    Measure measure = Measure::distance;
    SportFilter filter = SportFilter::run;
    bool runner = true;
    bool team = false; ///< a team-sport athlete; neither: another sport, or nothing to tell
    std::optional<DailyLoad> load; ///< to as_of; absent: no session until then, nothing below holds
    DayRatios last_day;            ///< of as_of
    std::vector<DayRatios> days;   ///< one a day of load->series
    std::size_t sessions_after_as_of = 0; ///< left out

    double acute = 0.0;      ///< mean daily load of the last 7 days, unit of the measure
    double chronic = 0.0;    ///< mean daily load of the last 28 days
    double difference = 0.0; ///< acute - chronic
    std::vector<ConventionRatio> conventions; ///< every one, on the day
    std::optional<FitnessFatigue> fitness;
    std::optional<double> spread_low; ///< of the conventions that exist, inflated ones left out
    std::optional<double> spread_high;
    std::optional<double> monotony_sample;
    std::optional<double> monotony_population;
    std::optional<double> strain;                  ///< with the sample SD
    std::optional<double> week_change;             ///< last 7 days over the 7 before, minus 1
    std::optional<RunOnDay> longest_run;           ///< of the 30 days up to as_of
    std::optional<double> next_session_cap_m;      ///< 1.10 x longest_run
    std::optional<Spike> spike;                    ///< the largest of the last 7 days
    std::optional<RunOnDay> longest_without_spike; ///< of the 30 days, spikes left out
    std::optional<Break> time_off;                 ///< recent_break() of the counted load
    std::optional<LadderWeek> ladder;              ///< ladder_week_ahead() of it
    double estimated_share = 0.0;                  ///< of the load of the last 28 days
    std::vector<Injury> injuries;                  ///< of the athlete's file and the events
    std::optional<PainReport> pain;                ///< recent_pain()
    /// Why no next run is suggested: an injury without a return, or pain above pain_to_hold. With
    /// it there is no next_session_cap_m.
    std::optional<std::string> hold;

    std::vector<Factor> factors;
    std::optional<double> transport;    ///< of the athlete's policy; absent: each factor's own
    Total total;                        ///< with transport
    Total total_full;                   ///< with transport 1
    Total total_half;                   ///< with transport 0.5
    std::vector<AbsoluteRisk> absolute; ///< the lead first; none for sports without a baseline
    SprintExposure exposure;
    std::vector<DetachedFactor> detached; ///< age, time off, sprint exposure
    std::vector<Flag> flags;

    /// Whether a total is more than a stand-in: at least one factor applies.
    bool has_total() const;
};

/// @param sessions  of one athlete, in order of earlier(), not empty.
/// @throws PreconditionError  no session.
Statement make_statement(std::span<const Session> sessions, const StatementRequest& request);

/// Share of estimated load above which a ratio is provisional.
inline constexpr double provisional_estimate = 0.20; // policy

} // namespace plimsoll::risk

#endif

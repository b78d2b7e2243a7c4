// A pathway: phases, what each day of them holds, and the gates out of them. All of it is data.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_PATHWAY_HPP
#define PLIMSOLL_PLANNER_PATHWAY_HPP

#include "planner/quantity.hpp"
#include "planner/session_kind.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::planner {

enum class Evidence : std::uint8_t { trial, cohort, expert, convention, policy };

std::string_view to_string(Evidence evidence) noexcept;
std::optional<Evidence> parse_evidence(std::string_view name) noexcept;
std::span<const std::string_view> evidence_names() noexcept;

/// The source that stands for a choice of ours, and the only one that no file declares.
inline constexpr std::string_view policy_source = "policy";

/// Where an item comes from.
struct Grounds {
    std::string source; ///< id of a Citation of the pathway, or policy_source
    Evidence evidence = Evidence::policy;
    bool verified = true; ///< false: no copy of the source could be checked; printed "unverified"
};

struct Citation {
    std::string id;
    std::string name;  ///< short, as it stands behind an item
    std::string where; ///< journal, doi or address, population
    bool secondary = false;
};

/// A sentence with its grounds.
struct Remark {
    std::string text;
    Grounds grounds;
};

enum class Audience : std::uint8_t { all, runner, team };

/// How much of an exercise; what no source or choice gives is absent.
struct Dose {
    std::optional<int> bouts_a_day;
    std::optional<int> sets;
    std::optional<int> sets_to;
    std::optional<int> reps;
    std::optional<int> reps_to;
    std::optional<int> hold_s;
    std::optional<int> landings;
    std::optional<int> landings_to;
    std::optional<int> distance_m;
    std::optional<int> distance_to_m;
    std::optional<int> effort_percent; ///< of maximum speed
    std::optional<int> effort_to_percent;
    std::string load;
    std::string tempo;
};

/// "3 times a day, 1 x 5, hold 20 s; body weight"; empty without a dose.
std::string in_words(const Dose& dose);

struct Exercise {
    std::string id;
    std::string name;
    SessionKind kind = SessionKind::strength;
    Dose dose;
    std::optional<int> every_days; ///< of the phase, from its first day; or
    std::optional<int> per_week;   ///< spread over the seven days
    int from_week = 1;             ///< of the phase; with speed, of its weeks that may hold speed
    std::string how;
    Audience audience = Audience::all;
    Grounds grounds;
    std::optional<Grounds> dose_grounds; ///< of the numbers of the dose and how often
};

/// "every day", "every 2nd day", "twice a week".
std::string how_often(const Exercise& exercise);

/// What of the records a gate is judged by.
enum class GateOn : std::uint8_t {
    one,         ///< one value
    injured,     ///< that of the injured side; of both, the lesser, where no side is known
    both,        ///< the lesser of both sides
    apart,       ///< 1 - lesser / larger of both sides, in percent
    pain,        ///< pain and morning_pain events
    since_return ///< days since the return
};

bool is_sided(GateOn on) noexcept; ///< recorded as ID_left and ID_right

/// A criterion that ends a phase. The same id in another phase has another threshold.
struct Gate {
    std::string id;
    std::string text;
    std::string how;             ///< to measure at home
    std::string from;            ///< what the events file records; by default the id
    std::string refer_if_failed; ///< what to do at once; then no plan is made. Empty: stay
    Grounds grounds;
    double threshold = 1.0;
    std::optional<double> noise; ///< of a repeated test, in the unit of the quantity
    Quantity quantity = Quantity::yes_no;
    Quantity recorded = Quantity::yes_no; ///< of the record; another one for GateOn::apart alone
    GateOn on = GateOn::one;
    Audience audience = Audience::all;
    bool at_least = true; ///< else at most
    bool norm = false;    ///< of calf raises: the norm of age and sex where that is lower
};

/// Whether the events file has rows of its own for the gate: not for pain and time.
bool is_recorded(const Gate& gate) noexcept;

enum class Running : std::uint8_t {
    none,    ///< no running of any kind
    content, ///< only the running among the exercises of the phase
    plan     ///< the planner's runs, walk-run first
};

struct NotBefore {
    int day = 0; ///< of the onset; that is day 0
    std::string text;
    Grounds grounds;
};

struct PathwayPhase {
    std::string id;
    std::string name;
    std::string text;
    std::optional<int> from_day; ///< expected, from the start of the pathway; absent where the
    std::optional<int> to_day;   ///< phases are those of the planned runs
    std::string next;            ///< empty: the last
    Running running = Running::none;
    std::optional<NotBefore> not_before;
    bool after_return = false; ///< behind the return to sport; begins when the gates are passed
    std::vector<Exercise> exercises;
    std::vector<Gate> gates;
    std::vector<Remark> avoid;
    Grounds grounds;

    int expected_days() const { return to_day.value_or(0) - from_day.value_or(0); }
};

/// What makes a phase hold, be repeated, or be left backwards.
struct HoldRule {
    enum class When : std::uint8_t { pain_above, morning_worse, gate_failed, missed, phase_lasts };
    enum class Then : std::uint8_t { hold, back, replan, refer };
    std::string id;
    When when = When::pain_above;
    Then then = Then::hold;
    std::optional<double> limit; ///< pain score or days
    std::string phase;           ///< of phase_lasts
    std::string text;
    Grounds grounds;
};

/// How long a cohort took from onset to return, or how much longer.
struct ExpectedDays {
    std::string text;
    std::string muscle; ///< empty: any
    std::optional<int> mri_grade;
    std::vector<std::string> named; ///< words that the record of the injury has, all of them
    bool while_running = false;     ///< of those whose injury came on while running
    std::optional<double> mean_days;
    std::optional<double> sd_days;
    std::optional<double> add_days; ///< instead of the mean: to be added to it
    Grounds grounds;
};

struct Pathway {
    std::string id;
    std::string name;
    std::string about;
    std::string file;                 ///< where it was read from; empty: shipped
    std::vector<std::string> sites;   ///< parts of the body whose injury it is for; none: uninjured
    bool starts_at_onset = false;     ///< else with the plan, or the first gate recorded
    bool phases_from_running = false; ///< else from the gates
    std::string goal_day_starts; ///< the phase that begins on the day of the goal; may be empty
    Grounds grounds;
    std::vector<PathwayPhase> phases; ///< in order of their chain
    std::vector<HoldRule> rules;
    std::vector<ExpectedDays> expected;
    std::vector<Remark> article; ///< where the article and the evidence differ
    std::vector<Remark> notes;
    std::vector<Citation> citations;

    bool of_injury() const noexcept { return !sites.empty(); }

    const PathwayPhase* phase_with(std::string_view wanted) const noexcept;
    const HoldRule* rule_of(HoldRule::When when) const noexcept;
    /// Short name of a source: that of its citation, or "policy".
    std::string_view source_name(const Grounds& of) const noexcept;
};

/// "[Green et al. 2022; expert]", with "unverified" and "secondary source" where they apply.
std::string in_brackets(const Pathway& pathway, const Grounds& grounds);

/// The pathway as it is for a runner or a team-sport athlete: items of the other one left out.
Pathway for_audience(const Pathway& pathway, Audience audience);

} // namespace plimsoll::planner

#endif

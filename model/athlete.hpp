// An athlete: who he or she is, past injuries, and the policy that the plan keeps.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_MODEL_ATHLETE_HPP
#define PLIMSOLL_MODEL_ATHLETE_HPP

#include "model/date.hpp"
#include "model/sport.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll {

/// No runner is faster; a watch that says so has slipped.
inline constexpr double fastest_mps = 13.0; // metres a second; policy

enum class Sex : std::uint8_t { female, male };

std::string_view to_string(Sex sex) noexcept; ///< female, male

/// One injury. Without @c returned the athlete has not gone back to full training yet.
struct Injury {
    std::string site;   ///< e.g. calf_left_soleus, hamstring_right
    std::string muscle; ///< e.g. soleus; may be empty
    Date onset = Date::from_days(0);
    std::optional<Date> returned;
    std::optional<int> mri_grade; ///< Prakash 0 to 3
};

/// An injury of the calf: its site or muscle has, in any case and order, one of the words calf,
/// soleus, gastrocnemius and gastroc (`calf_left_soleus`, `Left calf`).
bool is_calf(const Injury& injury);

/// Its site names a part from pelvis and hip to the toes.
bool is_lower_limb(const Injury& injury);

enum class Side : std::uint8_t { unknown, left, right };

/// The side that a word of @p site names; unknown for none or both.
Side side_of(std::string_view site);

/// The part of the body that @p site names: calf where any word is one of the calf's, else that of
/// its first word that is one (lumbar, spine and sciatica are the back); the whole site in lower
/// case where no word is known. "back of thigh" is the thigh.
std::string body_part(std::string_view site);

/// The part of the body that a word of @p site was probably meant to name (`claf`: calf); empty
/// where a word names one, or where nothing is near.
std::string probable_site(std::string_view site);

/// The declared choices of the athlete's file; each default is stated where it is used.
struct Policy {
    std::optional<double> transport;   ///< 0, 0.5 or 1: F-coefficients outside their population
    std::optional<double> ratio_cap;   ///< ceiling of the coupled ratio; absent: off
    std::optional<int> recovery_every; ///< weeks; absent: by age
    std::optional<double> recovery_fraction;     ///< of the last building week
    std::optional<double> session_cap;           ///< times the longest run in 30 days
    std::optional<double> weekly_growth;         ///< times the last building week
    std::optional<double> growth_after_walk_run; ///< times the last building week
    std::optional<double> long_run_share;        ///< times the mean of the week's other runs
    std::optional<int> walk_run_days;            ///< on each rung of the walk-run ladder
    std::vector<double> layoff_ladder;     ///< shares of the usual week in the first four; or empty
    std::optional<double> sprint_growth_m; ///< a week, above 19.8 km/h
    std::optional<int> sprint_exposures;   ///< above 85 % of top speed, in 8 weeks
    std::vector<double>
        match_share; ///< of a match in the first two weeks of team sessions; or empty
};

struct Athlete {
    std::string id;
    std::string name;
    std::optional<Date> birth_date;
    std::optional<Sex> sex;
    std::optional<double> resting_hr_bpm;
    std::optional<double> max_hr_bpm;
    std::optional<double> max_speed_mps;
    std::optional<double> usual_weekly_distance_m;
    std::optional<double> usual_pace_s_km; ///< easy running
    std::optional<Sport> plays;            ///< the team sport, if any
    std::string level;                     ///< as written, e.g. social, club, professional
    std::vector<Weekday> days;             ///< days that can be trained on; empty: not said
    std::vector<Injury> injuries;
    Policy policy;
};

} // namespace plimsoll

#endif

// Athlete files.
// SPDX-License-Identifier: Apache-2.0
#include "import/athlete_file.hpp"

#include "import/athlete_limits.hpp"
#include "import/sport_label.hpp"
#include "model/nearest_name.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace plimsoll::ingest {
namespace {

std::optional<double> number_in(TomlTable& table, std::string_view key, Range range) {
    return table.number(key, range.least, range.most);
}

void read_person(TomlTable table, Athlete& athlete) {
    athlete.id = table.text("id").value_or("");
    athlete.name = table.text("name").value_or("");
    athlete.birth_date = table.date("birth_date");
    if (athlete.birth_date && athlete.birth_date->ymd().year < first_birth_year) {
        table.refuse("birth_date", fmt::format("is before {}", first_birth_year));
    }
    if (const auto sex = table.text("sex")) {
        if (*sex != "female" && *sex != "male") {
            table.refuse("sex", "is '" + *sex + "'; it must be 'female' or 'male', or be left out");
        }
        athlete.sex = *sex == "female" ? Sex::female : Sex::male;
    }
    athlete.resting_hr_bpm = number_in(table, "resting_hr_bpm", resting_hr_range);
    athlete.max_hr_bpm = number_in(table, "max_hr_bpm", max_hr_range);
    athlete.max_speed_mps = number_in(table, "max_speed_mps", max_speed_range);
    athlete.usual_weekly_distance_m = table.number("usual_weekly_distance_m", 0, 500'000);
    if (athlete.usual_weekly_distance_m && *athlete.usual_weekly_distance_m < 500) {
        table.refuse("usual_weekly_distance_m", "is less than 500 metres",
                     "the unit is metres: 40 km are 40000");
    }
    athlete.usual_pace_s_km = table.number("usual_pace_s_km", 150, 900);
    table.finish();
}

void read_sport(TomlTable table, Athlete& athlete) {
    if (const auto plays = table.text("plays")) {
        const std::optional<Sport> sport = sport_of_label(*plays);
        if (!sport) {
            const std::string nearest = nearest_name(*plays, sport_names());
            table.refuse("plays", "is '" + *plays + "', no sport that is known",
                         nearest.empty() ? "" : "did you mean '" + nearest + "'?");
        }
        athlete.plays = sport;
    }
    athlete.level = table.text("level").value_or("");
    for (const std::string& name : table.texts("days")) {
        const std::optional<Weekday> day = parse_weekday(name);
        if (!day) {
            table.refuse("days", "has '" + name + "'; days are Mon, Tue, Wed, Thu, Fri, Sat, Sun");
        }
        athlete.days.push_back(*day);
    }
    std::sort(athlete.days.begin(), athlete.days.end());
    athlete.days.erase(std::unique(athlete.days.begin(), athlete.days.end()), athlete.days.end());
    table.finish();
}

// Of one part of the body and not of its two sides.
bool same_place(const Injury& a, const Injury& b) {
    const bool sides_differ = side_of(a.site) != Side::unknown &&
                              side_of(b.site) != Side::unknown &&
                              side_of(a.site) != side_of(b.site);
    return body_part(a.site) == body_part(b.site) && !sides_differ;
}

// From the onset to the day before the return; for ever without one.
bool share_days(const Injury& a, const Injury& b) {
    const bool a_ends_first = a.returned && *a.returned <= b.onset;
    const bool b_ends_first = b.returned && *b.returned <= a.onset;
    return !a_ends_first && !b_ends_first;
}

std::string span_in_words(const Injury& injury) {
    return injury.returned
               ? fmt::format("from {} to {}", to_string(injury.onset), to_string(*injury.returned))
               : fmt::format("from {} without a return", to_string(injury.onset));
}

void refuse_overlap(const TomlTable& table, const Injury& injury,
                    const std::vector<Injury>& known) {
    for (const Injury& other : known) {
        if (same_place(injury, other) && share_days(injury, other)) {
            table.refuse("onset",
                         fmt::format("of {}, {}: that overlaps {}, {}", injury.site,
                                     span_in_words(injury), other.site, span_in_words(other)),
                         "the next injury of a part begins when the one before has returned");
        }
    }
}

Injury read_injury(TomlTable table) {
    Injury injury;
    const auto site = table.text("site");
    const auto onset = table.date("onset");
    if (!site || !onset) {
        table.refuse("", "needs at least 'site' and 'onset'");
    }
    injury.site = *site;
    if (const std::string probable = probable_site(*site); !probable.empty()) {
        table.refuse("site", "is '" + *site + "', which names no part of the body that is known",
                     "did you mean '" + probable + "'?");
    }
    injury.onset = *onset;
    injury.muscle = table.text("muscle").value_or("");
    injury.returned = table.date("returned");
    injury.mri_grade = table.whole("mri_grade", 0, 3);
    if (injury.returned && *injury.returned < injury.onset) {
        table.refuse("returned", "is before the onset of the injury");
    }
    table.finish();
    return injury;
}

Policy read_policy(TomlTable table) {
    Policy policy;
    policy.transport = table.number("transport", 0, 1);
    policy.ratio_cap = table.number("ratio_cap", 1, 4);
    policy.recovery_every = table.whole("recovery_every", 2, 52);
    policy.recovery_fraction = table.number("recovery_fraction", 0.1, 1);
    policy.session_cap = table.number("session_cap", 1, 1.1);
    policy.weekly_growth = table.number("weekly_growth", 1, 2);
    policy.growth_after_walk_run = table.number("growth_after_walk_run", 1, 1.3);
    policy.long_run_share = table.number("long_run_share", 1, 3);
    policy.walk_run_days = table.whole("walk_run_days", 2, 7);
    policy.layoff_ladder = table.numbers("layoff_ladder", 0.1, 1);
    if (!policy.layoff_ladder.empty() &&
        (policy.layoff_ladder.size() != 4 ||
         !std::is_sorted(policy.layoff_ladder.begin(), policy.layoff_ladder.end()))) {
        table.refuse("layoff_ladder", "is not four shares of which none is below the one before",
                     "by default [0.5, 0.7, 0.8, 0.9]: the weeks back from time off");
    }
    policy.sprint_growth_m = table.number("sprint_growth_m", 10, 75);
    policy.sprint_exposures = table.whole("sprint_exposures", 1, 15);
    policy.match_share = table.numbers("match_share", 0.1, 1);
    if (!policy.match_share.empty() && (policy.match_share.size() != 2 ||
                                        policy.match_share.back() < policy.match_share.front())) {
        table.refuse("match_share", "is not two shares of which the second is no smaller",
                     "by default [0.333, 0.667]: of a match's sprints and turns in the first and "
                     "the second week of team sessions");
    }
    table.finish();
    return policy;
}

} // namespace

Athlete athlete_from(TomlTable file) {
    Athlete athlete;
    read_person(file.table("athlete"), athlete);
    read_sport(file.table("sport"), athlete);
    for (TomlTable& table : file.tables("injury")) {
        Injury injury = read_injury(table);
        refuse_overlap(table, injury, athlete.injuries);
        athlete.injuries.push_back(std::move(injury));
    }
    std::stable_sort(athlete.injuries.begin(), athlete.injuries.end(),
                     [](const Injury& a, const Injury& b) { return a.onset < b.onset; });
    athlete.policy = read_policy(file.table("policy"));
    file.finish();
    return athlete;
}

Athlete read_athlete_file(const std::string& path) {
    return athlete_from(open_toml(path));
}

} // namespace plimsoll::ingest

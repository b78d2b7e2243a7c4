// Exercises and doses of pathway files.
// SPDX-License-Identifier: Apache-2.0
#include "planner/pathway_items.hpp"

#include <fmt/format.h>

namespace plimsoll::planner {
namespace {

using ingest::TomlTable;

// Doses beyond these are slips of the pen; policy.
constexpr int most_bouts = 10;
constexpr int most_sets = 10;
constexpr int most_reps = 300; // 250 hops are the most that a source names
constexpr int most_hold_s = 120;
constexpr int most_distance_m = 2000;
constexpr int most_from_week = 12;
constexpr int most_total_reps = 600; // a day

// "reps" and "reps_to": the second needs the first and is no less.
void check_span(const TomlTable& table, const std::string& key, std::optional<int> from,
                std::optional<int> to) {
    if (to && (!from || *to < *from)) {
        table.refuse(key + "_to", fmt::format("goes with '{}' and is no less than it", key));
    }
}

Dose dose_of(TomlTable& table) {
    Dose dose;
    dose.bouts_a_day = table.whole("bouts_a_day", 1, most_bouts);
    dose.sets = table.whole("sets", 1, most_sets);
    dose.sets_to = table.whole("sets_to", 1, most_sets);
    dose.reps = table.whole("reps", 1, most_reps);
    dose.reps_to = table.whole("reps_to", 1, most_reps);
    dose.hold_s = table.whole("hold_s", 1, most_hold_s);
    dose.landings = table.whole("landings", 1, most_reps);
    dose.landings_to = table.whole("landings_to", 1, most_reps);
    dose.distance_m = table.whole("distance_m", 1, most_distance_m);
    dose.distance_to_m = table.whole("distance_to_m", 1, most_distance_m);
    dose.effort_percent = table.whole("effort_percent", 10, 100);
    dose.effort_to_percent = table.whole("effort_to_percent", 10, 100);
    dose.load = table.text("load").value_or("");
    dose.tempo = table.text("tempo").value_or("");
    check_span(table, "sets", dose.sets, dose.sets_to);
    check_span(table, "reps", dose.reps, dose.reps_to);
    check_span(table, "landings", dose.landings, dose.landings_to);
    if (dose.distance_to_m && dose.distance_to_m < dose.distance_m.value_or(most_distance_m + 1)) {
        table.refuse("distance_to_m", "goes with 'distance_m' and is no less than it");
    }
    if (dose.effort_to_percent && dose.effort_to_percent < dose.effort_percent.value_or(101)) {
        table.refuse("effort_to_percent", "goes with 'effort_percent' and is no less than it");
    }
    if (dose.sets && !dose.reps) {
        table.refuse("sets", "goes with 'reps'");
    }
    const int total = dose.bouts_a_day.value_or(1) * dose.sets_to.value_or(dose.sets.value_or(1)) *
                      dose.reps_to.value_or(dose.reps.value_or(0));
    if (total > most_total_reps) {
        table.refuse("reps", fmt::format("makes {} repetitions a day; more than {} is no dose",
                                         total, most_total_reps));
    }
    return dose;
}

} // namespace

Exercise PathwayItems::exercise(TomlTable table) const {
    Exercise exercise;
    exercise.id = needed_id(table);
    exercise.name = needed(table, "name");
    const std::string kind = needed(table, "kind");
    const auto known = parse_session_kind(kind);
    if (!known) {
        refuse_name(table, "kind", kind, "is no kind of session", session_kind_names());
    }
    if (*known == SessionKind::rest || *known == SessionKind::walk_run ||
        *known == SessionKind::run || *known == SessionKind::match) {
        table.refuse("kind", "is '" + kind + "', which the planner places itself",
                     "running = \"plan\" in the phase has walk-run and runs");
    }
    exercise.kind = *known;
    exercise.dose = dose_of(table);
    exercise.every_days = table.whole("every_days", 1, 7);
    exercise.per_week = table.whole("per_week", 1, 7);
    if (exercise.every_days.has_value() == exercise.per_week.has_value()) {
        table.refuse("per_week", "or 'every_days': one of the two says how often");
    }
    exercise.from_week = table.whole("from_week", 1, most_from_week).value_or(1);
    exercise.how = table.text("how").value_or("");
    exercise.audience = audience_of(table);
    exercise.grounds = grounds(table);
    if (!in_words(exercise.dose).empty() || table.text("dose_source")) {
        exercise.dose_grounds = grounds(table, "dose_");
    }
    table.finish();
    return exercise;
}

} // namespace plimsoll::planner

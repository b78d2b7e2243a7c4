// Speed and turns, from the finished plan backwards.
// SPDX-License-Identifier: Apache-2.0
#include "planner/speed_dose_verify.hpp"

#include "model/error.hpp"
#include "planner/pathway_verify.hpp"
#include "planner/speed_dose_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace plimsoll::planner {
namespace {

constexpr double by_a_hair = 1e-3;   // metres, turns
constexpr double fast_of_top = 85.0; // percent, as the pages say
constexpr const char* of_recovery = "recovery_week";

struct FastAndTurns {
    double fast_m = 0.0;   // above 5.5 m/s
    double sprint_m = 0.0; // above 7 m/s
    double turns = 0.0;
};

class SpeedDoseCheck {
public:
    SpeedDoseCheck(const Schedule& schedule, const SpeedEvidence& evidence)
        : schedule_(schedule),
          evidence_(evidence) {}

    std::vector<Violation> violations() {
        for (const PlannedDay& day : schedule_.days) {
            check_session(day, day.session);
            for (const PlannedSession& session : day.others) {
                check_session(day, session);
            }
        }
        add_log();
        check_exposures(7, 2);
        check_exposures(56, evidence_.policy.sprint_exposures);
        check_weeks();
        return std::move(out_);
    }

private:
    void note(const char* rule, Date day, double by) { out_.push_back({rule, day, by}); }

    static bool differ(double a, double b) { return std::abs(a - b) > by_a_hair; }

    void check_session(const PlannedDay& day, const PlannedSession& session) {
        FastAndTurns& sums = planned_[day.date];
        if (session.kind == SessionKind::team_training) {
            check_share(day.date, session);
            sums.fast_m +=
                std::max(session.high_speed_m.value_or(0.0), session.sprint_m.value_or(0.0));
            sums.sprint_m += session.sprint_m.value_or(0.0);
            sums.turns += session.changes_of_direction.value_or(0.0);
            return;
        }
        const bool turning = session.kind == SessionKind::change_of_direction;
        if (!turning && session.kind != SessionKind::strides &&
            session.kind != SessionKind::sprint) {
            return;
        }
        FastAndTurns own;
        std::map<std::string, int> counts;
        for (const PlannedExercise& exercise : session.exercises) {
            const int count = exercise.dose.reps.value_or(0) * exercise.dose.sets.value_or(1);
            counts[exercise.id] += count;
            if (turning) {
                own.turns += count;
                continue;
            }
            const double effort = exercise.dose.effort_percent.value_or(100);
            const double speed = evidence_.top_speed_mps * effort / 100.0;
            const double metres = count * exercise.dose.distance_m.value_or(0);
            own.fast_m += speed >= 5.5 ? metres : 0.0;
            own.sprint_m += speed >= 7.0 ? metres : 0.0;
            if (count > 0 && effort >= fast_of_top) {
                exposures_.insert(day.date);
            }
            check_effort(day, session, exercise);
        }
        for (const auto& [id, count] : counts) {
            check_count(day, session, id, count);
        }
        const bool told = differ(own.fast_m, session.high_speed_m.value_or(0.0)) ||
                          differ(own.sprint_m, session.sprint_m.value_or(0.0)) ||
                          differ(own.turns, session.changes_of_direction.value_or(0.0));
        if (told) {
            note(rule_of_content, day.date, own.fast_m);
        }
        sums.fast_m += own.fast_m;
        sums.sprint_m += own.sprint_m;
        sums.turns += own.turns;
    }

    const Exercise* of_phase(const PlannedDay& day, const PlannedSession& session,
                             const std::string& id) const {
        for (const PathwayPhase& phase : evidence_.pathway.phases) {
            for (const Exercise& exercise : phase.exercises) {
                if (phase.id == day.phase && exercise.id == id && exercise.kind == session.kind) {
                    return &exercise;
                }
            }
        }
        return nullptr;
    }

    void check_count(const PlannedDay& day, const PlannedSession& session, const std::string& id,
                     int count) {
        const Exercise* known = of_phase(day, session, id);
        if (known == nullptr || !known->dose.reps) {
            return;
        }
        const Dose& dose = known->dose;
        const int most = (dose.reps_to ? *dose.reps_to : *dose.reps) * (dose.sets_to ? *dose.sets_to
                                                                        : dose.sets  ? *dose.sets
                                                                                     : 1);
        if (count > most) {
            note(rule_of_content, day.date, 0.0);
        }
    }

    void check_effort(const PlannedDay& day, const PlannedSession& session,
                      const PlannedExercise& exercise) {
        const Exercise* known = of_phase(day, session, exercise.id);
        if (known == nullptr || !known->dose.effort_percent || !exercise.dose.effort_percent) {
            return;
        }
        const int fastest = known->dose.effort_to_percent.value_or(*known->dose.effort_percent);
        if (*exercise.dose.effort_percent > fastest) {
            note(rule_of_content, day.date, 0.0);
        }
    }

    // By the week since the first phase with team sessions began.
    void check_share(Date day, const PlannedSession& session) {
        double share = 1.0;
        for (const PathwayPhase& phase : evidence_.pathway.phases) {
            const bool team =
                std::any_of(phase.exercises.begin(), phase.exercises.end(),
                            [](const Exercise& e) { return e.kind == SessionKind::team_training; });
            if (!team) {
                continue;
            }
            for (const Phase& planned : schedule_.phases) {
                const int days = day - planned.from;
                if (planned.id == phase.id && days >= 0 && days < 14) {
                    share = evidence_.policy.match_share.at(days < 7 ? 0 : 1);
                }
            }
            break;
        }
        const auto too_much = [&](const std::optional<double>& held,
                                  const std::optional<SpeedFigure>& asked) {
            return held && *held > by_a_hair &&
                   (!asked || *held > share * asked->value + by_a_hair);
        };
        const bool fast_known = evidence_.demand.high_speed_m.has_value();
        if (too_much(session.sprint_m, evidence_.demand.sprint_m) ||
            too_much(session.changes_of_direction, evidence_.demand.changes_of_direction) ||
            too_much(session.high_speed_m,
                     fast_known ? evidence_.demand.high_speed_m : evidence_.demand.sprint_m)) {
            note(rule_of_match_share, day, 0.0);
        }
        if (fast_known && evidence_.demand.sprint_m && session.sprint_m &&
            *session.sprint_m * evidence_.demand.high_speed_m->value >
                session.high_speed_m.value_or(0.0) * evidence_.demand.sprint_m->value +
                    evidence_.demand.high_speed_m->value * by_a_hair) {
            note(rule_of_match_share, day, *session.sprint_m);
        }
    }

    void add_log() {
        const Date first = schedule_.days.front().date;
        for (const Session& session : evidence_.counted) {
            if (session.start.day < first) {
                FastAndTurns& sums = logged_[session.start.day];
                sums.fast_m += session.high_speed_m.value_or(0.0);
                sums.sprint_m += session.sprint_m.value_or(0.0);
                sums.turns += session.changes_of_direction.value_or(0.0);
            }
        }
        if (evidence_.athlete == nullptr || !evidence_.athlete->max_speed_mps) {
            return;
        }
        for (const Session& session : evidence_.log) {
            const bool sport = is_run(session.sport) || is_team(session.sport);
            if (sport && session.max_speed_mps && session.start.day < first &&
                100.0 * *session.max_speed_mps >= fast_of_top * *evidence_.athlete->max_speed_mps) {
                exposures_of_log_.insert(session.start.day);
            }
        }
    }

    // Of a planned day all stretches of so many days that it is in.
    void check_exposures(int length, int most) {
        std::set<Date> all = exposures_;
        all.insert(exposures_of_log_.begin(), exposures_of_log_.end());
        for (const Date day : exposures_) {
            for (int ahead = 0; ahead < length; ++ahead) {
                const auto held = std::count_if(all.begin(), all.end(), [&](Date other) {
                    const int from_last = day + ahead - other;
                    return from_last >= 0 && from_last < length;
                });
                if (held > most) {
                    note(rule_of_sprint_exposures, day, 0.0);
                    return;
                }
            }
        }
    }

    static FastAndTurns sum(const std::map<Date, FastAndTurns>& days, Date from) {
        FastAndTurns sums;
        for (const auto& [day, of_day] : days) {
            if (day >= from && day - from < 7) {
                sums.fast_m += of_day.fast_m;
                sums.sprint_m += of_day.sprint_m;
                sums.turns += of_day.turns;
            }
        }
        return sums;
    }

    FastAndTurns whole(Date from) const {
        FastAndTurns sums = sum(planned_, from);
        const FastAndTurns before = sum(logged_, from);
        sums.fast_m += before.fast_m;
        sums.sprint_m += before.sprint_m;
        sums.turns += before.turns;
        return sums;
    }

    bool recovers(Date from) const {
        return std::any_of(schedule_.weeks.begin(), schedule_.weeks.end(),
                           [&](const PlannedWeek& w) { return w.from == from && w.recovery; });
    }

    void check_weeks() {
        const Date first = schedule_.days.front().date;
        Date from = schedule_.weeks.empty() ? first : schedule_.weeks.front().from;
        while (from > first) {
            from = from - 7;
        }
        for (; from <= schedule_.days.back().date; from = from + 7) {
            const FastAndTurns now = whole(from);
            const FastAndTurns planned = sum(planned_, from);
            check_rise(from, now.fast_m, planned.fast_m);
            if (recovers(from)) {
                Date before = from - 7;
                while (recovers(before)) {
                    before = before - 7;
                }
                const FastAndTurns then = whole(before);
                const double share = evidence_.policy.recovery_fraction;
                check_recovery(from, planned.fast_m, now.fast_m - share * then.fast_m);
                check_recovery(from, planned.sprint_m, now.sprint_m - share * then.sprint_m);
                check_recovery(from, planned.turns, now.turns - share * then.turns);
            }
        }
    }

    void check_recovery(Date from, double planned, double over) {
        if (planned > by_a_hair && over > by_a_hair) {
            note(of_recovery, from, over);
        }
    }

    void check_rise(Date from, double now_m, double planned_m) {
        double before_m = 0.0;
        for (const int back : {21, 14, 7}) {
            const double then = whole(from - back).fast_m;
            before_m = then > by_a_hair && !recovers(from - back) ? then : before_m;
        }
        const double over = now_m - before_m - evidence_.policy.sprint_growth_m;
        if (planned_m > by_a_hair && over > -by_a_hair) {
            note(rule_of_sprint_growth, from, over);
        }
    }

    const Schedule& schedule_;
    const SpeedEvidence& evidence_;
    std::map<Date, FastAndTurns> planned_;
    std::map<Date, FastAndTurns> logged_;
    std::set<Date> exposures_;
    std::set<Date> exposures_of_log_;
    std::vector<Violation> out_;
};

} // namespace

std::vector<Violation> speed_dose_violations(const Schedule& schedule,
                                             const SpeedEvidence& evidence) {
    if (schedule.days.empty()) {
        return {};
    }
    return SpeedDoseCheck(schedule, evidence).violations();
}

void verify_speed_doses(const Schedule& schedule, const SpeedEvidence& evidence) {
    const std::vector<Violation> violations = speed_dose_violations(schedule, evidence);
    if (!violations.empty()) {
        throw DisagreementError(
            fmt::format("the plan breaks rule {} on {} by {:.0f}", violations.front().rule,
                        to_string(violations.front().date), violations.front().by_m));
    }
}

} // namespace plimsoll::planner

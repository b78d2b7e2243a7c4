// Amounts onto days.
// SPDX-License-Identifier: Apache-2.0
#include "planner/speed_doses.hpp"

#include "planner/phase_content.hpp"
#include "planner/rules/recovery_week.hpp"
#include "planner/schedule_builder.hpp"
#include "planner/speed_dose_rules.hpp"
#include "planner/speed_model.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace plimsoll::planner {
namespace {

class DoseWriter {
public:
    DoseWriter(Schedule& schedule, const SpeedRequest& request)
        : schedule_(schedule),
          request_(request),
          frame_(make_speed_frame(schedule, request)) {}

    std::optional<SpeedSummary> write() {
        if (!frame_.items.empty()) {
            rows_ = speed_rows(frame_, request_.policy);
            amounts_ = whole_amounts(frame_, rows_, wanted_amounts(frame_, rows_, request_.demand));
            tell_limits();
        }
        for (const SpeedItem& item : frame_.items) {
            item.kind == SessionKind::team_training ? write_team(item) : write_exercise(item);
        }
        drop_empty();
        write_match();
        if (frame_.items.empty()) {
            return std::nullopt;
        }
        return summary();
    }

private:
    PlannedSession& session_of(const SpeedItem& item) {
        PlannedDay& day = schedule_.days[item.day];
        const auto found =
            std::find_if(day.others.begin(), day.others.end(),
                         [&](const PlannedSession& session) { return session.kind == item.kind; });
        return day.session.kind == item.kind || found == day.others.end() ? day.session : *found;
    }

    static void add_to(std::optional<double>& sum, double more) { sum = sum.value_or(0.0) + more; }

    double amount_of(const std::optional<std::size_t>& part) const {
        return part ? amounts_[*part] : 0.0;
    }

    // The first exercise of a session that something limits names the limit.
    void tell_limits() {
        for (const SpeedItem& item : frame_.items) {
            PlannedSession& session = session_of(item);
            const bool run = &session == &schedule_.days[item.day].session;
            if (run || item.parts.empty()) {
                continue; // the limit of a run is that of its distance
            }
            const std::string limit = limit_of_part(frame_, rows_, amounts_, item.parts.front());
            if (session.limited_by == phase_content || session.limited_by == no_limit) {
                session.limited_by = limit.empty() ? no_limit : limit;
            }
        }
    }

    void write_team(const SpeedItem& item) {
        PlannedSession& session = session_of(item);
        if (item.metres || item.sprint) {
            session.high_speed_m = amount_of(item.metres ? item.metres : item.sprint);
        }
        if (item.sprint) {
            session.sprint_m = amount_of(item.sprint);
        }
        if (item.turns) {
            session.changes_of_direction = amount_of(item.turns);
        }
    }

    // Slower repetitions stand before the faster ones.
    void write_exercise(const SpeedItem& item) {
        PlannedSession& session = session_of(item);
        const auto at = std::find_if(
            session.exercises.begin(), session.exercises.end(),
            [&](const PlannedExercise& exercise) { return exercise.id == item.exercise; });
        const PlannedExercise planned = *at;
        auto place = session.exercises.erase(at);
        for (auto part = item.parts.rbegin(); part != item.parts.rend(); ++part) {
            const int count = static_cast<int>(std::lround(amounts_[*part]));
            if (count == 0) {
                continue;
            }
            PlannedExercise exact = planned;
            const bool first = *part == item.parts.front();
            set_dose(exact.dose, item, count, first ? item.effort : item.slow_effort);
            place = session.exercises.insert(place, std::move(exact)) + 1;
            const SpeedPart& of = frame_.parts[*part];
            if (item.kind == SessionKind::change_of_direction) {
                add_to(session.changes_of_direction, count);
            } else {
                add_to(session.high_speed_m, count * of.high_speed_m);
                add_to(session.sprint_m, count * of.sprint_m);
            }
        }
    }

    static void set_dose(Dose& dose, const SpeedItem& item, int count, int effort) {
        const int a_set = dose.reps.value_or(0);
        if (dose.reps_to || dose.sets_to || !dose.sets || *dose.sets * a_set != count) {
            dose.sets.reset();
            dose.reps = count;
        }
        dose.sets_to.reset();
        dose.reps_to.reset();
        dose.distance_to_m.reset();
        dose.effort_to_percent.reset();
        if (item.kind != SessionKind::change_of_direction) {
            dose.distance_m = item.distance_m;
            dose.effort_percent = effort;
        }
    }

    // Speed that has no room left is not on its day.
    void drop_empty() {
        for (PlannedDay& day : schedule_.days) {
            std::erase_if(day.others, [&](const PlannedSession& session) {
                const bool empty = has_speed(session.kind) && session.exercises.empty();
                if (empty) {
                    left_out_.push_back({day.date, session.kind, session.limited_by});
                }
                return empty;
            });
        }
    }

    void write_match() {
        if (!frame_.match || !request_.demand.known()) {
            return;
        }
        for (PlannedDay& day : schedule_.days) {
            if (day.date != *frame_.match) {
                continue;
            }
            write_demand(day.session);
            for (PlannedSession& session : day.others) {
                write_demand(session);
            }
        }
    }

    void write_demand(PlannedSession& session) const {
        if (session.kind != SessionKind::match) {
            return;
        }
        const auto value = [](const std::optional<SpeedFigure>& figure) {
            return figure ? std::optional(figure->value) : std::nullopt;
        };
        session.high_speed_m = value(request_.demand.high_speed_m);
        session.sprint_m = value(request_.demand.sprint_m);
        session.changes_of_direction = value(request_.demand.changes_of_direction);
    }

    SpeedSummary summary() const {
        SpeedSummary summary;
        summary.left_out = left_out_;
        summary.top_speed_mps = frame_.top_speed.mps;
        summary.top_speed_from = frame_.top_speed.from;
        summary.own_top_speed = frame_.top_speed.own;
        if (frame_.last_week) {
            summary.last_week = frame_.weeks[*frame_.last_week].from;
        }
        if (frame_.match) {
            const SpeedDemand& demand = request_.demand;
            add_wish(summary, "high_speed_m", demand.high_speed_m, &SpeedPart::high_speed_m);
            add_wish(summary, "sprint_m", demand.sprint_m, &SpeedPart::sprint_m);
            add_wish(summary, "changes_of_direction", demand.changes_of_direction,
                     &SpeedPart::turns);
        }
        return summary;
    }

    void add_wish(SpeedSummary& summary, const char* measure,
                  const std::optional<SpeedFigure>& figure, double SpeedPart::*of) const {
        if (!figure) {
            return;
        }
        SpeedWish wish{measure, figure->value, figure->from, 0.0, ""};
        std::set<std::string> limits;
        for (const auto& [part, factor] : before_match(frame_, of)) {
            wish.planned += factor * amounts_[part];
            limits.insert(limit_of_part(frame_, rows_, amounts_, part));
        }
        if (wish.planned < wish.asked) {
            wish.limited_by = phase_content;
            for (const char* rule : {rule_of_match_share, rule_of_sprint_exposures,
                                     RecoveryWeek::id, rule_of_sprint_growth}) {
                wish.limited_by = limits.contains(rule) ? rule : wish.limited_by;
            }
        }
        summary.wishes.push_back(std::move(wish));
    }

    Schedule& schedule_;
    const SpeedRequest& request_;
    SpeedFrame frame_;
    std::vector<SpeedRow> rows_;
    std::vector<double> amounts_;
    std::vector<SpeedLeftOut> left_out_;
};

} // namespace

std::optional<SpeedSummary> set_speed_doses(Schedule& schedule, const SpeedRequest& request) {
    if (schedule.days.empty()) {
        return std::nullopt;
    }
    return DoseWriter(schedule, request).write();
}

} // namespace plimsoll::planner

// Sessions to days.
// SPDX-License-Identifier: Apache-2.0
#include "risk/daily_load.hpp"

#include "risk/rolling.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace plimsoll::risk {
namespace {

constexpr int recent_load_days = static_cast<int>(chronic_days);

// The median of what an athlete's sessions had so far (RPE, or an impulse a minute), sport by
// sport.
class RatingHistory {
public:
    void add(Sport sport, double rating) {
        std::vector<double>& sorted = ratings_[sport];
        sorted.insert(std::upper_bound(sorted.begin(), sorted.end(), rating), rating);
    }

    std::optional<double> median(Sport sport) const {
        const auto found = ratings_.find(sport);
        if (found == ratings_.end()) {
            return std::nullopt;
        }
        const std::vector<double>& sorted = found->second;
        const std::size_t middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted[middle]
                                      : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }

private:
    std::map<Sport, std::vector<double>> ratings_; // sorted
};

std::optional<SessionLoad> srpe_of(const Session& session, RatingHistory& history) {
    const std::optional<double> minutes = minutes_of(session);
    std::optional<SessionLoad> load;
    if (session.load_au && session.load_kind == LoadKind::srpe) {
        load = SessionLoad{*session.load_au, false};
    } else if (session.load_au && session.load_kind == LoadKind::estimated) {
        load = SessionLoad{*session.load_au, true};
    } else if (minutes && session.rpe) {
        load = SessionLoad{srpe_load(*session.rpe, *minutes), false};
    } else if (minutes) {
        load = SessionLoad{srpe_load(history.median(session.sport).value_or(default_rpe), *minutes),
                           true};
    }
    if (session.rpe) {
        history.add(session.sport, *session.rpe);
    }
    return load;
}

std::optional<double> banister_of(const Session& session,
                                  const std::optional<HeartProfile>& heart) {
    if (session.load_au && session.load_kind == LoadKind::trimp) {
        return session.load_au;
    }
    const std::optional<double> minutes = minutes_of(session);
    if (minutes && heart && session.avg_hr_bpm.value_or(0.0) >= heart->resting_bpm) {
        return banister_trimp(*minutes, *session.avg_hr_bpm, *heart);
    }
    return std::nullopt;
}

// What was measured; else what the athlete's earlier sessions of that sport had a minute.
std::optional<SessionLoad> impulse_of(const Session& session, const std::optional<double>& measured,
                                      RatingHistory& history) {
    const std::optional<double> minutes = minutes_of(session);
    if (measured) {
        if (minutes && *minutes > 0.0) {
            history.add(session.sport, *measured / *minutes);
        }
        return SessionLoad{*measured, false};
    }
    const std::optional<double> usual = history.median(session.sport);
    return minutes && usual ? std::optional(SessionLoad{*usual * *minutes, true}) : std::nullopt;
}

std::optional<SessionLoad> load_of(const Session& session, Measure measure, RatingHistory& history,
                                   const std::optional<HeartProfile>& heart) {
    const auto measured = [](const std::optional<double>& amount) {
        return amount ? std::optional(SessionLoad{*amount, false}) : std::nullopt;
    };
    switch (measure) {
    case Measure::srpe:
        return srpe_of(session, history);
    case Measure::trimp:
        return impulse_of(session, banister_of(session, heart), history);
    case Measure::edwards:
        return impulse_of(session,
                          session.hr_zones ? std::optional(edwards_trimp(*session.hr_zones))
                                           : std::nullopt,
                          history);
    case Measure::distance:
        return measured(session.distance_m);
    case Measure::high_speed:
        return measured(session.high_speed_m);
    case Measure::sprint:
        return measured(session.sprint_m);
    case Measure::changes_of_direction:
        return measured(session.changes_of_direction);
    case Measure::duration:
        break;
    }
    return measured(minutes_of(session));
}

void mark_unlogged(std::vector<DayKind>& kinds, Date first, std::span<const DaySpan> unlogged) {
    for (const DaySpan& span : unlogged) {
        auto from = std::clamp<std::ptrdiff_t>(span.from - first, 0, std::ssize(kinds));
        auto to = std::clamp<std::ptrdiff_t>(span.to - first + 1, from, std::ssize(kinds));
        const auto is_gap = [&](std::ptrdiff_t i) {
            return kinds[static_cast<std::size_t>(i)] == DayKind::gap;
        };
        if (from < to && is_gap(from)) {
            while (from > 0 && is_gap(from - 1)) {
                --from;
            }
        }
        if (from < to && is_gap(to - 1)) {
            while (to < std::ssize(kinds) && is_gap(to)) {
                ++to;
            }
        }
        for (auto i = from; i < to; ++i) {
            DayKind& kind = kinds[static_cast<std::size_t>(i)];
            kind = kind == DayKind::observed ? kind : DayKind::unlogged;
        }
    }
}

} // namespace

std::optional<DailyLoad> daily_load(std::span<const Session> sessions, Measure measure,
                                    SportFilter filter, Date last,
                                    std::span<const DaySpan> unlogged,
                                    const std::optional<HeartProfile>& heart) {
    if (sessions.empty() || sessions.front().start.day > last) {
        return std::nullopt;
    }
    const Date first = sessions.front().start.day;
    const auto days = static_cast<std::size_t>(last - first) + 1;
    std::vector<double> loads(days, 0.0);
    std::vector<double> estimated(days, 0.0);
    std::vector<bool> had_session(days, false);
    RatingHistory history;
    std::size_t counted = 0;
    std::size_t without_load = 0;
    std::size_t recent = 0;
    std::size_t recent_without_load = 0;
    for (const Session& session : sessions) {
        if (session.start.day > last) {
            break;
        }
        const auto day = static_cast<std::size_t>(session.start.day - first);
        had_session[day] = true;
        if (!counts(filter, session.sport)) {
            continue;
        }
        ++counted;
        const std::size_t is_recent = last - session.start.day < recent_load_days ? 1 : 0;
        recent += is_recent;
        const std::optional<SessionLoad> load = load_of(session, measure, history, heart);
        if (!load) {
            ++without_load;
            recent_without_load += is_recent;
            continue;
        }
        loads[day] += load->amount;
        estimated[day] += load->estimated ? load->amount : 0.0;
    }
    std::vector<DayKind> kinds = kinds_of_days(had_session);
    mark_unlogged(kinds, first, unlogged);
    return DailyLoad{DailySeries(first, std::move(loads), std::move(kinds)),
                     std::move(estimated),
                     counted,
                     without_load,
                     recent,
                     recent_without_load};
}

std::vector<std::optional<SessionLoad>> session_loads(std::span<const Session> sessions,
                                                      Measure measure) {
    RatingHistory history;
    std::vector<std::optional<SessionLoad>> loads;
    loads.reserve(sessions.size());
    for (const Session& session : sessions) {
        loads.push_back(load_of(session, measure, history, std::nullopt));
    }
    return loads;
}

} // namespace plimsoll::risk

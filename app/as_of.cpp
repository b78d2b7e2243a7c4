// --as-of, --week, or what the log says.
// SPDX-License-Identifier: Apache-2.0
#include "app/as_of.hpp"

#include "app/option_values.hpp"
#include "import/dedupe.hpp"
#include "model/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <limits>
#include <utility>
#include <vector>

namespace plimsoll::app {
namespace {

constexpr int first_year = 1900; // policy: of --as-of
constexpr int last_year = 2100;  // policy: as for the rows of a log
constexpr int old_log_days = 7;  // policy: an older log deserves the question

// The newest session up to @p latest, or of all where every session lies ahead.
Date newest_up_to(const NewestDay& newest_day, Date latest) {
    const std::optional<Date> newest = newest_day(latest);
    return newest ? *newest
                  : newest_day(Date::from_days(std::numeric_limits<std::int32_t>::max())).value();
}

} // namespace

Date today() {
    const auto now = std::chrono::system_clock::now();
    const auto days = std::chrono::floor<std::chrono::days>(now).time_since_epoch().count();
    return Date::from_days(static_cast<std::int32_t>(days));
}

NewestDay newest_day_of(std::span<const AthleteSessions> athletes) {
    return [athletes](Date latest) {
        std::optional<Date> newest;
        for (const AthleteSessions& athlete : athletes) {
            const auto last =
                std::find_if(athlete.sessions.rbegin(), athlete.sessions.rend(),
                             [&](const Session& session) { return session.start.day <= latest; });
            if (last != athlete.sessions.rend()) {
                newest = std::max(newest, std::optional(last->start.day));
            }
        }
        return newest;
    };
}

// Folding may take away the session of the newest day: who might have it is folded to see.
NewestDay newest_day_of(const PackedLog& log) {
    return [&log](Date latest) {
        std::vector<std::pair<Date, std::size_t>> candidates;
        for (std::size_t athlete = 0; athlete < log.sessions.athletes(); ++athlete) {
            if (const std::optional<Date> day = log.sessions.newest_day(athlete, latest)) {
                candidates.emplace_back(*day, athlete);
            }
        }
        std::sort(candidates.rbegin(), candidates.rend());
        std::optional<Date> newest;
        std::vector<Session> sessions;
        for (const auto& [day, athlete] : candidates) {
            if (newest && *newest >= day) {
                break;
            }
            log.sessions.unpack(athlete, sessions);
            ingest::Folded untold;
            ingest::fold_duplicates(sessions, log.files, untold);
            for (const Session& session : sessions) {
                if (session.start.day <= latest) {
                    newest = std::max(newest, std::optional(session.start.day));
                }
            }
        }
        return newest;
    };
}

std::optional<Date> typed_as_of(const Invocation& invocation) {
    if (invocation.as_of.empty()) {
        return std::nullopt;
    }
    const std::optional<Date> day = parse_date(invocation.as_of);
    if (!day) {
        throw UsageError(
            fmt::format("error: --as-of '{}' is no day of the calendar in the shape YYYY-MM-DD",
                        invocation.as_of));
    }
    if (const int year = day->ymd().year; year < first_year || year > last_year) {
        throw UsageError(fmt::format("error: --as-of '{}' is not in the years {} to {}",
                                     invocation.as_of, first_year, last_year));
    }
    return day;
}

Date as_of_day(const Invocation& invocation, const NewestDay& newest_day, Messages& messages) {
    if (!invocation.as_of.empty() && !invocation.week.empty()) {
        throw UsageError("error: --as-of and --week exclude each other");
    }
    if (const std::optional<Date> day = typed_as_of(invocation)) {
        if (*day > today() + 1) {
            messages.note(fmt::format("{} lies ahead: the days until then count as days without "
                                      "training",
                                      to_string(*day)));
        }
        return *day;
    }
    if (!invocation.week.empty()) {
        const std::optional<IsoWeek> week = parse_iso_week(invocation.week);
        if (!week) {
            throw UsageError(fmt::format("error: --week '{}' is not an ISO week such as 2026-W47",
                                         invocation.week));
        }
        // A week that is not over ends today, or with a session that is already there. One that
        // begins on the Sunday before ends a day earlier.
        const Date last = monday_of(*week) + (customs_of(invocation).iso_weeks() ? 6 : 5);
        const Date day = today();
        return last <= day ? last : std::min(last, std::max(day, newest_up_to(newest_day, last)));
    }
    const Date newest = newest_up_to(newest_day, today() + 1);
    const int age = today() - newest;
    if (age > old_log_days) {
        messages.note(fmt::format("as of {}, the day of the newest session, {} days ago; if there "
                                  "was time off since, say --as-of",
                                  to_string(newest), age));
    } else if (age < -1) {
        messages.note(
            fmt::format("as of {}, the day of the newest session, which is in the future; "
                        "say --as-of",
                        to_string(newest)));
    }
    return newest;
}

} // namespace plimsoll::app

// Duplicates: found among neighbours in time, merged field by field.
// SPDX-License-Identifier: Apache-2.0
#include "import/dedupe.hpp"

#include "import/field.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace plimsoll::ingest {
namespace {

constexpr std::int64_t same_start_s = 120; // policy
constexpr double same_amount = 0.01;       // policy
constexpr std::size_t most_at_once = 100;  // policy: sessions of one athlete within same_start_s

std::int64_t seconds_of(const LocalTime& time) {
    return std::int64_t{time.day.days_since_1970()} * 86400 + time.second.value_or(0);
}

enum class Agreement { unknown, yes, no };

Agreement agree(const std::optional<double>& a, const std::optional<double>& b) {
    if (!a || !b) {
        return Agreement::unknown;
    }
    return std::fabs(*a - *b) <= same_amount * std::max(*a, *b) ? Agreement::yes : Agreement::no;
}

template <class Visit>
void for_each_value(Visit visit) {
    for (std::size_t i = 0; i < field_count; ++i) {
        if (auto member = member_of(static_cast<Field>(i)); member != nullptr) {
            visit(member);
        }
    }
}

int richness(const Session& session) {
    int values = (session.title.empty() ? 0 : 1) + (session.sport == Sport::unknown ? 0 : 1) +
                 (session.hr_zones ? 1 : 0);
    for_each_value([&](auto member) { values += session.*member ? 1 : 0; });
    return values;
}

bool all_values_equal(const Session& a, const Session& b) {
    bool equal = a.sport == b.sport && a.title == b.title && a.hr_zones == b.hr_zones;
    for_each_value([&](auto member) { equal = equal && a.*member == b.*member; });
    return equal;
}

// Midnight is what a sheet without times of day writes.
bool has_clock(const Session& session) {
    return session.start.second.value_or(0) != 0;
}

bool sports_differ(const Session& a, const Session& b) {
    const auto says_nothing = [](Sport sport) {
        return sport == Sport::unknown || sport == Sport::other;
    };
    return a.sport != b.sport && !says_nothing(a.sport) && !says_nothing(b.sport) &&
           !(is_run(a.sport) && is_run(b.sport));
}

// Why two sessions of one athlete are the same; empty when they are not.
std::string same_session(const Session& a, const Session& b) {
    if (has_clock(a) && has_clock(b)) {
        if (sports_differ(a, b) || agree(a.rpe, b.rpe) == Agreement::no) {
            return "";
        }
        const Agreement duration = agree(a.duration_s, b.duration_s);
        const Agreement distance = agree(a.distance_m, b.distance_m);
        const bool none_disagrees = duration != Agreement::no && distance != Agreement::no;
        const bool one_agrees = duration == Agreement::yes || distance == Agreement::yes;
        return none_disagrees && one_agrees
                   ? "starts within 2 minutes, duration and distance within 1 %"
                   : "";
    }
    if (!has_clock(a) && !has_clock(b) && a.start.day == b.start.day &&
        a.source.file != b.source.file && all_values_equal(a, b)) {
        return "the same row in another file";
    }
    return "";
}

// Two devices may tell one run in two lengths: too different to be one row, but at the same time.
void note_overlaps(TrainingLog& log) {
    for (std::size_t i = 1; i < log.sessions.size(); ++i) {
        const Session& a = log.sessions[i - 1];
        const Session& b = log.sessions[i];
        const double lasts_s = a.elapsed_s.value_or(a.duration_s.value_or(0.0));
        const auto until_b = static_cast<double>(seconds_of(b.start) - seconds_of(a.start));
        if (a.athlete == b.athlete && has_clock(a) && has_clock(b) &&
            until_b + static_cast<double>(same_start_s) < lasts_s) {
            log.diagnostics.push_back(
                {Severity::warning,
                 {log.files.at(b.source.file).path, b.source.line, 0, {}},
                 "overlap",
                 fmt::format("starts while the session of {} still lasts; both count",
                             log.source_of(a.source)),
                 "delete one if they are one session recorded twice"});
        }
    }
}

void take_what_is_missing(Session& kept, const Session& other) {
    const bool had_load = kept.load_au.has_value();
    for_each_value([&](auto member) {
        if (!(kept.*member)) {
            kept.*member = other.*member;
        }
    });
    if (!had_load) {
        kept.load_kind = other.load_kind;
    }
    if (kept.sport == Sport::unknown) {
        kept.sport = other.sport;
    }
    if (kept.title.empty()) {
        kept.title = other.title;
    }
    if (!kept.hr_zones) {
        kept.hr_zones = other.hr_zones;
    }
}

} // namespace

void fold_duplicates(TrainingLog& log) {
    std::stable_sort(log.sessions.begin(), log.sessions.end(), earlier);
    std::vector<Session> kept;
    kept.reserve(log.sessions.size());
    for (Session& session : log.sessions) {
        std::string rule;
        auto twin = kept.rbegin();
        for (std::size_t compared = 0; twin != kept.rend(); ++twin, ++compared) {
            if (compared == most_at_once || twin->athlete != session.athlete ||
                seconds_of(session.start) - seconds_of(twin->start) > same_start_s) {
                twin = kept.rend();
                break;
            }
            rule = same_session(*twin, session);
            if (!rule.empty()) {
                break;
            }
        }
        if (twin == kept.rend()) {
            kept.push_back(std::move(session));
            continue;
        }
        if (richness(session) > richness(*twin)) {
            std::swap(session, *twin);
        }
        take_what_is_missing(*twin, session);
        RowCounts& counts = log.files.at(session.source.file).counts;
        --counts.sessions;
        ++counts.duplicates;
        log.diagnostics.push_back(
            {Severity::note,
             {log.files.at(session.source.file).path, session.source.line, 0, {}},
             "duplicate",
             fmt::format("is the session of {} again: {}", log.source_of(twin->source), rule),
             {}});
        log.duplicates.push_back({session.source, twin->source, std::move(rule)});
    }
    std::stable_sort(kept.begin(), kept.end(), earlier); // a swap may have moved a start
    log.sessions = std::move(kept);
    note_overlaps(log);
}

} // namespace plimsoll::ingest

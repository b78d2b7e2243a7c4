// Duplicates: found among neighbours in time, merged field by field.
// SPDX-License-Identifier: Apache-2.0
#include "import/dedupe.hpp"

#include "import/field.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace plimsoll::ingest {
namespace {

constexpr std::int64_t same_start_s = 120; // policy
constexpr double same_amount = 0.01;       // policy

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
    int values = (session.title.empty() ? 0 : 1) + (session.sport == Sport::unknown ? 0 : 1);
    for_each_value([&](auto member) { values += session.*member ? 1 : 0; });
    return values;
}

bool all_values_equal(const Session& a, const Session& b) {
    bool equal = a.sport == b.sport && a.title == b.title;
    for_each_value([&](auto member) { equal = equal && a.*member == b.*member; });
    return equal;
}

// Why two sessions of one athlete are the same; empty when they are not.
std::string same_session(const Session& a, const Session& b) {
    if (a.start.second && b.start.second) {
        const Agreement duration = agree(a.duration_s, b.duration_s);
        const Agreement distance = agree(a.distance_m, b.distance_m);
        const bool none_disagrees = duration != Agreement::no && distance != Agreement::no;
        const bool one_agrees = duration == Agreement::yes || distance == Agreement::yes;
        return none_disagrees && one_agrees
                   ? "starts within 2 minutes, duration and distance within 1 %"
                   : "";
    }
    if (!a.start.second && !b.start.second && a.start == b.start &&
        a.source.file != b.source.file && all_values_equal(a, b)) {
        return "the same row in another file";
    }
    return "";
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
}

} // namespace

void fold_duplicates(TrainingLog& log) {
    std::stable_sort(log.sessions.begin(), log.sessions.end(), earlier);
    std::vector<Session> kept;
    kept.reserve(log.sessions.size());
    for (Session& session : log.sessions) {
        std::string rule;
        auto twin = kept.rbegin();
        for (; twin != kept.rend(); ++twin) {
            if (twin->athlete != session.athlete ||
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
        log.duplicates.push_back({session.source, twin->source, std::move(rule)});
    }
    std::stable_sort(kept.begin(), kept.end(), earlier); // a swap may have moved a start
    log.sessions = std::move(kept);
}

} // namespace plimsoll::ingest

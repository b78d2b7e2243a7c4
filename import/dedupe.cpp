// Duplicates: found among neighbours in time, merged field by field.
// SPDX-License-Identifier: Apache-2.0
#include "import/dedupe.hpp"

#include "import/field.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <span>
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

void take_what_is_missing(Session& kept, const Session& other) {
    if (other.load_au && other.load_kind != LoadKind::vendor &&
        kept.load_kind == LoadKind::vendor) {
        kept.load_au.reset(); // a vendor's number counts for no measure: it hides none that does
    }
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

// Two devices may tell one run in two lengths: too different to be one row, but at the same time.
void find_overlaps(const std::vector<Session>& sessions, const std::vector<FileReport>& files,
                   std::vector<Diagnostic>& overlaps) {
    for (std::size_t i = 1; i < sessions.size(); ++i) {
        const Session& a = sessions[i - 1];
        const Session& b = sessions[i];
        if (!has_clock(a) || !has_clock(b)) {
            continue;
        }
        const double lasts_s = a.elapsed_s.value_or(a.duration_s.value_or(0.0));
        const auto until_b = static_cast<double>(seconds_of(b.start) - seconds_of(a.start));
        if (until_b + static_cast<double>(same_start_s) < lasts_s) {
            overlaps.push_back(
                {Severity::warning,
                 {files.at(b.source.file).path, b.source.line, 0, {}},
                 "overlap",
                 fmt::format("starts while the session of {} still lasts; both count",
                             source_of(files, a.source)),
                 "delete one if they are one session recorded twice"});
        }
    }
}

// The one of the first @p count sessions that @p session tells again, and by which rule.
struct Twin {
    Session* session = nullptr;
    std::string rule;
};

Twin twin_of(const Session& session, std::span<Session> before) {
    for (std::size_t back = 1; back <= std::min(before.size(), most_at_once); ++back) {
        Session& other = before[before.size() - back];
        if (seconds_of(session.start) - seconds_of(other.start) > same_start_s) {
            break;
        }
        if (std::string rule = same_session(other, session); !rule.empty()) {
            return {&other, std::move(rule)};
        }
    }
    return {};
}

// Sessions that stand in order of their starts need sorting only among those of one start.
void sort_within_starts(std::vector<Session>& sessions) {
    for (auto from = sessions.begin(); from != sessions.end();) {
        const auto to = std::find_if(from + 1, sessions.end(), [&](const Session& session) {
            return session.start != from->start;
        });
        if (to - from > 1) {
            std::stable_sort(from, to, earlier);
        }
        from = to;
    }
}

} // namespace

void fold_duplicates(std::vector<Session>& sessions, const std::vector<FileReport>& files,
                     Folded& found) {
    sort_within_starts(sessions);
    std::size_t kept = 0;
    for (Session& session : sessions) {
        Twin twin = twin_of(session, std::span(sessions).first(kept));
        if (twin.session == nullptr) {
            if (&session != &sessions[kept]) {
                sessions[kept] = std::move(session);
            }
            ++kept;
            continue;
        }
        if (richness(session) > richness(*twin.session)) {
            std::swap(session, *twin.session);
        }
        take_what_is_missing(*twin.session, session);
        found.duplicates.push_back({session.source, twin.session->source, std::move(twin.rule)});
    }
    if (kept < sessions.size()) {
        sessions.resize(kept);
        std::stable_sort(sessions.begin(), sessions.end(),
                         earlier); // a swap may have moved a start
    }
    find_overlaps(sessions, files, found.overlaps);
}

void tell_of(Folded&& found, std::vector<FileReport>& files, std::vector<Diagnostic>& diagnostics) {
    for (const Duplicate& duplicate : found.duplicates) {
        FileReport& file = files.at(duplicate.dropped.file);
        --file.counts.sessions;
        ++file.counts.duplicates;
        diagnostics.push_back({Severity::note,
                               {file.path, duplicate.dropped.line, 0, {}},
                               "duplicate",
                               fmt::format("is the session of {} again: {}",
                                           source_of(files, duplicate.kept), duplicate.rule),
                               {}});
    }
    std::move(found.overlaps.begin(), found.overlaps.end(), std::back_inserter(diagnostics));
}

TrainingLog folded_log(PackedLog&& log) {
    TrainingLog out;
    Folded found;
    std::vector<Session> sessions;
    out.sessions.reserve(log.sessions.size());
    for (const std::size_t athlete : log.sessions.by_id()) {
        log.sessions.unpack(athlete, sessions);
        fold_duplicates(sessions, log.files, found);
        std::move(sessions.begin(), sessions.end(), std::back_inserter(out.sessions));
    }
    out.files = std::move(log.files);
    out.diagnostics = std::move(log.diagnostics);
    out.refused_rows = std::move(log.refused_rows);
    out.duplicates = std::move(log.duplicates);
    out.duplicates.insert(out.duplicates.end(), found.duplicates.begin(), found.duplicates.end());
    tell_of(std::move(found), out.files, out.diagnostics);
    return out;
}

} // namespace plimsoll::ingest

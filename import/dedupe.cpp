// Duplicates: found among neighbours in time, merged field by field.
// SPDX-License-Identifier: Apache-2.0
#include "import/dedupe.hpp"

#include "import/field.hpp"
#include "import/same_session.hpp"
#include "import/utc_twins.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <span>
#include <utility>

namespace plimsoll::ingest {
namespace {

constexpr std::size_t most_at_once = 100;       // policy: sessions of one athlete in
constexpr std::int64_t longest_look_s = 86'400; // policy: a day without times of day

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

// The richer record, but of a session that was cut later the shorter one; and never one without a
// time of day.
bool is_better(const Session& session, const Session& than) {
    if (has_clock(session) != has_clock(than)) {
        return has_clock(session);
    }
    const bool cut = seconds_of(session.start) - seconds_of(than.start) > same_start_s;
    return cut || richness(session) > richness(than);
}

// The one of the first @p count sessions that @p session tells again, and by which rule.
struct Twin {
    Session* session = nullptr;
    std::string rule;
};

Twin twin_of(const Session& session, std::span<Session> before,
             const std::vector<FileReport>& files) {
    for (std::size_t back = 1; back <= std::min(before.size(), most_at_once); ++back) {
        Session& other = before[before.size() - back];
        if (seconds_of(session.start) - seconds_of(other.start) > longest_look_s) {
            break;
        }
        if (std::string rule = same_session(other, session, files); !rule.empty()) {
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
    const std::vector<SourceRow> moved = move_out_of_utc(sessions, files);
    const auto was_moved = [&](const Session& session) {
        return std::find(moved.begin(), moved.end(), session.source) != moved.end();
    };
    std::size_t kept = 0;
    for (Session& session : sessions) {
        Twin twin = twin_of(session, std::span(sessions).first(kept), files);
        if (twin.session == nullptr) {
            if (&session != &sessions[kept]) {
                sessions[kept] = std::move(session);
            }
            ++kept;
            continue;
        }
        if (was_moved(session) || was_moved(*twin.session)) {
            twin.rule += "; its UTC was told from local time";
        }
        if (is_better(session, *twin.session)) {
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

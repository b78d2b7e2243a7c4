// Two records side by side.
// SPDX-License-Identifier: Apache-2.0
#include "import/same_session.hpp"

#include "import/field.hpp"
#include "import/squad_tracks.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <optional>

namespace plimsoll::ingest {
namespace {

constexpr double same_amount = 0.01; // policy
constexpr double other_heart = 0.1;  // policy: two sensors on one body differ less

enum class Agreement { unknown, yes, no };

Agreement agree(const std::optional<double>& a, const std::optional<double>& b,
                double within = same_amount) {
    if (!a || !b) {
        return Agreement::unknown;
    }
    return std::fabs(*a - *b) <= within * std::max(*a, *b) ? Agreement::yes : Agreement::no;
}

Agreement times_agree(const Session& a, const Session& b) {
    Agreement all = Agreement::unknown;
    for (const auto& of_a : {a.duration_s, a.elapsed_s}) {
        for (const auto& of_b : {b.duration_s, b.elapsed_s}) {
            const Agreement one = agree(of_a, of_b);
            if (one == Agreement::yes) {
                return one;
            }
            all = one == Agreement::no ? one : all;
        }
    }
    return all;
}

bool all_values_equal(const Session& a, const Session& b) {
    bool equal = a.sport == b.sport && a.title == b.title && a.hr_zones == b.hr_zones;
    for (std::size_t i = 0; i < field_count; ++i) {
        if (auto member = member_of(static_cast<Field>(i)); member != nullptr) {
            equal = equal && a.*member == b.*member;
        }
    }
    return equal;
}

bool sports_differ(const Session& a, const Session& b) {
    const auto says_nothing = [](Sport sport) {
        return sport == Sport::unknown || sport == Sport::other;
    };
    return a.sport != b.sport && !says_nothing(a.sport) && !says_nothing(b.sport) &&
           !(is_run(a.sport) && is_run(b.sport));
}

// One table lists a session once: what it calls otherwise is another. Of moments that were in UTC
// two may be one local time, in the night when summer ends.
bool may_repeat_in_file(const Session& a, const Session& b, const FileReport& file) {
    const bool was_utc =
        !file.timezone.empty() && file.timezone != "local" && file.timezone != "UTC";
    if (was_utc) {
        constexpr int night_ends_s = 4 * 3600; // clocks are set at one, two or three
        return all_values_equal(a, b) && a.start.second.value_or(0) >= night_ends_s;
    }
    if (is_of_vest(file)) { // other rows of the same time are another player's
        return all_values_equal(a, b);
    }
    return a.sport == b.sport && (a.title == b.title || a.title.empty() || b.title.empty());
}

// An athlete who cuts a session moves its start: a later export of the service has another.
bool is_cut_later(const Session& a, const Session& b, const std::vector<FileReport>& files) {
    const FileReport& of_a = files.at(a.source.file);
    const FileReport& of_b = files.at(b.source.file);
    const bool one_service = a.source.file != b.source.file && of_a.format == of_b.format &&
                             !of_a.is_recording && !of_a.format.empty() &&
                             of_a.format != "plain_csv" && of_a.format != "canonical_csv";
    if (!one_service || a.title.empty() || a.title != b.title || sports_differ(a, b) ||
        agree(a.rpe, b.rpe) == Agreement::no) {
        return false;
    }
    const double lasts_s = a.elapsed_s.value_or(a.duration_s.value_or(0.0));
    const auto until_b_s = static_cast<double>(seconds_of(b.start) - seconds_of(a.start));
    const double behind_s = until_b_s + b.elapsed_s.value_or(b.duration_s.value_or(0.0)) - lasts_s;
    return until_b_s < lasts_s && behind_s <= static_cast<double>(same_start_s);
}

std::string clocked_rule(const Session& a, const Session& b, const std::vector<FileReport>& files) {
    const bool one_file = a.source.file == b.source.file;
    if (seconds_of(b.start) - seconds_of(a.start) > same_start_s) {
        return is_cut_later(a, b, files)
                   ? "within its time and of its title, in another export of the same service"
                   : "";
    }
    const Likeness like = likeness_of(a, b);
    if (like.against || (!like.duration && !like.distance) ||
        (one_file && !may_repeat_in_file(a, b, files.at(a.source.file)))) {
        return "";
    }
    return std::string("starts within 2 minutes, ") +
           (like.duration && like.distance ? "duration and distance"
            : like.duration                ? "duration"
                                           : "distance") +
           " within 1 %";
}

} // namespace

std::int64_t seconds_of(const LocalTime& time) noexcept {
    return std::int64_t{time.day.days_since_1970()} * 86400 + time.second.value_or(0);
}

bool has_clock(const Session& session) noexcept {
    return session.start.second.value_or(0) != 0;
}

Likeness likeness_of(const Session& a, const Session& b) {
    const Agreement duration = times_agree(a, b);
    const Agreement distance = agree(a.distance_m, b.distance_m);
    return {duration == Agreement::yes, distance == Agreement::yes,
            duration == Agreement::no || distance == Agreement::no || sports_differ(a, b) ||
                agree(a.rpe, b.rpe) == Agreement::no ||
                agree(a.avg_hr_bpm, b.avg_hr_bpm, other_heart) == Agreement::no};
}

std::string same_session(const Session& a, const Session& b, const std::vector<FileReport>& files) {
    if (has_clock(a) && has_clock(b)) {
        return clocked_rule(a, b, files);
    }
    if (a.start.day != b.start.day || a.source.file == b.source.file) {
        return "";
    }
    if (!has_clock(a) && !has_clock(b)) {
        return all_values_equal(a, b) ? "the same row in another file" : "";
    }
    const Likeness like = likeness_of(a, b);
    return like.duration && like.distance && !like.against
               ? "the same day, duration and distance within 1 %"
               : "";
}

} // namespace plimsoll::ingest

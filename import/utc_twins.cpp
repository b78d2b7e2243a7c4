// Local time found by what two files have in common.
// SPDX-License-Identifier: Apache-2.0
#include "import/utc_twins.hpp"

#include "import/same_session.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <optional>
#include <utility>

namespace plimsoll::ingest {
namespace {

constexpr std::int64_t quarter_s = 900;     // every zone is a multiple of it
constexpr std::int64_t farthest_s = 50'400; // zones lie within
constexpr std::size_t least_pairs = 2;      // policy: one may be chance,
constexpr std::int64_t same_clock_s = 3;    // policy: but not of two recordings so close to
constexpr std::int64_t half_hour_s = 1800;  // a multiple of this
constexpr std::size_t most_near = 100;      // policy: sessions of one athlete within 14 hours

struct Pair {
    std::size_t in_utc; // index of the session
    std::int64_t offset_s;
    bool sure; // by itself
};

// The quarters of an hour between two starts; nothing where they are no whole number.
std::optional<std::int64_t> offset_of(const Session& in_utc, const Session& local) {
    const std::int64_t apart_s = seconds_of(local.start) - seconds_of(in_utc.start);
    const std::int64_t half = apart_s < 0 ? -quarter_s / 2 : quarter_s / 2;
    const std::int64_t offset_s = (apart_s + half) / quarter_s * quarter_s;
    const bool whole = std::abs(apart_s - offset_s) <= same_start_s;
    return whole && offset_s != 0 && std::abs(offset_s) <= farthest_s ? std::optional(offset_s)
                                                                      : std::nullopt;
}

class TwinSearch {
public:
    TwinSearch(std::vector<Session>& sessions, const std::vector<FileReport>& files)
        : sessions_(sessions),
          files_(files) {}

    std::vector<SourceRow> run() {
        for (std::size_t i = 0; i < sessions_.size(); ++i) {
            for (std::size_t k = i; k > 0 && i - k < most_near; --k) {
                if (seconds_of(sessions_[i].start) - seconds_of(sessions_[k - 1].start) >
                    farthest_s + same_start_s) {
                    break;
                }
                meet(k - 1, i);
                meet(i, k - 1);
            }
        }
        std::vector<SourceRow> moved;
        for (const Pair& pair : pairs_) {
            Session& session = sessions_[pair.in_utc];
            const std::size_t count = counts_.at({session.source.file, pair.offset_s});
            if ((count >= least_pairs || pair.sure) &&
                std::find(moved.begin(), moved.end(), session.source) == moved.end()) {
                move(session, pair.offset_s);
                moved.push_back(session.source);
            }
        }
        if (!moved.empty()) {
            std::stable_sort(sessions_.begin(), sessions_.end(), earlier);
        }
        return moved;
    }

private:
    bool is_utc(const Session& session) const {
        return files_.at(session.source.file).timezone == "UTC";
    }

    void meet(std::size_t in_utc, std::size_t other) {
        const Session& a = sessions_[in_utc];
        const Session& b = sessions_[other];
        if (!is_utc(a) || is_utc(b) || !has_clock(a) || !has_clock(b)) {
            return;
        }
        const Likeness like = likeness_of(a, b);
        const auto offset_s = offset_of(a, b);
        if (offset_s && like.duration && like.distance && !like.against) {
            pairs_.push_back({in_utc, *offset_s, is_sure(a, b, *offset_s)});
            ++counts_[{a.source.file, *offset_s}];
        }
    }

    // Two devices, or one file in two formats, start within seconds of each other; rows of tables
    // are rounded.
    bool is_sure(const Session& a, const Session& b, std::int64_t offset_s) const {
        const std::int64_t apart_s = seconds_of(b.start) - seconds_of(a.start);
        return files_.at(a.source.file).is_recording && files_.at(b.source.file).is_recording &&
               offset_s % half_hour_s == 0 && std::abs(apart_s - offset_s) <= same_clock_s;
    }

    static void move(Session& session, std::int64_t offset_s) {
        constexpr std::int64_t day_s = 86400;
        const std::int64_t moved_s = seconds_of(session.start) + offset_s;
        const std::int64_t day = (moved_s - ((moved_s % day_s) + day_s) % day_s) / day_s;
        session.start = {Date::from_days(static_cast<std::int32_t>(day)),
                         static_cast<int>(moved_s - day * day_s)};
    }

    std::vector<Session>& sessions_;
    const std::vector<FileReport>& files_;
    std::vector<Pair> pairs_;
    std::map<std::pair<std::uint32_t, std::int64_t>, std::size_t> counts_; // file, offset
};

} // namespace

std::vector<SourceRow> move_out_of_utc(std::vector<Session>& sessions,
                                       const std::vector<FileReport>& files) {
    const auto is_utc = [](const FileReport& file) { return file.timezone == "UTC"; };
    if (std::none_of(files.begin(), files.end(), is_utc) ||
        std::all_of(files.begin(), files.end(), is_utc)) {
        return {};
    }
    return TwinSearch(sessions, files).run();
}

} // namespace plimsoll::ingest

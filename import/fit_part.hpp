// One FIT file within a file: its messages gathered, then told as recordings.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_FIT_PART_HPP
#define PLIMSOLL_IMPORT_FIT_PART_HPP

#include "import/fit_message.hpp"
#include "import/fit_records.hpp"
#include "import/fit_time.hpp"
#include "import/recording.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::ingest {

/// What a session message says, or all lap messages of a part together.
struct FitSummary {
    std::optional<std::uint32_t> start; ///< FIT time
    std::optional<std::uint32_t> end;   ///< FIT time
    std::optional<std::uint32_t> sport;
    std::optional<std::uint32_t> sub_sport;
    std::optional<double> elapsed_s;
    std::optional<double> timer_s;
    std::optional<double> moving_s;
    std::optional<double> distance_m;
    std::optional<double> avg_hr_bpm;
    std::optional<double> max_hr_bpm;
    std::optional<double> max_speed_mps;
    std::optional<double> ascent_m;
    std::optional<double> rpe;
    std::optional<double> load_au;
    std::string name; ///< what the watch calls the sport
};

/// Gathers the messages of one part.
class FitPart {
public:
    /// @param points  how many records may be kept.
    explicit FitPart(std::size_t points) : records_(points) {}

    void add(const FitMessage& message);

    /// Absent: the part has no file_id message.
    std::optional<std::uint32_t> file_type() const noexcept { return file_type_; }

    std::optional<std::uint32_t> manufacturer() const noexcept { return manufacturer_; }

    /// There is something that a session could be made of.
    bool has_activity() const noexcept {
        return !sessions_.empty() || laps_seen_ > 0 || !records_.points().empty();
    }

    std::size_t records() const noexcept { return records_.points().size(); }

    std::size_t records_dropped() const noexcept { return records_.dropped(); }

    std::size_t sessions_dropped() const noexcept { return sessions_dropped_; }

    /// Sport codes that the table does not know, with the sessions that carry them. After
    /// recordings().
    const std::map<std::uint32_t, std::size_t>& unknown_sports() const noexcept {
        return unknown_sports_;
    }

    /// The start came from the file's name. After recordings().
    bool dated_by_name() const noexcept { return dated_by_name_; }

    /// The sessions of the part, each with its records; without a session message all laps and
    /// records are one session. The part is used up.
    /// @param path  its name gives the date where times count from the start of the device and
    ///              nothing in the file says when that was.
    std::vector<Recording> recordings(const std::string& path);

private:
    void add_session(const FitMessage& message);
    void add_lap(const FitMessage& message);
    std::optional<std::uint32_t> first_time() const;
    void fill_gaps(FitSummary& session) const;
    Recording recording_of(const FitSummary& session, const std::optional<FitAnchor>& anchor);
    void deal_out_points(std::vector<Recording>& recordings);

    std::optional<std::uint32_t> file_type_;
    std::optional<std::uint32_t> manufacturer_;
    std::optional<std::uint32_t> sport_;
    std::optional<std::uint32_t> sub_sport_;
    FitTimes times_;
    std::vector<FitSummary> sessions_;
    FitSummary laps_;
    std::size_t laps_seen_ = 0;
    FitRecords records_;
    std::size_t sessions_dropped_ = 0;
    std::map<std::uint32_t, std::size_t> unknown_sports_;
    bool dated_by_name_ = false;
};

} // namespace plimsoll::ingest

#endif

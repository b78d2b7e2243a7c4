// Times of rows.
// SPDX-License-Identifier: Apache-2.0
#include "import/track_lane.hpp"

#include "import/clock.hpp"
#include "model/units.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

namespace plimsoll::ingest {
namespace {

constexpr double seconds_of_day = 86400.0;
constexpr double excel_epoch_days = -25569.0; // 30 December 1899, in days since 1970
constexpr double usual_step_s = 0.1;          // where a clock stands still: 10 Hz
constexpr double leap_s = 60.0;               // policy: a longer step may be a fault
constexpr double rounded_moment_s = 61.0;     // a moment may be without its seconds

// "09", "09.25" or "09,25" as seconds of a minute; nothing for any other text.
std::optional<double> seconds_of_minute(std::string_view text) noexcept {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.size() < 2 || !is_digit(text[0]) || !is_digit(text[1]) || text[0] > '5') {
        return std::nullopt;
    }
    double value = 10.0 * (text[0] - '0') + (text[1] - '0');
    if (text.size() == 2) {
        return value;
    }
    constexpr std::size_t most_digits = 12;
    if ((text[2] != '.' && text[2] != ',') || text.size() > 3 + most_digits) {
        return std::nullopt;
    }
    double digits = 0.0;
    double power = 1.0;
    for (const char c : text.substr(3)) {
        if (!is_digit(c)) {
            return std::nullopt;
        }
        digits = 10.0 * digits + (c - '0');
        power *= 10.0;
    }
    return value + digits / power;
}

} // namespace

std::optional<double> MomentReader::read(std::string_view cell, DateShape shape) {
    const std::size_t colon = cell.rfind(':');
    const std::string_view before = cell.substr(0, colon == std::string_view::npos ? 0 : colon + 1);
    if (!before_.empty() && before == before_) {
        if (const auto seconds = seconds_of_minute(cell.substr(before.size()))) {
            return before_s_ + *seconds;
        }
    }
    const auto moment = parse_moment(cell, shape);
    if (!moment) {
        return parse_clock(cell);
    }
    const double whole =
        seconds_of_day * moment->time.day.days_since_1970() + moment->time.second.value_or(0);
    // Hours and minutes before the seconds, no offset behind them.
    const auto seconds = seconds_of_minute(cell.substr(before.size()));
    if (!seconds || std::count(before.begin(), before.end(), ':') != 2) {
        return whole;
    }
    before_ = before;
    before_s_ = whole - static_cast<double>(static_cast<int>(*seconds));
    return before_s_ + *seconds;
}

double TrackLane::start_at(double since_1970_s, bool is_local) {
    if (!recording_.start_s) {
        recording_.start_s = since_1970_s;
        recording_.start_is_local = is_local;
    }
    return since_1970_s;
}

// A column of seconds may begin again or stand still; the time goes on all the same. Where it leapt
// ahead and carries on from before, so does the time.
double TrackLane::running_s(double seconds) {
    if (last_seconds_) {
        const double step = seconds - *last_seconds_;
        if (step > leap_s) {
            seconds_before_leap_ = *last_seconds_;
            clock_before_leap_s_ = clock_s_;
        }
        const double since_leap = seconds - seconds_before_leap_;
        if (step < 0.0 && since_leap > 0.0 && since_leap <= leap_s) {
            clock_s_ = clock_before_leap_s_ + since_leap;
        } else {
            clock_s_ += step > 0.0 ? step : usual_step_s;
        }
    } else {
        clock_s_ = seconds;
    }
    last_seconds_ = seconds;
    return clock_s_;
}

// The seconds begin anew in one recording, too; then the moments go on all the same. Pauses only
// make them later than the rows tell.
bool TrackLane::is_back(double seconds, std::string_view moment, DateShape shape) {
    const bool under_header = std::exchange(under_header_, false);
    if (!last_seconds_ || seconds >= *last_seconds_) {
        return false;
    }
    if (under_header || !dated_s_) {
        return under_header;
    }
    const std::optional<double> at = moments_.read(moment, shape);
    return at && *at >= seconds_of_day &&
           *at < *dated_s_ + (clock_s_ - clock_dated_s_) - rounded_moment_s;
}

std::optional<double> TrackLane::time_of(const TrackValues& values, std::string_view moment,
                                         DateShape shape) {
    if (values.has(TrackField::excel_days)) {
        constexpr double most_days = 1e6;
        const double days = values[TrackField::excel_days];
        if (!timed_by(Clock::excel_days)) {
            return std::nullopt;
        }
        const bool is_days = days < most_days;
        return start_at(is_days ? seconds_of_day * (days + excel_epoch_days) : days, is_days);
    }
    if (values.has(TrackField::unix_ms) && timed_by(Clock::unix_ms)) {
        return start_at(values[TrackField::unix_ms] / 1000.0, false);
    }
    if (values.has(TrackField::unix_s) && timed_by(Clock::unix_s)) {
        const double centiseconds =
            values.has(TrackField::centiseconds) ? values[TrackField::centiseconds] : 0.0;
        return start_at(values[TrackField::unix_s] + centiseconds / 100.0, false);
    }
    std::optional<double> running;
    if (values.has(TrackField::minutes)) {
        running = values[TrackField::minutes] * units::seconds_per_minute;
    } else if (values.has(TrackField::seconds)) {
        running = values[TrackField::seconds];
    }
    if ((running || step_s_ > 0.0) && timed_by(Clock::running)) {
        if (running) {
            went_back_ = is_back(*running, moment, shape);
            if (went_back_) {
                return std::nullopt;
            }
            running = running_s(*running);
        } else {
            running = clock_s_;
            clock_s_ += step_s_;
        }
        if (recording_.start_s) {
            return running; // the moment tells nothing more
        }
    } else {
        running.reset();
    }
    const std::optional<double> at = moment.empty() ? std::nullopt : moments_.read(moment, shape);
    if (at && *at >= seconds_of_day) { // with a date
        start_at(*at, true);
        if (!dated_s_) {
            dated_s_ = *at;
            clock_dated_s_ = clock_s_;
        }
    }
    return running || !at || !timed_by(Clock::moment) ? running : at;
}

} // namespace plimsoll::ingest

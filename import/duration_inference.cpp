// Votes of cells for one way of writing durations.
// SPDX-License-Identifier: Apache-2.0
#include "import/duration_inference.hpp"

#include "import/clock.hpp"
#include "import/text_encoding.hpp"
#include "model/units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace plimsoll::ingest {
namespace {

// Policy: speeds that are nobody's mean over a session lie outside.
constexpr double slowest_usual_mps = 0.25;
constexpr double fastest_usual_mps = 15.0;
constexpr double many_minutes = 600.0;
constexpr double slow_in_minutes_mps = 0.08; // so slow that seconds are meant, however few
constexpr double few_hours = 5.0;
constexpr int first_hour = 6;
constexpr int last_hour = 22;

bool is_usual(double speed_mps) noexcept {
    return speed_mps >= slowest_usual_mps && speed_mps <= fastest_usual_mps;
}

} // namespace

void DurationInference::see(std::string_view cell, NumberStyle style,
                            std::optional<double> distance_m) {
    cell = trimmed(cell);
    const auto colons = std::count(cell.begin(), cell.end(), ':');
    if (colons == 0) {
        if (const auto value = parse_number(cell, style); value && *value > 0.0) {
            constexpr std::size_t many_digits = 4;
            const std::size_t mark = cell.find_last_of(".,");
            fine_ = fine_ || (mark != std::string_view::npos && cell.size() - mark > many_digits);
            see_number(*value, distance_m);
        }
        return;
    }
    const std::optional<double> clock = parse_clock(cell);
    if (!clock || !(*clock > 0.0)) {
        return;
    }
    if (colons > 1) {
        ++triples_;
        return;
    }
    const auto whole = static_cast<int>(*clock);
    see_pair(whole / 60, whole % 60, distance_m);
}

void DurationInference::see_pair(int first, int second, std::optional<double> distance_m) {
    lowest_first_ = pairs_ == 0 ? first : std::min(lowest_first_, first);
    ++pairs_;
    highest_first_ = std::max(highest_first_, first);
    of_day_ += first >= first_hour && first <= last_hour ? 1U : 0U;
    if (distance_m && *distance_m > 0.0) {
        const double lasts_s = units::seconds_per_minute * first + second;
        ++(*distance_m <= fastest_usual_mps * lasts_s ? slow_ : fast_);
    }
}

void DurationInference::see_number(double value, std::optional<double> distance_m) {
    numbers_.push_back(value);
    broken_ = broken_ || value > std::floor(value);
    if (!distance_m || !(*distance_m > 0.0)) {
        return;
    }
    const double of_seconds_mps = *distance_m / value;
    const double of_minutes_mps = of_seconds_mps / units::seconds_per_minute;
    const double of_hours_mps = of_seconds_mps / units::seconds_per_hour;
    const bool too_slow = of_minutes_mps < slow_in_minutes_mps ||
                          (value > many_minutes && of_minutes_mps < slowest_usual_mps);
    if (too_slow && is_usual(of_seconds_mps)) {
        ++in_seconds_;
    } else if (of_minutes_mps > fastest_usual_mps && is_usual(of_hours_mps)) {
        ++in_hours_;
    } else {
        ++in_minutes_;
    }
}

Inferred<Unit> DurationInference::conclude_pairs() const {
    static const std::string too_short = "in M:SS none would last six minutes";
    const bool few = static_cast<double>(highest_first_) <= few_hours;
    if (slow_ + fast_ > 0) {
        return fast_ > slow_
                   ? Inferred<Unit>{Unit::hours_minutes, false, "in M:SS nobody is so fast"}
                   : Inferred<Unit>{Unit::minutes, true, "by the distances"};
    }
    if (said_ == Unit::hours && highest_first_ <= last_hour + 1) {
        return {Unit::hours_minutes, true, "as the heading says"};
    }
    if (triples_ > 0) {
        return few ? Inferred<Unit>{Unit::hours_minutes, false, too_short}
                   : Inferred<Unit>{Unit::minutes, true, "some have hours before them"};
    }
    if (may_be_clock_ && !said_ && of_day_ == pairs_) {
        return {Unit::text, false, "all lie between 6:00 and 22:59"};
    }
    if (few) {
        return {Unit::hours_minutes, false, too_short};
    }
    const bool beyond_hours = highest_first_ > last_hour || said_;
    return {Unit::minutes, beyond_hours, "assumed: no distance stands beside them"};
}

double DurationInference::middle_number() const {
    std::vector<double> sorted = numbers_;
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    return *middle;
}

std::optional<std::string> DurationInference::fractions_of_a_day() const {
    constexpr double six_hours = 0.25;
    const bool below_one =
        std::all_of(numbers_.begin(), numbers_.end(), [](double number) { return number < 1.0; });
    if (!fine_ || !below_one || middle_number() >= six_hours) {
        return std::nullopt;
    }
    return fmt::format("fractions of a day, as spreadsheets keep times: the middle one is {:g}",
                       middle_number());
}

// What the heading says, unless all that the cells say is against it.
Inferred<Unit> DurationInference::by_heading() const {
    constexpr double hours_a_day = 24.0;
    constexpr double many_hours = 10.0;
    const double middle = middle_number();
    const bool all_in_seconds = in_seconds_ > 0 && in_minutes_ + in_hours_ == 0;
    const bool no_distance = in_seconds_ + in_minutes_ + in_hours_ == 0;
    if (said_ == Unit::minutes && middle > many_minutes && (all_in_seconds || no_distance) &&
        middle <= many_hours * units::seconds_per_hour) {
        return {Unit::seconds, false, fmt::format("the middle one is {:g}", middle)};
    }
    const bool all_in_minutes = in_minutes_ > 0 && in_seconds_ + in_hours_ == 0;
    if (said_ == Unit::hours &&
        (no_distance ? middle > hours_a_day : all_in_minutes && middle > many_hours)) {
        return {Unit::minutes, false, fmt::format("the middle one is {:g}", middle)};
    }
    return {*said_, true, ""};
}

Inferred<Unit> DurationInference::conclude_numbers() const {
    if (numbers_.empty()) {
        return {said_.value_or(Unit::minutes), true, ""};
    }
    if (const auto why = fractions_of_a_day()) {
        return {Unit::days, false, *why};
    }
    if (said_) {
        return by_heading();
    }
    const std::size_t most = std::max({in_seconds_, in_minutes_, in_hours_});
    if (most > 0) {
        if (in_minutes_ == most) {
            return {Unit::minutes, true, "by the distances"};
        }
        return in_seconds_ == most
                   ? Inferred<Unit>{Unit::seconds, false, "in minutes nobody is so slow"}
                   : Inferred<Unit>{Unit::hours, false, "in minutes nobody is so fast"};
    }
    const double middle = middle_number();
    if (middle > many_minutes) {
        return {Unit::seconds, false, fmt::format("the middle one is {:g}", middle)};
    }
    const double highest = *std::max_element(numbers_.begin(), numbers_.end());
    if (broken_ && highest <= few_hours) {
        return {Unit::hours, false, fmt::format("the highest is {:g}", highest)};
    }
    return {Unit::minutes, true, ""};
}

bool DurationInference::may_be_pace() const noexcept {
    constexpr int fastest_min = 2; // a kilometre or a mile, policy
    constexpr int slowest_min = 19;
    return fast_ > slow_ && lowest_first_ >= fastest_min && highest_first_ <= slowest_min &&
           triples_ == 0;
}

DurationWriting DurationInference::conclude() const {
    const Inferred<Unit> numbers = conclude_numbers();
    DurationWriting writing{numbers.value, false, numbers.sure,
                            said_.has_value() && numbers.value != *said_, numbers.why};
    if (pairs_ == 0) {
        return writing;
    }
    const Inferred<Unit> pairs = conclude_pairs();
    if (pairs.value == Unit::text && pairs_ < numbers_.size()) {
        return writing;
    }
    writing.hours_first = pairs.value == Unit::hours_minutes;
    writing.sure = writing.sure && pairs.sure;
    if (numbers_.empty()) {
        writing.numbers = pairs.value == Unit::text ? Unit::text : said_.value_or(Unit::minutes);
        writing.why.clear();
    }
    if (!pairs.sure) {
        writing.why = writing.why.empty() ? pairs.why : pairs.why + "; " + writing.why;
    }
    return writing;
}

} // namespace plimsoll::ingest

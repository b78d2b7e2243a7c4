// Rows that are no sessions by what they say, and values against what is possible in a sport.
// SPDX-License-Identifier: Apache-2.0
#include "import/fccp.hpp"
#include "import/row_reader.hpp"
#include "import/track.hpp"
#include "model/athlete.hpp"
#include "model/units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace plimsoll::ingest {
namespace {

// What spreadsheets write below or above a column in place of an athlete or a day.
constexpr std::array<std::string_view, 22> summary_words{
    "total",    "totals",       "sum",        "average",       "averages",   "avg",
    "mean",     "team average", "team total", "squad average", "std dev",    "median",
    "gesamt",   "summe",        "schnitt",    "durchschnitt",  "mittelwert", "moyenne",
    "promedio", "media",        "gemiddeld",  "suma"};

constexpr char small(char c) noexcept {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// The sizes of the words that begin with each letter, a bit a size: most names have none of them.
constexpr auto sizes_by_letter = [] {
    std::array<std::uint16_t, 26> sizes{};
    for (const std::string_view word : summary_words) {
        sizes.at(static_cast<std::size_t>(word.front() - 'a')) |=
            static_cast<std::uint16_t>(1U << word.size());
    }
    return sizes;
}();

bool is_summary_word(std::string_view cell) noexcept {
    constexpr std::size_t longest = 15;
    if (cell.empty() || cell.size() > longest) {
        return false;
    }
    const char first = small(cell.front());
    if (first < 'a' || first > 'z' ||
        (std::uint32_t{sizes_by_letter[static_cast<std::size_t>(first - 'a')]} >> cell.size() &
         1U) == 0) {
        return false;
    }
    return std::any_of(summary_words.begin(), summary_words.end(), [&](std::string_view word) {
        return cell.size() == word.size() &&
               std::equal(cell.begin(), cell.end(), word.begin(),
                          [](char a, char b) { return small(a) == b; });
    });
}

bool starts_with_letter(std::string_view cell) noexcept {
    const auto first = static_cast<unsigned char>(cell.empty() ? '0' : cell.front());
    return small(static_cast<char>(first)) >= 'a' || first >= 0x80;
}

// "Monthly total", "Grand Total", "Summe Januar".
bool holds_summary_word(std::string_view cell) noexcept {
    while (!cell.empty()) {
        const std::size_t blank = std::min(cell.find_first_of(" :"), cell.size());
        if (is_summary_word(cell.substr(0, blank))) {
            return true;
        }
        cell.remove_prefix(std::min(blank + 1, cell.size()));
    }
    return false;
}

} // namespace

double without_false_hours(double lasts_s, const std::optional<double>& distance_m) noexcept {
    constexpr double slowest_mps = 0.25;
    constexpr double fastest_mps_by_minutes = 15.0;
    constexpr double long_s = 5.0 * units::seconds_per_hour;
    const double meant_s = lasts_s / units::seconds_per_minute;
    const bool whole_minutes = std::fabs(std::remainder(lasts_s, units::seconds_per_minute)) < 0.5;
    const bool has_way = distance_m && *distance_m > 0.0;
    const bool meant = has_way ? *distance_m < slowest_mps * lasts_s &&
                                     *distance_m <= fastest_mps_by_minutes * meant_s
                               : lasts_s > long_s;
    return whole_minutes && meant ? meant_s : lasts_s;
}

// What was running and what was elapsed was written in one way.
void RowReader::mend_hours(Session& session) noexcept {
    for (auto member : {&Session::duration_s, &Session::elapsed_s}) {
        if (session.*member) {
            session.*member = without_false_hours(*(session.*member), session.distance_m);
        }
    }
}

bool RowReader::is_blank(const std::vector<std::string_view>& cells) const {
    const bool may_be = start_column_ == nullptr || start_column_->use.index >= cells.size() ||
                        cells[start_column_->use.index].empty();
    return may_be && std::all_of(cells.begin(), cells.end(),
                                 [](std::string_view cell) { return cell.empty(); });
}

bool RowReader::is_summary(const std::vector<std::string_view>& cells) const {
    const auto cell_of = [&](const ColumnPlan* column) {
        return column != nullptr && column->use.index < cells.size() ? cells[column->use.index]
                                                                     : std::string_view();
    };
    const std::string_view day = cell_of(start_column_);
    return is_summary_word(cell_of(athlete_column_)) || is_summary_word(day) ||
           (!day.empty() && starts_with_letter(day) && holds_summary_word(day));
}

// A second sheet that was pasted below the first, or the same export twice. No cell of a header is
// a number.
bool RowReader::is_header(std::uint32_t line, const std::vector<std::string_view>& cells) {
    if (start_column_ == nullptr || start_column_->use.index >= cells.size() ||
        !starts_with_letter(cells[start_column_->use.index]) || cells.size() > most_cells) {
        return false;
    }
    std::size_t filled = 0;
    std::size_t known = 0;
    for (const std::string_view cell : cells) {
        if (!cell.empty() && cell.find_first_of("0123456789") == 0) {
            return false;
        }
        filled += cell.empty() ? 0U : 1U;
        known += !cell.empty() && std::find(layout_.header.begin(), layout_.header.end(), cell) !=
                                      layout_.header.end()
                     ? 1U
                     : 0U;
    }
    constexpr std::size_t few = 2;
    if (filled < few) {
        return false;
    }
    if (known == filled &&
        std::equal(cells.begin(), cells.end(), layout_.header.begin(), layout_.header.end())) {
        ++notes_.header_rows;
        return true;
    }
    // Of other words, or in another order: it is a header if a dialect can read by it.
    constexpr std::size_t most_tries = 1000; // a file of texts must not take for ever
    if (++header_tries_ > most_tries) {
        return false;
    }
    const std::optional<HeaderMatch> match = match_of(*layout_.dialect, cells);
    if (!match || match->headerless) {
        return false;
    }
    const auto same = [](const ColumnUse& a, const ColumnUse& b) {
        return a.index == b.index && a.field == b.field;
    };
    // What a service exported in two languages has the same columns.
    const bool same_export = !is_sheet_ && cells.size() == layout_.header.size();
    if (same_export ||
        std::equal(match->columns.begin(), match->columns.end(), layout_.match.columns.begin(),
                   layout_.match.columns.end(), same)) {
        ++notes_.header_rows;
    } else {
        notes_.headers.push_back({line, {cells.begin(), cells.end()}});
    }
    return true;
}

// What nobody reaches in the sport is a glitch. Garmin's lists have so many that they are only
// counted.
void RowReader::limit_speed(std::uint32_t line, Session& session) {
    const double limit_mps =
        session.sport == Sport::unknown ? fastest_mps : fastest_mps_in(session.sport);
    if (session.max_speed_mps.value_or(0.0) <= limit_mps) {
        return;
    }
    if (speed_column_ != nullptr && speed_column_->may_be_pace) {
        ++notes_.fast_rows;
    } else {
        diagnostics_.add(Severity::warning, line, 0, "max_speed_mps", "out_of_range",
                         fmt::format("{:g} m/s is above {:g}; taken as missing",
                                     *session.max_speed_mps, limit_mps));
    }
    session.max_speed_mps.reset();
}

// Of a sheet that people keep: a watch's list has short sessions of every sort.
void RowReader::doubt_duration(std::uint32_t line, const Session& session) noexcept {
    constexpr double long_s = 24.0 * units::seconds_per_hour; // policy, and so is the next
    constexpr double short_s = 3.0 * units::seconds_per_minute;
    const double lasts_s = session.duration_s.value_or(0.0);
    const bool is_long = lasts_s > long_s;
    if (is_long || (lasts_s > 0.0 && lasts_s < short_s)) {
        ++(is_long ? notes_.days_long : notes_.minutes_short);
        notes_.odd_line = notes_.odd_line == 0 ? line : notes_.odd_line;
    }
}

// A distance that nobody covers in the time is one in another unit, or another column's.
void RowReader::limit_distance(std::uint32_t line, Session& session) {
    if (!session.distance_m) {
        return;
    }
    const double lasts_s =
        std::max(session.duration_s.value_or(0.0), session.elapsed_s.value_or(0.0));
    PaceFault fault = pace_fault(*session.distance_m, lasts_s, session.sport);
    constexpr double farthest_m = 1e6; // as for other columns
    if (fault == PaceFault::none && *session.distance_m > farthest_m) {
        fault = PaceFault::too_fast;
    }
    if (fault == PaceFault::none) {
        return;
    }
    // Garmin's lists have swims and runs on the track in metres, under labels that nobody may know.
    const double as_metres_m = *session.distance_m / metres_in(rules_.distance);
    const bool may_be_metres = layout_.dialect->swims_in_metres && fault == PaceFault::too_fast &&
                               session.sport == Sport::other;
    if (may_be_metres && pace_fault(as_metres_m, lasts_s, Sport::run) == PaceFault::none) {
        session.distance_m = as_metres_m;
        ++notes_.metre_rows;
        return;
    }
    ++notes_.odd_distances;
    ++unusable_values_;
    diagnostics_.add(Severity::warning, line, 0, "distance_m", "out_of_range",
                     in_words(fault, *session.distance_m, lasts_s) + "; taken as missing");
    session.distance_m.reset();
}

} // namespace plimsoll::ingest

// The daily calendar.
// SPDX-License-Identifier: Apache-2.0
#include "model/daily_series.hpp"

#include "model/error.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace plimsoll {
namespace {

constexpr std::size_t shortest_gap_days = 7; // policy: design, "Daily series"

} // namespace

std::string_view to_string(DayKind kind) noexcept {
    switch (kind) {
    case DayKind::observed:
        return "observed";
    case DayKind::rest:
        return "rest";
    case DayKind::gap:
    case DayKind::unlogged:
        break;
    }
    return "gap";
}

DailySeries::DailySeries(Date first, std::vector<double> loads, std::vector<DayKind> kinds)
    : first_(first),
      loads_(std::move(loads)),
      kinds_(std::move(kinds)) {
    require(loads_.size() == kinds_.size(), "DailySeries: as many kinds as loads");
    require(std::all_of(loads_.begin(), loads_.end(),
                        [](double load) { return std::isfinite(load) && load >= 0.0; }),
            "DailySeries: loads are finite and not negative");
}

bool DailySeries::contains(Date day) const noexcept {
    return day >= first_ && day - first_ < static_cast<int>(loads_.size());
}

std::size_t DailySeries::index_of(Date day) const {
    require(contains(day), "DailySeries: day outside the series");
    return static_cast<std::size_t>(day - first_);
}

std::vector<Gap> DailySeries::gaps() const {
    std::vector<Gap> gaps;
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
        if (kinds_[i] != DayKind::gap) {
            continue;
        }
        if (i > 0 && kinds_[i - 1] == DayKind::gap) {
            gaps.back().to = day(i);
        } else {
            gaps.push_back({day(i), day(i)});
        }
    }
    return gaps;
}

std::span<const double> DailySeries::known_loads() const noexcept {
    const auto last = std::find(kinds_.rbegin(), kinds_.rend(), DayKind::unlogged);
    return std::span(loads_).last(static_cast<std::size_t>(last - kinds_.rbegin()));
}

std::vector<DayKind> kinds_of_days(const std::vector<bool>& had_session) {
    std::vector<DayKind> kinds(had_session.size(), DayKind::observed);
    for (std::size_t i = 0; i < had_session.size();) {
        if (had_session[i]) {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < had_session.size() && !had_session[end]) {
            ++end;
        }
        const DayKind kind = end - i >= shortest_gap_days ? DayKind::gap : DayKind::rest;
        for (; i < end; ++i) {
            kinds[i] = kind;
        }
    }
    return kinds;
}

} // namespace plimsoll

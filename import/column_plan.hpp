// What reading a column of numbers takes, worked out once a file.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_COLUMN_PLAN_HPP
#define PLIMSOLL_IMPORT_COLUMN_PLAN_HPP

#include "import/cell_words.hpp"
#include "import/clock.hpp"
#include "import/dialect.hpp"
#include "import/inference.hpp"
#include "import/number.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace plimsoll::ingest {

/// How the cells of one column become values of Session.
struct ColumnPlan {
    ColumnUse use{};
    std::optional<double> Session::*member = nullptr; ///< null: text, or a helping field
    bool scaled = false;          ///< the cells are in another unit than the member
    double factor = 1.0;          ///< from that unit to the member's
    bool is_time = false;         ///< a cell may be H:MM:SS
    bool hours_first = false;     ///< a cell of two parts is H:MM
    bool clock_only = false;      ///< a number alone is no duration
    bool words_too = false;       ///< a cell may name its unit: "1h30", "10 km", "5/10"
    bool has_file_unit = false;   ///< the unit is the one inferred for the file
    bool may_be_pace = false;     ///< a cell M:SS is a pace, not a speed
    bool zero_is_missing = false; ///< 0 says "not measured"
    double highest = 0.0;         ///< in the unit of the member
};

ColumnPlan plan_of(const ColumnUse& use, const Dialect& dialect, DistanceUnit file_distance);

/// Makes @p value that of a cell in the unit of the member, of seconds where it is H:MM:SS. A
/// product with the unit's factor is rounded to thousandths of the unit: 16.06 km are 16060 m.
/// @param plain_metres  the row's distance is in metres whatever the file's unit.
/// @return              whether the cell holds a number.
inline bool read_value(std::string_view cell, const ColumnPlan& plan, NumberStyle style,
                       bool plain_metres, double& value) {
    if (!read_number(cell, style, value)) {
        const std::optional<double> clock = plan.is_time && cell.find(':') != std::string_view::npos
                                                ? parse_clock(cell)
                                                : std::nullopt;
        value = clock.value_or(value);
        if (plan.hours_first && std::count(cell.begin(), cell.end(), ':') == 1) {
            value *= 60.0;
        }
        if (!clock && plan.words_too) {
            return read_with_words(cell, plan.use, style, value);
        }
        return clock.has_value();
    }
    if (!plan.scaled || (plain_metres && plan.has_file_unit)) {
        return true;
    }
    if (plan.clock_only) {
        return false;
    }
    const double thousandths = value * plan.factor * 1000.0;
    // As std::round where that is easy, but without a call.
    const bool easy = thousandths >= 0.0 && thousandths < 1e15;
    // NOLINTNEXTLINE(bugprone-incorrect-roundings): not negative, and far below 2^63
    value = (easy ? static_cast<double>(static_cast<std::int64_t>(thousandths + 0.5))
                  : std::round(thousandths)) /
            1000.0;
    return true;
}

/// ColumnPlan::highest, for messages: "seven days".
std::string limit_in_words(Field field);

} // namespace plimsoll::ingest

#endif

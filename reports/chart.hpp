// Pictures of a document as data: what they show, not how it is drawn.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_CHART_HPP
#define PLIMSOLL_REPORTS_CHART_HPP

#include "model/date.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace plimsoll::reports {

/// Days along, one quantity up. Every layer with a name stands in the legend. What layers have in
/// common is told apart by shape and dash, never by colour alone.
struct TimeChart {
    enum class Tone : std::uint8_t { plain, main, attention };
    enum class Dash : std::uint8_t { solid, dashed, dotted };
    enum class Shape : std::uint8_t { filled, open, triangle, diamond };

    struct Bar {
        Date from;
        Date to; ///< the last day
        double value;
        bool hatched = false;
        std::string label = {}; ///< above it; a letter or two
    };

    struct Bars {
        std::string name;
        std::vector<Bar> bars;
        Tone tone = Tone::plain;
    };

    /// One value a day from @c first on; a day without one breaks the line.
    struct Line {
        std::string name;
        Date first = Date::from_days(0);
        std::vector<std::optional<double>> values;
        Dash dash = Dash::solid;
        Tone tone = Tone::main;
        bool steps = false;  ///< holds its value for the whole day
        bool filled = false; ///< tinted below
    };

    struct Dot {
        Date day;
        double value;
    };

    struct Dots {
        std::string name;
        std::vector<Dot> dots;
        Shape shape = Shape::filled;
        Tone tone = Tone::main;
    };

    /// A stretch of days.
    struct Stretch {
        Date from;
        Date to; ///< the last day
        std::string text = {};
    };

    struct Shade {
        std::string name;
        std::vector<Stretch> stretches;
        bool hatched = false;
    };

    /// From one value to another, all days through.
    struct Band {
        std::string name;
        double low;
        double high;
    };

    /// A value, all days through.
    struct Level {
        std::string name;
        double value;
        Dash dash = Dash::dashed;
    };

    /// The load line's mark at the right border: a circle with a line through it.
    struct Mark {
        double value;
        std::string text;
    };

    /// Named stretches side by side below the days.
    struct Lane {
        std::string name;
        std::vector<Stretch> stretches;
    };

    Date first = Date::from_days(0);
    Date last = Date::from_days(0);
    std::string unit;       ///< of the quantity, in words: "km a run"
    double least_top = 0.0; ///< the axis reaches at least so far
    std::vector<Shade> shades = {};
    std::vector<Band> bands = {};
    std::vector<Bars> bars = {};
    std::vector<Level> levels = {};
    std::vector<Line> lines = {};
    std::vector<Dots> dots = {};
    std::optional<Mark> mark = {};
    std::vector<Lane> lanes = {};
};

/// Ratios with their intervals, one below the other, on a logarithmic axis with a line at 1.
struct ForestChart {
    struct Row {
        std::string name;
        std::string figure; ///< 1.9 (1.4-2.7)
        double value;
        double low;
        double high;
        bool open = false;    ///< drawn as an empty square
        bool summary = false; ///< drawn as a diamond
    };

    std::string unit;
    std::vector<Row> rows;
    std::string open_means = {}; ///< for the legend; empty: no row is open
};

/// Who, by week: a figure in each cell, its shade the larger the darker.
struct HeatChart {
    struct Cell {
        std::string figure;
        std::optional<int> shade; ///< 0 to most_shade; absent: no value
    };

    struct Row {
        std::string name;
        std::vector<Cell> cells; ///< one a column
    };

    static constexpr int most_shade = 4;

    std::vector<std::string> columns;
    std::vector<Row> rows;
};

struct Chart {
    std::string title;
    std::string note;    ///< a sentence or two below it
    std::string reading; ///< what it shows, for who cannot see it
    std::variant<ForestChart, HeatChart, TimeChart> body;
    bool in_text = false; ///< pages of plain text carry it, too
    std::string id = {};  ///< of chart_ids
};

/// What charts are called where one is asked for alone.
inline constexpr std::array<std::string_view, 7> chart_ids{"line",    "load", "ratios", "factors",
                                                           "sprints", "plan", "weeks"};

} // namespace plimsoll::reports

#endif

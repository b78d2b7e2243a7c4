// A report before it is rendered: what it says, not how it looks on paper or screen.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_DOCUMENT_HPP
#define PLIMSOLL_REPORTS_DOCUMENT_HPP

#include "reports/chart.hpp"
#include "reports/customs.hpp"

#include <array>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace plimsoll::reports {

/// Text in any block may come from a log and is untrusted: a renderer escapes it for its format.

struct Heading {
    enum class Level { section, part }; ///< a part is of one athlete; its text stays as it is
    std::string text;
    Level level = Level::section;
};

struct Paragraph {
    std::string text;
};

/// The answer of the page: a label, a figure with its unit, and a sentence on where it is from.
struct KeyFigure {
    std::string label;
    std::string figure;
    std::string note;
};

/// Points, one a line or more, each behind a mark.
struct Points {
    enum class Mark { attention, box, plain };
    Mark mark = Mark::plain;
    std::vector<std::string> texts;
};

/// A length drawn from 0 to full, in a table cell.
struct Bar {
    double value;
    double full;
};

using Cell = std::variant<std::string, Bar>;

struct Column {
    enum class Align { left, right };
    enum class Fit {
        natural, ///< as wide as its widest cell
        cut,     ///< takes what is left of the line, longer text is cut
        wrap     ///< takes what is left of the line, longer text goes on below
    };
    std::string title;
    Align align = Align::left;
    Fit fit = Fit::natural;
};

struct Row {
    std::vector<Cell> cells; ///< one a column
    std::string note = {};   ///< a sentence below the row, over all columns; may be empty
};

/// At most one column fits by cut or wrap.
struct Table {
    std::vector<Column> columns;
    std::vector<Row> rows;
};

/// Weeks as rows, their days as columns, a few words a day: for a wall.
struct WeekGrid {
    struct Week {
        std::vector<std::string> head; ///< lines: the first is the day that it begins on
        std::array<std::vector<std::string>, 7> days; ///< lines; none: not of the plan
    };

    std::array<std::string, 7> days; ///< names, in the order of the columns
    std::vector<Week> weeks;
    /// Told where a page has no room for all weeks, behind "From DAY on: ".
    std::string left_out;
};

struct PageBreak {};

using Block =
    std::variant<Heading, Paragraph, KeyFigure, Points, Table, WeekGrid, Chart, PageBreak>;

struct Document {
    std::string title;   ///< "Weekly report"
    std::string subject; ///< whose
    std::string period;  ///< "week 2026-W47 (16 Nov - 22 Nov 2026)"
    std::string footer;  ///< on every page
    std::vector<Block> blocks;
    Customs customs = {};
    /// Fitted to a single page: of a week grid the last weeks give way, on paper the type grows.
    bool one_page = false;

    void add(Block block) { blocks.push_back(std::move(block)); }
};

/// The line that every report carries.
inline constexpr const char* not_advice =
    "Information, not medical advice. No diagnosis, no prediction. In pain: a physio.";

} // namespace plimsoll::reports

#endif

// Plain text: blocks to slabs, slabs to pages, pages to bytes.
// SPDX-License-Identifier: Apache-2.0
#include "reports/text_renderer.hpp"

#include "model/error.hpp"
#include "model/words.hpp"
#include "reports/paginate.hpp"
#include "reports/text_chart.hpp"
#include "reports/text_grid.hpp"
#include "reports/week_grid.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace plimsoll::reports {
namespace {

constexpr std::size_t indent = 2;
constexpr std::size_t column_gap = 2;
constexpr std::size_t least_flexible_width = 8;
constexpr std::size_t header_lines = 4; // two lines, a rule, a blank
constexpr std::size_t footer_lines = 2; // a rule, the line

// How a week grid is fitted to a page.
struct GridFit {
    std::size_t weeks; ///< that it shows
    bool spaced;       ///< a blank line between them
};

class TextLayout {
public:
    TextLayout(const TextStyle& style, const GridFit& fit) : style_(style), fit_(fit) {}

    void operator()(const Heading& heading) {
        Slab slab;
        std::string text = clean(heading.text);
        if (heading.level == Heading::Level::section) {
            std::transform(text.begin(), text.end(), text.begin(), [](char c) {
                return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
            });
            slab.lines = wrapped(text, style_.columns);
        } else {
            text = cut_to(text, style_.columns);
            slab.lines = {text, std::string(width_of(text), '=')};
        }
        slab.keeps_with_next = true;
        add(std::move(slab));
        after_heading_ = true;
    }

    void operator()(const Paragraph& paragraph) {
        Slab slab;
        slab.lines = indented(clean(paragraph.text), indent, indent);
        add(std::move(slab));
    }

    void operator()(const KeyFigure& key) {
        Slab slab;
        slab.lines = indented(clean(key.label + ": " + key.figure), indent, indent + 2);
        for (std::string& line : indented(clean(key.note), indent + 2, indent + 2)) {
            slab.lines.push_back(std::move(line));
        }
        add(std::move(slab));
    }

    void operator()(const Points& points) {
        const std::string mark = points.mark == Points::Mark::attention ? "! "
                                 : points.mark == Points::Mark::box     ? "[ ] "
                                                                        : "- ";
        for (std::size_t i = 0; i < points.texts.size(); ++i) {
            Slab slab;
            slab.lines =
                indented(clean(points.texts[i]), indent + mark.size(), indent + mark.size());
            slab.lines.front().replace(indent, mark.size(), mark);
            after_heading_ = after_heading_ || i > 0; // one below the other
            add(std::move(slab));
        }
    }

    void operator()(const Table& table);

    void operator()(const WeekGrid& grid) {
        const std::size_t shown = std::min(fit_.weeks, grid.weeks.size());
        add(text_grid(grid, shown, fit_.spaced, style_));
        if (shown < grid.weeks.size()) {
            (*this)(Paragraph{weeks_left_out(grid, shown)});
        }
    }

    // Of charts over days those that say more than the tables; without what a page cannot show.
    void operator()(const Chart& chart) {
        const auto* over_days = std::get_if<TimeChart>(&chart.body);
        if (!chart.in_text || over_days == nullptr) {
            return;
        }
        Slab slab;
        slab.lines = indented(clean(chart.title), indent, indent);
        const std::vector<std::string> picture = text_chart(*over_days, style_.columns - indent);
        for (std::size_t i = 0; i + 1 < picture.size(); ++i) {
            slab.lines.push_back(std::string(indent, ' ') + picture[i]);
        }
        for (std::string& line : indented(clean(picture.back()), indent, indent)) {
            slab.lines.push_back(std::move(line));
        }
        for (std::string& line : indented(clean(chart.note), indent, indent)) {
            slab.lines.push_back(std::move(line));
        }
        add(std::move(slab));
    }

    void operator()(const PageBreak&) { page_break_ = true; }

    std::vector<Slab> take() { return std::move(slabs_); }

private:
    std::string clean(std::string_view text) const { return printable(text, style_.charset); }

    std::vector<std::string> indented(const std::string& text, std::size_t first,
                                      std::size_t others) const {
        std::vector<std::string> lines = wrapped(text, style_.columns - std::max(first, others));
        for (std::size_t i = 0; i < lines.size(); ++i) {
            lines[i].insert(0, i == 0 ? first : others, ' ');
        }
        return lines;
    }

    std::string bar(const Bar& bar, std::size_t width) const {
        const double share = bar.full > 0.0 ? std::clamp(bar.value / bar.full, 0.0, 1.0) : 0.0;
        auto cells = static_cast<std::size_t>(std::lround(share * static_cast<double>(width)));
        if (share > 0.0) {
            cells = std::max<std::size_t>(cells, 1); // a short run is not no run
        }
        std::string out;
        for (std::size_t i = 0; i < cells; ++i) {
            out += style_.charset == Charset::unicode ? "\xE2\x96\x88" : "#";
        }
        return out;
    }

    void add(Slab slab) {
        slab.starts_page = std::exchange(page_break_, false);
        slab.spaced = !std::exchange(after_heading_, false);
        for (std::string& line : slab.lines) {
            line.erase(line.find_last_not_of(' ') + 1);
        }
        slabs_.push_back(std::move(slab));
    }

    const TextStyle& style_;
    GridFit fit_;
    std::vector<Slab> slabs_;
    bool page_break_ = false;
    bool after_heading_ = false;
};

// A table's text, cell by cell, and the widths of its columns.
class TableLayout {
public:
    TableLayout(const Table& table, const TextStyle& style) : table_(table), style_(style) {
        std::size_t used = indent + column_gap * (table.columns.size() - 1);
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            const Column& column = table.columns[c];
            std::size_t width = width_of(column.title);
            for (const auto& row : table.rows) {
                if (const auto* text = std::get_if<std::string>(&row.cells.at(c))) {
                    width = std::max(width, width_of(printable(*text, style.charset)));
                }
            }
            widths_.push_back(width);
            if (column.fit == Column::Fit::natural) {
                used += width;
            } else {
                flexible_ = c;
            }
        }
        if (flexible_ < widths_.size()) {
            const std::size_t left = style.columns > used ? style.columns - used : 0;
            const bool holds_bars =
                std::any_of(table.rows.begin(), table.rows.end(), [&](const auto& row) {
                    return std::holds_alternative<Bar>(row.cells.at(flexible_));
                });
            std::size_t& width = widths_[flexible_];
            width = holds_bars ? left : std::min(width, std::max(left, least_flexible_width));
        }
    }

    std::vector<std::string> head() const {
        std::string titles(indent, ' ');
        std::string rule(indent, ' ');
        for (std::size_t c = 0; c < widths_.size(); ++c) {
            const bool last = c + 1 == widths_.size();
            const bool right = table_.columns[c].align == Column::Align::right;
            titles += padded(cut_to(table_.columns[c].title, widths_[c]), widths_[c], right);
            rule += std::string(widths_[c], '-');
            if (!last) {
                titles.append(column_gap, ' ');
                rule.append(column_gap, ' ');
            }
        }
        return {cut_to(titles, style_.columns), cut_to(rule, style_.columns)};
    }

    std::vector<std::string> row(const std::vector<Cell>& cells, const auto& draw_bar) const {
        std::vector<std::vector<std::string>> columns;
        std::size_t height = 1;
        for (std::size_t c = 0; c < widths_.size(); ++c) {
            std::vector<std::string> lines;
            if (const auto* bar = std::get_if<Bar>(&cells.at(c))) {
                lines.push_back(draw_bar(*bar, widths_[c]));
            } else {
                const std::string text =
                    printable(std::get<std::string>(cells.at(c)), style_.charset);
                lines = table_.columns[c].fit == Column::Fit::wrap
                            ? wrapped(text, widths_[c])
                            : std::vector{cut_to(text, widths_[c])};
            }
            height = std::max(height, lines.size());
            columns.push_back(std::move(lines));
        }
        static const std::string nothing;
        std::vector<std::string> out;
        for (std::size_t l = 0; l < height; ++l) {
            std::string line(indent, ' ');
            for (std::size_t c = 0; c < widths_.size(); ++c) {
                const bool right = table_.columns[c].align == Column::Align::right;
                const std::string& text = l < columns[c].size() ? columns[c][l] : nothing;
                line += padded(text, widths_[c], right);
                if (c + 1 < widths_.size()) {
                    line.append(column_gap, ' ');
                }
            }
            out.push_back(cut_to(line, style_.columns));
        }
        return out;
    }

private:
    const Table& table_;
    const TextStyle& style_;
    std::vector<std::size_t> widths_;
    std::size_t flexible_ = static_cast<std::size_t>(-1);
};

void TextLayout::operator()(const Table& table) {
    const TableLayout layout(table, style_);
    Slab slab;
    slab.lines = layout.head();
    slab.repeated = layout.head();
    slab.breakable = true;
    for (const Row& row : table.rows) {
        slab.row_starts.push_back(slab.lines.size());
        for (std::string& line :
             layout.row(row.cells, [this](const Bar&b, std::size_t w) { return bar(b, w); })) {
            slab.lines.push_back(std::move(line));
        }
        if (!row.note.empty()) {
            for (std::string& line : indented(clean(row.note), 3 * indent, 3 * indent)) {
                slab.lines.push_back(std::move(line));
            }
        }
    }
    for (std::string& line : slab.repeated) {
        line.erase(line.find_last_not_of(' ') + 1);
    }
    add(std::move(slab));
}

std::string both_ends(const std::string& left, const std::string& right, std::size_t columns) {
    const std::size_t room = columns - std::min(columns, width_of(right) + 1);
    return padded(cut_to(left, room), room + 1, false) + right;
}

std::vector<std::vector<std::string>> pages_of(const Document& document, const TextStyle& style,
                                               const GridFit& fit) {
    TextLayout layout(style, fit);
    for (const Block& block : document.blocks) {
        std::visit(layout, block);
    }
    return paginate(layout.take(), style.lines - header_lines - footer_lines);
}

} // namespace

std::string render_text(const Document& document, const TextStyle& style) {
    require(style.columns >= 40 && style.lines >= 20, "render_text: at least 40 columns, 20 lines");
    GridFit fit{most_weeks_of(document), true};
    auto pages = pages_of(document, style, fit);
    while (document.one_page && pages.size() > 1 && fit.weeks > 1) {
        fit.weeks -= fit.spaced ? 0 : 1;
        fit.spaced = false;
        pages = pages_of(document, style, fit);
    }
    const auto clean = [&](const std::string& text) { return printable(text, style.charset); };
    const std::string rule = style.charset == Charset::unicode
                                 ? fmt::format("{:\xE2\x94\x80<{}}", "", style.columns)
                                 : std::string(style.columns, '-');
    std::string out;
    for (std::size_t p = 0; p < pages.size(); ++p) {
        if (p > 0) {
            out += '\f';
        }
        std::vector<std::string> lines{
            both_ends("Plimsoll  " + clean(document.title),
                      say("page {} of {}", p + 1, pages.size()), style.columns),
            both_ends(clean(document.subject), clean(document.period), style.columns), rule, ""};
        lines.insert(lines.end(), pages[p].begin(), pages[p].end());
        if (p + 1 < pages.size()) {
            lines.resize(style.lines -
                         footer_lines); // the footer of a full page stands at its foot
        } else if (lines.size() + footer_lines < style.lines) {
            lines.emplace_back();
        }
        lines.push_back(rule);
        lines.push_back(cut_to(clean(document.footer), style.columns));
        for (std::string& line : lines) {
            line.erase(line.find_last_not_of(' ') + 1);
            out += line;
            out += '\n';
        }
    }
    return out;
}

} // namespace plimsoll::reports

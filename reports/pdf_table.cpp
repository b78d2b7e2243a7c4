// Tables on paper.
// SPDX-License-Identifier: Apache-2.0
#include "reports/cairo_canvas.hpp"
#include "reports/pdf_layout.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace plimsoll::reports {
namespace {

constexpr double gap = 11.0;        // between columns
constexpr double row_padding = 1.6; // above and below a row
constexpr double note_indent = 12.0;
constexpr double least_width = 40.0; // of a column that wraps or is cut
constexpr double bar_height = 5.5;
constexpr double short_table = 210.0; // of twelve weeks, say
constexpr double tall_row = 160.0;    // a note that makes a row higher than this may be split

struct SetRow {
    std::vector<std::optional<SetText>> texts; // none where the cell is a bar
    std::vector<Bar> bars;                     // of the cells that are bars, 0 elsewhere
};

class TableSetter {
public:
    TableSetter(const Table& table, const PageSetting& setting) : table_(table), setting_(setting) {
        for (const Column& column : table.columns) {
            head_.push_back(setting.typesetter.line(column.title, {small_size, true, Ink::soft}));
        }
        for (const Row& row : table.rows) {
            rows_.push_back(set(row));
        }
        find_widths();
        fit_cells();
    }

    std::vector<Piece> pieces() const {
        std::vector<Piece> out;
        auto head = std::make_shared<Piece>(head_piece());
        head->keeps_with_next = true;
        out.push_back(*head);
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            add_row(out, r, head);
        }
        // A short table stands on one page.
        const double height = std::accumulate(
            out.begin(), out.end(), 0.0, [](double sum, const Piece& p) { return sum + p.height; });
        if (height < short_table) {
            for (std::size_t i = 0; i + 1 < out.size(); ++i) {
                out[i].keeps_with_next = true;
            }
        }
        // Neither a row alone below the head nor one alone on the next page.
        for (const std::size_t i : {std::size_t{1}, out.size() - 2}) {
            if (out.size() > 3 && out.size() < 200) {
                out[i].keeps_with_next = true;
            }
        }
        return out;
    }

private:
    SetRow set(const Row& row) const {
        SetRow out;
        for (const Cell& cell : row.cells) {
            if (const auto* text = std::get_if<std::string>(&cell)) {
                out.texts.emplace_back(setting_.typesetter.line(with_boxes(*text), {table_size}));
                out.bars.push_back({0.0, 0.0});
            } else {
                out.texts.emplace_back(std::nullopt);
                out.bars.push_back(std::get<Bar>(cell));
            }
        }
        return out;
    }

    bool holds_bars(std::size_t column) const {
        return std::any_of(rows_.begin(), rows_.end(),
                           [&](const SetRow& row) { return !row.texts.at(column); });
    }

    void find_widths() {
        for (std::size_t c = 0; c < table_.columns.size(); ++c) {
            double width = head_[c].width();
            for (const SetRow& row : rows_) {
                if (row.texts.at(c)) {
                    width = std::max(width, row.texts[c]->width());
                }
            }
            widths_.push_back(width + 0.5);
        }
        const double gaps = gap * static_cast<double>(widths_.size() - 1);
        double over = std::accumulate(widths_.begin(), widths_.end(), gaps) - setting_.width;
        for (std::size_t c = 0; c < widths_.size(); ++c) {
            if (table_.columns[c].fit == Column::Fit::natural) {
                continue;
            }
            if (holds_bars(c)) {
                over += setting_.width * 0.45; // a bar takes what is left, to a bound
                widths_[c] += setting_.width * 0.45;
            }
            const double less = std::clamp(over, 0.0, std::max(0.0, widths_[c] - least_width));
            widths_[c] -= less;
            over -= less;
        }
        while (over > 0.5) { // the widest columns give way
            const auto widest = std::max_element(widths_.begin(), widths_.end());
            const double less = std::min(over, std::max(4.0, *widest * 0.1));
            *widest -= less;
            over -= less;
        }
    }

    void fit_cells() {
        for (SetRow& row : rows_) {
            for (std::size_t c = 0; c < widths_.size(); ++c) {
                std::optional<SetText>& text = row.texts[c];
                if (!text || text->width() <= widths_[c]) {
                    continue;
                }
                if (table_.columns[c].fit == Column::Fit::cut) {
                    Typesetter::cut(*text, widths_[c]);
                } else {
                    Typesetter::wrap(*text, widths_[c], most_cell_lines);
                }
            }
        }
        for (std::size_t c = 0; c < widths_.size(); ++c) {
            if (head_[c].width() > widths_[c]) {
                Typesetter::cut(head_[c], widths_[c]);
            }
        }
    }

    double used_width() const {
        const bool notes = std::any_of(table_.rows.begin(), table_.rows.end(),
                                       [](const Row& row) { return !row.note.empty(); });
        return notes ? setting_.width
                     : std::accumulate(widths_.begin(), widths_.end(),
                                       gap * static_cast<double>(widths_.size() - 1));
    }

    std::optional<double> room_of(std::size_t column) const {
        return table_.columns[column].align == Column::Align::right ? std::optional(widths_[column])
                                                                    : std::nullopt;
    }

    static void rule(CairoCanvas& canvas, Point at, double width, const Stroke& stroke) {
        canvas.lines(std::array{Polyline{{at.x, at.y}, {at.x + width, at.y}}}, stroke);
    }

    Piece head_piece() const {
        Piece piece;
        piece.height = head_.front().line_height() + row_padding + 1.5;
        piece.draw = [head = head_, widths = widths_, columns = table_.columns,
                      height = piece.height, used = used_width(), &setting = setting_](Point at) {
            double x = at.x;
            for (std::size_t c = 0; c < head.size(); ++c) {
                const bool right = columns[c].align == Column::Align::right;
                head[c].draw_all(setting.page, {x, at.y},
                                 right ? std::optional(widths[c]) : std::nullopt);
                x += widths[c] + gap;
            }
            CairoCanvas canvas(setting.page, setting.typesetter);
            rule(canvas, {at.x, at.y + height - 1.0}, used, {Ink::soft, 0.7});
        };
        return piece;
    }

    Piece cells_piece(std::size_t r, bool ruled) const {
        Piece piece;
        for (const auto& text : rows_[r].texts) {
            piece.height = std::max(piece.height, text ? text->height() : 0.0);
        }
        piece.height += 2 * row_padding;
        std::vector<std::optional<double>> rooms;
        for (std::size_t c = 0; c < widths_.size(); ++c) {
            rooms.push_back(room_of(c));
        }
        piece.draw = [row = rows_[r], rooms, widths = widths_, ruled, used = used_width(),
                      height = piece.height, &setting = setting_](Point at) {
            CairoCanvas canvas(setting.page, setting.typesetter);
            double x = at.x;
            for (std::size_t c = 0; c < widths.size(); ++c) {
                if (row.texts[c]) {
                    row.texts[c]->draw_all(setting.page, {x, at.y + row_padding}, rooms[c]);
                } else if (row.bars[c].full > 0.0 && row.bars[c].value > 0.0) {
                    const double share = std::min(1.0, row.bars[c].value / row.bars[c].full);
                    canvas.boxes(std::array{Box{x, at.y + (height - bar_height) / 2,
                                                std::max(1.0, share * widths[c]), bar_height}},
                                 Ink::bar, 1.0);
                }
                x += widths[c] + gap;
            }
            if (ruled) {
                rule(canvas, {at.x, at.y + height}, used, {Ink::rule, 0.4});
            }
        };
        return piece;
    }

    void add_row(std::vector<Piece>& out, std::size_t r,
                 const std::shared_ptr<const Piece>& head) const {
        const std::string& note = table_.rows[r].note;
        Piece cells = cells_piece(r, note.empty());
        cells.repeated = head;
        if (note.empty()) {
            out.push_back(std::move(cells));
            return;
        }
        const SetText text = setting_.typesetter.wrapped(
            with_boxes(note), {small_size + 0.2, false, Ink::ink}, setting_.width - note_indent);
        const bool whole = cells.height + text.height() < tall_row;
        cells.keeps_with_next = true;
        out.push_back(std::move(cells));
        for (std::size_t i = 0; i < text.lines(); ++i) {
            const bool last = i + 1 == text.lines();
            Piece line;
            line.height = text.line_height() + (last ? 2.0 : 0.0);
            line.keeps_with_next = !last && (whole || i == 0 || i + 2 == text.lines());
            line.repeated = head;
            line.draw = [text, i, last, height = line.height, used = setting_.width,
                         &setting = setting_](Point at) {
                text.draw(setting.page, i, {at.x + note_indent, at.y});
                if (last) {
                    CairoCanvas canvas(setting.page, setting.typesetter);
                    rule(canvas, {at.x, at.y + height}, used, {Ink::rule, 0.4});
                }
            };
            out.push_back(std::move(line));
        }
    }

    const Table& table_;
    const PageSetting& setting_;
    std::vector<SetText> head_;
    std::vector<SetRow> rows_;
    std::vector<double> widths_;
};

} // namespace

std::vector<Piece> table_pieces(const Table& table, const PageSetting& setting) {
    return TableSetter(table, setting).pieces();
}

} // namespace plimsoll::reports

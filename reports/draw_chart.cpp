// Charts without days, and which chart is drawn how.
// SPDX-License-Identifier: Apache-2.0
#include "reports/draw_chart.hpp"

#include "reports/chart_shapes.hpp"
#include "reports/time_chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace plimsoll::reports {
namespace {

using Anchor = Lettering::Anchor;

constexpr double row_of_text = 1.9; // x height of letters

// Ratios and their intervals.
class ForestDrawing {
public:
    ForestDrawing(const ForestChart& chart, const Canvas& canvas, const ChartSize& size)
        : chart_(chart),
          size_(size),
          bottom_(row_of_text * size.text * static_cast<double>(chart.rows.size()) +
                  0.3 * size.text) {
        double names = 0.0;
        double figures = 0.0;
        for (const ForestChart::Row& row : chart.rows) {
            names = std::max(names, canvas.width_of(row.name, letters(row.summary)));
            figures = std::max(figures, canvas.width_of(row.figure, letters(row.summary)));
            low_ = std::min(low_, row.low);
            high_ = std::max(high_, row.high);
        }
        low_ /= 1.1;
        high_ *= 1.1;
        left_ = names + 1.5 * size.text;
        right_ = std::max(left_ + 4.0 * size.text, size.width - figures - 1.5 * size.text);
    }

    double height() const { return bottom_ + (chart_.open_means.empty() ? 3.2 : 4.8) * size_.text; }

    void draw(Canvas& canvas) const {
        draw_axis(canvas);
        double y = 0.6 * row_of_text * size_.text;
        for (const ForestChart::Row& row : chart_.rows) {
            draw_row(canvas, row, y);
            y += row_of_text * size_.text;
        }
        if (!chart_.open_means.empty()) {
            const double base = bottom_ + 4.4 * size_.text;
            draw_square(canvas, {0.5 * size_.text, base - 0.35 * size_.text}, true);
            canvas.text({1.5 * size_.text, base}, chart_.open_means, letters(false));
        }
    }

private:
    Lettering letters(bool bold, Anchor anchor = Anchor::start) const {
        return {size_.text, Ink::ink, anchor, bold};
    }

    double x_of(double ratio) const {
        return left_ + std::log(ratio / low_) / std::log(high_ / low_) * (right_ - left_);
    }

    void draw_axis(Canvas& canvas) const {
        std::vector<Polyline> grid;
        const Lettering middle{size_.text, Ink::soft, Anchor::middle};
        double free_from = 0.0; // x from which on a label fits
        for (const double tick :
             {0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 7.0, 10.0, 20.0, 30.0}) {
            const double x = x_of(tick);
            const std::string label = fmt::format("{:g}", tick);
            const double half = canvas.width_of(label, middle) / 2 + 0.4 * size_.text;
            if (tick < low_ || tick > high_ || x - half < free_from) {
                continue;
            }
            grid.push_back({{x, 0.0}, {x, bottom_}});
            canvas.text({x, bottom_ + 1.3 * size_.text}, label, middle);
            free_from = x + half;
        }
        canvas.lines(grid, {Ink::rule, 0.5});
        canvas.lines(std::array{Polyline{{x_of(1.0), 0.0}, {x_of(1.0), bottom_}}},
                     {Ink::soft, 1.0});
        canvas.lines(std::array{Polyline{{left_, bottom_}, {right_, bottom_}}}, {Ink::soft, 0.8});
        canvas.text({(left_ + right_) / 2, bottom_ + 2.7 * size_.text}, chart_.unit,
                    {size_.text, Ink::soft, Anchor::middle});
    }

    void draw_square(Canvas& canvas, Point at, bool open) const {
        const double half = 0.32 * size_.text;
        const Box box{at.x - half, at.y - half, 2 * half, 2 * half};
        canvas.boxes(std::array{box}, open ? Ink::paper : Ink::main, 1.0);
        outline(canvas, box, {Ink::main, 1.2});
    }

    void draw_row(Canvas& canvas, const ForestChart::Row& row, double y) const {
        const double base = y + 0.35 * size_.text;
        canvas.text({0.0, base}, row.name, letters(row.summary));
        canvas.text({size_.width, base}, row.figure, letters(row.summary, Anchor::end));
        if (row.summary) {
            const double half = 0.45 * size_.text;
            canvas.polygons(std::array{Polyline{{x_of(row.low), y},
                                                {x_of(row.value), y - half},
                                                {x_of(row.high), y},
                                                {x_of(row.value), y + half}}},
                            Ink::main);
            return;
        }
        const double cap = 0.25 * size_.text;
        const double low = x_of(row.low);
        const double high = x_of(row.high);
        canvas.lines(std::array{Polyline{{low, y}, {high, y}},
                                Polyline{{low, y - cap}, {low, y + cap}},
                                Polyline{{high, y - cap}, {high, y + cap}}},
                     {Ink::main, 1.2});
        draw_square(canvas, {x_of(row.value), y}, row.open);
    }

    const ForestChart& chart_;
    ChartSize size_;
    double bottom_;
    double low_ = 0.9;
    double high_ = 1.1;
    double left_ = 0.0;
    double right_ = 0.0;
};

// Figures in shaded cells.
class HeatDrawing {
public:
    HeatDrawing(const HeatChart& chart, const Canvas& canvas, const ChartSize& size)
        : chart_(chart),
          size_(size),
          row_height_(1.7 * size.text) {
        for (const HeatChart::Row& row : chart.rows) {
            names_ = std::max(names_, canvas.width_of(row.name, {size.text}));
        }
        names_ = std::min(names_ + size.text, 0.3 * size.width);
        cell_width_ = (size.width - names_) /
                      static_cast<double>(std::max<std::size_t>(1, chart.columns.size()));
    }

    double height() const {
        return row_height_ * static_cast<double>(chart_.rows.size() + 1) + 0.5 * size_.text;
    }

    void draw(Canvas& canvas) const {
        double widest = 0.0;
        for (const std::string& column : chart_.columns) {
            widest = std::max(widest, 1.15 * canvas.width_of(column, {size_.text}));
        }
        // Labels that do not fit side by side are left out in turn; the last one stays.
        const auto step = static_cast<std::size_t>(std::ceil(widest / cell_width_));
        for (std::size_t c = (chart_.columns.size() - 1) % std::max<std::size_t>(1, step);
             c < chart_.columns.size(); c += std::max<std::size_t>(1, step)) {
            canvas.text({middle_of(c), 1.1 * size_.text}, chart_.columns[c],
                        {size_.text, Ink::soft, Anchor::middle});
        }
        double y = row_height_;
        for (const HeatChart::Row& row : chart_.rows) {
            const double base = y + 1.15 * size_.text;
            canvas.text({0.0, base}, fitting(canvas, row.name), {size_.text});
            for (std::size_t c = 0; c < row.cells.size(); ++c) {
                const HeatChart::Cell& cell = row.cells[c];
                const Box box{middle_of(c) - cell_width_ / 2 + 0.5, y + 0.5, cell_width_ - 1.0,
                              row_height_ - 1.0};
                if (cell.shade) {
                    canvas.boxes(std::array{box}, Ink::main,
                                 0.55 * *cell.shade / HeatChart::most_shade);
                }
                outline(canvas, box, {Ink::rule, 0.4});
                canvas.text({middle_of(c), base}, cell.figure,
                            {size_.text, Ink::ink, Anchor::middle});
            }
            y += row_height_;
        }
    }

private:
    double middle_of(std::size_t column) const {
        return names_ + (static_cast<double>(column) + 0.5) * cell_width_;
    }

    std::string fitting(const Canvas& canvas, const std::string& name) const {
        std::string text = name;
        while (text.size() > 1 && canvas.width_of(text, {size_.text}) > names_ - size_.text / 2) {
            do {
                text.pop_back();
            } while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U);
        }
        return text;
    }

    const HeatChart& chart_;
    ChartSize size_;
    double row_height_;
    double names_ = 0.0;
    double cell_width_ = 0.0;
};

// Calls @p visit with the drawing of @p chart.
template <class Visit>
auto with_drawing(const Chart& chart, const Canvas& canvas, const ChartSize& size, Visit visit) {
    if (const auto* over_days = std::get_if<TimeChart>(&chart.body)) {
        return visit(TimeChartDrawing(*over_days, canvas, size));
    }
    if (const auto* forest = std::get_if<ForestChart>(&chart.body)) {
        return visit(ForestDrawing(*forest, canvas, size));
    }
    return visit(HeatDrawing(std::get<HeatChart>(chart.body), canvas, size));
}

} // namespace

double height_of(const Chart& chart, const Canvas& canvas, const ChartSize& size) {
    return with_drawing(chart, canvas, size, [](const auto& drawing) { return drawing.height(); });
}

void draw(const Chart& chart, Canvas& canvas, const ChartSize& size) {
    with_drawing(chart, canvas, size, [&](const auto& drawing) { drawing.draw(canvas); });
}

} // namespace plimsoll::reports

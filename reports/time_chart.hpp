// A chart over days, laid out and drawn.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_TIME_CHART_HPP
#define PLIMSOLL_REPORTS_TIME_CHART_HPP

#include "reports/chart_axis.hpp"
#include "reports/draw_chart.hpp"

#include <string>
#include <vector>

namespace plimsoll::reports {

class TimeChartDrawing {
public:
    /// @param canvas  measures text.
    TimeChartDrawing(const TimeChart& chart, const Canvas& canvas, const ChartSize& size);

    double height() const { return height_; }

    void draw(Canvas& canvas) const;

private:
    enum class Sample { box, hatched_box, tint, line, dot };

    struct Entry {
        std::string name;
        Sample sample;
        Ink ink;
        Stroke stroke = {};
        TimeChart::Shape shape = TimeChart::Shape::filled;
        double x = 0.0;
        double y = 0.0; ///< the base line
    };

    void lay_out(const Canvas& canvas);
    void list_entries();
    void place_entries(const Canvas& canvas);

    double x_of(Date day) const { return left_ + (day - chart_.first) * day_width_; }

    double y_of(double value) const;
    Lettering letters(Lettering::Anchor anchor, Ink ink = Ink::soft) const;
    Box box_of(const TimeChart::Stretch& stretch) const;

    void draw_axes(Canvas& canvas) const;
    void draw_shades(Canvas& canvas) const;
    void draw_bars(Canvas& canvas) const;
    void draw_levels(Canvas& canvas) const;
    std::vector<Polyline> parts_of(const TimeChart::Line& line) const;
    void draw_water(Canvas& canvas) const;
    void draw_lines(Canvas& canvas) const;
    void draw_dots(Canvas& canvas) const;
    void draw_mark(Canvas& canvas) const;
    void draw_lanes(Canvas& canvas) const;
    void draw_legend(Canvas& canvas) const;

    const TimeChart& chart_;
    ChartSize size_;
    ValueAxis axis_;
    std::vector<Entry> entries_;
    double left_ = 0.0;
    double right_ = 0.0; ///< x of the last day's end
    double top_ = 0.0;
    double bottom_ = 0.0;
    double day_width_ = 0.0;
    double lane_height_ = 0.0;
    double lanes_top_ = 0.0;
    double height_ = 0.0;
};

} // namespace plimsoll::reports

#endif

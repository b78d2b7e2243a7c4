// Charts over days.
// SPDX-License-Identifier: Apache-2.0
#include "reports/time_chart.hpp"

#include "model/error.hpp"
#include "reports/chart_shapes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace plimsoll::reports {
namespace {

constexpr double line_of_text = 1.5; // x height of letters
constexpr double sample_width = 2.0; // x height of letters
constexpr double least_bar_width = 0.8;
constexpr double bar_share = 0.8; // of a day or a stretch

using Anchor = Lettering::Anchor;

double largest(const TimeChart& chart) {
    double most = chart.least_top;
    const auto take = [&](double value) { most = std::max(most, value); };
    for (const auto& layer : chart.bars) {
        for (const auto& bar : layer.bars) {
            take(bar.value);
        }
    }
    for (const auto& line : chart.lines) {
        for (const auto& value : line.values) {
            take(value.value_or(0.0));
        }
    }
    for (const auto& layer : chart.dots) {
        for (const auto& dot : layer.dots) {
            take(dot.value);
        }
    }
    for (const auto& band : chart.bands) {
        take(band.high);
    }
    for (const auto& level : chart.levels) {
        take(level.value);
    }
    if (chart.mark) {
        take(chart.mark->value);
    }
    return most;
}

Stroke::Dash dash_of(TimeChart::Dash dash) {
    return static_cast<Stroke::Dash>(dash);
}

} // namespace

TimeChartDrawing::TimeChartDrawing(const TimeChart& chart, const Canvas& canvas,
                                   const ChartSize& size)
    : chart_(chart),
      size_(size),
      axis_(value_axis(largest(chart))) {
    require(chart.first <= chart.last, "TimeChartDrawing: days in order");
    lay_out(canvas);
}

void TimeChartDrawing::lay_out(const Canvas& canvas) {
    const double line = line_of_text * size_.text;
    for (const double tick : axis_.ticks) {
        left_ = std::max(left_, canvas.width_of(fmt::format("{:.{}f}", tick, axis_.decimals),
                                                letters(Anchor::end)));
    }
    for (const auto& lane : chart_.lanes) {
        left_ = std::max(left_, canvas.width_of(lane.name, letters(Anchor::end)));
    }
    left_ += size_.text * 0.7;
    const double right_margin =
        chart_.mark
            ? canvas.width_of(chart_.mark->text, {size_.text, Ink::ink, Anchor::start, true}) +
                  2.6 * size_.text
            : size_.text;
    right_ = std::max(left_ + size_.text, size_.width - right_margin);
    day_width_ = (right_ - left_) / (chart_.last - chart_.first + 1);
    list_entries();
    place_entries(canvas);
    const double legend = entries_.empty() ? 0.0 : entries_.back().y + 0.5 * size_.text;
    top_ = legend + line + 0.4 * size_.text; // the unit stands above the axis
    bottom_ = top_ + size_.plot_height;
    lanes_top_ = bottom_ + line + 0.3 * size_.text;
    lane_height_ = 1.6 * size_.text;
    height_ =
        lanes_top_ + (lane_height_ + 0.3 * size_.text) * static_cast<double>(chart_.lanes.size());
}

double TimeChartDrawing::y_of(double value) const {
    return bottom_ - value / axis_.top * size_.plot_height;
}

Lettering TimeChartDrawing::letters(Anchor anchor, Ink ink) const {
    return {size_.text, ink, anchor};
}

Box TimeChartDrawing::box_of(const TimeChart::Stretch& stretch) const {
    const double from = x_of(std::max(stretch.from, chart_.first));
    const double to = x_of(std::min(stretch.to, chart_.last) + 1);
    return {from, top_, std::max(0.0, to - from), size_.plot_height};
}

void TimeChartDrawing::list_entries() {
    const auto add = [&](const std::string& name, Entry entry) {
        if (!name.empty()) {
            entry.name = name;
            entries_.push_back(std::move(entry));
        }
    };
    for (const auto& bars : chart_.bars) {
        add(bars.name, {{}, Sample::box, ink_of(bars.tone)});
    }
    for (const auto& line : chart_.lines) {
        add(line.name,
            {{}, Sample::line, ink_of(line.tone), {ink_of(line.tone), 1.6, dash_of(line.dash)}});
    }
    for (const auto& level : chart_.levels) {
        add(level.name, {{}, Sample::line, Ink::soft, {Ink::soft, 0.9, dash_of(level.dash)}});
    }
    for (const auto& dots : chart_.dots) {
        add(dots.name, {{}, Sample::dot, ink_of(dots.tone), {}, dots.shape});
    }
    for (const auto& band : chart_.bands) {
        add(band.name, {{}, Sample::tint, Ink::water});
    }
    for (const auto& shade : chart_.shades) {
        add(shade.name, {{}, shade.hatched ? Sample::hatched_box : Sample::tint, Ink::shade});
    }
}

void TimeChartDrawing::place_entries(const Canvas& canvas) {
    double x = 0.0;
    double y = size_.text;
    for (Entry& entry : entries_) {
        const double width = (sample_width + 0.5) * size_.text +
                             canvas.width_of(entry.name, letters(Anchor::start)) + 1.6 * size_.text;
        if (x > 0.0 && x + width - 1.6 * size_.text > size_.width) {
            x = 0.0;
            y += line_of_text * size_.text;
        }
        entry.x = x;
        entry.y = y;
        x += width;
    }
}

void TimeChartDrawing::draw_legend(Canvas& canvas) const {
    for (const Entry& entry : entries_) {
        const double width = sample_width * size_.text;
        const Box box{entry.x, entry.y - 0.75 * size_.text, width, 0.8 * size_.text};
        const Point middle{entry.x + width / 2, entry.y - 0.35 * size_.text};
        switch (entry.sample) {
        case Sample::box:
            canvas.boxes(
                std::array{Box{middle.x - 0.3 * size_.text, box.y, 0.6 * size_.text, box.height}},
                entry.ink, 1.0);
            break;
        case Sample::hatched_box:
            hatch(canvas, box, 0.45 * size_.text, {Ink::soft, 0.5});
            outline(canvas, box, {Ink::soft, 0.5});
            break;
        case Sample::tint:
            canvas.boxes(std::array{box}, entry.ink, 1.0);
            outline(canvas, box, {Ink::rule, 0.5});
            break;
        case Sample::line:
            canvas.lines(std::array{Polyline{{box.x, middle.y}, {box.x + width, middle.y}}},
                         entry.stroke);
            break;
        case Sample::dot:
            draw_dot(canvas, middle, 0.32 * size_.text, entry.shape, entry.ink);
            break;
        }
        canvas.text({entry.x + width + 0.5 * size_.text, entry.y}, entry.name,
                    letters(Anchor::start, Ink::ink));
    }
}

void TimeChartDrawing::draw_axes(Canvas& canvas) const {
    canvas.text({0.0, top_ - 0.8 * size_.text}, chart_.unit, letters(Anchor::start));
    std::vector<Polyline> grid;
    for (const double tick : axis_.ticks) {
        const double y = y_of(tick);
        if (tick > 0.0) {
            grid.push_back({{left_, y}, {right_, y}});
        }
        canvas.text({left_ - 0.5 * size_.text, y + 0.35 * size_.text},
                    fmt::format("{:.{}f}", tick, axis_.decimals), letters(Anchor::end));
    }
    canvas.lines(grid, {Ink::rule, 0.5});
    const Lettering middle = letters(Anchor::middle);
    const double label = 1.2 * canvas.width_of("Sep 2026", middle);
    const int fit = std::max(2, static_cast<int>((right_ - left_) / label));
    std::vector<Polyline> marks;
    for (const DayTick& tick : day_ticks(chart_.first, chart_.last, fit)) {
        const double x = x_of(tick.day);
        marks.push_back({{x, bottom_}, {x, bottom_ + 0.4 * size_.text}});
        const double half = canvas.width_of(tick.label, middle) / 2;
        canvas.text(
            {std::clamp(x, half, std::max(half, size_.width - half)), bottom_ + 1.4 * size_.text},
            tick.label, middle);
    }
    marks.push_back({{left_, bottom_}, {right_, bottom_}});
    canvas.lines(marks, {Ink::soft, 0.8});
}

void TimeChartDrawing::draw_shades(Canvas& canvas) const {
    for (const auto& band : chart_.bands) {
        canvas.boxes(std::array{Box{left_, y_of(band.high), right_ - left_,
                                    y_of(band.low) - y_of(band.high)}},
                     Ink::water, 1.0);
    }
    for (const auto& shade : chart_.shades) {
        for (const auto& stretch : shade.stretches) {
            const Box box = box_of(stretch);
            if (shade.hatched) {
                hatch(canvas, box, 0.7 * size_.text, {Ink::soft, 0.4});
            } else {
                canvas.boxes(std::array{box}, Ink::shade, 1.0);
            }
            if (!stretch.text.empty() &&
                canvas.width_of(stretch.text, letters(Anchor::middle)) < box.width) {
                canvas.text({box.x + box.width / 2, top_ + 1.1 * size_.text}, stretch.text,
                            letters(Anchor::middle));
            }
        }
    }
}

void TimeChartDrawing::draw_bars(Canvas& canvas) const {
    for (const auto& layer : chart_.bars) {
        std::vector<Box> boxes;
        for (const auto& bar : layer.bars) {
            const double from = x_of(bar.from);
            const double whole = x_of(bar.to + 1) - from;
            const double width = std::max(least_bar_width, bar_share * whole);
            const double y = y_of(bar.value);
            boxes.push_back({from + (whole - width) / 2, y, width, bottom_ - y});
        }
        canvas.boxes(boxes, ink_of(layer.tone), 1.0);
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            if (layer.bars[i].hatched) {
                hatch(canvas, boxes[i], 0.6 * size_.text, {Ink::paper, 1.0});
            }
            if (!layer.bars[i].label.empty()) {
                canvas.text({boxes[i].x + boxes[i].width / 2, boxes[i].y - 0.35 * size_.text},
                            layer.bars[i].label, letters(Anchor::middle, Ink::ink));
            }
        }
    }
}

void TimeChartDrawing::draw_levels(Canvas& canvas) const {
    for (const auto& level : chart_.levels) {
        const double y = y_of(level.value);
        canvas.lines(std::array{Polyline{{left_, y}, {right_, y}}},
                     {Ink::soft, 0.9, dash_of(level.dash)});
    }
}

std::vector<Polyline> TimeChartDrawing::parts_of(const TimeChart::Line& line) const {
    std::vector<Polyline> parts;
    bool open = false;
    for (std::size_t i = 0; i < line.values.size(); ++i) {
        const Date day = line.first + static_cast<int>(i);
        if (!line.values[i] || day < chart_.first || day > chart_.last) {
            open = false;
            continue;
        }
        if (!open) {
            parts.emplace_back();
            open = true;
        }
        Polyline& part = parts.back();
        const double y = y_of(*line.values[i]);
        if (!line.steps) {
            part.push_back({x_of(day) + day_width_ / 2, y});
        } else if (part.size() >= 2 && std::abs(part.back().y - y) < 1e-9) {
            part.back().x = x_of(day + 1); // a level that goes on is one stroke
        } else {
            part.push_back({x_of(day), y});
            part.push_back({x_of(day + 1), y});
        }
    }
    return parts;
}

void TimeChartDrawing::draw_water(Canvas& canvas) const {
    for (const auto& line : chart_.lines) {
        if (line.filled) {
            std::vector<Polyline> areas = parts_of(line);
            for (Polyline& area : areas) {
                area.push_back({area.back().x, bottom_});
                area.push_back({area.front().x, bottom_});
            }
            canvas.polygons(areas, Ink::water);
        }
    }
}

void TimeChartDrawing::draw_lines(Canvas& canvas) const {
    for (const auto& line : chart_.lines) {
        canvas.lines(parts_of(line), {ink_of(line.tone), 1.6, dash_of(line.dash)});
    }
}

void TimeChartDrawing::draw_dots(Canvas& canvas) const {
    for (const auto& layer : chart_.dots) {
        for (const auto& dot : layer.dots) {
            draw_dot(canvas, {x_of(dot.day) + day_width_ / 2, y_of(dot.value)}, 0.32 * size_.text,
                     layer.shape, ink_of(layer.tone));
        }
    }
}

void TimeChartDrawing::draw_mark(Canvas& canvas) const {
    if (!chart_.mark) {
        return;
    }
    const double radius = 0.55 * size_.text;
    const Point centre{right_ + 1.1 * size_.text, y_of(chart_.mark->value)};
    draw_load_line(canvas, centre, radius, Ink::main);
    canvas.text({centre.x + 1.3 * size_.text, centre.y + 0.35 * size_.text}, chart_.mark->text,
                {size_.text, Ink::ink, Anchor::start, true});
}

void TimeChartDrawing::draw_lanes(Canvas& canvas) const {
    double y = lanes_top_;
    for (const auto& lane : chart_.lanes) {
        const double base = y + 1.1 * size_.text;
        canvas.text({left_ - 0.5 * size_.text, base}, lane.name, letters(Anchor::end));
        bool odd = false;
        for (const auto& stretch : lane.stretches) {
            Box box = box_of(stretch);
            box.y = y;
            box.height = lane_height_;
            odd = !odd;
            if (odd) {
                canvas.boxes(std::array{box}, Ink::shade, 1.0);
            }
            outline(canvas, box, {Ink::rule, 0.5});
            if (canvas.width_of(stretch.text, letters(Anchor::middle)) <= box.width) {
                canvas.text({box.x + box.width / 2, base}, stretch.text,
                            letters(Anchor::middle, Ink::ink));
            }
        }
        y += lane_height_ + 0.3 * size_.text;
    }
}

void TimeChartDrawing::draw(Canvas& canvas) const {
    draw_legend(canvas);
    draw_water(canvas);
    draw_shades(canvas);
    draw_axes(canvas);
    draw_bars(canvas);
    draw_levels(canvas);
    draw_lines(canvas);
    draw_dots(canvas);
    draw_mark(canvas);
    draw_lanes(canvas);
}

} // namespace plimsoll::reports

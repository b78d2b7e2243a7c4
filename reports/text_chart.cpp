// Charts of characters.
// SPDX-License-Identifier: Apache-2.0
#include "reports/text_chart.hpp"

#include "model/error.hpp"
#include "model/words.hpp"
#include "reports/chart_axis.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace plimsoll::reports {
namespace {

constexpr std::size_t label_width = 6; // with the axis
constexpr int rows_a_tick = 2;
constexpr int day_label_width = 9; // "22 Nov" and room beside it

class CharacterPlot {
public:
    CharacterPlot(Date first, Date last, double top, int rows)
        : first_(first),
          last_(last),
          top_(top),
          rows_(static_cast<std::size_t>(rows)),
          lines_(rows_, std::string(static_cast<std::size_t>(last - first + 1), ' ')) {}

    // The row, from the bottom, that @p value reaches into.
    std::size_t row_of(double value) const {
        const double share = value / top_ * static_cast<double>(rows_);
        return std::min(rows_ - 1, static_cast<std::size_t>(std::max(0.0, share - 1e-9)));
    }

    void bar(const TimeChart::Bar& bar, char mark) {
        for (std::size_t row = 0; bar.value > 0.0 && row <= row_of(bar.value); ++row) {
            for (Date day = bar.from; day <= bar.to; day = day + 1) {
                put(day, row, mark, true);
            }
        }
    }

    void put(Date day, std::size_t row, char mark, bool over) {
        if (day < first_ || day > last_) {
            return;
        }
        char& cell = lines_[rows_ - 1 - row][static_cast<std::size_t>(day - first_)];
        if (over || cell == ' ') {
            cell = mark;
        }
    }

    const std::vector<std::string>& lines() const { return lines_; }

private:
    Date first_;
    Date last_;
    double top_;
    std::size_t rows_;
    std::vector<std::string> lines_;
};

double highest(const TimeChart& chart, Date from) {
    double most = chart.least_top;
    for (const auto& layer : chart.bars) {
        for (const auto& bar : layer.bars) {
            most = bar.to >= from ? std::max(most, bar.value) : most;
        }
    }
    for (const auto& line : chart.lines) {
        for (std::size_t i = 0; i < line.values.size(); ++i) {
            if (line.first + static_cast<int>(i) >= from) {
                most = std::max(most, line.values[i].value_or(0.0));
            }
        }
    }
    return most;
}

std::string labels_of(Date first, Date last) {
    const int days = last - first + 1;
    std::string line(static_cast<std::size_t>(days), ' ');
    for (const DayTick& tick : day_ticks(first, last, std::max(2, days / day_label_width))) {
        const auto at = static_cast<std::size_t>(tick.day - first);
        if (at + tick.label.size() <= line.size()) {
            line.replace(at, tick.label.size(), tick.label);
        }
    }
    return line;
}

std::string legend_of(const TimeChart& chart) {
    std::string legend;
    const auto add = [&](char mark, const std::string& name) {
        legend += fmt::format("{}{} {}", legend.empty() ? "" : ", ", mark, name);
    };
    for (const auto& layer : chart.bars) {
        add(layer.tone == TimeChart::Tone::attention ? '!' : '#',
            layer.name.empty() ? say("above the line") : layer.name);
    }
    if (!chart.lines.empty()) {
        add('-', chart.lines.front().name);
    }
    return legend;
}

} // namespace

std::vector<std::string> text_chart(const TimeChart& chart, std::size_t columns) {
    require(columns >= 30, "text_chart: at least 30 columns");
    const int fit = static_cast<int>(columns - label_width);
    const Date first = std::max(chart.first, chart.last - (fit - 1));
    const ValueAxis axis = value_axis(highest(chart, first));
    const int ticks = static_cast<int>(axis.ticks.size()) - 1;
    CharacterPlot plot(first, chart.last, axis.top, ticks * rows_a_tick);
    for (const auto& layer : chart.bars) {
        for (const auto& bar : layer.bars) {
            plot.bar(bar, layer.tone == TimeChart::Tone::attention ? '!' : '#');
        }
    }
    if (!chart.lines.empty()) {
        const TimeChart::Line& line = chart.lines.front();
        for (std::size_t i = 0; i < line.values.size(); ++i) {
            if (line.values[i]) {
                plot.put(line.first + static_cast<int>(i), plot.row_of(*line.values[i]), '-',
                         false);
            }
        }
    }
    std::vector<std::string> out{chart.unit};
    for (std::size_t row = 0; row < plot.lines().size(); ++row) {
        // A tick is the upper border of its row.
        const bool ticked = row % rows_a_tick == 0;
        const std::string label =
            ticked ? fmt::format("{:.{}f}", axis.ticks[axis.ticks.size() - 1 - row / rows_a_tick],
                                 axis.decimals)
                   : std::string();
        out.push_back(fmt::format("{:>{}} |", label, label_width - 2) + plot.lines()[row]);
    }
    out.push_back(fmt::format("{:>{}} +", 0, label_width - 2) +
                  std::string(plot.lines().front().size(), '-'));
    out.push_back(std::string(label_width, ' ') + labels_of(first, chart.last));
    out.push_back(legend_of(chart));
    return out;
}

} // namespace plimsoll::reports

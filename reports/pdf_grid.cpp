// Week grids on paper.
// SPDX-License-Identifier: Apache-2.0
#include "reports/cairo_canvas.hpp"
#include "reports/pdf_layout.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace plimsoll::reports {
namespace {

constexpr double head_share = 0.115; // of the width, for what stands before the days
constexpr double smallest = 4.0;     // points
constexpr double inset = 3.5;        // of text in its box

// Text of a grid as large as its narrowest column lets it be.
class GridSetter {
public:
    GridSetter(const WeekGrid& grid, const PageSetting& setting)
        : grid_(grid),
          setting_(setting),
          shown_(std::min(setting.most_weeks, grid.weeks.size())),
          head_width_(head_share * setting.width),
          day_width_((setting.width - head_width_) / static_cast<double>(grid.days.size())) {
        double widest = width_of(false, "strength") / (day_width_ - 2 * inset);
        for (std::size_t w = 0; w < shown_; ++w) {
            for (const std::string& line : grid.weeks[w].head) {
                widest = std::max(widest, width_of(true, line) / (head_width_ - 2 * inset));
            }
            for (const auto& day : grid.weeks[w].days) {
                for (const std::string& line : day) {
                    widest = std::max(widest, width_of(false, line) / (day_width_ - 2 * inset));
                }
            }
        }
        size_ = std::max(smallest, setting.grid_size / std::max(1.0, widest));
    }

    std::vector<Piece> pieces() const {
        auto head = std::make_shared<Piece>(days_piece());
        head->keeps_with_next = true;
        std::vector<Piece> out{*head};
        for (std::size_t w = 0; w < shown_; ++w) {
            out.push_back(week_piece(grid_.weeks[w]));
            out.back().repeated = head;
        }
        return out;
    }

private:
    double width_of(bool bold, const std::string& line) const {
        return setting_.typesetter.line(line, {setting_.grid_size, bold}).width();
    }

    SetText set(const std::string& line, const Face& face, double width) const {
        return setting_.typesetter.cut(line, face, width - inset);
    }

    Piece days_piece() const {
        std::vector<SetText> names;
        for (const std::string& name : grid_.days) {
            names.push_back(set(name, {size_, true, Ink::soft}, day_width_));
        }
        Piece piece;
        piece.height = names.front().line_height() + 2.0;
        piece.draw = [names, left = head_width_, step = day_width_,
                      page = setting_.page](Point at) {
            double x = at.x + left;
            for (const SetText& name : names) {
                name.draw(page, 0, {x + inset, at.y});
                x += step;
            }
        };
        return piece;
    }

    // Boxes with their lines; the days of the plan have a paper of their own.
    Piece week_piece(const WeekGrid::Week& week) const {
        std::vector<SetText> head;
        for (const std::string& line : week.head) {
            const bool first = head.empty();
            head.push_back(set(line, {size_, first, first ? Ink::ink : Ink::soft}, head_width_));
        }
        std::size_t most = head.size();
        std::array<std::vector<SetText>, 7> days;
        for (std::size_t d = 0; d < days.size(); ++d) {
            for (const std::string& line : week.days.at(d)) {
                days.at(d).push_back(set(line, {size_}, day_width_));
            }
            most = std::max(most, days.at(d).size());
        }
        Piece piece;
        const double line_height = head.front().line_height();
        piece.height = line_height * static_cast<double>(most) + 2 * inset;
        piece.draw = [head, days, line_height, height = piece.height, left = head_width_,
                      step = day_width_, &setting = setting_](Point at) {
            CairoCanvas canvas(setting.page, setting.typesetter);
            const auto draw_lines = [&](const std::vector<SetText>& lines, double x) {
                double y = at.y + inset;
                for (const SetText& line : lines) {
                    line.draw(setting.page, 0, {x, y});
                    y += line_height;
                }
            };
            draw_lines(head, at.x);
            double x = at.x + left;
            for (const auto& day : days) {
                canvas.lines(std::array{Polyline{{x, at.y},
                                                 {x + step, at.y},
                                                 {x + step, at.y + height},
                                                 {x, at.y + height},
                                                 {x, at.y}}},
                             {Ink::soft, 0.6});
                draw_lines(day, x + inset);
                x += step;
            }
        };
        return piece;
    }

    const WeekGrid& grid_;
    const PageSetting& setting_;
    std::size_t shown_;
    double head_width_;
    double day_width_;
    double size_ = smallest;
};

} // namespace

std::vector<Piece> grid_pieces(const WeekGrid& grid, const PageSetting& setting) {
    return GridSetter(grid, setting).pieces();
}

} // namespace plimsoll::reports

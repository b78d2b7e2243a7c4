// A small drawing surface: what charts need, and nothing else.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_CANVAS_HPP
#define PLIMSOLL_REPORTS_CANVAS_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace plimsoll::reports {

struct Point {
    double x;
    double y; ///< downwards
};

struct Box {
    double x; ///< left
    double y; ///< top
    double width;
    double height;
};

/// Colours by their use. A surface may have two sets of them, for light and dark.
enum class Ink : std::uint8_t { paper, ink, soft, rule, shade, water, bar, main, attention };

inline constexpr std::size_t ink_count = 9;

struct Colour {
    std::uint8_t red;
    std::uint8_t green;
    std::uint8_t blue;
};

/// On white. Blue and vermilion are told apart by colour-blind readers (after Okabe & Ito 2008),
/// and every pair that matters by its lightness, too.
inline constexpr std::array<Colour, ink_count> light_inks{{{255, 255, 255},
                                                           {27, 31, 35},
                                                           {87, 96, 106},
                                                           {208, 215, 222},
                                                           {228, 231, 235},
                                                           {218, 233, 245},
                                                           {142, 166, 186},
                                                           {0, 90, 145},
                                                           {190, 70, 20}}};

inline constexpr std::array<Colour, ink_count> dark_inks{{{21, 25, 29},
                                                          {232, 234, 237},
                                                          {170, 178, 186},
                                                          {58, 64, 72},
                                                          {44, 50, 56},
                                                          {20, 48, 66},
                                                          {92, 118, 140},
                                                          {108, 182, 232},
                                                          {240, 138, 91}}};

struct Stroke {
    enum class Dash : std::uint8_t { solid, dashed, dotted };
    Ink ink = Ink::ink;
    double width = 1.0;
    Dash dash = Dash::solid;
};

struct Lettering {
    enum class Anchor : std::uint8_t { start, middle, end };
    double size = 0.0;
    Ink ink = Ink::ink;
    Anchor anchor = Anchor::start;
    bool bold = false;
};

using Polyline = std::vector<Point>;

class Canvas {
public:
    Canvas() = default;
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;
    Canvas(Canvas&&) = delete;
    Canvas& operator=(Canvas&&) = delete;
    virtual ~Canvas() = default;

    /// @param strength  0 to 1: how far @p fill stands out from the paper.
    virtual void boxes(std::span<const Box> all, Ink fill, double strength) = 0;
    virtual void lines(std::span<const Polyline> all, const Stroke& stroke) = 0;
    virtual void polygons(std::span<const Polyline> all, Ink fill) = 0;
    virtual void circle(Point centre, double radius, Ink fill, const Stroke& edge) = 0;
    /// @param at  on the base line, where the lettering's anchor lies.
    virtual void text(Point at, std::string_view text, const Lettering& lettering) = 0;
    /// What @p text takes along the line, about.
    virtual double width_of(std::string_view text, const Lettering& lettering) const = 0;
};

} // namespace plimsoll::reports

#endif

// Text of a PDF: the fonts, and paragraphs broken into lines by pango.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_PDF_TEXT_HPP
#define PLIMSOLL_REPORTS_PDF_TEXT_HPP

#include "reports/canvas.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

using cairo_t = struct _cairo;           // NOLINT(bugprone-reserved-identifier)
using PangoLayout = struct _PangoLayout; // NOLINT(bugprone-reserved-identifier)

namespace plimsoll::reports {

/// How text looks.
struct Face {
    double size; ///< points
    bool bold = false;
    Ink ink = Ink::ink;
};

void set_ink(cairo_t* page, Ink ink, double strength = 1.0);

/// A paragraph that is set: lines of even height.
class SetText {
public:
    SetText(std::shared_ptr<PangoLayout> layout, Face face);

    std::size_t lines() const { return lines_; }

    double line_height() const;

    double base_line() const; ///< below the top of a line

    double height() const { return static_cast<double>(lines_) * line_height(); }

    double width() const; ///< of the longest line

    /// Draws line @p index with its top left corner at @p at; with @p room it ends there at the
    /// right instead.
    void draw(cairo_t* page, std::size_t index, Point at,
              std::optional<double> room = std::nullopt) const;

    /// All lines, one below the other.
    void draw_all(cairo_t* page, Point at, std::optional<double> room = std::nullopt) const;

private:
    friend class Typesetter;
    std::shared_ptr<PangoLayout> layout_;
    Face face_;
    std::size_t lines_;
};

/// Sets text in DejaVu Sans from the font's own files, whatever the system's font settings are.
class Typesetter {
public:
    /// @throws IoError  the font is not there.
    Typesetter();
    Typesetter(const Typesetter&) = delete;
    Typesetter& operator=(const Typesetter&) = delete;
    Typesetter(Typesetter&&) = delete;
    Typesetter& operator=(Typesetter&&) = delete;
    ~Typesetter();

    /// How many different characters of what was set the font does not have.
    std::size_t missing() const;
    /// On one line, however long.
    SetText line(std::string_view text, Face face) const;
    /// On one line, cut with an ellipsis where it is wider than @p width.
    SetText cut(std::string_view text, Face face, double width) const;
    /// Broken into lines of @p width. A source in brackets at the end is set soft.
    SetText wrapped(std::string_view text, Face face, double width) const;
    /// As wrapped(), of at most @p most lines.
    SetText wrapped(std::string_view text, Face face, double width, std::size_t most) const;
    /// What line() has set, broken into lines of @p width, at most @p most.
    static void wrap(SetText& text, double width, std::size_t most);
    /// What line() has set, cut where it is wider than @p width.
    static void cut(SetText& text, double width);

private:
    struct Fonts;
    std::unique_ptr<Fonts> fonts_;
};

} // namespace plimsoll::reports

#endif

// HTML.
// SPDX-License-Identifier: Apache-2.0
#include "reports/html_renderer.hpp"

#include "model/words.hpp"
#include "reports/chart_shapes.hpp"
#include "reports/draw_chart.hpp"
#include "reports/html_style.hpp"
#include "reports/svg_canvas.hpp"
#include "reports/week_grid.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <vector>

namespace plimsoll::reports {
namespace {

constexpr ChartSize wide{760.0, 150.0, 12.0};   // CSS pixels
constexpr ChartSize narrow{360.0, 150.0, 11.5}; // CSS pixels
constexpr std::string_view to_tick = "[ ]";

// A text ends in brackets where a source stands there; inner boxes are signs.
std::string content(std::string_view text) {
    std::string out = escaped(text);
    for (std::size_t at = out.find(to_tick); at != std::string::npos; at = out.find(to_tick, at)) {
        out.replace(at, to_tick.size(), "\xE2\x98\x90");
    }
    const std::size_t source = out.rfind('[');
    if (out.ends_with("]") && source != std::string::npos && source > 0) {
        out.insert(source, "<span class=\"source\">");
        out += "</span>";
    }
    return out;
}

class HtmlBody {
public:
    void operator()(const Heading& heading) {
        const bool part = heading.level == Heading::Level::part;
        heading_ = escaped(heading.text);
        leads_ = part;
        first_ = true;
        if (part) {
            in_part_ = true;
            parts_.push_back(heading_);
            put("<h2 class=\"part\" id=\"p{}\">{}</h2>\n", parts_.size(), heading_);
        } else {
            put("<{0}>{1}</{0}>\n", in_part_ ? "h3" : "h2", heading_);
        }
    }

    void operator()(const Paragraph& paragraph) { put("<p>{}</p>\n", content(paragraph.text)); }

    void operator()(const KeyFigure& key) {
        put(R"(<dl class="key{}{}"><dt>{}</dt><dd class="figure">{}</dd>)", leads_ ? " lead" : "",
            leads_ && first_ && key.figure.size() <= 16 ? " first" : "", content(key.label),
            content(key.figure));
        put("<dd>{}</dd></dl>\n", content(key.note));
        first_ = false;
    }

    void operator()(const Points& points) {
        static constexpr std::array<std::string_view, 3> classes{"attention", "boxes", "plain"};
        put("<ul class=\"{}\">", classes.at(static_cast<std::size_t>(points.mark)));
        for (const std::string& text : points.texts) {
            points.mark == Points::Mark::box
                ? put("<li><label><input type=\"checkbox\">{}</label></li>", content(text))
                : put("<li>{}</li>", content(text));
        }
        put("</ul>\n");
    }

    void operator()(const Table& table) {
        put("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{}\">"
            "<table><thead><tr>",
            label_of_table());
        for (const Column& column : table.columns) {
            const std::string_view align =
                column.align == Column::Align::right ? " class=\"r\"" : "";
            column.title.empty() ? put("<td{}></td>", align)
                                 : put("<th scope=\"col\"{}>{}</th>", align, escaped(column.title));
        }
        put("</tr></thead><tbody>\n");
        for (const Row& row : table.rows) {
            put(row.note.empty() ? "<tr>" : "<tr class=\"noted\">");
            for (std::size_t c = 0; c < table.columns.size(); ++c) {
                put_cell(table.columns[c], row.cells.at(c), c == 0);
            }
            put("</tr>\n");
            if (!row.note.empty()) {
                put("<tr class=\"notes\"><td colspan=\"{}\"><div>{}</div></td></tr>\n",
                    table.columns.size(), content(row.note));
            }
        }
        put("</tbody></table></div>\n");
    }

    void operator()(const WeekGrid& grid) {
        const std::size_t shown = std::min(most_weeks_in_html, grid.weeks.size());
        put("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{}\">"
            "<table class=\"weeks\"><thead><tr><td></td>",
            label_of_table());
        for (const std::string& day : grid.days) {
            put("<th scope=\"col\">{}</th>", escaped(day));
        }
        put("</tr></thead><tbody>\n");
        for (std::size_t w = 0; w < shown; ++w) {
            put("<tr>");
            put_lines("th scope=\"row\"", "th", grid.weeks[w].head);
            for (const auto& day : grid.weeks[w].days) {
                put_lines("td", "td", day);
            }
            put("</tr>\n");
        }
        put("</tbody></table></div>\n");
        if (shown < grid.weeks.size()) {
            (*this)(Paragraph{weeks_left_out(grid, shown)});
        }
    }

    void operator()(const Chart& chart) {
        put("<figure><figcaption>{}</figcaption>", escaped(chart.title));
        put_picture(chart, wide, "wide");
        put_picture(chart, narrow, "narrow");
        if (!chart.note.empty()) {
            put("<p class=\"note\">{}</p>", content(chart.note));
        }
        put("</figure>\n");
    }

    void operator()(const PageBreak&) {}

    const std::string& bytes() const { return out_; }

    /// Headings of the parts, escaped.
    const std::vector<std::string>& parts() const { return parts_; }

private:
    // No two regions of a page have the same name.
    std::string label_of_table() {
        std::string label = heading_.empty() ? say("figures") : heading_;
        if (in_part_ && label != parts_.back()) {
            label = parts_.back() + ", " + label;
        }
        const int count = ++labels_[label];
        return say("Table: {}", count == 1 ? label : fmt::format("{} {}", label, count));
    }

    template <class... Args>
    void put(fmt::format_string<Args...> format, Args&&... args) {
        fmt::format_to(std::back_inserter(out_), format, std::forward<Args>(args)...);
    }

    void put(std::string_view text) { out_ += text; }

    void put_lines(std::string_view open, std::string_view close,
                   const std::vector<std::string>& lines) {
        put("<{}>", open);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            put("{}{}", i == 0 ? "" : "<br>", escaped(lines[i]));
        }
        put("</{}>", close);
    }

    void put_cell(const Column& column, const Cell& cell, bool first) {
        if (const auto* bar = std::get_if<Bar>(&cell)) {
            const double share =
                bar->full > 0.0 ? std::clamp(bar->value / bar->full, 0.0, 1.0) : 0.0;
            put(R"(<td class="bar"><span style="width:{:.0f}%"></span></td>)", 100.0 * share);
            return;
        }
        const auto& text = std::get<std::string>(cell);
        const std::string_view look = column.align == Column::Align::right ? "r nat"
                                      : column.fit == Column::Fit::natural ? "nat"
                                                                           : "wide-cell";
        if (text == to_tick) {
            put(R"(<td><input type="checkbox" aria-label="{}"></td>)", escaped(say("done")));
        } else if (first && !text.empty()) {
            put(R"(<th scope="row" class="{}">{}</th>)", look, content(text));
        } else {
            put("<td class=\"{}\">{}</td>", look, content(text));
        }
    }

    void put_picture(const Chart& chart, const ChartSize& size, std::string_view name) {
        SvgCanvas canvas;
        const double height = height_of(chart, canvas, size);
        draw(chart, canvas, size);
        put("<svg class=\"{}\" viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" aria-label=\"{}\">{}"
            "</svg>",
            name, size.width, std::ceil(height), escaped(chart.title + ". " + chart.reading),
            canvas.elements());
    }

    std::string out_;
    std::string heading_;
    std::vector<std::string> parts_;
    std::map<std::string, int> labels_; // of tables, and how often
    bool in_part_ = false;
    bool leads_ = true;
    bool first_ = true;
};

std::string contents_of(const std::vector<std::string>& parts) {
    if (parts.size() < 2) {
        return {};
    }
    std::string out = fmt::format("<nav aria-label=\"{}\"><ul>", escaped(say("Contents")));
    for (std::size_t i = 0; i < parts.size(); ++i) {
        fmt::format_to(std::back_inserter(out), "<li><a href=\"#p{}\">{}</a></li>", i + 1,
                       parts[i]);
    }
    return out + "</ul></nav>\n";
}

std::string mark() {
    SvgCanvas canvas;
    draw_load_line(canvas, {16.0, 10.0}, 7.0, Ink::main);
    return R"(<svg viewBox="0 0 32 20" aria-hidden="true">)" + canvas.elements() + "</svg>";
}

} // namespace

std::string render_html(const Document& document, const std::string& program) {
    HtmlBody body;
    for (const Block& block : document.blocks) {
        std::visit(body, block);
    }
    const std::string title = escaped(document.title);
    const std::string subject = escaped(document.subject);
    const std::string period = escaped(document.period);
    std::string out =
        "<!DOCTYPE html>\n<html lang=\"" + installed_language().language +
        "\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
        "'unsafe-inline'; img-src data:\">\n<link rel=\"icon\" href=\"data:,\">\n";
    fmt::format_to(std::back_inserter(out),
                   "<meta name=\"generator\" content=\"{}\">\n<title>{}, {}</title>\n<style>\n",
                   escaped(program), title, subject);
    out += svg_style();
    out += html_style;
    fmt::format_to(std::back_inserter(out),
                   "</style>\n</head>\n<body{}>\n<a class=\"skip\" href=\"#report\">{}"
                   "</a>\n<header>\n<p class=\"brand\">{}Plimsoll</p>\n<h1>{}</h1>\n"
                   "<p class=\"who\"><strong>{}</strong> <span class=\"period\">{}</span></p>\n"
                   "</header>\n",
                   document.one_page ? " class=\"sheet\"" : "", escaped(say("Skip to the report")),
                   mark(), title, subject, period);
    out += contents_of(body.parts());
    out += "<main id=\"report\" tabindex=\"-1\">\n" + body.bytes() + "</main>\n";
    fmt::format_to(std::back_inserter(out), "<footer><p>{}</p></footer>\n</body>\n</html>\n",
                   escaped(document.footer));
    return out;
}

} // namespace plimsoll::reports

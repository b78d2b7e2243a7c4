// Rendering.
// SPDX-License-Identifier: Apache-2.0
#include "app/render.hpp"

#include "app/option_values.hpp"
#include "app/version.hpp"
#include "model/error.hpp"
#include "reports/chart_picture.hpp"
#include "reports/html_renderer.hpp"
#include "reports/pdf_renderer.hpp"
#include "reports/text_renderer.hpp"

#include <fmt/format.h>

#include <set>
#include <vector>

namespace plimsoll::app {

bool is_page_format(const std::string& format) {
    return format == "text" || format == "pdf" || format == "html";
}

namespace {

std::string picture(const Invocation& invocation, const std::string& format,
                    const reports::Document& document) {
    std::vector<const reports::Chart*> charts;
    std::set<std::string> others;
    for (const reports::Chart* chart : reports::charts_of(document)) {
        others.insert(chart->id);
        if (chart->id == invocation.chart) {
            charts.push_back(chart);
        }
    }
    if (charts.empty()) {
        throw InputError({},
                         fmt::format("'plimsoll {}' has no chart '{}' of this log",
                                     invocation.command, invocation.chart),
                         others.empty() ? std::string("it has none here")
                                        : fmt::format("it has {}", fmt::join(others, ", ")));
    }
    if (charts.size() > 1) {
        throw UsageError(fmt::format("error: there are {} charts '{}' here, one picture is one\n"
                                     "hint: name an athlete, such as 'plimsoll risk --athlete ID'",
                                     charts.size(), invocation.chart));
    }
    return format == "svg" ? reports::chart_svg(*charts.front(), document)
                           : reports::chart_png(*charts.front(), document);
}

} // namespace

std::string render(const Invocation& invocation, const std::string& format,
                   const reports::Document& document, Date day, Messages& messages) {
    const reports::Paper paper = paper_of(invocation);
    if (is_picture(format)) {
        return picture(invocation, format, document);
    }
    if (format == "pdf") {
        reports::Pdf pdf = reports::make_pdf(document, {paper, day, program_name});
        if (pdf.missing > 0) {
            messages.note(fmt::format(
                "{} the PDF's font, DejaVu Sans, does not have: a square stands for a run of them; "
                "--format html shows them",
                pdf.missing == 1 ? "there is a character that"
                                 : fmt::format("there are {} characters that", pdf.missing)));
        }
        return std::move(pdf.bytes);
    }
    if (format == "html") {
        return reports::render_html(document, program_name);
    }
    return reports::render_text(document, text_style(invocation));
}

} // namespace plimsoll::app

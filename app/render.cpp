// Rendering.
// SPDX-License-Identifier: Apache-2.0
#include "app/render.hpp"

#include "app/option_values.hpp"
#include "app/version.hpp"
#include "reports/html_renderer.hpp"
#include "reports/pdf_renderer.hpp"
#include "reports/text_renderer.hpp"

#include <array>

namespace plimsoll::app {

bool is_page_format(const std::string& format) {
    return format == "text" || format == "pdf" || format == "html";
}

std::string render(const Invocation& invocation, const std::string& format,
                   const reports::Document& document, Date day) {
    const reports::Paper paper = paper_of(invocation);
    if (format == "pdf") {
        return reports::render_pdf(document, {paper, day, program_name});
    }
    if (format == "html") {
        return reports::render_html(document, program_name);
    }
    return reports::render_text(document, text_style(invocation));
}

} // namespace plimsoll::app

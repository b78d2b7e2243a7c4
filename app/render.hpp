// Documents in the form that was asked for.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_APP_RENDER_HPP
#define PLIMSOLL_APP_RENDER_HPP

#include "app/invocation.hpp"
#include "app/messages.hpp"
#include "model/date.hpp"
#include "reports/document.hpp"

#include <string>

namespace plimsoll::app {

/// Whether @p format is one of documents: text, pdf or html.
bool is_page_format(const std::string& format);

/// @param format  a page format, or svg or png: then the chart that --chart names, alone.
/// @param day     that the document is of: the date of a PDF.
/// @param messages  is told what a PDF cannot show.
/// @throws UsageError  --paper is neither a4 nor letter; or several athletes have the chart.
/// @throws InputError  the document has no such chart.
std::string render(const Invocation& invocation, const std::string& format,
                   const reports::Document& document, Date day, Messages& messages);

} // namespace plimsoll::app

#endif

// A document as one web page.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_HTML_RENDERER_HPP
#define PLIMSOLL_REPORTS_HTML_RENDERER_HPP

#include "reports/document.hpp"

#include <string>

namespace plimsoll::reports {

/// One file that asks for nothing else: styles and pictures are in it, there is no script, and its
/// security policy forbids the network. For a phone's width, a dark room, paper, a keyboard and a
/// screen reader. A pure function: the same document, the same bytes.
/// @param program  that made it, for the page's head.
std::string render_html(const Document& document, const std::string& program);

} // namespace plimsoll::reports

#endif

// What the values of options mean.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_APP_OPTION_VALUES_HPP
#define PLIMSOLL_APP_OPTION_VALUES_HPP

#include "app/invocation.hpp"
#include "model/length_unit.hpp"
#include "model/sport.hpp"
#include "reports/customs.hpp"
#include "reports/pdf_renderer.hpp"
#include "reports/text_renderer.hpp"
#include "risk/measure.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace plimsoll::app {

/// @throws UsageError  always: @p name is one of @p known, not @p value.
[[noreturn]] void refuse_value(const std::string& name, const std::string& value,
                               std::span<const std::string_view> known);

/// --measure; absent where it was not typed. @throws UsageError  there is no such measure.
std::optional<risk::Measure> measure_of(const Invocation& invocation);
/// --sport; absent where it was not typed. @throws UsageError  not run, team or all.
std::optional<SportFilter> filter_of(const Invocation& invocation);

/// The format that --format or the suffix of -o names; without either "text", or with --chart
/// "svg".
/// @throws UsageError  the command has no such format, or it is binary and would go to a terminal;
///                     a picture is asked for without --chart, or --chart as something else.
std::string chosen_format(const Invocation& invocation);

/// Whether @p format is of a chart alone: svg or png.
bool is_picture(const std::string& format);

/// --paper; A4 where it was not typed. @throws UsageError  neither a4 nor letter.
reports::Paper paper_of(const Invocation& invocation);

/// --distances and --week-starts: what pages are written for.
/// @throws UsageError  neither km nor mi; neither monday nor sunday.
reports::Customs customs_of(const Invocation& invocation);
/// The unit of lengths in texts: that of customs_of() for pages, kilometres for JSON and CSV.
LengthUnit told_in(const Invocation& invocation);

reports::TextStyle text_style(const Invocation& invocation);

} // namespace plimsoll::app

#endif

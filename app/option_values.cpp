// Values of options.
// SPDX-License-Identifier: Apache-2.0
#include "app/option_values.hpp"

#include "app/command.hpp"
#include "model/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <unistd.h>
#include <vector>

namespace plimsoll::app {

void refuse_value(const std::string& name, const std::string& value,
                  std::span<const std::string_view> known) {
    std::string list;
    for (const std::string_view word : known) {
        list += (list.empty() ? "" : ", ") + std::string(word);
    }
    throw UsageError(fmt::format("error: {} is one of {}, not '{}'", name, list, value));
}

std::optional<risk::Measure> measure_of(const Invocation& invocation) {
    if (invocation.measure.empty()) {
        return std::nullopt;
    }
    const std::optional<risk::Measure> measure = risk::parse_measure(invocation.measure);
    if (!measure) {
        refuse_value("--measure", invocation.measure, risk::measure_names());
    }
    return measure;
}

std::optional<SportFilter> filter_of(const Invocation& invocation) {
    if (invocation.sport.empty()) {
        return std::nullopt;
    }
    static constexpr std::array<std::string_view, 3> known{"run", "team", "all"};
    const auto* const found = std::find(known.begin(), known.end(), invocation.sport);
    if (found == known.end()) {
        refuse_value("--sport", invocation.sport, known);
    }
    return static_cast<SportFilter>(found - known.begin());
}

std::string chosen_format(const Invocation& invocation) {
    std::istringstream words{std::string(find_command(invocation.command)->formats)};
    std::vector<std::string> known;
    for (std::string word; words >> word;) {
        known.push_back(word);
    }
    std::string format = invocation.format;
    if (format.empty()) {
        const std::size_t dot = invocation.output.rfind('.');
        const std::string suffix =
            dot == std::string::npos ? "" : invocation.output.substr(dot + 1);
        format = suffix.empty() || suffix == "txt" ? "text" : suffix;
    }
    if (std::find(known.begin(), known.end(), format) == known.end()) {
        const std::vector<std::string_view> views(known.begin(), known.end());
        refuse_value(invocation.format.empty() ? "the format that -o's suffix names" : "--format",
                     format, views);
    }
    if (format == "pdf" && invocation.output.empty() && ::isatty(STDOUT_FILENO) == 1) {
        throw UsageError("error: a PDF is not for a terminal\nhint: -o FILE.pdf, or pipe it");
    }
    return format;
}

reports::Paper paper_of(const Invocation& invocation) {
    static constexpr std::array<std::string_view, 2> known{"a4", "letter"};
    if (invocation.paper.empty()) {
        return reports::Paper::a4;
    }
    const auto* const found = std::find(known.begin(), known.end(), invocation.paper);
    if (found == known.end()) {
        refuse_value("--paper", invocation.paper, known);
    }
    return static_cast<reports::Paper>(found - known.begin());
}

reports::TextStyle text_style(const Invocation& invocation) {
    reports::TextStyle style;
    style.charset = invocation.unicode ? reports::Charset::unicode : reports::Charset::ascii;
    return style;
}

} // namespace plimsoll::app

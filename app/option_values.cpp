// Values of options.
// SPDX-License-Identifier: Apache-2.0
#include "app/option_values.hpp"

#include "app/command.hpp"
#include "app/render.hpp"
#include "model/error.hpp"
#include "reports/chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <unistd.h>
#include <vector>

namespace plimsoll::app {
namespace {

// A picture is of the chart that --chart names, and a chart that is named is a picture.
void require_chart(const Invocation& invocation, const std::string& format) {
    const std::string& chart = invocation.chart;
    if (chart.empty() && is_picture(format)) {
        throw UsageError(
            fmt::format("error: {} is the form of one chart alone, and no --chart says "
                        "which\nhint: --chart is one of {}",
                        format, fmt::join(reports::chart_ids, ", ")));
    }
    if (!chart.empty()) {
        const auto& known = reports::chart_ids;
        if (std::find(known.begin(), known.end(), chart) == known.end()) {
            refuse_value("--chart", chart, known);
        }
        if (!is_picture(format)) {
            throw UsageError(fmt::format(
                "error: --chart is one picture: --format is svg or png with it, not {}", format));
        }
    }
}

} // namespace

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
        format = suffix == "txt"            ? "text"
                 : !suffix.empty()          ? suffix
                 : invocation.chart.empty() ? "text"
                                            : "svg";
    }
    if (std::find(known.begin(), known.end(), format) == known.end()) {
        const std::vector<std::string_view> views(known.begin(), known.end());
        refuse_value(invocation.format.empty() ? "the format that -o's suffix names" : "--format",
                     format, views);
    }
    require_chart(invocation, format);
    if ((format == "pdf" || format == "png") && invocation.output.empty() &&
        ::isatty(STDOUT_FILENO) == 1) {
        throw UsageError(fmt::format("error: a {0} is not for a terminal\nhint: -o FILE.{1}, or "
                                     "pipe it",
                                     format == "pdf" ? "PDF" : "PNG", format));
    }
    return format;
}

bool is_picture(const std::string& format) {
    return format == "svg" || format == "png";
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

reports::Customs customs_of(const Invocation& invocation) {
    static constexpr std::array<std::string_view, 2> lengths{"km", "mi"};
    static constexpr std::array<std::string_view, 2> days{"monday", "sunday"};
    const auto is_second = [](const char* option, const std::string& value,
                              std::span<const std::string_view> known) {
        if (!value.empty() && std::find(known.begin(), known.end(), value) == known.end()) {
            refuse_value(option, value, known);
        }
        return value == known[1];
    };
    reports::Customs customs;
    if (is_second("--distances", invocation.distances, lengths)) {
        customs.length = LengthUnit::miles;
    }
    if (is_second("--week-starts", invocation.week_starts, days)) {
        customs.week_starts = Weekday::sun;
    }
    return customs;
}

LengthUnit told_in(const Invocation& invocation) {
    const std::string format = chosen_format(invocation);
    const reports::Customs customs = customs_of(invocation);
    return is_page_format(format) || is_picture(format) ? customs.length : LengthUnit::kilometres;
}

reports::TextStyle text_style(const Invocation& invocation) {
    reports::TextStyle style;
    style.charset = invocation.unicode ? reports::Charset::unicode : reports::Charset::ascii;
    return style;
}

} // namespace plimsoll::app

// CSV writers.
// SPDX-License-Identifier: Apache-2.0
#include "reports/csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <optional>

namespace plimsoll::reports {
namespace {

class CsvRow {
public:
    explicit CsvRow(std::string& out) : out_(out) {}

    CsvRow& text(std::string_view value) {
        separate();
        out_ += csv_cell(value);
        return *this;
    }

    // The shortest digits that read back as the same number.
    CsvRow& number(const std::optional<double>& value) {
        separate();
        if (value) {
            fmt::format_to(std::back_inserter(out_), "{}", *value);
        }
        return *this;
    }

    // As the float that it is: 0.1, not 0.10000000149.
    CsvRow& short_number(float value) {
        separate();
        fmt::format_to(std::back_inserter(out_), "{}", value);
        return *this;
    }

    void end() { out_ += '\n'; }

private:
    void separate() {
        if (!first_) {
            out_ += ',';
        }
        first_ = false;
    }

    std::string& out_;
    bool first_ = true;
};

} // namespace

std::string csv_cell(std::string_view text) {
    std::string cell;
    // An apostrophe that stood there already is doubled, so that taking one off gives the text
    // back.
    const std::size_t first = text.find_first_not_of('\'');
    const bool formula = first != std::string_view::npos &&
                         std::string_view("=+-@\t\r").find(text[first]) != std::string_view::npos;
    if (formula) {
        cell += '\'';
    }
    cell += text;
    if (cell.find_first_of(",\"\r\n") == std::string::npos &&
        (cell.empty() || (cell.front() != ' ' && cell.back() != ' '))) {
        return cell;
    }
    std::string quoted = "\"";
    for (const char c : cell) {
        quoted.append(c == '"' ? 2 : 1, c);
    }
    return quoted + '"';
}

namespace {

std::string flag_ids(const risk::Statement& s) {
    std::string ids;
    for (const risk::Flag& flag : s.flags) {
        ids += (ids.empty() ? "" : " ") + flag.id;
    }
    return ids;
}

} // namespace

std::string canonical_csv(const TrainingLog& log) {
    std::string out = "athlete,start,sport,duration_s,elapsed_s,distance_m,avg_hr_bpm,max_hr_bpm,"
                      "max_speed_mps,ascent_m,rpe,load_au,load_kind,high_speed_m,sprint_m,sprints,"
                      "changes_of_direction,title,source";
    const bool zones = std::any_of(log.sessions.begin(), log.sessions.end(),
                                   [](const Session& s) { return s.hr_zones.has_value(); });
    out += zones ? ",hr_zone_1_s,hr_zone_2_s,hr_zone_3_s,hr_zone_4_s,hr_zone_5_s\n" : "\n";
    for (const Session& s : log.sessions) {
        CsvRow row(out);
        row.text(s.athlete).text(to_string(s.start)).text(to_string(s.sport));
        row.number(s.duration_s).number(s.elapsed_s).number(s.distance_m);
        row.number(s.avg_hr_bpm).number(s.max_hr_bpm).number(s.max_speed_mps).number(s.ascent_m);
        row.number(s.rpe).number(s.load_au);
        row.text(s.load_au ? to_string(s.load_kind) : std::string_view());
        row.number(s.high_speed_m).number(s.sprint_m).number(s.sprints);
        row.number(s.changes_of_direction).text(s.title).text(log.source_of(s.source));
        for (std::size_t i = 0; zones && i < HeartRateZones::count; ++i) {
            if (s.hr_zones) {
                row.short_number(s.hr_zones->seconds.at(i));
            } else {
                row.text("");
            }
        }
        row.end();
    }
    return out;
}

const std::string_view risk_header =
    "athlete,as_of,acute,chronic,coupled,uncoupled,ewma,monotony,strain,longest_session_30d_m,"
    "next_session_cap_m,hazard_ratio,measure,unit,coupled_status,uncoupled_status,ewma_status,"
    "flags\n";

std::string risk_row(const risk::Statement& s) {
    std::string out;
    CsvRow row(out);
    row.text(s.athlete).text(to_string(s.as_of));
    if (!s.load) {
        for (int i = 0; i < 10; ++i) {
            row.number(std::nullopt);
        }
        row.text(to_string(s.measure)).text(unit_of(s.measure));
        for (int i = 0; i < 3; ++i) {
            row.text(to_string(risk::RatioStatus::no_history));
        }
        row.text(flag_ids(s)).end();
        return out;
    }
    const risk::DayRatios& day = s.last_day;
    row.number(s.acute).number(s.chronic);
    row.number(day.coupled.value).number(day.uncoupled.value).number(day.ewma.ratio.value);
    row.number(s.monotony_sample).number(s.strain);
    row.number(s.longest_run ? std::optional(s.longest_run->distance_m) : std::nullopt);
    row.number(s.next_session_cap_m);
    row.number(s.has_total() ? std::optional(s.total.hazard_ratio) : std::nullopt);
    row.text(to_string(s.measure)).text(unit_of(s.measure));
    row.text(to_string(day.coupled.status)).text(to_string(day.uncoupled.status));
    row.text(to_string(day.ewma.ratio.status)).text(flag_ids(s)).end();
    return out;
}

std::string risk_csv(std::span<const risk::Statement> statements) {
    std::string out(risk_header);
    for (const risk::Statement& s : statements) {
        out += risk_row(s);
    }
    return out;
}

std::string risk_series_header(bool unverified) {
    const std::string header =
        "athlete,date,kind,load,coupled,uncoupled,ewma_acute,ewma_chronic,ewma";
    return header + (unverified ? ",unit\n" : "\n");
}

std::string risk_series_rows(const risk::Statement& s, bool unverified) {
    std::string out;
    if (!s.load) {
        return out;
    }
    const DailySeries& series = s.load->series;
    for (std::size_t i = 0; i < series.size(); ++i) {
        const risk::DayRatios& day = s.days.at(i);
        const bool known = day.ewma.ratio.status != risk::RatioStatus::no_history;
        CsvRow row(out);
        row.text(s.athlete).text(to_string(series.day(i))).text(to_string(series.kinds()[i]));
        row.number(series.loads()[i]).number(day.coupled.value).number(day.uncoupled.value);
        row.number(known ? std::optional(day.ewma.acute) : std::nullopt);
        row.number(known ? std::optional(day.ewma.chronic) : std::nullopt);
        row.number(day.ewma.ratio.value);
        if (unverified) {
            row.text(unit_of(s.measure));
        }
        row.end();
    }
    return out;
}

std::string risk_series_csv(std::span<const risk::Statement> statements) {
    const bool unverified =
        std::any_of(statements.begin(), statements.end(),
                    [](const risk::Statement& s) { return risk::is_unverified(s.measure); });
    std::string out = risk_series_header(unverified);
    for (const risk::Statement& s : statements) {
        out += risk_series_rows(s, unverified);
    }
    return out;
}

std::string validation_csv(const risk::Validation& validation) {
    std::string out = "metric,n,onsets,auc,ci_low,ci_high,brier,brier_reference,"
                      "calibration_intercept,calibration_slope\n";
    for (const risk::MetricResult& metric : validation.metrics) {
        const auto& ci = metric.ci;
        const auto& model = metric.calibration;
        CsvRow row(out);
        row.text(to_string(metric.metric));
        row.text(std::to_string(metric.days)).text(std::to_string(metric.onsets));
        row.number(metric.auc);
        row.number(ci ? std::optional(ci->low) : std::nullopt);
        row.number(ci ? std::optional(ci->high) : std::nullopt);
        row.number(model ? std::optional(model->brier) : std::nullopt);
        row.number(model ? std::optional(model->brier_reference) : std::nullopt);
        row.number(model ? std::optional(model->intercept) : std::nullopt);
        row.number(model ? model->slope : std::nullopt).end();
    }
    return out;
}

} // namespace plimsoll::reports

// Charts of load, ratios and factors.
// SPDX-License-Identifier: Apache-2.0
#include "reports/load_charts.hpp"

#include "model/words.hpp"
#include "reports/format.hpp"
#include "reports/sections.hpp"
#include "risk/rolling.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace plimsoll::reports {
namespace {

using Dash = TimeChart::Dash;
using Tone = TimeChart::Tone;

TimeChart last_days(const risk::Statement& s, std::string unit) {
    TimeChart chart{std::max(s.load->series.first_day(), s.as_of - (chart_days - 1)), s.as_of,
                    std::move(unit)};
    // A few days of history still make a picture with room for the weeks before.
    chart.first = std::min(chart.first, s.as_of - 27);
    return chart;
}

void add_gaps(TimeChart& chart, const DailySeries& series) {
    TimeChart::Shade shade{say("7 days or more without any session"), {}, true};
    for (const Gap& gap : series.gaps()) {
        if (gap.to >= chart.first && gap.from <= chart.last) {
            shade.stretches.push_back({gap.from, gap.to});
        }
    }
    if (!shade.stretches.empty()) {
        chart.shades.push_back(std::move(shade));
    }
}

double in_unit(double amount, risk::Measure measure, const Customs& customs) {
    return measure == risk::Measure::distance ? amount / metres_in(customs.length) : amount;
}

// Means of the @p length days up to each day; none before a day so late has them all.
TimeChart::Line mean_line(const DailySeries& series, std::size_t length, risk::Measure measure,
                          const Customs& customs) {
    TimeChart::Line line;
    const auto known = series.known_loads();
    const std::size_t unknown = series.size() - known.size();
    line.first = series.first_day();
    line.values.assign(series.size(), std::nullopt);
    for (std::size_t i = length - 1; i < known.size(); ++i) {
        line.values[unknown + i] = in_unit(
            risk::window_sum(known, i, length) / static_cast<double>(length), measure, customs);
    }
    return line;
}

} // namespace

std::optional<Chart> ceiling_chart(const risk::Statement& s, std::span<const Session> sessions,
                                   const Customs& customs) {
    const double unit_m = metres_in(customs.length);
    TimeChart chart = last_days(s, say("{} a run", symbol_of(customs.length)));
    TimeChart::Bars within{say("longest run of a day"), {}, Tone::plain};
    TimeChart::Bars above{"", {}, Tone::attention};
    TimeChart::Dots spikes{say("above the line"), {}, TimeChart::Shape::triangle, Tone::attention};
    TimeChart::Line line{say("1.10 x the longest run of the 30 days before"), chart.first, {}};
    line.steps = true;
    line.filled = true;
    for (Date day = chart.first; day <= chart.last; day = day + 1) {
        const auto longest = risk::longest_run_before(sessions, day);
        const auto cap =
            longest ? std::optional(risk::session_cap_m(longest->distance_m)) : std::nullopt;
        line.values.push_back(cap ? std::optional(*cap / unit_m) : std::nullopt);
        double run_m = 0.0;
        for (const Session& session : sessions) {
            if (session.start.day == day && is_run(session.sport)) {
                run_m = std::max(run_m, session.distance_m.value_or(0.0));
            }
        }
        if (run_m <= 0.0) {
            continue;
        }
        const double run = run_m / unit_m;
        const bool spike =
            cap && risk::spike_level(run_m, longest->distance_m) != risk::SpikeLevel::reference;
        (spike ? above : within).bars.push_back({day, day, run});
        if (spike) {
            spikes.dots.push_back({day, run});
        }
    }
    const std::size_t runs = within.bars.size() + above.bars.size();
    if (runs == 0) {
        return std::nullopt;
    }
    Chart out;
    out.id = "line";
    out.title = say("The plimsoll line");
    out.note =
        say("No line: no run in the 30 days before. The line is a ceiling of one study, not a "
            "safe distance (Frandsen et al. 2025).");
    out.reading =
        say("{} with a run from {} to {}; {} of them above the line", counted(runs, "day"),
            long_day(chart.first), long_day(chart.last), above.bars.size());
    if (s.next_session_cap_m && !s.hold) {
        chart.mark = TimeChart::Mark{*s.next_session_cap_m / unit_m,
                                     distance(*s.next_session_cap_m, customs)};
        out.reading +=
            say("; for the next run it stands at {}", distance(*s.next_session_cap_m, customs));
    }
    out.reading += ".";
    chart.bars.push_back(std::move(within));
    if (!above.bars.empty()) {
        chart.bars.push_back(std::move(above));
        chart.dots.push_back(std::move(spikes));
    }
    chart.lines.push_back(std::move(line));
    add_gaps(chart, s.load->series);
    out.body = std::move(chart);
    out.in_text = true;
    return out;
}

std::optional<Chart> load_chart(const risk::Statement& s, const Customs& customs) {
    TimeChart chart = last_days(s, say("{} a day", amount_unit(s.measure, customs)));
    const DailySeries& series = s.load->series;
    TimeChart::Bars days{say("load of the day"), {}, Tone::plain};
    for (std::size_t i = 0; i < series.size(); ++i) {
        if (series.day(i) >= chart.first && series.loads()[i] > 0.0) {
            days.bars.push_back(
                {series.day(i), series.day(i), in_unit(series.loads()[i], s.measure, customs)});
        }
    }
    if (days.bars.empty()) {
        return std::nullopt;
    }
    TimeChart::Line acute = mean_line(series, risk::acute_days, s.measure, customs);
    acute.name = say("acute: mean of 7 days");
    TimeChart::Line chronic = mean_line(series, risk::chronic_days, s.measure, customs);
    chronic.name = say("chronic: mean of 28 days");
    chronic.dash = Dash::dashed;
    chronic.tone = Tone::attention;
    chart.bars.push_back(std::move(days));
    chart.lines.push_back(std::move(acute));
    chart.lines.push_back(std::move(chronic));
    add_gaps(chart, series);
    Chart out;
    out.id = "load";
    out.title = say("Load of each day ({})", say_text(risk::describe(s.measure)));
    out.reading = say("From {} to {}. On the last day the mean of 7 days is {} and that of "
                      "28 days {} a day.",
                      long_day(chart.first), long_day(chart.last),
                      amount(s.acute, s.measure, customs), amount(s.chronic, s.measure, customs));
    out.body = std::move(chart);
    return out;
}

std::optional<Chart> ratio_chart(const risk::Statement& s) {
    TimeChart chart = last_days(s, say("ratio, without unit"));
    const DailySeries& series = s.load->series;
    TimeChart::Line coupled{say("coupled, 7 : 28 days"), series.first_day(), {}};
    TimeChart::Line ewma{
        say("EWMA, spans 7 : 28"), series.first_day(), {}, Dash::dashed, Tone::attention};
    TimeChart::Shade warm_up{say("warm-up: too little history"), {}, true};
    bool any = false;
    for (std::size_t i = 0; i < s.days.size(); ++i) {
        const risk::DayRatios& day = s.days[i];
        coupled.values.push_back(day.coupled.value);
        ewma.values.push_back(day.ewma.ratio.value);
        any = any || (series.day(i) >= chart.first && (day.coupled.value || day.ewma.ratio.value));
        if (day.coupled.status == risk::RatioStatus::warming_up && series.day(i) >= chart.first) {
            if (!warm_up.stretches.empty() && warm_up.stretches.back().to + 1 == series.day(i)) {
                warm_up.stretches.back().to = series.day(i);
            } else {
                warm_up.stretches.push_back({series.day(i), series.day(i)});
            }
        }
    }
    if (!any) {
        return std::nullopt;
    }
    chart.least_top = risk::zone_very_high_border;
    chart.bands.push_back(
        {say("0.8 to 1.3: a convention"), risk::zone_low_border, risk::zone_high_border});
    chart.lines.push_back(std::move(coupled));
    chart.lines.push_back(std::move(ewma));
    if (!warm_up.stretches.empty()) {
        chart.shades.push_back(std::move(warm_up));
    }
    Chart out;
    out.id = "ratios";
    out.title = say("The ratios of each day");
    out.note = s.runner
                   ? say("The band is a convention of team sport, not a finding: in runners higher "
                         "ratios went with fewer injuries (Frandsen 2025, Nakaoka 2021).")
                   : say("The band is a convention, not a finding: a random denominator separates "
                         "injured from uninjured players about as well (Impellizzeri 2021).");
    out.reading = say("On the last day the coupled ratio is {} and the EWMA ratio {}.",
                      ratio(s.last_day.coupled), ratio(s.last_day.ewma.ratio));
    out.body = std::move(chart);
    return out;
}

std::optional<Chart> factor_chart(const risk::Statement& s) {
    ForestChart chart;
    chart.unit = say("hazard ratio, 95 % interval, logarithmic");
    bool open = false;
    for (const risk::Factor& factor : s.factors) {
        const auto ratio = factor.hazard_ratio();
        const auto interval = factor.interval();
        if (!factor.applies || factor.kind != risk::FactorKind::hazard ||
            factor.coefficient == nullptr || !ratio || !interval) {
            continue;
        }
        open = open || factor.extrapolated();
        chart.rows.push_back({factor.id + " " + say_text(factor.name), hazard(*ratio, interval),
                              *ratio, interval->low, interval->high, factor.extrapolated()});
    }
    if (chart.rows.empty()) {
        return std::nullopt;
    }
    Chart out;
    out.id = "factors";
    out.title = say("The factors that apply, each apart");
    for (const ForestChart::Row& row : chart.rows) {
        out.reading += fmt::format("{}: {}. ", row.name, row.figure);
    }
    if (s.total.members.size() > 1) {
        chart.rows.push_back({say("together, as weighed"), hazard(s.total.hazard_ratio, s.total.ci),
                              s.total.hazard_ratio, s.total.ci.low, s.total.ci.high, false, true});
        out.reading += say("Together, as weighed: {}.", chart.rows.back().figure);
    }
    if (open) {
        chart.open_means = say("found in other people: extrapolated, weighed less in the total");
    }
    out.note = say("Associations of observational studies, as published.");
    out.body = std::move(chart);
    return out;
}

std::optional<Chart> sprint_chart(const risk::Statement& s, std::span<const Session> sessions) {
    const risk::SprintExposure& exposure = s.exposure;
    if (!exposure.max_speed_mps || exposure.with_speed == 0) {
        return std::nullopt;
    }
    TimeChart chart{s.as_of - (risk::exposure_days - 1), s.as_of, say("% of maximum speed")};
    TimeChart::Dots slow{say("session"), {}, TimeChart::Shape::open};
    TimeChart::Dots fast{say("reached 85 %"), {}, TimeChart::Shape::filled};
    TimeChart::Dots maximal{say("reached 95 %"), {}, TimeChart::Shape::diamond, Tone::attention};
    for (const Session& session : sessions) {
        const bool counted_sport = is_run(session.sport) || is_team(session.sport);
        if (session.start.day < chart.first || session.start.day > chart.last || !counted_sport ||
            !session.max_speed_mps) {
            continue;
        }
        const double share = *session.max_speed_mps / *exposure.max_speed_mps;
        TimeChart::Dots& dots = share >= risk::maximal_share ? maximal
                                : share >= risk::fast_share  ? fast
                                                             : slow;
        dots.dots.push_back({session.start.day, 100.0 * share});
    }
    chart.least_top = 100.0;
    chart.levels.push_back({"", 100.0 * risk::fast_share, Dash::dashed});
    chart.levels.push_back({"", 100.0 * risk::maximal_share, Dash::dotted});
    for (TimeChart::Dots* dots : {&slow, &fast, &maximal}) {
        if (!dots->dots.empty()) {
            chart.dots.push_back(std::move(*dots));
        }
    }
    Chart out;
    out.id = "sprints";
    out.title = say("Sprint exposure of 8 weeks");
    out.reading = say("{} with a speed; {} reached 85 % and {} reached 95 % of {:.1f} m/s.",
                      counted(exposure.with_speed, "session"), exposure.fast, exposure.maximal,
                      *exposure.max_speed_mps);
    out.note = say("100 % is {:.1f} m/s, {}. No study links sprint exposure to calf strain.",
                   *exposure.max_speed_mps,
                   exposure.from_log ? say("the fastest of the log") : say("as stated"));
    out.body = std::move(chart);
    return out;
}

void add_lead_chart(Document& document, const risk::Statement& s,
                    std::span<const Session> sessions) {
    std::optional<Chart> chart = s.runner ? ceiling_chart(s, sessions, document.customs)
                                 : s.team ? sprint_chart(s, sessions)
                                          : std::nullopt;
    if (chart) {
        document.add(*std::move(chart));
    }
}

} // namespace plimsoll::reports

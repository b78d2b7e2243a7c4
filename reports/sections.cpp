// Sections of reports.
// SPDX-License-Identifier: Apache-2.0
#include "reports/sections.hpp"

#include "model/words.hpp"
#include "reports/format.hpp"
#include "reports/load_charts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace plimsoll::reports {
namespace {

using Align = Column::Align;
using Fit = Column::Fit;

void add_hold(Document& document, const risk::Statement& s) {
    document.add(KeyFigure{say("Before the next session"), say("hold"),
                           say("{}. No distance is suggested until that has settled: see a "
                               "sports physio.",
                               *s.hold)});
}

void add_running_answer(Document& document, const risk::Statement& s) {
    const std::string label = say("Longest next run that is no spike");
    if (!s.longest_run) {
        document.add(KeyFigure{
            label, say("cannot be said"),
            say("There is no run in the last 30 days to compare with. The way back is a walk-run "
                "ladder: 'plimsoll plan' makes one.")});
        return;
    }
    document.add(KeyFigure{label, distance(*s.next_session_cap_m, document.customs),
                           say("1.10 x {}, the longest run of the last 30 days ({}).",
                               distance(s.longest_run->distance_m, document.customs),
                               short_day(s.longest_run->day))});
    if (s.longest_without_spike &&
        s.longest_without_spike->distance_m < s.longest_run->distance_m) {
        document.add(KeyFigure{
            say("The careful figure"),
            distance(risk::session_cap_m(s.longest_without_spike->distance_m), document.customs),
            say("That run was itself a spike. Without spikes: 1.10 x {} ({}).",
                distance(s.longest_without_spike->distance_m, document.customs),
                short_day(s.longest_without_spike->day))});
    }
    if (s.ladder && s.measure == risk::Measure::distance) {
        const risk::LadderWeek& week = *s.ladder;
        document.add(KeyFigure{
            say("Left of week {} back, to {}", week.week, short_day(week.last)),
            distance(std::max(0.0, week.ceiling - week.done), document.customs),
            say("The ladder's {:.0f} % of the usual week are {}; {} of it run so far.",
                100.0 * risk::ladder_share(week.week), distance(week.ceiling, document.customs),
                distance(week.done, document.customs))});
    }
    document.add(
        Paragraph{say("A ceiling, not a safe distance: even 1 to 10 % more went with a hazard "
                      "ratio of 1.19 (0.90-1.57; secondary source).")});
}

// What stands behind a mean of 28 days where the history is shorter.
std::string days_known(const risk::Statement& s) {
    const std::size_t known = s.load->series.known_loads().size();
    return known < risk::chronic_days ? say("the log has {} of them", known) : std::string();
}

void add_load_answer(Document& document, const risk::Statement& s) {
    const double week = s.acute * static_cast<double>(risk::acute_days);
    const double usual = s.chronic * static_cast<double>(risk::acute_days);
    const std::string known = days_known(s);
    document.add(
        KeyFigure{say("Load of the last 7 days"), amount(week, s.measure, document.customs),
                  say("The mean week of the last 28 days has {}{}; coupled ratio "
                      "{}.",
                      amount(usual, s.measure, document.customs),
                      known.empty() ? "" : " (" + known + ")", ratio(s.last_day.coupled))});
}

} // namespace

std::string subject_of(const risk::Statement& statement, const Athlete* athlete) {
    if (athlete != nullptr && !athlete->name.empty()) {
        return athlete->name;
    }
    return statement.athlete;
}

void add_answer(Document& document, const risk::Statement& statement) {
    if (statement.hold) {
        add_hold(document, statement);
    } else if (statement.runner &&
               (statement.longest_run || statement.measure == risk::Measure::distance)) {
        add_running_answer(document, statement);
    } else {
        add_load_answer(document, statement);
    }
}

void add_flags(Document& document, const risk::Statement& statement) {
    if (statement.flags.empty()) {
        return;
    }
    document.add(Heading{say("What stands out")});
    Points points;
    points.mark = Points::Mark::attention;
    for (const risk::Flag& flag : statement.flags) {
        points.texts.push_back(fmt::format("{}. [{}]", say_text(flag.text), say_text(flag.source)));
    }
    document.add(points);
}

void add_load(Document& document, const risk::Statement& s, LoadDetail detail) {
    const risk::DayRatios& day = s.last_day;
    document.add(Heading{say("Load ({})", say_text(risk::describe(s.measure)))});
    Table table;
    table.columns = {{say("measure"), Align::left, Fit::natural},
                     {say("value"), Align::right, Fit::natural},
                     {say("how"), Align::left, Fit::wrap}};
    const auto week = static_cast<double>(risk::acute_days);
    const auto row = [&](std::string name, std::string value, std::string how) {
        table.rows.push_back({{std::move(name), std::move(value), std::move(how)}});
    };
    row(say("last 7 days"), amount(s.acute * week, s.measure, document.customs),
        s.week_change ? say("{} on the 7 days before", percent_change(s.week_change))
                      : say("the 7 days before hold nothing to compare with"));
    const std::string known = days_known(s);
    row(say("mean week"), amount(s.chronic * week, s.measure, document.customs),
        known.empty() ? say("of the last 28 days") : say("of the last 28 days; {}", known));
    row(say("coupled ratio"), ratio(day.coupled), say("last 7 days : last 28 days"));
    const bool brief = detail == LoadDetail::brief;
    if (!brief) {
        row(say("uncoupled ratio"), ratio(day.uncoupled), say("last 7 days : the 21 days before"));
    }
    row(say("EWMA ratio"), ratio(day.ewma.ratio),
        day.ewma.ratio.status == risk::RatioStatus::warming_up && day.ewma.ratio.value
            ? say("spans 7 and 28; the log's first day still weighs {:.0f} %: provisional",
                  100.0 * day.ewma.seed_weight)
            : say("spans 7 and 28, seeded with the first day"));
    if (!brief && s.spread_low && s.spread_high) {
        row(say("spread"), fmt::format("{:.2f}-{:.2f}", *s.spread_low, *s.spread_high),
            say("of every convention; 'plimsoll risk' shows each"));
    }
    if (!brief) {
        row(say("difference"),
            fmt::format("{}{}", s.difference < 0 ? "-" : "+",
                        amount(std::fabs(s.difference) * week, s.measure, document.customs)),
            say("the week less the mean week"));
    }
    row(say("monotony"), two_digits(s.monotony_sample),
        s.monotony_sample ? say("mean / sample SD of 7 days")
                          : say("every day alike: does not exist"));
    if (s.strain) {
        row(say("strain"), amount(*s.strain, s.measure, document.customs),
            say("7-day load x monotony"));
    }
    document.add(table);
    std::optional<Chart> chart = !brief ? load_chart(s, document.customs) : std::nullopt;
    if (chart) {
        document.add(*std::move(chart));
    }
    document.add(Paragraph{
        s.runner
            ? say("Ratios describe, they do not warn: in 5,205 and in 435 runners higher ratios "
                  "went with fewer injuries (Frandsen 2025, Nakaoka 2021).")
            : say("Ratios describe, they do not warn: a random denominator separates injured from "
                  "uninjured players about as well (Impellizzeri 2021).")});
}

void add_conventions(Document& document, const risk::Statement& s) {
    document.add(Heading{say("The ratio in every convention")});
    Table table;
    table.columns = {{say("convention"), Align::left, Fit::natural},
                     {say("start of day"), Align::right, Fit::natural},
                     {say("end of day"), Align::right, Fit::natural},
                     {say("zones"), Align::left, Fit::natural}};
    for (const risk::ConventionRatio& entry : s.conventions) {
        table.rows.push_back(
            {{say_text(entry.name), ratio(entry.start_of_day), ratio(entry.end_of_day),
              entry.zones ? fmt::format("{:.2f} / {:.2f} / {:.2f}", entry.zones->low,
                                        entry.zones->high, entry.zones->very_high)
                          : say("none known")}});
    }
    document.add(table);
    document.add(
        Paragraph{say("zones: low, high and very high begin at 0.8, 1.3 and 1.5 of the coupled "
                      "ratio, converted where a conversion is known; a convention, not a "
                      "finding (Gabbett 2016).")});
    if (s.fitness) {
        document.add(Paragraph{say(
            "CTL {:.0f}, ATL {:.0f}, TSB {:+.0f} {} a day: x = x e^(-1/T) + load (1 - e^(-1/T)), T "
            "= 42 and 7 days, from 0; a convention of performance, not of injury.",
            s.fitness->ctl, s.fitness->atl, s.fitness->tsb(), risk::unit_of(s.measure))});
    }
}

Points basis_of(const risk::Statement& s) {
    Points points;
    const auto& series = s.load->series;
    const auto observed =
        std::count(series.kinds().begin(), series.kinds().end(), DayKind::observed);
    points.texts.push_back(say("{}, {} with a session, from {} to {}",
                               counted(series.size(), "day"), observed,
                               to_string(series.first_day()), to_string(s.as_of)));
    const std::vector<Gap> gaps = series.gaps();
    if (!gaps.empty()) {
        points.texts.push_back(say("{} of 7 days or more without any session, counted as "
                                   "time off; the latest from {} to {}",
                                   counted(gaps.size(), "gap"), to_string(gaps.back().from),
                                   to_string(gaps.back().to)));
    }
    if (s.load->without_load > 0) {
        points.texts.push_back(
            say("{} without this measure, counted as 0", counted(s.load->without_load, "session")));
    }
    if (s.estimated_share > 0.0) {
        points.texts.push_back(say("{:.0f} % of the load of 28 days is estimated, {}",
                                   100.0 * s.estimated_share, risk::what_is_missing(s.measure)));
    }
    if (s.sessions_after_as_of > 0) {
        points.texts.push_back(say("{} after {} left out",
                                   counted(s.sessions_after_as_of, "session"), to_string(s.as_of)));
    }
    return points;
}

Points basis_of(const TrainingLog& log) {
    Points points;
    const RowCounts totals = log.totals();
    points.texts.push_back(
        say("{} in {}: {}, {}, {} refused, {} other", counted(totals.rows, "row"),
            counted(log.files.size(), "file"), counted(totals.sessions, "session"),
            counted(totals.duplicates, "duplicate"), totals.rejected, totals.other));
    if (const std::size_t athletes = log.by_athlete().size(); athletes > 1) {
        points.texts.back() += say("; of {}", counted(athletes, "athlete"));
    }
    if (const std::vector<std::string> lost = log.lost_athletes(); !lost.empty()) {
        constexpr std::size_t most = 8;
        std::string names;
        for (std::size_t i = 0; i < std::min(most, lost.size()); ++i) {
            names += (i == 0 ? "" : ", ") + lost[i];
        }
        points.texts.push_back(
            say("{} left out, every row refused: {}{}", counted(lost.size(), "athlete"), names,
                lost.size() > most ? say(" and {} more", lost.size() - most) : ""));
    }
    for (const FileReport& file : log.files) {
        if (file.distance_unit_inferred) {
            points.texts.push_back(
                say("distances read as {}: {}", file.distance_unit, file.distance_unit_why));
            break;
        }
    }
    const bool utc = std::any_of(log.files.begin(), log.files.end(),
                                 [](const FileReport& file) { return file.timezone == "UTC"; });
    if (utc) {
        points.texts.emplace_back(
            say("start times are in UTC: a day may be off by one (--timezone)"));
    }
    return points;
}

} // namespace plimsoll::reports

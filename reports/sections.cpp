// Sections of reports.
// SPDX-License-Identifier: Apache-2.0
#include "reports/sections.hpp"

#include "reports/format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace plimsoll::reports {
namespace {

using Align = Column::Align;
using Fit = Column::Fit;

void add_hold(Document& document, const risk::Statement& s) {
    document.add(KeyFigure{"Before the next session", "hold",
                           fmt::format("{}. No distance is suggested until that has settled: see a "
                                       "sports physio.",
                                       *s.hold)});
}

void add_running_answer(Document& document, const risk::Statement& s) {
    const std::string label = "Longest next run that is no spike";
    if (!s.longest_run) {
        document.add(KeyFigure{
            label, "cannot be said",
            "There is no run in the last 30 days to compare with. The way back is a walk-run "
            "ladder: 'plimsoll plan' makes one."});
        return;
    }
    document.add(
        KeyFigure{label, km(*s.next_session_cap_m),
                  fmt::format("1.10 x {}, the longest run of the last 30 days ({}).",
                              km(s.longest_run->distance_m), short_day(s.longest_run->day))});
    if (s.longest_without_spike &&
        s.longest_without_spike->distance_m < s.longest_run->distance_m) {
        document.add(KeyFigure{
            "The careful figure", km(risk::session_cap_m(s.longest_without_spike->distance_m)),
            fmt::format("That run was itself a spike. Without spikes: 1.10 x {} ({}).",
                        km(s.longest_without_spike->distance_m),
                        short_day(s.longest_without_spike->day))});
    }
    if (s.ladder && s.measure == risk::Measure::distance) {
        const risk::LadderWeek& week = *s.ladder;
        document.add(KeyFigure{
            fmt::format("Left of week {} back, to {}", week.week, short_day(week.last)),
            km(std::max(0.0, week.ceiling - week.done)),
            fmt::format("The ladder's {:.0f} % of the usual week are {}; {} of it run so far.",
                        100.0 * risk::ladder_share(week.week), km(week.ceiling), km(week.done))});
    }
    document.add(Paragraph{"A ceiling, not a safe distance: even 1 to 10 % more went with a hazard "
                           "ratio of 1.19 (0.90-1.57; secondary source)."});
}

void add_load_answer(Document& document, const risk::Statement& s) {
    const double week = s.acute * static_cast<double>(risk::acute_days);
    const double usual = s.chronic * static_cast<double>(risk::acute_days);
    document.add(
        KeyFigure{"Load of the last 7 days", amount(week, s.measure),
                  fmt::format("The mean week of the last 28 days has {}; coupled ratio {}.",
                              amount(usual, s.measure), ratio(s.last_day().coupled))});
}

std::string value_of(const risk::Factor& factor) {
    if (!factor.value) {
        return absent;
    }
    if (factor.id == "F3") {
        return fmt::format("x {:.2f}", *factor.value);
    }
    return fmt::format("{:.0f} {}", *factor.value, factor.id == "F1" ? "years" : "weeks");
}

std::string evidence_of(const risk::Factor& factor) {
    return factor.extrapolated ? factor.evidence + ", extrapolated" : factor.evidence;
}

// The factors that say nothing about this athlete, those with the same reason together.
std::string not_applied(const std::vector<risk::Factor>& factors) {
    std::vector<std::pair<std::string, std::string>> by_reason; // reason, factors
    for (const risk::Factor& factor : factors) {
        if (factor.applies) {
            continue;
        }
        const std::string name = factor.id + " " + factor.name;
        const auto known = std::find_if(by_reason.begin(), by_reason.end(), [&](const auto& entry) {
            return entry.first == factor.why;
        });
        if (known == by_reason.end()) {
            by_reason.emplace_back(factor.why, name);
        } else {
            known->second += ", " + name;
        }
    }
    std::string text;
    for (const auto& [reason, names] : by_reason) {
        text += fmt::format("{}{}: {}", text.empty() ? "Not applied - " : "; ", names, reason);
    }
    return text.empty() ? text : text + ".";
}

void add_total(Document& document, const risk::Statement& s) {
    const auto raises = [](const risk::Factor& factor) {
        return factor.applies && factor.coefficient != nullptr;
    };
    if (std::none_of(s.factors.begin(), s.factors.end(), raises)) {
        return; // a total of nothing is no finding
    }
    const auto extrapolated =
        std::count_if(s.factors.begin(), s.factors.end(), [&](const risk::Factor& factor) {
            return raises(factor) && factor.extrapolated;
        });
    const auto all = std::count_if(s.factors.begin(), s.factors.end(), raises);
    std::string text =
        all == 1 ? fmt::format("Total: {}.", hazard(s.total.hazard_ratio, s.total.ci))
                 : fmt::format("All that apply together: {}; if their errors go together, "
                               "{:.1f}-{:.1f}.",
                               hazard(s.total.hazard_ratio, s.total.ci), s.total.ci_worst_case.low,
                               s.total.ci_worst_case.high);
    if (extrapolated > 0) {
        text +=
            fmt::format(" Factors from outside their own population weigh {:g} here, a declared "
                        "policy without evidence; at full weight the total is {}.",
                        s.transport, hazard(s.total_full.hazard_ratio, s.total_full.ci));
    }
    text += " The intervals are of the published figures only; people differ by more. All are "
            "from observational studies: what goes together need not be cause and effect.";
    if (extrapolated > 0 && extrapolated < all) {
        text += " F1 and F2 are of calf injury, F3 is of overuse injury at any site: the total "
                "mixes the two.";
    }
    document.add(Paragraph{text});
}

void add_absolute(Document& document, const risk::AbsoluteRisk& absolute) {
    std::string text = fmt::format(
        "In figures: about {} of all runs of Frandsen's 5,205 runners ended in an overuse injury "
        "(the overuse share of 72 % is from a secondary source)",
        probability(risk::absolute_risk(risk::overuse_injuries_per_run, 1.0, 1.0)));
    if (absolute.ci) {
        text += fmt::format("; times the hazard ratio of this week's spike that is {} ({} to {}) a "
                            "run. Age and past strains are not in these figures",
                            probability(absolute.risk), probability(absolute.ci->low),
                            probability(absolute.ci->high));
    }
    document.add(Paragraph{text + "."});
}

// What stands out, a word each: "no training" for who has not trained in 28 days.
std::string flags_of(const risk::Statement& s) {
    std::string words;
    for (const risk::Flag& flag : s.flags) {
        std::string word = flag.id == "time_off" && s.chronic <= 0.0 ? "no training" : flag.id;
        std::replace(word.begin(), word.end(), '_', ' ');
        words += (words.empty() ? "" : ", ") + word;
    }
    return words.empty() ? std::string(absent) : words;
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
    } else if (statement.runner) {
        add_running_answer(document, statement);
    } else {
        add_load_answer(document, statement);
    }
}

void add_flags(Document& document, const risk::Statement& statement) {
    if (statement.flags.empty()) {
        return;
    }
    document.add(Heading{"What stands out"});
    Points points;
    points.mark = Points::Mark::attention;
    for (const risk::Flag& flag : statement.flags) {
        points.texts.push_back(fmt::format("{}. [{}]", flag.text, flag.source));
    }
    document.add(points);
}

void add_load(Document& document, const risk::Statement& s) {
    const risk::DayRatios& day = s.last_day();
    document.add(Heading{
        fmt::format("Load ({})", s.measure == risk::Measure::distance ? "running distance"
                                 : s.measure == risk::Measure::srpe   ? "session RPE x minutes"
                                                                      : "minutes")});
    Table table;
    table.columns = {{"measure", Align::left, Fit::natural},
                     {"value", Align::right, Fit::natural},
                     {"how", Align::left, Fit::wrap}};
    const auto week = static_cast<double>(risk::acute_days);
    const auto row = [&](std::string name, std::string value, std::string how) {
        table.rows.push_back({{std::move(name), std::move(value), std::move(how)}});
    };
    row("last 7 days", amount(s.acute * week, s.measure),
        s.week_change ? fmt::format("{} on the 7 days before", percent_change(s.week_change))
                      : "the 7 days before hold nothing to compare with");
    row("mean week", amount(s.chronic * week, s.measure), "of the last 28 days");
    row("coupled ratio", ratio(day.coupled), "last 7 days : last 28 days");
    row("uncoupled ratio", ratio(day.uncoupled), "last 7 days : the 21 days before");
    row("EWMA ratio", ratio(day.ewma.ratio),
        day.ewma.ratio.status == risk::RatioStatus::warming_up && day.ewma.ratio.value
            ? fmt::format("spans 7 and 28; the log's first day still weighs {:.0f} %: provisional",
                          100.0 * day.ewma.seed_weight)
            : "spans 7 and 28, seeded with the first day");
    if (s.spread_low && s.spread_high) {
        row("spread", fmt::format("{:.2f}-{:.2f}", *s.spread_low, *s.spread_high),
            "of the three ratios: none of them is the ratio");
    }
    row("monotony", two_digits(s.monotony_sample),
        s.monotony_sample ? "mean / sample SD of 7 days" : "every day alike: does not exist");
    if (s.strain) {
        row("strain", amount(*s.strain, s.measure), "7-day load x monotony");
    }
    document.add(table);
    document.add(Paragraph{
        s.runner ? "Ratios describe, they do not warn: in 5,205 and in 435 runners higher ratios "
                   "went with fewer injuries (Frandsen 2025, Nakaoka 2021)."
                 : "Ratios describe, they do not warn: a random denominator separates injured from "
                   "uninjured players about as well (Impellizzeri 2021)."});
}

void add_factors(Document& document, const risk::Statement& s) {
    document.add(Heading{"What goes with a higher risk, each apart"});
    if (s.absolute) {
        add_absolute(document, *s.absolute); // absolute risk leads
    }
    Table table;
    table.columns = {{"", Align::left, Fit::natural},
                     {"factor", Align::left, Fit::natural},
                     {"you", Align::right, Fit::natural},
                     {"hazard ratio (95 % CI)", Align::right, Fit::natural}};
    for (const risk::Factor& factor : s.factors) {
        if (const std::optional<double> hr = factor.hazard_ratio()) {
            table.rows.push_back(
                {{factor.id, factor.name, value_of(factor), hazard(*hr, factor.interval())},
                 fmt::format("{} [{}]", factor.why, evidence_of(factor))});
        }
    }
    if (!table.rows.empty()) {
        document.add(table);
    }
    if (const std::string others = not_applied(s.factors); !others.empty()) {
        document.add(Paragraph{others});
    }
    add_total(document, s);
}

Points basis_of(const risk::Statement& s) {
    Points points;
    const auto& series = s.load->series;
    const auto observed =
        std::count(series.kinds().begin(), series.kinds().end(), DayKind::observed);
    points.texts.push_back(fmt::format("{}, {} with a session, from {} to {}",
                                       counted(series.size(), "day"), observed,
                                       to_string(series.first_day()), to_string(s.as_of)));
    const std::vector<Gap> gaps = series.gaps();
    if (!gaps.empty()) {
        points.texts.push_back(fmt::format("{} of 7 days or more without any session, counted as "
                                           "time off; the latest from {} to {}",
                                           counted(gaps.size(), "gap"), to_string(gaps.back().from),
                                           to_string(gaps.back().to)));
    }
    if (s.load->without_load > 0) {
        points.texts.push_back(fmt::format("{} without this measure, counted as 0",
                                           counted(s.load->without_load, "session")));
    }
    if (s.estimated_share > 0.0) {
        points.texts.push_back(fmt::format("{:.0f} % of the load of 28 days rests on an estimated "
                                           "RPE",
                                           100.0 * s.estimated_share));
    }
    if (s.sessions_after_as_of > 0) {
        points.texts.push_back(fmt::format("{} after {} left out",
                                           counted(s.sessions_after_as_of, "session"),
                                           to_string(s.as_of)));
    }
    return points;
}

Points basis_of(const TrainingLog& log) {
    Points points;
    const RowCounts totals = log.totals();
    points.texts.push_back(
        fmt::format("{} in {}: {}, {}, {} refused, {} other", counted(totals.rows, "row"),
                    counted(log.files.size(), "file"), counted(totals.sessions, "session"),
                    counted(totals.duplicates, "duplicate"), totals.rejected, totals.other));
    if (const std::size_t athletes = log.by_athlete().size(); athletes > 1) {
        points.texts.back() += fmt::format("; of {}", counted(athletes, "athlete"));
    }
    for (const FileReport& file : log.files) {
        if (file.distance_unit_inferred) {
            points.texts.push_back(fmt::format("distances read as {}: {}", file.distance_unit,
                                               file.distance_unit_why));
            break;
        }
    }
    const bool utc = std::any_of(log.files.begin(), log.files.end(),
                                 [](const FileReport& file) { return file.timezone == "UTC"; });
    if (utc) {
        points.texts.emplace_back("start times are in UTC: a day may be off by one (--timezone)");
    }
    return points;
}

void add_sources(Document& document, const risk::Statement& s) {
    document.add(Heading{"Sources"});
    std::vector<std::pair<std::string, std::string>> by_source; // source, ids
    for (const risk::Factor& factor : s.factors) {
        const auto known = std::find_if(by_source.begin(), by_source.end(), [&](const auto& entry) {
            return entry.first == factor.source;
        });
        if (known == by_source.end()) {
            by_source.emplace_back(factor.source, factor.id);
        } else {
            known->second += ", " + factor.id;
        }
    }
    std::vector<std::string> sources;
    sources.reserve(by_source.size() + 1);
    for (const auto& [source, ids] : by_source) {
        sources.push_back(fmt::format("{}: {}", ids, source));
    }
    sources.emplace_back("Coupled ratio: Lolli et al. 2019, doi:10.1136/bjsports-2017-098110; "
                         "uncoupled: Gabbett et al. 2019, doi:10.1055/a-0955-5589; EWMA: Williams "
                         "et al. 2017, doi:10.1136/bjsports-2016-096589; monotony, strain: Foster "
                         "1998, Med Sci Sports Exerc 30:1164");
    document.add(Points{Points::Mark::plain, sources});
}

Table overview(std::span<const risk::Statement* const> statements) {
    Table table;
    table.columns = {
        {"athlete", Align::left, Fit::cut},        {"7 days", Align::right, Fit::natural},
        {"mean week", Align::right, Fit::natural}, {"unit", Align::left, Fit::natural},
        {"coupled", Align::right, Fit::natural},   {"uncoupled", Align::right, Fit::natural},
        {"EWMA", Align::right, Fit::natural},      {"stands out", Align::left, Fit::cut}};
    const auto week = static_cast<double>(risk::acute_days);
    for (const risk::Statement* const statement : statements) {
        const risk::Statement& s = *statement;
        if (!s.load) {
            table.rows.push_back({{s.athlete, absent, absent, amount_unit(s.measure), "no history",
                                   absent, absent, absent}});
            continue;
        }
        const risk::DayRatios& day = s.last_day();
        const auto short_ratio = [](const risk::Ratio& r) {
            return r.value ? two_digits(r.value) : ratio(r);
        };
        table.rows.push_back({{s.athlete, amount_figure(s.acute * week, s.measure),
                               amount_figure(s.chronic * week, s.measure), amount_unit(s.measure),
                               short_ratio(day.coupled), short_ratio(day.uncoupled),
                               short_ratio(day.ewma.ratio), flags_of(s)}});
    }
    return table;
}

} // namespace plimsoll::reports

// Without and with.
// SPDX-License-Identifier: Apache-2.0
#include "reports/what_if_report.hpp"

#include "model/words.hpp"
#include "reports/format.hpp"
#include "reports/sections.hpp"

#include <fmt/format.h>

#include <string>
#include <utility>

namespace plimsoll::reports {
namespace {

using Align = Column::Align;
using Fit = Column::Fit;

class Comparison {
public:
    Comparison(const risk::Statement& without, const risk::Statement& with)
        : without_(without),
          with_(with) {
        table_.columns = {{"", Align::left, Fit::natural},
                          {say("without"), Align::right, Fit::natural},
                          {say("with"), Align::right, Fit::natural},
                          {"", Align::left, Fit::natural}};
    }

    template <class Figure>
    void row(std::string name, Figure figure) {
        std::string before = without_.load ? figure(without_) : std::string(absent);
        std::string after = with_.load ? figure(with_) : std::string(absent);
        const bool changed = before != after;
        table_.rows.push_back({{std::move(name), std::move(before), std::move(after),
                                changed ? say("changes") : ""}});
    }

    Table take() { return std::move(table_); }

private:
    const risk::Statement& without_;
    const risk::Statement& with_;
    Table table_;
};

std::string describe(const Session& session, const Customs& customs) {
    std::string text = fmt::format("{}: {}", long_day(session.start.day), to_string(session.sport));
    if (session.distance_m) {
        text += ", " + distance(*session.distance_m, customs);
    }
    if (session.duration_s) {
        text += ", " + clock(session.duration_s);
    }
    return session.rpe ? text + say(", RPE {:g}", *session.rpe) : text;
}

Table loads(const risk::Statement& without, const risk::Statement& with, const Customs& customs) {
    Comparison c(without, with);
    const auto week = static_cast<double>(risk::acute_days);
    c.row(say("last 7 days"),
          [&](const auto& s) { return amount(s.acute * week, s.measure, customs); });
    c.row(say("mean week of 28 days"),
          [&](const auto& s) { return amount(s.chronic * week, s.measure, customs); });
    for (std::size_t i = 0; i < with.conventions.size(); ++i) {
        c.row(say_text(with.conventions[i].name), [i](const auto& s) {
            return i < s.conventions.size() ? ratio(s.conventions[i].end_of_day)
                                            : std::string(absent);
        });
    }
    c.row(say("monotony"), [](const auto& s) { return two_digits(s.monotony_sample); });
    c.row(say("change of the week"), [](const auto& s) { return percent_change(s.week_change); });
    c.row(say("longest run, 30 days"), [&](const auto& s) {
        return s.longest_run ? distance(s.longest_run->distance_m, customs) : std::string(absent);
    });
    c.row(say("longest next run that is no spike"), [&](const auto& s) {
        return s.next_session_cap_m ? distance(*s.next_session_cap_m, customs)
                                    : std::string(absent);
    });
    return c.take();
}

Table factors(const risk::Statement& without, const risk::Statement& with) {
    Comparison c(without, with);
    for (const risk::Factor& factor : with.factors) {
        c.row(factor.id + " " + say_text(factor.name), [&](const risk::Statement& s) {
            const risk::Factor& own = risk::factor_with(s.factors, factor.id);
            if (const auto hr = own.hazard_ratio()) {
                return hazard(*hr, own.interval());
            }
            return own.applies && own.value ? fmt::format("{:.4g}", *own.value)
                                            : std::string(absent);
        });
    }
    c.row(say("together"), [](const risk::Statement& s) {
        return s.has_total() ? hazard(s.total.hazard_ratio, s.total.ci) : std::string(absent);
    });
    for (const risk::AbsoluteRisk& risk : with.absolute) {
        c.row(say("per {}", say_text(risk.per)), [&](const risk::Statement& s) {
            for (const risk::AbsoluteRisk& own : s.absolute) {
                if (own.id == risk.id) {
                    return probability(own.risk);
                }
            }
            return std::string(absent);
        });
    }
    return c.take();
}

} // namespace

Document what_if_report(const risk::Statement& without, const risk::Statement& with,
                        std::span<const Session> added, const Athlete* athlete,
                        const Customs& customs) {
    Document document;
    document.customs = customs;
    document.title = say("What if");
    document.subject = subject_of(with, athlete);
    document.period = say("as of {}", long_day(with.as_of));
    document.footer = say_text(not_advice);
    if (with.hold) {
        document.add(KeyFigure{say("Before the next session"), say("hold"),
                               say("{}. No session is suggested until that has settled: "
                                   "see a sports physio.",
                                   *with.hold)});
    }
    add_flags(document, with);
    document.add(Heading{say("Added, as if it were done")});
    Points points;
    for (const Session& session : added) {
        points.texts.push_back(describe(session, customs));
    }
    document.add(points);
    document.add(Heading{say("Load")});
    document.add(loads(without, with, customs));
    document.add(Heading{say("Factors")});
    document.add(factors(without, with));
    document.add(Paragraph{say(
        "Both columns stand on the same day; days between the last session of the log and that "
        "day count as rest. Hazard ratios are of the published studies, and their intervals of the "
        "published figures only; nothing here predicts an injury.")});
    return document;
}

} // namespace plimsoll::reports

// Several athletes side by side.
// SPDX-License-Identifier: Apache-2.0
#include "model/words.hpp"
#include "reports/format.hpp"
#include "reports/sections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plimsoll::reports {
namespace {

using Align = Column::Align;
using Fit = Column::Fit;

// A flag in two or three words: "no training" for who has not trained in 28 days.
std::string short_name(const risk::Flag& flag, const risk::Statement& s) {
    std::string word = flag.id == "time_off" && s.chronic <= 0.0 ? say("no training") : flag.id;
    std::replace(word.begin(), word.end(), '_', ' ');
    return say_text(word);
}

// Who an athlete of several is.
std::string id_and_name(const risk::Statement& s) {
    return s.name.empty() ? s.athlete : s.athlete + " " + s.name;
}

Table overview(std::span<const risk::Statement* const> statements, const Customs& customs) {
    Table table;
    table.columns = {{say("athlete"), Align::left, Fit::cut},
                     {say("7 days"), Align::right, Fit::natural},
                     {say("mean week"), Align::right, Fit::natural},
                     {say("unit"), Align::left, Fit::natural},
                     {say("coupled"), Align::right, Fit::natural},
                     {say("uncoupled"), Align::right, Fit::natural},
                     {say("EWMA"), Align::right, Fit::natural}};
    const auto week = static_cast<double>(risk::acute_days);
    for (const risk::Statement* const statement : statements) {
        const risk::Statement& s = *statement;
        const std::string who = id_and_name(s);
        if (!s.load) {
            table.rows.push_back({{who, absent, absent, amount_unit(s.measure, customs),
                                   say("no history"), absent, absent}});
            continue;
        }
        const risk::DayRatios& day = s.last_day;
        const auto short_ratio = [](const risk::Ratio& r) {
            return r.value ? two_digits(r.value) : ratio(r);
        };
        table.rows.push_back(
            {{who, amount_figure(s.acute * week, s.measure, customs),
              amount_figure(s.chronic * week, s.measure, customs), amount_unit(s.measure, customs),
              short_ratio(day.coupled), short_ratio(day.uncoupled), short_ratio(day.ewma.ratio)}});
    }
    return table;
}

Points standing_out(std::span<const risk::Statement* const> statements) {
    constexpr std::size_t most_names = 40;
    static constexpr std::array<std::string_view, 9> first{
        "open injury", "pain",          "roster refused", "events refused", "injury dates",
        "calf window", "session spike", "no training",    "time off"};
    std::map<std::string, std::vector<std::string>> by_word;
    for (const risk::Statement* const statement : statements) {
        for (const risk::Flag& flag : statement->flags) {
            by_word[short_name(flag, *statement)].push_back(id_and_name(*statement));
        }
    }
    Points points;
    points.mark = Points::Mark::attention;
    const auto add = [&](const std::string& word, const std::vector<std::string>& names) {
        std::string text = fmt::format("{} ({}): ", word, names.size());
        for (std::size_t i = 0; i < std::min(most_names, names.size()); ++i) {
            text += (i == 0 ? "" : ", ") + names[i];
        }
        if (names.size() > most_names) {
            text += " " + say("and {} more", names.size() - most_names);
        }
        points.texts.push_back(std::move(text));
    };
    for (const std::string_view word : first) {
        if (const auto found = by_word.find(std::string(word)); found != by_word.end()) {
            add(found->first, found->second);
            by_word.erase(found);
        }
    }
    for (const auto& [word, names] : by_word) {
        add(word, names);
    }
    return points;
}

} // namespace

void add_overview(Document& document, std::span<const risk::Statement* const> statements) {
    Points points = standing_out(statements);
    if (!points.texts.empty()) {
        document.add(Heading{say("What stands out")});
        document.add(std::move(points));
    }
    document.add(Heading{say("Overview")});
    document.add(overview(statements, document.customs));
}

} // namespace plimsoll::reports

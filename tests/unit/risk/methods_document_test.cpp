// docs/methods.md, and with it plimsoll-methods(7), says the numbers that the program computes
// with. SPDX-License-Identifier: Apache-2.0
#include "risk/acwr.hpp"
#include "risk/baseline.hpp"
#include "risk/convention.hpp"
#include "risk/daily_load.hpp"
#include "risk/factor.hpp"
#include "risk/layoff.hpp"
#include "risk/spike.hpp"
#include "risk/statement.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::risk;

namespace {

// The document in one line, without the marks of Markdown.
std::string methods() {
    std::ifstream file(PLIMSOLL_SOURCE_DIR "/docs/methods.md");
    REQUIRE(file.good());
    std::string text;
    for (std::string word; file >> word;) {
        word.erase(std::remove_if(word.begin(), word.end(),
                                  [](char c) { return c == '*' || c == '`' || c == '|'; }),
                   word.end());
        text += word.empty() ? "" : word + " ";
    }
    return text;
}

struct Triple {
    double value;
    double low;
    double high;
};

// Every "1.93 (1.38-2.71)" of the document.
std::vector<Triple> triples_of(const std::string& text) {
    static const std::regex shape(R"((\d+\.?\d*) \((\d+\.?\d*)-(\d+\.?\d*)\))");
    std::vector<Triple> triples;
    for (std::sregex_iterator at(text.begin(), text.end(), shape); at != std::sregex_iterator();
         ++at) {
        triples.push_back({std::stod((*at)[1]), std::stod((*at)[2]), std::stod((*at)[3])});
    }
    return triples;
}

std::string doi_in(std::string_view source) {
    const std::size_t at = source.find("doi:");
    return at == std::string_view::npos ? std::string() : std::string(source.substr(at));
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("every coefficient of the registry stands in the methods, with its interval and source",
          "[docs][methods]") {
    const std::string text = methods();
    const std::vector<Triple> triples = triples_of(text);
    REQUIRE(triples.size() > 10);
    for (const Coefficient& row : coefficients()) {
        INFO(row.id);
        if (row.ci) {
            CHECK(std::any_of(triples.begin(), triples.end(), [&](const Triple& t) {
                return t.value == row.hazard_ratio && t.low == row.ci->low &&
                       t.high == row.ci->high;
            }));
        } else {
            CHECK(contains(text, fmt::format("{:g} without an interval", row.hazard_ratio)));
        }
        CHECK(contains(text, doi_in(row.source)));
        if (row.verification != Verification::paper) {
            CHECK(contains(text, "secondary source"));
        }
    }
    for (const FactorRule& rule : factor_rules()) {
        INFO(rule.id);
        CHECK(contains(text, fmt::format(" {} ", rule.id)));
        CHECK(contains(text, std::string(rule.evidence)));
    }
}

TEST_CASE("every baseline stands in the methods", "[docs][methods]") {
    const std::string text = methods();
    for (const Baseline& row : baselines()) {
        INFO(row.id);
        CHECK(contains(text, fmt::format(" {} ", row.id.substr(0, 2))));
        CHECK(contains(text, doi_in(row.source)));
    }
    for (const char* figure :
         {"0.72 x 1820/588071", "7.7 (6.9-8.7) a 1000 h", "17.8 (16.7-19.1), times 19/75",
          "1.13 a 1000 match hours", "458 in 272,759 player-matches", "24 a 1000 h"}) {
        CHECK(contains(text, figure));
    }
    const auto rate = [](std::string_view id) {
        const auto all = baselines();
        return std::find_if(all.begin(), all.end(), [&](const auto& row) { return row.id == id; })
            ->rate;
    };
    CHECK(rate("L0") == 0.72 * 1820.0 / 588071.0);
    CHECK(rate("L1") == 19.0 / 75.0 * 7.7e-3);
    CHECK(rate("L1.novice") == 19.0 / 75.0 * 17.8e-3);
    CHECK(rate("L2") == 1.13e-3);
    CHECK(rate("L3") == 458.0 / 272'759.0);
    CHECK(rate("L4") == 24e-3);
}

TEST_CASE("the constants of the methods are those of the program", "[docs][methods]") {
    const std::string text = methods();
    const auto percent = [](double share) { return fmt::format("{:.0f} %", 100.0 * share); };
    for (const std::string& words :
         {fmt::format("a step at {} (runners", runner_age_cut),
          fmt::format("or {} (team sport, the cohort's mean age, unverified)", team_age_cut),
          fmt::format("returned at most {} weeks ago", recent_strain_days / 7),
          fmt::format("Returns less than {} weeks after", watch_strain_days / 7),
          fmt::format("an absence of {} days or more", long_absence_days),
          fmt::format("since the return, up to {}", most_sessions_back),
          fmt::format("{} a leg and at most {} apart", raises_at_return, percent(most_asymmetry)),
          fmt::format("above {} of maximum speed in {} weeks", percent(fast_share),
                      exposure_days / 7),
          fmt::format("{} or fewer", few_exposures),
          fmt::format("more than {}", many_exposures),
          fmt::format("against {} to {}", least_target, most_target),
          fmt::format("The ceiling is {:.2f} x the longest", session_cap),
          fmt::format("the longest run of the {} days before", spike_window_days),
          fmt::format("after {} days off or more", shortest_break_days),
          fmt::format("{:.0f}, {:.0f}, {:.0f}, {:.0f}, 100 %", 100 * ladder_share(1),
                      100 * ladder_share(2), 100 * ladder_share(3), 100 * ladder_share(4)),
          fmt::format("The zones {:g}, {:g} and {:g}", zone_low_border, zone_high_border,
                      zone_very_high_border),
          fmt::format("the seed weighs under {}", percent(provisional_seed_weight)),
          fmt::format("Above {} of the load", percent(provisional_estimate)),
          fmt::format("in that sport, else {:g} (policy", default_rpe),
          fmt::format("T = {:g} and {:g} days", ctl_days, atl_days),
          fmt::format("taken x and / {:g} (policy)", unpublished_spread)}) {
        INFO(words);
        CHECK(contains(text, words));
    }
}

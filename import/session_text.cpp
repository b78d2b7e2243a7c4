// Sessions of the command line.
// SPDX-License-Identifier: Apache-2.0
#include "import/session_text.hpp"

#include "import/clock.hpp"
#include "import/log_years.hpp"
#include "import/number.hpp"
#include "import/sport_label.hpp"
#include "model/error.hpp"
#include "model/units.hpp"

#include <fmt/format.h>

#include <array>
#include <sstream>
#include <string>
#include <vector>

namespace plimsoll::ingest {
namespace {

constexpr std::string_view shape = "'DATE SPORT AMOUNT', such as '2026-11-29 run 21.1km'";

[[noreturn]] void refuse(std::string_view text, const std::string& why) {
    throw UsageError(fmt::format("error: --add '{}': {}\nhint: it is {}", text, why, shape));
}

struct Amount {
    std::string_view suffix;
    std::optional<double> Session::*member;
    double factor;
    double most; ///< in the unit of the member
};

constexpr double least_metres = 100.0; // policy

constexpr std::array amounts{
    Amount{"km", &Session::distance_m, units::metres_per_kilometre, 1e6},
    Amount{"mi", &Session::distance_m, units::metres_per_mile, 1e6},
    Amount{"min", &Session::duration_s, units::seconds_per_minute, 604'800.0},
    Amount{"h", &Session::duration_s, units::seconds_per_hour, 604'800.0},
    Amount{"m", &Session::distance_m, 1.0, 1e6}, // from least_metres on: 45m are no minutes
};

void put(std::string_view text, Session& session, std::optional<double> Session::*member,
         double value, double most) {
    if (session.*member) {
        refuse(text, "the same quantity stands twice");
    }
    if (value <= 0.0 || value > most) {
        refuse(text, "an amount is not positive, or more than any session has");
    }
    session.*member = value;
}

void put_amount(std::string_view text, const std::string& word, Session& session) {
    if (word.starts_with("rpe")) {
        const auto rpe = parse_number(std::string_view(word).substr(3), NumberStyle::plain);
        if (!rpe || *rpe < 0.0 || *rpe > 10.0) {
            refuse(text, fmt::format("'{}' is no rating from rpe0 to rpe10", word));
        }
        if (session.rpe) {
            refuse(text, "the same quantity stands twice");
        }
        session.rpe = rpe;
        return;
    }
    if (word.find(':') != std::string::npos) {
        if (const auto seconds = parse_clock(word)) {
            return put(text, session, &Session::duration_s, *seconds, 604'800.0);
        }
    }
    for (const Amount& amount : amounts) {
        if (!word.ends_with(amount.suffix)) {
            continue;
        }
        const std::string_view figure(word.data(), word.size() - amount.suffix.size());
        if (const auto value = parse_number(figure, NumberStyle::plain)) {
            if (amount.suffix == "m" && *value < least_metres) {
                refuse(text,
                       fmt::format("'{}' is in metres; minutes are written {}min", word, figure));
            }
            return put(text, session, amount.member, *value * amount.factor, amount.most);
        }
    }
    refuse(text, fmt::format("'{}' is neither a distance (21.1km), a duration (90min) nor a rating "
                             "(rpe7)",
                             word));
}

} // namespace

Session parse_session(std::string_view text) {
    std::istringstream stream{std::string(text)};
    std::vector<std::string> words;
    for (std::string word; stream >> word;) {
        words.push_back(word);
    }
    if (words.size() < 3) {
        refuse(text, "a date, a sport and an amount are needed");
    }
    const std::optional<Date> day = parse_date(words[0]);
    if (!day) {
        refuse(text,
               fmt::format("'{}' is no day of the calendar in the shape YYYY-MM-DD", words[0]));
    }
    if (day->ymd().year > last_year) {
        refuse(text, fmt::format("'{}' is after the year {}", words[0], last_year));
    }
    Session session;
    session.start = {*day, std::nullopt};
    std::size_t next = 1;
    std::string label;
    while (next < words.size() && words[next].find_first_of("0123456789") == std::string::npos) {
        label += (label.empty() ? "" : " ") + words[next++];
    }
    const std::optional<Sport> sport = sport_of_label(label);
    if (!sport || label.empty()) {
        refuse(text, fmt::format("'{}' is no sport that is known", label));
    }
    session.sport = *sport;
    for (; next < words.size(); ++next) {
        put_amount(text, words[next], session);
    }
    if (!session.distance_m && !session.duration_s) {
        refuse(text, "a distance or a duration is needed");
    }
    return session;
}

} // namespace plimsoll::ingest

// Words for sports: canonical names, Garmin's display names and raw keys, Strava's types, coaches'.
// SPDX-License-Identifier: Apache-2.0
#include "import/sport_label.hpp"

#include "import/sport_words.hpp"
#include "import/text_encoding.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace plimsoll::ingest {
namespace {

struct Label {
    std::string_view text; // folded, with single blanks
    Sport sport;
};

constexpr std::array labels{
    Label{"run", Sport::run},
    Label{"running", Sport::run},
    Label{"street running", Sport::run},
    Label{"road running", Sport::run},
    Label{"ultra running", Sport::run},
    Label{"ultra run", Sport::run},
    Label{"jog", Sport::run},
    Label{"jogging", Sport::run},
    Label{"race", Sport::run},
    Label{"trail running", Sport::trail_run},
    Label{"trail run", Sport::trail_run},
    Label{"track running", Sport::track_run},
    Label{"track run", Sport::track_run},
    Label{"treadmill running", Sport::treadmill_run},
    Label{"treadmill run", Sport::treadmill_run},
    Label{"treadmill", Sport::treadmill_run},
    Label{"indoor running", Sport::treadmill_run},
    Label{"virtual run", Sport::treadmill_run},
    Label{"virtual running", Sport::treadmill_run},
    Label{"walk", Sport::walk},
    Label{"walking", Sport::walk},
    Label{"casual walking", Sport::walk},
    Label{"speed walking", Sport::walk},
    Label{"hike", Sport::hike},
    Label{"hiking", Sport::hike},
    Label{"snowshoe", Sport::hike},
    Label{"snowshoeing", Sport::hike},
    Label{"mountaineering", Sport::hike},
    Label{"ride", Sport::ride},
    Label{"bike", Sport::ride},
    Label{"biking", Sport::ride},
    Label{"cycling", Sport::ride},
    Label{"road cycling", Sport::ride},
    Label{"road biking", Sport::ride},
    Label{"mountain biking", Sport::ride},
    Label{"mountain bike ride", Sport::ride},
    Label{"gravel cycling", Sport::ride},
    Label{"gravel ride", Sport::ride},
    Label{"indoor cycling", Sport::ride},
    Label{"virtual cycling", Sport::ride},
    Label{"virtual ride", Sport::ride},
    Label{"e bike ride", Sport::ride},
    Label{"e bike mountain bike ride", Sport::ride},
    Label{"spin", Sport::ride},
    Label{"swim", Sport::swim},
    Label{"swimming", Sport::swim},
    Label{"pool swim", Sport::swim},
    Label{"pool swimming", Sport::swim},
    Label{"lap swimming", Sport::swim},
    Label{"open water swimming", Sport::swim},
    Label{"open water", Sport::swim},
    Label{"row", Sport::row},
    Label{"rowing", Sport::row},
    Label{"indoor rowing", Sport::row},
    Label{"virtual row", Sport::row},
    Label{"ski", Sport::ski},
    Label{"skiing", Sport::ski},
    Label{"nordic ski", Sport::ski},
    Label{"alpine ski", Sport::ski},
    Label{"backcountry ski", Sport::ski},
    Label{"backcountry skiing", Sport::ski},
    Label{"resort skiing", Sport::ski},
    Label{"resort skiing/snowboarding", Sport::ski},
    Label{"cross country skiing", Sport::ski},
    Label{"roller ski", Sport::ski},
    Label{"strength", Sport::strength},
    Label{"strength training", Sport::strength},
    Label{"weight training", Sport::strength},
    Label{"weights", Sport::strength},
    Label{"gym", Sport::strength},
    Label{"crossfit", Sport::strength},
    Label{"cardio", Sport::cardio},
    Label{"indoor cardio", Sport::cardio},
    Label{"hiit", Sport::cardio},
    Label{"high intensity interval training", Sport::cardio},
    Label{"workout", Sport::cardio},
    Label{"conditioning", Sport::cardio},
    Label{"stair stepper", Sport::cardio},
    Label{"elliptical", Sport::elliptical},
    Label{"elliptical trainer", Sport::elliptical},
    Label{"yoga", Sport::mobility},
    Label{"pilates", Sport::mobility},
    Label{"mobility", Sport::mobility},
    Label{"mobility/recovery", Sport::mobility},
    Label{"stretching", Sport::mobility},
    Label{"tennis", Sport::racket},
    Label{"padel", Sport::racket},
    Label{"badminton", Sport::racket},
    Label{"squash", Sport::racket},
    Label{"table tennis", Sport::racket},
    Label{"pickleball", Sport::racket},
    Label{"football", Sport::football},
    Label{"team training", Sport::football},
    Label{"soccer", Sport::soccer},
    Label{"football (soccer)", Sport::soccer},
    Label{"soccer/football", Sport::soccer},
    Label{"futsal", Sport::soccer},
    Label{"australian football", Sport::australian_football},
    Label{"australian rules football", Sport::australian_football},
    Label{"afl", Sport::australian_football},
    Label{"footy", Sport::australian_football},
    Label{"gaelic football", Sport::gaelic_football},
    Label{"hurling", Sport::hurling},
    Label{"camogie", Sport::hurling},
    Label{"rugby", Sport::rugby},
    Label{"rugby union", Sport::rugby},
    Label{"rugby league", Sport::rugby},
    Label{"rugby sevens", Sport::rugby},
    Label{"hockey", Sport::hockey},
    Label{"field hockey", Sport::hockey},
    Label{"netball", Sport::netball},
    Label{"basketball", Sport::basketball},
    Label{"multisport", Sport::multisport},
    Label{"triathlon", Sport::multisport},
    Label{"other", Sport::other},
    Label{"training", Sport::unknown}, // a coach's sheet: of what, it does not say
    Label{"match", Sport::unknown},
    Label{"game", Sport::unknown},
    Label{"practice", Sport::unknown},
    Label{"session", Sport::unknown},
};

// Dumps of Garmin's API hold {'typeId': 1, 'typeKey': 'running', ...}.
std::string_view without_braces(std::string_view label) {
    static constexpr std::string_view key = "typeKey";
    const std::size_t at = label.starts_with('{') ? label.find(key) : std::string_view::npos;
    if (at == std::string_view::npos) {
        return label;
    }
    const std::size_t from = label.find_first_not_of("'\": ", at + key.size());
    const std::size_t to = label.find_first_of("'\",}", from);
    return from == std::string_view::npos ? label : label.substr(from, to - from);
}

std::string key_of(std::string_view label) {
    std::string key = folded(without_braces(label));
    std::replace(key.begin(), key.end(), '_', ' ');
    std::replace(key.begin(), key.end(), '-', ' ');
    return key;
}

std::unordered_map<std::string, Sport> make_table() {
    std::unordered_map<std::string, Sport> table;
    for (const std::string_view name : sport_names()) {
        table.emplace(key_of(name), *parse_sport(name));
    }
    for (const Label& label : labels) {
        table.emplace(label.text, label.sport);
    }
    for (const SportWords& row : sport_words) {
        for (std::string_view rest = row.words; !rest.empty();) {
            const std::string_view word = rest.substr(0, rest.find('|'));
            table.emplace(word, row.sport);
            table.emplace(folded_without_marks(word), row.sport);
            rest.remove_prefix(std::min(rest.size(), word.size() + 1));
        }
    }
    return table;
}

// Parts of words that say it in the languages whose labels nobody has seen yet.
bool is_swim(const std::string& label) {
    static constexpr std::array<std::string_view, 16> stems{
        "swim",    "schwimm", "svømning", "svømming", "svomning", "simning", "nuoto",   "nataci",
        "natação", "natacao", "zwem",     "úszás",    "uszas",    "pływani", "plavání", "плава"};
    static constexpr std::array<std::string_view, 5> others{"スイム", "スイミ", "水泳", "游泳",
                                                            "aguas abiertas"};
    const auto within = [&](std::string_view stem) {
        return label.find(stem) != std::string::npos;
    };
    return std::any_of(stems.begin(), stems.end(), within) ||
           std::any_of(others.begin(), others.end(), within);
}

} // namespace

std::optional<Sport> sport_of_label(std::string_view label) {
    if (trimmed(label).empty()) {
        return Sport::unknown;
    }
    static const std::unordered_map<std::string, Sport> table = make_table();
    auto found = table.find(key_of(label));
    if (found == table.end()) {
        found = table.find(key_of(folded_without_marks(label)));
    }
    if (found != table.end()) {
        return found->second;
    }
    return is_swim(key_of(label)) ? std::optional(Sport::swim) : std::nullopt;
}

} // namespace plimsoll::ingest

// A command line, parsed.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_APP_INVOCATION_HPP
#define PLIMSOLL_APP_INVOCATION_HPP

#include <optional>
#include <string>
#include <vector>

namespace plimsoll::app {

/// What the user typed; every option that was not typed is empty, absent or false.
struct Invocation {
    std::string command;
    std::vector<std::string> inputs;
    std::string output;
    std::string format;
    std::string as_of;
    std::string week;
    std::string answers;
    std::string athlete;
    std::string athlete_file;
    std::string roster;
    std::string events;
    std::string injuries;
    std::string goal;
    std::string continue_from;
    std::string plan;
    std::string plans;
    std::string pathways;
    std::string measure;
    std::string paper;
    std::string chart;
    std::string workouts;
    std::string sport;
    std::string map;
    std::string high_speed_above;
    std::string sprint_above;
    std::string units;
    std::string distances;
    std::string week_starts;
    std::string language;
    std::string timezone;
    std::string explain_factor;
    std::vector<std::string> add;
    std::vector<std::string> without;
    std::optional<int> weeks;
    bool strict = false;
    bool explain = false;
    bool series = false;
    bool pseudonymous = false;
    bool rules = false;
    bool fridge = false;
    bool unicode = false;
    bool overwrite = false;
    bool verbose = false;
    bool quiet = false;
};

} // namespace plimsoll::app

#endif

// The table of commands and options.
// SPDX-License-Identifier: Apache-2.0
#include "app/command.hpp"
#include "model/error.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace plimsoll::app {
namespace {

using I = Invocation;

constexpr std::array options{
    Option{"--output", "FILE", "write the result to FILE; its suffix chooses the format",
           &I::output, "-o"},
    Option{"--format", "FORMAT", "form of the result", &I::format},
    Option{"--overwrite", "", "let -o replace a file that exists", &I::overwrite},
    Option{"--as-of", "DATE", "the day to look from (default: the day of the newest session)",
           &I::as_of},
    Option{"--as-of", "DAY", "the day of the answers, for the page (default: not said)", &I::as_of},
    Option{"--week", "WEEK", "an ISO week such as 2026-W47, instead of --as-of", &I::week},
    Option{"--athlete-file", "A.toml", "who the log is of: age, sport, injuries, policy",
           &I::athlete_file},
    Option{"--roster", "R.csv",
           "who the athletes of a log are, a row each: birth date, sex, sport, level, top speed, "
           "heart rates; instead of --athlete-file",
           &I::roster},
    Option{"--events", "E.csv", "injuries, illness, holidays, stretches that were not logged",
           &I::events},
    Option{"--injuries", "I.csv", "complaints by athlete and day: what validate looks for",
           &I::injuries},
    Option{"--answers", "S.toml",
           "answers of the screen, as 'plimsoll screen -o S.toml' writes them", &I::answers},
    Option{"--goal", "G.toml", "what to plan for", &I::goal},
    Option{"--continue", "PLAN.json",
           "go on with a plan that --format json wrote: what was done of it, kept where it can be, "
           "else made anew, with each day that changed and why",
           &I::continue_from},
    Option{"--plan", "PLAN.json",
           "hold the week against a plan that 'plimsoll plan --format json' wrote, and say what it "
           "asks for next",
           &I::plan},
    Option{"--plans", "FOLDER",
           "hold each athlete against the plan there: of NAME.json the one that names the athlete",
           &I::plans},
    Option{"--pathways", "FOLDER",
           "pathways of your own: NAME.toml there takes the place of the one that is shipped",
           &I::pathways},
    Option{"--rules", "",
           "list the rules with the values in force and where they come from, and plan nothing; "
           "needs neither log nor goal",
           &I::rules},
    Option{"--workouts", "FOLDER",
           "also write the runs as FIT workout files for a watch, one a session", &I::workouts},
    Option{"--fridge", "", "the weeks on a single page for a wall; text, pdf or html", &I::fridge},
    Option{"--weeks", "N", "the longest plan that is tried, in weeks (default 26)", &I::weeks},
    Option{"--measure", "M",
           "srpe, distance, duration, trimp, edwards, high_speed, sprint or changes_of_direction "
           "(default: "
           "distance for a runner, srpe for team sport, by "
           "'plays' in the athlete's file, else by the log)",
           &I::measure},
    Option{"--sport", "WHICH",
           "sessions that count: run, team or all (default: run for distance, else all)",
           &I::sport},
    Option{"--series", "", "every day, not only the last", &I::series},
    Option{"--pseudonymous", "", "replace the names of athletes, and leave out titles and notes",
           &I::pseudonymous},
    Option{"--athlete", "ID", "this athlete alone; rows that name nobody are of this athlete",
           &I::athlete},
    Option{"--map", "MAP.toml", "the columns of a table of no known kind, tried before all others",
           &I::map},
    Option{"--high-speed-above", "MPS",
           "of tracks, the speed above which a way is at high speed, in m/s (default 5.5)",
           &I::high_speed_above},
    Option{"--sprint-above", "MPS",
           "of tracks, the speed above which a way is sprinted, in m/s (default 7)",
           &I::sprint_above},
    Option{"--units", "UNIT", "distances where the file does not say: auto, km or mi", &I::units},
    Option{"--timezone", "ZONE", "turn times in UTC into this IANA zone, such as Europe/Vienna",
           &I::timezone},
    Option{"--strict", "", "stop at the first error in a log", &I::strict},
    Option{"--explain", "", "say what each file was taken for, and why", &I::explain},
    Option{"--explain", "FACTOR", "one factor, such as F3: formula, numbers, source, evidence",
           &I::explain_factor},
    Option{"--add", "SESSION",
           "a session as if it were done, such as '2026-11-29 run 21.1km'; may be repeated",
           &I::add},
    Option{"--without", "FACTOR",
           "switch a factor off, such as F1: it is named, and enters nothing; may be repeated",
           &I::without},
    Option{"--chart", "NAME",
           "one chart alone, as svg or png: line, load, ratios, factors, sprints, plan or weeks",
           &I::chart},
    Option{"--distances", "UNIT", "distances of runs on pages: km or mi (default km)",
           &I::distances},
    Option{"--week-starts", "DAY", "weeks on pages begin on monday or sunday (default monday)",
           &I::week_starts},
    Option{"--language", "FILE.toml",
           "the words of pages in another language; JSON and CSV stay as they are", &I::language},
    Option{"--paper", "SIZE", "of a PDF: a4 or letter (default a4)", &I::paper},
    Option{"--unicode", "", "keep letters beyond ASCII in text pages", &I::unicode},
    Option{"--verbose", "", "every message", &I::verbose},
    Option{"--quiet", "", "errors only", &I::quiet},
};

constexpr std::array<std::string_view, 14> import_options{
    "--output",   "--format",           "--overwrite",    "--explain",  "--athlete",
    "--map",      "--high-speed-above", "--sprint-above", "--language", "--units",
    "--timezone", "--strict",           "--verbose",      "--quiet"};
constexpr std::array<std::string_view, 24> risk_options{
    "--add",       "--explain FACTOR", "--without",   "--as-of",    "--measure", "--sport",
    "--series",    "--athlete-file",   "--roster",    "--events",   "--output",  "--format",
    "--overwrite", "--chart",          "--distances", "--language", "--paper",   "--unicode",
    "--athlete",   "--units",          "--timezone",  "--strict",   "--verbose", "--quiet"};
constexpr std::array<std::string_view, 9> screen_options{"--answers", "--as-of DAY", "--output",
                                                         "--format",  "--overwrite", "--language",
                                                         "--paper",   "--unicode",   "--quiet"};
constexpr std::array<std::string_view, 26> plan_options{
    "--continue", "--fridge",    "--workouts", "--rules",     "--goal",        "--athlete-file",
    "--answers",  "--events",    "--pathways", "--as-of",     "--weeks",       "--output",
    "--format",   "--overwrite", "--chart",    "--distances", "--week-starts", "--language",
    "--paper",    "--unicode",   "--athlete",  "--units",     "--timezone",    "--strict",
    "--verbose",  "--quiet"};
constexpr std::array<std::string_view, 23> report_options{
    "--plan",      "--as-of",       "--week",     "--measure", "--sport",     "--athlete-file",
    "--events",    "--without",     "--output",   "--format",  "--overwrite", "--chart",
    "--distances", "--week-starts", "--language", "--paper",   "--unicode",   "--athlete",
    "--units",     "--timezone",    "--strict",   "--verbose", "--quiet"};
constexpr std::array<std::string_view, 23> squad_options{
    "--plans",     "--roster",      "--events",   "--pseudonymous", "--as-of",     "--week",
    "--measure",   "--sport",       "--output",   "--format",       "--overwrite", "--chart",
    "--distances", "--week-starts", "--language", "--paper",        "--unicode",   "--without",
    "--units",     "--timezone",    "--strict",   "--verbose",      "--quiet"};
constexpr std::array<std::string_view, 16> validate_options{
    "--injuries",  "--as-of",    "--measure", "--sport",   "--output",  "--format",
    "--overwrite", "--language", "--paper",   "--unicode", "--athlete", "--units",
    "--timezone",  "--strict",   "--verbose", "--quiet"};

const std::array<Command, 7>& table() {
    static const std::array<Command, 7> all{{
        {"import", "read training logs and write one clean log",
         "Reads files, folders and the standard input (-) of any known kind, says what each was "
         "taken for, and writes the canonical log with -o LOG.csv. Every row ends as a session, a "
         "duplicate, or a message.",
         "INPUT...", "text csv json", import_options, run_import},
        {"risk", "load ratios, and what raises the risk, each apart",
         "Computes daily load, acute-to-chronic ratios in three conventions, the longest next run "
         "that is no spike, and the risk factors, each apart from the others.",
         "INPUT...", "text pdf html csv json svg png", risk_options, run_risk},
        {"screen", "ask what hurts: red flags first, then which kind of calf pain",
         "Asks about a sore calf, one plain question at a time, or reads the answers from a file. "
         "Says what to do now, puts acute strain, silent strain and neural tension in order with "
         "the reasons for and against each (not a diagnosis), what would settle it, and what to do "
         "next. -o FILE.toml saves the answers, and the page is printed all the same; -o with "
         "another suffix writes the page or the JSON there. Ends with status 3 unless every red "
         "flag is answered 'no' and no answers contradict each other: then no plan is made "
         "either.",
         "", "text pdf html json", screen_options, run_screen,
         "'plimsoll screen -o answers.toml' writes an answers file with every question in\n"
         "it; what it does not say, or calls \"unknown\", is not answered.\n"},
        {"plan", "plan a gradual return, after time off or a calf injury",
         "Plans the way back to a weekly running distance by the layoff ladder, the session cap "
         "and recovery weeks, and says for every session which rule limited it. Along a pathway it "
         "adds phases with their daily content, and gates to tick: acute_strain, neural_tension, "
         "silent_strain, preseason, conditioning, time_off (the default). Ends with status 3 "
         "when no plan keeps the rules by the wished date.",
         "INPUT...", "text pdf html csv ics json svg png", plan_options, run_plan,
         "Needs --goal and --athlete-file, and for an injured athlete --answers. The least\n"
         "that the first two hold:\n\n"
         "  goal.toml                        athlete.toml\n"
         "    [goal]                           [athlete]\n"
         "    kind = \"base\"                    birth_date = 1981-05-02\n"
         "    pathway = \"time_off\"             usual_pace_s_km = 360\n"
         "    [goal.demand]                    sex = \"male\"\n"
         "    weekly_distance_m = 30000        [sport]\n"
         "                                     days = [\"Tue\", \"Thu\", \"Sun\"]\n"},
        {"report", "print the week's page",
         "Prints the weekly report: the longest next run that is no spike, what stands out, the "
         "week, the last twelve weeks, ratios, factors, and what the figures rest on.",
         "INPUT...", "text pdf html svg png", report_options, run_report},
        {"squad", "say whom of a squad to look at first, then a page an athlete",
         "Reads the exports of many athletes and puts them in order: see today, watch, ok, no "
         "data, "
         "by declared rules and with the reason, never a score. Then the load of eight weeks side "
         "by side, and a page an athlete. Athletes of the roster without a session are listed; "
         "names that may be one person are pointed out and told apart.",
         "INPUT...", "text pdf html json svg png", squad_options, run_squad},
        {"validate", "ask whether any metric tells injured days apart, in this log",
         "Holds each load metric against the onsets of an injuries file: AUC with an interval over "
         "athletes, Brier score and calibration on athletes left out, and what is left of the "
         "ratio without its base. Estimates published coefficients anew only where the onsets "
         "allow it, and says what cannot be concluded.",
         "INPUT...", "text pdf html csv json", validate_options, run_validate},
    }};
    return all;
}

// Two options may share a name and differ in what stands behind it.
std::string key_of(const Option& o) {
    return std::string(o.name) + " " + std::string(o.value);
}

} // namespace

std::span<const Command> commands() {
    return table();
}

const Command* find_command(std::string_view name) {
    for (const Command& command : table()) {
        if (command.name == name) {
            return &command;
        }
    }
    return nullptr;
}

const Option& option(std::string_view name) {
    const auto* const found = std::find_if(options.begin(), options.end(), [&](const Option& o) {
        return o.name == name || key_of(o) == name;
    });
    require(found != options.end(), "option: no such option");
    return *found;
}

} // namespace plimsoll::app

// Pathways for tests.
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/pathways.hpp"

#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace plimsoll::test {

std::string small_pathway() {
    return R"([pathway]
id = "small"
name = "a small pathway"
about = "For tests."
sites = ["calf"]
starts = "onset"
source = "green"
evidence = "expert"

[[phase]]
id = "A"
name = "strength"
text = "Raises."
from_day = 0
to_day = 7
next = "B"
running = "none"
source = "green"
evidence = "expert"

[[phase.exercise]]
id = "raises"
name = "Calf raises"
kind = "strength"
sets = 3
reps = 8
reps_to = 12
load = "body weight"
every_days = 2
dose_source = "policy"
dose_evidence = "policy"
source = "green"
evidence = "expert"

[[phase.gate]]
id = "raises"
text = "25 raises"
how = "count"
quantity = "repetitions"
at_least = 25
unit = "repetitions"
on = "injured"
noise = 6
source = "green"
evidence = "expert"

[[phase.gate]]
id = "raises_apart"
text = "10 % apart"
how = "from the counts"
quantity = "asymmetry"
at_most = 10
unit = "percent"
on = "apart"
from = "raises"
source = "green"
evidence = "expert"

[[phase]]
id = "B"
name = "running"
text = "Runs."
from_day = 7
to_day = 21
next = "C"
running = "plan"
source = "green"
evidence = "expert"

[phase.not_before]
day = 5
text = "Not before day 5."
source = "green"
evidence = "expert"

[[phase.gate]]
id = "run"
text = "30 minutes"
how = "on the flat"
quantity = "duration"
at_least = 30
unit = "minutes"
source = "clinic"
evidence = "expert"

[[phase]]
id = "C"
name = "after"
text = "Go on."
from_day = 21
to_day = 30
running = "plan"
source = "green"
evidence = "expert"

[[rule]]
id = "pain"
when = "pain_above"
limit = 2
unit = "of_10"
then = "hold"
text = "Hold."
source = "policy"
evidence = "policy"

[[rule]]
id = "morning"
when = "morning_worse"
then = "hold"
text = "Hold."
source = "policy"
evidence = "policy"

[[rule]]
id = "lost"
when = "gate_failed"
then = "back"
text = "Back."
source = "policy"
evidence = "policy"

[[source]]
id = "green"
name = "Green et al. 2022"
where = "doi"

[[source]]
id = "clinic"
name = "A clinic"
where = "a page"
secondary = true
)";
}

std::string replaced(const std::string& text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return std::string(text).replace(at, from.size(), to);
}

namespace {

Event event_on(const char* date, EventKind kind, const char* detail, double value) {
    Event event;
    event.day = day(date);
    event.kind = kind;
    event.detail = detail;
    event.value = value;
    return event;
}

} // namespace

Event gate_on(const char* date, const char* name, double value) {
    return event_on(date, EventKind::gate, name, value);
}

Event pain_on(const char* date, double score, const char* site) {
    return event_on(date, EventKind::pain, site, score);
}

Event morning_on(const char* date, double score) {
    return event_on(date, EventKind::morning_pain, "calf_left", score);
}

TemporaryFolder::TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "plimsoll-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::string TemporaryFolder::write(const std::string& name, const std::string& text) const {
    const std::string path = path_ + "/" + name;
    std::ofstream(path) << text;
    return path;
}

} // namespace plimsoll::test

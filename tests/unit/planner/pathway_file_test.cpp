// Pathway files: what is shipped hangs together, and what does not is refused with its place.
// SPDX-License-Identifier: Apache-2.0
#include "model/error.hpp"
#include "planner/pathway_file.hpp"
#include "planner/pathway_library.hpp"
#include "planner/shipped_pathways.hpp"
#include "tests/support/pathways.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <string>

using namespace plimsoll;
using namespace plimsoll::planner;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using test::day;
using test::replaced;
using test::small_pathway;

namespace {

std::string refusal_of(const std::string& text) {
    try {
        pathway_from(ingest::parse_toml(text, "p.toml"));
    } catch (const InputError& error) {
        return error.what();
    }
    return "accepted";
}

// The line on which @p what first stands in @p text, as messages name it.
std::string at_line_of(const std::string& text, const std::string& what) {
    const auto lines =
        std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(text.find(what)), '\n');
    return "p.toml:" + std::to_string(lines + 1) + ": ";
}

Event gate_row(const std::string& detail, std::optional<double> value) {
    Event event;
    event.kind = EventKind::gate;
    event.day = day("2026-11-12");
    event.detail = detail;
    event.value = value;
    event.line = 7;
    return event;
}

std::string problems_of(const std::vector<Event>& events) {
    std::string text;
    for (const Diagnostic& problem : PathwayLibrary().gate_problems(events, "e.csv")) {
        text += to_message(problem) + "\n";
    }
    return text;
}

} // namespace

TEST_CASE("the shipped pathways are the six of the contract and hang together",
          "[planner][pathway]") {
    const PathwayLibrary library;
    CHECK(pathway_ids() == std::vector<std::string_view>{"acute_strain", "conditioning",
                                                         "neural_tension", "preseason",
                                                         "silent_strain", "time_off"});
    for (const Pathway& pathway : library.pathways()) {
        INFO(pathway.id);
        CHECK(&library.with_id(pathway.id) == &pathway);
        CHECK(pathway.file.empty());
        CHECK_FALSE(pathway.phases.empty());
        CHECK(pathway.rule_of(HoldRule::When::pain_above) != nullptr);
        CHECK(pathway.rule_of(HoldRule::When::morning_worse) != nullptr);
        CHECK_FALSE(pathway.article.empty());
    }
    CHECK_THROWS_AS(library.with_id("hamstring"), PreconditionError);
}

TEST_CASE("the program carries the files of the tree", "[planner][pathway]") {
    for (const ShippedPathway& shipped : shipped_pathways()) {
        std::ifstream file(std::string(PLIMSOLL_SOURCE_DIR) + "/planner/pathways/" +
                           std::string(shipped.id) + ".toml");
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        CHECK(shipped.text == text);
    }
}

TEST_CASE("every item of a shipped file has a source and a grade", "[planner][pathway]") {
    for (const ShippedPathway& shipped : shipped_pathways()) {
        INFO(shipped.id);
        const std::string text(shipped.text);
        std::size_t items = 0;
        for (std::size_t at = text.find("\nsource = "); at != std::string::npos;
             at = text.find("\nsource = ", at + 1)) {
            ++items;
            // Taken away, the file is refused.
            const std::size_t end = text.find('\n', at + 1);
            CHECK_THAT(refusal_of(text.substr(0, at) + text.substr(end)),
                       Contains("source is missing"));
        }
        CHECK(items >= 14);
    }
}

TEST_CASE("the phases of the acute strain are those of the protocol", "[planner][pathway]") {
    const PathwayLibrary library;
    const Pathway& acute = library.with_id("acute_strain");
    std::string chain;
    for (const PathwayPhase& phase : acute.phases) {
        chain += phase.id + " " + phase.name + "; ";
    }
    CHECK(chain == "A0 protect; A1 foundation; A2 strength; A3 power; A4 walk-run; A5 speed and "
                   "change of direction; A6 full training; A7 return, and protect; ");
    for (const char* id : {"A0", "A1", "A2", "A3"}) {
        CHECK(acute.phase_with(id)->running == Running::none);
    }
    const PathwayPhase& walk_run = *acute.phase_with("A4");
    CHECK(walk_run.running == Running::plan);
    CHECK(walk_run.not_before->day == 5); // Stares et al. 2018
    // 15 weeks of Orchard et al. 2020.
    CHECK(acute.phase_with("A7")->expected_days() == 105);
    const auto soleus =
        std::find_if(acute.expected.begin(), acute.expected.end(),
                     [](const ExpectedDays& e) { return e.muscle == "soleus" && e.sd_days; });
    REQUIRE(soleus != acute.expected.end());
    CHECK(soleus->mean_days == 25.4); // Green et al. 2020a
    CHECK(soleus->sd_days == 16.2);
}

TEST_CASE("a small pathway is read as it stands", "[planner][pathway]") {
    const Pathway pathway = pathway_from(ingest::parse_toml(small_pathway(), "p.toml"));
    CHECK(pathway.phases.size() == 3);
    CHECK(pathway.phases[0].exercises[0].dose.sets == 3);
    CHECK(how_often(pathway.phases[0].exercises[0]) == "every 2nd day");
    CHECK(in_words(pathway.phases[0].exercises[0].dose) == "3 x 8 to 12; body weight");
    CHECK(in_brackets(pathway, pathway.phases[0].grounds) == "[Green et al. 2022; expert]");
    CHECK(in_brackets(pathway, pathway.phases[1].gates[0].grounds) ==
          "[A clinic, secondary source; expert]");
    CHECK(in_brackets(pathway, *pathway.phases[0].exercises[0].dose_grounds) == "[policy]");
}

TEST_CASE("an unverified dose says so", "[planner][pathway]") {
    const Pathway pathway = pathway_from(ingest::parse_toml(
        replaced(small_pathway(), "dose_source = \"policy\"\ndose_evidence = \"policy\"",
                 "dose_source = \"clinic\"\ndose_evidence = \"convention\"\ndose_verified = false"),
        "p.toml"));
    CHECK(in_brackets(pathway, *pathway.phases[0].exercises[0].dose_grounds) ==
          "[A clinic, secondary source; convention, unverified]");
}

TEST_CASE("bad input: a pathway file that is wrong is refused, with its line",
          "[planner][pathway]") {
    const std::string good = small_pathway();
    REQUIRE(refusal_of(good) == "accepted");
    const auto refused = [&](const std::string& from, const std::string& to) {
        return refusal_of(replaced(good, from, to));
    };
    // An unknown key names the nearest.
    CHECK_THAT(refused("every_days = 2", "evry_days = 2\nper_week = 3"),
               StartsWith(at_line_of(good, "every_days = 2")) &&
                   Contains("did you mean 'every_days'?"));
    // An item without a source, or with one that is not declared.
    CHECK_THAT(
        refused("source = \"green\"\nevidence = \"expert\"\n\n[[phase.gate]]", "[[phase.gate]]"),
        Contains("phase.exercise.source is missing"));
    CHECK_THAT(refused("source = \"clinic\"", "source = \"clinik\""),
               Contains("is the id of no [[source]]") && Contains("did you mean 'clinic'?"));
    CHECK_THAT(refused("evidence = \"expert\"\n\n[[phase.gate]]",
                       "evidence = \"exprt\"\n\n[[phase.gate]]"),
               Contains("did you mean 'expert'?"));
    CHECK_THAT(refused("dose_source = \"policy\"\ndose_evidence = \"policy\"\n", ""),
               Contains("phase.exercise.dose_source is missing"));
    CHECK_THAT(refused("dose_evidence = \"policy\"", "dose_evidence = \"trial\""),
               Contains("of a policy it is 'policy'"));
    // The chain of phases.
    CHECK_THAT(refused("next = \"C\"", "next = \"A\""),
               StartsWith(at_line_of(good, "next = \"C\"")) &&
                   Contains("makes a cycle: A -> B -> A"));
    CHECK_THAT(refused("next = \"B\"", "next = \"A\""), Contains("makes a cycle: A -> A"));
    CHECK_THAT(refused("next = \"C\"", "next = \"D\""), Contains("is the id of no phase"));
    CHECK_THAT(refused("next = \"C\"\n", ""), Contains("to which no phase leads (A -> B)"));
    CHECK_THAT(refused("from_day = 7", "from_day = 6"),
               Contains("is not the day on which 'A' ends"));
    CHECK_THAT(refused("to_day = 7", "to_day = 0"), Contains("must be from 1 to 1000"));
    // Gates.
    CHECK_THAT(refused("from = \"raises\"", "from = \"raise\""),
               Contains("is recorded by no gate of this file") &&
                   Contains("did you mean 'raises'?"));
    CHECK_THAT(refused("unit = \"repetitions\"", "unit = \"minutes\""),
               StartsWith(at_line_of(good, "unit = \"repetitions\"")) &&
                   Contains("the unit of repetitions is 'repetitions'"));
    CHECK_THAT(refused("at_least = 25", "at_least = 2500"), Contains("must be from 0 to 300"));
    CHECK_THAT(refused("at_least = 25", "at_least = 25\nat_most = 30"),
               Contains("one of the two is the threshold"));
    CHECK_THAT(refused("on = \"injured\"", "on = \"pain\""), Contains("does not go with"));
    CHECK_THAT(refused("quantity = \"repetitions\"", "quantity = \"repetition\""),
               Contains("did you mean 'repetitions'?"));
    CHECK_THAT(refused("how = \"count\"\n", ""), Contains("phase.gate.how is missing"));
    CHECK_THAT(refused("id = \"raises_apart\"", "id = \"raises\""),
               Contains("is 'raises' a second time in this phase"));
    // Doses out of any sense.
    CHECK_THAT(refused("sets = 3", "sets = 300"), Contains("must be from 1 to 10"));
    CHECK_THAT(refused("reps_to = 12", "reps_to = 7"), Contains("is no less than it"));
    CHECK_THAT(refused("reps = 8\nreps_to = 12", "reps = 250\nreps_to = 300"),
               Contains("makes 900 repetitions a day"));
    CHECK_THAT(refused("every_days = 2", "every_days = 2\nper_week = 2"),
               Contains("one of the two says how often"));
    // Ids, empty phases, running where none may be.
    CHECK_THAT(refused("id = \"B\"", "id = \"A\""), Contains("is 'A' a second time"));
    CHECK_THAT(refused("id = \"B\"", "id = \"B 2\""), Contains("letters, digits and _ alone"));
    CHECK_THAT(refused("to_day = 30\nrunning = \"plan\"", "to_day = 30\nrunning = \"none\""),
               Contains("is empty"));
    CHECK_THAT(refused("kind = \"strength\"", "kind = \"sprint\""),
               Contains("in a phase with running = \"none\""));
    CHECK_THAT(refused("kind = \"strength\"", "kind = \"run\""),
               Contains("which the planner places itself"));
    CHECK_THAT(refused("to_day = 30", "to_day = 30\nafter_return = 1"),
               Contains("is neither true nor false"));
    // Rules.
    CHECK_THAT(refused("limit = 2\nunit = \"of_10\"", "limit = 2\nunit = \"days\""),
               Contains("the limit of 'pain_above' is in 'of_10'"));
    CHECK_THAT(refused("then = \"hold\"", "then = \"back\""), Contains("does not go with"));
    CHECK_THAT(refused("when = \"pain_above\"", "when = \"pain_abve\""),
               Contains("did you mean 'pain_above'?"));
    // What keeps from harm is not left out by a slip.
    CHECK_THAT(refused("starts = \"onset\"", "starts = \"plan\""),
               Contains("the pathway of an injury starts at its 'onset'"));
    CHECK_THAT(refused("sites = [\"calf\"]\nstarts = \"onset\"", "sites = []\nstarts = \"plan\""),
               Contains("counts from an onset, and the pathway is of no injury"));
    CHECK_THAT(refused("noise = 6", "refer_if_failed = \"\""), Contains("is empty"));
    CHECK_THAT(refused("every_days = 2", "every_days = 2\nfrom_week = 0"),
               Contains("must be from 1 to 12"));
    CHECK_THAT(refused("noise = 6", "refer_if_faild = \"Go.\""),
               Contains("did you mean 'refer_if_failed'?"));
    // Not a pathway at all.
    CHECK_THAT(refusal_of(""), Contains("pathway is missing"));
    CHECK_THAT(refusal_of("x = ["), StartsWith("p.toml:1"));
}

TEST_CASE("bad input: planned runs go on to the last phase", "[planner][pathway]") {
    const std::string good = small_pathway();
    const std::string walk = R"(running = "content"
source = "green"
evidence = "expert"

[[phase.exercise]]
id = "run_throughs"
name = "Run-throughs"
kind = "strides"
every_days = 2
source = "green"
evidence = "expert"
)";
    const std::string of_b = "next = \"C\"\nrunning = \"plan\"";
    const std::string of_c =
        "to_day = 30\nrunning = \"plan\"\nsource = \"green\"\nevidence = \"expert\"\n";
    const std::string late = replaced(good, of_c, "to_day = 30\n" + walk);
    CHECK_THAT(refusal_of(late),
               StartsWith(at_line_of(late, "running = \"content\"")) &&
                   Contains("phase.running is \"content\" in phase 'C', which comes behind 'B' "
                            "with running = \"plan\""));
    const std::string early = replaced(replaced(good, of_b, "next = \"C\"\nrunning = \"none\""),
                                       "running = \"none\"", "running = \"plan\"");
    CHECK_THAT(refusal_of(early), Contains("is \"none\" in phase 'B', which comes behind 'A'"));
    const std::string never = replaced(late, of_b, "next = \"C\"\nrunning = \"none\"");
    CHECK_THAT(refusal_of(never), Contains("in phase 'C', the last; no phase has running"));
    // The two that a stranger tried.
    for (const ShippedPathway& shipped : shipped_pathways()) {
        const std::string text(shipped.text);
        for (const char* id : {"id = \"A6\"", "id = \"A7\""}) {
            if (text.find(id) != std::string::npos) {
                const std::size_t phase = text.find(id);
                CHECK_THAT(refusal_of(text.substr(0, phase) + replaced(text.substr(phase),
                                                                       "running = \"plan\"",
                                                                       "running = \"content\"")),
                           Contains("with running = \"plan\""));
            }
        }
    }
}

TEST_CASE("bad input: the pathway of an injury has both rules of pain", "[planner][pathway]") {
    const std::string good = small_pathway();
    const auto without = [](const std::string& text, const std::string& rule) {
        const std::size_t at = text.find("[[rule]]\nid = \"" + rule);
        REQUIRE(at != std::string::npos);
        return text.substr(0, at) + text.substr(text.find("\n[[", at) + 1);
    };
    CHECK_THAT(refusal_of(without(good, "pain")),
               StartsWith("p.toml:") && Contains("when = \"pain_above\" is missing"));
    CHECK_THAT(refusal_of(without(good, "morning")),
               Contains("when = \"morning_worse\" is missing"));
    CHECK(refusal_of(without(good, "lost")) == "accepted");
    for (const ShippedPathway& shipped : shipped_pathways()) {
        if (shipped.id == "preseason") { // no injury: a physio may leave them out
            CHECK(refusal_of(without(std::string(shipped.text), "worse_next_morning")) ==
                  "accepted");
        }
    }
}

TEST_CASE("what a shipped file takes from a source is what the source says", "[planner][pathway]") {
    int raises = 0;
    int watches = 0;
    const PathwayLibrary library;
    for (const Pathway& pathway : library.pathways()) {
        for (const PathwayPhase& phase : pathway.phases) {
            INFO(pathway.id << " " << phase.id);
            for (const Exercise& exercise : phase.exercises) {
                // evidence.md 6.1: Dorn et al. 2012 is a model of nine runners.
                CHECK((exercise.how.find("7 m/s") == std::string::npos ||
                       exercise.how.find("model of nine runners") != std::string::npos));
            }
            for (const Gate& gate : phase.gates) {
                INFO(gate.id);
                // evidence.md 7.3: 25 raises are a clinic's; Hebert-Losier et al. give norms.
                if (gate.from == "calf_raises" && gate.at_least && gate.threshold == 25.0) {
                    CHECK(gate.grounds.source == "healthhp");
                    CHECK(gate.grounds.evidence == Evidence::expert);
                    CHECK_THAT(in_brackets(pathway, gate.grounds), Contains("secondary source"));
                    ++raises;
                }
                if (gate.how.find("watch or a vest") != std::string::npos) {
                    CHECK_THAT(gate.how, Contains("ithout one"));
                    ++watches;
                }
            }
        }
    }
    CHECK(raises >= 7);
    CHECK(watches == 7);
}

TEST_CASE("a phase of which one audience has no gate is refused", "[planner][pathway]") {
    const std::string text =
        replaced(replaced(small_pathway(), "on = \"injured\"", "on = \"injured\"\nfor = \"team\""),
                 "from = \"raises\"", "from = \"raises\"\nfor = \"team\"");
    CHECK_THAT(refusal_of(text), Contains("has no gate out of the phase for a runner"));
}

TEST_CASE("a file of the folder takes the place of the shipped one, the others stay",
          "[planner][pathway]") {
    test::TemporaryFolder folder;
    const std::string path = folder.write(
        "acute_strain.toml", replaced(small_pathway(), "id = \"small\"", "id = \"acute_strain\""));
    const PathwayLibrary library(std::vector{path});
    CHECK(library.with_id("acute_strain").phases.size() == 3);
    CHECK(library.with_id("acute_strain").file == path);
    CHECK(library.with_id("silent_strain").file.empty());

    const std::string other = folder.write("preseason.toml", small_pathway());
    CHECK_THROWS_WITH(PathwayLibrary(std::vector{other}),
                      Contains("is 'small' in a file named after 'preseason'"));
    const std::string slip = folder.write("acute_strian.toml", small_pathway());
    CHECK_THROWS_WITH(PathwayLibrary(std::vector{slip}),
                      Contains("did you mean 'acute_strain.toml'?"));
    CHECK_THROWS_AS(PathwayLibrary(std::vector<std::string>{"none/acute_strain.toml"}), IoError);
}

TEST_CASE("bad input: gate rows of no gate, of no side, of no sense", "[planner][gate]") {
    CHECK(problems_of({gate_row("calf_raises_left", 28), gate_row("walk_pain_free", 1),
                       gate_row("walk_pain_free", std::nullopt)}) == "");
    CHECK(problems_of({gate_row("calf_raise_left", 28)}) ==
          "e.csv:7:4: error: detail 'calf_raise_left' is no gate of any pathway\n"
          "hint: did you mean 'calf_raises_left'?\n");
    CHECK_THAT(problems_of({gate_row("calf_raises", 28)}), Contains("names no side"));
    CHECK_THAT(problems_of({gate_row("calf_raises_left", 2800)}),
               Contains("out of range: repetitions from 0 to 300"));
    CHECK_THAT(problems_of({gate_row("calf_raises_left", 27.5)}), Contains("not a whole number"));
    CHECK_THAT(problems_of({gate_row("continuous_run", 1800)}),
               Contains("out of range: minutes from 0 to 300") && Contains("recorded in minutes"));
    CHECK_THAT(problems_of({gate_row("continuous_run", std::nullopt)}), Contains("needs a value"));
    CHECK_THAT(problems_of({gate_row("walk_pain_free", 7)}), Contains("neither 1 for yes"));
    CHECK_THAT(problems_of({gate_row("walk_run_rung", 6)}), Contains("from 0 to 5"));
}

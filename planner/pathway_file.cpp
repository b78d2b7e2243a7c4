// Reading a pathway: item by item, then what only the whole of it can show.
// SPDX-License-Identifier: Apache-2.0
#include "planner/pathway_file.hpp"

#include "planner/pathway_checks.hpp"
#include "planner/pathway_items.hpp"

#include <fmt/format.h>

#include <utility>

namespace plimsoll::planner {
namespace {

using ingest::TomlTable;

class PathwayReader {
public:
    explicit PathwayReader(TomlTable file) : file_(std::move(file)) {}

    Pathway read() {
        read_citations();
        const PathwayItems items(pathway_.citations);
        read_head(items);
        for (TomlTable& table : file_.tables("article")) {
            pathway_.article.push_back(items.remark(table));
        }
        for (TomlTable& table : file_.tables("note")) {
            pathway_.notes.push_back(items.remark(table));
        }
        for (TomlTable& table : file_.tables("phase")) {
            read_phase(items, table);
        }
        if (pathway_.phases.empty()) {
            file_.refuse("phase", "is missing", "a pathway has at least one [[phase]]");
        }
        chain_phases(pathway_, tables_);
        const std::string& last = pathway_.goal_day_starts;
        if (!last.empty() && pathway_.phase_with(last) == nullptr) {
            refuse_name(*head_, "goal_day_starts", last, "is the id of no phase",
                        ids_of_phases(pathway_));
        }
        settle_records(pathway_, tables_);
        read_rules(items);
        for (TomlTable& table : file_.tables("expected")) {
            pathway_.expected.push_back(items.expected(table));
        }
        file_.finish();
        return std::move(pathway_);
    }

private:
    void read_citations() {
        for (TomlTable& table : file_.tables("source")) {
            Citation citation = PathwayItems::citation(table);
            for (const Citation& other : pathway_.citations) {
                if (other.id == citation.id) {
                    table.refuse("id", "is '" + citation.id + "' a second time");
                }
            }
            pathway_.citations.push_back(std::move(citation));
        }
    }

    void read_head(const PathwayItems& items) {
        TomlTable table = file_.table("pathway");
        if (!table.present()) {
            file_.refuse("pathway", "is missing", "a pathway file has a table [pathway]");
        }
        pathway_.id = needed_id(table);
        pathway_.name = needed(table, "name");
        pathway_.about = needed(table, "about");
        pathway_.sites = table.texts("sites");
        const std::string starts = needed(table, "starts");
        if (starts != "onset" && starts != "plan") {
            table.refuse("starts", "is '" + starts + "'; it is 'onset' or 'plan'");
        }
        pathway_.starts_at_onset = starts == "onset";
        if (pathway_.starts_at_onset && !pathway_.of_injury()) {
            table.refuse("starts", "is 'onset', and no site of an injury is named");
        }
        if (!pathway_.starts_at_onset && pathway_.of_injury()) {
            table.refuse("starts", "is 'plan'; the pathway of an injury starts at its 'onset'");
        }
        const std::string phases = table.text("phases").value_or("gates");
        if (phases != "gates" && phases != "running") {
            table.refuse("phases", "is '" + phases + "'; it is 'gates' or 'running'");
        }
        pathway_.phases_from_running = phases == "running";
        pathway_.goal_day_starts = table.text("goal_day_starts").value_or("");
        head_ = table;
        pathway_.grounds = items.grounds(table);
        table.finish();
    }

    void read_phase(const PathwayItems& items, TomlTable table) {
        PathwayPhase phase;
        phase.id = needed_id(table);
        if (pathway_.phase_with(phase.id) != nullptr) {
            table.refuse("id", "is '" + phase.id + "' a second time");
        }
        phase.name = needed(table, "name");
        phase.text = needed(table, "text");
        phase.next = table.text("next").value_or("");
        read_days(table, phase);
        const std::string running = needed(table, "running");
        if (running != "none" && running != "content" && running != "plan") {
            table.refuse("running", "is '" + running + "'; it is 'none', 'content' or 'plan'");
        }
        phase.running = running == "none"      ? Running::none
                        : running == "content" ? Running::content
                                               : Running::plan;
        if (TomlTable limit = table.table("not_before"); limit.present()) {
            phase.not_before = items.not_before(limit);
            if (!pathway_.of_injury()) {
                limit.refuse("day", "counts from an onset, and the pathway is of no injury");
            }
        }
        phase.after_return = table.flag("after_return").value_or(false);
        phase.grounds = items.grounds(table);
        for (TomlTable& entry : table.tables("exercise")) {
            add_exercise(phase, items.exercise(entry), entry);
        }
        PhaseTables tables{table, {}};
        for (TomlTable& entry : table.tables("gate")) {
            add_gate(phase, items.gate(entry), entry);
            tables.gates.push_back(entry);
        }
        for (TomlTable& entry : table.tables("avoid")) {
            phase.avoid.push_back(items.remark(entry));
        }
        table.finish();
        if (phase.exercises.empty() && phase.gates.empty() && phase.running != Running::plan) {
            table.refuse("", "is empty: no exercise, no gate, no running");
        }
        pathway_.phases.push_back(std::move(phase));
        tables_.push_back(std::move(tables));
    }

    void read_days(TomlTable& table, PathwayPhase& phase) const {
        constexpr int most_days = 1000;
        phase.from_day = table.whole("from_day", 0, most_days);
        phase.to_day = table.whole("to_day", 1, most_days);
        if (pathway_.phases_from_running) {
            if (phase.from_day || phase.to_day) {
                table.refuse("from_day", "has no place where the phases are those of the runs");
            }
            return;
        }
        if (!phase.from_day || !phase.to_day) {
            table.refuse(phase.from_day ? "to_day" : "from_day", "is missing",
                         "the days on which the phase is expected");
        }
        if (*phase.to_day <= *phase.from_day) {
            table.refuse("to_day", "is not after 'from_day'");
        }
    }

    static void add_exercise(PathwayPhase& phase, Exercise exercise, const TomlTable& table) {
        const bool runs = has_running(exercise.kind);
        if (runs && phase.running == Running::none) {
            table.refuse("kind", fmt::format("is '{}' in a phase with running = \"none\"",
                                             to_string(exercise.kind)));
        }
        for (const Exercise& other : phase.exercises) {
            if (other.id == exercise.id && share_an_audience(other.audience, exercise.audience)) {
                table.refuse("id", "is '" + exercise.id + "' a second time in this phase");
            }
        }
        phase.exercises.push_back(std::move(exercise));
    }

    static void add_gate(PathwayPhase& phase, Gate gate, const TomlTable& table) {
        for (const Gate& other : phase.gates) {
            if (other.id == gate.id && share_an_audience(other.audience, gate.audience)) {
                table.refuse("id", "is '" + gate.id + "' a second time in this phase");
            }
        }
        phase.gates.push_back(std::move(gate));
    }

    void read_rules(const PathwayItems& items) {
        for (TomlTable& table : file_.tables("rule")) {
            HoldRule rule = items.rule(table);
            for (const HoldRule& other : pathway_.rules) {
                if (other.id == rule.id) {
                    table.refuse("id", "is '" + rule.id + "' a second time");
                }
                if (other.when == rule.when) {
                    table.refuse("when", "is that of the rule '" + other.id + "', too");
                }
            }
            if (!rule.phase.empty() && pathway_.phase_with(rule.phase) == nullptr) {
                refuse_name(table, "phase", rule.phase, "is the id of no phase",
                            ids_of_phases(pathway_));
            }
            pathway_.rules.push_back(std::move(rule));
        }
        if (pathway_.of_injury()) {
            require_pain_rule(HoldRule::When::pain_above, "pain_above");
            require_pain_rule(HoldRule::When::morning_worse, "morning_worse");
        }
    }

    void require_pain_rule(HoldRule::When when, std::string_view name) {
        if (pathway_.rule_of(when) == nullptr) {
            file_.refuse("rule", fmt::format("with when = \"{}\" is missing", name),
                         "the pathway of an injury has a rule for pain_above and one for "
                         "morning_worse");
        }
    }

    TomlTable file_;
    std::optional<TomlTable> head_;
    Pathway pathway_;
    std::vector<PhaseTables> tables_;
};

} // namespace

Pathway pathway_from(TomlTable file) {
    return PathwayReader(std::move(file)).read();
}

Pathway read_pathway_file(const std::string& path) {
    Pathway pathway = pathway_from(ingest::open_toml(path));
    pathway.file = path;
    return pathway;
}

} // namespace plimsoll::planner

// plimsoll.import/1
// SPDX-License-Identifier: Apache-2.0
#include "reports/json.hpp"
#include "reports/json_head.hpp"

#include <algorithm>

namespace plimsoll::reports {
namespace {

Json json_of_counts(const RowCounts& counts) {
    Json json;
    json["rows"] = counts.rows;
    json["sessions"] = counts.sessions;
    json["duplicates"] = counts.duplicates;
    json["rejected"] = counts.rejected;
    json["other"] = counts.other;
    return json;
}

Json json_of_file(const FileReport& file) {
    Json json;
    json["path"] = file.path;
    json["format"] = file.format;
    json["dialect"] = file.dialect;
    json["encoding"] = file.encoding;
    json["units"]["distance"] = file.distance_unit;
    json["units"]["inferred"] = file.distance_unit_inferred;
    json["decimal"] = file.decimal;
    json["timezone"] = file.timezone;
    json["thresholds"] = file.thresholds.empty() ? Json() : Json(file.thresholds);
    json.update(json_of_counts(file.counts));
    return json;
}

Json json_of_session(const Session& session, const TrainingLog& log) {
    Json json;
    json["athlete"] = session.athlete;
    json["start"] = to_string(session.start);
    json["sport"] = session.sport == Sport::unknown ? Json() : Json(to_string(session.sport));
    json["duration_s"] = json_of(session.duration_s);
    json["elapsed_s"] = json_of(session.elapsed_s);
    json["distance_m"] = json_of(session.distance_m);
    json["avg_hr_bpm"] = json_of(session.avg_hr_bpm);
    json["max_hr_bpm"] = json_of(session.max_hr_bpm);
    json["max_speed_mps"] = json_of(session.max_speed_mps);
    json["ascent_m"] = json_of(session.ascent_m);
    json["rpe"] = json_of(session.rpe);
    json["load_au"] = json_of(session.load_au);
    json["load_kind"] = session.load_au ? Json(to_string(session.load_kind)) : Json();
    json["high_speed_m"] = json_of(session.high_speed_m);
    json["sprint_m"] = json_of(session.sprint_m);
    json["sprints"] = json_of(session.sprints);
    json["changes_of_direction"] = json_of(session.changes_of_direction);
    json["hr_zones_s"] = session.hr_zones ? Json(session.hr_zones->seconds) : Json();
    json["title"] = session.title.empty() ? Json() : Json(session.title);
    json["source"] = log.source_of(session.source);
    return json;
}

Json json_of_diagnostic(const Diagnostic& diagnostic) {
    const auto position = [](std::uint32_t number) { return number == 0 ? Json() : Json(number); };
    const auto text = [](const std::string& value) { return value.empty() ? Json() : Json(value); };
    Json json;
    json["file"] = diagnostic.where.file;
    json["line"] = position(diagnostic.where.line);
    json["column"] = position(diagnostic.where.column);
    json["field"] = text(diagnostic.where.field);
    json["severity"] = to_string(diagnostic.severity);
    json["code"] = diagnostic.code;
    json["text"] = diagnostic.text;
    json["hint"] = text(diagnostic.hint);
    return json;
}

} // namespace

std::string import_json(const TrainingLog& log, const std::string& program) {
    std::optional<Date> newest;
    for (const Session& session : log.sessions) {
        newest = std::max(newest.value_or(session.start.day), session.start.day);
    }
    Json json = json_head("import", program, newest);
    json["files"] = Json::array();
    json["sessions"] = Json::array();
    json["diagnostics"] = Json::array();
    for (const FileReport& file : log.files) {
        json["files"].push_back(json_of_file(file));
    }
    for (const Session& session : log.sessions) {
        json["sessions"].push_back(json_of_session(session, log));
    }
    for (const Diagnostic& diagnostic : log.diagnostics) {
        json["diagnostics"].push_back(json_of_diagnostic(diagnostic));
    }
    json["totals"] = json_of_counts(log.totals());
    return json_text(json);
}

} // namespace plimsoll::reports

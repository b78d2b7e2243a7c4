// Detection, inference, conversion: the three passes over a delimited file.
// SPDX-License-Identifier: Apache-2.0
#include "import/csv_import.hpp"

#include "import/detect.hpp"
#include "import/duration_units.hpp"
#include "import/leg_sums.hpp"
#include "import/load_kind.hpp"
#include "import/lone_parts.hpp"
#include "import/name_date.hpp"
#include "import/number.hpp"
#include "import/part_column.hpp"
#include "import/plain_meaning.hpp"
#include "import/plain_notes.hpp"
#include "import/row_reader.hpp"
#include "import/sheet_doubts.hpp"
#include "import/table_import.hpp"
#include "import/table_inference.hpp"
#include "import/table_notes.hpp"
#include "import/table_rows.hpp"
#include "import/text_encoding.hpp"
#include "model/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <utility>

namespace plimsoll::ingest {
namespace {

// How the distances of a plain log are taken that names no sport.
enum class LoneDistance : std::uint8_t {
    of_no_matter, // the log has none, tells the sport or is of a field game
    run,          // a runner's: date, distance, perhaps minutes
    unknown       // it has ratings: of runners, or of a team
};

LoneDistance lone_distance(const TableLayout& layout, LoadKind load_kind) {
    static constexpr std::array of_field_games{Field::high_speed, Field::sprint_distance,
                                               Field::sprints, Field::changes_of_direction};
    const auto has = [&](Field field) { return has_field(layout, field); };
    if (layout.dialect != &plain_dialect || !has(Field::distance) || has(Field::sport) ||
        std::any_of(of_field_games.begin(), of_field_games.end(), has)) {
        return LoneDistance::of_no_matter;
    }
    const bool rated = has(Field::load) && load_kind != LoadKind::vendor;
    return rated || has(Field::rpe) || has(Field::load_kind) ? LoneDistance::unknown
                                                             : LoneDistance::run;
}

// The start that stands above a table: "Date:,04/05/2026" and "Start Time:,18:22:37"; the order of
// the date by "Unix Start Time:,1777915357", if it stands there, too.
std::optional<LocalTime> start_above(const TableLayout& layout, DiagnosticSink& sink) {
    const auto value_of = [&](std::string_view key) -> std::string_view {
        for (const std::vector<std::string>& line : layout.preamble) {
            const std::string name = line.size() < 2 ? std::string() : folded(line[0]);
            if (name == key || (name.ends_with(':') && name.substr(0, name.size() - 1) == key)) {
                return line[1];
            }
        }
        return {};
    };
    const std::string_view date = value_of("date");
    DateInference inference;
    inference.see(date);
    lean_by_units(layout, inference);
    if (const auto unix_s = parse_number(value_of("unix start time"), NumberStyle::plain)) {
        constexpr double seconds_a_day = 86400.0;
        constexpr double most_days = 100'000.0;
        inference.see_known(date, Date::from_days(static_cast<std::int32_t>(
                                      std::clamp(*unix_s / seconds_a_day, 0.0, most_days))));
    }
    const Inferred<DateShape> shape = inference.conclude();
    const auto moment = parse_moment(date, shape.value);
    if (!moment) {
        return std::nullopt;
    }
    if (!shape.sure) {
        sink.add(Severity::note, 0, 0, {}, "date_order_assumed",
                 fmt::format("the date above the table is read as {} ({})", describe(shape.value),
                             shape.why));
    }
    LocalTime start = moment->time;
    if (!start.second) {
        start.second = parse_time_of_day(value_of("start time"));
    }
    return start;
}

// The bytes up to the line that starts another table; null where there is none such.
std::unique_ptr<ByteSource> first_table(ByteSource& bytes, std::string_view ends_at) {
    if (ends_at.empty()) {
        return nullptr;
    }
    constexpr std::size_t most = std::size_t{1} << 20U; // a summary of one session is small
    std::string text(most, '\0');
    bytes.rewind();
    text.resize(bytes.read(text));
    bytes.rewind();
    const std::size_t at = text.find("\n" + std::string(ends_at));
    if (at == std::string::npos) {
        return nullptr;
    }
    text.resize(at + 1);
    return from_memory(bytes.name(), std::move(text));
}

std::string name_of(char delimiter) {
    switch (delimiter) {
    case ',':
        return "comma";
    case ';':
        return "semicolon";
    case '\t':
        return "tab";
    default:
        return {delimiter};
    }
}

// What one table of a file gave.
struct TableRead {
    FileReport report;
    PackedSessions sessions;
    std::map<std::string, std::size_t> refused_rows;
    std::vector<HeaderRow> headers;
};

TableRead read_table(ByteSource& bytes, TableLayout layout, const ImportOptions& options,
                     std::size_t file, std::vector<Diagnostic>& diagnostics) {
    DiagnosticSink sink(bytes.name(), diagnostics, options.strict);
    find_parts(bytes, layout);

    Writing writing = infer_writing(bytes, layout);
    Inferred<NumberStyle>& numbers = writing.numbers;
    ReadingRules rules;
    rules.dates = writing.dates.value;
    if (!has_field(layout, Field::start)) {
        rules.start = start_above(layout, sink);
        rules.start = rules.start ? rules.start : moment_in_name(bytes.name());
        if (!rules.start) {
            throw InputError(Diagnostic{Severity::error,
                                        {bytes.name(), 0, 0, {}},
                                        "no_date",
                                        "is of the format " + std::string(layout.dialect->name) +
                                            ", but neither a column, a line above nor the file's "
                                            "name tells the day",
                                        "put the day into the name: 2026-11-22.csv"});
        }
    }
    rules.numbers = numbers.value;
    find_titles(bytes, layout, sink);
    find_numbers_of_people(bytes, layout, sink);
    find_ratings(bytes, layout, rules, sink);
    find_speed_unit(bytes, layout, rules, sink);
    find_duration_units(bytes, layout, rules, sink);
    rules.minutes_as_hours = has_false_hours(bytes, layout, rules);
    if (rules.minutes_as_hours) {
        sink.add(Severity::warning, 0, 0, {}, "false_hours",
                 "durations such as 30:48:00 are read as 30 minutes 48 seconds: a spreadsheet has "
                 "made hours of them",
                 "import the list as it was exported");
    }
    check_ratings(bytes, layout, rules, sink);
    rules.athlete = options.athlete;
    rules.zone = options.zone ? &*options.zone : nullptr;
    Inferred<DistanceUnit> distance = infer_distance(bytes, layout, rules);
    const bool unsaid =
        has_unit(layout, Unit::file_distance) || has_unit(layout, Unit::any_distance);
    if (unsaid && options.units) {
        distance = {*options.units, true, "as --units says"};
    }
    rules.distance = distance.value;
    if (settle_decimals(bytes, layout, rules, numbers)) {
        distance = infer_distance(bytes, layout, rules);
        distance.value = unsaid && options.units ? *options.units : distance.value;
        rules.distance = distance.value;
    }
    if (!distance.sure) {
        sink.add(
            Severity::note, 0, 0, {}, "unit_assumed",
            fmt::format("distances are read as {} ({})", symbol_of(distance.value), distance.why));
    }

    if (!numbers.sure && numbers.value != NumberStyle::plain && !numbers.why.empty()) {
        sink.add(Severity::note, 0, 0, {}, "decimal_assumed",
                 fmt::format("numbers are read with a decimal {} ({})",
                             numbers.value == NumberStyle::decimal_comma ? "comma" : "point",
                             numbers.why));
    }
    if (!writing.dates.sure) {
        sink.add(Severity::note, 0, 0, {}, "date_order_assumed",
                 fmt::format("dates are read as {} ({})", describe(writing.dates.value),
                             writing.dates.why));
    }
    find_fast_units(bytes, layout, rules, sink);
    rules.load_kind = find_load_kind(bytes, layout, rules, sink);
    const LoneDistance lone = lone_distance(layout, *rules.load_kind);
    rules.distance_is_run = lone == LoneDistance::run;
    if (lone != LoneDistance::of_no_matter) {
        const bool run = rules.distance_is_run;
        sink.add(Severity::note, 0, 0, {}, run ? "sport_assumed" : "sport_unknown",
                 run ? "no column names the sport: rows with a distance are taken for runs"
                     : "no column names the sport: rows with a distance are sessions, not runs",
                 run ? "add a column 'sport' if they are not"
                     : "add a column 'sport' with 'run' if they are runs");
    }

    TableRead read;
    FileReport& report = read.report;
    rules.file = static_cast<std::uint32_t>(file);
    bytes.rewind();
    PackedSessions& sessions = read.sessions;
    PackedSessions parts;
    TableTotals totals = import_table(bytes, layout, rules, options.threads, sink, sessions, parts);
    const std::size_t lone_parts = add_lone_parts(parts, sessions);
    totals.notes.part_rows -= lone_parts;
    totals.counts.other -= lone_parts;
    totals.counts.sessions += lone_parts;
    report.counts = totals.counts;
    if (const std::size_t empty = report.counts.other - totals.notes.part_rows -
                                  totals.notes.planned_rows - totals.notes.blank_rows -
                                  totals.notes.summary_rows - totals.notes.header_rows -
                                  totals.notes.headers.size();
        empty > 0) {
        sink.add(Severity::note, 0, 0, {}, "no_session",
                 fmt::format("{} of no session: no duration, distance or load",
                             empty == 1 ? "1 row tells" : fmt::format("{} rows tell", empty)));
    }
    if (const std::size_t sums =
            layout.dialect == &garmin_dialect ? drop_sums_of_legs(sessions) : 0;
        sums > 0) {
        report.counts.sessions -= sums;
        report.counts.other += sums;
        sink.add(Severity::note, 0, 0, {}, "multisport",
                 sums == 1 ? std::string("1 multisport activity counts by its legs")
                           : fmt::format("{} multisport activities count by their legs", sums));
    }
    note_rows(totals.notes, sink);
    note_short_rows(totals, RowReader::width_of(layout), sink);
    if (totals.broken) {
        ++report.counts.rows;
        ++report.counts.rejected;
        sink.add(Severity::error, totals.broken->where.line, 0, {}, totals.broken->code,
                 totals.broken->text + "; nothing behind it was read");
    }
    if (totals.notes.rows_left_in_utc > 0) {
        sink.add(Severity::warning, 0, 0, {}, "utc",
                 "start times are in UTC; a session near midnight may count for the wrong day",
                 "say --timezone, such as --timezone Europe/Vienna");
    }
    note_sports(totals.notes.unknown_sports, sink);
    note_unread_columns(layout, sink);
    warn_of_squads(bytes, layout, sink);
    doubt_sessions(layout, sessions, sink);
    sink.finish();

    report.path = bytes.name();
    report.encoding = totals.encoding;
    report.format = layout.dialect->format;
    report.dialect = layout.dialect->name;
    report.signature = layout.match.signature;
    report.delimiter = name_of(layout.delimiter);
    report.distance_unit = symbol_of(distance.value);
    report.distance_unit_inferred = unsaid && !options.units;
    report.distance_unit_why = distance.why;
    report.decimal = numbers.value == NumberStyle::decimal_comma ? "," : ".";
    report.decimal_why = numbers.why;
    report.date_order = describe(writing.dates.value);
    if (!writing.dates.why.empty()) {
        report.date_order += " (" + writing.dates.why + ")";
    }
    report.unread_columns = unread_columns(layout);
    const bool utc = layout.dialect->time == TimeBasis::utc || totals.notes.rows_in_utc > 0;
    report.timezone = !utc ? "local" : options.zone ? options.zone->name() : "UTC";
    read.refused_rows = std::move(totals.notes.refused_rows);
    read.headers = std::move(totals.notes.headers);
    return read;
}

// Reads a table that has others below it, each by its own header.
void read_tables(ByteSource& bytes, const TableLayout& first, const std::vector<HeaderRow>& headers,
                 const ImportOptions& options, PackedLog& log, TableRead& all) {
    for (std::size_t i = 0; i <= headers.size(); ++i) {
        TableLayout layout = first;
        layout.end_line = i < headers.size() ? headers[i].line : first.end_line;
        if (i > 0) {
            const HeaderRow& header = headers[i - 1];
            const std::vector<std::string_view> cells(header.cells.begin(), header.cells.end());
            layout.header_line = header.line;
            layout.header = header.cells;
            layout.match = match_of(*first.dialect, cells).value_or(first.match);
            DiagnosticSink(bytes.name(), log.diagnostics, false)
                .add(Severity::note, header.line, 0, {}, "header",
                     "is a header of its own; what stands below is read by it");
        }
        const std::size_t told = log.diagnostics.size();
        TableRead read = read_table(bytes, layout, options, log.files.size(), log.diagnostics);
        if (i > 0 && !read.headers.empty()) { // the first header again
            log.diagnostics.resize(told);
            read_tables(bytes, layout, read.headers, options, log, all);
            continue;
        }
        if (all.report.path.empty()) {
            all = std::move(read);
            continue;
        }
        all.report.counts += read.report.counts;
        all.sessions.append(std::move(read.sessions));
        for (const auto& [athlete, rows] : read.refused_rows) {
            all.refused_rows[athlete] += rows;
        }
    }
}

} // namespace

void import_csv(ByteSource& whole, const ImportOptions& options, PackedLog& log) {
    const TableLayout layout = detect(whole, options.map.get());
    const std::unique_ptr<ByteSource> table = first_table(whole, layout.dialect->ends_at);
    ByteSource& bytes = table ? *table : whole;
    const std::size_t told = log.diagnostics.size();
    TableRead read;
    try {
        read = read_table(bytes, layout, options, log.files.size(), log.diagnostics);
    } catch (const InputError&) {
        if (!options.strict) {
            throw;
        }
        // The error may be of a row that another header reads.
        ImportOptions lenient = options;
        lenient.strict = false;
        std::vector<Diagnostic> unheard;
        read = read_table(bytes, layout, lenient, log.files.size(), unheard);
        if (read.headers.empty()) {
            throw;
        }
    }
    constexpr std::size_t most_tables = 20; // policy: each costs a passage through the file
    if (!read.headers.empty() && read.headers.size() < most_tables) {
        const std::vector<HeaderRow> headers = std::move(read.headers);
        log.diagnostics.resize(told);
        read = {};
        read_tables(bytes, layout, headers, options, log, read);
    }
    log.files.push_back(std::move(read.report));
    log.sessions.append(std::move(read.sessions));
    for (const auto& [athlete, rows] : read.refused_rows) {
        log.refused_rows[athlete] += rows;
    }
}

} // namespace plimsoll::ingest

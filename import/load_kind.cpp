// Loads against ratings, minutes and the company they keep.
// SPDX-License-Identifier: Apache-2.0
#include "import/load_kind.hpp"

#include "import/heading.hpp"
#include "import/plain_heading.hpp"
#include "import/table_inference.hpp"
#include "import/table_rows.hpp"
#include "model/units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace plimsoll::ingest {
namespace {

struct NamedLoad {
    std::string_view name;
    LoadName says;
};

// By their keys (plain_heading.hpp).
constexpr std::array load_names{
    NamedLoad{"sessionload", LoadName::srpe},
    NamedLoad{"srpeload", LoadName::srpe},
    NamedLoad{"sessionrpeload", LoadName::srpe},
    NamedLoad{"srpetl", LoadName::srpe},
    NamedLoad{"srpeloadau", LoadName::srpe},
    NamedLoad{"rpeload", LoadName::srpe},
    NamedLoad{"rpetl", LoadName::srpe},
    NamedLoad{"srpetrainingload", LoadName::srpe},
    NamedLoad{"sessionrpetl", LoadName::srpe},
    NamedLoad{"rpexminutes", LoadName::srpe},
    NamedLoad{"rpexduration", LoadName::srpe},
    NamedLoad{"load", LoadName::unclear},
    NamedLoad{"trainingload", LoadName::unclear},
    NamedLoad{"tl", LoadName::unclear},
    NamedLoad{"internalload", LoadName::unclear},
    NamedLoad{"carga", LoadName::unclear},
    NamedLoad{"belastung", LoadName::unclear},
    NamedLoad{"charge", LoadName::unclear},
    NamedLoad{"belasting", LoadName::unclear},
    NamedLoad{"internaltrainingload", LoadName::unclear},
    NamedLoad{"trainingsbelastung", LoadName::unclear},
    NamedLoad{"chargeentrainement", LoadName::unclear},
    NamedLoad{"trainingsbelasting", LoadName::unclear},
    NamedLoad{"cargadetrabajo", LoadName::unclear},
    NamedLoad{"cargadetreino", LoadName::unclear},
    NamedLoad{"tss", LoadName::vendor},
    NamedLoad{"rtss", LoadName::vendor},
    NamedLoad{"hrtss", LoadName::vendor},
    NamedLoad{"hrss", LoadName::vendor},
    NamedLoad{"trainingstressscore", LoadName::vendor},
    NamedLoad{"trimp", LoadName::vendor},
    NamedLoad{"trainingimpulse", LoadName::vendor},
    NamedLoad{"sufferscore", LoadName::vendor},
    NamedLoad{"relativeeffort", LoadName::vendor},
    NamedLoad{"epoc", LoadName::vendor},
    NamedLoad{"exerciseload", LoadName::vendor},
    NamedLoad{"cardioload", LoadName::vendor},
    NamedLoad{"muscleload", LoadName::vendor},
    NamedLoad{"playerload", LoadName::vendor},
    NamedLoad{"dynamicstressload", LoadName::vendor},
    NamedLoad{"totalplayerload", LoadName::vendor},
    NamedLoad{"bodyload", LoadName::vendor},
};

// Beginnings of words that stand above what a watch or its service writes, and no coach.
constexpr std::array<std::string_view, 14> words_of_watches{
    "calor", "kcal", "kalor",  "cadence", "kadenz", "power",     "watt",
    "pace",  "vo2",  "device", "steps",   "stride", "elevation", "aerobic"};

std::optional<std::string> column_of_watch(const TableLayout& layout) {
    for (const std::string& cell : layout.header) {
        const std::string name = " " + heading_of(cell).whole;
        if (std::any_of(words_of_watches.begin(), words_of_watches.end(),
                        [&](std::string_view word) {
                            return name.find(" " + std::string(word)) != std::string::npos;
                        })) {
            return cell;
        }
    }
    return std::nullopt;
}

// What the rows tell of the loads.
struct LoadVotes {
    std::size_t products = 0;         // loads that are rating x minutes
    std::size_t others = 0;           // and those that are not
    std::vector<double> per_minute{}; // loads of rows with a duration
};

LoadVotes votes_of(ByteSource& bytes, const TableLayout& layout, const ReadingRules& rules) {
    constexpr std::size_t most_rows = 20'000;
    constexpr double same = 0.05;
    std::vector<Diagnostic> unheard;
    DiagnosticSink sink(bytes.name(), unheard, false);
    const RowReader reader(layout, rules, sink);
    LoadVotes votes;
    std::size_t rows = 0;
    bytes.rewind();
    each_row(bytes, layout, {}, [&](const Record&, const std::vector<std::string_view>& cells) {
        const RowValues values = reader.values_of(cells);
        const double load = values[Field::load].value_or(0.0);
        const double minutes = values[Field::duration].value_or(0.0) / units::seconds_per_minute;
        if (load > 0.0 && minutes > 0.0) {
            votes.per_minute.push_back(load / minutes);
            if (const auto& rating = values[Field::rpe]) {
                const bool product = std::fabs(load - *rating * minutes) <= same * load;
                ++(product ? votes.products : votes.others);
            }
        }
        return ++rows < most_rows;
    });
    return votes;
}

double middle_of(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace

std::optional<LoadName> load_name_of(std::string_view key) noexcept {
    const auto* const known = std::find_if(load_names.begin(), load_names.end(),
                                           [&](const NamedLoad& load) { return load.name == key; });
    return known == load_names.end() ? std::nullopt : std::optional(known->says);
}

LoadKind find_load_kind(ByteSource& bytes, const TableLayout& layout, const ReadingRules& rules,
                        DiagnosticSink& sink) {
    const auto& columns = layout.match.columns;
    const auto column = std::find_if(columns.begin(), columns.end(),
                                     [](const ColumnUse& use) { return use.field == Field::load; });
    if (layout.dialect != &plain_dialect || column == columns.end()) {
        return layout.dialect->load_kind;
    }
    const std::string& header = layout.header.at(column->index);
    const LoadName says = load_name_of(plain_heading_of(header).name).value_or(LoadName::srpe);
    if (says == LoadName::srpe) {
        return LoadKind::srpe;
    }
    const auto as_vendors = [&](const std::string& why, const std::string& hint) {
        sink.add(Severity::note, 0, 0, {}, "vendor_load",
                 fmt::format("loads ({}) are kept as a vendor's and count for no measure: {}",
                             plimsoll::quoted(header), why),
                 hint);
        return LoadKind::vendor;
    };
    if (says == LoadName::vendor) {
        return as_vendors("they are not RPE x minutes", {});
    }
    static const std::string rename = "if they are RPE x minutes, call the column 'sRPE load'";
    constexpr double least_a_minute = 2.0; // policy: the middle session of nobody is easier
    constexpr double most_a_minute = 10.0; // Borg CR-10
    const LoadVotes votes = votes_of(bytes, layout, rules);
    if (votes.products + votes.others > 0) {
        return votes.products >= votes.others
                   ? LoadKind::srpe
                   : as_vendors(fmt::format("{} of {} are not the rating x minutes beside them",
                                            votes.others, votes.products + votes.others),
                                rename);
    }
    if (has_field(layout, Field::rpe)) {
        return LoadKind::srpe;
    }
    if (const auto watch = column_of_watch(layout)) {
        return as_vendors(fmt::format("no rating stands beside them, but {} of a watch",
                                      plimsoll::quoted(*watch)),
                          rename);
    }
    if (!votes.per_minute.empty()) {
        const double middle = middle_of(votes.per_minute);
        if (middle < least_a_minute || middle > most_a_minute) {
            return as_vendors(
                fmt::format("the middle one is {:.1f} a minute, which is no rating of "
                            "a session",
                            middle),
                rename);
        }
    }
    sink.add(Severity::note, 0, 0, {}, "load_assumed",
             fmt::format("loads ({}) are taken for RPE x minutes; no rating stands beside them",
                         plimsoll::quoted(header)),
             "if a watch made them, call the column 'TRIMP'");
    return LoadKind::srpe;
}

} // namespace plimsoll::ingest

// A plain log: any table with a date and at least one of duration, distance and load, its columns
// named by common words with their units: `date`, `duration_min`, `Distance (km)`, `rpe`, ...
// SPDX-License-Identifier: Apache-2.0
#include "import/dialect.hpp"
#include "import/heading.hpp"
#include "import/heart_zones.hpp"
#include "import/load_kind.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace plimsoll::ingest {
namespace {

constexpr std::array plain_names{
    ColumnName{"athlete", Field::athlete, Unit::text},
    ColumnName{"athlete id", Field::athlete, Unit::text},
    ColumnName{"player", Field::athlete, Unit::text},
    ColumnName{"player id", Field::athlete, Unit::text},
    ColumnName{"playerid", Field::athlete, Unit::text},
    ColumnName{"player name", Field::athlete, Unit::text},
    ColumnName{"name", Field::athlete, Unit::text},
    ColumnName{"date", Field::start, Unit::text},
    ColumnName{"day", Field::start, Unit::text},
    ColumnName{"start", Field::start, Unit::text},
    ColumnName{"start time", Field::start, Unit::text},
    ColumnName{"start date", Field::start, Unit::text},
    ColumnName{"session date", Field::start, Unit::text},
    ColumnName{"sport", Field::sport, Unit::text},
    ColumnName{"activity", Field::sport, Unit::text},
    ColumnName{"activity type", Field::sport, Unit::text},
    ColumnName{"type", Field::sport, Unit::text},
    ColumnName{"session type", Field::sport, Unit::text},
    ColumnName{"sessiontype", Field::sport, Unit::text},
    ColumnName{"title", Field::title, Unit::text},
    ColumnName{"note", Field::title, Unit::text},
    ColumnName{"notes", Field::title, Unit::text},
    ColumnName{"duration", Field::duration, Unit::minutes},
    ColumnName{"minutes", Field::duration, Unit::minutes},
    ColumnName{"moving time", Field::duration, Unit::minutes},
    ColumnName{"elapsed", Field::elapsed, Unit::minutes},
    ColumnName{"elapsed time", Field::elapsed, Unit::minutes},
    ColumnName{"distance", Field::distance, Unit::any_distance},
    ColumnName{"km", Field::distance, Unit::kilometres},
    ColumnName{"miles", Field::distance, Unit::miles},
    ColumnName{"rpe", Field::rpe, Unit::one},
    ColumnName{"borg", Field::rpe, Unit::one},
    ColumnName{"avg hr", Field::avg_hr, Unit::one},
    ColumnName{"average hr", Field::avg_hr, Unit::one},
    ColumnName{"average heart rate", Field::avg_hr, Unit::one},
    ColumnName{"max hr", Field::max_hr, Unit::one},
    ColumnName{"max heart rate", Field::max_hr, Unit::one},
    ColumnName{"max speed", Field::max_speed, Unit::any_speed},
    ColumnName{"ascent", Field::ascent, Unit::metres},
    ColumnName{"high speed distance", Field::high_speed, Unit::metres},
    ColumnName{"sprint distance", Field::sprint_distance, Unit::metres},
    ColumnName{"sprints", Field::sprints, Unit::one},
    ColumnName{"nome", Field::athlete, Unit::text},
    ColumnName{"giocatore", Field::athlete, Unit::text},
    ColumnName{"játékos", Field::athlete, Unit::text},
    ColumnName{"atleta", Field::athlete, Unit::text},
    ColumnName{"atleta id", Field::athlete, Unit::text},
    ColumnName{"joueur", Field::athlete, Unit::text},
    ColumnName{"spieler", Field::athlete, Unit::text},
    ColumnName{"spelare", Field::athlete, Unit::text},
    ColumnName{"jugador", Field::athlete, Unit::text},
    ColumnName{"sporter", Field::athlete, Unit::text},
    ColumnName{"athlete name", Field::athlete, Unit::text},
    ColumnName{"user id", Field::athlete, Unit::text},
    ColumnName{"player display name", Field::athlete, Unit::text},
    ColumnName{"athleteid", Field::athlete, Unit::text},
    ColumnName{"playername", Field::athlete, Unit::text},
    ColumnName{"data", Field::start, Unit::text},
    ColumnName{"datum", Field::start, Unit::text},
    ColumnName{"fecha", Field::start, Unit::text},
    ColumnName{"dato", Field::start, Unit::text},
    ColumnName{"dátum", Field::start, Unit::text},
    ColumnName{"date reg", Field::start, Unit::text},
    ColumnName{"workout date", Field::start, Unit::text},
    ColumnName{"activity date", Field::start, Unit::text},
    ColumnName{"jour", Field::start, Unit::text},
    ColumnName{"dag", Field::start, Unit::text},
    ColumnName{"päivä", Field::start, Unit::text},
    ColumnName{"sportart", Field::sport, Unit::text},
    ColumnName{"deporte", Field::sport, Unit::text},
    ColumnName{"sporttype", Field::sport, Unit::text},
    ColumnName{"activitytype", Field::sport, Unit::text},
    ColumnName{"tipo", Field::sport, Unit::text},
    ColumnName{"discipline", Field::sport, Unit::text},
    ColumnName{"titel", Field::title, Unit::text},
    ColumnName{"titre", Field::title, Unit::text},
    ColumnName{"título", Field::title, Unit::text},
    ColumnName{"notiz", Field::title, Unit::text},
    ColumnName{"notizen", Field::title, Unit::text},
    ColumnName{"notas", Field::title, Unit::text},
    ColumnName{"opmerking", Field::title, Unit::text},
    ColumnName{"bemerkung", Field::title, Unit::text},
    ColumnName{"kommentar", Field::title, Unit::text},
    ColumnName{"comment", Field::title, Unit::text},
    ColumnName{"comments", Field::title, Unit::text},
    ColumnName{"description", Field::title, Unit::text},
    ColumnName{"activité", Field::title, Unit::text},
    ColumnName{"activity name", Field::title, Unit::text},
    ColumnName{"dauer", Field::duration, Unit::minutes},
    ColumnName{"durata", Field::duration, Unit::minutes},
    ColumnName{"durée", Field::duration, Unit::minutes},
    ColumnName{"duración", Field::duration, Unit::minutes},
    ColumnName{"duração", Field::duration, Unit::minutes},
    ColumnName{"duur", Field::duration, Unit::minutes},
    ColumnName{"varighed", Field::duration, Unit::minutes},
    ColumnName{"varaktighet", Field::duration, Unit::minutes},
    ColumnName{"total time", Field::duration, Unit::minutes},
    ColumnName{"total duration", Field::duration, Unit::minutes},
    ColumnName{"session duration", Field::duration, Unit::minutes},
    ColumnName{"training duration", Field::duration, Unit::minutes},
    ColumnName{"workout duration", Field::duration, Unit::minutes},
    ColumnName{"distanz", Field::distance, Unit::any_distance},
    ColumnName{"distancia", Field::distance, Unit::any_distance},
    ColumnName{"distância", Field::distance, Unit::any_distance},
    ColumnName{"afstand", Field::distance, Unit::any_distance},
    ColumnName{"distans", Field::distance, Unit::any_distance},
    ColumnName{"dystans", Field::distance, Unit::any_distance},
    ColumnName{"távolság", Field::distance, Unit::any_distance},
    ColumnName{"distanza", Field::distance, Unit::any_distance},
    ColumnName{"strecke", Field::distance, Unit::any_distance},
    ColumnName{"total distance", Field::distance, Unit::any_distance},
    ColumnName{"kilometer", Field::distance, Unit::kilometres},
    ColumnName{"kilometers", Field::distance, Unit::kilometres},
    ColumnName{"kilometres", Field::distance, Unit::kilometres},
    ColumnName{"rpe cr10", Field::rpe, Unit::one},
    ColumnName{"cr10", Field::rpe, Unit::one},
    ColumnName{"session rpe", Field::rpe, Unit::one},
    ColumnName{"rate of perceived exertion", Field::rpe, Unit::one},
    ColumnName{"perceived exertion", Field::rpe, Unit::one},
    ColumnName{"borg cr10", Field::rpe, Unit::one},
    ColumnName{"hfavg", Field::avg_hr, Unit::one},
    ColumnName{"hf avg", Field::avg_hr, Unit::one},
    ColumnName{"avghr", Field::avg_hr, Unit::one},
    ColumnName{"hravg", Field::avg_hr, Unit::one},
    ColumnName{"heart rate", Field::avg_hr, Unit::one},
    ColumnName{"avg heart rate", Field::avg_hr, Unit::one},
    ColumnName{"puls", Field::avg_hr, Unit::one},
    ColumnName{"fc moyenne", Field::avg_hr, Unit::one},
    ColumnName{"average heartrate", Field::avg_hr, Unit::one},
    ColumnName{"averagehr", Field::avg_hr, Unit::one},
    ColumnName{"hfmax", Field::max_hr, Unit::one},
    ColumnName{"hf max", Field::max_hr, Unit::one},
    ColumnName{"maxhr", Field::max_hr, Unit::one},
    ColumnName{"hrmax", Field::max_hr, Unit::one},
    ColumnName{"maximum heart rate", Field::max_hr, Unit::one},
    ColumnName{"fc max", Field::max_hr, Unit::one},
    ColumnName{"max heartrate", Field::max_hr, Unit::one},
    ColumnName{"top speed", Field::max_speed, Unit::any_speed},
    ColumnName{"maximum speed", Field::max_speed, Unit::any_speed},
    ColumnName{"max velocity", Field::max_speed, Unit::any_speed},
    ColumnName{"maximum velocity", Field::max_speed, Unit::any_speed},
    ColumnName{"elevation gain", Field::ascent, Unit::metres},
    ColumnName{"climb", Field::ascent, Unit::metres},
    ColumnName{"total ascent", Field::ascent, Unit::metres},
    ColumnName{"gain altitude", Field::ascent, Unit::metres},
    ColumnName{"hsr", Field::high_speed, Unit::metres},
    ColumnName{"hsr distance", Field::high_speed, Unit::metres},
    ColumnName{"high speed running", Field::high_speed, Unit::metres},
    ColumnName{"high speed running distance", Field::high_speed, Unit::metres},
    ColumnName{"temps", Field::duration, Unit::minutes},
    ColumnName{"tiempo", Field::duration, Unit::minutes},
    ColumnName{"changes of direction", Field::changes_of_direction, Unit::one},
};

// Words that may mean something else, and what must stand beside them.
constexpr std::array weak_names{
    ColumnName{"time", Field::duration, Unit::minutes}, // or the time of day
    ColumnName{"zeit", Field::duration, Unit::minutes},
    ColumnName{"tijd", Field::duration, Unit::minutes},
    ColumnName{"tid", Field::duration, Unit::minutes},
    ColumnName{"start time", Field::clock, Unit::text},
    ColumnName{"time of day", Field::clock, Unit::text},
    ColumnName{"srpe", Field::load, Unit::one}, // beside a load it is the rating
    ColumnName{"srpe", Field::rpe, Unit::one},
};

// Words that mean something else without a unit: a count, a maximum; or, tempo, where another
// column is the time.
constexpr std::array weakest_names{
    ColumnName{"high speed", Field::high_speed, Unit::metres},
    ColumnName{"sprint", Field::sprint_distance, Unit::metres},
    ColumnName{"tempo", Field::duration, Unit::minutes},
};

std::optional<ColumnName> column_named(const std::string& name) {
    const auto* const known =
        std::find_if(plain_names.begin(), plain_names.end(),
                     [&](const ColumnName& column) { return column.header == name; });
    if (known != plain_names.end()) {
        return *known;
    }
    if (const std::optional<Field> zone = zone_of_header(name)) {
        return ColumnName{"", *zone, Unit::minutes};
    }
    return std::nullopt;
}

class PlainHeader {
public:
    explicit PlainHeader(std::span<const std::string_view> header) : header_(header) {
        headings_.reserve(header.size());
        std::transform(header.begin(), header.end(), std::back_inserter(headings_), heading_of);
        take_loads(LoadName::srpe);
        take_loads(LoadName::unclear);
        for (std::size_t i = 0; i < headings_.size(); ++i) {
            if (const std::optional<ColumnName> known = column_named(headings_[i].name)) {
                put(i, *known);
            }
        }
        take_weak(weak_names);
        take_weak(weakest_names);
        has_amount_ = has(Field::duration) || has(Field::distance) || has(Field::load);
        take_loads(LoadName::vendor); // tells of no session by itself
    }

    bool has_amount() const noexcept { return has_amount_; }

    bool has(Field field) const {
        return std::any_of(match_.columns.begin(), match_.columns.end(),
                           [&](const ColumnUse& use) { return use.field == field; });
    }

    HeaderMatch match() && {
        match_.signature = "columns " + found_;
        return std::move(match_);
    }

private:
    void take_loads(LoadName says) {
        for (std::size_t i = 0; i < headings_.size(); ++i) {
            if (load_name_of(headings_[i].name) == says) {
                put(i, {"", Field::load, Unit::one});
            }
        }
    }

    void take_weak(std::span<const ColumnName> names) {
        for (std::size_t i = 0; i < headings_.size(); ++i) {
            for (const ColumnName& weak : names) {
                if (weak.header == headings_[i].name && !is_read(i) &&
                    makes_sense(weak, headings_[i])) {
                    put(i, weak);
                }
            }
        }
    }

    bool makes_sense(const ColumnName& weak, const Heading& heading) const {
        switch (weak.field) {
        case Field::duration: // a rating, a load, a distance or a unit shows it
            return has(Field::rpe) || has(Field::load) || has(Field::distance) ||
                   heading.unit.has_value();
        case Field::clock:
            return has(Field::start);
        case Field::rpe:
            return has(Field::load);
        case Field::high_speed:
        case Field::sprint_distance:
            return heading.unit.has_value();
        default:
            return !has(weak.field);
        }
    }

    bool is_read(std::size_t index) const {
        return std::any_of(match_.columns.begin(), match_.columns.end(),
                           [&](const ColumnUse& use) { return use.index == index; });
    }

    void put(std::size_t index, const ColumnName& column) {
        const std::optional<Unit> said = headings_[index].unit;
        const std::optional<Unit> unit = unit_of(column.unit, said);
        if (!unit || (has(column.field) && column.field != Field::hr_zone_above)) {
            return;
        }
        const bool open = !said && *unit == Unit::minutes && column.header != "minutes" &&
                          (column.field == Field::duration || column.field == Field::elapsed);
        match_.columns.push_back({index, column.field, open ? Unit::any_time : *unit});
        found_ += (found_.empty() ? "'" : ", '") + std::string(header_[index]) + "'";
    }

    std::span<const std::string_view> header_;
    std::vector<Heading> headings_;
    HeaderMatch match_;
    std::string found_;
    bool has_amount_ = false;
};

std::optional<HeaderMatch> match_plain(std::span<const std::string_view> header) {
    PlainHeader columns(header);
    if (!columns.has(Field::start) || !columns.has_amount()) {
        return std::nullopt;
    }
    return std::move(columns).match();
}

constexpr std::array<std::string_view, 6> plain_missing{"NA", "N/A", "null", "None", "-", "--"};

} // namespace

const Dialect plain_dialect{
    .format = "plain_csv",
    .name = "plain log",
    .match = match_plain,
    .time = TimeBasis::local,
    .date = std::nullopt,
    .decimals = Decimals::inferred,
    .short_rows = true,
    .missing = plain_missing,
};

} // namespace plimsoll::ingest

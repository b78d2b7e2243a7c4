// A plain log: any table with a date and at least one of duration, distance and load, its columns
// named by common words with their units: `date`, `duration_min`, `Distance (km)`, `rpe`, ...
// SPDX-License-Identifier: Apache-2.0
#include "import/dialect.hpp"
#include "import/heading.hpp"
#include "import/heart_zones.hpp"
#include "import/load_kind.hpp"
#include "import/plain_heading.hpp"
#include "import/plain_words.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace plimsoll::ingest {
namespace {

// A word with a unit grown to it: "durationmin", "distancekm".
struct GrownUnit {
    std::string_view end;
    Unit unit;
};

constexpr std::array grown_units{
    GrownUnit{"minutes", Unit::minutes}, GrownUnit{"mins", Unit::minutes},
    GrownUnit{"min", Unit::minutes},     GrownUnit{"hours", Unit::hours},
    GrownUnit{"hrs", Unit::hours},       GrownUnit{"secs", Unit::seconds},
    GrownUnit{"sec", Unit::seconds},     GrownUnit{"kms", Unit::kilometres},
    GrownUnit{"km", Unit::kilometres},   GrownUnit{"miles", Unit::miles},
    GrownUnit{"metres", Unit::metres},   GrownUnit{"meters", Unit::metres},
    GrownUnit{"yards", Unit::yards},     GrownUnit{"yds", Unit::yards},
};

// A column as one class of words reads it.
struct Reading {
    PlainWord word;
    std::optional<Unit> said; // by the heading
};

std::optional<Reading> reading_of(const PlainHeading& heading, WordClass standing) {
    if (const auto word = plain_word(heading.whole, standing)) {
        return Reading{*word, heading.in_brackets};
    }
    if (const auto word = plain_word(heading.name, standing)) {
        return Reading{*word, heading.unit};
    }
    if (heading.unit) {
        return std::nullopt;
    }
    for (const GrownUnit& grown : grown_units) {
        if (heading.name.ends_with(grown.end)) {
            const std::string_view name =
                std::string_view(heading.name).substr(0, heading.name.size() - grown.end.size());
            const auto word = plain_word(name, standing);
            return word ? std::optional(Reading{*word, grown.unit}) : std::nullopt;
        }
    }
    return std::nullopt;
}

class PlainHeader {
public:
    explicit PlainHeader(std::span<const std::string_view> header) : header_(header) {
        headings_.reserve(header.size());
        std::transform(header.begin(), header.end(), std::back_inserter(headings_),
                       plain_heading_of);
        take_loads(LoadName::srpe);
        take_loads(LoadName::unclear);
        take(WordClass::sure);
        take_zones();
        take(WordClass::second);
        take(WordClass::weak);
        take(WordClass::weakest);
        settle_distance_unit();
        take_people();
        settle_amount();
        take_loads(LoadName::vendor); // tells of no session by itself
    }

    bool has_amount() const noexcept { return has_amount_; }

    void settle_amount() {
        has_amount_ = has(Field::duration) || has(Field::distance) || has(Field::load);
    }

    bool has(Field field) const {
        return std::any_of(match_.columns.begin(), match_.columns.end(),
                           [&](const ColumnUse& use) { return use.field == field; });
    }

    HeaderMatch match() && {
        for (std::size_t i = 0; i < header_.size(); ++i) {
            if (is_read(i)) {
                match_.signature += (match_.signature.empty() ? "columns '" : ", '") +
                                    std::string(header_[i]) + "'";
            }
        }
        return std::move(match_);
    }

private:
    void take_loads(LoadName says) {
        for (std::size_t i = 0; i < headings_.size(); ++i) {
            if (load_name_of(headings_[i].name) == says) {
                put(i, Field::load, Unit::one, headings_[i].unit);
            }
        }
    }

    void take_zones() {
        for (std::size_t i = 0; i < headings_.size(); ++i) {
            const Heading heading = heading_of(header_[i]);
            if (const std::optional<Field> zone = zone_of_header(heading.name)) {
                put(i, *zone, Unit::minutes, heading.unit);
            }
        }
    }

    void take(WordClass standing) {
        for (std::size_t i = 0; i < headings_.size(); ++i) {
            const auto reading = reading_of(headings_[i], standing);
            if (!reading || is_read(i)) {
                continue;
            }
            // Beside a load it is the rating.
            const bool rated = standing == WordClass::weak && reading->word.field == Field::load &&
                               has(Field::load);
            const Field field = rated ? Field::rpe : reading->word.field;
            if (standing == WordClass::sure || makes_sense(field, *reading)) {
                put(i, field, reading->word.unit, reading->said);
                if (field == Field::start && headings_[i].dates) {
                    match_.dates = headings_[i].dates;
                }
            }
        }
    }

    // Of a word that may mean something else, what stands beside it shows that it does not.
    bool makes_sense(Field field, const Reading& reading) const {
        const bool weak = reading.word.standing != WordClass::second;
        switch (field) {
        case Field::duration: // a rating, a load, a distance or a unit shows it
            return !weak || has(Field::rpe) || has(Field::load) || has(Field::distance) ||
                   reading.said.has_value();
        case Field::clock:
            return has(Field::start);
        case Field::distance_unit:
            return has_open_distance();
        case Field::start: // a form's own; many tracks have it, too, and those have distances
            return !weak || has(Field::rpe) || has(Field::load) || has(Field::duration);
        case Field::rpe: // the word alone may be of a match, a film, a plan
            return has(Field::duration) || has(Field::load);
        case Field::distance:
        case Field::high_speed:
        case Field::sprint_distance:
            return reading.said.has_value();
        default:
            return !has(field);
        }
    }

    bool has_open_distance() const {
        return std::any_of(match_.columns.begin(), match_.columns.end(), [](const ColumnUse& use) {
            return use.field == Field::distance && use.unit == Unit::any_distance;
        });
    }

    // The rows say their unit: the cells are taken as they stand.
    void settle_distance_unit() {
        for (ColumnUse& use : match_.columns) {
            if (use.field == Field::distance && has(Field::distance_unit)) {
                use.unit = Unit::metres;
            }
        }
    }

    // Who trained: a whole name, or a given and a family name, or else a number.
    void take_people() {
        const auto first = [&](NamePart part) -> std::optional<std::size_t> {
            for (std::size_t i = 0; i < headings_.size(); ++i) {
                if (!is_read(i) && name_part_of(headings_[i].whole) == part) {
                    return i;
                }
            }
            return std::nullopt;
        };
        const auto whole = first(NamePart::whole);
        const auto name = first(NamePart::name);
        const auto given = first(NamePart::given);
        const auto family = first(NamePart::family);
        const auto put_person = [&](std::optional<std::size_t> athlete,
                                    std::optional<std::size_t> rest) {
            if (athlete) {
                put(*athlete, Field::athlete, Unit::text, std::nullopt);
            }
            if (rest) {
                put(*rest, Field::family_name, Unit::text, std::nullopt);
            }
        };
        if (whole && (!name || *whole < *name)) {
            put_person(whole, given ? std::nullopt : family);
        } else if (given && family) {
            put_person(given, family);
        } else if (name) {
            given ? put_person(given, name) : put_person(name, family);
        } else if (given || family) {
            put_person(given ? given : family, std::nullopt);
        } else {
            put_person(first(NamePart::number), std::nullopt);
        }
    }

    bool is_read(std::size_t index) const {
        return std::any_of(match_.columns.begin(), match_.columns.end(),
                           [&](const ColumnUse& use) { return use.index == index; });
    }

    void put(std::size_t index, Field field, Unit usual, std::optional<Unit> said) {
        const std::optional<Unit> unit = unit_of(usual, said);
        if (!unit || (has(field) && field != Field::hr_zone_above)) {
            return;
        }
        match_.columns.push_back({index, field, *unit});
    }

    std::span<const std::string_view> header_;
    std::vector<PlainHeading> headings_;
    HeaderMatch match_;
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

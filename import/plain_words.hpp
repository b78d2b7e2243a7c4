// The words that stand above the columns of a plain log, in one table.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_PLAIN_WORDS_HPP
#define PLIMSOLL_IMPORT_PLAIN_WORDS_HPP

#include "import/field.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace plimsoll::ingest {

/// How sure a word is of its meaning. Words of a later class are looked at when all of the earlier
/// ones have found their columns, and count only where no column has the field yet.
enum class WordClass : std::uint8_t {
    sure,
    second,  ///< the usual word for the same beside which a better one may stand: "Day", "Start"
    weak,    ///< may mean something else: what must stand beside it, plain_csv.cpp knows
    weakest, ///< the same, where another column may be the better one
};

/// What a name of a person's column names.
enum class NamePart : std::uint8_t { whole, name, given, family, number };

/// What a word means.
struct PlainWord {
    Field field;
    Unit unit;
    WordClass standing;
};

/// The meaning that a key (plain_heading.hpp) has in a class of words. A word may stand in two:
/// "sRPE" is a load, or the rating beside one.
std::optional<PlainWord> plain_word(std::string_view key, WordClass standing) noexcept;

/// What a column of that key says about who trained: "Player" is whole, "Name" may be the family
/// name, "ID" a number.
std::optional<NamePart> name_part_of(std::string_view key) noexcept;

} // namespace plimsoll::ingest

#endif

// Months as words, in the languages of the exports.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_MONTH_WORDS_HPP
#define PLIMSOLL_IMPORT_MONTH_WORDS_HPP

#include <string_view>

namespace plimsoll::ingest {

/// 1 to 12 for a month or its beginning ("Nov", "novembre", "août") in English, German, French,
/// Spanish, Portuguese, Italian, Dutch, Danish, Norwegian, Swedish, Polish, Hungarian or Finnish;
/// 0 for any other word.
int month_of_word(std::string_view word);

} // namespace plimsoll::ingest

#endif

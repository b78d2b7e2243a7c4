// The numbers of a JSON object in a cell.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_JSON_NUMBERS_HPP
#define PLIMSOLL_IMPORT_JSON_NUMBERS_HPP

#include <cstddef>
#include <string_view>

namespace plimsoll::ingest {

/// Calls @p see(name, number) for each `"name": number` of @p text, a flat object as an export
/// writes one into a cell. Values that are no numbers are passed over, and so is what is no object.
template <class See>
void for_each_json_number(std::string_view text, See&& see) {
    constexpr std::string_view blanks = " \t\r\n";
    constexpr std::string_view of_numbers = "+-.0123456789eE";
    while (true) {
        const std::size_t open = text.find('"');
        const std::size_t close = open == std::string_view::npos ? open : text.find('"', open + 1);
        if (close == std::string_view::npos) {
            return;
        }
        const std::string_view name = text.substr(open + 1, close - open - 1);
        text.remove_prefix(close + 1);
        const std::size_t colon = text.find_first_not_of(blanks);
        if (colon == std::string_view::npos || text[colon] != ':') {
            continue;
        }
        const std::size_t value = text.find_first_not_of(blanks, colon + 1);
        if (value == std::string_view::npos ||
            of_numbers.find(text[value]) == std::string_view::npos) {
            continue;
        }
        const std::size_t end = text.find_first_not_of(of_numbers, value);
        see(name, text.substr(value, end - value));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end);
    }
}

} // namespace plimsoll::ingest

#endif

// Comparing names by their words.
// SPDX-License-Identifier: Apache-2.0
#include "app/alike_names.hpp"

#include "import/text_encoding.hpp"

#include <algorithm>
#include <map>

namespace plimsoll::app {
namespace {

// The words of a name, folded, in alphabetical order.
std::string key_of(std::string_view name) {
    std::vector<std::string> words(1);
    for (const char c : ingest::folded_without_marks(name)) {
        const auto byte = static_cast<unsigned char>(c);
        const bool of_word = byte >= 0x80U || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (of_word) {
            words.back() += c;
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    std::sort(words.begin(), words.end());
    std::string key;
    for (const std::string& word : words) {
        key += word.empty() ? "" : word + " ";
    }
    return key;
}

} // namespace

std::vector<std::pair<std::string, std::string>>
alike_names(std::span<const std::string_view> names) {
    std::map<std::string, std::string> first;
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const std::string_view name : names) {
        const std::string key = key_of(name);
        if (key.empty()) {
            continue;
        }
        const auto [known, is_new] = first.emplace(key, name);
        if (!is_new && known->second != name) {
            pairs.emplace_back(known->second, std::string(name));
        }
    }
    return pairs;
}

} // namespace plimsoll::app

// Athletes.
// SPDX-License-Identifier: Apache-2.0
#include "model/athlete.hpp"

#include "model/nearest_name.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace plimsoll {
namespace {

// Parts of the body, the calf's first.
constexpr std::array<std::string_view, 31> body_parts{
    "calf",  "soleus",     "gastrocnemius", "gastroc", "achilles", "shin",  "leg",
    "ankle", "foot",       "heel",          "toe",     "knee",     "thigh", "hamstring",
    "quad",  "quadriceps", "adductor",      "groin",   "hip",      "glute", "pelvis",
    "back",  "abdomen",    "rib",           "chest",   "shoulder", "arm",   "elbow",
    "hand",  "neck",       "head"};
constexpr std::size_t calf_words = 4;

// The words of a site in lower case: "Calf_left" has calf and left.
std::vector<std::string> words_of(std::string_view site) {
    std::vector<std::string> words(1);
    for (const char c : site) {
        const bool upper = c >= 'A' && c <= 'Z';
        if (upper || (c >= 'a' && c <= 'z')) {
            words.back() += upper ? static_cast<char>(c - 'A' + 'a') : c;
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    if (words.back().empty()) {
        words.pop_back();
    }
    return words;
}

bool has_calf_word(std::string_view text) {
    const auto* const end = body_parts.begin() + calf_words;
    const std::vector<std::string> words = words_of(text);
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        return std::find(body_parts.begin(), end, word) != end;
    });
}

} // namespace

std::string_view to_string(Sex sex) noexcept {
    return sex == Sex::female ? "female" : "male";
}

bool is_calf(const Injury& injury) {
    return has_calf_word(injury.site) || has_calf_word(injury.muscle);
}

std::string body_part(std::string_view site) {
    if (has_calf_word(site)) {
        return std::string(body_parts.front());
    }
    std::string all;
    for (const std::string& word : words_of(site)) {
        if (std::find(body_parts.begin(), body_parts.end(), word) != body_parts.end()) {
            return word;
        }
        all += (all.empty() ? "" : " ") + word;
    }
    return all;
}

std::string probable_site(std::string_view site) {
    std::string nearest;
    for (const std::string& word : words_of(site)) {
        if (std::find(body_parts.begin(), body_parts.end(), word) != body_parts.end()) {
            return {};
        }
        if (nearest.empty() && word != "left" && word != "right") {
            nearest = nearest_name(word, body_parts);
        }
    }
    return nearest;
}

} // namespace plimsoll

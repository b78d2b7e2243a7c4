// Athletes.
// SPDX-License-Identifier: Apache-2.0
#include "model/athlete.hpp"

#include "model/nearest_name.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace plimsoll {
namespace {

struct BodyPart {
    std::string_view word;
    std::string_view part; ///< what it is called here
    bool lower_limb;
};

constexpr std::array body_parts{
    BodyPart{"calf", "calf", true},
    BodyPart{"soleus", "calf", true},
    BodyPart{"gastrocnemius", "calf", true},
    BodyPart{"gastroc", "calf", true},
    BodyPart{"achilles", "achilles", true},
    BodyPart{"shin", "shin", true},
    BodyPart{"tibia", "shin", true},
    BodyPart{"leg", "leg", true},
    BodyPart{"ankle", "ankle", true},
    BodyPart{"foot", "foot", true},
    BodyPart{"heel", "foot", true},
    BodyPart{"toe", "foot", true},
    BodyPart{"plantar", "foot", true},
    BodyPart{"knee", "knee", true},
    BodyPart{"patella", "knee", true},
    BodyPart{"thigh", "thigh", true},
    BodyPart{"hamstring", "hamstring", true},
    BodyPart{"quad", "quadriceps", true},
    BodyPart{"quadriceps", "quadriceps", true},
    BodyPart{"adductor", "groin", true},
    BodyPart{"groin", "groin", true},
    BodyPart{"hip", "hip", true},
    BodyPart{"glute", "hip", true},
    BodyPart{"pelvis", "hip", true},
    BodyPart{"back", "back", false},
    BodyPart{"lumbar", "back", false},
    BodyPart{"spine", "back", false},
    BodyPart{"disc", "back", false},
    BodyPart{"sciatica", "back", false},
    BodyPart{"sciatic", "back", false},
    BodyPart{"abdomen", "abdomen", false},
    BodyPart{"rib", "chest", false},
    BodyPart{"chest", "chest", false},
    BodyPart{"shoulder", "shoulder", false},
    BodyPart{"arm", "arm", false},
    BodyPart{"elbow", "arm", false},
    BodyPart{"hand", "hand", false},
    BodyPart{"wrist", "hand", false},
    BodyPart{"neck", "neck", false},
    BodyPart{"head", "head", false},
};

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

// The parts that a site names, in its order; the back of something is not the back.
std::vector<const BodyPart*> parts_of(std::string_view site) {
    std::vector<const BodyPart*> parts;
    const std::vector<std::string> words = words_of(site);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto* const found =
            std::find_if(body_parts.begin(), body_parts.end(),
                         [&](const BodyPart& part) { return part.word == words[i]; });
        const bool of_another = i + 1 < words.size() && words[i + 1] == "of";
        if (found != body_parts.end() && !of_another) {
            parts.push_back(found);
        }
    }
    return parts;
}

bool names_calf(std::string_view text) {
    const auto parts = parts_of(text);
    return std::any_of(parts.begin(), parts.end(),
                       [](const BodyPart* part) { return part->part == "calf"; });
}

} // namespace

std::string_view to_string(Sex sex) noexcept {
    return sex == Sex::female ? "female" : "male";
}

bool is_calf(const Injury& injury) {
    return names_calf(injury.site) || names_calf(injury.muscle);
}

bool is_lower_limb(const Injury& injury) {
    const auto parts = parts_of(injury.site);
    return !parts.empty() && parts.front()->lower_limb;
}

Side side_of(std::string_view site) {
    const std::vector<std::string> words = words_of(site);
    const auto has = [&](const char* word) {
        return std::find(words.begin(), words.end(), word) != words.end();
    };
    return has("left") == has("right") ? Side::unknown : has("left") ? Side::left : Side::right;
}

std::string body_part(std::string_view site) {
    if (names_calf(site)) {
        return "calf";
    }
    if (const auto parts = parts_of(site); !parts.empty()) {
        return std::string(parts.front()->part);
    }
    std::string all;
    for (const std::string& word : words_of(site)) {
        all += (all.empty() ? "" : " ") + word;
    }
    return all;
}

std::string probable_site(std::string_view site) {
    if (!parts_of(site).empty()) {
        return {};
    }
    std::array<std::string_view, body_parts.size()> known;
    std::transform(body_parts.begin(), body_parts.end(), known.begin(),
                   [](const BodyPart& part) { return part.word; });
    for (const std::string& word : words_of(site)) {
        if (word == "left" || word == "right") {
            continue;
        }
        if (std::string nearest = nearest_name(word, known); !nearest.empty()) {
            return nearest;
        }
    }
    return {};
}

} // namespace plimsoll

// Nearest name by edit distance.
// SPDX-License-Identifier: Apache-2.0
#include "model/nearest_name.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace plimsoll {
namespace {

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
        }
    }
    return row.back();
}

} // namespace

std::string nearest_name(std::string_view name, std::span<const std::string_view> known) {
    const std::string_view shortened = name.substr(0, 64);
    std::string_view best;
    std::size_t best_distance = 0;
    for (const std::string_view candidate : known) {
        const std::size_t distance = edit_distance(shortened, candidate);
        if (best.empty() || distance < best_distance) {
            best = candidate;
            best_distance = distance;
        }
    }
    const std::size_t length = std::min(best.size(), shortened.size());
    const std::size_t most = length <= 3 ? 1 : std::max<std::size_t>(2, length / 3);
    const bool close =
        best_distance <= most && best_distance < length && best_distance < best.size();
    return close ? std::string(best) : std::string();
}

} // namespace plimsoll

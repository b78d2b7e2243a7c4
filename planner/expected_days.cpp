// Rows of expected days.
// SPDX-License-Identifier: Apache-2.0
#include "planner/expected_days.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <string>

namespace plimsoll::planner {
namespace {

std::string words_of(const Subject& subject) {
    std::string words = subject.site + " " + subject.muscle;
    std::transform(words.begin(), words.end(), words.begin(), [](unsigned char c) {
        return c == '_' ? ' ' : static_cast<char>(std::tolower(c));
    });
    return words;
}

} // namespace

bool is_like(const ExpectedDays& row, const Subject& subject) {
    const std::string words = words_of(subject);
    const auto says = [&](const std::string& word) {
        return words.find(word) != std::string::npos;
    };
    const bool asks =
        !row.muscle.empty() || row.mri_grade || !row.named.empty() || row.while_running;
    return asks && (row.muscle.empty() || says(row.muscle)) &&
           (!row.mri_grade || row.mri_grade == subject.mri_grade) &&
           std::all_of(row.named.begin(), row.named.end(), says) &&
           (!row.while_running || subject.came_on_running);
}

std::optional<int> fewest_days(const Pathway& pathway, const Subject& subject) {
    std::optional<double> mean;
    double more = 0.0;
    for (const ExpectedDays& row : pathway.expected) {
        if (!is_like(row, subject)) {
            continue;
        }
        if (row.add_days) {
            more += *row.add_days;
        } else if (row.mri_grade || !row.named.empty()) {
            mean = std::max(mean.value_or(0.0), *row.mean_days);
        }
    }
    return mean ? std::optional(static_cast<int>(std::lround(*mean + more))) : std::nullopt;
}

} // namespace plimsoll::planner

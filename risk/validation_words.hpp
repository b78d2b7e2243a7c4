// What a validation says, and what it cannot say, in sentences.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_RISK_VALIDATION_WORDS_HPP
#define PLIMSOLL_RISK_VALIDATION_WORDS_HPP

#include "risk/validation.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plimsoll::risk {

/// An AUC with its interval: "0.58 (0.41 to 0.74)", "0.58 (no interval)", "none".
std::string auc_in_words(const std::optional<double>& auc, const std::optional<Interval>& ci);

/// The answer about the coupled ratio: one sentence that names the figure.
std::string coupled_conclusion(const Validation& validation);

/// All conclusions, the answer about the coupled ratio first.
std::vector<std::string> conclusions_of(const Validation& validation);

/// What this validation does not show. Never empty.
/// @source  evidence.md 11.5
std::vector<std::string> not_concluded(const Validation& validation);

} // namespace plimsoll::risk

#endif

// Factors by name.
// SPDX-License-Identifier: Apache-2.0
#include "app/factor_names.hpp"

#include "model/error.hpp"
#include "risk/factor.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace plimsoll::app {

void require_factors(std::string_view option, std::span<const std::string> ids) {
    std::vector<std::string_view> known;
    for (const risk::FactorRule& rule : risk::factor_rules()) {
        known.push_back(rule.id);
    }
    for (const std::string& id : ids) {
        if (std::find(known.begin(), known.end(), id) == known.end()) {
            throw UsageError(fmt::format("error: {} is one of {}, not '{}'", option,
                                         fmt::join(known, ", "), id));
        }
    }
}

} // namespace plimsoll::app

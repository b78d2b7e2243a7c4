// Warnings of a plan along a pathway.
// SPDX-License-Identifier: Apache-2.0
#include "planner/pathway_warnings.hpp"

#include "model/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

namespace plimsoll::planner {

std::optional<std::string> early_return_of(const PathwayPlan& path, Date day) {
    const std::optional<Date> returned = path.subject.returned;
    if (!path.state || !returned || *returned > day) {
        return std::nullopt;
    }
    const auto first = path.pathway.phases.begin();
    const auto last = first + static_cast<std::ptrdiff_t>(path.state->present().phase) + 1;
    if (std::any_of(first, last, [](const PathwayPhase& phase) { return phase.after_return; })) {
        return std::nullopt;
    }
    return say("Return recorded on {}, gates open: the phase is the one that the records "
               "support. Record the gates, and ask a sports physio.",
               long_day(*returned));
}

const PhaseSpan* PathwayPlan::span_of(std::size_t phase) const noexcept {
    const auto found = std::find_if(spans.begin(), spans.end(),
                                    [&](const PhaseSpan& span) { return span.phase == phase; });
    return found == spans.end() ? nullptr : &*found;
}

std::vector<std::string> PathwayPlan::warnings() const {
    std::vector<std::string> texts;
    if (early_return) {
        texts.push_back(*early_return);
    }
    if (days_left) {
        texts.push_back(*days_left);
    }
    for (const PathwayChange& change : changes) {
        if (change.looser) {
            texts.push_back(
                say("{} is looser than what is shipped: {}", pathway.file, change.text));
        }
    }
    return texts;
}

} // namespace plimsoll::planner

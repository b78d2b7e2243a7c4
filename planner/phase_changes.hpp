// What one phase of a user's own has otherwise than the shipped one of its id.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_PHASE_CHANGES_HPP
#define PLIMSOLL_PLANNER_PHASE_CHANGES_HPP

#include "model/words.hpp"
#include "planner/pathway_changes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace plimsoll::planner {

/// Changes as they are found.
class ChangeList {
public:
    template <class... Args>
    void add(bool looser, fmt::format_string<Args...> format, Args&&... args) {
        changes_.push_back({say(format, std::forward<Args>(args)...), looser});
    }

    std::vector<PathwayChange> take() { return std::move(changes_); }

private:
    std::vector<PathwayChange> changes_;
};

/// The item of the same id; of gates and exercises, for the same athletes, too.
template <class Item>
auto same_as(const Item& wanted, const std::vector<Item>& items) {
    return std::find_if(items.begin(), items.end(), [&](const Item& item) {
        bool same = item.id == wanted.id;
        if constexpr (requires { item.audience; }) {
            same = same && item.audience == wanted.audience;
        }
        return same;
    });
}

/// Running, expected days, the earliest day, the side of the return, what to avoid, gates and
/// exercises. Of strength before the return a lesser dose is looser, of running and jumps a larger
/// one, and where the words of a dose differ either.
void add_phase_changes(const PathwayPhase& shipped, const PathwayPhase& own, ChangeList& changes);

/// Of a phase that is nowhere in the shipped pathway: what it holds. Looser where an athlete runs
/// or lands in it, or where it counts as behind the return.
/// @param before  the id of the phase before it; empty of the first.
void add_new_phase(const PathwayPhase& phase, const std::string& before, ChangeList& changes);

} // namespace plimsoll::planner

#endif

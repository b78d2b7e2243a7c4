// What only a pathway as a whole can show: its chain of phases, and which gate looks at which
// record. SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_PATHWAY_CHECKS_HPP
#define PLIMSOLL_PLANNER_PATHWAY_CHECKS_HPP

#include "import/toml_file.hpp"
#include "planner/pathway.hpp"

#include <string_view>
#include <vector>

namespace plimsoll::planner {

/// What a phase and each of its gates were read from, so that a message can say where.
struct PhaseTables {
    ingest::TomlTable phase;
    std::vector<ingest::TomlTable> gates;
};

bool share_an_audience(Audience a, Audience b) noexcept;

std::vector<std::string_view> ids_of_phases(const Pathway& pathway);

/// Brings phases and tables into the order of the chain that `next` makes from the first on.
/// @throws InputError  a cycle, a phase that is none or is left out, a phase that does not begin
///                     where the one before it ends, one without a gate for a runner or for a
///                     team-sport athlete, one without planned runs behind one that has
///                     them, no phase with planned runs.
void chain_phases(Pathway& pathway, std::vector<PhaseTables>& tables);

/// Gates make records, each in one quantity; a gate on what two sides are apart makes its own where
/// it says `of`, else it looks at that of another gate, whose quantity it is given.
/// @throws InputError  a record that no gate makes, or that is another elsewhere, or has no sides.
void settle_records(Pathway& pathway, const std::vector<PhaseTables>& tables);

} // namespace plimsoll::planner

#endif

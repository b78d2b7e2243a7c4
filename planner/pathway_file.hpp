// Pathway files: TOML in, a pathway that hangs together out.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_PATHWAY_FILE_HPP
#define PLIMSOLL_PLANNER_PATHWAY_FILE_HPP

#include "import/toml_file.hpp"
#include "planner/pathway.hpp"

#include <string>

namespace plimsoll::planner {

/// @throws InputError  with file, line and key: a key that is not known; an item without source or
///                     evidence; phases whose chain has a cycle, leaves one out or names one that
///                     is none; a phase without content, or without a gate out of it; a gate from a
///                     record that no gate of the file makes; one record in two quantities; an id
///                     twice; a threshold in another unit than its quantity's; a dose out of sense;
///                     a phase without planned runs behind one that has them; the pathway of an
///                     injury without a rule for pain_above and one for morning_worse.
Pathway pathway_from(ingest::TomlTable file);

/// @throws IoError  @throws InputError  as pathway_from().
Pathway read_pathway_file(const std::string& path);

} // namespace plimsoll::planner

#endif

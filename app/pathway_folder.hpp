// The pathways that a command uses: those of the program, and over them those of --pathways.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_APP_PATHWAY_FOLDER_HPP
#define PLIMSOLL_APP_PATHWAY_FOLDER_HPP

#include "app/invocation.hpp"
#include "planner/pathway_library.hpp"

namespace plimsoll::app {

/// Reads every *.toml of the folder, in order of their names.
/// @throws IoError  there is no such folder, or it has no such file.
/// @throws InputError  as PathwayLibrary.
planner::PathwayLibrary load_pathways(const Invocation& invocation);

} // namespace plimsoll::app

#endif

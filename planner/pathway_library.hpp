// Every pathway that a plan can be asked for: the shipped ones, and over them those of a folder.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_PATHWAY_LIBRARY_HPP
#define PLIMSOLL_PLANNER_PATHWAY_LIBRARY_HPP

#include "model/diagnostic.hpp"
#include "model/event.hpp"
#include "planner/pathway.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::planner {

/// The ids of the shipped pathways.
std::vector<std::string_view> pathway_ids();

class PathwayLibrary {
public:
    /// @param files  paths of TOML files, each named after the pathway that it replaces.
    /// @throws IoError  @throws InputError  as read_pathway_file(); a file that is named after no
    ///                  shipped pathway, or whose id is not its name.
    explicit PathwayLibrary(std::span<const std::string> files = {});

    std::span<const Pathway> pathways() const noexcept { return pathways_; }

    /// @throws PreconditionError  there is none.
    const Pathway& with_id(std::string_view id) const&;
    const Pathway& with_id(std::string_view id) && = delete; // it would be gone

    /// What is wrong with the gate rows among @p events: names of no record of any pathway, a side
    /// that is missing, values that no body reaches.
    /// @param file  what messages call the events file.
    std::vector<Diagnostic> gate_problems(std::span<const Event> events,
                                          const std::string& file) const;

private:
    std::vector<Pathway> pathways_;
};

/// The shipped pathways alone, read once.
const PathwayLibrary& shipped_library();

} // namespace plimsoll::planner

#endif

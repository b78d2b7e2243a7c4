// The pathways that the program carries with it: the files of planner/pathways, put into it at
// build time, so that a program that was moved or copied still has them. SPDX-License-Identifier:
// Apache-2.0
#ifndef PLIMSOLL_PLANNER_SHIPPED_PATHWAYS_HPP
#define PLIMSOLL_PLANNER_SHIPPED_PATHWAYS_HPP

#include <span>
#include <string_view>

namespace plimsoll::planner {

struct ShippedPathway {
    std::string_view id; ///< the name of the file without .toml
    std::string_view text;
};

/// In order of the ids.
std::span<const ShippedPathway> shipped_pathways() noexcept;

} // namespace plimsoll::planner

#endif

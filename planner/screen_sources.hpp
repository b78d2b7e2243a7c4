// The sources of the screen: short names for the lines, full references for the end of the page.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_SCREEN_SOURCES_HPP
#define PLIMSOLL_PLANNER_SCREEN_SOURCES_HPP

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::planner {

/// What texts of the screen name as their source: one short name, or several with "; " between.
struct ScreenSource {
    std::string_view name;      ///< Green et al. 2022
    std::string_view reference; ///< journal and doi, or where it was read
    bool verified = true;       ///< false: no copy of the source could be checked; printed so
};

std::span<const ScreenSource> screen_sources() noexcept;

/// The sources that @p names names. @throws PreconditionError  one is not in the table.
std::vector<const ScreenSource*> sources_in(std::string_view names);

/// The names with their references: "Green et al. 2022, Sports Med Open 8:10, doi:...", and
/// "unverified" behind a source that could not be checked.
std::string references_of(std::string_view names);

/// Whether every source that @p names names could be checked.
bool all_verified(std::string_view names);

/// One or two sentences and where they are from.
struct SourcedText {
    std::string_view text;
    std::string_view source; ///< names of the table
    std::string_view evidence;
};

/// "It began all at once. [clinic's article; expert]", "... [Ottawa rules; expert, unverified]"
std::string with_source(std::string_view text, std::string_view source, std::string_view evidence);
std::string with_source(const SourcedText& sourced);

} // namespace plimsoll::planner

#endif

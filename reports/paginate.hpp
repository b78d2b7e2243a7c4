// Lines onto pages.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_PAGINATE_HPP
#define PLIMSOLL_REPORTS_PAGINATE_HPP

#include <cstddef>
#include <string>
#include <vector>

namespace plimsoll::reports {

/// Lines that belong together.
struct Slab {
    std::vector<std::string> lines;
    std::vector<std::string> repeated; ///< set again on top of each page that the slab runs on to
    bool keeps_with_next = false;      ///< a heading never ends a page
    bool breakable = false;            ///< may run over pages (tables do)
    bool starts_page = false;
    bool spaced = true; ///< one blank line before it, unless it starts a page
    /// Of a breakable slab the lines that a row begins with, in order; a row is split only where it
    /// is higher than half a page. None: any line may begin a page.
    std::vector<std::size_t> row_starts = {};
};

/// Sets @p slabs on pages of at most @p height lines, in order, nothing lost.
/// A breakable slab of at most 16 lines moves to a new page where it does not fit.
/// A slab that is not breakable moves to a new page rather than being split, unless it is higher
/// than a page.
/// @throws PreconditionError  height is less than 4.
std::vector<std::vector<std::string>> paginate(const std::vector<Slab>& slabs, std::size_t height);

} // namespace plimsoll::reports

#endif

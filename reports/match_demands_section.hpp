// "Being able to run 5 km is very different to a game": in numbers, for one sport.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_MATCH_DEMANDS_SECTION_HPP
#define PLIMSOLL_REPORTS_MATCH_DEMANDS_SECTION_HPP

#include "model/sport.hpp"
#include "reports/document.hpp"

namespace plimsoll::reports {

/// What a match of @p sport asks beside what an even run of 5 km holds, and what keeps a player
/// ready between matches. Says so where no figures of the sport were found.
void add_match_demands(Document& document, Sport sport);

} // namespace plimsoll::reports

#endif

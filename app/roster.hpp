// The roster of --roster, held against the log.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_APP_ROSTER_HPP
#define PLIMSOLL_APP_ROSTER_HPP

#include "app/messages.hpp"
#include "model/athlete.hpp"
#include "model/date.hpp"

#include <cstddef>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::app {

/// Who the athletes of a log are, as far as a roster tells. Empty where none was given.
struct Roster {
    std::map<std::string, Athlete, std::less<>> athletes;
    std::set<std::string, std::less<>> refused; ///< of these a row could not be used
    std::vector<std::string> not_in_log;        ///< athletes of the roster without a session
    std::size_t rows_refused = 0;

    /// Null where the roster has no row of @p athlete that could be used.
    const Athlete* find(std::string_view athlete) const;
};

/// Which roster is read, and how.
struct RosterRequest {
    std::string path;
    std::string only; ///< this athlete alone is asked for; empty: all
    Date as_of;
    bool strict = false;
};

/// Reads a roster and tells @p messages which rows could not be used and which athletes the other
/// side does not have. A name that differs by capital letters only from one of the log is an error
/// and not taken for the same; a birth date that is not before the day costs its row.
/// @param athletes  the ids of all of the log.
/// @throws IoError  @throws InputError  no roster; with strict the first error.
Roster read_and_match_roster(const RosterRequest& request,
                             std::span<const std::string_view> athletes, Messages& messages);

} // namespace plimsoll::app

#endif

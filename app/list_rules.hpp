// plimsoll plan --rules
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_APP_LIST_RULES_HPP
#define PLIMSOLL_APP_LIST_RULES_HPP

#include "app/command.hpp"

namespace plimsoll::app {

/// The rules of a plan with the values in force for the log, the athlete's file and the goal that
/// were named: none of the three is needed. Without a log the habits of nobody are taken.
CommandResult list_rules(const Invocation& invocation, Messages& messages);

} // namespace plimsoll::app

#endif

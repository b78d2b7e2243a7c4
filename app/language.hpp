// The language of --language.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_APP_LANGUAGE_HPP
#define PLIMSOLL_APP_LANGUAGE_HPP

#include "app/invocation.hpp"
#include "app/messages.hpp"

namespace plimsoll::app {

/// Installs the language pack that the invocation names, if any. JSON and CSV, which programs read,
/// stay English. Called once, before the command.
/// @return  false where texts of the pack were left out, which @p messages is told.
/// @throws IoError  @throws InputError  no pack.
/// @throws UsageError  the format that goes with it.
bool speak(const Invocation& invocation, Messages& messages);

} // namespace plimsoll::app

#endif

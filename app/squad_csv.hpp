// `risk --format csv` of a whole log, however large.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_APP_SQUAD_CSV_HPP
#define PLIMSOLL_APP_SQUAD_CSV_HPP

#include "app/load_inputs.hpp"

#include <string>

namespace plimsoll::app {

/// The risk CSV, or with --series the series CSV, of every athlete of the log. One athlete's
/// sessions are unpacked, folded, put into rows and forgotten at a time, on every core; the bytes
/// are those of reports::risk_csv of all statements. Tells @p messages what is wrong with the log.
/// @param inputs  as read_inputs() left them; no single athlete is asked for.
/// @throws InputError  no session could be read.
/// @throws UsageError  an option's value.
std::string squad_csv(const Invocation& invocation, Inputs& inputs, Messages& messages);

} // namespace plimsoll::app

#endif

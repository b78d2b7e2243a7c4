// plimsoll import
// SPDX-License-Identifier: Apache-2.0
#include "app/command.hpp"
#include "app/load_inputs.hpp"
#include "app/option_values.hpp"
#include "app/version.hpp"
#include "reports/csv.hpp"
#include "reports/import_report.hpp"
#include "reports/json.hpp"

namespace plimsoll::app {

CommandResult run_import(const Invocation& invocation, Messages& messages) {
    const std::string format = chosen_format(invocation);
    const Inputs inputs = load_inputs(invocation, messages);
    const bool nothing = inputs.log.sessions.empty();
    if (nothing) {
        messages.fatal("error: no session could be read");
    }
    CommandResult result;
    result.status =
        nothing || inputs.some_unreadable || inputs.events_refused > 0 ? data_error : done;
    if (format == "text") {
        result.bytes = invocation.explain ? reports::import_explanation(inputs.log)
                                          : reports::import_summary(inputs.log);
        return result;
    }
    messages.summary(invocation.explain ? reports::import_explanation(inputs.log)
                                        : reports::import_summary(inputs.log));
    result.bytes = format == "json" ? reports::import_json(inputs.log, program_name)
                                    : reports::canonical_csv(inputs.log);
    return result;
}

} // namespace plimsoll::app

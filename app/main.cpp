// plimsoll: the program. The only place that catches exceptions and the only one that exits.
// SPDX-License-Identifier: Apache-2.0
#include "app/command.hpp"
#include "app/language.hpp"
#include "app/output.hpp"
#include "app/version.hpp"
#include "model/error.hpp"

#include <cstdlib>
#include <exception>
#include <new>
#include <string>

namespace {

using namespace plimsoll;
using namespace plimsoll::app;

int help(const Invocation& invocation) {
    if (invocation.inputs.empty()) {
        write_output("", help_text(), false);
        return done;
    }
    if (invocation.inputs.front() == "help") {
        write_output("", help_text(), false);
        return done;
    }
    const Command* command = find_command(invocation.inputs.front());
    if (command == nullptr) {
        throw UsageError("error: there is no command '" + invocation.inputs.front() + "'");
    }
    write_output("", help_text(*command), false);
    return done;
}

int run(int argc, char** argv, Messages& messages) {
    const Invocation invocation = parse_command_line(argc, argv);
    if (invocation.command == "help") {
        return help(invocation);
    }
    if (invocation.command == "--version") {
        write_output("", std::string(program_name) + "\n", false);
        return done;
    }
    messages.set_loudness(invocation.quiet     ? Loudness::quiet
                          : invocation.verbose ? Loudness::verbose
                                               : Loudness::normal);
    if (invocation.pseudonymous) {
        messages.hold_back();
    }
    const bool language_is_whole = speak(invocation, messages);
    const CommandResult result = find_command(invocation.command)->run(invocation, messages);
    write_output(result.saved ? "" : invocation.output, result.bytes, invocation.overwrite);
    return result.status == done && !language_is_whole ? data_error : result.status;
}

} // namespace

int main(int argc, char** argv) {
    Messages messages;
    try {
        return run(argc, argv, messages);
    } catch (const UsageError& error) {
        messages.fatal(error.what());
        return usage_error;
    } catch (const Error& error) {
        messages.fatal(error.what());
        return data_error;
    } catch (const DisagreementError& error) {
        messages.fatal(std::string("internal error, please report it: ") + error.what());
        std::abort();
    } catch (const std::bad_alloc&) {
        messages.fatal("error: out of memory");
        return data_error;
    } catch (const std::exception& error) {
        messages.fatal(std::string("error: unexpected, please report it: ") + error.what());
        return data_error;
    }
}

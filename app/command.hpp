// The one table of commands and options: parsing, help and the test of the man page come from it.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_APP_COMMAND_HPP
#define PLIMSOLL_APP_COMMAND_HPP

#include "app/invocation.hpp"
#include "app/messages.hpp"

#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace plimsoll::app {

/// Exit statuses of the contract.
enum ExitStatus : int { done = 0, data_error = 1, usage_error = 2, no_safe_plan = 3 };

/// What a command leaves behind: bytes for the standard output or the file of -o, and a status.
struct CommandResult {
    std::string bytes;
    ExitStatus status = done;
    bool saved = false; ///< the file of -o is written already: the bytes go to the standard output
};

/// An option: its name, what stands behind it, and the member of Invocation that it fills.
struct Option {
    std::string_view name;  ///< --as-of
    std::string_view value; ///< DATE; empty for a flag
    std::string_view help;
    std::variant<std::string Invocation::*, bool Invocation::*, std::optional<int> Invocation::*,
                 std::vector<std::string> Invocation::*>
        member;
    std::string_view short_name = {}; ///< -o
};

struct Command {
    std::string_view name;
    std::string_view summary;                  ///< one line
    std::string_view description;              ///< for its help
    std::string_view arguments;                ///< INPUT...; empty: it takes none
    std::string_view formats;                  ///< what --format may be, with blanks between
    std::span<const std::string_view> options; ///< names, in the order of the help
    CommandResult (*run)(const Invocation&, Messages&);
    std::string_view example = {}; ///< closes its help, laid out
};

std::span<const Command> commands();
/// @return  null when there is no such command.
const Command* find_command(std::string_view name);
/// @throws PreconditionError  there is no such option.
const Option& option(std::string_view name);

std::string help_text(); ///< of the program
std::string help_text(const Command& command);

/// @throws UsageError  an unknown command, option or value; names the nearest known one.
Invocation parse_command_line(int argc, const char* const* argv);

CommandResult run_import(const Invocation& invocation, Messages& messages);
CommandResult run_risk(const Invocation& invocation, Messages& messages);
CommandResult run_screen(const Invocation& invocation, Messages& messages);
CommandResult run_plan(const Invocation& invocation, Messages& messages);
CommandResult run_report(const Invocation& invocation, Messages& messages);
CommandResult run_squad(const Invocation& invocation, Messages& messages);
CommandResult run_validate(const Invocation& invocation, Messages& messages);

} // namespace plimsoll::app

#endif

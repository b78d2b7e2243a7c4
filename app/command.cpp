// The command line is parsed, and the help made, from the table of commands.
// SPDX-License-Identifier: Apache-2.0
#include "app/command.hpp"

#include "model/error.hpp"
#include "model/nearest_name.hpp"
#include "reports/plain_text.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

namespace plimsoll::app {
namespace {

void append_wrapped(std::string& out, std::string_view text, std::size_t indent) {
    for (const std::string& line : reports::wrapped(text, 80 - indent)) {
        out.append(indent, ' ').append(line).append("\n");
    }
}

// "text csv json" as "text, csv or json".
std::string in_words(std::string_view words) {
    std::string text;
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        text += at == 0 ? "" : end == words.size() ? " or " : ", ";
        text += words.substr(at, end - at);
        at = end + 1;
    }
    return text;
}

std::string spelling(const Option& o) {
    std::string text = o.short_name.empty() ? "" : std::string(o.short_name) + ", ";
    text += o.name;
    return o.value.empty() ? text : text + " " + std::string(o.value);
}

void bind(CLI::App& app, const Option& o, Invocation& invocation) {
    std::string name(o.name);
    if (!o.short_name.empty()) {
        name = std::string(o.short_name) + "," + name;
    }
    std::visit(
        [&](auto member) {
            auto& target = invocation.*member;
            using Target = std::remove_reference_t<decltype(target)>;
            if constexpr (std::is_same_v<Target, bool>) {
                app.add_flag(name, target);
            } else if constexpr (std::is_same_v<Target, std::vector<std::string>>) {
                app.add_option(name, target)->allow_extra_args(false);
            } else {
                app.add_option(name, target);
            }
        },
        o.member);
}

std::vector<std::string_view> command_names() {
    std::vector<std::string_view> names;
    for (const Command& command : commands()) {
        names.push_back(command.name);
    }
    names.emplace_back("help");
    return names;
}

[[noreturn]] void refuse_word(const std::string& what, const std::string& word,
                              std::span<const std::string_view> known) {
    const std::string nearest = nearest_name(word, known);
    throw UsageError(fmt::format("error: {} '{}'{}", what, word,
                                 nearest.empty() ? "" : "\nhint: did you mean '" + nearest + "'?"));
}

} // namespace

std::string help_text() {
    std::string out =
        "Usage: plimsoll COMMAND [INPUT...] [OPTION...]\n\n"
        "Reads training logs, says how today's load stands against what the athlete\n"
        "is used to and what else raises the risk, and plans the gradual way back.\n\n"
        "Commands:\n";
    for (const Command& command : commands()) {
        fmt::format_to(std::back_inserter(out), "  {:<8}  {}\n", command.name, command.summary);
    }
    out += "  help      print this, or the help of a command: plimsoll help COMMAND\n\n"
           "plimsoll --version prints the version. INPUT is a file, a folder, or - for the\n"
           "standard input. Information, not medical advice.\n";
    return out;
}

std::string help_text(const Command& command) {
    std::string out = fmt::format("Usage: plimsoll {}{}{} [OPTION...]\n\n", command.name,
                                  command.arguments.empty() ? "" : " ", command.arguments);
    append_wrapped(out, command.description, 0);
    out += "\nOptions:\n";
    for (const std::string_view name : command.options) {
        const Option& o = option(name);
        std::string help(o.help);
        if (o.name == "--format") {
            help += ": " + in_words(command.formats) + " (default text, or by -o's suffix)";
        }
        std::string entry;
        append_wrapped(entry, help, 27);
        entry.replace(2, spelling(o).size(), spelling(o));
        out += entry;
    }
    if (!command.example.empty()) {
        out += "\n" + std::string(command.example);
    }
    return out;
}

Invocation parse_command_line(int argc, const char* const* argv) {
    Invocation invocation;
    if (argc < 2) {
        throw UsageError("error: a command is missing\n" + help_text());
    }
    const std::string word = argv[1];
    if (word == "--help" || word == "-h" || word == "help") {
        invocation.command = "help";
        invocation.inputs.assign(argv + 2, argv + argc);
        return invocation;
    }
    if (word == "--version") {
        invocation.command = "--version";
        return invocation;
    }
    const Command* command = find_command(word);
    if (command == nullptr) {
        refuse_word("there is no command", word, command_names());
    }
    invocation.command = word;

    CLI::App app;
    app.set_help_flag();
    bool help = false;
    app.add_flag("-h,--help", help);
    for (const std::string_view name : command->options) {
        bind(app, option(name), invocation);
    }
    app.allow_extras(); // files, and options that are not known
    const auto refuse_empty = [&] {
        for (const CLI::Option* given : app.get_options()) {
            const auto& values = given->results();
            if (std::find(values.begin(), values.end(), "") != values.end()) {
                throw UsageError("error: " + given->get_name() + " has an empty value");
            }
        }
    };
    app.prefix_command(false);
    try {
        app.parse(argc - 1, argv + 1);
        refuse_empty();
    } catch (const CLI::ArgumentMismatch& error) {
        const std::string text = error.what(); // "--as-of: 1 required TEXT missing"
        throw UsageError("error: " + text.substr(0, text.find(':')) + " needs a value");
    } catch (const CLI::ConversionError& error) {
        const std::string text = error.what(); // "Could not convert: --weeks = abc"
        throw UsageError("error: not a whole number: " + text.substr(text.find("--")));
    } catch (const CLI::ParseError& error) {
        throw UsageError(std::string("error: ") + error.what());
    }
    if (help) {
        invocation.command = "help";
        invocation.inputs = {word};
        return invocation;
    }
    bool only_files = false;
    for (const std::string& extra : app.remaining()) {
        if (extra == "--" && !only_files) {
            only_files = true;
        } else if (!only_files && extra.size() > 1 && extra[0] == '-') {
            refuse_word(fmt::format("'plimsoll {}' has no option", word),
                        extra.substr(0, extra.find('=')), command->options);
        } else {
            invocation.inputs.push_back(extra);
        }
    }
    if (command->arguments.empty() && !invocation.inputs.empty()) {
        throw UsageError(fmt::format("error: 'plimsoll {}' takes no INPUT, and '{}' is one", word,
                                     invocation.inputs.front()));
    }
    if (!command->arguments.empty() && invocation.inputs.empty() && !invocation.rules) {
        throw UsageError(fmt::format("error: 'plimsoll {}' needs at least one INPUT", word));
    }
    return invocation;
}

} // namespace plimsoll::app

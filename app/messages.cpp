// Messages on the standard error.
// SPDX-License-Identifier: Apache-2.0
#include "app/messages.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <map>

namespace plimsoll::app {
namespace {

constexpr std::size_t most_of_a_file = 20; // policy: a page of errors is read, a thousand are not

// Nothing is done about a standard error that cannot be written: there is nobody left to tell.
void write(const std::string& text) {
    static_cast<void>(std::fwrite(text.data(), 1, text.size(), stderr));
}

} // namespace

void Messages::diagnostics(std::span<const Diagnostic> all) const {
    std::map<std::string, std::size_t> seen;
    for (const Diagnostic& diagnostic : all) {
        if (loudness_ == Loudness::quiet && diagnostic.severity != Severity::error) {
            continue;
        }
        const std::size_t count = ++seen[diagnostic.where.file];
        if (loudness_ == Loudness::verbose || count <= most_of_a_file) {
            write("plimsoll: " + to_message(diagnostic) + "\n");
        }
    }
    if (loudness_ == Loudness::verbose) {
        return;
    }
    for (const auto& [file, count] : seen) {
        if (count > most_of_a_file) {
            write(fmt::format("plimsoll: {}: note: {} more messages, see --verbose\n", file,
                              count - most_of_a_file));
        }
    }
}

void Messages::note(const std::string& text) const {
    if (loudness_ != Loudness::quiet) {
        write("plimsoll: note: " + text + "\n");
    }
}

void Messages::summary(const std::string& text) const {
    if (loudness_ != Loudness::quiet) {
        write(text);
    }
}

void Messages::say(const std::string& text) {
    write(text);
}

void Messages::fatal(const std::string& text) {
    write("plimsoll: " + text + "\n");
}

} // namespace plimsoll::app

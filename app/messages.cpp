// Messages on the standard error.
// SPDX-License-Identifier: Apache-2.0
#include "app/messages.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <map>
#include <utility>

namespace plimsoll::app {
namespace {

constexpr std::size_t most_of_a_file = 20; // policy: a page of errors is read, a thousand are not

// Nothing is done about a standard error that cannot be written: there is nobody left to tell.
void write(const std::string& text) {
    static_cast<void>(std::fwrite(text.data(), 1, text.size(), stderr));
}

bool is_of_word(const std::string& text, std::size_t at) {
    if (at >= text.size()) {
        return false;
    }
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte >= 0x80U || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= 'a' && byte <= 'z');
}

// Quotes and what is in them; an apostrophe has letters on both sides.
std::string without_quoted(const std::string& text) {
    std::string out;
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool inside_word = (at > 0 && is_of_word(text, at - 1)) && is_of_word(text, at + 1);
        if (text[at] != '\'' || inside_word) {
            out += quoted ? "" : text.substr(at, 1);
            continue;
        }
        out += quoted ? "(left out)" : "";
        quoted = !quoted;
    }
    return out;
}

} // namespace

void Messages::tell(const std::string& text) {
    if (held_back_) {
        kept_.push_back(text);
    } else {
        write(rewritten_ ? rewritten_(text) : text);
    }
}

void Messages::release(std::function<std::string(const std::string&)> rewritten) {
    rewritten_ = std::move(rewritten);
    held_back_ = false;
    for (const std::string& text : std::exchange(kept_, {})) {
        tell(text);
    }
}

void Messages::diagnostics(std::span<const Diagnostic> all) {
    std::map<std::string, std::size_t> seen;
    for (const Diagnostic& diagnostic : all) {
        if (loudness_ == Loudness::quiet && diagnostic.severity != Severity::error) {
            continue;
        }
        const std::size_t count = ++seen[diagnostic.where.file];
        if (loudness_ == Loudness::verbose || count <= most_of_a_file) {
            tell("plimsoll: " + to_message(diagnostic) + "\n");
        }
    }
    if (loudness_ == Loudness::verbose) {
        return;
    }
    for (const auto& [file, count] : seen) {
        if (count > most_of_a_file) {
            tell(fmt::format("plimsoll: {}: note: {} more messages, see --verbose\n", file,
                             count - most_of_a_file));
        }
    }
}

void Messages::note(const std::string& text) {
    if (loudness_ != Loudness::quiet) {
        tell("plimsoll: note: " + text + "\n");
    }
}

void Messages::summary(const std::string& text) {
    if (loudness_ != Loudness::quiet) {
        tell(text);
    }
}

void Messages::say(const std::string& text) {
    write(text);
}

void Messages::fatal(const std::string& text) {
    if (held_back_) {
        release(without_quoted);
    }
    tell("plimsoll: " + text + "\n");
}

} // namespace plimsoll::app

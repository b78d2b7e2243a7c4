// What the user is told beside the result: always on the standard error.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_APP_MESSAGES_HPP
#define PLIMSOLL_APP_MESSAGES_HPP

#include "model/diagnostic.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace plimsoll::app {

enum class Loudness : std::uint8_t { quiet, normal, verbose };

/// Writes messages in the house shape, `plimsoll: file:line:column: severity: text`.
class Messages {
public:
    Messages() = default;

    explicit Messages(Loudness loudness) : loudness_(loudness) {}

    void set_loudness(Loudness loudness) { loudness_ = loudness; }

    /// Keeps every message until release() says what names are replaced by: a page without names
    /// has messages without names.
    void hold_back() { held_back_ = true; }

    /// Tells what was kept. That and every later message goes through @p rewritten.
    void release(std::function<std::string(const std::string&)> rewritten);

    /// Quiet: errors only. Normal: at most 20 of a file, then their number. Verbose: all.
    void diagnostics(std::span<const Diagnostic> all);
    /// Something worth knowing; not when quiet.
    void note(const std::string& text);
    /// A result that goes beside the main one, such as the summary of an import; not when quiet.
    void summary(const std::string& text);
    /// A part of a conversation, as it is, even when quiet.
    static void say(const std::string& text);
    /// The reason why the program ends. While messages are kept no name is known to be replaced:
    /// whatever stands in quotes is left out of it and of them.
    void fatal(const std::string& text);

private:
    void tell(const std::string& text);

    Loudness loudness_ = Loudness::normal;
    bool held_back_ = false;
    std::vector<std::string> kept_;
    std::function<std::string(const std::string&)> rewritten_;
};

} // namespace plimsoll::app

#endif

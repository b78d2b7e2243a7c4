// What the user is told beside the result: always on the standard error.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_APP_MESSAGES_HPP
#define PLIMSOLL_APP_MESSAGES_HPP

#include "model/diagnostic.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace plimsoll::app {

enum class Loudness : std::uint8_t { quiet, normal, verbose };

/// Writes messages in the house shape, `plimsoll: file:line:column: severity: text`.
class Messages {
public:
    explicit Messages(Loudness loudness) : loudness_(loudness) {}

    /// Quiet: errors only. Normal: at most 20 of a file, then their number. Verbose: all.
    void diagnostics(std::span<const Diagnostic> all) const;
    /// Something worth knowing; not when quiet.
    void note(const std::string& text) const;
    /// A result that goes beside the main one, such as the summary of an import; not when quiet.
    void summary(const std::string& text) const;
    /// A part of a conversation, as it is, even when quiet.
    static void say(const std::string& text);
    /// The reason why the program ends.
    static void fatal(const std::string& text);

private:
    Loudness loudness_;
};

} // namespace plimsoll::app

#endif

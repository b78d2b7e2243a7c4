// What is wrong with a row or a field, and where it stands.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_MODEL_DIAGNOSTIC_HPP
#define PLIMSOLL_MODEL_DIAGNOSTIC_HPP

#include <cstdint>
#include <string>

namespace plimsoll {

/// A place in an input file. Line and column count from 1; 0 means "the file as a whole" (line)
/// or "the row as a whole" (column: the number of the cell in its row).
struct SourcePos {
    std::string file;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::string field;
};

enum class Severity : std::uint8_t { note, warning, error };

/// "note", "warning" or "error".
const char* to_string(Severity severity) noexcept;

/// One thing that a reader could not use as it stood. An error costs its row, a warning its field,
/// a note nothing.
struct Diagnostic {
    Severity severity = Severity::error;
    SourcePos where;
    std::string code; ///< stable, for scripts: bad_date, bad_number, negative, ...
    std::string text; ///< for people: what was found and what was expected
    std::string hint; ///< what to do about it; may be empty
};

/// The house shape, GNU order: `runs.csv:14:3: error: duration '1:6O' is not H:MM:SS`, and the
/// hint, if any, on a line of its own. Control characters in the text are made visible.
std::string to_message(const Diagnostic& diagnostic);

/// The text of an input cell as a message may quote it: control characters made visible, cut after
/// 60 bytes (at a character boundary).
std::string quoted(const std::string& cell);

} // namespace plimsoll

#endif

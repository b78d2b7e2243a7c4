// Lines from a terminal or a pipe, as they come.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_APP_LINE_READER_HPP
#define PLIMSOLL_APP_LINE_READER_HPP

#include <array>
#include <cstddef>
#include <optional>
#include <string>

namespace plimsoll::app {

/// Reads the standard input line by line without waiting for more than a line.
class LineReader {
public:
    /// What is kept of a longer line.
    static constexpr std::size_t most_bytes = 1000;

    /// The next line without its end; the last one may have none. Nothing at the end.
    /// @throws IoError
    std::optional<std::string> next();

    bool is_terminal() const;

private:
    std::array<char, 4096> buffer_{};
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
};

} // namespace plimsoll::app

#endif

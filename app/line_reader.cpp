// Lines through POSIX read().
// SPDX-License-Identifier: Apache-2.0
#include "app/line_reader.hpp"

#include "model/error.hpp"

#include <cerrno>
#include <system_error>
#include <unistd.h>

namespace plimsoll::app {

std::optional<std::string> LineReader::next() {
    std::string line;
    bool some = false;
    for (;;) {
        if (begin_ == end_) {
            const ssize_t got = ::read(STDIN_FILENO, buffer_.data(), buffer_.size());
            if (got < 0 && errno == EINTR) {
                continue;
            }
            if (got < 0) {
                throw IoError("standard input",
                              "cannot be read: " + std::generic_category().message(errno));
            }
            if (got == 0) {
                return some ? std::optional(line) : std::nullopt;
            }
            begin_ = 0;
            end_ = static_cast<std::size_t>(got);
        }
        const char c = buffer_.at(begin_++);
        some = true;
        if (c == '\n') {
            return line;
        }
        if (line.size() < most_bytes) {
            line += c;
        }
    }
}

bool LineReader::is_terminal() const {
    return ::isatty(STDIN_FILENO) == 1;
}

} // namespace plimsoll::app

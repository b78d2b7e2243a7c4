// Reading on to the end of a line.
// SPDX-License-Identifier: Apache-2.0
#include "import/file_start.hpp"

#include <span>

namespace plimsoll::ingest {

std::string start_of_lines(ByteSource& bytes, std::size_t bytes_wanted) {
    constexpr std::size_t longest_rest = std::size_t{1} << 20U; // policy: 100,000 columns
    constexpr std::size_t at_once = std::size_t{1} << 16U;
    std::string start(bytes_wanted, '\0');
    bytes.rewind();
    start.resize(bytes.read(start));
    bool more = start.size() == bytes_wanted;
    while (more && start.size() < bytes_wanted + longest_rest) {
        const std::size_t before = start.size();
        start.resize(before + at_once);
        const std::size_t count = bytes.read(std::span(start).subspan(before));
        start.resize(before + count);
        const std::size_t end = start.find_first_of("\r\n", before);
        more = count == at_once && end == std::string::npos;
        if (end != std::string::npos) {
            start.resize(end + 1);
        }
    }
    bytes.rewind();
    return start;
}

} // namespace plimsoll::ingest

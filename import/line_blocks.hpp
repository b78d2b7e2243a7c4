// The straight road through a file: stretches of whole lines that need no cleaning.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_LINE_BLOCKS_HPP
#define PLIMSOLL_IMPORT_LINE_BLOCKS_HPP

#include "import/byte_source.hpp"
#include "import/text_source.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace plimsoll::ingest {

/// Whole lines in UTF-8, each but perhaps the last of a file ended by LF or CR LF.
struct LineBlock {
    std::vector<char> text;
    std::uint32_t first_line = 1; ///< of the file
};

/// Cuts a file into blocks as long as it is clean: without quotes and NULs, every CR before an LF,
/// every byte of UTF-8, no line longer than a block. Such lines are records as they stand, in any
/// order and on any thread; the first block that is not clean, and all behind it, is left to
/// TextSource.
class LineBlocks {
public:
    static constexpr std::size_t block_bytes = std::size_t{1} << 19U; // fits a core's cache

    /// @param bytes  rewound; must outlive this object and the rest().
    explicit LineBlocks(ByteSource& bytes) : bytes_(bytes) {}

    /// The next block; false where the clean part ends.
    /// @throws IoError
    bool next(LineBlock& block);

    /// Whether nothing is left to be read behind the last block.
    bool at_end() const noexcept { return at_end_ && pending_.empty(); }

    /// What next() did not hand out, to be read by a TextSource that starts at rest_starts().
    /// @throws IoError
    std::unique_ptr<ByteSource> rest();

    TextStart rest_starts() const noexcept { return start_; }

    /// Whether the last line that was read so far, by next() or through rest(), has no end.
    bool is_open() const noexcept { return *last_byte_ != '\n' && *last_byte_ != '\r'; }

private:
    ByteSource& bytes_;
    std::vector<char> pending_; // read, not handed out
    TextStart start_;
    // The last byte but NULs, which stand behind line ends in UTF-16; RestSource knows it, too.
    std::shared_ptr<char> last_byte_ = std::make_shared<char>('\n');
    bool at_end_ = false;
    bool clean_ = true;
};

} // namespace plimsoll::ingest

#endif

// A moving window, refilled when it runs short.
// SPDX-License-Identifier: Apache-2.0
#include "import/fit_window.hpp"

#include "import/fit_crc.hpp"

#include <algorithm>

namespace plimsoll::ingest {

FitWindow::FitWindow(ByteSource& bytes) : bytes_(bytes), buffer_(capacity) {}

std::span<const std::uint8_t> FitWindow::look(std::size_t size) {
    if (end_ - begin_ < size && !at_end_) {
        std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(begin_),
                  buffer_.begin() + static_cast<std::ptrdiff_t>(end_), buffer_.begin());
        end_ -= begin_;
        begin_ = 0;
        const std::span<std::uint8_t> free = std::span(buffer_).subspan(end_);
        const std::size_t got = bytes_.read({reinterpret_cast<char*>(free.data()), free.size()});
        end_ += got;
        at_end_ = got < free.size();
    }
    return std::span(buffer_).subspan(begin_, std::min(size, end_ - begin_));
}

void FitWindow::consume(std::size_t size) {
    crc_ = fit_crc(std::span(buffer_).subspan(begin_, size), crc_);
    begin_ += size;
    offset_ += size;
}

void FitWindow::skip_to(std::uint64_t offset) {
    while (offset_ < offset) {
        const auto left =
            static_cast<std::size_t>(std::min<std::uint64_t>(offset - offset_, capacity));
        const std::size_t size = look(left).size();
        if (size == 0) {
            return;
        }
        begin_ += size;
        offset_ += size;
    }
}

} // namespace plimsoll::ingest

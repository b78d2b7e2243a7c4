// Inflating through zlib.
// SPDX-License-Identifier: Apache-2.0
#include "import/gzip_source.hpp"

#include "import/unpack_limit.hpp"
#include "model/error.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <vector>
#include <zlib.h>

namespace plimsoll::ingest {
namespace {

constexpr std::string_view gzip_mark("\x1F\x8B", 2);
constexpr int gzip_window_bits = 15 + 16; // the largest window, with a gzip header

class GzipSource final : public ByteSource {
public:
    explicit GzipSource(ByteSource& packed)
        : ByteSource(packed.name()),
          packed_(packed),
          limit_(packed.name()),
          input_(std::size_t{1} << 16U) {
        if (inflateInit2(&stream_, gzip_window_bits) != Z_OK) {
            throw IoError(name(), "cannot be unpacked: no memory");
        }
    }

    GzipSource(const GzipSource&) = delete;
    GzipSource& operator=(const GzipSource&) = delete;
    GzipSource(GzipSource&&) = delete;
    GzipSource& operator=(GzipSource&&) = delete;

    ~GzipSource() override { inflateEnd(&stream_); }

    std::size_t read(std::span<char> into) override {
        std::size_t have = 0;
        while (have < into.size() && !at_end_) {
            constexpr std::size_t most = std::numeric_limits<uInt>::max();
            const std::span<char> free = into.subspan(have, std::min(into.size() - have, most));
            have += inflate_into(free);
            limit_.check(packed_bytes_, unpacked_bytes_);
        }
        return have;
    }

    void rewind() override {
        packed_.rewind();
        inflateReset(&stream_);
        stream_.avail_in = 0;
        at_end_ = false;
        between_members_ = false;
        packed_bytes_ = 0;
        unpacked_bytes_ = 0;
    }

    std::string damage() const override { return damage_; }

private:
    // Some bytes, or none and at_end_.
    std::size_t inflate_into(std::span<char> free) {
        if (stream_.avail_in == 0) {
            const std::size_t got = packed_.read(
                {reinterpret_cast<char*>(input_.data()), input_.size()}); // zlib's are unsigned
            stream_.next_in = input_.data();
            stream_.avail_in = static_cast<uInt>(got);
            packed_bytes_ += got;
            if (got == 0) {
                finish(between_members_ ? "" : "the gzip file is cut off");
                return 0;
            }
        }
        if (between_members_ && !next_member()) {
            return 0;
        }
        stream_.next_out = reinterpret_cast<Bytef*>(free.data());
        stream_.avail_out = static_cast<uInt>(free.size());
        const int state = inflate(&stream_, Z_NO_FLUSH);
        const std::size_t got = free.size() - stream_.avail_out;
        unpacked_bytes_ += got;
        if (state == Z_STREAM_END) {
            between_members_ = true;
        } else if (state != Z_OK && state != Z_BUF_ERROR) {
            finish("the gzip file is damaged");
        }
        return got;
    }

    // What follows a member is another one, or padding that nobody needs.
    bool next_member() {
        if (*stream_.next_in != static_cast<Bytef>(gzip_mark[0])) {
            finish("");
            return false;
        }
        inflateReset(&stream_);
        between_members_ = false;
        return true;
    }

    void finish(std::string damage) {
        at_end_ = true;
        damage_ = std::move(damage); // stays when it is read again: it breaks at the same place
    }

    ByteSource& packed_;
    UnpackLimit limit_;
    std::vector<Bytef> input_;
    z_stream stream_{};
    bool at_end_ = false;
    bool between_members_ = false; // one has ended, no other begun
    std::uint64_t packed_bytes_ = 0;
    std::uint64_t unpacked_bytes_ = 0;
    std::string damage_;
};

} // namespace

bool is_gzip(std::string_view start) noexcept {
    return start.starts_with(gzip_mark);
}

std::unique_ptr<ByteSource> open_gzip(ByteSource& packed) {
    return std::make_unique<GzipSource>(packed);
}

} // namespace plimsoll::ingest

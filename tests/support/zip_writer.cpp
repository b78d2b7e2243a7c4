// Archives by the book (PKWARE's APPNOTE.TXT, RFC 1952), from zlib's deflate.
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/zip_writer.hpp"

#include <catch2/catch.hpp>

#include <zlib.h>

namespace plimsoll::test {
namespace {

constexpr int raw_window_bits = -15;
constexpr int gzip_window_bits = 15 + 16;

std::string deflated(const std::string& bytes, int window_bits) {
    z_stream stream{};
    REQUIRE(deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, window_bits, 9,
                         Z_DEFAULT_STRATEGY) == Z_OK);
    std::string out(deflateBound(&stream, bytes.size()) + 64, '\0');
    std::string in = bytes;
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

void put16(std::string& out, std::uint32_t value) {
    out += static_cast<char>(value & 0xFFU);
    out += static_cast<char>((value >> 8U) & 0xFFU);
}

void put32(std::string& out, std::uint32_t value) {
    put16(out, value & 0xFFFFU);
    put16(out, value >> 16U);
}

} // namespace

std::string zip_of(const std::vector<ZipItem>& items) {
    std::string out;
    std::string directory;
    for (const ZipItem& item : items) {
        const std::string data = item.packed ? deflated(item.bytes, raw_window_bits) : item.bytes;
        std::string common; // what the local header and the directory share
        put16(common, 20);
        put16(common, item.flags);
        put16(common, item.method.value_or(item.packed ? 8 : 0));
        put32(common, 0x5CA24000); // 2026-05-02 08:00
        put32(common, item.checksum.value_or(static_cast<std::uint32_t>(
                          crc32(0, reinterpret_cast<const Bytef*>(item.bytes.data()),
                                static_cast<uInt>(item.bytes.size())))));
        put32(common, static_cast<std::uint32_t>(data.size()));
        put32(common, item.unpacked_bytes.value_or(static_cast<std::uint32_t>(item.bytes.size())));
        put16(common, static_cast<std::uint32_t>(item.name.size()));
        put16(common, 0);
        directory += "PK\x01\x02";
        put16(directory, 20);
        directory += common;
        put16(directory, 0); // comment
        put16(directory, 0); // disk
        put16(directory, 0); // internal attributes
        put32(directory, 0); // external attributes
        put32(directory, static_cast<std::uint32_t>(out.size()));
        directory += item.name;
        out += "PK\x03\x04" + common + item.name + data;
    }
    const auto directory_at = static_cast<std::uint32_t>(out.size());
    out += directory;
    out += "PK\x05\x06";
    put32(out, 0); // disks
    put16(out, static_cast<std::uint32_t>(items.size()));
    put16(out, static_cast<std::uint32_t>(items.size()));
    put32(out, static_cast<std::uint32_t>(directory.size()));
    put32(out, directory_at);
    put16(out, 0); // comment
    return out;
}

std::string gzip_of(const std::string& bytes) {
    return deflated(bytes, gzip_window_bits);
}

} // namespace plimsoll::test

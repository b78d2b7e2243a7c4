// Writing FIT files for tests.
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fit_writer.hpp"

#include <bit>

namespace plimsoll::test {
namespace {

int size_of_base(std::uint8_t base) {
    switch (base & 0x1FU) {
    case 3:
    case 4:
    case 11:
        return 2;
    case 5:
    case 6:
    case 8:
    case 12:
        return 4;
    case 9:
    case 14:
    case 15:
    case 16:
        return 8;
    default:
        return 1;
    }
}

int size_of_entry(const FitEntry& entry) {
    if (entry.size > 0) {
        return entry.size;
    }
    const auto* text = std::get_if<std::string>(&entry.value);
    return text != nullptr ? static_cast<int>(text->size()) : size_of_base(entry.base);
}

} // namespace

std::uint16_t fit_checksum(const std::string& bytes) {
    static constexpr std::array<unsigned, 16> table{0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00,
                                                    0x2800, 0xE401, 0xA001, 0x6C00, 0x7800, 0xB401,
                                                    0x5000, 0x9C01, 0x8801, 0x4400};
    unsigned crc = 0;
    for (const char c : bytes) {
        const unsigned byte = static_cast<unsigned char>(c);
        unsigned t = table[crc & 15U];
        crc = (crc >> 4U) & 0x0FFFU;
        crc ^= t ^ table[byte & 15U];
        t = table[crc & 15U];
        crc = (crc >> 4U) & 0x0FFFU;
        crc ^= t ^ table[byte >> 4U];
    }
    return static_cast<std::uint16_t>(crc);
}

void FitWriter::put(std::string& out, unsigned long long value, int size) const {
    for (int i = 0; i < size; ++i) {
        const int at = big_endian_ ? size - 1 - i : i;
        out += static_cast<char>((value >> (8 * at)) & 0xFFU);
    }
}

void FitWriter::put_value(std::string& out, const FitEntry& entry) const {
    if (const auto* text = std::get_if<std::string>(&entry.value)) {
        std::string bytes = *text;
        bytes.resize(static_cast<std::size_t>(size_of_entry(entry)), '\0');
        out += bytes;
    } else if (const auto* real = std::get_if<double>(&entry.value)) {
        if (entry.base == fit::float64) {
            put(out, std::bit_cast<std::uint64_t>(*real), 8);
        } else {
            put(out, std::bit_cast<std::uint32_t>(static_cast<float>(*real)), 4);
        }
    } else {
        put(out, static_cast<unsigned long long>(std::get<long long>(entry.value)),
            size_of_entry(entry));
    }
}

std::string FitWriter::definition(int message, const std::vector<FitEntry>& fields,
                                  const std::vector<FitEntry>& developer, int developer_index,
                                  int local) const {
    std::string out;
    out += static_cast<char>(0x40 | (developer.empty() ? 0 : 0x20) | local);
    out += '\0';
    out += big_endian_ ? '\1' : '\0';
    put(out, static_cast<unsigned long long>(message), 2);
    out += static_cast<char>(fields.size());
    for (const FitEntry& entry : fields) {
        out += static_cast<char>(entry.number);
        out += static_cast<char>(size_of_entry(entry));
        out += static_cast<char>(entry.base);
    }
    if (!developer.empty()) {
        out += static_cast<char>(developer.size());
        for (const FitEntry& entry : developer) {
            out += static_cast<char>(entry.number);
            out += static_cast<char>(size_of_entry(entry));
            out += static_cast<char>(developer_index);
        }
    }
    return out;
}

FitWriter& FitWriter::add(int message, const std::vector<FitEntry>& fields, int local) {
    return add(message, fields, {}, 0, local);
}

FitWriter& FitWriter::add(int message, const std::vector<FitEntry>& fields,
                          const std::vector<FitEntry>& developer, int developer_index, int local) {
    const std::string layout = definition(message, fields, developer, developer_index, local);
    std::string& known = defined_.at(static_cast<std::size_t>(local));
    if (known != layout) {
        records_ += layout;
        known = layout;
    }
    records_ += static_cast<char>(local);
    for (const FitEntry& entry : fields) {
        put_value(records_, entry);
    }
    for (const FitEntry& entry : developer) {
        put_value(records_, entry);
    }
    return *this;
}

FitWriter& FitWriter::add_timed(int local, int offset, const std::vector<FitEntry>& fields) {
    records_ += static_cast<char>(0x80 | (local << 5) | offset);
    for (const FitEntry& entry : fields) {
        put_value(records_, entry);
    }
    return *this;
}

FitWriter& FitWriter::raw(const std::string& bytes) {
    records_ += bytes;
    return *this;
}

FitWriter& FitWriter::turn_bytes() {
    big_endian_ = !big_endian_;
    return *this;
}

std::string FitWriter::bytes(long long data_size) const {
    const FitWriter little(false, header_size_);
    std::string out;
    out += static_cast<char>(header_size_);
    out += '\x20';
    little.put(out, 2132, 2);
    little.put(out, data_size < 0 ? records_.size() : static_cast<unsigned long long>(data_size),
               4);
    out += ".FIT";
    if (header_size_ >= 14) {
        little.put(out, fit_checksum(out), 2);
    }
    out.resize(static_cast<std::size_t>(header_size_), '\0');
    out += records_;
    little.put(out, fit_checksum(out), 2);
    return out;
}

FitWriter fit_run(int seconds, double speed_mps, bool big_endian) {
    FitWriter file(big_endian);
    const long long millis = 1000LL * seconds;
    const auto centimetres = static_cast<long long>(100.0 * speed_mps * seconds + 0.5);
    file.add(0, {{0, fit::enumeration, 4LL}, {1, fit::uint16, 1LL}, {4, fit::uint32, fit_morning}});
    for (int i = 0; i <= seconds; ++i) {
        file.add(20,
                 {{253, fit::uint32, fit_morning + i},
                  {5, fit::uint32, static_cast<long long>(100.0 * speed_mps * i + 0.5)},
                  {6, fit::uint16, static_cast<long long>(1000.0 * speed_mps + 0.5)},
                  {3, fit::uint8, 140LL}},
                 1);
    }
    file.add(19,
             {{253, fit::uint32, fit_morning + seconds},
              {2, fit::uint32, fit_morning},
              {7, fit::uint32, millis},
              {8, fit::uint32, millis},
              {9, fit::uint32, centimetres}},
             2);
    file.add(18,
             {{253, fit::uint32, fit_morning + seconds},
              {2, fit::uint32, fit_morning},
              {7, fit::uint32, millis},
              {8, fit::uint32, millis},
              {9, fit::uint32, centimetres},
              {5, fit::enumeration, 1LL},
              {16, fit::uint8, 140LL},
              {17, fit::uint8, 141LL}},
             3);
    file.add(34, {{253, fit::uint32, fit_morning + seconds},
                  {5, fit::uint32, fit_morning + seconds + 7200}});
    return file;
}

} // namespace plimsoll::test

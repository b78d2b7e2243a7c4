// The structure of FIT files: parts, definitions, data, checksums; and what is done about damage.
// SPDX-License-Identifier: Apache-2.0
#include "import/fit_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace plimsoll::ingest {
namespace {

constexpr std::size_t shortest_header = 12;
constexpr std::size_t checksum_bytes = 2;
constexpr std::size_t most_problems = 50; // policy: damage all over a file must not fill memory
constexpr std::string_view fit_mark = ".FIT";

constexpr std::uint8_t timestamp_field = 253;

std::uint32_t little(std::span<const std::uint8_t> bytes) noexcept {
    std::uint32_t value = 0;
    for (std::size_t i = bytes.size(); i-- > 0;) {
        value = (value << 8U) | bytes[i];
    }
    return value;
}

} // namespace

bool is_fit(std::string_view start) noexcept {
    return start.size() >= shortest_header && start.substr(8, fit_mark.size()) == fit_mark &&
           static_cast<unsigned char>(start[0]) >= shortest_header;
}

FitReader::FitReader(ByteSource& bytes) : window_(bytes) {}

void FitReader::problem(std::string code, std::string text) {
    if (problems_.size() < most_problems) {
        problems_.push_back({window_.offset(), std::move(code), std::move(text)});
    }
}

bool FitReader::header_at(std::size_t ahead) {
    const auto bytes = window_.look(ahead + shortest_header);
    return bytes.size() == ahead + shortest_header &&
           is_fit({reinterpret_cast<const char*>(bytes.data()) + ahead, shortest_header});
}

FitReader::Event FitReader::next() {
    window_.consume(std::exchange(pending_, 0));
    while (true) {
        if (std::exchange(part_over_, false)) {
            return Event::part_end;
        }
        switch (state_) {
        case State::header:
            read_header();
            break;
        case State::records:
            if (read_record()) {
                return Event::message;
            }
            break;
        case State::done:
            return Event::end;
        }
    }
}

void FitReader::read_header() {
    state_ = State::done;
    if (!header_at(0)) {
        if (!window_.look(1).empty()) {
            problem("bad_bytes", part_ == 0 ? "is no FIT file"
                                            : fmt::format("what follows part {} is no FIT data and "
                                                          "was not read",
                                                          part_));
        }
        return;
    }
    const std::size_t size = window_.look(1)[0];
    const auto header = window_.look(size);
    ++part_;
    if (header.size() < size) {
        part_over_ = true;
        truncated();
        return;
    }
    const std::uint32_t data_size = little(header.subspan(4, 4));
    window_.restart_crc();
    window_.consume(size);
    sized_ = data_size > 0; // a device that broke down leaves 0
    data_end_ = window_.offset() + data_size;
    last_time_.reset();
    developer_.clear();
    for (FitLayout& layout : layouts_) {
        layout.defined = false;
    }
    state_ = State::records;
}

void FitReader::truncated() {
    problem("truncated", "the file ends in the middle of a message; what came before it was read");
    state_ = State::done;
    part_over_ = true;
}

// Bytes that cannot be records: the rest of the part is given up, the parts behind it are not.
void FitReader::nonsense(std::string text) {
    problem("bad_bytes", std::move(text));
    part_over_ = true;
    state_ = State::done;
    if (sized_) {
        window_.skip_to(data_end_ + checksum_bytes);
        state_ = State::header;
    }
}

// Whether the file, or the part, ends behind the checksum that stands @p ahead bytes from here.
bool FitReader::has_end(std::size_t ahead) {
    return window_.look(ahead + checksum_bytes + 1).size() <= ahead + checksum_bytes ||
           header_at(ahead + checksum_bytes);
}

// At the end that the header states: true when it is the end.
bool FitReader::part_ends_here() {
    const auto stored = window_.look(checksum_bytes);
    if (stored.size() < checksum_bytes) {
        problem("truncated", "the file ends before its checksum; every message was read");
        state_ = State::done;
        return part_over_ = true;
    }
    if (little(stored) != window_.crc()) {
        if (!has_end(0)) {
            problem("bad_size", "there is more data than the header says; it was read");
            return sized_ = false;
        }
        problem("bad_crc", "the checksum is wrong: the file was damaged or changed after it was "
                           "written; it was read as it stands");
    }
    window_.skip_to(window_.offset() + checksum_bytes);
    state_ = State::header;
    return part_over_ = true;
}

// Fewer than three bytes are left of a part whose length nobody knows: a checksum, if two.
void FitReader::end_unsized(std::span<const std::uint8_t> rest) {
    state_ = State::done;
    part_over_ = true;
    if (rest.size() < checksum_bytes) {
        truncated();
    } else if (little(rest) != window_.crc()) {
        problem("bad_crc", "no checksum stands at the end: the file may be cut off");
    }
}

// Whether a message of @p size bytes runs over the end that the header states. Then either the
// header is wrong, and reading goes on without it, or the bytes make no sense.
bool FitReader::overruns(std::size_t size) {
    if (!sized_ || window_.offset() + size <= data_end_) {
        return false;
    }
    if (has_end(data_end_ - window_.offset())) {
        nonsense("a message runs over the end of its part; what came before it was read");
        return true;
    }
    problem("bad_size", "there is more data than the header says; it was read");
    sized_ = false;
    return false;
}

bool FitReader::read_record() {
    if (sized_ && window_.offset() >= data_end_ && part_ends_here()) {
        return false;
    }
    if (!sized_) {
        if (const auto rest = window_.look(checksum_bytes + 1); rest.size() <= checksum_bytes) {
            end_unsized(rest);
            return false;
        }
    }
    const auto bytes = window_.look(1);
    if (bytes.empty()) {
        truncated();
        return false;
    }
    const std::uint8_t header = bytes[0];
    if ((header & 0x80U) != 0) { // a data message with its time in the header
        return read_data((header >> 5U) & 3U, header & 31U);
    }
    if ((header & 0x40U) != 0) {
        read_definition(header);
        return false;
    }
    return read_data(header & 15U, std::nullopt);
}

void FitReader::read_definition(std::uint8_t header) {
    std::size_t size = fit_definition_start_bytes;
    std::size_t developer_at = 0;
    auto bytes = window_.look(size);
    if (bytes.size() == size) {
        size += fit_definition_field_bytes * bytes[size - 1];
        if ((header & 0x20U) != 0) {
            developer_at = ++size;
            bytes = window_.look(size);
            size += bytes.size() == size ? fit_definition_field_bytes * bytes[size - 1] : 0U;
        }
    }
    if (overruns(size)) {
        return;
    }
    bytes = window_.look(size);
    if (bytes.size() < size) {
        truncated();
        return;
    }
    if (bytes[2] > 1) {
        nonsense(fmt::format("byte order {} is neither 0 nor 1; what came before was read",
                             unsigned{bytes[2]}));
        return;
    }
    (bytes[2] == 1 ? saw_big_ : saw_little_) = true;
    read_fit_definition(bytes, developer_at == 0 ? 0 : size - developer_at, developer_,
                        layouts_[header & 15U]);
    window_.consume(size);
}

bool FitReader::read_data(std::uint8_t local, std::optional<std::uint32_t> time_offset) {
    const FitLayout& layout = layouts_[local];
    if (!layout.defined) {
        nonsense(fmt::format("message type {} was never defined; what came before was read",
                             unsigned{local}));
        return false;
    }
    const std::size_t size = 1 + std::size_t{layout.size};
    if (overruns(size)) {
        return false;
    }
    const auto bytes = window_.look(size);
    if (bytes.size() < size) {
        truncated();
        return false;
    }
    pending_ = size;
    if (time_offset) {
        if (last_time_) {
            const std::uint32_t before = *last_time_ & 31U;
            last_time_ = (*last_time_ & ~31U) + *time_offset + (*time_offset < before ? 32U : 0U);
        }
        message_ = FitMessage(layout, bytes.subspan(1), window_.offset(), last_time_);
        return true;
    }
    message_ = FitMessage(layout, bytes.subspan(1), window_.offset(), std::nullopt);
    if (const std::optional<std::uint32_t> time = message_.code(timestamp_field)) {
        last_time_ = time;
        message_ = FitMessage(layout, bytes.subspan(1), window_.offset(), time);
    }
    if (layout.message == fit_field_description) {
        developer_.learn(message_);
    }
    return true;
}

} // namespace plimsoll::ingest

// Bytes of a FIT file to data messages, as they stream past.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_FIT_READER_HPP
#define PLIMSOLL_IMPORT_FIT_READER_HPP

#include "import/fit_layout.hpp"
#include "import/fit_message.hpp"
#include "import/fit_window.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::ingest {

/// Something that is wrong with the bytes of a FIT file.
struct FitProblem {
    std::uint64_t offset = 0; ///< byte of the file, from 0
    std::string code;         ///< bad_crc, truncated, bad_bytes, bad_size
    std::string text;         ///< for people
};

/// Reads the messages of a FIT file, of all its parts: a file may hold several FIT files one after
/// the other. Written from the description of the format in formats.md 7.
///
/// The messages are views into one buffer of fixed size, and nothing is copied: memory does not
/// grow with the file. Whatever the bytes, nothing outside the buffer is read; damage ends the part
/// that it is in, and all that came before it has been handed out.
class FitReader {
public:
    enum class Event : std::uint8_t {
        message,  ///< message() is the next data message
        part_end, ///< the part is over: what follows belongs to another FIT file
        end
    };

    /// @param bytes  read from where it stands; must outlive this object.
    explicit FitReader(ByteSource& bytes);

    /// @throws IoError
    Event next();

    const FitMessage& message() const noexcept { return message_; }

    /// What was wrong so far.
    const std::vector<FitProblem>& problems() const noexcept { return problems_; }

    /// The present part, from 1.
    std::size_t part() const noexcept { return part_; }

    /// Any message of the file is in big-endian, in little-endian order.
    bool saw_big_endian() const noexcept { return saw_big_; }

    bool saw_little_endian() const noexcept { return saw_little_; }

private:
    enum class State : std::uint8_t { header, records, done };

    bool header_at(std::size_t ahead);
    void read_header();
    bool read_record();
    void read_definition(std::uint8_t header);
    bool read_data(std::uint8_t local, std::optional<std::uint32_t> time_offset);
    bool overruns(std::size_t size);
    bool has_end(std::size_t ahead);
    bool part_ends_here();
    void end_unsized(std::span<const std::uint8_t> rest);
    void truncated();
    void nonsense(std::string text);
    void problem(std::string code, std::string text);

    FitWindow window_;
    State state_ = State::header;
    std::size_t part_ = 0;
    std::uint64_t data_end_ = 0;
    bool sized_ = false;     // the header says how long the part is, and that has held so far
    bool part_over_ = false; // and nobody has been told yet
    std::optional<std::uint32_t> last_time_;
    std::array<FitLayout, 16> layouts_;
    FitDeveloperFields developer_;
    FitMessage message_;
    std::size_t pending_ = 0; // bytes of the message that was handed out last
    std::vector<FitProblem> problems_;
    bool saw_big_ = false;
    bool saw_little_ = false;
};

/// Whether @p start, the first bytes of a file, is that of a FIT file.
bool is_fit(std::string_view start) noexcept;

} // namespace plimsoll::ingest

#endif

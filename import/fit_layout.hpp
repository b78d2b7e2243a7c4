// Definition messages of a FIT file: how the data messages behind them are laid out.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_FIT_LAYOUT_HPP
#define PLIMSOLL_IMPORT_FIT_LAYOUT_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace plimsoll::ingest {

class FitMessage;

/// Where one field stands within its message, and how it is written.
struct FitField {
    std::uint8_t number = 0; ///< meaning, by the message that holds it
    std::uint8_t size = 0;   ///< bytes
    std::uint8_t base = 0;   ///< base type as the file has it
    std::uint32_t offset = 0;
    bool developer = false; ///< a developer's field: physical value = raw / scale - shift
    double scale = 1.0;     ///< of a developer's field, above 0
    double shift = 0.0;
};

/// The layout of the data messages of one local type.
struct FitLayout {
    bool defined = false;
    bool big_endian = false;
    std::uint16_t message = 0; ///< global message number: 18 session, 20 record, ...
    std::uint32_t size = 0;    ///< bytes of a data message, without its header byte
    std::vector<FitField> fields;
    /// Position in fields by field number, plus 1; 0: the message has no such field.
    std::array<std::uint16_t, 256> by_number{};
    /// The developer's field that rates the session: position plus 1; 0: none.
    std::uint16_t rating = 0;
};

/// What developer's fields mean, as message 206 tells it. A field counts where it stands for a
/// field of the format, in bpm, m, m/s or s, that its message lacks; and in a session where it is
/// called RPE.
class FitDeveloperFields {
public:
    void clear() noexcept { known_.clear(); }

    /// @param description  a message 206.
    void learn(const FitMessage& description);
    /// Adds @p field of the developer data @p index to @p layout if it counts.
    void add(FitLayout& layout, FitField field, std::uint8_t index) const;

private:
    struct Meaning {
        std::uint8_t base = 0;
        double scale = 1.0;
        double shift = 0.0;
        std::optional<std::uint32_t> message; // absent: any
        std::optional<std::uint8_t> stands_for;
        bool is_rating = false;
    };

    std::map<std::uint16_t, Meaning> known_; // by developer data index and field number
};

inline constexpr std::size_t fit_definition_start_bytes = 6; ///< up to the number of fields
inline constexpr std::size_t fit_definition_field_bytes = 3; ///< each field

/// Reads a definition.
/// @param bytes            all of it, with its header byte.
/// @param developer_bytes  how many bytes at the end are developer's fields.
void read_fit_definition(std::span<const std::uint8_t> bytes, std::size_t developer_bytes,
                         const FitDeveloperFields& developer, FitLayout& layout);

} // namespace plimsoll::ingest

#endif

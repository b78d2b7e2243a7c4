// Layouts from definition messages.
// SPDX-License-Identifier: Apache-2.0
#include "import/fit_layout.hpp"

#include "import/fit_message.hpp"
#include "import/text_encoding.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace plimsoll::ingest {
namespace {

std::uint16_t key_of_developer_field(std::uint32_t index, std::uint32_t number) noexcept {
    return static_cast<std::uint16_t>(((index & 0xFFU) << 8U) | (number & 0xFFU));
}

// The units in which a developer's stand-in is what we take the field itself for.
bool is_known_unit(std::string_view unit) noexcept {
    static constexpr std::array<std::string_view, 4> known{"bpm", "m", "m/s", "s"};
    return std::find(known.begin(), known.end(), unit) != known.end();
}

bool is_rating_name(std::string_view name) {
    const std::string key = folded(name);
    return key == "rpe" || key == "session rpe" || key == "session_rpe";
}

void add_plain_field(FitLayout& layout, const FitField& field) {
    if (field.size > 0 && layout.by_number[field.number] == 0) {
        layout.fields.push_back(field);
        layout.by_number[field.number] = static_cast<std::uint16_t>(layout.fields.size());
    }
}

} // namespace

void FitDeveloperFields::learn(const FitMessage& description) {
    const auto index = description.code(0);
    const auto number = description.code(1);
    const auto base = description.code(2);
    if (!index || !number || !base) {
        return;
    }
    Meaning meaning;
    meaning.base = static_cast<std::uint8_t>(*base);
    const double scale = description.number_in(6).value_or(1.0);
    meaning.scale = scale > 0.0 ? scale : 1.0;
    meaning.shift = description.number_in(7).value_or(0.0);
    meaning.message = description.code(14);
    const std::optional<std::uint32_t> native = description.code(15);
    if (native && *native < 256 && is_known_unit(description.text(8).value_or(""))) {
        meaning.stands_for = static_cast<std::uint8_t>(*native);
    }
    meaning.is_rating = is_rating_name(description.text(3).value_or(""));
    known_[key_of_developer_field(*index, *number)] = meaning;
}

void FitDeveloperFields::add(FitLayout& layout, FitField field, std::uint8_t index) const {
    const auto found = known_.find(key_of_developer_field(index, field.number));
    if (found == known_.end() || field.size == 0) {
        return;
    }
    const Meaning& meaning = found->second;
    const bool rates = meaning.is_rating && layout.message == fit_session;
    const bool stands_in = meaning.stands_for &&
                           meaning.message.value_or(layout.message) == layout.message &&
                           layout.by_number[*meaning.stands_for] == 0;
    if (!rates && !stands_in) {
        return;
    }
    field.base = meaning.base;
    field.scale = meaning.scale;
    field.shift = meaning.shift;
    layout.fields.push_back(field);
    const auto position = static_cast<std::uint16_t>(layout.fields.size());
    (rates ? layout.rating : layout.by_number[*meaning.stands_for]) = position;
}

void read_fit_definition(std::span<const std::uint8_t> bytes, std::size_t developer_bytes,
                         const FitDeveloperFields& developer, FitLayout& layout) {
    layout.defined = true;
    layout.big_endian = bytes[2] == 1;
    const unsigned first = bytes[3];
    const unsigned second = bytes[4];
    layout.message = static_cast<std::uint16_t>(layout.big_endian ? (first << 8U) | second
                                                                  : (second << 8U) | first);
    layout.size = 0;
    layout.rating = 0;
    layout.fields.clear();
    layout.by_number.fill(0);
    const std::size_t fields_end = bytes.size() - developer_bytes - (developer_bytes > 0 ? 1U : 0U);
    const auto field_at = [&](std::size_t at, bool is_developer) {
        FitField field;
        field.number = bytes[at];
        field.size = bytes[at + 1];
        field.base = bytes[at + 2];
        field.offset = layout.size;
        field.developer = is_developer;
        layout.size += field.size;
        return field;
    };
    for (std::size_t at = fit_definition_start_bytes; at + 2 < fields_end;
         at += fit_definition_field_bytes) {
        add_plain_field(layout, field_at(at, false));
    }
    for (std::size_t at = bytes.size() - developer_bytes; at + 2 < bytes.size();
         at += fit_definition_field_bytes) {
        developer.add(layout, field_at(at, true), bytes[at + 2]);
    }
}

} // namespace plimsoll::ingest

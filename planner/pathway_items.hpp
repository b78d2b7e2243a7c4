// The parts of a pathway file that a phase or a pathway is made of, read and judged one by one.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_PATHWAY_ITEMS_HPP
#define PLIMSOLL_PLANNER_PATHWAY_ITEMS_HPP

#include "import/toml_file.hpp"
#include "planner/pathway.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::planner {

/// Reads the items of one file. Every function throws InputError with file, line and key: an item
/// without source or evidence, a source that the file does not declare, a dose out of any sense, a
/// threshold whose unit is not that of its quantity, a key that is not known.
class PathwayItems {
public:
    explicit PathwayItems(std::span<const Citation> citations) : citations_(citations) {}

    static Citation citation(ingest::TomlTable table);
    Remark remark(ingest::TomlTable table) const;
    Exercise exercise(ingest::TomlTable table) const;
    Gate gate(ingest::TomlTable table) const;
    HoldRule rule(ingest::TomlTable table) const;
    ExpectedDays expected(ingest::TomlTable table) const;
    NotBefore not_before(ingest::TomlTable table) const;

    /// Of @p table: `source`, `evidence` and `verified`.
    Grounds grounds(ingest::TomlTable& table) const;

private:
    Grounds grounds(ingest::TomlTable& table, const std::string& prefix) const;

    std::span<const Citation> citations_;
};

/// The text of a key that must be there and not empty.
std::string needed(ingest::TomlTable& table, std::string_view key);
/// An id: letters, digits and low lines.
std::string needed_id(ingest::TomlTable& table);

/// The place of @p name in @p names: the value of its enumerator.
std::optional<std::size_t> index_in(std::span<const std::string_view> names, std::string_view name);

/// The key `for`.
Audience audience_of(ingest::TomlTable& table);

/// Refuses @p name as the value of @p key: "is 'x', ...", with the nearest known one as a hint.
[[noreturn]] void refuse_name(const ingest::TomlTable& table, std::string_view key,
                              std::string_view name, const std::string& what,
                              std::span<const std::string_view> known);

} // namespace plimsoll::planner

#endif

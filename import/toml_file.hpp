// TOML files read key by key, so that a key nobody asked for is an error. The one place that knows
// toml++.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_TOML_FILE_HPP
#define PLIMSOLL_IMPORT_TOML_FILE_HPP

#include "model/date.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::ingest {

/// A table of a TOML file. Each question remembers its key; finish() then refuses the others.
/// Every function throws InputError, with file, line and key, where the value is of another type or
/// outside its range.
class TomlTable {
public:
    struct Impl;

    explicit TomlTable(std::shared_ptr<Impl> impl) : impl_(std::move(impl)) {}

    /// False for a table that the file does not have; every question to it answers nothing.
    bool present() const noexcept;

    /// Of every value, in the order of the keys.
    std::vector<std::string> keys() const;
    std::optional<std::string> text(std::string_view key);
    /// @param expected  what the message says it should have been
    std::optional<bool> boolean(std::string_view key, std::string_view expected = "true or false");
    /// The key is there, with a text.
    bool is_text(std::string_view key);
    /// The value is the text @p word.
    bool says(std::string_view key, std::string_view word);
    std::vector<std::string> texts(std::string_view key);
    std::optional<double> number(std::string_view key, double least, double most);
    std::vector<double> numbers(std::string_view key, double least, double most);
    std::optional<int> whole(std::string_view key, int least, int most);
    std::optional<bool> flag(std::string_view key);
    /// A TOML date, or a text `YYYY-MM-DD`.
    std::optional<Date> date(std::string_view key);
    TomlTable table(std::string_view key);
    std::vector<TomlTable> tables(std::string_view key);

    /// @throws InputError  the table has a key that was never asked for; names the nearest one
    ///                     that was.
    void finish() const;
    /// Refuses the value of @p key (or the table itself) in words.
    [[noreturn]] void refuse(std::string_view key, const std::string& text,
                             const std::string& hint = {}) const;

private:
    std::shared_ptr<Impl> impl_;
};

/// Reads @p path. @throws IoError  @throws InputError  not TOML
TomlTable open_toml(const std::string& path);
/// @param name  what messages call it
TomlTable parse_toml(const std::string& text, const std::string& name);

} // namespace plimsoll::ingest

#endif

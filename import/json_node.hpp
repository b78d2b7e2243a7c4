// A JSON file of ours that comes back, read key by key with errors that name the place.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_JSON_NODE_HPP
#define PLIMSOLL_IMPORT_JSON_NODE_HPP

#include "model/date.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::ingest {

/// A value of a JSON document and where it stands in it. A key that is asked for and not there, or
/// of another kind, is an InputError that names the file and the place, such as days[3].date; keys
/// that nobody asks for are passed over.
class JsonNode {
public:
    /// @throws InputError  @p bytes are no JSON.
    static JsonNode parse(const std::string& bytes, const std::string& file);

    bool is_null() const noexcept;
    bool is_object() const noexcept;
    /// Null where there is no such key. @throws InputError  this is no object.
    JsonNode find(std::string_view key) const;
    /// @throws InputError  there is no such key, or this is no object.
    JsonNode operator[](std::string_view key) const;
    /// @throws InputError  this is no array.
    std::vector<JsonNode> items() const;

    std::string text() const;
    double number(double least, double most) const;
    int whole(int least, int most) const;
    bool flag() const;
    Date day() const;
    /// Nothing where the value is null.
    std::optional<std::string> text_or_null() const;
    std::optional<double> number_or_null(double least, double most) const;
    std::optional<int> whole_or_null(int least, int most) const;
    std::optional<Date> day_or_null() const;

    [[noreturn]] void refuse(const std::string& text, const std::string& hint = {}) const;

private:
    struct Document;

    JsonNode(std::shared_ptr<const Document> document, const nlohmann::json* value,
             std::string place);

    std::shared_ptr<const Document> document_;
    const nlohmann::json* value_;
    std::string place_;
};

} // namespace plimsoll::ingest

#endif

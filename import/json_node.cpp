// JSON with places.
// SPDX-License-Identifier: Apache-2.0
#include "import/json_node.hpp"

#include "model/error.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace plimsoll::ingest {
namespace {

const nlohmann::json nothing; // null

} // namespace

// NOLINTNEXTLINE(bugprone-exception-escape): taking a JSON apart needs memory
struct JsonNode::Document {
    std::string file;
    nlohmann::json root;
};

JsonNode::JsonNode(std::shared_ptr<const Document> document, const nlohmann::json* value,
                   std::string place)
    : document_(std::move(document)),
      value_(value),
      place_(std::move(place)) {}

JsonNode JsonNode::parse(const std::string& bytes, const std::string& file) {
    auto document = std::make_shared<Document>();
    document->file = file;
    try {
        document->root = nlohmann::json::parse(bytes);
    } catch (const nlohmann::json::parse_error& error) {
        const std::size_t at = std::min(error.byte, bytes.size());
        const auto lines =
            std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n');
        throw InputError({file, static_cast<std::uint32_t>(lines + 1), 0, ""}, "this is no JSON");
    } catch (const nlohmann::json::exception&) { // a number beyond all bounds
        throw InputError({file, 0, 0, ""}, "this is no JSON that can be used");
    }
    const nlohmann::json* root = &document->root;
    return {std::move(document), root, ""};
}

bool JsonNode::is_null() const noexcept {
    return value_->is_null();
}

bool JsonNode::is_object() const noexcept {
    return value_->is_object();
}

JsonNode JsonNode::find(std::string_view key) const {
    if (!value_->is_object()) {
        refuse("is no object");
    }
    const auto found = value_->find(key);
    return {document_, found == value_->end() ? &nothing : &*found,
            place_.empty() ? std::string(key) : fmt::format("{}.{}", place_, key)};
}

JsonNode JsonNode::operator[](std::string_view key) const {
    JsonNode node = find(key);
    if (node.value_ == &nothing) {
        node.refuse("is missing");
    }
    return node;
}

std::vector<JsonNode> JsonNode::items() const {
    if (!value_->is_array()) {
        refuse("is no list");
    }
    std::vector<JsonNode> nodes;
    for (const nlohmann::json& item : *value_) {
        nodes.push_back(JsonNode(document_, &item, fmt::format("{}[{}]", place_, nodes.size())));
    }
    return nodes;
}

std::string JsonNode::text() const {
    if (!value_->is_string()) {
        refuse("is no text");
    }
    return value_->get<std::string>();
}

double JsonNode::number(double least, double most) const {
    if (!value_->is_number()) {
        refuse("is no number");
    }
    const auto number = value_->get<double>();
    if (!(number >= least && number <= most)) {
        refuse(fmt::format("is {:g}, not from {:g} to {:g}", number, least, most));
    }
    return number;
}

int JsonNode::whole(int least, int most) const {
    if (!value_->is_number_integer()) {
        refuse("is no whole number");
    }
    return static_cast<int>(number(least, most));
}

bool JsonNode::flag() const {
    if (!value_->is_boolean()) {
        refuse("is neither true nor false");
    }
    return value_->get<bool>();
}

Date JsonNode::day() const {
    const std::optional<Date> date = parse_date(text());
    if (!date) {
        refuse("is no day of the calendar in the shape YYYY-MM-DD");
    }
    return *date;
}

std::optional<std::string> JsonNode::text_or_null() const {
    return is_null() ? std::nullopt : std::optional(text());
}

std::optional<double> JsonNode::number_or_null(double least, double most) const {
    return is_null() ? std::nullopt : std::optional(number(least, most));
}

std::optional<int> JsonNode::whole_or_null(int least, int most) const {
    return is_null() ? std::nullopt : std::optional(whole(least, most));
}

std::optional<Date> JsonNode::day_or_null() const {
    return is_null() ? std::nullopt : std::optional(day());
}

void JsonNode::refuse(const std::string& text, const std::string& hint) const {
    throw InputError({document_->file, 0, 0, place_}, text, hint);
}

} // namespace plimsoll::ingest

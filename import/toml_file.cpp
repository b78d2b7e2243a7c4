// TOML through toml++.
// SPDX-License-Identifier: Apache-2.0
#include "import/toml_file.hpp"

#include "import/byte_source.hpp"
#include "model/error.hpp"
#include "model/nearest_name.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace plimsoll::ingest {

struct TomlTable::Impl {
    std::string file;
    std::string path;                  // "policy", or "" at the top
    std::shared_ptr<toml::table> root; // keeps everything alive
    const toml::table* table = nullptr;
    std::vector<std::string> asked;

    const toml::node* find(std::string_view key) {
        asked.emplace_back(key);
        return table == nullptr ? nullptr : table->get(key);
    }

    std::string full(std::string_view key) const {
        return path.empty() || key.empty() ? path + std::string(key)
                                           : fmt::format("{}.{}", path, key);
    }

    [[noreturn]] void refuse(std::uint32_t line, std::string_view key, const std::string& text,
                             const std::string& hint = {}) const {
        Diagnostic problem{Severity::error, {file, line, 0, full(key)}, "bad_value", text, hint};
        throw InputError(problem); // named: gcc 12 takes a temporary for uninitialised
    }

    double number_of(const toml::node& node, std::string_view key, double least,
                     double most) const {
        const std::optional<double> value = node.is_number() ? node.value<double>() : std::nullopt;
        const std::uint32_t line = node.source().begin.line;
        if (!value || !std::isfinite(*value)) {
            refuse(line, key, "is not a number");
        }
        if (*value < least || *value > most) {
            refuse(line, key, fmt::format("is {}; it must be from {} to {}", *value, least, most));
        }
        return *value;
    }

    std::shared_ptr<Impl> child(std::string_view key, const toml::table* child_table) const {
        return std::make_shared<Impl>(Impl{file, full(key), root, child_table, {}});
    }
};

namespace {

std::uint32_t line_of(const toml::node* node) {
    return node == nullptr ? 0 : node->source().begin.line;
}

} // namespace

bool TomlTable::present() const noexcept {
    return impl_->table != nullptr;
}

void TomlTable::refuse(std::string_view key, const std::string& text,
                       const std::string& hint) const {
    const toml::node* node = impl_->table == nullptr ? nullptr : impl_->table->get(key);
    impl_->refuse(line_of(node != nullptr ? node : impl_->table), key, text, hint);
}

std::vector<std::string> TomlTable::keys() const {
    std::vector<std::string> keys;
    if (impl_->table != nullptr) {
        for (const auto& [key, value] : *impl_->table) {
            keys.emplace_back(key.str());
        }
    }
    return keys;
}

std::optional<std::string> TomlTable::text(std::string_view key) {
    const toml::node* node = impl_->find(key);
    if (node == nullptr) {
        return std::nullopt;
    }
    if (const auto* value = node->as_string()) {
        return value->get();
    }
    impl_->refuse(line_of(node), key, "is not a text in quotes");
}

std::optional<bool> TomlTable::boolean(std::string_view key, std::string_view expected) {
    const toml::node* node = impl_->find(key);
    if (node == nullptr) {
        return std::nullopt;
    }
    if (const auto* value = node->as_boolean()) {
        return value->get();
    }
    impl_->refuse(line_of(node), key, fmt::format("is not {}", expected));
}

bool TomlTable::is_text(std::string_view key) {
    const toml::node* node = impl_->find(key);
    return node != nullptr && node->is_string();
}

bool TomlTable::says(std::string_view key, std::string_view word) {
    const toml::node* node = impl_->find(key);
    const auto* value = node == nullptr ? nullptr : node->as_string();
    return value != nullptr && value->get() == word;
}

std::vector<std::string> TomlTable::texts(std::string_view key) {
    const toml::node* node = impl_->find(key);
    std::vector<std::string> values;
    if (node == nullptr) {
        return values;
    }
    const auto* array = node->as_array();
    if (array == nullptr) {
        impl_->refuse(line_of(node), key, "is not a list in brackets");
    }
    for (const toml::node& element : *array) {
        const auto* value = element.as_string();
        if (value == nullptr) {
            impl_->refuse(line_of(&element), key, "is not a list of texts in quotes");
        }
        values.push_back(value->get());
    }
    return values;
}

std::optional<double> TomlTable::number(std::string_view key, double least, double most) {
    const toml::node* node = impl_->find(key);
    return node == nullptr ? std::nullopt
                           : std::optional(impl_->number_of(*node, key, least, most));
}

std::vector<double> TomlTable::numbers(std::string_view key, double least, double most) {
    const toml::node* node = impl_->find(key);
    std::vector<double> values;
    if (node == nullptr) {
        return values;
    }
    const auto* array = node->as_array();
    if (array == nullptr) {
        impl_->refuse(line_of(node), key, "is not a list in brackets");
    }
    for (const toml::node& element : *array) {
        values.push_back(impl_->number_of(element, key, least, most));
    }
    return values;
}

std::optional<int> TomlTable::whole(std::string_view key, int least, int most) {
    const toml::node* node = impl_->find(key);
    if (node == nullptr) {
        return std::nullopt;
    }
    const auto* value = node->as_integer();
    if (value == nullptr) {
        impl_->refuse(line_of(node), key, "is not a whole number");
    }
    if (value->get() < least || value->get() > most) {
        impl_->refuse(line_of(node), key,
                      fmt::format("is {}; it must be from {} to {}", value->get(), least, most));
    }
    return static_cast<int>(value->get());
}

std::optional<bool> TomlTable::flag(std::string_view key) {
    const toml::node* node = impl_->find(key);
    if (node == nullptr) {
        return std::nullopt;
    }
    const auto* value = node->as_boolean();
    if (value == nullptr) {
        impl_->refuse(line_of(node), key, "is neither true nor false");
    }
    return value->get();
}

std::optional<Date> TomlTable::date(std::string_view key) {
    const toml::node* node = impl_->find(key);
    if (node == nullptr) {
        return std::nullopt;
    }
    std::optional<Date> date;
    if (const auto* value = node->as_date()) {
        date = Date::try_from_ymd(value->get().year, value->get().month, value->get().day);
    } else if (const auto* text = node->as_string()) {
        date = parse_date(text->get());
    }
    if (!date) {
        impl_->refuse(line_of(node), key, "is not a date of the shape YYYY-MM-DD");
    }
    return date;
}

TomlTable TomlTable::table(std::string_view key) {
    const toml::node* node = impl_->find(key);
    const auto* child = node == nullptr ? nullptr : node->as_table();
    if (node != nullptr && child == nullptr) {
        impl_->refuse(line_of(node), key, fmt::format("is not a table [{}]", impl_->full(key)));
    }
    return TomlTable(impl_->child(key, child));
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) {
    const toml::node* node = impl_->find(key);
    std::vector<TomlTable> children;
    if (node == nullptr) {
        return children;
    }
    const auto* array = node->as_array();
    if (array == nullptr || (!array->empty() && !array->is_array_of_tables())) {
        impl_->refuse(line_of(node), key,
                      fmt::format("is not a list of tables [[{}]]", impl_->full(key)));
    }
    for (const toml::node& element : *array) {
        children.emplace_back(impl_->child(key, element.as_table()));
    }
    return children;
}

void TomlTable::finish() const {
    if (impl_->table == nullptr) {
        return;
    }
    const std::vector<std::string_view> known(impl_->asked.begin(), impl_->asked.end());
    for (const auto& [key, node] : *impl_->table) {
        const std::string name(key.str());
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            const std::string nearest = nearest_name(name, known);
            impl_->refuse(line_of(&node), name, "is not a key that is known here",
                          nearest.empty() ? "" : fmt::format("did you mean '{}'?", nearest));
        }
    }
}

TomlTable parse_toml(const std::string& text, const std::string& name) {
    try {
        auto root = std::make_shared<toml::table>(toml::parse(text, name));
        const toml::table* table = root.get();
        return TomlTable(std::make_shared<TomlTable::Impl>(
            TomlTable::Impl{name, {}, std::move(root), table, {}}));
    } catch (const toml::parse_error& error) {
        throw InputError(
            Diagnostic{Severity::error,
                       {name, error.source().begin.line, error.source().begin.column, {}},
                       "not_toml",
                       std::string(error.description()),
                       "texts stand in quotes; yes and no are spelt true and false"});
    }
}

TomlTable open_toml(const std::string& path) {
    return parse_toml(read_small_file(path), path);
}

} // namespace plimsoll::ingest

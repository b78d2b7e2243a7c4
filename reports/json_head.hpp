// What every JSON document starts with, and how values become JSON. For the writers of this folder.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_JSON_HEAD_HPP
#define PLIMSOLL_REPORTS_JSON_HEAD_HPP

#include "model/date.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace plimsoll::reports {

using Json = nlohmann::ordered_json;

inline Json json_head(std::string_view name, const std::string& program,
                      std::optional<Date> as_of) {
    Json head;
    head["schema"] = "plimsoll." + std::string(name) + "/1";
    head["program"] = program;
    head["as_of"] = as_of ? Json(to_string(*as_of)) : Json();
    return head;
}

template <class T>
Json json_of(const std::optional<T>& value) {
    return value ? Json(*value) : Json();
}

inline Json json_of(const std::optional<Date>& day) {
    return day ? Json(to_string(*day)) : Json();
}

/// Two blanks an indent, one line end behind it. Text that is not UTF-8 is mended, not thrown at.
inline std::string json_text(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace plimsoll::reports

#endif

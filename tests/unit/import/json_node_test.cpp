// JSON that comes back.
// SPDX-License-Identifier: Apache-2.0
#include "import/json_node.hpp"
#include "model/error.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace plimsoll;
using Catch::Matchers::Contains;
using ingest::JsonNode;

namespace {

JsonNode parse(const std::string& text) {
    return JsonNode::parse(text, "a.json");
}

template <class Ask>
std::string refusal(const std::string& text, Ask&& ask) {
    try {
        ask(parse(text));
    } catch (const InputError& error) {
        return error.what();
    }
    return "not refused";
}

} // namespace

TEST_CASE("values of a JSON document are read by key and place", "[import][json]") {
    const JsonNode root =
        parse(R"({"a":[{"d":"2026-11-24","n":1.5,"w":3,"t":"x","f":true,"0":null}]})");
    const JsonNode item = root["a"].items().front();
    CHECK(item["d"].day() == test::day("2026-11-24"));
    CHECK(item["n"].number(0, 2) == 1.5);
    CHECK(item["w"].whole(0, 3) == 3);
    CHECK(item["t"].text() == "x");
    CHECK(item["f"].flag());
    CHECK_FALSE(item["0"].number_or_null(0, 1));
    CHECK_FALSE(item["0"].day_or_null());
    CHECK(item.find("missing").is_null());
}

TEST_CASE("what a document does not say as asked is refused with its place", "[import][json]") {
    CHECK_THAT(refusal("{\"a\":\n[1,", [](const JsonNode&) {}),
               Contains("a.json:2: error: this is no JSON"));
    CHECK_THAT(refusal("{}", [](const JsonNode& n) { n["a"].text(); }), Contains("a is missing"));
    CHECK_THAT(refusal("[]", [](const JsonNode& n) { n["a"].text(); }), Contains("is no object"));
    CHECK_THAT(
        refusal(R"({"a":[{},{"b":1}]})", [](const JsonNode& n) { n["a"].items()[1]["b"].text(); }),
        Contains("a[1].b is no text"));
    CHECK_THAT(refusal(R"({"a":1})", [](const JsonNode& n) { n["a"].items(); }),
               Contains("a is no list"));
    CHECK_THAT(refusal(R"({"a":"2026-02-30"})", [](const JsonNode& n) { n["a"].day(); }),
               Contains("a is no day"));
    CHECK_THAT(refusal(R"({"a":7})", [](const JsonNode& n) { n["a"].number(0, 6); }),
               Contains("a is 7, not from 0 to 6"));
    CHECK_THAT(refusal(R"({"a":1.5})", [](const JsonNode& n) { n["a"].whole(0, 6); }),
               Contains("a is no whole number"));
    CHECK_THAT(refusal(R"({"a":"1"})", [](const JsonNode& n) { n["a"].number(0, 6); }),
               Contains("a is no number"));
    CHECK_THAT(refusal(R"({"a":1})", [](const JsonNode& n) { n["a"].flag(); }),
               Contains("a is neither true nor false"));
    CHECK_THAT(refusal(R"({"a":1e999})", [](const JsonNode& n) { n["a"].number(0, 1); }),
               Contains("JSON"));
}

// JSON Schemas for tests.
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/schema.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <fstream>
#include <string>

namespace plimsoll::test {
namespace {

nlohmann::json file_of(const std::string& name) {
    std::ifstream file(std::string(PLIMSOLL_SOURCE_DIR) + "/docs/schema/" + name);
    REQUIRE(file.good());
    return nlohmann::json::parse(file);
}

} // namespace

std::string complaints(const std::string& schema_name, const std::string& document) {
    using Adapter = valijson::adapters::NlohmannJsonAdapter;
    const nlohmann::json schema_json = file_of(schema_name);
    const nlohmann::json json = nlohmann::json::parse(document);
    valijson::Schema schema;
    valijson::SchemaParser().populateSchema(Adapter(schema_json), schema);
    valijson::ValidationResults results;
    valijson::Validator(valijson::Validator::kStrongTypes)
        .validate(schema, Adapter(json), &results);
    std::string text;
    valijson::ValidationResults::Error error;
    while (results.popError(error)) {
        for (const std::string& step : error.context) {
            text += step;
        }
        text += ": " + error.description + "\n";
    }
    return text;
}

} // namespace plimsoll::test

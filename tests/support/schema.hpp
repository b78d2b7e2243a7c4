// JSON Schemas of docs/schema for tests.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_TESTS_SUPPORT_SCHEMA_HPP
#define PLIMSOLL_TESTS_SUPPORT_SCHEMA_HPP

#include <string>

namespace plimsoll::test {

/// The complaints of the schema docs/schema/@p schema_name about the document, one a line.
std::string complaints(const std::string& schema_name, const std::string& document);

} // namespace plimsoll::test

#endif

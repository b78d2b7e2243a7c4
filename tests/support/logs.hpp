// Logs in memory for tests.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_TESTS_SUPPORT_LOGS_HPP
#define PLIMSOLL_TESTS_SUPPORT_LOGS_HPP

#include "import/import_options.hpp"
#include "model/training_log.hpp"
#include "tests/support/sessions.hpp"

#include <string>

namespace plimsoll::test {

/// Imports @p text as if it were a file called "log.csv".
TrainingLog import_text(const std::string& text, const ingest::ImportOptions& options = {});

/// The messages of @p log, one a line.
std::string messages_of(const TrainingLog& log);

} // namespace plimsoll::test

#endif

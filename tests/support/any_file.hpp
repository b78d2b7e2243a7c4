// A file of any kind in memory, imported for tests.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_TESTS_SUPPORT_ANY_FILE_HPP
#define PLIMSOLL_TESTS_SUPPORT_ANY_FILE_HPP

#include "import/import_options.hpp"
#include "model/training_log.hpp"

#include <string>
#include <utility>
#include <vector>

namespace plimsoll::test {

/// Imports @p bytes as a file called @p name, whatever they are.
TrainingLog import_any(const std::string& bytes, const std::string& name = "a_file",
                       const ingest::ImportOptions& options = {});

/// Imports several files, each a name and its bytes, into one log.
TrainingLog import_files(const std::vector<std::pair<std::string, std::string>>& files,
                         const ingest::ImportOptions& options = {});

} // namespace plimsoll::test

#endif

// Any mixture of files, folders and the standard input becomes one training log.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_LOG_IMPORT_HPP
#define PLIMSOLL_IMPORT_LOG_IMPORT_HPP

#include "import/import_options.hpp"
#include "model/training_log.hpp"

#include <span>
#include <string>

namespace plimsoll::ingest {

/// Reads every input: a file, a folder (with the folders in it; hidden files are left out), or "-"
/// for the standard input. An input that cannot be read leaves an error in the diagnostics and the
/// others are read all the same; a file within a folder that is no log leaves a note.
/// Every row of every file that was read ends as a session, a duplicate, or a diagnostic.
/// @throws InputError  options.strict, at the first error.
TrainingLog import_logs(std::span<const std::string> inputs, const ImportOptions& options);

/// The same before duplicates are folded, for who takes one athlete at a time.
PackedLog import_packed(std::span<const std::string> inputs, const ImportOptions& options);

} // namespace plimsoll::ingest

#endif

// The athlete's file: who, which sport, past injuries, policy.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_ATHLETE_FILE_HPP
#define PLIMSOLL_IMPORT_ATHLETE_FILE_HPP

#include "import/toml_file.hpp"
#include "model/athlete.hpp"

#include <string>

namespace plimsoll::ingest {

/// @throws IoError  @throws InputError  a key that is not known, a value outside its range, an
///                  injury that ended before it began.
Athlete read_athlete_file(const std::string& path);
Athlete athlete_from(TomlTable file);

} // namespace plimsoll::ingest

#endif

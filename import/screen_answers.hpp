// The answers file of the screen.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_SCREEN_ANSWERS_HPP
#define PLIMSOLL_IMPORT_SCREEN_ANSWERS_HPP

#include "import/toml_file.hpp"
#include "model/screen_answers.hpp"

#include <string>

namespace plimsoll::ingest {

/// Tables [screen] (date: the day of the answers), [red_flags] and [calf]. A key that is absent, or
/// "unknown", is not answered.
/// @throws IoError  @throws InputError  a key that is not known, a value of another type, outside
///                  its range, or no answer to its question; with file, line and key.
ScreenAnswers read_screen_answers(const std::string& path);
ScreenAnswers screen_answers_from(TomlTable file);

} // namespace plimsoll::ingest

#endif

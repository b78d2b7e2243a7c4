// A dialect that a user wrote down: `--map FILE.toml`.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_MAP_FILE_HPP
#define PLIMSOLL_IMPORT_MAP_FILE_HPP

#include "import/dialect.hpp"
#include "import/toml_file.hpp"

#include <memory>

namespace plimsoll::ingest {

/// The dialect that @p toml describes. A table is of it when its header has every column that
/// [columns] names; keys of [columns] are fields of the canonical log, with their unit behind them
/// (duration_min, distance_km), values are header cells.
/// @throws InputError  an unknown key or value, a field twice, no start, or none of duration,
///                     distance and load.
std::shared_ptr<const Dialect> map_from(TomlTable toml);

} // namespace plimsoll::ingest

#endif

// The moment in a file's name, for files that do not say when they were recorded.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_NAME_DATE_HPP
#define PLIMSOLL_IMPORT_NAME_DATE_HPP

#include "model/date.hpp"

#include <optional>
#include <string_view>

namespace plimsoll::ingest {

/// The first local moment that the last part of @p path spells: year, month, day, and perhaps hour,
/// minute, second, with or without one sign between them: "2015-10-13-08-43-15.fit",
/// "20170518-191602-1740899583.fit", "2009_11_28_11_00_00.csv". Years 1980 to 2099.
std::optional<LocalTime> moment_in_name(std::string_view path);

} // namespace plimsoll::ingest

#endif

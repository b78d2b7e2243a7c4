// The sport that a vendor's or a coach's own word for it names.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_SPORT_LABEL_HPP
#define PLIMSOLL_IMPORT_SPORT_LABEL_HPP

#include "model/sport.hpp"

#include <optional>
#include <string_view>

namespace plimsoll::ingest {

/// Looks @p label up without regard to case, and with blanks, hyphens and underscores alike.
/// An empty label is Sport::unknown. Nothing where the table does not know the label.
std::optional<Sport> sport_of_label(std::string_view label);

} // namespace plimsoll::ingest

#endif

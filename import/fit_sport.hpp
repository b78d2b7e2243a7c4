// The sport codes of FIT files.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_FIT_SPORT_HPP
#define PLIMSOLL_IMPORT_FIT_SPORT_HPP

#include "model/sport.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace plimsoll::ingest {

/// The sport of a FIT sport code and its sub-sport; nothing where the code is not known.
/// @source  formats.md 7.7
std::optional<Sport> sport_of_fit(std::uint32_t sport, std::optional<std::uint32_t> sub_sport);

/// The code of the change from one leg of a multisport race to the next.
inline constexpr std::uint32_t fit_transition = 3;

/// "Garmin" and the like for a manufacturer's number; empty where it is not known.
std::string_view manufacturer_of_fit(std::uint32_t number) noexcept;

/// What a file of file type @p type holds: "settings", "workout", ...; empty where not known.
std::string_view file_kind_of_fit(std::uint32_t type) noexcept;

inline constexpr std::uint32_t fit_activity_file = 4;

} // namespace plimsoll::ingest

#endif

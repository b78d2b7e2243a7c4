// Quantities as people read them. No locale: the same bytes everywhere.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_FORMAT_HPP
#define PLIMSOLL_REPORTS_FORMAT_HPP

#include "model/date.hpp"
#include "reports/customs.hpp"
#include "risk/acwr.hpp"
#include "risk/factor.hpp"
#include "risk/measure.hpp"

#include <optional>
#include <string>

namespace plimsoll::reports {

/// What stands where there is no value.
inline constexpr const char* absent = "-";

std::string day_month(Date day);      ///< 22 Nov
std::string day_month_year(Date day); ///< 22 Nov 2026
/// 18.0 km, 11.2 mi
std::string distance(double metres, const Customs& customs);
/// 18.0
std::string distance_figure(std::optional<double> metres, const Customs& customs);
std::string km(double metres);                    ///< 18.0 km, for machine forms
std::string clock(std::optional<double> seconds); ///< 1:23:45, 48:12
/// @p text of the planner, which tells kilometres: @p metres in it as distance() has them.
std::string retold(std::string text, double metres, const Customs& customs);
/// kilometre, mile
std::string name_of_length(const Customs& customs);
/// Minutes and seconds a kilometre or mile, 5:43; absent without both, or below 100 m.
std::string pace(std::optional<double> seconds, std::optional<double> metres,
                 const Customs& customs);
std::string whole(std::optional<double> value);           ///< 148
std::string percent_change(std::optional<double> change); ///< +12 %
std::string two_digits(std::optional<double> value);      ///< 1.23
/// A load with its unit: 42.3 km, 1820 AU, 312 min.
std::string amount(double value, risk::Measure measure, const Customs& customs);
/// The figure of amount() without the unit.
std::string amount_figure(double value, risk::Measure measure, const Customs& customs);
std::string amount_unit(risk::Measure measure, const Customs& customs); ///< km, AU, min
/// 1.23, or what keeps the ratio from being: "warming up", "no base".
std::string ratio(const risk::Ratio& ratio);
/// Hazard ratio to one decimal, with the interval: 1.9 (1.4-2.7).
std::string hazard(double ratio, const std::optional<risk::Interval>& interval);
/// A probability to two significant figures: 0.36 %.
std::string probability(double value);
/// "1 gap", "2 gaps": @p count and @p noun, with an s unless there is one.
std::string counted(std::size_t count, const std::string& noun);

} // namespace plimsoll::reports

#endif

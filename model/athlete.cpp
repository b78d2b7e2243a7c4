// Athletes.
// SPDX-License-Identifier: Apache-2.0
#include "model/athlete.hpp"

namespace plimsoll {

std::string_view to_string(Sex sex) noexcept {
    return sex == Sex::female ? "female" : "male";
}

bool is_calf(const Injury& injury) noexcept {
    const std::string_view site = injury.site;
    return site.starts_with("calf") || site.starts_with("soleus") ||
           site.starts_with("gastrocnemius") || injury.muscle == "soleus" ||
           injury.muscle == "gastrocnemius";
}

} // namespace plimsoll

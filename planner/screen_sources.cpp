// The table of sources.
// SPDX-License-Identifier: Apache-2.0
#include "planner/screen_sources.hpp"

#include "model/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace plimsoll::planner {
namespace {

constexpr bool unverified = false;

constexpr std::array source_table{
    ScreenSource{"clinic's article",
                 "a sports-physiotherapy clinic's article on calf pain in runners, from which this "
                 "program started"},
    ScreenSource{"this program", "a choice of this program, made without a study"},
    ScreenSource{"Alshami et al. 2022", "J Manipulative Physiol Ther; 51 people, random groups"},
    ScreenSource{"Balius et al. 2014", "Skeletal Radiol, doi:10.1007/s00256-014-1856-z; 55 cases"},
    ScreenSource{"Bengtsson et al. 2020",
                 "Br J Sports Med 54:427, doi:10.1136/bjsports-2019-100655"},
    ScreenSource{"BMJ Best Practice", "on cauda equina syndrome, topic 3000164, in a copy"},
    ScreenSource{"Dixon 2009", "a review, doi:10.1007/s12178-009-9045-8"},
    ScreenSource{"Frandsen et al. 2025",
                 "Br J Sports Med 59:1203, doi:10.1136/bjsports-2024-109380"},
    ScreenSource{"Green and Pizzari 2017",
                 "Br J Sports Med 51:1189, doi:10.1136/bjsports-2016-097177; 10 studies"},
    ScreenSource{"Green et al. 2020", "Scand J Med Sci Sports 30:174, doi:10.1111/sms.13552"},
    ScreenSource{"Green et al. 2022",
                 "Sports Med Open 8:10, doi:10.1186/s40798-021-00364-0; 20 experts"},
    ScreenSource{"Hagglund et al. 2013", "Am J Sports Med 41:327, doi:10.1177/0363546512470634"},
    ScreenSource{"Hebert-Losier et al. 2017",
                 "Physiotherapy 103:446, doi:10.1016/j.physio.2017.03.002"},
    ScreenSource{"Maffulli 1998", "on the torn Achilles tendon; secondary source"},
    ScreenSource{"Mayo Clinic", "on sciatica; secondary source", unverified},
    ScreenSource{"McManus et al. 2004", "J Sci Med Sport 7:384, doi:10.1016/S1440-2440(04)80033-1"},
    ScreenSource{"Medscape", "medial gastrocnemius strain, clinical presentation, May 2023",
                 unverified},
    ScreenSource{"Moen", "a running test stops at pain 2 of 10, ankleandfootnorthwest.com/blog/"
                         "147922"},
    ScreenSource{"NHS", "page on cellulitis", unverified},
    ScreenSource{"NHS 111 Wales", "on pulmonary embolism", unverified},
    ScreenSource{"NICE NG12", "on deep bone pain at night; secondary source, gpreasoning.uk",
                 unverified},
    ScreenSource{"Ottawa rules",
                 "four steps, made for ankle and foot; that they serve here is a choice of this "
                 "program",
                 unverified},
    ScreenSource{"Reiman et al. 2014", "J Athl Train 49:820; secondary source"},
    ScreenSource{"Schmid 2018", "by way of a physiotherapy blog of the University of Brighton"},
    ScreenSource{"Stares et al. 2018", "J Sci Med Sport 21:1019, doi:10.1016/j.jsams.2018.03.012"},
    ScreenSource{"tennis leg 2016",
                 "scielo.br S1517-86922016000500381; 81 people, scanned for a clot"},
    ScreenSource{"Wells et al. 2003", "N Engl J Med 349:1227, without its last item"},
    ScreenSource{"docslib 3422961", "on acute compartment syndrome, docslib.org/doc/3422961"},
};

} // namespace

std::span<const ScreenSource> screen_sources() noexcept {
    return source_table;
}

std::vector<const ScreenSource*> sources_in(std::string_view names) {
    constexpr std::string_view between = "; ";
    std::vector<const ScreenSource*> found;
    while (!names.empty()) {
        const std::string_view name = names.substr(0, names.find(between));
        names.remove_prefix(std::min(names.size(), name.size() + between.size()));
        const auto* const source =
            std::find_if(source_table.begin(), source_table.end(),
                         [&](const ScreenSource& entry) { return entry.name == name; });
        require(source != source_table.end(), "sources_in: a source that is not in the table");
        found.push_back(source);
    }
    return found;
}

std::string references_of(std::string_view names) {
    std::string text;
    for (const ScreenSource* source : sources_in(names)) {
        text += fmt::format("{}{}, {}{}", text.empty() ? "" : "; ", source->name, source->reference,
                            source->verified ? "" : ", unverified");
    }
    return text;
}

bool all_verified(std::string_view names) {
    const std::vector<const ScreenSource*> sources = sources_in(names);
    return std::all_of(sources.begin(), sources.end(),
                       [](const ScreenSource* source) { return source->verified; });
}

std::string with_source(std::string_view text, std::string_view source, std::string_view evidence) {
    return fmt::format("{} [{}; {}{}]", text, source, evidence,
                       all_verified(source) ? "" : ", unverified");
}

std::string with_source(const SourcedText& sourced) {
    return with_source(sourced.text, sourced.source, sourced.evidence);
}

} // namespace plimsoll::planner

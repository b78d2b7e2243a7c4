// Matching a roster with a log.
// SPDX-License-Identifier: Apache-2.0
#include "app/roster.hpp"

#include "import/byte_source.hpp"
#include "import/roster_file.hpp"
#include "import/text_encoding.hpp"
#include "model/error.hpp"
#include "model/nearest_name.hpp"
#include "reports/format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace plimsoll::app {
namespace {

constexpr std::size_t most_hints = 50; // policy: each is looked up among all names

// "ann, bob, cid and 4 more"
std::string some_of(const std::vector<std::string>& names) {
    constexpr std::size_t most = 8;
    std::string text;
    for (std::size_t i = 0; i < std::min(most, names.size()); ++i) {
        text += (i == 0 ? "" : ", ") + names[i];
    }
    return names.size() > most ? fmt::format("{} and {} more", text, names.size() - most) : text;
}

class RosterMatch {
public:
    RosterMatch(const RosterRequest& request, std::span<const std::string_view> athletes)
        : request_(request) {
        in_log_.insert(athletes.begin(), athletes.end());
    }

    void take(ingest::RosterFile file) {
        problems_ = std::move(file.diagnostics);
        roster_.refused.insert(file.refused.begin(), file.refused.end());
        roster_.rows_refused = file.refused.size();
        std::vector<ingest::RosterEntry> strangers;
        for (ingest::RosterEntry& entry : file.entries) {
            Athlete& athlete = entry.athlete;
            if (athlete.birth_date && *athlete.birth_date >= request_.as_of) {
                entry.where.field = "birth_date";
                entry.where.column = 0;
                refuse(athlete.id, entry.where,
                       fmt::format("of '{}' is {}, not before {}", athlete.id,
                                   to_string(*athlete.birth_date), to_string(request_.as_of)));
            } else if (!in_log_.contains(athlete.id)) {
                strangers.push_back(std::move(entry));
            } else {
                std::string id = athlete.id;
                roster_.athletes.emplace(std::move(id), std::move(athlete));
            }
        }
        look_for(strangers);
    }

    void tell(Messages& messages) const {
        messages.diagnostics(problems_);
        for (const Diagnostic& problem : problems_) {
            if (request_.strict && problem.severity == Severity::error) {
                throw InputError(problem);
            }
        }
        const auto list = [&](const std::vector<std::string>& names, const char* here,
                              const char* there) {
            if (!names.empty()) {
                messages.note(fmt::format("{} of the {} {} not in the {}: {}",
                                          reports::counted(names.size(), "athlete"), here,
                                          names.size() == 1 ? "is" : "are", there, some_of(names)));
            }
        };
        if (request_.only.empty()) {
            list(not_in_log_, "roster", "log");
        }
        list(without_row(), "log", "roster");
    }

    Roster take_roster() && {
        roster_.not_in_log = std::move(not_in_log_);
        return std::move(roster_);
    }

private:
    void refuse(const std::string& athlete, const SourcePos& where, std::string text,
                std::string hint = {}) {
        problems_.push_back(
            {Severity::error, where, "bad_roster_row", std::move(text), std::move(hint)});
        roster_.refused.insert(athlete);
        ++roster_.rows_refused;
    }

    // Athletes of the log that are asked for and have no row.
    std::vector<std::string> without_row() const {
        std::vector<std::string> names;
        for (const std::string_view id : in_log_) {
            const bool asked = request_.only.empty() || request_.only == id;
            if (asked && roster_.find(id) == nullptr && !roster_.refused.contains(id)) {
                names.emplace_back(id);
            }
        }
        return names;
    }

    // Whom the rows of no athlete of the log were probably meant for.
    void look_for(const std::vector<ingest::RosterEntry>& strangers) {
        const std::vector<std::string> candidates = without_row();
        const std::vector<std::string_view> views(candidates.begin(), candidates.end());
        std::map<std::string, std::string> folded;
        for (const std::string& id : candidates) {
            folded.emplace(ingest::folded(id), id);
        }
        for (const ingest::RosterEntry& entry : strangers) {
            const std::string& id = entry.athlete.id;
            const std::string text = fmt::format("'{}' is not in the log; the row is left out", id);
            const auto same = folded.find(ingest::folded(id));
            if (same != folded.end()) {
                refuse(same->second, entry.where, text,
                       fmt::format("did you mean '{}'?", same->second));
                continue;
            }
            const std::string nearest =
                not_in_log_.size() < most_hints ? nearest_name(id, views) : std::string();
            if (!nearest.empty()) {
                problems_.push_back({Severity::note, entry.where, "stray_athlete", text,
                                     fmt::format("did you mean '{}'?", nearest)});
            }
            not_in_log_.push_back(id);
        }
    }

    const RosterRequest& request_;
    std::set<std::string_view> in_log_;
    Roster roster_;
    std::vector<Diagnostic> problems_;
    std::vector<std::string> not_in_log_;
};

} // namespace

const Athlete* Roster::find(std::string_view athlete) const {
    const auto found = athletes.find(athlete);
    return found == athletes.end() ? nullptr : &found->second;
}

Roster read_and_match_roster(const RosterRequest& request,
                             std::span<const std::string_view> athletes, Messages& messages) {
    const auto bytes = ingest::open_file(request.path);
    RosterMatch match(request, athletes);
    match.take(ingest::read_roster(*bytes));
    match.tell(messages);
    return std::move(match).take_roster();
}

} // namespace plimsoll::app

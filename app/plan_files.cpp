// Files of plans.
// SPDX-License-Identifier: Apache-2.0
#include "app/plan_files.hpp"

#include "app/folder_files.hpp"
#include "model/error.hpp"
#include "model/nearest_name.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>
#include <vector>

namespace plimsoll::app {
namespace {

std::vector<std::string_view> ids_of(std::span<const AthleteSessions> athletes) {
    std::vector<std::string_view> ids;
    for (const AthleteSessions& athlete : athletes) {
        ids.push_back(athlete.athlete);
    }
    return ids;
}

// An error of a file without its place in front, which is told apart.
std::string reason_of(const IoError& error, const std::string& path) {
    const std::string whole = error.what();
    const std::string place = path + ": error: ";
    return whole.starts_with(place) ? whole.substr(place.size()) : whole;
}

InputError not_in_log(const planner::PlanFile& file, std::span<const std::string_view> ids) {
    const std::string nearest = nearest_name(file.athlete, ids);
    return {{file.path, 0, 0, "athlete"},
            ids.size() == 1
                ? fmt::format("is '{}', and the log is of '{}'", file.athlete, ids.front())
                : fmt::format("is '{}', who is not in the log", file.athlete),
            nearest.empty() || ids.size() == 1 ? "" : "did you mean '" + nearest + "'?"};
}

bool is_of_log(const planner::PlanFile& file, std::span<const std::string_view> ids) {
    return std::find(ids.begin(), ids.end(), file.athlete) != ids.end();
}

// Reads a folder's files one by one; what cannot be used is told and left out.
class Reader {
public:
    Reader(const Invocation& invocation, Inputs& inputs, Messages& messages)
        : strict_(invocation.strict),
          athletes_(inputs.log.by_athlete()),
          ids_(ids_of(athletes_)),
          plans_(inputs.plans),
          messages_(messages) {}

    void read(const std::string& path) {
        try {
            planner::PlanFile file = planner::read_plan_file(path);
            plans_.files.emplace_back(path, file.athlete);
            if (!is_of_log(file, ids_)) {
                throw not_in_log(file, ids_);
            }
            take(std::move(file));
        } catch (const InputError& error) {
            refuse(path, error.diagnostic());
        } catch (const IoError& error) {
            refuse(path, {Severity::error, {path, 0, 0, ""}, "io", reason_of(error, path), ""});
        }
    }

private:
    void refuse(const std::string& path, const Diagnostic& diagnostic) {
        if (strict_) {
            throw InputError(diagnostic);
        }
        const bool named = std::any_of(plans_.files.begin(), plans_.files.end(),
                                       [&](const auto& file) { return file.first == path; });
        if (!named) {
            plans_.files.emplace_back(path, "");
        }
        ++plans_.refused;
        const std::array all{diagnostic};
        messages_.diagnostics(all);
    }

    void take(planner::PlanFile file) {
        const std::string athlete = file.athlete;
        const auto known = plans_.by_athlete.find(athlete);
        if (known == plans_.by_athlete.end()) {
            const auto tied = ties_.find(athlete);
            if (tied == ties_.end() || made(file) > made(tied->second)) {
                plans_.by_athlete.emplace(athlete, std::move(file));
                return;
            }
            tell_older(file, tied->second);
            return;
        }
        planner::PlanFile& other = known->second;
        if (made(file) == made(other)) {
            const std::string other_path = other.path;
            ties_.emplace(athlete, std::move(other));
            plans_.by_athlete.erase(known);
            throw InputError(
                {file.path, 0, 0, "athlete"},
                fmt::format("is '{}', as in {}, made on the same day: neither plan is used",
                            athlete, other_path),
                "keep the one that holds in the folder");
        }
        if (made(file) > made(other)) {
            std::swap(file, other);
        }
        tell_older(file, other);
    }

    static std::pair<Date, int> made(const planner::PlanFile& file) {
        return {file.as_of, file.sequence};
    }

    void tell_older(const planner::PlanFile& older, const planner::PlanFile& newer) {
        const std::array all{
            Diagnostic{Severity::warning,
                       {older.path, 0, 0, "athlete"},
                       "older_plan",
                       fmt::format("is '{}', and {} has a later plan: that one is used",
                                   older.athlete, newer.path),
                       ""}};
        messages_.diagnostics(all);
    }

    bool strict_;
    std::vector<AthleteSessions> athletes_;
    std::vector<std::string_view> ids_;
    Plans& plans_;
    Messages& messages_;
    std::map<std::string, planner::PlanFile> ties_;
};

} // namespace

void read_plan_of(const Invocation& invocation, std::span<const AthleteSessions> athletes,
                  Inputs& inputs) {
    if (invocation.plan.empty()) {
        return;
    }
    planner::PlanFile file = planner::read_plan_file(invocation.plan);
    const std::vector<std::string_view> ids = ids_of(athletes);
    if (!is_of_log(file, ids)) {
        throw not_in_log(file, ids);
    }
    const std::string athlete = file.athlete;
    inputs.plans.by_athlete.emplace(athlete, std::move(file));
}

void read_plans(const Invocation& invocation, Inputs& inputs, Messages& messages) {
    if (invocation.plans.empty()) {
        return;
    }
    const std::vector<std::string> paths = files_in(invocation.plans, ".json");
    if (paths.empty()) {
        messages.note(
            fmt::format("{}: no plan there: no file that ends in .json", invocation.plans));
    }
    Reader reader(invocation, inputs, messages);
    for (const std::string& path : paths) {
        reader.read(path);
    }
}

std::optional<planner::PlanStanding> standing_of(const Inputs& inputs,
                                                 std::span<const Session> sessions, Date week_from,
                                                 const risk::Statement& statement) {
    const auto found = inputs.plans.by_athlete.find(statement.athlete);
    if (found == inputs.plans.by_athlete.end()) {
        return std::nullopt;
    }
    return planner::standing_in(found->second, sessions, week_from, statement);
}

} // namespace plimsoll::app

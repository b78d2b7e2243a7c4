// From amounts to whole repetitions, every rule kept.
// SPDX-License-Identifier: Apache-2.0
#include "planner/speed_model.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace plimsoll::planner {
namespace {

constexpr double row_slack_units = 1e-6; // of sums of whole numbers
constexpr double near_whole = 1e-4;      // of what the solver calls whole

class SpeedRounding {
public:
    SpeedRounding(const SpeedFrame& frame, const std::vector<SpeedRow>& rows,
                  const std::vector<double>& wanted)
        : frame_(frame),
          rows_(rows),
          wanted_(wanted) {
        for (std::size_t p = 0; p < frame.parts.size(); ++p) {
            const double step = frame.parts[p].step;
            const double steps = std::floor(wanted[p] / step + near_whole);
            amounts_.push_back(std::max(0.0, steps * step));
        }
    }

    std::vector<double> round() {
        for (std::size_t week = 0; week < frame_.weeks.size(); ++week) {
            while (cut_one(week)) {
            }
            fill(week);
        }
        return std::move(amounts_);
    }

private:
    double value_of(const SpeedRow& row) const {
        double sum = 0.0;
        for (const auto& [part, factor] : row.terms) {
            sum += factor * amounts_[part];
        }
        return sum;
    }

    // Weeks before may have come out lower, and what may follow them with them.
    bool cut_one(std::size_t week) {
        for (const SpeedRow& row : rows_) {
            if (row.week != week || value_of(row) <= row.at_most + row_slack_units) {
                continue;
            }
            const std::pair<std::size_t, double>* most = nullptr;
            for (const auto& term : row.terms) {
                const bool counts = term.second > 0.0 && amounts_[term.first] > 0.0;
                if (counts && (most == nullptr || amounts_[term.first] * term.second >
                                                      amounts_[most->first] * most->second)) {
                    most = &term;
                }
            }
            if (most != nullptr) {
                amounts_[most->first] -= frame_.parts[most->first].step;
                return true;
            }
        }
        return false;
    }

    bool keeps(std::size_t week) const {
        return std::all_of(rows_.begin(), rows_.end(), [&](const SpeedRow& row) {
            return row.week != week || value_of(row) <= row.at_most + row_slack_units;
        });
    }

    // What the program wanted a part of a step of has it whole where that fits; most of it first.
    void fill(std::size_t week) {
        std::vector<std::pair<double, std::size_t>> rest;
        for (std::size_t p = 0; p < frame_.parts.size(); ++p) {
            const double steps = (wanted_[p] - amounts_[p]) / frame_.parts[p].step;
            if (frame_.items[frame_.parts[p].item].week == week && steps > near_whole) {
                rest.emplace_back(-std::min(steps, 1.0), p);
            }
        }
        std::sort(rest.begin(), rest.end());
        for (const auto& entry : rest) {
            const SpeedPart& part = frame_.parts[entry.second];
            double& amount = amounts_[entry.second];
            if (amount + part.step > part.most + row_slack_units) {
                continue;
            }
            amount += part.step;
            if (!keeps(week)) {
                amount -= part.step;
            }
        }
    }

    const SpeedFrame& frame_;
    const std::vector<SpeedRow>& rows_;
    const std::vector<double>& wanted_;
    std::vector<double> amounts_;
};

} // namespace

std::vector<double> whole_amounts(const SpeedFrame& frame, const std::vector<SpeedRow>& rows,
                                  const std::vector<double>& wanted) {
    return SpeedRounding(frame, rows, wanted).round();
}

std::string limit_of_part(const SpeedFrame& frame, const std::vector<SpeedRow>& rows,
                          std::vector<double> amounts, std::size_t part) {
    const SpeedPart& of = frame.parts.at(part);
    const SpeedItem& item = frame.items[of.item];
    if (amounts.at(part) + of.step > of.most + row_slack_units) {
        return item.most_by;
    }
    amounts[part] += of.step;
    for (const SpeedRow& row : rows) {
        double sum = 0.0;
        for (const auto& [column, factor] : row.terms) {
            sum += factor * amounts[column];
        }
        if (sum > row.at_most + row_slack_units) {
            return row.rule;
        }
    }
    return {};
}

} // namespace plimsoll::planner

// Expected days of phases.
// SPDX-License-Identifier: Apache-2.0
#include "planner/phase_spans.hpp"

#include "planner/background.hpp"

#include <algorithm>
#include <cmath>

namespace plimsoll::planner {
namespace {

Date end_of_present(const Pathway& pathway, const PathwayState& state, Date start) {
    const PhaseStay& present = state.present();
    const PathwayPhase& phase = pathway.phases[present.phase];
    const int length = expected_length(phase);
    Date from = state.repeats_from.value_or(present.from);
    if (state.repeats_from && state.hold_until) {
        from = *state.hold_until; // while pain holds, no day of the phase counts
    }
    if (!pathway.starts_at_onset && state.stays.size() == 1 && from == start - 1) {
        from = start; // it begins with the plan
    }
    Date end = from + (length - 1);
    if (end < start) {
        end = start + (std::min(length, most_overdue_days) - 1);
    }
    if (state.waits_until) {
        end = *state.waits_until - 1;
    }
    if (state.hold_until) {
        end = std::max(end, *state.hold_until - 1);
    }
    return end;
}

} // namespace

int expected_length(const PathwayPhase& phase) {
    int length = phase.expected_days();
    const auto team =
        std::find_if(phase.exercises.begin(), phase.exercises.end(), [](const Exercise& exercise) {
            return exercise.kind == SessionKind::team_training && exercise.per_week;
        });
    for (const Gate& gate : phase.gates) {
        if (team != phase.exercises.end() && gate.quantity == Quantity::sessions && gate.at_least) {
            const double weeks = gate.threshold / *team->per_week;
            length = std::max(length, static_cast<int>(std::ceil(days_a_week * weeks)));
        }
    }
    return length;
}

std::vector<PhaseSpan> expected_spans(const Pathway& pathway, const Subject& subject,
                                      const PathwayState& state, Date start) {
    const std::size_t here = state.present().phase;
    std::vector<PhaseSpan> spans{
        {here, state.present().from, end_of_present(pathway, state, start)}};
    for (std::size_t p = here + 1; p < pathway.phases.size(); ++p) {
        const PathwayPhase& phase = pathway.phases[p];
        if (phase.not_before && subject.onset) {
            spans.back().to =
                std::max(spans.back().to, *subject.onset + (phase.not_before->day - 1));
        }
        const Date from = spans.back().to + 1;
        spans.push_back({p, from, from + (expected_length(phase) - 1)});
    }
    return spans;
}

void stretch_to_return(const Pathway& pathway, std::vector<PhaseSpan>& spans, Date start,
                       Date earliest) {
    const auto after = std::find_if(spans.begin(), spans.end(), [&](const PhaseSpan& span) {
        return pathway.phases[span.phase].after_return;
    });
    if (after == spans.begin() || after == spans.end() || earliest <= after->from) {
        return;
    }
    const int more = earliest - after->from;
    const int left = after->from - start; // days of the phases before it
    const auto count = static_cast<std::size_t>(after - spans.begin());
    int added = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const int behind = spans[i].to - added + 1 - start; // days to the end of this one, before
        const int due = more * behind / left;
        stretch(spans, i, spans[i].to + (due - added));
        added = due;
    }
}

void move_return(const Pathway& pathway, const Subject& subject, std::vector<PhaseSpan>& spans,
                 Date start, Date day) {
    stretch_to_return(pathway, spans, start, day);
    const auto after = std::find_if(spans.begin(), spans.end(), [&](const PhaseSpan& span) {
        return pathway.phases[span.phase].after_return;
    });
    if (after == spans.begin() || after == spans.end() || day >= after->from) {
        return;
    }
    const int left = after->from - start; // days of the phases before it
    const int wanted = std::max(0, day - start);
    Date from = spans.front().from;
    for (auto span = spans.begin(); span != after; ++span) {
        const int behind = span->to + 1 - start;
        Date to = std::max(start + behind * wanted / left, std::max(from, start) + 1) - 1;
        const auto& next = pathway.phases[(span + 1)->phase];
        if (next.not_before && subject.onset) {
            to = std::max(to, *subject.onset + (next.not_before->day - 1));
        }
        span->from = from;
        span->to = to;
        from = to + 1;
    }
    for (auto span = after; span != spans.end(); ++span) {
        const int days = span->days();
        span->from = from;
        span->to = from + (days - 1);
        from = span->to + 1;
    }
}

void stretch(std::vector<PhaseSpan>& spans, std::size_t index, Date last) {
    const int more = last - spans.at(index).to;
    if (more <= 0) {
        return;
    }
    spans[index].to = last;
    for (std::size_t i = index + 1; i < spans.size(); ++i) {
        spans[i].from = spans[i].from + more;
        spans[i].to = spans[i].to + more;
    }
}

} // namespace plimsoll::planner

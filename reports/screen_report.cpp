// The screen's page.
// SPDX-License-Identifier: Apache-2.0
#include "reports/screen_report.hpp"

#include "model/words.hpp"
#include "planner/screen_next.hpp"
#include "planner/screen_questions.hpp"
#include "planner/screen_texts.hpp"
#include "reports/format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <span>
#include <utility>

namespace plimsoll::reports {
namespace {

using planner::ConditionReasons;
using planner::Likelihood;
using planner::NextStep;
using planner::RedFlag;
using planner::ScreenOutcome;
using planner::ScreenResult;
using planner::SourcedText;

constexpr const char* screen_footer =
    noted("Information, not medical advice; not a diagnosis. See a sports physio.");

// Flags in a row that ask for the same, and what they ask for.
struct FlagGroup {
    std::string texts;
    std::string action;
    const RedFlag* first;
};

std::vector<FlagGroup> grouped(const ScreenResult& result) {
    std::vector<FlagGroup> groups;
    for (const RedFlag* flag : result.flags) {
        const std::string action(action_of(*flag, result));
        if (!groups.empty() && groups.back().action == action &&
            groups.back().first->source == flag->source) {
            groups.back().texts += " " + say_text(flag->text);
        } else {
            groups.push_back({say_text(flag->text), action, flag});
        }
    }
    return groups;
}

std::string in_words(Likelihood likelihood) {
    switch (likelihood) {
    case Likelihood::more:
        return say("more likely");
    case Likelihood::possible:
        return say("possible");
    case Likelihood::less:
        break;
    }
    return say("less likely");
}

// A page that remembers which sources its lines name.
class ScreenPage {
public:
    ScreenPage(Document& document, const ScreenResult& result)
        : document_(document),
          result_(result) {}

    void add_headline() {
        const planner::ScreenHeadline headline = headline_of(result_);
        const std::vector<FlagGroup> groups = grouped(result_);
        document_.add(KeyFigure{say("What to do now"), headline.figure,
                                groups.empty() ? headline.note : in_words(groups.front())});
        if (groups.size() < 2) {
            return;
        }
        document_.add(Heading{say("More red flags")});
        Points points;
        points.mark = Points::Mark::attention;
        for (std::size_t i = 1; i < groups.size(); ++i) {
            points.texts.push_back(in_words(groups[i]));
        }
        document_.add(std::move(points));
    }

    void add_open() {
        if (!result_.unanswered.empty() && result_.outcome == ScreenOutcome::refer_now) {
            document_.add(
                Paragraph{say("{} not answered. Not answered is not 'no'.",
                              result_.unanswered.size() == 1
                                  ? say("1 other red flag is")
                                  : say("{} other red flags are", result_.unanswered.size()))});
        } else if (!result_.unanswered.empty()) {
            document_.add(Heading{say("Red flags that are not answered")});
            Points points;
            points.mark = Points::Mark::box;
            for (const ScreenKey key : result_.unanswered) {
                points.texts.push_back(
                    fmt::format("{} ({})", planner::question_of(key).question, to_string(key)));
            }
            document_.add(std::move(points));
        }
        if (!result_.contradictions.empty()) {
            document_.add(Heading{say("Answers that contradict each other")});
            Points points;
            points.mark = Points::Mark::attention;
            for (const planner::Contradiction* contradiction : result_.contradictions) {
                points.texts.push_back(fmt::format("{} ({}, {})", contradiction->text,
                                                   to_string(contradiction->first),
                                                   to_string(contradiction->second)));
            }
            document_.add(std::move(points));
        }
    }

    void add_conditions() {
        document_.add(Heading{say("Which kind it may be (not a diagnosis)")});
        if (!says_something()) {
            document_.add(
                Paragraph{say("No answer tells the three kinds apart yet: acute strain or "
                              "tear, silent strain of the soleus, neural tension.")});
            return;
        }
        if (result_.outcome == ScreenOutcome::refer_now) {
            document_.add(
                Paragraph{in_words(SourcedText{noted("First the red flags. What stands here rules "
                                                     "none of them out: of 81 people with a "
                                                     "torn calf 5 had a clot as well."),
                                               "tennis leg 2016", "cohort"})});
        }
        for (const ConditionReasons& kind : result_.conditions) {
            add_condition(kind);
        }
        add_how();
    }

    void add_sourced(const std::string& title, std::span<const SourcedText> texts) {
        document_.add(Heading{title});
        Points points;
        for (const SourcedText& text : texts) {
            points.texts.push_back(in_words(text));
        }
        document_.add(std::move(points));
    }

    void add_next(const planner::NextSteps& next) {
        add_steps(say("What to do next"), next.now);
        for (const planner::FirstSteps& kind : next.kinds) {
            add_steps(say("First steps, if it is {}", name_of(kind.condition)), kind.steps);
        }
        for (const NextStep& step : next.then) {
            document_.add(Paragraph{step.in_words()});
        }
    }

    void add_sources() {
        if (cited_.empty()) {
            return;
        }
        document_.add(Heading{say("Sources")});
        Points points;
        for (const planner::ScreenSource& source : planner::screen_sources()) {
            if (cited_.contains(source.name)) {
                points.texts.push_back(fmt::format("{}: {}{}", source.name, source.reference,
                                                   source.verified ? "" : say(" (unverified)")));
            }
        }
        document_.add(std::move(points));
    }

    /// Some answer speaks for or against a kind.
    bool says_something() const {
        return std::any_of(result_.conditions.begin(), result_.conditions.end(),
                           [](const ConditionReasons& kind) {
                               return !kind.in_favour.empty() || !kind.against.empty();
                           });
    }

private:
    void cite(std::string_view names) {
        for (const planner::ScreenSource* source : planner::sources_in(names)) {
            cited_.insert(source->name);
        }
    }

    std::string in_words(const SourcedText& sourced) {
        cite(sourced.source);
        return planner::with_source(say_text(sourced.text), sourced.source, sourced.evidence);
    }

    std::string in_words(const FlagGroup& group) {
        cite(group.first->source);
        return planner::with_source(group.texts + " " + say_text(group.action), group.first->source,
                                    group.first->evidence);
    }

    void add_condition(const ConditionReasons& kind) {
        document_.add(KeyFigure{std::string(name_of(kind.condition)),
                                reports::in_words(kind.likelihood),
                                in_words(planner::description_of(kind.condition))});
        Points points;
        for (const auto& [side, found] :
             {std::pair{say("for"), &kind.in_favour}, std::pair{say("against"), &kind.against}}) {
            for (const planner::ScreenFinding* finding : *found) {
                points.texts.push_back(fmt::format(
                    "{}: {}", side,
                    in_words(SourcedText{finding->reason, finding->source, finding->evidence})));
            }
        }
        if (points.texts.empty()) {
            points.texts.emplace_back(say("no answer speaks for it or against it"));
        }
        document_.add(std::move(points));
    }

    void add_how() {
        std::string text = in_words(SourcedText{
            noted(
                "How the order is made: an answer that speaks for a kind counts once for it, one "
                "that "
                "speaks against it once against it. 'More likely' stands where at least two more "
                "answers speak for it than against it, 'less likely' where more speak against it. "
                "Of "
                "equal kinds a strain comes first, until it is ruled out."),
            "this program", "policy"});
        if (!result_.contradictions.empty()) {
            text += " " + say("Answers that contradict each other are left out of it.");
        }
        if (balance_of(result_.conditions[0]) == balance_of(result_.conditions[1])) {
            text += " " + say("The answers do not tell the first two apart.");
        }
        document_.add(Paragraph{text});
    }

    void add_steps(const std::string& title, const std::vector<NextStep>& steps) {
        document_.add(Heading{title});
        Points points;
        for (const NextStep& step : steps) {
            cite(step.source);
            const std::string text = say_text(step.text);
            points.texts.push_back(step.source.empty()
                                       ? text
                                       : planner::with_source(text, step.source, step.evidence));
        }
        document_.add(std::move(points));
    }

    Document& document_;
    const ScreenResult& result_;
    std::set<std::string_view> cited_;
};

} // namespace

Document screen_report(const ScreenAnswers& answers, const ScreenResult& result,
                       std::optional<Date> as_of) {
    Document document;
    document.title = say("Screen");
    document.subject = say("Calf pain");
    document.period = as_of ? say("as of {}", long_day(*as_of)) : "";
    document.footer = say_text(screen_footer);
    ScreenPage page(document, result);
    page.add_headline();
    page.add_open();
    if (result.outcome != ScreenOutcome::refer_now || page.says_something()) {
        page.add_conditions();
        page.add_sourced(say("What would settle it"), planner::what_settles());
    }
    page.add_next(next_steps(answers, result));
    if (result.outcome != ScreenOutcome::refer_now) {
        page.add_sourced(say("The calf in brief"), planner::calf_anatomy());
        page.add_sourced(say("What goes with calf injury: the article, and the evidence"),
                         planner::calf_risks());
    }
    page.add_sources();
    return document;
}

Document screened_plan_report(const std::optional<ScreenResult>& result, const std::string& why,
                              const std::string& subject, Date start) {
    Document document;
    document.title = say("Plan");
    document.subject = subject;
    document.period = say("from {}", long_day(start));
    document.footer = say_text(screen_footer);
    if (result) {
        ScreenPage page(document, *result);
        page.add_headline();
        page.add_open();
        document.add(
            Paragraph{say("No plan was made, and no option makes one while this stands.")});
        page.add_sources();
    } else {
        document.add(KeyFigure{say("Plan"), say("none"), why + "."});
    }
    return document;
}

} // namespace plimsoll::reports

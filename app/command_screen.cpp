// plimsoll screen
// SPDX-License-Identifier: Apache-2.0
#include "app/as_of.hpp"
#include "app/command.hpp"
#include "app/line_reader.hpp"
#include "app/option_values.hpp"
#include "app/output.hpp"
#include "app/render.hpp"
#include "app/screen_dialogue.hpp"
#include "app/version.hpp"
#include "import/screen_answers.hpp"
#include "model/error.hpp"
#include "planner/screen.hpp"
#include "reports/plain_text.hpp"
#include "reports/screen_report.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace plimsoll::app {
namespace {

// Of a PDF of answers without a day: no clock, so that the same answers give the same bytes.
constexpr Date undated = Date::from_days(0);

bool any_answer(const ScreenAnswers& answers) {
    return std::any_of(screen_keys().begin(), screen_keys().end(),
                       [&](const ScreenKeyInfo& info) { return answers.known(info.key); });
}

// The lines go to the standard error, so that the page alone is on the standard output. Lines from
// a pipe are repeated behind the prompt: the transcript reads like a conversation.
ScreenAnswers ask(bool saves, Messages& messages) {
    LineReader lines;
    const bool echo = !lines.is_terminal();
    ScreenDialogue dialogue;
    std::optional<std::string> line;
    if (echo) {
        line = lines.next();
    } else {
        if (!saves) {
            messages.note("nothing is saved; -o answers.toml keeps the answers for a plan");
        }
        Messages::say(dialogue.start());
        line = lines.next();
        if (!line) {
            Messages::say("\n");
        }
    }
    if (!line) {
        throw UsageError("error: nobody answers: the standard input is at its end\n"
                         "hint: run it in a terminal, pipe answers into it, or give --answers "
                         "S.toml");
    }
    if (echo) {
        Messages::say(dialogue.start());
    }
    while (line) {
        if (echo) {
            Messages::say(reports::printable(*line, reports::Charset::unicode) + "\n");
        }
        Messages::say(dialogue.take(*line));
        if (dialogue.over()) {
            break;
        }
        line = lines.next();
    }
    if (!dialogue.over()) {
        Messages::say(dialogue.end_of_input());
    }
    if (dialogue.end() != ScreenDialogue::End::finished) {
        messages.note("ended before the last question");
    }
    return dialogue.answers();
}

// What was typed in is not lost with a full disk.
void save(const Invocation& invocation, const ScreenAnswers& answers) {
    const std::string toml = reports::screen_answers_toml(answers);
    try {
        write_output(invocation.output, toml, invocation.overwrite);
    } catch (const IoError&) {
        if (invocation.answers.empty()) {
            Messages::say("\n" + toml + "\n");
        }
        throw;
    }
}

} // namespace

CommandResult run_screen(const Invocation& invocation, Messages& messages) {
    const bool saves = invocation.output.ends_with(".toml");
    Invocation of_page = invocation;
    if (saves) {
        of_page.output.clear();
    }
    const std::string format = chosen_format(of_page);
    const std::optional<Date> as_of = typed_as_of(invocation);
    ScreenAnswers answers;
    if (invocation.answers.empty()) {
        require_writable(invocation.output, invocation.overwrite);
        answers = ask(saves, messages);
        answers.set_day(as_of.value_or(today()));
        if (!any_answer(answers)) {
            messages.note("nothing was answered");
            return {{}, no_safe_plan, true}; // whoever leaves at once wants no page
        }
    } else {
        answers = ingest::read_screen_answers(invocation.answers);
        if (as_of && saves && !answers.day()) {
            answers.set_day(*as_of);
        } else if (as_of && saves && *answers.day() != *as_of) {
            messages.note(fmt::format("the answers keep their own day, {}; to answer anew leave "
                                      "out --answers",
                                      to_string(*answers.day())));
        }
    }
    CommandResult result;
    result.saved = saves;
    if (saves) {
        save(invocation, answers);
        messages.note(fmt::format("the answers are in {}", invocation.output));
    }
    const planner::ScreenResult screened = planner::screen(answers);
    result.bytes =
        format == "json"
            ? reports::screen_json(answers, screened, program_name, as_of)
            : render(invocation, format, reports::screen_report(answers, screened, as_of),
                     as_of.value_or(answers.day().value_or(undated)), messages);
    result.status = screened.may_plan() ? done : no_safe_plan;
    return result;
}

} // namespace plimsoll::app

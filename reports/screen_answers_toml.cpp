// The answers file of the screen, as import/screen_answers.cpp reads it.
// SPDX-License-Identifier: Apache-2.0
#include "planner/screen_questions.hpp"
#include "reports/plain_text.hpp"
#include "reports/screen_report.hpp"

#include <fmt/format.h>

namespace plimsoll::reports {
namespace {

constexpr std::size_t comment_columns = 78;

std::string value_of(const ScreenAnswers& answers, const ScreenKeyInfo& info) {
    const std::string text = answer_text(answers, info.key);
    if (!answers.known(info.key)) {
        return "\"" + text + "\"";
    }
    if (info.is_yes_no()) {
        return text == "yes" ? "true" : "false";
    }
    return info.kind == ScreenKeyInfo::Kind::word ? "\"" + text + "\"" : text;
}

std::string choices_of(const ScreenKeyInfo& info) {
    if (info.kind == ScreenKeyInfo::Kind::number) {
        return fmt::format(" ({:g} to {:g})", info.least, info.most);
    }
    std::string text;
    for (const std::string_view word : info.words) {
        const std::string_view meaning = planner::meaning_of(info.key, word);
        if (!meaning.empty()) {
            text += fmt::format("{} {}: {}", text.empty() ? "" : ";", word, meaning);
        }
    }
    return text;
}

} // namespace

std::string screen_answers_toml(const ScreenAnswers& answers) {
    std::string out = "# Answers for 'plimsoll screen --answers' and 'plimsoll plan --answers'.\n"
                      "# true, false, a word in quotes or a number; \"unknown\": not answered.\n";
    if (answers.day()) {
        out += "\n[screen]\n# The day of the answers; a plan takes them for 7 days.\ndate = " +
               to_string(*answers.day()) + "\n";
    }
    std::string_view table;
    for (const ScreenKeyInfo& info : screen_keys()) {
        if (info.table != table) {
            table = info.table;
            out += fmt::format("\n[{}]\n", table);
        }
        const std::string comment =
            std::string(planner::question_of(info.key).question) + choices_of(info);
        for (const std::string& line : wrapped(comment, comment_columns)) {
            out += "# " + line + "\n";
        }
        out += fmt::format("{} = {}\n", info.name, value_of(answers, info));
    }
    return out;
}

} // namespace plimsoll::reports

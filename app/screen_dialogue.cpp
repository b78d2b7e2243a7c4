// The conversation, line by line.
// SPDX-License-Identifier: Apache-2.0
#include "app/screen_dialogue.hpp"

#include "import/number.hpp"
#include "model/error.hpp"
#include "planner/screen_next.hpp"
#include "planner/screen_questions.hpp"
#include "planner/screen_sources.hpp"
#include "reports/plain_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace plimsoll::app {
namespace {

using K = ScreenKey;
using Kind = ScreenKeyInfo::Kind;

constexpr std::size_t columns = 80;
constexpr std::size_t longest_echo = 40; // columns of a line that was not understood
constexpr int most_refused = 20;         // in a row; policy: a script that went wrong must end

std::string paragraph(std::string_view text, std::size_t indent = 0) {
    std::string out;
    for (const std::string& line : reports::wrapped(text, columns - indent)) {
        out += std::string(indent, ' ') + line + "\n";
    }
    return out;
}

// Lower case, without blanks around it, one blank or underscore between words as a blank.
std::string plain(std::string_view line) {
    std::string out;
    for (const char c : line) {
        const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '_';
        if (!blank) {
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    while (!out.empty() && out.back() == ' ') {
        out.pop_back();
    }
    return out;
}

bool is_any(std::string_view line, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), line) != words.end();
}

// The word that a line means: itself, its number in the list, or the only one that starts so.
std::optional<std::string_view> word_of(const ScreenKeyInfo& info, const std::string& line) {
    std::optional<std::string_view> started;
    for (std::size_t i = 0; i < info.words.size(); ++i) {
        const std::string word = plain(info.words[i]);
        if (line == word || (!info.is_yes_no() && line == std::to_string(i + 1))) {
            return info.words[i];
        }
        if (word.starts_with(line)) {
            if (started) {
                return std::nullopt;
            }
            started = info.words[i];
        }
    }
    return started;
}

std::optional<double> number_of(const ScreenKeyInfo& info, const std::string& line) {
    std::optional<double> number = ingest::parse_number(line, ingest::NumberStyle::plain);
    if (!number) {
        number = ingest::parse_number(line, ingest::NumberStyle::decimal_comma);
    }
    const bool fits = number && *number >= info.least && *number <= info.most &&
                      !(info.whole && std::floor(*number) < *number);
    return fits ? number : std::nullopt;
}

constexpr std::array raise_keys{K::straight_knee_raise_hurts, K::bent_knee_raise_hurts,
                                K::single_leg_raises_injured, K::single_leg_raises_other};

} // namespace

std::string ScreenDialogue::start() {
    return paragraph("Plimsoll screen: 20 red flags, then 20 questions about the sore calf. "
                     "Information, not medical advice; not a diagnosis.") +
           paragraph("'unknown' is an answer, too. 'back' goes one question back, '?' says why a "
                     "question is asked, 'quit' ends; what was answered until then counts.") +
           question();
}

std::string ScreenDialogue::question() const {
    const ScreenKeyInfo& info = info_of(key());
    const std::string number = info.is_red_flag()
                                   ? fmt::format("Red flag {} of {}", at_ + 1, red_flag_count)
                                   : fmt::format("Calf {} of {}", at_ + 1 - red_flag_count,
                                                 screen_key_count - red_flag_count);
    std::string out =
        "\n" + paragraph(fmt::format("{}: {}", number, planner::question_of(key()).question));
    for (std::size_t i = 0; i < info.words.size() && !info.is_yes_no(); ++i) {
        out += fmt::format("  {}  {:<15}  {}\n", i + 1, info.words[i],
                           planner::meaning_of(key(), info.words[i]));
    }
    return out + prompt();
}

std::string ScreenDialogue::choices() const {
    const ScreenKeyInfo& info = info_of(key());
    if (info.is_yes_no()) {
        return "yes, no, unknown";
    }
    return info.kind == Kind::word ? fmt::format("1 to {}, unknown", info.words.size())
                                   : fmt::format("{:g} to {:g}{}, unknown", info.least, info.most,
                                                 info.whole ? ", whole" : "");
}

std::string ScreenDialogue::prompt() const {
    const bool known = answers_.known(key());
    return fmt::format("[{}{}] > ", choices(),
                       known ? "; Enter keeps " + answer_text(answers_, key()) : std::string());
}

std::string ScreenDialogue::stop_question() const {
    return "You can stop here; what you answered is kept.\nStop? [yes, no, back] > ";
}

bool ScreenDialogue::is_left_out(std::size_t place) const {
    return answers_.yes(K::cannot_bear_weight) &&
           std::find(raise_keys.begin(), raise_keys.end(), static_cast<K>(place)) !=
               raise_keys.end();
}

std::string ScreenDialogue::finish(End end) {
    end_ = end;
    return "\n";
}

std::string ScreenDialogue::go_on() {
    before_.push_back(at_);
    do {
        ++at_;
        if (at_ == screen_key_count) {
            return finish(End::finished);
        }
        if (is_left_out(at_)) {
            answers_.forget(key());
        }
    } while (is_left_out(at_));
    const bool calf_begins = at_ == red_flag_count;
    return (calf_begins ? "\n" + paragraph("Those were the red flags. Now the calf itself.")
                        : std::string()) +
           question();
}

std::string ScreenDialogue::go_back() {
    if (before_.empty()) {
        return "  This is the first question.\n" + question();
    }
    at_ = before_.back();
    before_.pop_back();
    return question();
}

// Behind an answer that was taken: a red flag speaks up, then the next question.
std::string ScreenDialogue::answered() {
    const ScreenKeyInfo& info = info_of(key());
    if (!info.is_red_flag() || !answers_.yes(key())) {
        return go_on();
    }
    const planner::RedFlag& flag = planner::red_flag(key());
    const bool now = outcome_of(flag.urgency) == planner::ScreenOutcome::refer_now;
    const std::string text =
        "\n" + paragraph(fmt::format("{} {} {}", now ? "STOP." : "Red flag.", flag.text,
                                     action_of(flag, planner::screen(answers_))),
                         2);
    if (now && !has_asked_to_stop_) {
        asks_to_stop_ = true;
        return text + stop_question();
    }
    return text + go_on();
}

std::string ScreenDialogue::refused(std::string_view line) {
    if (++refused_in_a_row_ == most_refused) {
        return fmt::format("  {} lines in a row were not understood; ending here.\n",
                           most_refused) +
               finish(End::quit);
    }
    const std::string shown =
        reports::cut_to(reports::printable(line, reports::Charset::ascii), longest_echo);
    return fmt::format("  Not understood: '{}'.\n", shown) +
           (asks_to_stop_ ? stop_question() : prompt());
}

bool ScreenDialogue::set_answer(const std::string& line) {
    const ScreenKeyInfo& info = info_of(key());
    if (line.empty()) {
        return answers_.known(key());
    }
    if (is_any(line, {"unknown", "u", "skip"})) {
        answers_.forget(key());
        return true;
    }
    if (info.kind == Kind::number) {
        if (const auto number = number_of(info, line)) {
            answers_.set(key(), *number);
            return true;
        }
    } else if (const auto word = word_of(info, line)) {
        answers_.set(key(), *word);
        return true;
    }
    return false;
}

std::string ScreenDialogue::take_stop(const std::string& line) {
    if (is_any(line, {"yes", "y", "stop", "quit", "q", "exit"})) {
        return finish(End::stopped);
    }
    if (line == "back" || line == "b") {
        asks_to_stop_ = false;
        return question();
    }
    if (is_any(line, {"no", "n", "go on", "continue"})) {
        asks_to_stop_ = false;
        has_asked_to_stop_ = true;
        return go_on();
    }
    return refused(line);
}

std::string ScreenDialogue::take(std::string_view line) {
    require(!over(), "ScreenDialogue: it is over");
    const std::string word = plain(line);
    std::string out;
    const int refused_before = refused_in_a_row_;
    if (asks_to_stop_) {
        out = take_stop(word);
    } else if (is_any(word, {"quit", "q", "exit"})) {
        out = finish(End::quit);
    } else if (word == "back" || word == "b") {
        out = go_back();
    } else if (is_any(word, {"?", "why", "help"})) {
        std::string why(planner::question_of(key()).why);
        if (info_of(key()).is_red_flag()) {
            const std::string_view source = planner::red_flag(key()).source;
            why +=
                fmt::format(" [{}{}]", source, planner::all_verified(source) ? "" : ", unverified");
        }
        out = paragraph(why, 2) + prompt();
    } else if (set_answer(word)) {
        out = answered();
    } else {
        out = refused(line);
    }
    if (refused_in_a_row_ == refused_before) {
        refused_in_a_row_ = 0;
    }
    return out;
}

std::string ScreenDialogue::end_of_input() {
    require(!over(), "ScreenDialogue: it is over");
    return "\n" + finish(End::quit);
}

} // namespace plimsoll::app

// Screen answers from TOML.
// SPDX-License-Identifier: Apache-2.0
#include "import/screen_answers.hpp"

#include "model/nearest_name.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace plimsoll::ingest {
namespace {

constexpr std::string_view not_answered = "unknown";

void read_yes_no(TomlTable& table, const ScreenKeyInfo& info, ScreenAnswers& answers) {
    if (const auto value = table.boolean(info.name, "true, false or \"unknown\"")) {
        answers.set(info.key, *value ? "yes" : "no");
    }
}

void read_word(TomlTable& table, const ScreenKeyInfo& info, ScreenAnswers& answers) {
    const auto value = table.text(info.name);
    if (!value) {
        return;
    }
    if (std::find(info.words.begin(), info.words.end(), *value) == info.words.end()) {
        std::string known;
        for (const std::string_view word : info.words) {
            known += std::string(word) + ", ";
        }
        const std::string nearest = nearest_name(*value, info.words);
        table.refuse(info.name,
                     fmt::format("is '{}'; it is one of {}{}", *value, known, not_answered),
                     nearest.empty() ? "" : "did you mean '" + nearest + "'?");
    }
    answers.set(info.key, *value);
}

void read_number(TomlTable& table, const ScreenKeyInfo& info, ScreenAnswers& answers) {
    if (info.whole) {
        if (const auto count = table.whole(info.name, static_cast<int>(std::lround(info.least)),
                                           static_cast<int>(std::lround(info.most)))) {
            answers.set(info.key, static_cast<double>(*count));
        }
    } else if (const auto value = table.number(info.name, info.least, info.most)) {
        answers.set(info.key, *value);
    }
}

} // namespace

ScreenAnswers screen_answers_from(TomlTable file) {
    ScreenAnswers answers;
    TomlTable screen = file.table("screen");
    if (const std::optional<Date> day = screen.date("date")) {
        answers.set_day(*day);
    }
    TomlTable red_flags = file.table("red_flags");
    TomlTable calf = file.table("calf");
    for (const ScreenKeyInfo& info : screen_keys()) {
        TomlTable& table = info.is_red_flag() ? red_flags : calf;
        if (table.says(info.name, not_answered)) {
            continue;
        }
        if (info.is_yes_no()) {
            read_yes_no(table, info, answers);
        } else if (info.kind == ScreenKeyInfo::Kind::word) {
            read_word(table, info, answers);
        } else {
            read_number(table, info, answers);
        }
    }
    screen.finish();
    red_flags.finish();
    calf.finish();
    file.finish();
    return answers;
}

ScreenAnswers read_screen_answers(const std::string& path) {
    return screen_answers_from(open_toml(path));
}

} // namespace plimsoll::ingest

// Beginnings of month names.
// SPDX-License-Identifier: Apache-2.0
#include "import/month_words.hpp"

#include "import/text_encoding.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace plimsoll::ingest {
namespace {

struct MonthWord {
    std::string_view start; // folded; the longer before the shorter
    int month;
};

constexpr std::array month_words{
    MonthWord{"marras", 11}, MonthWord{"szept", 9}, MonthWord{"aoû", 8},  MonthWord{"déc", 12},
    MonthWord{"fév", 2},     MonthWord{"juil", 7},  MonthWord{"juin", 6}, MonthWord{"jän", 1},
    MonthWord{"júl", 7},     MonthWord{"jún", 6},   MonthWord{"máj", 5},  MonthWord{"már", 3},
    MonthWord{"mär", 3},     MonthWord{"paź", 10},  MonthWord{"ápr", 4},  MonthWord{"abr", 4},
    MonthWord{"ago", 8},     MonthWord{"agu", 8},   MonthWord{"apr", 4},  MonthWord{"aug", 8},
    MonthWord{"avr", 4},     MonthWord{"cze", 6},   MonthWord{"dec", 12}, MonthWord{"des", 12},
    MonthWord{"dez", 12},    MonthWord{"dic", 12},  MonthWord{"elo", 8},  MonthWord{"ene", 1},
    MonthWord{"feb", 2},     MonthWord{"fev", 2},   MonthWord{"gen", 1},  MonthWord{"giu", 6},
    MonthWord{"gru", 12},    MonthWord{"hei", 7},   MonthWord{"hel", 2},  MonthWord{"huh", 4},
    MonthWord{"jan", 1},     MonthWord{"jou", 12},  MonthWord{"jul", 7},  MonthWord{"jun", 6},
    MonthWord{"kes", 6},     MonthWord{"kwi", 4},   MonthWord{"lip", 7},  MonthWord{"lis", 11},
    MonthWord{"lok", 10},    MonthWord{"lug", 7},   MonthWord{"lut", 2},  MonthWord{"maa", 3},
    MonthWord{"mag", 5},     MonthWord{"mai", 5},   MonthWord{"maj", 5},  MonthWord{"mar", 3},
    MonthWord{"may", 5},     MonthWord{"mei", 5},   MonthWord{"mrt", 3},  MonthWord{"mrz", 3},
    MonthWord{"nov", 11},    MonthWord{"oct", 10},  MonthWord{"okt", 10}, MonthWord{"ott", 10},
    MonthWord{"out", 10},    MonthWord{"sep", 9},   MonthWord{"set", 9},  MonthWord{"sie", 8},
    MonthWord{"sty", 1},     MonthWord{"янв", 1},   MonthWord{"фев", 2},  MonthWord{"мар", 3},
    MonthWord{"апр", 4},     MonthWord{"мая", 5},   MonthWord{"май", 5},  MonthWord{"июн", 6},
    MonthWord{"июл", 7},     MonthWord{"авг", 8},   MonthWord{"сен", 9},  MonthWord{"окт", 10},
    MonthWord{"ноя", 11},    MonthWord{"дек", 12},  MonthWord{"січ", 1},  MonthWord{"лют", 2},
    MonthWord{"бер", 3},     MonthWord{"кві", 4},   MonthWord{"тра", 5},  MonthWord{"чер", 6},
    MonthWord{"лип", 7},     MonthWord{"сер", 8},   MonthWord{"вер", 9},  MonthWord{"жов", 10},
    MonthWord{"лис", 11},    MonthWord{"гру", 12},  MonthWord{"oca", 1},  MonthWord{"şub", 2},
    MonthWord{"nis", 4},     MonthWord{"haz", 6},   MonthWord{"tem", 7},  MonthWord{"ağu", 8},
    MonthWord{"eyl", 9},     MonthWord{"eki", 10},  MonthWord{"kas", 11}, MonthWord{"ara", 12},
    MonthWord{"syy", 9},     MonthWord{"tam", 1},   MonthWord{"tou", 5},  MonthWord{"wrz", 9},
};

} // namespace

int month_of_word(std::string_view word) {
    constexpr std::size_t longest = 24; // bytes: listopadzie, szeptember
    if (word.size() > longest) {
        return 0;
    }
    const std::string text = folded(word);
    const auto* const known =
        std::find_if(month_words.begin(), month_words.end(),
                     [&](const MonthWord& month) { return text.starts_with(month.start); });
    return known == month_words.end() ? 0 : known->month;
}

} // namespace plimsoll::ingest

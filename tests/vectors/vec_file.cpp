// The strict reader of .vec files.
// SPDX-License-Identifier: Apache-2.0
#include "tests/vectors/vec_file.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace plimsoll::test {
namespace {

double number(const std::string& text, const std::string& where) {
    std::size_t used = 0;
    double value = 0.0;
    try {
        value = std::stod(text, &used);
    } catch (const std::exception&) {
        used = std::string::npos;
    }
    if (used != text.size()) {
        throw std::runtime_error(where + ": '" + text + "' is not a number");
    }
    return value;
}

std::vector<double> loads(const std::string& text, const std::string& where) {
    std::istringstream words(text);
    std::vector<double> values;
    for (std::string word; words >> word;) {
        const std::size_t star = word.find('*');
        const int times =
            star == std::string::npos ? 1 : static_cast<int>(number(word.substr(star + 1), where));
        const double value = number(word.substr(0, star), where);
        values.insert(values.end(), static_cast<std::size_t>(times), value);
    }
    return values;
}

void read_call(VecCase& test, const std::string& text) {
    std::istringstream words(text);
    words >> test.call;
    for (std::string word; words >> word;) {
        const std::size_t equals = word.find('=');
        if (equals == std::string::npos ||
            !test.arguments.emplace(word.substr(0, equals), word.substr(equals + 1)).second) {
            throw std::runtime_error(test.where + ": argument '" + word + "'");
        }
    }
}

void check_complete(const VecCase& test) {
    const bool numbers = test.outcome == VecCase::Outcome::numbers;
    if (test.source.empty() || test.call.empty() || (numbers && test.expect.empty()) ||
        (numbers && test.tolerance < 0.0)) {
        throw std::runtime_error(test.where + ": a case needs source, call, expect and tolerance");
    }
}

} // namespace

std::vector<VecCase> read_vec_file(const std::string& path) {
    std::ifstream file(path);
    if (!file) {
        throw std::runtime_error(path + ": cannot be read");
    }
    std::vector<VecCase> cases;
    std::string line;
    for (int number_of_line = 1; std::getline(file, line); ++number_of_line) {
        const std::string where = path + ":" + std::to_string(number_of_line);
        if (line.empty() || line[0] == '#') {
            continue;
        }
        const std::size_t blank = line.find(' ');
        const std::string word = line.substr(0, blank);
        const std::size_t text_at = line.find_first_not_of(' ', blank);
        const std::string text = text_at == std::string::npos ? "" : line.substr(text_at);
        if (word == "case") {
            cases.emplace_back();
            cases.back().where = where;
            cases.back().name = text;
            continue;
        }
        if (cases.empty() || text.empty()) {
            throw std::runtime_error(where + ": '" + line + "'");
        }
        VecCase& test = cases.back();
        if (word == "source") {
            test.source = text;
        } else if (word == "call") {
            read_call(test, text);
        } else if (word == "load") {
            test.load = loads(text, where);
        } else if (word == "tolerance") {
            test.tolerance = number(text, where);
        } else if (word == "expect" && text == "undefined") {
            test.outcome = VecCase::Outcome::undefined;
        } else if (word == "expect" && text == "error") {
            test.outcome = VecCase::Outcome::error;
        } else if (word == "expect") {
            test.expect = loads(text, where);
        } else {
            throw std::runtime_error(where + ": unknown word '" + word + "'");
        }
    }
    for (const VecCase& test : cases) {
        check_complete(test);
    }
    return cases;
}

} // namespace plimsoll::test

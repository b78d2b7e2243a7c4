// The conversation of 'plimsoll screen': which question stands, and what a line does to it. Pure:
// lines in, text out.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_APP_SCREEN_DIALOGUE_HPP
#define PLIMSOLL_APP_SCREEN_DIALOGUE_HPP

#include "model/screen_answers.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::app {

/// Asks the 40 questions one at a time, red flags first. Beside an answer a line may be `back`,
/// `quit` or `?`. At the first red flag that cannot wait it says what to do and asks whether to
/// stop. On a leg that cannot bear weight no raises are asked for.
class ScreenDialogue {
public:
    enum class End : std::uint8_t {
        open,     ///< it goes on
        finished, ///< the last question was answered
        stopped,  ///< at a red flag
        quit      ///< by the word, at the end of the input, or after too many unknown words
    };

    /// The greeting and the first question. Every text ends with the prompt of the next line, or
    /// with a line end when it is over.
    std::string start();
    /// What @p line does. @throws PreconditionError  it is over.
    std::string take(std::string_view line);
    /// No line is left. @throws PreconditionError  it is over.
    std::string end_of_input();

    End end() const noexcept { return end_; }

    bool over() const noexcept { return end_ != End::open; }

    const ScreenAnswers& answers() const noexcept { return answers_; }

private:
    ScreenKey key() const noexcept { return static_cast<ScreenKey>(at_); }

    std::string question() const;
    std::string stop_question() const;
    std::string prompt() const;
    std::string choices() const;
    std::string go_back();
    std::string go_on();
    std::string answered();
    std::string refused(std::string_view line);
    std::string finish(End end);
    bool set_answer(const std::string& line);
    std::string take_stop(const std::string& line);
    bool is_left_out(std::size_t place) const;

    ScreenAnswers answers_;
    std::size_t at_ = 0;              // the question that stands
    std::vector<std::size_t> before_; // questions answered before it
    bool asks_to_stop_ = false;
    bool has_asked_to_stop_ = false;
    int refused_in_a_row_ = 0;
    End end_ = End::open;
};

} // namespace plimsoll::app

#endif

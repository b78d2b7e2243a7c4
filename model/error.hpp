// The exceptions of Plimsoll, by cause. Only main catches them.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_MODEL_ERROR_HPP
#define PLIMSOLL_MODEL_ERROR_HPP

#include "model/diagnostic.hpp"

#include <stdexcept>
#include <string>

namespace plimsoll {

/// Root of all exceptions that Plimsoll throws on purpose.
class Error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The command line is wrong (exit status 2).
class UsageError : public Error {
public:
    using Error::Error;
};

/// A file was read but what it says cannot be used (exit status 1).
class InputError : public Error {
public:
    explicit InputError(const Diagnostic& diagnostic);
    InputError(SourcePos where, const std::string& text, const std::string& hint = {});

    const Diagnostic& diagnostic() const noexcept { return diagnostic_; }

private:
    Diagnostic diagnostic_;
};

/// A file or stream could not be opened, read or written (exit status 1).
class IoError : public Error {
public:
    IoError(const std::string& path, const std::string& reason);
};

/// A function was called outside its domain: a mistake in our own code, never in the user's data.
class PreconditionError : public Error {
public:
    using Error::Error;
};

/// Two parts of the program that must agree do not, such as the planner and its verifier.
/// Not meant to be survived: main reports it and aborts.
class DisagreementError : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

/// Throws PreconditionError with @p text unless @p holds.
void require(bool holds, const char* text);

} // namespace plimsoll

#endif

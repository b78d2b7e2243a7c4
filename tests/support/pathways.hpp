// Pathways for tests.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_TESTS_SUPPORT_PATHWAYS_HPP
#define PLIMSOLL_TESTS_SUPPORT_PATHWAYS_HPP

#include "model/event.hpp"

#include <string>

namespace plimsoll::test {

/// Three phases A, B, C of a calf injury: no running in A, raises as gate, planned running in B.
std::string small_pathway();

/// @p text with the first @p from made @p to; the test fails where @p from does not stand in it.
std::string replaced(const std::string& text, const std::string& from, const std::string& to);

/// Rows of an events file: a gate, pain of a session, pain of a morning (left calf).
Event gate_on(const char* date, const char* name, double value);
/// @param site  where it hurts.
Event pain_on(const char* date, double score, const char* site = "calf_left");
Event morning_on(const char* date, double score);

/// A folder that goes when the object does.
class TemporaryFolder {
public:
    TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    TemporaryFolder(TemporaryFolder&&) = delete;
    TemporaryFolder& operator=(TemporaryFolder&&) = delete;
    ~TemporaryFolder();

    const std::string& path() const noexcept { return path_; }

    /// Writes a file and returns its path.
    std::string write(const std::string& name, const std::string& text) const;

private:
    std::string path_;
};

} // namespace plimsoll::test

#endif

// The strict reader of .vec files.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_TESTS_VECTORS_VEC_FILE_HPP
#define PLIMSOLL_TESTS_VECTORS_VEC_FILE_HPP

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::test {

struct VecCase {
    std::string where; ///< file:line
    std::string name;
    std::string source;
    std::string call;
    std::map<std::string, std::string> arguments;
    std::vector<double> load;
    enum class Outcome { numbers, undefined, error } outcome = Outcome::numbers;
    std::vector<double> expect;
    double tolerance = -1.0;
};

/// @throws std::runtime_error  anything that the format does not know or that is missing.
std::vector<VecCase> read_vec_file(const std::string& path);

/// What a call returns: numbers, or nothing where the value is undefined.
using VecResult = std::optional<std::vector<double>>;

/// Runs the call of @p test. @throws std::runtime_error  an unknown call or argument.
VecResult run_vec_call(const VecCase& test);

} // namespace plimsoll::test

#endif

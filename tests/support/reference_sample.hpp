// Sixty days that R and the tests make by the same rule, so that R's results can be compared.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_TESTS_SUPPORT_REFERENCE_SAMPLE_HPP
#define PLIMSOLL_TESTS_SUPPORT_REFERENCE_SAMPLE_HPP

#include "risk/discrimination.hpp"

#include <cstddef>
#include <vector>

namespace plimsoll::test {

/// In R:
///
///     s <- 12345; nxt <- function() { s <<- (s * 1103 + 12347) %% 65536; s / 65536 }
///     for (i in 1:60) {
///       x1[i] <- round(4 * nxt() - 2, 2); x2[i] <- as.integer(nxt() < 0.3)
///       p <- 1 / (1 + exp(-(-1 + 0.8 * x1[i] + 0.5 * x2[i]))); y[i] <- as.integer(nxt() < p) }
///
/// sum(y) is 26, sum(x1) 7.54, sum(x2) 14.
struct ReferenceSample {
    std::vector<double> x1;
    std::vector<double> x2;
    std::vector<bool> y;
};

ReferenceSample reference_sample();

/// x1 and y, day i of athlete i modulo @p athletes.
std::vector<risk::ScoredDay> scored(const ReferenceSample& sample, std::size_t athletes);

} // namespace plimsoll::test

#endif

// The sample of the reference values.
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/reference_sample.hpp"

#include <cmath>

namespace plimsoll::test {

ReferenceSample reference_sample() {
    constexpr std::size_t rows = 60;
    ReferenceSample sample;
    long state = 12345;
    const auto next = [&] {
        state = (state * 1103 + 12347) % 65536;
        return static_cast<double>(state) / 65536.0;
    };
    for (std::size_t i = 0; i < rows; ++i) {
        const double x1 = std::nearbyint(100.0 * (4.0 * next() - 2.0)) / 100.0;
        const double x2 = next() < 0.3 ? 1.0 : 0.0;
        const double p = 1.0 / (1.0 + std::exp(-(-1.0 + 0.8 * x1 + 0.5 * x2)));
        sample.x1.push_back(x1);
        sample.x2.push_back(x2);
        sample.y.push_back(next() < p);
    }
    return sample;
}

std::vector<risk::ScoredDay> scored(const ReferenceSample& sample, std::size_t athletes) {
    std::vector<risk::ScoredDay> days;
    for (std::size_t i = 0; i < sample.y.size(); ++i) {
        days.push_back({sample.x1[i], sample.y[i], i % athletes});
    }
    return days;
}

} // namespace plimsoll::test

// The same work for many numbers, on several threads.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_MODEL_PARALLEL_HPP
#define PLIMSOLL_MODEL_PARALLEL_HPP

#include <cstddef>
#include <functional>

namespace plimsoll {

/// Calls work(i, worker) once for each i in 0 <= i < count, on up to @p threads threads, the
/// calling one among them. Which of the workers 0 <= worker < threads gets which number is open:
/// work may write only what belongs to i, and what the worker keeps for itself, such as a buffer.
/// @param threads  0 counts as 1.
/// @throws whatever work throws: of several numbers that throw, the lowest; those above it may not
///         have been called.
void for_each_number(std::size_t count, std::size_t threads,
                     const std::function<void(std::size_t number, std::size_t worker)>& work);

} // namespace plimsoll

#endif

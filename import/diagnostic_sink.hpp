// What is wrong with one file, as it is found.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_DIAGNOSTIC_SINK_HPP
#define PLIMSOLL_IMPORT_DIAGNOSTIC_SINK_HPP

#include "model/diagnostic.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plimsoll::ingest {

/// Collects what is wrong with one file; beyond @c most of them it only counts.
class DiagnosticSink {
public:
    static constexpr std::size_t most = 1000; // policy: a file of broken rows must not fill memory

    /// @param strict  the first error is thrown as an InputError.
    DiagnosticSink(std::string file, std::vector<Diagnostic>& out, bool strict)
        : file_(std::move(file)),
          out_(out),
          strict_(strict) {}

    /// @param line    0: the whole file. @param column  from 1; 0: the whole row.
    void add(Severity severity, std::uint32_t line, std::uint32_t column, std::string_view field,
             std::string_view code, std::string text, std::string hint = {});

    /// A sink for a part of the same file that is read on its own; absorb() brings it together.
    DiagnosticSink for_part(std::vector<Diagnostic>& out) const { return {file_, out, strict_}; }

    /// What was only counted.
    std::size_t unheard() const noexcept { return count_ > most ? count_ - most : 0; }

    /// Takes over what a part found.
    void absorb(std::vector<Diagnostic>&& found, std::size_t unheard);

    /// Adds the closing line about those that were only counted.
    void finish();

private:
    std::string file_;
    std::vector<Diagnostic>& out_;
    bool strict_;
    std::size_t count_ = 0;
};

} // namespace plimsoll::ingest

#endif

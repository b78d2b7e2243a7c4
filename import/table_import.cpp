// Blocks of rows on several threads, put back into their order.
// SPDX-License-Identifier: Apache-2.0
#include "import/table_import.hpp"

#include "import/block_rows.hpp"
#include "import/line_blocks.hpp"
#include "import/table_rows.hpp"

#include <algorithm>
#include <cstdint>
#include <exception>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace plimsoll::ingest {
namespace {

struct Kept {
    PackedSessions sessions;
    PackedSessions parts;
};

// Reads rows and counts how they end.
class RowCollector {
public:
    RowCollector(const TableLayout& layout, const ReadingRules& rules, DiagnosticSink& sink,
                 Kept& kept)
        : reader_(layout, rules, sink),
          kept_(kept),
          end_line_(layout.end_line > 0 ? layout.end_line
                                        : std::numeric_limits<std::uint32_t>::max()) {}

    void take(std::uint32_t line, const std::vector<std::string_view>& cells) {
        if (line >= end_line_) {
            return;
        }
        ++counts_.rows;
        last_line_ = line;
        switch (reader_.read(line, cells)) {
        case RowEnd::session:
            kept_.sessions.add(reader_.session());
            ++counts_.sessions;
            break;
        case RowEnd::part:
            kept_.parts.add(reader_.session());
            ++part_rows_;
            ++counts_.other;
            break;
        case RowEnd::rejected:
            ++counts_.rejected;
            break;
        case RowEnd::other:
            ++counts_.other;
            break;
        }
    }

    void add_to(TableTotals& totals) const {
        totals.counts += counts_;
        totals.notes += reader_.notes();
        totals.notes.part_rows += part_rows_;
        totals.last_line = std::max(totals.last_line, last_line_);
    }

private:
    RowReader reader_;
    Kept& kept_;
    std::uint32_t end_line_;
    RowCounts counts_;
    std::size_t part_rows_ = 0;
    std::uint32_t last_line_ = 0;
};

class TableImport {
public:
    TableImport(ByteSource& bytes, const TableLayout& layout, const ReadingRules& rules,
                DiagnosticSink& sink)
        : layout_(layout),
          rules_(rules),
          sink_(sink),
          blocks_(bytes) {}

    TableTotals read(std::size_t threads, PackedSessions& sessions, PackedSessions& parts) {
        read_blocks(threads);
        if (error_) {
            std::rethrow_exception(error_);
        }
        read_rest();
        for (Kept& kept : kept_) {
            sessions.append(std::move(kept.sessions));
            parts.append(std::move(kept.parts));
        }
        return std::move(totals_);
    }

private:
    struct Finished {
        TableTotals totals;
        std::vector<Diagnostic> diagnostics;
        std::size_t unheard = 0;
        std::exception_ptr error;
    };

    // The calling thread looks at the first block alone: most files have no second.
    void read_blocks(std::size_t threads) {
        LineBlock first;
        if (!blocks_.next(first)) {
            return;
        }
        kept_.resize(blocks_.at_end() ? 1 : std::max<std::size_t>(threads, 1));
        std::vector<std::jthread> helpers;
        next_ = 1;
        try {
            for (std::size_t i = 1; i < kept_.size(); ++i) {
                helpers.emplace_back([this, i] {
                    LineBlock block;
                    BlockWorkspace work;
                    while (const std::optional<std::size_t> number = take_next(block)) {
                        finish(*number, read_block(block, work, kept_[i]));
                    }
                });
            }
        } catch (const std::system_error&) { // the system has no more threads: fewer do it too
        }
        BlockWorkspace work;
        for (std::optional<std::size_t> number = 0; number; number = take_next(first)) {
            finish(*number, read_block(first, work, kept_[0]));
        }
    }

    std::optional<std::size_t> take_next(LineBlock& block) {
        const std::lock_guard lock(guard_);
        try {
            return !error_ && !source_failed_ && blocks_.next(block) ? std::optional(next_++)
                                                                     : std::nullopt;
        } catch (...) {
            source_failed_ = true;
            waiting_[next_++].error = std::current_exception();
            absorb_waiting();
            return std::nullopt;
        }
    }

    Finished read_block(const LineBlock& block, BlockWorkspace& work, Kept& kept) const {
        Finished finished;
        DiagnosticSink sink = sink_.for_part(finished.diagnostics);
        try {
            RowCollector rows(layout_, rules_, sink, kept);
            for_each_block_row(
                block, layout_.delimiter, layout_.header_line, work,
                [&](std::uint32_t line, const auto& cells) { rows.take(line, cells); });
            rows.add_to(finished.totals);
        } catch (...) {
            finished.error = std::current_exception();
        }
        finished.unheard = sink.unheard();
        return finished;
    }

    void finish(std::size_t number, Finished finished) {
        const std::lock_guard lock(guard_);
        waiting_[number] = std::move(finished);
        absorb_waiting();
    }

    // In the order of the file, as far as it is known: of several errors the first one counts.
    void absorb_waiting() {
        for (auto at = waiting_.find(absorbed_); at != waiting_.end() && !error_;
             at = waiting_.find(++absorbed_)) {
            sink_.absorb(std::move(at->second.diagnostics), at->second.unheard);
            totals_.counts += at->second.totals.counts;
            totals_.notes += at->second.totals.notes;
            totals_.last_line = std::max(totals_.last_line, at->second.totals.last_line);
            error_ = at->second.error;
            waiting_.erase(at);
        }
    }

    void read_rest() {
        Kept& kept = kept_.emplace_back();
        const std::unique_ptr<ByteSource> rest = blocks_.rest();
        RowCollector rows(layout_, rules_, sink_, kept);
        Passage passage =
            each_row(*rest, layout_, blocks_.rest_starts(),
                     [&](const Record& record, const std::vector<std::string_view>& cells) {
                         if (record.unclosed_quote) {
                             sink_.add(Severity::warning, record.line, 0, {}, "unclosed_quote",
                                       "a quote opens here and never closes; it is read as text");
                         }
                         rows.take(record.line, cells);
                         return true;
                     });
        rows.add_to(totals_);
        totals_.encoding = std::move(passage.encoding);
        totals_.broken = std::move(passage.broken);
        totals_.is_open = blocks_.is_open() && layout_.end_line == 0;
    }

    const TableLayout& layout_;
    const ReadingRules& rules_;
    DiagnosticSink& sink_;
    std::vector<Kept> kept_; // one a thread, and one of what is read at the end

    std::mutex guard_; // of all that follows while threads run
    LineBlocks blocks_;
    std::size_t next_ = 0;     // number of the block that is read next
    std::size_t absorbed_ = 0; // blocks before this one are in totals_ and sink_
    std::map<std::size_t, Finished> waiting_;
    TableTotals totals_;
    bool source_failed_ = false;
    std::exception_ptr error_;
};

} // namespace

TableTotals import_table(ByteSource& bytes, const TableLayout& layout, const ReadingRules& rules,
                         std::size_t threads, DiagnosticSink& sink, PackedSessions& sessions,
                         PackedSessions& parts) {
    return TableImport(bytes, layout, rules, sink).read(threads, sessions, parts);
}

} // namespace plimsoll::ingest

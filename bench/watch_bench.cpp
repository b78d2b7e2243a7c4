// How fast watch files are read: bytes a second on one core. ./dev bench runs it.
//
// The files are made up here: records a second apart with the fields that a watch writes, 10 hours
// of them, so that what is done once a file does not count.
// SPDX-License-Identifier: Apache-2.0
#include "import/byte_source.hpp"
#include "import/file_import.hpp"
#include "import/fit_reader.hpp"
#include "model/training_log.hpp"
#include "tests/support/fit_writer.hpp"

#include <fmt/format.h>

#include <benchmark/benchmark.h>
#include <string>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::test;

namespace {

constexpr int seconds = 36'000;

std::string long_fit() {
    FitWriter file;
    file.add(0, {{0, fit::enumeration, 4LL}, {1, fit::uint16, 1LL}, {4, fit::uint32, fit_morning}});
    for (int i = 0; i < seconds; ++i) {
        file.add(20,
                 {{253, fit::uint32, fit_morning + i},
                  {0, fit::sint32, 560'000'000LL + 300 * i},
                  {1, fit::sint32, 90'000'000LL + 20 * (i % 100)},
                  {5, fit::uint32, 300LL * i},
                  {29, fit::uint32, 250LL * i},
                  {2, fit::uint16, 3000LL + i % 50},
                  {73, fit::uint32, 3000LL + i % 700},
                  {7, fit::uint16, 250LL},
                  {3, fit::uint8, 140LL + i % 20},
                  {4, fit::uint8, 85LL},
                  {53, fit::uint8, 0LL},
                  {13, fit::sint8, 20LL},
                  {39, fit::uint16, 800LL},
                  {41, fit::uint16, 2500LL}},
                 1);
    }
    file.add(18, {{253, fit::uint32, fit_morning + seconds},
                  {2, fit::uint32, fit_morning},
                  {7, fit::uint32, 1000LL * seconds},
                  {8, fit::uint32, 1000LL * seconds},
                  {9, fit::uint32, 300LL * seconds},
                  {5, fit::enumeration, 1LL}});
    return file.bytes();
}

std::string long_gpx() {
    std::string text = "<?xml version=\"1.0\"?>\n<gpx version=\"1.1\"><trk><type>running</type>"
                       "<trkseg>\n";
    for (int i = 0; i < seconds; ++i) {
        text += fmt::format("   <trkpt lat=\"{:.7f}\" lon=\"7.5000000\">\n    <ele>120.4</ele>\n"
                            "    <time>2026-05-02T{:02d}:{:02d}:{:02d}Z</time>\n    <extensions>\n"
                            "     <gpxtpx:TrackPointExtension>\n      <gpxtpx:hr>{}</gpxtpx:hr>\n"
                            "     </gpxtpx:TrackPointExtension>\n    </extensions>\n   </trkpt>\n",
                            47.0 + 2.7e-5 * i, i / 3600, i / 60 % 60, i % 60, 140 + i % 20);
    }
    return text + "</trkseg></trk></gpx>\n";
}

void import(benchmark::State& state, const std::string& bytes) {
    const auto source = ingest::from_memory("a", bytes);
    for (auto _ : state) {
        PackedLog log;
        std::vector<ingest::NamedFile> named;
        source->rewind();
        ingest::import_file(*source, {}, log, named);
        benchmark::DoNotOptimize(log.sessions.size());
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                            static_cast<std::int64_t>(bytes.size()));
}

void fit_messages(benchmark::State& state) {
    const std::string bytes = long_fit();
    const auto source = ingest::from_memory("a", bytes);
    for (auto _ : state) {
        source->rewind();
        ingest::FitReader reader(*source);
        std::size_t messages = 0;
        while (reader.next() != ingest::FitReader::Event::end) {
            ++messages;
        }
        benchmark::DoNotOptimize(messages);
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                            static_cast<std::int64_t>(bytes.size()));
}

void fit_sessions(benchmark::State& state) {
    import(state, long_fit());
}

void gpx_sessions(benchmark::State& state) {
    import(state, long_gpx());
}

BENCHMARK(fit_messages)->Unit(benchmark::kMillisecond);
BENCHMARK(fit_sessions)->Unit(benchmark::kMillisecond);
BENCHMARK(gpx_sessions)->Unit(benchmark::kMillisecond);

} // namespace

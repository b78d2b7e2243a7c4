// The floor: what reading the 10 Hz tracks of a squad costs a program that checks nothing.
//
// usage: bare_tracks FOLDER OUT.csv
//
// Of each file distance, distance above 5.5 and 7 m/s, sprints of a second and more, maximum speed,
// from the second, third and fifth column. One thread, 512 KiB at a time. No dates, no units, no
// other columns, no diagnostics, no glitches, no pauses: it reads three numbers a row.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr int sprint_rows = 10;

class Track {
public:
    void add(double time_s, double speed_mps, double odometer_m) {
        if (rows_++ == 0) {
            first_m_ = odometer_m;
            last_s_ = time_s;
        }
        const double step_s = time_s - last_s_;
        last_s_ = time_s;
        last_m_ = odometer_m;
        fast_m_ += speed_mps > 5.5 ? speed_mps * step_s : 0.0;
        if (speed_mps > 7.0) {
            sprint_m_ += speed_mps * step_s;
            ++run_;
        } else {
            end_sprint();
        }
        max_mps_ = std::max(max_mps_, speed_mps);
    }

    void write(std::FILE* out, const std::string& name) {
        end_sprint();
        std::fprintf(out, "%s,%ld,%.2f,%.2f,%.2f,%d,%.2f\n", name.c_str(), rows_,
                     last_m_ - first_m_, fast_m_, sprint_m_, sprints_, max_mps_);
    }

private:
    void end_sprint() {
        sprints_ += run_ >= sprint_rows ? 1 : 0;
        run_ = 0;
    }

    long rows_ = 0;
    double first_m_ = 0.0;
    double last_m_ = 0.0;
    double last_s_ = 0.0;
    double fast_m_ = 0.0;
    double sprint_m_ = 0.0;
    double max_mps_ = 0.0;
    int run_ = 0;
    int sprints_ = 0;
};

const char* behind(const char* at, const char* end, char c) {
    const void* const found = std::memchr(at, c, static_cast<std::size_t>(end - at));
    return found == nullptr ? end : static_cast<const char*>(found) + 1;
}

void read_rows(std::string_view lines, Track& track) {
    const char* at = lines.data();
    const char* const end = at + lines.size();
    while (at < end) {
        const char* const line_end = behind(at, end, '\n');
        double time_s = 0.0;
        double speed_mps = 0.0;
        double odometer_m = 0.0;
        const char* cell = behind(at, line_end, ',');
        cell = std::from_chars(cell, line_end, time_s).ptr + 1;
        cell = std::from_chars(cell, line_end, speed_mps).ptr + 1;
        std::from_chars(behind(cell, line_end, ','), line_end, odometer_m);
        track.add(time_s, speed_mps, odometer_m);
        at = line_end;
    }
}

Track read_file(const std::filesystem::path& path, std::vector<char>& buffer) {
    Track track;
    std::FILE* const in = std::fopen(path.c_str(), "rb");
    if (in == nullptr) {
        return track;
    }
    std::size_t kept = 0;
    bool header = true;
    while (const std::size_t got = std::fread(buffer.data() + kept, 1, buffer.size() - kept, in)) {
        const std::string_view text(buffer.data(), kept + got);
        const std::size_t end = text.rfind('\n') + 1;
        const std::size_t from = header ? text.find('\n') + 1 : 0;
        header = false;
        read_rows(text.substr(from, end - from), track);
        kept = text.size() - end;
        std::memmove(buffer.data(), buffer.data() + end, kept);
    }
    std::fclose(in);
    return track;
}

} // namespace

int main(int count, char** arguments) {
    std::FILE* const out = count == 3 ? std::fopen(arguments[2], "wb") : nullptr;
    if (out == nullptr) {
        std::fputs("usage: bare_tracks FOLDER OUT.csv\n", stderr);
        return 2;
    }
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(arguments[1])) {
        files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<char> buffer(std::size_t{1} << 19U);
    for (const std::filesystem::path& file : files) {
        read_file(file, buffer).write(out, file.stem().string());
    }
    return std::fclose(out);
}

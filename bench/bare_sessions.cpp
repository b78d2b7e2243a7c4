// The floor: what reading a squad's log and computing its ratios costs a program that checks
// nothing.
//
// usage: bare_sessions log.csv OUT.csv
//
// Sums session RPE per athlete and day on a complete calendar; coupled, uncoupled and EWMA ratio of
// every athlete-day; writes the highest and the last of each. One thread, 256 KiB at a time. No
// quotes, no units, no diagnostics, no duplicates, no factors: it reads two numbers a row.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <deque>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace {

constexpr std::size_t columns_needed = 7; // up to the comma behind the RPE
constexpr int acute = 7;
constexpr int chronic = 28;

struct Athlete {
    int first_day = 0;
    std::vector<double> loads;

    void add(int day, double load) {
        if (loads.empty()) {
            first_day = day;
        }
        const auto at = static_cast<std::size_t>(day - first_day); // rows stand by day
        if (at >= loads.size()) {
            loads.resize(at + 1);
        }
        loads[at] += load;
    }
};

int digits(const char* at, int count) {
    int value = 0;
    for (int i = 0; i < count; ++i) {
        value = value * 10 + (at[i] - '0');
    }
    return value;
}

// Days since 1 March of the year 0 (Hinnant, "chrono-compatible low-level date algorithms").
int day_number(const char* text) {
    const int month = digits(text + 5, 2);
    const int year = digits(text, 4) - (month <= 2 ? 1 : 0);
    const int days_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + digits(text + 8, 2);
    return year * 365 + year / 4 - year / 100 + year / 400 + days_of_year;
}

class Squad {
public:
    void read(std::string_view lines) {
        while (!lines.empty()) {
            const std::size_t end = lines.find('\n');
            read_row(lines.substr(0, end));
            lines.remove_prefix(std::min(lines.size(), end + 1));
        }
    }

    const std::unordered_map<std::string_view, Athlete>& athletes() const { return athletes_; }

private:
    void read_row(std::string_view row) {
        std::array<const char*, columns_needed + 1> cells{row.data()};
        std::size_t count = 1;
        for (const char* at = row.data(); count < cells.size(); cells[count++] = at) {
            at = static_cast<const char*>(
                std::memchr(at, ',', static_cast<std::size_t>(row.data() + row.size() - at)));
            if (at == nullptr) {
                return;
            }
            ++at;
        }
        double minutes = 0.0;
        double rpe = 0.0;
        if (std::from_chars(cells[3], cells[4] - 1, minutes).ec != std::errc() ||
            std::from_chars(cells[5], cells[6] - 1, rpe).ec != std::errc()) {
            return;
        }
        const std::string_view id(cells[0], static_cast<std::size_t>(cells[1] - 1 - cells[0]));
        auto found = athletes_.find(id);
        if (found == athletes_.end()) {
            found = athletes_.emplace(ids_.emplace_back(id), Athlete{}).first;
        }
        found->second.add(day_number(cells[1]), minutes * rpe);
    }

    std::deque<std::string> ids_;
    std::unordered_map<std::string_view, Athlete> athletes_;
};

struct Seen {
    double highest = std::numeric_limits<double>::quiet_NaN();
    double last = std::numeric_limits<double>::quiet_NaN();

    void see(double ratio) {
        last = ratio;
        highest = ratio <= highest ? highest : ratio;
    }
};

void write_row(std::FILE* out, std::string_view id, const std::vector<double>& loads) {
    Seen coupled;
    Seen uncoupled;
    Seen ewma;
    // Loads are multiples of 0.1, so that whole numbers sum without error.
    const auto tenths = [&](int day) {
        return std::llround(loads[static_cast<std::size_t>(day)] * 10);
    };
    std::int64_t week = 0;
    std::int64_t month = 0;
    double fast = loads.front();
    double slow = loads.front();
    for (int day = 0; day < static_cast<int>(loads.size()); ++day) {
        week += tenths(day) - (day >= acute ? tenths(day - acute) : 0);
        month += tenths(day) - (day >= chronic ? tenths(day - chronic) : 0);
        fast += 2.0 / (acute + 1) * (loads[static_cast<std::size_t>(day)] - fast);
        slow += 2.0 / (chronic + 1) * (loads[static_cast<std::size_t>(day)] - slow);
        if (day + 1 >= chronic && month > 0) {
            const auto a = static_cast<double>(week) / acute;
            coupled.see(a / (static_cast<double>(month) / chronic));
            if (month > week) {
                uncoupled.see(a / (static_cast<double>(month - week) / (chronic - acute)));
            }
            ewma.see(fast / slow);
        }
    }
    std::fprintf(out, "%.*s,%zu,%.6f,%.6f,%.6f,%.6f,%.6f,%.6f\n", static_cast<int>(id.size()),
                 id.data(), loads.size(), coupled.highest, coupled.last, uncoupled.highest,
                 uncoupled.last, ewma.highest, ewma.last);
}

} // namespace

int main(int count, char** arguments) {
    std::FILE* const in = count == 3 ? std::fopen(arguments[1], "rb") : nullptr;
    std::FILE* const out = in != nullptr ? std::fopen(arguments[2], "wb") : nullptr;
    if (out == nullptr) {
        std::fputs("usage: bare_sessions log.csv OUT.csv\n", stderr);
        return 2;
    }
    Squad squad;
    std::vector<char> buffer(std::size_t{1} << 18U);
    std::size_t kept = 0;
    while (const std::size_t got = std::fread(buffer.data() + kept, 1, buffer.size() - kept, in)) {
        const std::string_view text(buffer.data(), kept + got);
        const std::size_t end = text.rfind('\n') + 1;
        squad.read(text.substr(0, end));
        kept = text.size() - end;
        std::memmove(buffer.data(), buffer.data() + end, kept);
    }
    std::vector<std::string_view> ids;
    for (const auto& [id, athlete] : squad.athletes()) {
        ids.push_back(id);
    }
    std::sort(ids.begin(), ids.end());
    for (const std::string_view id : ids) {
        write_row(out, id, squad.athletes().at(id).loads);
    }
    std::fclose(in);
    return std::fclose(out);
}

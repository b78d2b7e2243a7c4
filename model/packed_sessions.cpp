// Packing and unpacking. A record is a head of fixed size, then what the head says is there.
// SPDX-License-Identifier: Apache-2.0
#include "model/packed_sessions.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <limits>
#include <numeric>
#include <span>
#include <tuple>
#include <utility>

namespace plimsoll {
namespace {

constexpr std::size_t chunk_bytes = 2048; // a few dozen records; on average half of it is unused

constexpr std::array packed_members{
    &Session::duration_s,
    &Session::elapsed_s,
    &Session::distance_m,
    &Session::avg_hr_bpm,
    &Session::max_hr_bpm,
    &Session::max_speed_mps,
    &Session::ascent_m,
    &Session::rpe,
    &Session::load_au,
    &Session::high_speed_m,
    &Session::sprint_m,
    &Session::sprints,
    &Session::changes_of_direction,
};

// How a value is kept: logs are full of whole numbers and of those with two decimals.
enum class Form : std::uint8_t { absent, whole, hundredths, full };

constexpr unsigned bits_a_form = 2;
constexpr double hundred = 100.0;
constexpr double most_short = std::numeric_limits<std::uint16_t>::max();

// Behind it stand, where they are there: the second of the day (4 bytes), the file (4), the values
// (2 or 8 each), the heart-rate zones, the size of the title (4) and the title.
struct Head {
    std::uint32_t forms;
    std::int32_t day;
    std::uint32_t line;
    Sport sport;
    LoadKind load_kind;
    std::uint8_t extras;
    std::uint8_t size; // of the record without its title
};

enum Extra : std::uint8_t {
    has_second = 1,
    has_file = 2,
    has_title = 4,
    has_zones = 8
}; // no file: 0

static_assert(sizeof(Head) == 16);

constexpr std::size_t most_before_title = sizeof(Head) + 3 * sizeof(std::uint32_t) +
                                          packed_members.size() * sizeof(double) +
                                          sizeof(HeartRateZones);

static_assert(most_before_title <= std::numeric_limits<std::uint8_t>::max());

bool same(double a, double b) noexcept {
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

struct Short {
    Form form;
    std::uint16_t number; // meaningless with Form::full
};

Short shortened(double value) noexcept {
    if (!(value >= 0.0) || value > most_short) {
        return {Form::full, 0};
    }
    const auto whole = static_cast<std::uint16_t>(value);
    if (same(value, whole)) {
        return {Form::whole, whole};
    }
    const double scaled = value * hundred + 0.5;
    if (scaled > most_short) {
        return {Form::full, 0};
    }
    const auto hundredths = static_cast<std::uint16_t>(scaled);
    return {same(value, hundredths / hundred) ? Form::hundredths : Form::full, hundredths};
}

template <class T>
std::byte* put(std::byte* at, T value) noexcept {
    std::memcpy(at, &value, sizeof value);
    return at + sizeof value;
}

template <class T>
T take(const std::byte*& at) noexcept {
    T value{};
    std::memcpy(&value, at, sizeof value);
    at += sizeof value;
    return value;
}

std::byte* put_values(std::byte* at, const Session& session, std::uint32_t& forms) noexcept {
    unsigned shift = 0;
#pragma GCC unroll 16
    for (const auto member : packed_members) {
        if (const std::optional<double>& value = session.*member) {
            const auto [form, number] = shortened(*value);
            forms |= static_cast<std::uint32_t>(form) << shift;
            at = form == Form::full ? put(at, *value) : put(at, number);
        }
        shift += bits_a_form;
    }
    return at;
}

void take_values(const std::byte*& at, std::uint32_t forms, Session& session) noexcept {
#pragma GCC unroll 16
    for (const auto member : packed_members) {
        (session.*member).reset();
    }
    while (forms != 0) {
        const auto number = static_cast<unsigned>(std::countr_zero(forms)) / bits_a_form;
        const auto form = static_cast<Form>((forms >> (number * bits_a_form)) & 3U);
        std::optional<double>& value = session.*packed_members[number];
        if (form == Form::full) {
            value = take<double>(at);
        } else {
            const double kept = take<std::uint16_t>(at);
            value = form == Form::whole ? kept : kept / hundred;
        }
        forms &= ~(3U << (number * bits_a_form));
    }
}

// Writes a record but for its title to @p record and returns the bytes it takes.
std::size_t write_before_title(const Session& session, std::byte* record) noexcept {
    Head head{0,
              session.start.day.days_since_1970(),
              session.source.line,
              session.sport,
              session.load_kind,
              0,
              0};
    std::byte* at = record + sizeof head;
    if (session.start.second) {
        head.extras |= has_second;
        at = put(at, *session.start.second);
    }
    if (session.source.file != 0) {
        head.extras |= has_file;
        at = put(at, session.source.file);
    }
    at = put_values(at, session, head.forms);
    if (session.hr_zones) {
        head.extras |= has_zones;
        at = put(at, *session.hr_zones);
    }
    if (!session.title.empty()) {
        head.extras |= has_title;
        at = put(at, static_cast<std::uint32_t>(session.title.size()));
    }
    head.size = static_cast<std::uint8_t>(at - record);
    put(record, head);
    return head.size;
}

// Fills @p session but for its athlete.
void take_session(const std::byte* record, Session& session) {
    const std::byte* at = record;
    const auto head = take<Head>(at);
    session.start.day = Date::from_days(head.day);
    session.start.second.reset();
    if ((head.extras & has_second) != 0) {
        session.start.second = take<std::int32_t>(at);
    }
    session.source.file = (head.extras & has_file) != 0 ? take<std::uint32_t>(at) : 0;
    session.source.line = head.line;
    session.sport = head.sport;
    session.load_kind = head.load_kind;
    take_values(at, head.forms, session);
    session.hr_zones.reset();
    if ((head.extras & has_zones) != 0) {
        session.hr_zones = take<HeartRateZones>(at);
    }
    session.title.clear();
    if ((head.extras & has_title) != 0) {
        session.title.resize(take<std::uint32_t>(at));
        std::memcpy(session.title.data(), at, session.title.size());
    }
}

// What records are ordered by, and where they stand.
struct Key {
    std::int32_t day;
    std::int32_t second; // -1: none
    std::uint32_t file;
    std::uint32_t line;
    const std::byte* record;

    friend bool operator<(const Key& a, const Key& b) noexcept {
        return std::tie(a.day, a.second, a.file, a.line) <
               std::tie(b.day, b.second, b.file, b.line);
    }
};

// The key of the record at @p at, which is moved behind the record.
Key take_key(const std::byte*& at) noexcept {
    const std::byte* const record = at;
    const auto head = take<Head>(at);
    Key key{head.day, -1, 0, head.line, record};
    if ((head.extras & has_second) != 0) {
        key.second = take<std::int32_t>(at);
    }
    if ((head.extras & has_file) != 0) {
        key.file = take<std::uint32_t>(at);
    }
    at = record + head.size;
    if ((head.extras & has_title) != 0) {
        const std::byte* size = at - sizeof(std::uint32_t);
        at += take<std::uint32_t>(size);
    }
    return key;
}

// Ids of a squad are of one length and differ at their ends.
bool same_id(std::string_view a, std::string_view b) noexcept {
    return a.size() == b.size() && (a.empty() || (a.back() == b.back() && a == b));
}

} // namespace

void PackedSessions::Athlete::close_chunk() noexcept {
    if (end != nullptr) {
        chunks.back().size = static_cast<std::size_t>(end - chunks.back().bytes.data());
    }
    end = nullptr;
    limit = nullptr;
}

std::byte* PackedSessions::Athlete::room_for(std::size_t bytes) {
    if (room() < bytes) {
        close_chunk();
        const std::size_t size = std::max(bytes, chunk_bytes);
        chunks.push_back({std::vector<std::byte>(size), 0});
        end = chunks.back().bytes.data();
        limit = end + size;
    }
    return end;
}

std::span<const std::byte> PackedSessions::Athlete::records(std::size_t chunk) const noexcept {
    const std::byte* const begin = chunks[chunk].bytes.data();
    const bool open = end != nullptr && chunk + 1 == chunks.size();
    return {begin, open ? static_cast<std::size_t>(end - begin) : chunks[chunk].size};
}

PackedSessions::PackedSessions(PackedSessions&& other) noexcept
    : athletes_(std::move(other.athletes_)),
      number_of_(std::move(other.number_of_)),
      last_(std::exchange(other.last_, nullptr)),
      size_(std::exchange(other.size_, 0)) {}

PackedSessions& PackedSessions::operator=(PackedSessions&& other) noexcept {
    athletes_.swap(other.athletes_);
    number_of_.swap(other.number_of_);
    std::swap(last_, other.last_);
    std::swap(size_, other.size_);
    return *this;
}

// Logs stand by athlete or by day, and most days name the athletes in the same order.
PackedSessions::Athlete& PackedSessions::athlete_of(const std::string& id) {
    constexpr int most_steps = 4; // athletes who miss a day are stepped over
    Athlete* guess = last_;
    for (int step = 0; step <= most_steps && guess != nullptr; ++step, guess = guess->next) {
        if (same_id(guess->id, id)) {
            return *(last_ = guess);
        }
    }
    const auto found = number_of_.find(id);
    const bool known = found != number_of_.end();
    Athlete& athlete =
        known ? *athletes_[found->second] : *athletes_.emplace_back(std::make_unique<Athlete>());
    if (!known) {
        athlete.id = id;
        number_of_.emplace(athlete.id, static_cast<std::uint32_t>(athletes_.size() - 1));
    }
    if (last_ != nullptr) {
        last_->next = &athlete;
    }
    return *(last_ = &athlete);
}

void PackedSessions::add(const Session& session) {
    Athlete& athlete = athlete_of(session.athlete);
    const std::string_view title = session.title;
    // Near the end of a chunk a record is written apart first: it may just fit.
    std::array<std::byte, most_before_title> apart{};
    const bool roomy = athlete.room() >= apart.size() + title.size();
    const std::size_t size = write_before_title(session, roomy ? athlete.end : apart.data());
    std::byte* const record = athlete.room_for(size + title.size());
    if (!roomy) {
        std::memcpy(record, apart.data(), size);
    }
    if (!title.empty()) {
        std::memcpy(record + size, title.data(), title.size());
    }
    athlete.end = record + size + title.size();
    athlete.newest = std::max(athlete.newest, session.start.day);
    ++athlete.sessions;
    ++size_;
    if (athlete.next != nullptr) { // what the next two rows will probably touch
        __builtin_prefetch(athlete.next->end);
        __builtin_prefetch(athlete.next->next);
    }
}

void PackedSessions::append(PackedSessions&& more) {
    for (const std::unique_ptr<Athlete>& moved : more.athletes_) {
        Athlete& from = *moved;
        Athlete& to = athlete_of(from.id);
        from.close_chunk();
        to.close_chunk();
        std::move(from.chunks.begin(), from.chunks.end(), std::back_inserter(to.chunks));
        to.sessions += from.sessions;
        to.newest = std::max(to.newest, from.newest);
    }
    size_ += more.size_;
    more = PackedSessions();
}

std::vector<std::size_t> PackedSessions::by_id() const {
    std::vector<std::size_t> order(athletes_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return athletes_[a]->id < athletes_[b]->id; });
    return order;
}

void PackedSessions::unpack(std::size_t athlete, std::vector<Session>& into) const {
    const Athlete& from = *athletes_.at(athlete);
    std::vector<Key> keys;
    keys.reserve(from.sessions);
    for (std::size_t chunk = 0; chunk < from.chunks.size(); ++chunk) {
        const std::span<const std::byte> records = from.records(chunk);
        for (const std::byte* at = records.data(); at != records.data() + records.size();) {
            keys.push_back(take_key(at));
        }
    }
    // Usually one stretch in order for each thread that read.
    const auto second = std::is_sorted_until(keys.begin(), keys.end());
    if (std::is_sorted(second, keys.end())) {
        std::inplace_merge(keys.begin(), second, keys.end());
    } else {
        std::stable_sort(keys.begin(), keys.end()); // legs of a file share its line 0
    }
    into.resize(from.sessions);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        into[i].athlete = from.id;
        take_session(keys[i].record, into[i]);
    }
}

std::vector<Session> PackedSessions::unpack_all() const {
    std::vector<Session> all;
    all.reserve(size_);
    std::vector<Session> of_athlete;
    for (const std::size_t athlete : by_id()) {
        unpack(athlete, of_athlete);
        std::move(of_athlete.begin(), of_athlete.end(), std::back_inserter(all));
    }
    return all;
}

std::optional<Date> PackedSessions::newest_day(std::size_t athlete, Date latest) const {
    const Athlete& from = *athletes_.at(athlete);
    if (from.newest <= latest) {
        return from.newest;
    }
    std::optional<Date> newest;
    for (std::size_t chunk = 0; chunk < from.chunks.size(); ++chunk) {
        const std::span<const std::byte> records = from.records(chunk);
        for (const std::byte* at = records.data(); at != records.data() + records.size();) {
            const Date day = Date::from_days(take_key(at).day);
            if (day <= latest && (!newest || day > *newest)) {
                newest = day;
            }
        }
    }
    return newest;
}

} // namespace plimsoll

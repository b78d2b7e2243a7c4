// Zip through minizip, over any source that can seek. The one door to that library.
// SPDX-License-Identifier: Apache-2.0
#include "import/zip_archive.hpp"

#include "import/text_encoding.hpp"
#include "import/unpack_limit.hpp"
#include "model/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <unzip.h>

namespace plimsoll::ingest {
namespace {

constexpr std::string_view zip_mark = "PK\x03\x04";
constexpr std::string_view empty_zip_mark = "PK\x05\x06";

constexpr std::uint32_t encrypted_flag = 1;
constexpr std::uint32_t stored_method = 0;

[[noreturn]] void refuse_archive(const std::string& file, std::string code, std::string text) {
    throw InputError(
        Diagnostic{Severity::error, {file, 0, 0, {}}, std::move(code), std::move(text), {}});
}

// What the library reads from. It is written in C: no exception may pass through it.
struct Tape {
    ByteSource* bytes;
    std::uint64_t at = 0;
    bool failed = false;
};

template <class Work>
int guarded(Tape& tape, Work work) {
    try {
        work();
        return 0;
    } catch (const std::exception&) {
        tape.failed = true;
        return -1;
    }
}

void* open_tape(void* opaque, const void* /*name*/, int /*mode*/) {
    return opaque;
}

uLong read_tape(void* opaque, void* /*stream*/, void* into, uLong size) {
    Tape& tape = *static_cast<Tape*>(opaque);
    std::size_t got = 0;
    guarded(tape, [&] { got = tape.bytes->read({static_cast<char*>(into), size}); });
    tape.at += got;
    return got;
}

uLong write_tape(void* /*opaque*/, void* /*stream*/, const void* /*from*/, uLong /*size*/) {
    return 0;
}

ZPOS64_T tell_tape(void* opaque, void* /*stream*/) {
    return static_cast<Tape*>(opaque)->at;
}

long seek_tape(void* opaque, void* /*stream*/, ZPOS64_T offset, int origin) {
    Tape& tape = *static_cast<Tape*>(opaque);
    return guarded(tape, [&] {
        const std::uint64_t size = tape.bytes->size();
        std::uint64_t to = offset;
        if (origin == ZLIB_FILEFUNC_SEEK_CUR) {
            to += tape.at;
        } else if (origin == ZLIB_FILEFUNC_SEEK_END) {
            to += size;
        }
        tape.at = std::min(to, size); // reading there finds the end
        tape.bytes->seek(tape.at);
    });
}

int close_tape(void* /*opaque*/, void* /*stream*/) {
    return 0;
}

int error_of_tape(void* opaque, void* /*stream*/) {
    return static_cast<Tape*>(opaque)->failed ? 1 : 0;
}

std::string as_utf8(const std::string& name) {
    return is_utf8(name) ? name : windows_1252_to_utf8(name);
}

} // namespace

bool is_zip(std::string_view start) noexcept {
    return start.starts_with(zip_mark) || start.starts_with(empty_zip_mark);
}

// The library's handle, and what has come out of it so far.
class ZipArchive::Library {
public:
    explicit Library(ByteSource& bytes)
        : tape_{&bytes},
          limit_(bytes.name()),
          archive_bytes_(bytes.size()) {
        zlib_filefunc64_def calls{open_tape, read_tape,  write_tape,    tell_tape,
                                  seek_tape, close_tape, error_of_tape, &tape_};
        file_ = unzOpen2_64(bytes.name().c_str(), &calls);
    }

    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
    Library(Library&&) = delete;
    Library& operator=(Library&&) = delete;

    ~Library() {
        if (file_ != nullptr) {
            unzClose(file_);
        }
    }

    unzFile file() const noexcept { return file_; }

    // Entries may share their packed bytes, so all that ever came out counts against the archive.
    void count(std::uint64_t packed_bytes, std::uint64_t of_entry, std::uint64_t more) {
        unpacked_ += more;
        limit_.check(packed_bytes, of_entry);
        limit_.check(archive_bytes_, unpacked_);
    }

private:
    Tape tape_;
    UnpackLimit limit_;
    std::uint64_t archive_bytes_;
    std::uint64_t unpacked_ = 0;
    unzFile file_ = nullptr;
};

class ZipArchive::Entry final : public ByteSource {
public:
    Entry(Library& library, ZipEntry entry, std::string name)
        : ByteSource(std::move(name)),
          library_(library),
          entry_(std::move(entry)) {
        go_to_start();
    }

    Entry(const Entry&) = delete;
    Entry& operator=(const Entry&) = delete;
    Entry(Entry&&) = delete;
    Entry& operator=(Entry&&) = delete;

    ~Entry() override { unzCloseCurrentFile(library_.file()); }

    std::size_t read(std::span<char> into) override {
        std::size_t have = 0;
        while (have < into.size() && !at_end_) {
            constexpr std::size_t most = std::size_t{1} << 20U;
            const std::size_t asked = std::min(into.size() - have, most);
            const int got = unzReadCurrentFile(library_.file(), into.data() + have,
                                               static_cast<unsigned>(asked));
            if (got <= 0) {
                at_end_ = true;
                const bool wrong_sum =
                    got == 0 && unzCloseCurrentFile(library_.file()) == UNZ_CRCERROR;
                damage_ = got < 0     ? "the archive is damaged or cut off here"
                          : wrong_sum ? "the archive's checksum of it is wrong"
                                      : "";
                break;
            }
            have += static_cast<std::size_t>(got);
            unpacked_ += static_cast<std::uint64_t>(got);
            library_.count(entry_.packed_bytes, unpacked_, static_cast<std::uint64_t>(got));
        }
        return have;
    }

    void rewind() override {
        unzCloseCurrentFile(library_.file());
        go_to_start();
    }

    std::string damage() const override { return damage_; }

private:
    void go_to_start() {
        at_end_ = false;
        unpacked_ = 0;
        unz64_file_pos position{entry_.directory_offset, entry_.directory_number};
        unz_file_info64 info{};
        const bool found = unzGoToFilePos64(library_.file(), &position) == UNZ_OK &&
                           unzGetCurrentFileInfo64(library_.file(), &info, nullptr, 0, nullptr, 0,
                                                   nullptr, 0) == UNZ_OK;
        if (found && (info.flag & encrypted_flag) != 0) {
            refuse_archive(name(), "encrypted", "is encrypted");
        }
        if (found && info.compression_method != stored_method &&
            info.compression_method != Z_DEFLATED) {
            refuse_archive(
                name(), "packing",
                fmt::format("is packed by method {}, which is not read", info.compression_method));
        }
        if (!found || unzOpenCurrentFile(library_.file()) != UNZ_OK) {
            refuse_archive(name(), "damaged", "the archive is damaged here");
        }
    }

    Library& library_;
    ZipEntry entry_;
    bool at_end_ = false;
    std::uint64_t unpacked_ = 0;
    std::string damage_;
};

ZipArchive::ZipArchive(ByteSource& bytes) : library_(std::make_unique<Library>(bytes)) {
    unzFile const file = library_->file();
    if (file == nullptr) {
        refuse_archive(bytes.name(), "damaged",
                       "is a zip archive without a directory: it is damaged or cut off");
    }
    std::array<char, longest_name_bytes + 1> name{};
    std::size_t seen = 0;
    for (int state = unzGoToFirstFile(file); state == UNZ_OK; state = unzGoToNextFile(file)) {
        if (++seen > most_entries) {
            refuse_archive(bytes.name(), "too_many_entries",
                           fmt::format("is a zip archive of more than {} entries", most_entries));
        }
        unz_file_info64 info{};
        unz64_file_pos position{};
        if (unzGetCurrentFileInfo64(file, &info, name.data(), longest_name_bytes, nullptr, 0,
                                    nullptr, 0) != UNZ_OK ||
            unzGetFilePos64(file, &position) != UNZ_OK) {
            break;
        }
        const std::size_t length = std::min<std::size_t>(info.size_filename, longest_name_bytes);
        std::string text(name.data(), length);
        if (!text.empty() && !text.ends_with('/')) {
            entries_.push_back({as_utf8(text), info.compressed_size, position.pos_in_zip_directory,
                                position.num_of_file});
        }
    }
    std::stable_sort(entries_.begin(), entries_.end(),
                     [](const ZipEntry& a, const ZipEntry& b) { return a.name < b.name; });
}

ZipArchive::~ZipArchive() = default;

std::unique_ptr<ByteSource> ZipArchive::open(const ZipEntry& entry, std::string name) {
    return std::make_unique<Entry>(*library_, entry, std::move(name));
}

} // namespace plimsoll::ingest

// Byte sources over POSIX files and memory.
// SPDX-License-Identifier: Apache-2.0
#include "import/byte_source.hpp"

#include "model/error.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace plimsoll::ingest {
namespace {

std::string errno_text() {
    return std::generic_category().message(errno);
}

class FileDescriptor {
public:
    explicit FileDescriptor(int fd) noexcept : fd_(fd) {}

    FileDescriptor(const FileDescriptor&) = delete;
    FileDescriptor& operator=(const FileDescriptor&) = delete;

    FileDescriptor(FileDescriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

    FileDescriptor& operator=(FileDescriptor&&) = delete;

    ~FileDescriptor() {
        if (fd_ >= 0) {
            ::close(fd_);
        }
    }

    int get() const noexcept { return fd_; }

private:
    int fd_;
};

std::size_t read_fully(int fd, std::span<char> into, const std::string& name) {
    std::size_t have = 0;
    while (have < into.size()) {
        const ssize_t got = ::read(fd, into.data() + have, into.size() - have);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            throw IoError(name, "cannot be read: " + errno_text());
        }
        if (got == 0) {
            break;
        }
        have += static_cast<std::size_t>(got);
    }
    return have;
}

class FileSource final : public ByteSource {
public:
    FileSource(std::string name, FileDescriptor fd)
        : ByteSource(std::move(name)),
          fd_(std::move(fd)) {}

    std::size_t read(std::span<char> into) override { return read_fully(fd_.get(), into, name()); }

    void rewind() override {
        if (::lseek(fd_.get(), 0, SEEK_SET) != 0) {
            throw IoError(name(), "cannot be read a second time: " + errno_text());
        }
    }

    void seek(std::uint64_t offset) override {
        if (::lseek(fd_.get(), static_cast<off_t>(offset), SEEK_SET) < 0) {
            throw IoError(name(), "cannot be read out of order: " + errno_text());
        }
    }

    std::uint64_t size() override {
        struct stat status {};

        if (::fstat(fd_.get(), &status) != 0) {
            throw IoError(name(), "cannot be measured: " + errno_text());
        }
        return static_cast<std::uint64_t>(status.st_size);
    }

private:
    FileDescriptor fd_;
};

class MemorySource final : public ByteSource {
public:
    MemorySource(std::string name, std::string bytes)
        : ByteSource(std::move(name)),
          bytes_(std::move(bytes)) {}

    std::size_t read(std::span<char> into) override {
        const std::size_t count = std::min(into.size(), bytes_.size() - at_);
        std::copy_n(bytes_.data() + at_, count, into.data());
        at_ += count;
        return count;
    }

    void rewind() override { at_ = 0; }

    void seek(std::uint64_t offset) override { at_ = std::min(offset, bytes_.size()); }

    std::uint64_t size() override { return bytes_.size(); }

private:
    std::string bytes_;
    std::size_t at_ = 0;
};

std::string read_all(int fd, const std::string& name, std::size_t most) {
    std::string bytes;
    constexpr std::size_t step = std::size_t{1} << 16U;
    for (;;) {
        const std::size_t have = bytes.size();
        bytes.resize(have + step);
        const std::size_t got = read_fully(fd, std::span(bytes).subspan(have), name);
        bytes.resize(have + got);
        if (bytes.size() > most) {
            throw IoError(name, "is larger than " + std::to_string(most) + " bytes");
        }
        if (got < step) {
            return bytes;
        }
    }
}

FileDescriptor open_for_reading(const std::string& path, bool& seekable) {
    FileDescriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));

    struct stat status {};

    if (fd.get() < 0 || ::fstat(fd.get(), &status) != 0) {
        throw IoError(path, errno == ENOENT ? "no such file" : "cannot be opened: " + errno_text());
    }
    if (S_ISDIR(status.st_mode)) {
        throw IoError(path, "is a directory where a file is expected");
    }
    seekable = S_ISREG(status.st_mode);
    return fd;
}

} // namespace

void ByteSource::seek(std::uint64_t /*offset*/) {
    throw IoError(name_, "cannot be read out of order");
}

std::uint64_t ByteSource::size() {
    throw IoError(name_, "does not tell its size");
}

std::unique_ptr<ByteSource> open_file(const std::string& path) {
    bool seekable = false;
    FileDescriptor fd = open_for_reading(path, seekable);
    if (!seekable) {
        return from_memory(path, read_all(fd.get(), path, largest_unseekable_bytes));
    }
    return std::make_unique<FileSource>(path, std::move(fd));
}

std::unique_ptr<ByteSource> open_standard_input() {
    const std::string name = "standard input";
    return from_memory(name, read_all(STDIN_FILENO, name, largest_unseekable_bytes));
}

std::unique_ptr<ByteSource> from_memory(std::string name, std::string bytes) {
    return std::make_unique<MemorySource>(std::move(name), std::move(bytes));
}

std::string read_small_file(const std::string& path, std::size_t most) {
    bool seekable = false;
    const FileDescriptor fd = open_for_reading(path, seekable);
    return read_all(fd.get(), path, most);
}

} // namespace plimsoll::ingest

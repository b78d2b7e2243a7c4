// Atomic output.
// SPDX-License-Identifier: Apache-2.0
#include "app/output.hpp"

#include "model/error.hpp"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace plimsoll::app {
namespace {

constexpr const char* exists_already = "exists already (--overwrite replaces it)";

std::string errno_text() {
    return std::generic_category().message(errno);
}

void write_all(int fd, const std::string& path, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            throw IoError(path, "cannot be written: " + errno_text());
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

// A temporary file beside the target, removed unless it took the target's place.
class Replacement {
public:
    explicit Replacement(std::string target)
        : target_(std::move(target)),
          name_(target_ + ".XXXXXX"),
          fd_(::mkstemp(name_.data())) {
        if (fd_ < 0) {
            throw IoError(target_, "cannot be written: " + errno_text());
        }
    }

    Replacement(const Replacement&) = delete;
    Replacement& operator=(const Replacement&) = delete;
    Replacement(Replacement&&) = delete;
    Replacement& operator=(Replacement&&) = delete;

    ~Replacement() {
        if (fd_ >= 0) {
            ::close(fd_);
        }
        if (!name_.empty()) {
            ::unlink(name_.c_str());
        }
    }

    void fill(std::string_view bytes) {
        write_all(fd_, target_, bytes);
        const mode_t mask = ::umask(0);
        ::umask(mask);
        if (::fchmod(fd_, 0666U & ~mask) != 0 || ::fsync(fd_) != 0) {
            throw IoError(target_, "cannot be written: " + errno_text());
        }
    }

    // A link fails where the target exists, so that no other program's file is lost in between.
    void take_place(bool overwrite) {
        const int failed = overwrite ? std::rename(name_.c_str(), target_.c_str())
                                     : ::link(name_.c_str(), target_.c_str());
        if (failed != 0) {
            throw IoError(target_,
                          errno == EEXIST ? exists_already : "cannot be written: " + errno_text());
        }
        if (overwrite) {
            name_.clear();
        }
    }

private:
    std::string target_;
    std::string name_;
    int fd_;
};

// A place where no file can be put.
void refuse_no_file(const std::string& path) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (status.type() == std::filesystem::file_type::directory) {
        throw IoError(path, "is a directory");
    }
    if (status.type() != std::filesystem::file_type::not_found &&
        status.type() != std::filesystem::file_type::none &&
        status.type() != std::filesystem::file_type::regular) {
        throw IoError(path, "is no regular file; write to the standard output instead");
    }
}

} // namespace

void require_writable(const std::string& path, bool overwrite) {
    if (path.empty()) {
        return;
    }
    refuse_no_file(path);
    std::error_code error;
    if (!overwrite && std::filesystem::exists(path, error)) {
        throw IoError(path, exists_already);
    }
    const Replacement trial(path); // a folder that can be written to
}

void write_output(const std::string& path, std::string_view bytes, bool overwrite) {
    if (path.empty()) {
        write_all(STDOUT_FILENO, "standard output", bytes);
        return;
    }
    refuse_no_file(path);
    Replacement file(path);
    file.fill(bytes);
    file.take_place(overwrite);
}

} // namespace plimsoll::app

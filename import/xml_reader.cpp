// Expat, held on a short lead.
// SPDX-License-Identifier: Apache-2.0
#include "import/xml_reader.hpp"

#include "import/text_encoding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <expat.h>
#include <functional>
#include <memory>
#include <new>
#include <unordered_set>
#include <utility>
#include <vector>

namespace plimsoll::ingest {
namespace {

constexpr std::size_t xml_piece_bytes = std::size_t{1} << 16U;
constexpr std::string_view xml_blanks = " \t\r\n";
constexpr std::string_view bom = "\xEF\xBB\xBF";

std::string_view without_prefix(std::string_view name) noexcept {
    return name.substr(name.rfind(':') + 1); // npos + 1 is 0
}

// The character that a byte of Windows-1252 is.
int code_point_of(char byte) {
    const std::string text = windows_1252_to_utf8({&byte, 1});
    const auto bits = [&](std::size_t i, unsigned mask) {
        return static_cast<unsigned>(static_cast<unsigned char>(text[i])) & mask;
    };
    switch (text.size()) {
    case 1:
        return static_cast<int>(bits(0, 0x7FU));
    case 2:
        return static_cast<int>((bits(0, 0x1FU) << 6U) | bits(1, 0x3FU));
    default:
        return static_cast<int>((bits(0, 0x0FU) << 12U) | (bits(1, 0x3FU) << 6U) | bits(2, 0x3FU));
    }
}

struct FreeParser {
    void operator()(XML_Parser parser) const noexcept { XML_ParserFree(parser); }
};

using ParserOwner = std::unique_ptr<XML_ParserStruct, FreeParser>;

class XmlReader {
public:
    XmlReader(ByteSource& bytes, XmlHandler& handler)
        : bytes_(bytes),
          handler_(handler),
          parser_(XML_ParserCreate(nullptr)) {
        if (!parser_) {
            throw std::bad_alloc();
        }
        XML_SetUserData(parser_.get(), this);
        XML_SetElementHandler(parser_.get(), on_open, on_close);
        XML_SetCharacterDataHandler(parser_.get(), on_text);
        XML_SetEntityDeclHandler(parser_.get(), on_entity);
        XML_SetUnknownEncodingHandler(parser_.get(), on_encoding, nullptr);
    }

    std::optional<XmlProblem> read() {
        std::vector<char> piece(xml_piece_bytes);
        bool at_start = true;
        std::uint64_t fed = 0;
        for (bool at_end = false; !at_end;) {
            const std::size_t got = bytes_.read(piece);
            at_end = got < piece.size();
            std::string_view text(piece.data(), got);
            if (at_start) {
                text = without_blanks(text);
                at_start = text.empty();
                if (at_start && !at_end) {
                    continue;
                }
            }
            fed += text.size();
            const XML_Status state = XML_Parse(parser_.get(), text.data(),
                                               static_cast<int>(text.size()), at_end ? 1 : 0);
            if (thrown_) {
                std::rethrow_exception(thrown_);
            }
            if (state != XML_STATUS_OK) {
                return problem();
            }
            const auto understood = static_cast<std::uint64_t>(
                std::max<XML_Index>(0, XML_GetCurrentByteIndex(parser_.get())));
            if (fed > understood + XmlLimits::longest_tag) {
                stop_text_ = "holds a tag or comment of more than a million bytes";
                return problem();
            }
        }
        return std::nullopt;
    }

private:
    // Blanks and a byte-order mark before the document; their lines count.
    std::string_view without_blanks(std::string_view text) {
        if (text.starts_with(bom)) {
            text.remove_prefix(bom.size());
        }
        const std::size_t first = std::min(text.find_first_not_of(xml_blanks), text.size());
        lines_before_ += static_cast<std::uint32_t>(
            std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(first), '\n'));
        return text.substr(first);
    }

    std::uint32_t line() const {
        return lines_before_ + static_cast<std::uint32_t>(XML_GetCurrentLineNumber(parser_.get()));
    }

    XmlProblem problem() const {
        return {line(),
                stop_text_.empty() ? XML_ErrorString(XML_GetErrorCode(parser_.get())) : stop_text_};
    }

    // Expat keeps every name that it meets.
    void remember(std::string_view name) {
        names_.insert(std::hash<std::string_view>()(name));
        if (names_.size() > XmlLimits::most_names) {
            stop(fmt::format("has more than {} names of elements", XmlLimits::most_names));
        }
    }

    void stop(std::string why) {
        stop_text_ = std::move(why);
        XML_StopParser(parser_.get(), XML_FALSE);
    }

    // Expat is written in C: no exception may pass through it.
    template <class Work>
    static void guarded(void* self, Work work) {
        auto& reader = *static_cast<XmlReader*>(self);
        if (reader.thrown_ || !reader.stop_text_.empty()) {
            return; // a parser that was stopped still ends what it is in
        }
        try {
            work(reader);
        } catch (...) {
            reader.thrown_ = std::current_exception();
            XML_StopParser(reader.parser_.get(), XML_FALSE);
        }
    }

    static void on_open(void* self, const char* name, const char** attributes) {
        guarded(self, [&](XmlReader& reader) {
            if (reader.path_.size() == XmlLimits::deepest) {
                reader.stop(fmt::format("nests more than {} elements", XmlLimits::deepest));
                return;
            }
            reader.remember(name);
            for (const char** pair = attributes; *pair != nullptr; pair += 2) {
                reader.remember(*pair);
            }
            const std::string local(without_prefix(name));
            reader.handler_.open(local, reader.parent(), XmlAttributes(attributes), reader.line());
            reader.path_.push_back(local);
            reader.text_.clear();
        });
    }

    static void on_close(void* self, const char* /*name*/) {
        guarded(self, [](XmlReader& reader) {
            const std::string name = std::move(reader.path_.back());
            reader.path_.pop_back();
            reader.handler_.close(name, reader.parent(), trimmed(reader.text_));
            reader.text_.clear();
        });
    }

    static void on_text(void* self, const char* text, int size) {
        guarded(self, [&](XmlReader& reader) {
            const std::size_t room =
                XmlLimits::longest_text - std::min(XmlLimits::longest_text, reader.text_.size());
            reader.text_.append(text, std::min(room, static_cast<std::size_t>(size)));
        });
    }

    static void on_entity(void* self, const char* /*name*/, int /*is_parameter*/,
                          const char* /*value*/, int /*size*/, const char* /*base*/,
                          const char* /*system*/, const char* /*public*/,
                          const char* /*notation*/) {
        guarded(self, [](XmlReader& reader) {
            reader.stop("declares an entity, which is not expanded");
        });
    }

    static int on_encoding(void* /*data*/, const char* name, XML_Encoding* encoding) {
        if (folded(name) != "windows-1252") {
            return XML_STATUS_ERROR;
        }
        for (int byte = 0; byte < 256; ++byte) {
            encoding->map[byte] = code_point_of(static_cast<char>(byte));
        }
        encoding->data = nullptr;
        encoding->convert = nullptr;
        encoding->release = nullptr;
        return XML_STATUS_OK;
    }

    std::string_view parent() const noexcept {
        return path_.empty() ? std::string_view() : std::string_view(path_.back());
    }

    ByteSource& bytes_;
    XmlHandler& handler_;
    ParserOwner parser_;
    std::vector<std::string> path_;
    std::string text_;
    std::unordered_set<std::size_t> names_; // their hashes
    std::uint32_t lines_before_ = 0;
    std::string stop_text_;
    std::exception_ptr thrown_;
};

std::string_view behind(std::string_view text, std::string_view mark) {
    const std::size_t at = text.find(mark);
    return at == std::string_view::npos ? std::string_view() : text.substr(at + mark.size());
}

// Passes over what may stand before the root: declaration, comments, document type.
std::string_view without_prolog(std::string_view text) {
    while (true) {
        text.remove_prefix(std::min(text.find_first_not_of(xml_blanks), text.size()));
        if (text.starts_with("<?")) {
            text = behind(text, "?>");
        } else if (text.starts_with("<!--")) {
            text = behind(text, "-->");
        } else if (text.starts_with("<!")) {
            const std::size_t end = text.find_first_of("[>");
            const bool has_subset = end != std::string_view::npos && text[end] == '[';
            text = behind(has_subset ? behind(text, "]") : text, ">");
        } else {
            return text;
        }
    }
}

} // namespace

std::optional<std::string_view> XmlAttributes::find(std::string_view name) const noexcept {
    for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
        if (without_prefix(*pair) == name) {
            return std::string_view(pair[1]);
        }
    }
    return std::nullopt;
}

std::optional<XmlProblem> read_xml(ByteSource& bytes, XmlHandler& handler) {
    return XmlReader(bytes, handler).read();
}

std::string root_element(std::string_view start) {
    std::string decoded;
    if (start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF")) {
        decoded = utf16_to_utf8(start.substr(2), start[0] == '\xFE');
        start = decoded;
    }
    if (start.starts_with(bom)) {
        start.remove_prefix(bom.size());
    }
    const std::string_view text = without_prolog(start);
    if (!text.starts_with('<')) {
        return {};
    }
    return std::string(without_prefix(text.substr(1, text.find_first_of(" \t\r\n/>") - 1)));
}

} // namespace plimsoll::ingest

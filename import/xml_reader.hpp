// XML as it streams past: the one door to expat.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_XML_READER_HPP
#define PLIMSOLL_IMPORT_XML_READER_HPP

#include "import/byte_source.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace plimsoll::ingest {

/// The attributes of an element, valid while it is opened.
class XmlAttributes {
public:
    explicit XmlAttributes(const char* const* pairs) noexcept : pairs_(pairs) {}

    /// The value of the attribute called @p name, whatever its prefix.
    std::optional<std::string_view> find(std::string_view name) const noexcept;

private:
    const char* const* pairs_; // name, value, ..., null
};

/// Hears of the elements of a document. Names come without their prefix: exporters use any, or
/// none.
class XmlHandler {
public:
    XmlHandler() = default;
    XmlHandler(const XmlHandler&) = delete;
    XmlHandler& operator=(const XmlHandler&) = delete;
    XmlHandler(XmlHandler&&) = delete;
    XmlHandler& operator=(XmlHandler&&) = delete;
    virtual ~XmlHandler() = default;

    /// @param parent  name of the element around it; empty: it is the root.
    /// @param line    of the document, from 1.
    virtual void open(std::string_view name, std::string_view parent,
                      const XmlAttributes& attributes, std::uint32_t line) = 0;
    /// @param text  what stands in it behind the last element within it, blanks at both ends taken
    ///              off; cut after XmlLimits::longest_text.
    virtual void close(std::string_view name, std::string_view parent, std::string_view text) = 0;
};

/// Bounds of what a document may make us keep. Policy.
struct XmlLimits {
    static constexpr std::size_t deepest = 64;
    static constexpr std::size_t longest_text = 4096;
    static constexpr std::size_t most_names = 10'000; ///< of elements and attributes
    static constexpr std::size_t longest_tag = std::size_t{1} << 20U; ///< or comment, ...
};

/// Why a document was not read to its end, and where.
struct XmlProblem {
    std::uint32_t line = 0;
    std::string text;
};

/// Reads all of @p bytes, from where it stands, and tells @p handler. White space before the
/// declaration is passed over (Strava writes some). UTF-8, UTF-16, Latin-1, Windows-1252. Nothing
/// outside the document is ever read, and no entity but the five of XML is expanded: a document
/// that declares one is not read further.
/// @return the problem that ended it; nothing where it is whole.
/// @throws IoError, and what the handler throws.
std::optional<XmlProblem> read_xml(ByteSource& bytes, XmlHandler& handler);

/// The name of the first element in @p start, the first bytes of a document, without its prefix;
/// empty where there is none.
std::string root_element(std::string_view start);

} // namespace plimsoll::ingest

#endif

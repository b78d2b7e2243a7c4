// Fonts and lines, by pango over FreeType.
// SPDX-License-Identifier: Apache-2.0
#include "reports/pdf_text.hpp"

#include "model/error.hpp"
#include "reports/plain_text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <set>

namespace plimsoll::reports {
namespace {

constexpr double line_of_size = 1.36; // height of a line over that of the font
constexpr double base_of_size = 1.02; // the base line below a line's top
constexpr const char* family = "DejaVu Sans";
constexpr const char* no_glyph = "\xE2\x96\xA1"; // a white square

struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
};

template <class T>
using Owned = std::unique_ptr<T, Unref>;

PangoFontDescription* describe(Face face) {
    PangoFontDescription* description = pango_font_description_new();
    pango_font_description_set_family_static(description, family);
    pango_font_description_set_absolute_size(description, face.size * PANGO_SCALE);
    pango_font_description_set_weight(description,
                                      face.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    return description;
}

guint16 channel(std::uint8_t value) {
    return static_cast<guint16>(value * 257U);
}

// Where a text ends in brackets, a source stands there.
void soften_source(PangoLayout* layout, std::string_view text) {
    if (!text.ends_with("]") || text.find('[') == std::string_view::npos) {
        return;
    }
    const Colour soft = light_inks.at(static_cast<std::size_t>(Ink::soft));
    PangoAttrList* attributes = pango_attr_list_new();
    PangoAttribute* colour =
        pango_attr_foreground_new(channel(soft.red), channel(soft.green), channel(soft.blue));
    colour->start_index = static_cast<guint>(text.rfind('['));
    pango_attr_list_insert(attributes, colour);
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
}

} // namespace

void set_ink(cairo_t* page, Ink ink, double strength) {
    const Colour colour = light_inks.at(static_cast<std::size_t>(ink));
    const auto mixed = [&](std::uint8_t channel) {
        return 1.0 - strength * (1.0 - channel / 255.0);
    };
    cairo_set_source_rgb(page, mixed(colour.red), mixed(colour.green), mixed(colour.blue));
}

SetText::SetText(std::shared_ptr<PangoLayout> layout, Face face)
    : layout_(std::move(layout)),
      face_(face),
      lines_(static_cast<std::size_t>(pango_layout_get_line_count(layout_.get()))) {}

double SetText::line_height() const {
    return line_of_size * face_.size;
}

double SetText::base_line() const {
    return base_of_size * face_.size;
}

double SetText::width() const {
    int width = 0;
    pango_layout_get_size(layout_.get(), &width, nullptr);
    return static_cast<double>(width) / PANGO_SCALE;
}

void SetText::draw(cairo_t* page, std::size_t index, Point at, std::optional<double> room) const {
    PangoLayoutLine* line = pango_layout_get_line_readonly(layout_.get(), static_cast<int>(index));
    double x = at.x;
    if (room) {
        PangoRectangle extents;
        pango_layout_line_get_extents(line, nullptr, &extents);
        x += *room - static_cast<double>(extents.width) / PANGO_SCALE;
    }
    set_ink(page, face_.ink);
    cairo_move_to(page, x, at.y + base_line());
    pango_cairo_show_layout_line(page, line);
}

void SetText::draw_all(cairo_t* page, Point at, std::optional<double> room) const {
    for (std::size_t i = 0; i < lines_; ++i) {
        draw(page, i, {at.x, at.y + static_cast<double>(i) * line_height()}, room);
    }
}

struct Typesetter::Fonts {
    std::unique_ptr<FcConfig, decltype(&FcConfigDestroy)> config{FcConfigCreate(),
                                                                 &FcConfigDestroy};
    Owned<PangoFontMap> map{pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)};
    Owned<PangoContext> context;
    const FcCharSet* characters = nullptr; // of the regular font
    mutable std::set<utf8proc_int32_t> missed;

    Fonts() {
        for (const char* file : {"DejaVuSans.ttf", "DejaVuSans-Bold.ttf"}) {
            const std::string path = std::string(PLIMSOLL_FONT_DIR) + "/" + file;
            if (FcConfigAppFontAddFile(config.get(),
                                       reinterpret_cast<const FcChar8*>(path.c_str())) != FcTrue) {
                throw IoError(path, "is no font that can be read (Debian: fonts-dejavu-core)");
            }
        }
        const FcFontSet* set = FcConfigGetFonts(config.get(), FcSetApplication);
        FcCharSet* found = nullptr;
        FcPatternGetCharSet(set->fonts[0], FC_CHARSET, 0, &found);
        characters = found;
        pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map.get()), config.get());
        context.reset(pango_font_map_create_context(map.get()));
        cairo_font_options_t* options = cairo_font_options_create();
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
        pango_cairo_context_set_font_options(context.get(), options);
        cairo_font_options_destroy(options);
        pango_context_set_round_glyph_positions(context.get(), FALSE);
        pango_context_set_language(context.get(), pango_language_from_string("en"));
        pango_context_set_base_dir(context.get(), PANGO_DIRECTION_LTR);
    }

    // Safe, and of characters that the font has; those that it has not are one square a run.
    std::string settable(std::string_view text) const {
        const std::string safe = printable(text, Charset::unicode);
        std::string out;
        out.reserve(safe.size());
        bool missing = false;
        for (std::size_t at = 0; at < safe.size();) {
            utf8proc_int32_t code_point = 0;
            const auto length = std::max<utf8proc_ssize_t>(
                1, utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(&safe[at]),
                                    static_cast<utf8proc_ssize_t>(safe.size() - at), &code_point));
            const bool known =
                FcCharSetHasChar(characters, static_cast<FcChar32>(code_point)) == FcTrue;
            if (known) {
                out.append(safe, at, static_cast<std::size_t>(length));
            } else {
                out += missing ? "" : no_glyph;
                missed.insert(code_point);
            }
            missing = !known;
            at += static_cast<std::size_t>(length);
        }
        return out;
    }

    std::shared_ptr<PangoLayout> layout(std::string_view text, Face face) const {
        std::shared_ptr<PangoLayout> made(pango_layout_new(context.get()), Unref());
        PangoFontDescription* description = describe(face);
        pango_layout_set_font_description(made.get(), description);
        pango_font_description_free(description);
        const std::string safe = settable(text);
        pango_layout_set_text(made.get(), safe.data(), static_cast<int>(safe.size()));
        pango_layout_set_auto_dir(made.get(), FALSE);
        soften_source(made.get(), safe);
        return made;
    }
};

Typesetter::Typesetter() : fonts_(std::make_unique<Fonts>()) {}

Typesetter::~Typesetter() = default;

std::size_t Typesetter::missing() const {
    return fonts_->missed.size();
}

SetText Typesetter::line(std::string_view text, Face face) const {
    return {fonts_->layout(text, face), face};
}

SetText Typesetter::cut(std::string_view text, Face face, double width) const {
    SetText set = line(text, face);
    cut(set, width);
    return set;
}

SetText Typesetter::wrapped(std::string_view text, Face face, double width) const {
    const std::shared_ptr<PangoLayout> layout = fonts_->layout(text, face);
    pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    return {layout, face};
}

SetText Typesetter::wrapped(std::string_view text, Face face, double width,
                            std::size_t most) const {
    SetText set = line(text, face);
    wrap(set, width, most);
    return set;
}

void Typesetter::wrap(SetText& text, double width, std::size_t most) {
    PangoLayout* layout = text.layout_.get();
    pango_layout_set_width(layout, static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_height(layout, -static_cast<int>(most));
    pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    text.lines_ = static_cast<std::size_t>(pango_layout_get_line_count(layout));
}

void Typesetter::cut(SetText& text, double width) {
    pango_layout_set_width(text.layout_.get(), static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_ellipsize(text.layout_.get(), PANGO_ELLIPSIZE_END);
    text.lines_ = static_cast<std::size_t>(pango_layout_get_line_count(text.layout_.get()));
}

} // namespace plimsoll::reports

// The size of an image from the first bytes of its file, without decoding it.
#pragma once

#include "core/math/vector2i.h"
#include "core/string/ustring.h"
#include "core/templates/span.h"

// PNG, JPEG, WebP, BMP, TGA, SVG and the editor's imported textures (.ctex). False when it is none of them, or broken; no error is printed.
bool read_image_size(const String &p_path, Vector2i &r_size);
// The same of the first bytes. TGA has no mark by which to know it, so p_extension decides.
bool parse_image_size(Span<uint8_t> p_bytes, const String &p_extension, Vector2i &r_size);

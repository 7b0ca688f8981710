// Pictures that Android is to show as icons.
#pragma once

#include "core/string/ustring.h"
#include "core/templates/vector.h"

namespace IconImage {

constexpr int MAX_SIDE = 2048; // Pixels.

// "png" or "webp". Else empty, and r_problem is the end of a sentence about the picture. A PNG is read whole, of a WebP what its head says.
String find_extension(const Vector<uint8_t> &p_bytes, String &r_problem);

} // namespace IconImage

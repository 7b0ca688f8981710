// Base64 of RFC 4648 §4.
#pragma once

#include "core/string/ustring.h"
#include "core/templates/span.h"
#include "core/templates/vector.h"

namespace Base64 {

String encode(Span<uint8_t> p_bytes);
// Replaces r_bytes. Padding is due; line breaks between characters are skipped (RFC 2045 §6.8). False for anything else, r_bytes is then empty.
bool decode(const String &p_text, Vector<uint8_t> &r_bytes);

} // namespace Base64

// What stands in a file before its first member: its name, what it extends, and its annotations.
#pragma once

#include "core/templates/span.h"

#include <cstdint>

namespace GDScriptHead {

constexpr int64_t NEED_MORE = -1;
constexpr int64_t NOT_SIMPLE = -2;

// How many bytes of a file (UTF-8) may be parsed alone to learn the class's name, base and annotations. p_text is its beginning, or all of it:
// NEED_MORE where the beginning does not tell. NOT_SIMPLE: only the whole file tells, as a text or a bracket goes on over several lines.
int64_t find_end(Span<uint8_t> p_text, bool p_is_all);

} // namespace GDScriptHead

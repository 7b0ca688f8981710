// The `%` operator of texts and String.format().
#pragma once

#include "core/string/ustring.h"
#include "core/variant/array.h"

class Variant;

// `p_format % p_values`: %s %c %d %o %x %X %f %v %%, with the flags - + 0, width, precision and `*`. Every value must be used, no more and no
// less. False: r_text is the complaint instead ("not enough arguments for format string").
bool string_sprintf(const String &p_format, const Array &p_values, String &r_text);

// Replaces `{0}`, `{name}` by the values of an Array, of a Dictionary or of an Array of [name, value] pairs. In p_placeholder `_` stands for the
// name; without one, occurrences are replaced in order. Placeholders without a value stay.
String string_format(const String &p_text, const Variant &p_values, const String &p_placeholder = "{_}");

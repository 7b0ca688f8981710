// The `%` operator of texts and String.format().
#pragma once

#include "core/string/ustring.h"
#include "core/variant/array.h"

class Variant;

// `p_format % p_values`: %s %c %d %o %x %X %f %v %%, with the flags - + 0, width, precision and `*`. Every value must be used, no more and no
// less. False: r_text is the complaint instead ("not enough arguments for format string").
bool string_sprintf(const String &p_format, const Array &p_values, String &r_text);

// The operator itself: *p_format is a String or a StringName, *p_values an Array of values or a single one. False: *r_result says why.
bool string_format_operator(const Variant *p_format, const Variant *p_values, Variant *r_result);
// The same where the types are known: a wrong format is reported, and the result is the format itself.
void string_format_validated(const Variant *p_format, const Variant *p_values, Variant *r_result);
// And with a list that needs no Array. The values must stay as they are, whatever their texts run.
void string_format_list(const Variant *p_format, Span<Variant> p_values, Variant *r_result);

// Replaces `{0}`, `{name}` by the values of an Array, of a Dictionary, of an Array of [name, value] pairs, or by the properties of an Object. In p_placeholder `_` stands for the
// name; without one, occurrences are replaced in order. Placeholders without a value stay.
String string_format(const String &p_text, const Variant &p_values, const String &p_placeholder = "{_}");

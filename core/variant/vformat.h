// vformat(): printf-like text from Variants, with the `%` rules of the scripting language. Included by variant.h.
#pragma once

#include "core/variant/variant.h"

// As `p_text % [values]` in a script. A text that does not fit its values comes back unformatted.
String vformat_values(const String &p_text, const Variant *p_values, int p_count);

template <typename... P>
String vformat(const String &p_text, const P &...p_values) {
	const Variant values[sizeof...(P) + 1] = { Variant(p_values)... };
	return vformat_values(p_text, values, int(sizeof...(P)));
}

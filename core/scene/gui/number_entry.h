// What somebody types where a number is wanted: a number or a sum, with + - * / and brackets.
#pragma once

#include "core/string/ustring.h"

// False, with r_value untouched, if p_text is anything else. Nesting is bounded: p_text may come from anyone.
bool parse_number_entry(const String &p_text, double &r_value);

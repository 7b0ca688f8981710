// What characters mean in GDScript source: identifiers, digits, escapes.
#pragma once

#include "core/string/ustring.h"

constexpr int gdscript_hex_value(char32_t p_char) {
	return p_char >= '0' && p_char <= '9'	 ? (int)(p_char - '0')
			: p_char >= 'a' && p_char <= 'f' ? (int)(p_char - 'a' + 10)
			: p_char >= 'A' && p_char <= 'F' ? (int)(p_char - 'A' + 10)
											 : -1;
}

// Letters of all scripts; what is punctuation, a symbol or private in Unicode cannot stand in a name.
bool gdscript_is_letter(char32_t p_char);

inline bool gdscript_is_identifier_start(char32_t p_char) {
	return (p_char >= 'a' && p_char <= 'z') || (p_char >= 'A' && p_char <= 'Z') || p_char == '_' || (p_char >= 128 && gdscript_is_letter(p_char));
}

inline bool gdscript_is_identifier_part(char32_t p_char) {
	return gdscript_is_identifier_start(p_char) || (p_char >= '0' && p_char <= '9');
}

// Appends what the escape sequence behind a backslash stands for and gives the place after it. The sequence was checked.
const char32_t *gdscript_read_escape(const char32_t *p_at, const char32_t *p_end, String &r_result);

// Whether a name mixes letters of alphabets that look alike (Latin, Greek, Cyrillic, ...).
bool gdscript_is_confusable(const String &p_name);

// The ASCII letter that a letter of another alphabet is drawn like; others are themselves.
char32_t gdscript_get_ascii_twin(char32_t p_char);

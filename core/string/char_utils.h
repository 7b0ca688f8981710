// What kind of character a character is.
#pragma once

#include "core/typedefs.h"

constexpr bool is_ascii_upper_case(char32_t p_char) {
	return p_char >= 'A' && p_char <= 'Z';
}
constexpr bool is_ascii_lower_case(char32_t p_char) {
	return p_char >= 'a' && p_char <= 'z';
}
constexpr bool is_ascii_alphabet_char(char32_t p_char) {
	return is_ascii_upper_case(p_char) || is_ascii_lower_case(p_char);
}
constexpr bool is_digit(char32_t p_char) {
	return p_char >= '0' && p_char <= '9';
}
constexpr bool is_hex_digit(char32_t p_char) {
	return is_digit(p_char) || (p_char >= 'a' && p_char <= 'f') || (p_char >= 'A' && p_char <= 'F');
}
constexpr bool is_binary_digit(char32_t p_char) {
	return p_char == '0' || p_char == '1';
}
constexpr bool is_ascii_alphanumeric_char(char32_t p_char) {
	return is_ascii_alphabet_char(p_char) || is_digit(p_char);
}
constexpr bool is_ascii_identifier_char(char32_t p_char) {
	return is_ascii_alphanumeric_char(p_char) || p_char == '_';
}
constexpr bool is_control(char32_t p_char) {
	return p_char < 0x20 || (p_char >= 0x7F && p_char <= 0x9F);
}
constexpr bool is_surrogate(char32_t p_char) {
	return p_char >= 0xD800 && p_char <= 0xDFFF;
}
constexpr bool is_linebreak(char32_t p_char) {
	return (p_char >= 0x0A && p_char <= 0x0D) || p_char == 0x85 || p_char == 0x2028 || p_char == 0x2029;
}
constexpr bool is_whitespace(char32_t p_char) {
	return p_char == ' ' || p_char == 0xA0 || p_char == 0x1680 || (p_char >= 0x2000 && p_char <= 0x200B) || p_char == 0x202F || p_char == 0x205F || p_char == 0x3000 || p_char == '\t' || is_linebreak(p_char);
}
// The value of a hexadecimal digit, -1 for anything else.
constexpr int hex_digit_value(char32_t p_char) {
	return is_digit(p_char) ? int(p_char - '0') : (p_char >= 'a' && p_char <= 'f') ? int(p_char - 'a') + 10
			: (p_char >= 'A' && p_char <= 'F')									   ? int(p_char - 'A') + 10
																				   : -1;
}

// Unicode, from the generated tables in unicode_tables.cpp.
bool is_unicode_identifier_start(char32_t p_char); // XID_Start or '_'.
bool is_unicode_identifier_continue(char32_t p_char); // XID_Continue.
bool is_unicode_upper_case(char32_t p_char);
bool is_unicode_lower_case(char32_t p_char);
bool is_unicode_letter(char32_t p_char);
char32_t char_uppercase(char32_t p_char); // One character to one character; itself when there is none.
char32_t char_lowercase(char32_t p_char);

_FORCE_INLINE_ char32_t to_upper_char(char32_t p_char) {
	return p_char < 0x80 ? (is_ascii_lower_case(p_char) ? p_char - 32 : p_char) : char_uppercase(p_char);
}
_FORCE_INLINE_ char32_t to_lower_char(char32_t p_char) {
	return p_char < 0x80 ? (is_ascii_upper_case(p_char) ? p_char + 32 : p_char) : char_lowercase(p_char);
}

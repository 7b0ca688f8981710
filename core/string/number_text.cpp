// Floating point numbers to digits and back: by <charconv>, or by the C library where the standard library lacks that (libc++ 13).
#include "core/string/number_text.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <version>

#if defined(__cpp_lib_to_chars)
#include <charconv>
#endif

void ShortestDigits::_take_apart(const char *p_scientific, const char *p_end) {
	const char *at = p_scientific;
	for (; *at != 'e'; at++) {
		if (*at != '.') {
			digits[count++] = *at;
		}
	}
	while (count > 1 && digits[count - 1] == '0') {
		count--;
	}
	const bool negative = at[1] == '-';
	for (at += 2; at < p_end; at++) {
		exponent = exponent * 10 + (*at - '0');
	}
	exponent = negative ? -exponent : exponent;
}

// Whether p_text lies exactly between p_number and the next float: it reads back only because such ties round to even. Texts
// like that are not written, as the stock engine does not write them.
static bool is_between_floats(const char *p_text, float p_number) {
	const double gap = std::fabs(strtod(p_text, nullptr) - double(p_number));
	const float next = std::nextafter(p_number, INFINITY);
	return gap != 0 && std::isfinite(next) && gap * 2 == double(next) - double(p_number);
}

void ShortestDigits::_lengthen(float p_number) {
	char text[40];
	int length = 0;
	for (int precision = count + 1; precision <= 9; precision++) {
		length = snprintf(text, sizeof(text), "%.*e", precision - 1, double(p_number));
		if (strtof(text, nullptr) == p_number && !is_between_floats(text, p_number)) {
			break;
		}
	}
	count = 0;
	exponent = 0;
	_take_apart(text, text + length);
}

#if defined(__cpp_lib_to_chars)

ShortestDigits::ShortestDigits(double p_number) {
	char text[40];
	_take_apart(text, std::to_chars(text, text + sizeof(text), p_number, std::chars_format::scientific).ptr);
}

ShortestDigits::ShortestDigits(float p_number) {
	char text[40];
	char *end = std::to_chars(text, text + sizeof(text) - 1, p_number, std::chars_format::scientific).ptr;
	*end = 0;
	_take_apart(text, end);
	if (is_between_floats(text, p_number)) {
		_lengthen(p_number);
	}
}

int write_fixed(char *r_text, int p_size, double p_number, int p_decimals) {
	return int(std::to_chars(r_text, r_text + p_size, p_number, std::chars_format::fixed, p_decimals).ptr - r_text);
}

double parse_decimal(const char *p_text, const char *p_end) {
	double number = 0;
	const char *from = *p_text == '+' ? p_text + 1 : p_text;
	const std::from_chars_result result = std::from_chars(from, p_end, number);
	return result.ec == std::errc() ? number : strtod(p_text, nullptr); // Out of range: strtod knows in which direction.
}

#else

// Subnormal numbers have fewer digits than others: there every precision is tried.
ShortestDigits::ShortestDigits(double p_number) {
	char text[40];
	int length = 0;
	for (int precision = p_number < 2.2250738585072014e-308 ? 1 : 15; precision <= 17; precision++) {
		length = snprintf(text, sizeof(text), "%.*e", precision - 1, p_number);
		if (strtod(text, nullptr) == p_number) {
			break;
		}
	}
	_take_apart(text, text + length);
}

ShortestDigits::ShortestDigits(float p_number) {
	char text[40];
	int length = 0;
	for (int precision = p_number < 1.17549435e-38f ? 1 : 6; precision <= 9; precision++) {
		length = snprintf(text, sizeof(text), "%.*e", precision - 1, double(p_number));
		if (strtof(text, nullptr) == p_number) {
			break;
		}
	}
	_take_apart(text, text + length);
	if (is_between_floats(text, p_number)) {
		_lengthen(p_number);
	}
}

int write_fixed(char *r_text, int p_size, double p_number, int p_decimals) {
	return snprintf(r_text, size_t(p_size), "%.*f", p_decimals, p_number);
}

double parse_decimal(const char *p_text, const char *) {
	return strtod(p_text, nullptr);
}

#endif

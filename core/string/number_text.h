// Floating point numbers to digits and back, below String.
#pragma once

#include "core/typedefs.h"

// The fewest decimal digits that read back as the same number: d.ddd × 10^exponent. p_number is finite and above 0.
struct ShortestDigits {
	char digits[20];
	int count = 0; // No zeros at the end.
	int exponent = 0;

	explicit ShortestDigits(double p_number);
	explicit ShortestDigits(float p_number);

private:
	void _take_apart(const char *p_scientific, const char *p_end);
	void _lengthen(float p_number);
};

// Writes p_number, which is finite, with p_decimals digits after the point, correctly rounded. Returns the length; p_size must do.
int write_fixed(char *r_text, int p_size, double p_number, int p_decimals);

// A number as it was found in a text.
struct ScannedNumber {
	const char32_t *end = nullptr; // Behind its last character.
	double real = 0; // Correctly rounded; too large is infinite.
	int64_t integer = 0; // Of one without point and exponent. Saturates.
	bool is_float = false; // It has a point or an exponent.
};

// Reads `[-]digits[.digits][e[+-]digits]` from p_at, where a digit must stand (behind the minus, if there is one). An exponent without
// digits is no part of the number. JSON, str_to_var() and scene files share this.
ScannedNumber scan_number(const char32_t *p_at, const char32_t *p_end);

// Reads a decimal number that fills p_text up to p_end, which holds a zero. Too large is infinite, too small is 0.
double parse_decimal(const char *p_text, const char *p_end);

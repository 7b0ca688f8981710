// Floating point numbers to digits and back: by <charconv>, or by the C library where the standard library lacks that (libc++ 13).
#include "core/string/number_text.h"

#include "core/string/char_utils.h"
#include "core/templates/local_vector.h"

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

namespace {

constexpr double POWERS_OF_TEN[] = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };
constexpr int64_t LARGEST_EXACT_POWER = 22;
constexpr uint64_t LARGEST_EXACT_INTEGER = uint64_t(1) << 53;

double parse_any_decimal(const char32_t *p_at, const char32_t *p_end) {
	char room[64];
	LocalVector<char> more;
	char *text = room;
	const int64_t length = p_end - p_at;
	if (length >= int64_t(sizeof(room))) {
		more.resize(uint32_t(length + 1));
		text = more.ptr();
	}
	for (int64_t i = 0; i < length; i++) {
		text[i] = char(p_at[i]);
	}
	text[length] = 0;
	return parse_decimal(text, text + length);
}

// Digits of a number that is a whole number of units, p_decimals of them behind the point.
int write_units(char *r_text, uint64_t p_units, int p_decimals) {
	char digits[24];
	int count = 0;
	for (; p_units != 0 || count <= p_decimals; p_units /= 10) {
		digits[count++] = char('0' + p_units % 10);
	}
	int length = 0;
	while (count > 0) {
		if (count-- == p_decimals) {
			r_text[length++] = '.';
		}
		r_text[length++] = digits[count];
	}
	return length;
}

// The usual case without long arithmetic: false when the product may have been rounded to the wrong side.
bool write_short_fixed(char *r_text, double p_number, int p_decimals, int &r_length) {
	const double scaled = std::fabs(p_number) * POWERS_OF_TEN[p_decimals];
	if (!(scaled < 1e15)) {
		return false;
	}
	const double whole = std::floor(scaled);
	const double rest = scaled - whole; // Off by half a unit in the last place of `scaled` at most.
	if (std::fabs(rest - 0.5) <= scaled * 2.3e-16) {
		return false;
	}
	r_length = 0;
	if (std::signbit(p_number)) {
		r_text[r_length++] = '-';
	}
	r_length += write_units(r_text + r_length, uint64_t(whole) + (rest > 0.5 ? 1 : 0), p_decimals);
	return true;
}

} // namespace

ScannedNumber scan_number(const char32_t *p_at, const char32_t *p_end) {
	ScannedNumber number;
	const char32_t *at = p_at;
	const bool negative = at < p_end && *at == '-';
	at += negative ? 1 : 0;
	uint64_t digits = 0; // As long as they are few enough.
	bool is_exact = true;
	int64_t exponent = 0;
	const auto take_digits = [&](int64_t p_step) {
		for (; at < p_end && is_digit(*at); at++) {
			if (digits > (UINT64_MAX - 9) / 10) {
				is_exact = false;
			} else {
				digits = digits * 10 + (*at - '0');
				exponent -= p_step;
			}
		}
	};
	take_digits(0);
	const uint64_t limit = negative ? uint64_t(1) << 63 : uint64_t(INT64_MAX);
	const uint64_t magnitude = is_exact ? MIN(digits, limit) : limit;
	number.integer = int64_t(negative ? 0 - magnitude : magnitude);
	if (at < p_end && *at == '.') {
		number.is_float = true;
		at++;
		take_digits(1);
	}
	if (at < p_end && (*at == 'e' || *at == 'E')) {
		const char32_t *mark = at + 1;
		const bool is_small = mark < p_end && *mark == '-';
		mark += mark < p_end && (*mark == '-' || *mark == '+') ? 1 : 0;
		if (mark < p_end && is_digit(*mark)) {
			number.is_float = true;
			int64_t written = 0;
			for (at = mark; at < p_end && is_digit(*at); at++) {
				written = MIN(written * 10 + int64_t(*at - '0'), int64_t(1000000));
			}
			exponent += is_small ? -written : written;
		}
	}
	number.end = at;
	if (is_exact && digits <= LARGEST_EXACT_INTEGER && exponent >= -LARGEST_EXACT_POWER && exponent <= LARGEST_EXACT_POWER) {
		// Both are exact, so that one operation rounds once.
		const double size = exponent < 0 ? double(digits) / POWERS_OF_TEN[-exponent] : double(digits) * POWERS_OF_TEN[exponent];
		number.real = negative ? -size : size;
	} else {
		number.real = parse_any_decimal(p_at, at);
	}
	return number;
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

static int write_long_fixed(char *r_text, int p_size, double p_number, int p_decimals) {
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

static int write_long_fixed(char *r_text, int p_size, double p_number, int p_decimals) {
	return snprintf(r_text, size_t(p_size), "%.*f", p_decimals, p_number);
}

double parse_decimal(const char *p_text, const char *) {
	return strtod(p_text, nullptr);
}

#endif

int write_fixed(char *r_text, int p_size, double p_number, int p_decimals) {
	int length = 0;
	if (p_decimals <= 15 && p_size >= 40 && write_short_fixed(r_text, p_number, p_decimals, length)) {
		return length;
	}
	return write_long_fixed(r_text, p_size, p_number, p_decimals);
}

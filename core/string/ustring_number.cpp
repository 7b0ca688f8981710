// String: numbers to text and text to numbers.
#include "core/string/char_utils.h"
#include "core/string/number_text.h"
#include "core/string/ustring.h"

#include <cmath>
#include <cstdio>
#include <cstring>

/* Integers */

// The digits of p_number, in bases from 2 to 36.
static String digits_of(uint64_t p_number, int64_t p_base, bool p_capitalize, bool p_negative) {
	ERR_FAIL_COND_V_MSG(p_base < 2 || p_base > 36, String(), "The base of a number must be between 2 and 36.");
	char32_t text[66]; // 64 binary digits, the sign.
	int64_t at = 66;
	const char32_t letter = p_capitalize ? 'A' : 'a';
	do {
		const uint32_t digit = uint32_t(p_number % uint64_t(p_base));
		text[--at] = digit < 10 ? '0' + digit : letter + digit - 10;
		p_number /= uint64_t(p_base);
	} while (p_number != 0);
	if (p_negative) {
		text[--at] = '-';
	}
	return String(text + at, 66 - at);
}

String String::num_int64(int64_t p_number, int64_t p_base, bool p_capitalize_hex) {
	const bool negative = p_number < 0;
	return digits_of(negative ? uint64_t(0) - uint64_t(p_number) : uint64_t(p_number), p_base, p_capitalize_hex, negative);
}

String String::num_uint64(uint64_t p_number, int64_t p_base, bool p_capitalize_hex) {
	return digits_of(p_number, p_base, p_capitalize_hex, false);
}

/* Floating point */

static const char *name_of_special(double p_number) {
	return std::isnan(p_number) ? "nan" : (std::isinf(p_number) ? (p_number < 0 ? "-inf" : "inf") : nullptr);
}

// Digits after the point that keep the total near p_digits: fewer for numbers above ten.
static int64_t decimals_for(double p_number, int p_digits) {
	const double size = std::fabs(p_number);
	return size > 10 ? p_digits - int64_t(std::floor(std::log10(size))) : p_digits;
}

String String::num(double p_number, int64_t p_decimals) {
	static constexpr int64_t MAX_DECIMALS = 32;
	static constexpr int DOUBLE_DIGITS = 14;
	if (const char *special = name_of_special(p_number)) {
		return special;
	}
	int64_t decimals = p_decimals < 0 ? decimals_for(p_number, DOUBLE_DIGITS) : MIN(p_decimals, MAX_DECIMALS);
	if (decimals < 0) {
		decimals = 6; // A number this large has no decimals but the zero that marks it as a float.
	}
	char text[400]; // The largest double has 309 digits before the point.
	int length = write_fixed(text, sizeof(text), p_number, int(decimals));
	if (decimals > 0) {
		while (text[length - 1] == '0' && text[length - 2] != '.') {
			length--;
		}
	}
	return latin1(Span<char>(text, uint64_t(length)));
}

static String num_real_with(double p_number, bool p_trailing, int p_digits) {
	if (p_number >= -9223372036854775808.0 && p_number < 9223372036854775808.0 && p_number == std::trunc(p_number)) {
		const String digits = String::num_int64(int64_t(p_number));
		return p_trailing ? digits + ".0" : digits;
	}
	return String::num(p_number, std::isfinite(p_number) ? decimals_for(p_number, p_digits) : 0);
}

String String::num_real(double p_number, bool p_trailing) {
	return num_real_with(p_number, p_trailing, 14);
}

String String::num_real(float p_number, bool p_trailing) {
	return num_real_with(p_number, p_trailing, 6);
}

// The fewest digits that read back as the same number, as plain text from 1e-4 up to 15 digits before the point, else with an exponent.
template <typename F>
static String shortest_text(F p_number) {
	if (const char *special = name_of_special(double(p_number))) {
		return special;
	}
	if (p_number == 0) {
		return std::signbit(p_number) ? "-0" : "0";
	}
	const ShortestDigits shortest(p_number < 0 ? -p_number : p_number);
	const int exponent = shortest.exponent;
	char text[40];
	char *to = text;
	if (p_number < 0) {
		*to++ = '-';
	}
	const bool has_exponent = exponent >= 15 || exponent < -4;
	const int before_point = has_exponent ? 1 : exponent + 1;
	int used = 0;
	if (before_point <= 0) {
		*to++ = '0';
	}
	for (; used < before_point; used++) {
		*to++ = used < shortest.count ? shortest.digits[used] : '0';
	}
	if (used < shortest.count) {
		*to++ = '.';
		for (int zero = before_point; zero < 0; zero++) {
			*to++ = '0';
		}
		while (used < shortest.count) {
			*to++ = shortest.digits[used++];
		}
	}
	if (has_exponent) {
		to += snprintf(to, 8, "e%+03d", exponent);
	}
	return String::latin1(Span<char>(text, uint64_t(to - text)));
}

String String::num_scientific(double p_number) {
	return shortest_text(p_number);
}

String String::num_scientific(float p_number) {
	return shortest_text(p_number);
}

String String::humanize_size(uint64_t p_size) {
	static const char *const UNITS[] = { "B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB" };
	int unit = 0;
	uint64_t divisor = 1;
	while (unit < 6 && p_size / 1024 >= divisor && p_size > divisor * 1024) {
		divisor *= 1024;
		unit++;
	}
	const uint64_t whole = p_size / divisor;
	const int64_t decimals = unit == 0 || whole >= 1024 ? 0 : (whole >= 100 ? 1 : 2);
	return num(double(p_size) / double(divisor)).pad_decimals(decimals) + U' ' + UNITS[unit];
}

/* Reading */

// Collects digits of a number and stays at the limit when there are too many.
class IntegerReader {
	uint64_t value = 0;
	bool overflowed = false;

public:
	void push(uint32_t p_digit, uint32_t p_base) {
		static constexpr uint64_t LIMIT = uint64_t(1) << 63;
		if (overflowed || value > (LIMIT - p_digit) / p_base) {
			overflowed = true;
		} else {
			value = value * p_base + p_digit;
		}
	}
	bool is_zero() const { return value == 0 && !overflowed; }
	// 2^63 has no positive int64_t; p_wraps makes it INT64_MIN all the same.
	int64_t finish(bool p_negative, bool p_wraps) const {
		if (overflowed || (value > uint64_t(INT64_MAX) && !p_negative && !p_wraps)) {
			return p_negative ? INT64_MIN : INT64_MAX;
		}
		return int64_t(p_negative ? uint64_t(0) - value : value);
	}
};

template <typename C>
static int64_t read_int(const C *p_text, int64_t p_length) {
	IntegerReader reader;
	bool negative = false;
	for (int64_t i = 0; i < p_length && p_text[i] != '.' && p_text[i] != 0; i++) {
		if (is_digit(char32_t(p_text[i]))) {
			reader.push(uint32_t(p_text[i] - '0'), 10);
		} else if (p_text[i] == '-' && reader.is_zero()) {
			negative = !negative;
		}
	}
	return reader.finish(negative, true); // Scripts spell INT64_MIN as -9223372036854775808, the sign applied afterwards.
}

int64_t String::to_int() const {
	return read_int(get_data(), length());
}

int64_t String::to_int(const char *p_text, int64_t p_length) {
	return read_int(p_text, p_length < 0 ? int64_t(strlen(p_text)) : p_length);
}

// With an optional minus sign and an optional "0x"-like prefix; 0 when anything else stands there.
static int64_t read_based(const String &p_text, uint32_t p_base, char32_t p_mark) {
	const char32_t *data = p_text.get_data();
	const bool negative = *data == '-';
	data += negative ? 1 : 0;
	if (data[0] == '0' && to_lower_char(data[1]) == p_mark) {
		data += 2;
	}
	IntegerReader reader;
	for (; *data != 0; data++) {
		const int digit = hex_digit_value(*data);
		if (digit < 0 || digit >= int(p_base)) {
			return 0;
		}
		reader.push(uint32_t(digit), p_base);
	}
	return reader.finish(negative, false);
}

int64_t String::hex_to_int() const {
	return read_based(*this, 16, 'x');
}

int64_t String::bin_to_int() const {
	return read_based(*this, 2, 'b');
}

// How many of the characters from p_text on make up a decimal number; 0 when none do.
template <typename C>
static int64_t decimal_length(const C *p_text) {
	int64_t at = p_text[0] == '-' || p_text[0] == '+' ? 1 : 0;
	int64_t digits = 0;
	for (; is_digit(char32_t(p_text[at])); at++) {
		digits++;
	}
	if (p_text[at] == '.') {
		for (at++; is_digit(char32_t(p_text[at])); at++) {
			digits++;
		}
	}
	if (digits == 0) {
		return 0;
	}
	if (p_text[at] == 'e' || p_text[at] == 'E') {
		int64_t end = at + 1;
		end += p_text[end] == '-' || p_text[end] == '+' ? 1 : 0;
		if (is_digit(char32_t(p_text[end]))) {
			at = end;
			while (is_digit(char32_t(p_text[at]))) {
				at++;
			}
		}
	}
	return at;
}

template <typename C>
static double read_float(const C *p_text) {
	while (*p_text != 0 && char32_t(p_text[0]) <= ' ') {
		p_text++;
	}
	const int64_t count = decimal_length(p_text);
	char text[64];
	if (count == 0) {
		return 0.0;
	}
	if (count < int64_t(sizeof(text))) {
		for (int64_t i = 0; i < count; i++) {
			text[i] = char(p_text[i]);
		}
		text[count] = 0;
		return parse_decimal(text, text + count);
	}
	CharString longer;
	char *to = longer.resize_uninitialized(count);
	CRASH_COND(to == nullptr);
	for (int64_t i = 0; i < count; i++) {
		to[i] = char(p_text[i]);
	}
	return parse_decimal(longer.get_data(), longer.get_data() + count);
}

double String::to_float() const {
	return read_float(get_data());
}

double String::to_float(const char *p_text) {
	return read_float(p_text);
}

/* Questions */

static int64_t skip_sign(const String &p_text) {
	return p_text.length() > 1 && (p_text[0] == '-' || p_text[0] == '+') ? 1 : 0;
}

bool String::is_valid_int() const {
	const int64_t count = length();
	for (int64_t i = skip_sign(*this); i < count; i++) {
		if (!is_digit(get_data()[i])) {
			return false;
		}
	}
	return count > 0;
}

bool String::is_valid_hex_number(bool p_with_prefix) const {
	const int64_t count = length();
	int64_t at = skip_sign(*this);
	if (p_with_prefix) {
		if (count - at < 3 || get_data()[at] != '0' || get_data()[at + 1] != 'x') {
			return false;
		}
		at += 2;
	}
	for (; at < count; at++) {
		if (!is_hex_digit(get_data()[at])) {
			return false;
		}
	}
	return count > 0;
}

// An exponent may be left empty ("1.5e"); the digits before it may not.
bool String::is_valid_float() const {
	const char32_t *at = get_data() + skip_sign(*this);
	bool has_digits = false;
	for (bool has_period = false; is_digit(*at) || (*at == '.' && !has_period); at++) {
		has_period = has_period || *at == '.';
		has_digits = has_digits || is_digit(*at);
	}
	if (!has_digits) {
		return false;
	}
	if (*at == 'e' || *at == 'E') {
		at++;
		at += *at == '-' || *at == '+' ? 1 : 0;
		while (is_digit(*at)) {
			at++;
		}
	}
	return *at == 0;
}

bool String::is_numeric() const {
	const char32_t *at = get_data() + skip_sign(*this);
	bool has_period = false;
	for (; is_digit(*at) || (*at == '.' && !has_period); at++) {
		has_period = has_period || *at == '.';
	}
	return *at == 0 && !is_empty();
}

bool String::is_valid_html_color() const {
	const String digits = trim_prefix("#");
	const int64_t count = digits.length();
	return (count == 3 || count == 4 || count == 6 || count == 8) && digits.is_valid_hex_number() && is_hex_digit(digits[0]);
}

// Four numbers up to 255; zeros in front are allowed.
static bool is_ipv4(const String &p_text) {
	const Vector<String> parts = p_text.split(".");
	if (parts.size() != 4) {
		return false;
	}
	for (const String &part : parts) {
		if (!part.is_valid_int() || !is_digit(part[0]) || part.to_int() > 255) {
			return false;
		}
	}
	return true;
}

// RFC 4291, section 2.2: eight groups, one run of zeros may be "::", the last two may be an IPv4 address.
static bool is_ipv6(const String &p_text) {
	if (p_text.find_char(':') < 0) {
		return false;
	}
	const int64_t gap = p_text.find("::");
	if (gap >= 0 && p_text.find("::", gap + 1) >= 0) {
		return false;
	}
	int64_t groups = 0;
	const String halves[2] = { gap < 0 ? p_text : p_text.left(gap), gap < 0 ? String() : p_text.substr(gap + 2) };
	for (int half = 0; half < 2; half++) {
		if (halves[half].is_empty()) {
			continue;
		}
		const Vector<String> parts = halves[half].split(":");
		const bool is_end = half == 1 || gap < 0;
		for (int64_t i = 0; i < parts.size(); i++) {
			if (is_end && i == parts.size() - 1 && is_ipv4(parts[i])) {
				groups += 2;
			} else if (parts[i].length() <= 4 && parts[i].is_valid_hex_number() && is_hex_digit(parts[i][0])) {
				groups++;
			} else {
				return false;
			}
		}
	}
	return gap >= 0 ? groups <= 7 : groups == 8;
}

bool String::is_valid_ip_address() const {
	return is_ipv4(*this) || is_ipv6(*this);
}

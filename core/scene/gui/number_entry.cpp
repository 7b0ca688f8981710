// A recursive descent over the typed text, one function a level of precedence.
#include "core/scene/gui/number_entry.h"

namespace {

class NumberEntryParser {
	static constexpr int MAX_DEPTH = 64;

	const String &text;
	int at = 0;
	int depth = 0;
	bool valid = true;

	bool take(char32_t p_char) {
		while (at < text.length() && text[at] == ' ') {
			at++;
		}
		if (at < text.length() && text[at] == p_char) {
			at++;
			return true;
		}
		return false;
	}

	double fail() {
		valid = false;
		return 0;
	}

	double number() {
		const int start = at;
		while (at < text.length() && (is_digit(text[at]) || text[at] == '.')) {
			at++;
		}
		const String digits = text.substr(start, at - start);
		return digits.is_valid_float() ? digits.to_float() : fail();
	}

	double factor() {
		if (++depth > MAX_DEPTH) {
			return fail();
		}
		double value;
		if (take('-')) {
			value = -factor();
		} else if (take('+')) {
			value = factor();
		} else if (take('(')) {
			value = sum();
			if (!take(')')) {
				fail();
			}
		} else {
			value = number();
		}
		depth--;
		return value;
	}

	double product() {
		double value = factor();
		while (valid) {
			if (take('*')) {
				value *= factor();
			} else if (take('/')) {
				const double divisor = factor();
				value = divisor == 0 ? fail() : value / divisor;
			} else {
				break;
			}
		}
		return value;
	}

	double sum() {
		double value = product();
		while (valid) {
			if (take('+')) {
				value += product();
			} else if (take('-')) {
				value -= product();
			} else {
				break;
			}
		}
		return value;
	}

	static bool is_digit(char32_t p_char) { return p_char >= '0' && p_char <= '9'; }

public:
	explicit NumberEntryParser(const String &p_text) :
			text(p_text) {}

	bool parse(double &r_value) {
		const double value = sum();
		if (!valid || at != text.length()) {
			return false;
		}
		r_value = value;
		return true;
	}
};

} // namespace

bool parse_number_entry(const String &p_text, double &r_value) {
	return NumberEntryParser(p_text).parse(r_value);
}

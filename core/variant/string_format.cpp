// The formatter: one directive after the other, each read, checked and written by a function of its own.
#include "core/variant/string_format.h"

#include "core/error/error_macros.h"
#include "core/variant/variant.h"
#include "core/variant/variant_internal.h"

#include <cmath>

namespace {

constexpr int MAX_WIDTH = 1 << 20; // A hostile width must not eat the memory.
constexpr int MAX_DECIMALS = 1100; // All digits that a double can have.

struct Directive {
	bool left = false;
	bool zeros = false;
	bool plus = false;
	int width = 0;
	int decimals = -1; // -1: not given.
	bool in_decimals = false;
};

class Formatter {
	const String &format;
	const Array &values;
	int next_value = 0;
	String text;

	const char *_take(const Variant *&r_value) {
		if (next_value >= values.size()) {
			return "not enough arguments for format string";
		}
		r_value = &values[next_value++];
		return nullptr;
	}
	const char *_take_number(const Variant *&r_value) {
		if (const char *error = _take(r_value)) {
			return error;
		}
		return r_value->is_num() ? nullptr : "a number is required";
	}

	void _pad(const String &p_text, const Directive &p_directive) {
		text += p_directive.left ? p_text.rpad(p_directive.width) : p_text.lpad(p_directive.width);
	}

	// p_digits has no sign; zeros go between the sign and the digits.
	static String _signed(const String &p_digits, bool p_negative, const Directive &p_directive) {
		const bool with_sign = p_negative || p_directive.plus;
		String digits = p_digits;
		if (p_directive.zeros && !p_directive.left) {
			digits = digits.lpad(p_directive.width - (with_sign ? 1 : 0), "0");
		}
		return with_sign ? (p_negative ? "-" : "+") + digits : digits;
	}

	const char *_integer(const Directive &p_directive, int p_base, bool p_capitals) {
		const Variant *value = nullptr;
		if (const char *error = _take_number(value)) {
			return error;
		}
		const int64_t number = *value;
		const uint64_t magnitude = number < 0 ? 0 - uint64_t(number) : uint64_t(number);
		_pad(_signed(String::num_uint64(magnitude, p_base, p_capitals), number < 0, p_directive), p_directive);
		return nullptr;
	}

	static String _real_digits(double p_value, const Directive &p_directive) {
		const int decimals = p_directive.decimals < 0 ? 6 : p_directive.decimals;
		if (!std::isfinite(p_value)) {
			return std::isnan(p_value) ? "nan" : "inf";
		}
		return String::num(std::fabs(p_value), decimals).pad_decimals(decimals);
	}

	const char *_real(const Directive &p_directive) {
		const Variant *value = nullptr;
		if (const char *error = _take_number(value)) {
			return error;
		}
		const double number = *value;
		const bool negative = std::signbit(number) && !std::isnan(number);
		Directive directive = p_directive;
		directive.zeros = p_directive.zeros && std::isfinite(number);
		_pad(_signed(_real_digits(number, p_directive), negative, directive), p_directive);
		return nullptr;
	}

	const char *_vector(const Directive &p_directive) {
		const Variant *value = nullptr;
		if (const char *error = _take(value)) {
			return error;
		}
		int count = 0;
		switch (value->get_type()) {
			case Variant::VECTOR2:
			case Variant::VECTOR2I:
				count = 2;
				break;
			case Variant::VECTOR3:
			case Variant::VECTOR3I:
				count = 3;
				break;
			case Variant::VECTOR4:
			case Variant::VECTOR4I:
				count = 4;
				break;
			default:
				return "%v requires a vector type (Vector2/3/4(i))";
		}
		const Vector4 vector = *value;
		const real_t components[4] = { vector.x, vector.y, vector.z, vector.w };
		Directive directive = p_directive;
		directive.plus = false;
		text += "(";
		for (int i = 0; i < count; i++) {
			const double number = components[i];
			const bool negative = std::signbit(number) && !std::isnan(number);
			_pad(_signed(_real_digits(number, directive), negative, directive), directive);
			text += i + 1 < count ? ", " : ")";
		}
		return nullptr;
	}

	const char *_character(const Directive &p_directive) {
		const Variant *value = nullptr;
		if (const char *error = _take(value)) {
			return error;
		}
		String character;
		if (value->is_num()) {
			const int64_t code = *value;
			if (code < 0) {
				return "unsigned integer is lower than minimum";
			}
			if (code >= 0xd800 && code <= 0xdfff) {
				return "unsigned integer is invalid Unicode character";
			}
			if (code > 0x10ffff) {
				return "unsigned integer is greater than maximum";
			}
			character = String::chr(char32_t(code));
		} else if (value->get_type() == Variant::STRING) {
			character = *value;
			if (character.length() != 1) {
				return "%c requires number or single-character string";
			}
		} else {
			return "%c requires number or single-character string";
		}
		_pad(character, p_directive);
		return nullptr;
	}

	const char *_text(const Directive &p_directive) {
		const Variant *value = nullptr;
		if (const char *error = _take(value)) {
			return error;
		}
		_pad(*value, p_directive);
		return nullptr;
	}

	const char *_star(Directive &r_directive) {
		const Variant *value = nullptr;
		if (const char *error = _take(value)) {
			return error;
		}
		// Vectors are left to %v; a width is a number.
		if (!value->is_num()) {
			return "* wants number";
		}
		const int64_t number = *value;
		if (r_directive.in_decimals) {
			r_directive.decimals = int(CLAMP<int64_t>(number, 0, MAX_DECIMALS));
		} else {
			r_directive.left = r_directive.left || number < 0;
			r_directive.width = int(CLAMP<int64_t>(number < 0 ? -number : number, 0, MAX_WIDTH));
		}
		return nullptr;
	}

	const char *_digit(Directive &r_directive, int p_digit) {
		if (r_directive.in_decimals) {
			r_directive.decimals = MIN(r_directive.decimals * 10 + p_digit, MAX_DECIMALS);
		} else if (p_digit == 0 && r_directive.width == 0) {
			r_directive.zeros = true;
		} else {
			r_directive.width = MIN(r_directive.width * 10 + p_digit, MAX_WIDTH);
		}
		return nullptr;
	}

	// Reads from behind the `%`; r_at ends behind the directive.
	const char *_directive(int64_t &r_at) {
		Directive directive;
		while (r_at < format.length()) {
			const char32_t c = format[r_at++];
			const char *error = nullptr;
			switch (c) {
				case '%':
					text += "%";
					return nullptr;
				case 'd':
					return _integer(directive, 10, false);
				case 'o':
					return _integer(directive, 8, false);
				case 'x':
					return _integer(directive, 16, false);
				case 'X':
					return _integer(directive, 16, true);
				case 'f':
					return _real(directive);
				case 'v':
					return _vector(directive);
				case 's':
					return _text(directive);
				case 'c':
					return _character(directive);
				case '-':
					directive.left = true;
					break;
				case '+':
					directive.plus = true;
					break;
				case '.':
					if (directive.in_decimals) {
						return "too many decimal points in format";
					}
					directive.in_decimals = true;
					directive.decimals = 0;
					break;
				case '*':
					error = _star(directive);
					break;
				default:
					if (c < '0' || c > '9') {
						return "unsupported format character";
					}
					error = _digit(directive, int(c - '0'));
					break;
			}
			if (error != nullptr) {
				return error;
			}
		}
		return "incomplete format";
	}

public:
	const char *run(String &r_text) {
		int64_t at = 0;
		while (at < format.length()) {
			const int64_t mark = format.find_char('%', at);
			const int64_t end = mark < 0 ? format.length() : mark;
			text += format.substr(at, end - at);
			at = end + 1;
			if (mark < 0) {
				break;
			}
			if (const char *error = _directive(at)) {
				return error;
			}
		}
		if (next_value < values.size()) {
			return "not all arguments converted during string formatting";
		}
		r_text = text;
		return nullptr;
	}

	Formatter(const String &p_format, const Array &p_values) :
			format(p_format), values(p_values) {}
};

String replace_placeholder(const String &p_text, const String &p_placeholder, const Variant &p_name, const Variant &p_value) {
	if (p_placeholder.contains_char('_')) {
		return p_text.replace(p_placeholder.replace("_", p_name), p_value);
	}
	return p_text.replace_first(p_placeholder, p_value);
}

} // namespace

bool string_sprintf(const String &p_format, const Array &p_values, String &r_text) {
	if (const char *error = Formatter(p_format, p_values).run(r_text)) {
		r_text = error;
		return false;
	}
	return true;
}

String string_format(const String &p_text, const Variant &p_values, const String &p_placeholder) {
	String text = p_text;
	if (p_values.get_type() == Variant::DICTIONARY) {
		for (const KeyValue<Variant, Variant> &entry : VariantInternal::get_dictionary(&p_values)) {
			text = replace_placeholder(text, p_placeholder, entry.key, entry.value);
		}
		return text;
	}
	ERR_FAIL_COND_V_MSG(p_values.get_type() != Variant::ARRAY, p_text, "format() wants an Array or a Dictionary of values.");
	const Array &values = VariantInternal::get_array(&p_values);
	for (int i = 0; i < values.size(); i++) {
		if (values[i].get_type() != Variant::ARRAY) {
			text = replace_placeholder(text, p_placeholder, i, values[i]);
			continue;
		}
		const Array &pair = VariantInternal::get_array(&values[i]);
		if (pair.size() != 2) {
			ERR_PRINT("An Array inside the values of format() must be a pair of a name and a value.");
			continue;
		}
		text = replace_placeholder(text, p_placeholder, pair[0], pair[1]);
	}
	return text;
}

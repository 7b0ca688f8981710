// The formatter: one directive after the other, each read, checked and written by a function of its own.
#include "core/variant/string_format.h"

#include "core/error/error_macros.h"
#include "core/string/number_text.h"
#include "core/string/text_builder.h"
#include "core/string/utf8.h"
#include "core/variant/object_hooks.h"
#include "core/variant/variant.h"
#include "core/variant/variant_internal.h"

#include <cmath>

namespace {

constexpr int MAX_WIDTH = 1 << 20; // A hostile width must not eat the memory.
constexpr int MAX_DECIMALS = 1100; // All digits that a double can have.

constexpr int MAX_WRITTEN_DECIMALS = 32; // Zeros stand for more.

struct Directive {
	bool left = false;
	bool zeros = false;
	bool plus = false;
	int width = 0;
	int decimals = -1; // -1: not given.
	bool in_decimals = false;
};

// The values of a format: some that stay where they are, or those of an array, which scripts may change while a value of theirs becomes text.
class FormatValues {
	Span<Variant> fixed;
	const Array *array = nullptr;

public:
	int count() const { return array != nullptr ? array->size() : int(fixed.size()); }
	const Variant &at(int p_index) const { return array != nullptr ? VariantInternal::array_ptr(*array)[p_index] : fixed.ptr()[p_index]; }

	explicit FormatValues(Span<Variant> p_fixed) :
			fixed(p_fixed) {}
	explicit FormatValues(const Array *p_array) :
			array(p_array) {}
};

class Formatter {
	const String &format;
	const FormatValues values;
	int next_value = 0;
	TextBuilder text;

	// Good until a value becomes text.
	const char *_take(const Variant *&r_value) {
		if (next_value >= values.count()) {
			return "not enough arguments for format string";
		}
		r_value = &values.at(next_value++);
		return nullptr;
	}
	const char *_take_number(const Variant *&r_value) {
		if (const char *error = _take(r_value)) {
			return error;
		}
		return r_value->is_num() ? nullptr : "a number is required";
	}

	void _pad(Span<char32_t> p_text, const Directive &p_directive) {
		const int64_t fill = p_directive.width - int64_t(p_text.size());
		text.fill(' ', p_directive.left ? 0 : fill);
		text.add(p_text);
		text.fill(' ', p_directive.left ? fill : 0);
	}

	// The digits have no sign; p_more zeros follow them. Zeros that fill the width go between the sign and the digits.
	void _number(const char *p_digits, int p_length, int p_more, bool p_negative, const Directive &p_directive) {
		const bool with_sign = p_negative || p_directive.plus;
		const int fill = p_directive.width - p_length - p_more - (with_sign ? 1 : 0);
		const bool zeros = p_directive.zeros && !p_directive.left;
		if (!zeros && !p_directive.left) {
			text.fill(' ', fill);
		}
		if (with_sign) {
			text.add(p_negative ? '-' : '+');
		}
		if (zeros) {
			text.fill('0', fill);
		}
		text.add_ascii(p_digits, p_length);
		text.fill('0', p_more);
		if (p_directive.left) {
			text.fill(' ', fill);
		}
	}

	// p_base is 8, 10 or 16.
	void _integer_digits(int64_t p_number, int p_base, bool p_capitals, const Directive &p_directive) {
		const char *const symbols = p_capitals ? "0123456789ABCDEF" : "0123456789abcdef";
		char digits[24];
		char *const end = digits + sizeof(digits);
		char *at = end;
		uint64_t magnitude = p_number < 0 ? 0 - uint64_t(p_number) : uint64_t(p_number);
		if (p_base == 10) {
			do {
				*--at = char('0' + magnitude % 10);
				magnitude /= 10;
			} while (magnitude != 0);
		} else {
			const int shift = p_base == 16 ? 4 : 3;
			do {
				*--at = symbols[magnitude & uint64_t(p_base - 1)];
				magnitude >>= shift;
			} while (magnitude != 0);
		}
		_number(at, int(end - at), 0, p_number < 0, p_directive);
	}

	const char *_integer(const Directive &p_directive, int p_base, bool p_capitals) {
		const Variant *value = nullptr;
		if (const char *error = _take_number(value)) {
			return error;
		}
		_integer_digits(*value, p_base, p_capitals, p_directive);
		return nullptr;
	}

	void _real_digits(double p_number, const Directive &p_directive) {
		const bool negative = std::signbit(p_number) && !std::isnan(p_number);
		Directive directive = p_directive;
		if (!std::isfinite(p_number)) {
			directive.zeros = false;
			_number(std::isnan(p_number) ? "nan" : "inf", 3, 0, negative, directive);
			return;
		}
		const int decimals = p_directive.decimals < 0 ? 6 : p_directive.decimals;
		const int written = MIN(decimals, MAX_WRITTEN_DECIMALS);
		char digits[352]; // The largest double has 309 digits before the point.
		const int length = write_fixed(digits, sizeof(digits), std::fabs(p_number), written);
		_number(digits, length, decimals - written, negative, directive);
	}

	const char *_real(const Directive &p_directive) {
		const Variant *value = nullptr;
		if (const char *error = _take_number(value)) {
			return error;
		}
		_real_digits(*value, p_directive);
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
		text.add('(');
		for (int i = 0; i < count; i++) {
			if (i > 0) {
				text.add_ascii(", ", 2);
			}
			_real_digits(components[i], directive);
		}
		text.add(')');
		return nullptr;
	}

	const char *_character(const Directive &p_directive) {
		const Variant *value = nullptr;
		if (const char *error = _take(value)) {
			return error;
		}
		char32_t character = 0;
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
			character = code != 0 ? char32_t(code) : UTF8::REPLACEMENT;
		} else if (value->get_type() == Variant::STRING) {
			const String &letter = VariantInternal::get_string(value);
			if (letter.length() != 1) {
				return "%c requires number or single-character string";
			}
			character = letter[0];
		} else {
			return "%c requires number or single-character string";
		}
		_pad(Span<char32_t>(&character, 1), p_directive);
		return nullptr;
	}

	const char *_text(const Directive &p_directive) {
		const Variant *value = nullptr;
		if (const char *error = _take(value)) {
			return error;
		}
		switch (value->get_type()) {
			case Variant::STRING:
				_pad(VariantInternal::get_string(value).span(), p_directive);
				break;
			case Variant::INT: {
				Directive directive = p_directive;
				directive.zeros = directive.plus = false;
				_integer_digits(VariantInternal::get_int(value), 10, false, directive);
			} break;
			default: {
				const Variant kept = *value; // Its own text may change the values.
				_pad(kept.stringify().span(), p_directive);
			} break;
		}
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
			r_directive.width = int(CLAMP<int64_t>(number, 0, MAX_WIDTH)); // A negative one pads nothing, as in the stock engine.
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
					text.add('%');
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
			text.add(format.span().subspan(uint64_t(at), uint64_t(end - at)));
			at = end + 1;
			if (mark < 0) {
				break;
			}
			if (const char *error = _directive(at)) {
				return error;
			}
		}
		if (next_value < values.count()) {
			return "not all arguments converted during string formatting";
		}
		r_text = text.take();
		return nullptr;
	}

	Formatter(const String &p_format, const FormatValues &p_values) :
			format(p_format), values(p_values) {}
};

String replace_placeholder(const String &p_text, const String &p_placeholder, const Variant &p_name, const Variant &p_value) {
	if (p_placeholder.contains_char('_')) {
		return p_text.replace(p_placeholder.replace("_", p_name), p_value);
	}
	return p_text.replace_first(p_placeholder, p_value);
}

// Every property of the object is a name and a value.
String format_by_properties(const String &p_text, const Variant &p_object, const String &p_placeholder) {
	String text = p_text;
	Object *object = p_object.get_validated_object();
	ERR_FAIL_NULL_V_MSG(object, p_text, "The object given to format() is gone.");
	Variant properties;
	Callable::CallError error;
	object_hooks.callp(object, SNAME("get_property_list"), nullptr, 0, properties, error);
	const Array list = properties;
	for (int i = 0; i < list.size(); i++) {
		const StringName name = Dictionary(list[i]).get_valid("name");
		Variant value;
		object = p_object.get_validated_object(); // A getter may have freed it.
		if (object != nullptr && object_hooks.get(object, name, value)) {
			text = replace_placeholder(text, p_placeholder, name, value);
		}
	}
	return text;
}

} // namespace

bool string_sprintf(const String &p_format, const Array &p_values, String &r_text) {
	if (const char *error = Formatter(p_format, FormatValues(&p_values)).run(r_text)) {
		r_text = error;
		return false;
	}
	return true;
}

// The text goes where the result is; r_result may be what the format or the values were read from.
static void put_text(String &&p_text, Variant *r_result) {
	if (r_result->get_type() == Variant::STRING) {
		VariantInternal::get<String>(r_result) = static_cast<String &&>(p_text);
	} else {
		*r_result = Variant(p_text);
	}
}

static String format_of(const Variant *p_format) {
	return p_format->get_type() == Variant::STRING ? VariantInternal::get_string(p_format) : String(*p_format);
}

static const char *run_format(const String &p_format, const Variant *p_values, String &r_text) {
	if (p_values->get_type() != Variant::ARRAY) {
		return Formatter(p_format, FormatValues(Span<Variant>(p_values, 1))).run(r_text);
	}
	const Array list = VariantInternal::get_array(p_values); // Kept, whatever values do while they become text.
	return Formatter(p_format, FormatValues(&list)).run(r_text);
}

static void finish_validated(const String &p_format, const char *p_error, String &&p_text, Variant *r_result) {
	if (unlikely(p_error != nullptr)) {
		ERR_PRINT("String formatting error: " + String(p_error) + ". The format was \"" + p_format + "\".");
		*r_result = p_format;
		return;
	}
	put_text(static_cast<String &&>(p_text), r_result);
}

bool string_format_operator(const Variant *p_format, const Variant *p_values, Variant *r_result) {
	String text;
	const char *error = run_format(format_of(p_format), p_values, text);
	*r_result = error == nullptr ? text : "String formatting error: " + String(error) + ".";
	return error == nullptr;
}

void string_format_validated(const Variant *p_format, const Variant *p_values, Variant *r_result) {
	const String format = format_of(p_format);
	String text;
	const char *error = run_format(format, p_values, text);
	finish_validated(format, error, static_cast<String &&>(text), r_result);
}

void string_format_list(const Variant *p_format, Span<Variant> p_values, Variant *r_result) {
	const String format = format_of(p_format);
	String text;
	const char *error = Formatter(format, FormatValues(p_values)).run(text);
	finish_validated(format, error, static_cast<String &&>(text), r_result);
}

String string_format(const String &p_text, const Variant &p_values, const String &p_placeholder) {
	String text = p_text;
	if (p_values.get_type() == Variant::DICTIONARY) {
		const Vector<Variant> entries = VariantInternal::get_snapshot(VariantInternal::get_dictionary(&p_values)); // Objects make their texts themselves.
		for (int64_t i = 0; i < entries.size(); i += 2) {
			text = replace_placeholder(text, p_placeholder, entries[i], entries[i + 1]);
		}
		return text;
	}
	if (p_values.get_type() == Variant::OBJECT) {
		return format_by_properties(p_text, p_values, p_placeholder);
	}
	ERR_FAIL_COND_V_MSG(p_values.get_type() != Variant::ARRAY, p_text, "format() wants an Array, a Dictionary or an Object with the values.");
	const Vector<Variant> values = VariantInternal::get_snapshot(VariantInternal::get_array(&p_values));
	for (int64_t i = 0; i < values.size(); i++) {
		if (values[i].get_type() != Variant::ARRAY) {
			text = replace_placeholder(text, p_placeholder, i, values[i]);
			continue;
		}
		const Array &pair = VariantInternal::get_array(&values[i]);
		if (pair.size() != 2) {
			ERR_PRINT("An Array inside the values of format() must be a pair of a name and a value.");
			continue;
		}
		text = replace_placeholder(text, p_placeholder, Variant(pair[0]), Variant(pair[1]));
	}
	return text;
}

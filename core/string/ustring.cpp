// String: construction, joining, comparison for equality and order.
#include "core/string/ustring.h"

#include "core/string/char_utils.h"
#include "core/string/utf8.h"

#include <cstring>

char32_t *String::_resize(int64_t p_length) {
	if (p_length <= 0) {
		_data.clear();
		return nullptr;
	}
	CRASH_COND(_data.resize_uninitialized(p_length + 1) != OK);
	char32_t *data = _data.ptrw();
	data[p_length] = 0;
	return data;
}

String::String(const char *p_utf8) {
	append_utf8(p_utf8);
}

String::String(const char32_t *p_text) {
	if (p_text == nullptr) {
		return;
	}
	int64_t length = 0;
	while (p_text[length] != 0) {
		length++;
	}
	append_utf32_unchecked(Span<char32_t>(p_text, uint64_t(length)));
}

String::String(const char32_t *p_text, int64_t p_length) {
	if (p_text != nullptr && p_length > 0) {
		append_utf32_unchecked(Span<char32_t>(p_text, uint64_t(p_length)));
	}
}

String::String(Span<char32_t> p_text) {
	append_utf32_unchecked(p_text);
}

String &String::operator=(const char *p_utf8) {
	*this = String(p_utf8);
	return *this;
}

String String::chr(char32_t p_char) {
	if (p_char == 0 || p_char > 0x10FFFF || is_surrogate(p_char)) {
		ERR_PRINT("Invalid Unicode code point " + num_uint64(p_char, 16) + ", U+FFFD takes its place.");
		p_char = UTF8::REPLACEMENT;
	}
	return String(&p_char, 1);
}

void String::set(int64_t p_index, char32_t p_char) {
	ERR_FAIL_INDEX(p_index, length());
	_data.ptrw()[p_index] = p_char;
}

char32_t String::unicode_at(int64_t p_index) const {
	ERR_FAIL_INDEX_V(p_index, length(), 0);
	return _data.ptr()[p_index];
}

Error String::reserve(int64_t p_length) {
	return p_length <= 0 ? OK : _data.reserve(p_length + 1);
}

Error String::resize_uninitialized(int64_t p_length) {
	if (p_length < 0) {
		return ERR_INVALID_PARAMETER;
	}
	if (p_length == 0) {
		_data.clear();
		return OK;
	}
	const Error error = _data.resize_uninitialized(p_length + 1);
	if (error == OK) {
		_data.ptrw()[p_length] = 0;
	}
	return error;
}

void String::append_utf32_unchecked(Span<char32_t> p_text) {
	if (p_text.is_empty()) {
		return;
	}
	const int64_t old = length();
	const int64_t added = int64_t(p_text.size());
	// The text may be (part of) our own, which moves when we grow.
	const bool own = p_text.ptr() >= _data.ptr() && p_text.ptr() < _data.ptr() + _data.size();
	const String keep_alive = own ? *this : String();
	char32_t *data = _resize(old + added);
	memcpy(data + old, p_text.ptr(), size_t(added) * sizeof(char32_t));
}

String String::operator+(const String &p_other) const {
	if (is_empty()) {
		return p_other;
	}
	if (p_other.is_empty()) {
		return *this;
	}
	String joined;
	const int64_t first = length();
	char32_t *data = joined._resize(first + p_other.length());
	memcpy(data, get_data(), size_t(first) * sizeof(char32_t));
	memcpy(data + first, p_other.get_data(), size_t(p_other.length()) * sizeof(char32_t));
	return joined;
}

String String::operator+(const char *p_utf8) const {
	String joined = *this;
	joined += p_utf8;
	return joined;
}

String String::operator+(char32_t p_char) const {
	String joined = *this;
	joined += p_char;
	return joined;
}

String &String::operator+=(const String &p_other) {
	if (is_empty()) {
		*this = p_other;
	} else {
		append_utf32_unchecked(p_other.span());
	}
	return *this;
}

String &String::operator+=(const char *p_utf8) {
	append_utf8(p_utf8);
	return *this;
}

String &String::operator+=(char32_t p_char) {
	const int64_t old = length();
	_resize(old + 1)[old] = p_char != 0 ? p_char : UTF8::REPLACEMENT;
	return *this;
}

bool String::operator==(const String &p_other) const {
	const int64_t count = length();
	if (count != p_other.length()) {
		return false;
	}
	return _data.ptr() == p_other._data.ptr() || count == 0 || memcmp(get_data(), p_other.get_data(), size_t(count) * sizeof(char32_t)) == 0;
}

bool String::operator==(const char *p_utf8) const {
	if (p_utf8 == nullptr) {
		return is_empty();
	}
	const char32_t *data = get_data();
	const int64_t count = length();
	for (int64_t i = 0; i < count; i++) {
		const uint8_t byte = uint8_t(p_utf8[i]);
		if (byte >= 0x80) {
			return *this == String(p_utf8);
		}
		if (byte == 0 || data[i] != byte) {
			return false;
		}
	}
	return p_utf8[count] == 0;
}

bool String::operator<(const String &p_other) const {
	return casecmp_to(p_other) < 0;
}

bool operator==(const char *p_a, const String &p_b) {
	return p_b == p_a;
}

bool operator!=(const char *p_a, const String &p_b) {
	return p_b != p_a;
}

String operator+(const char *p_a, const String &p_b) {
	return String(p_a) + p_b;
}

String operator+(char32_t p_a, const String &p_b) {
	return String(&p_a, 1) + p_b;
}

String itos(int64_t p_number) {
	return String::num_int64(p_number);
}

String uitos(uint64_t p_number) {
	return String::num_uint64(p_number);
}

String rtos(double p_number) {
	return String::num(p_number);
}

String rtoss(double p_number) {
	return String::num_scientific(p_number);
}

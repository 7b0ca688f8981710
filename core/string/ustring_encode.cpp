// String to and from bytes: UTF-8, UTF-16, UTF-32, Latin-1, ASCII, hexadecimal.
#include "core/string/char_utils.h"
#include "core/string/ustring.h"
#include "core/string/utf8.h"

#include <cstring>

static int64_t bounded_length(const char *p_text, int64_t p_length) {
	if (p_length < 0) {
		return int64_t(strlen(p_text));
	}
	const void *end = p_length > 0 ? memchr(p_text, 0, size_t(p_length)) : nullptr;
	return end != nullptr ? int64_t(static_cast<const char *>(end) - p_text) : p_length;
}

Error String::append_utf8(const char *p_text, int64_t p_length) {
	if (p_text == nullptr) {
		return OK;
	}
	Span<uint8_t> bytes(reinterpret_cast<const uint8_t *>(p_text), uint64_t(bounded_length(p_text, p_length)));
	if (bytes.size() >= 3 && bytes.ptr()[0] == 0xEF && bytes.ptr()[1] == 0xBB && bytes.ptr()[2] == 0xBF) {
		bytes = bytes.subspan(3); // A byte order mark is no part of the text.
	}
	if (bytes.is_empty()) {
		return OK;
	}
	const int64_t old = length();
	const int64_t expected = int64_t(UTF8::count_characters(bytes));
	char32_t *data = _resize(old + expected);
	int64_t used = old;
	Error error = OK;
	while (true) {
		const UTF8::DecodedRun run = UTF8::decode_run(bytes, data + used);
		used += int64_t(run.characters);
		bytes = bytes.subspan(run.bytes);
		if (bytes.is_empty()) {
			break;
		}
		if (error == OK) {
			error = ERR_INVALID_DATA;
			data = _resize(used + int64_t(bytes.size())); // At most one character a byte, however broken.
		}
		const UTF8::Decoded decoded = UTF8::decode(bytes);
		data[used++] = decoded.character;
		bytes = bytes.subspan(decoded.bytes);
	}
	if (error != OK) {
		_resize(used);
	}
	return error;
}

String String::utf8(const char *p_text, int64_t p_length) {
	String text;
	text.append_utf8(p_text, p_length);
	return text;
}

Error String::append_utf16(const char16_t *p_text, int64_t p_length) {
	if (p_text == nullptr) {
		return OK;
	}
	bool swapped = false;
	if (p_length != 0 && (*p_text == 0xFEFF || *p_text == 0xFFFE)) {
		swapped = *p_text == 0xFFFE;
		p_text++;
		p_length -= p_length > 0 ? 1 : 0;
	}
	auto unit_at = [&](int64_t p_index) -> char16_t {
		const char16_t unit = p_text[p_index];
		return swapped ? char16_t((unit >> 8) | (unit << 8)) : unit;
	};
	int64_t count = 0;
	while ((p_length < 0 || count < p_length) && p_text[count] != 0) {
		count++;
	}
	if (count == 0) {
		return OK;
	}
	const int64_t old = length();
	char32_t *data = _resize(old + count);
	char32_t *to = data + old;
	Error error = OK;
	for (int64_t i = 0; i < count; i++) {
		const char32_t unit = unit_at(i);
		if ((unit & 0xFC00) == 0xD800 && i + 1 < count && (unit_at(i + 1) & 0xFC00) == 0xDC00) {
			i++;
			*to++ = 0x10000 + ((unit & 0x3FF) << 10) + (unit_at(i) & 0x3FF);
		} else {
			if (is_surrogate(unit)) {
				error = ERR_INVALID_DATA; // Kept, so that the units survive a round trip.
			}
			*to++ = unit;
		}
	}
	_resize(to - data);
	return error;
}

String String::utf16(const char16_t *p_text, int64_t p_length) {
	String text;
	text.append_utf16(p_text, p_length);
	return text;
}

void String::append_latin1(Span<char> p_text) {
	const int64_t count = p_text.is_empty() ? 0 : bounded_length(p_text.ptr(), int64_t(p_text.size()));
	if (count == 0) {
		return;
	}
	const int64_t old = length();
	char32_t *to = _resize(old + count) + old;
	for (int64_t i = 0; i < count; i++) {
		to[i] = uint8_t(p_text.ptr()[i]);
	}
}

String String::latin1(Span<char> p_text) {
	String text;
	text.append_latin1(p_text);
	return text;
}

Error String::append_ascii(Span<char> p_text) {
	const int64_t old = length();
	append_latin1(p_text);
	Error error = OK;
	char32_t *data = ptrw();
	for (int64_t i = old; i < length(); i++) {
		if (data[i] > 0x7F) {
			data[i] = UTF8::REPLACEMENT;
			error = ERR_INVALID_DATA;
		}
	}
	return error;
}

String String::ascii(Span<char> p_text) {
	String text;
	text.append_ascii(p_text);
	return text;
}

Error String::append_utf32(Span<char32_t> p_text) {
	int64_t count = 0;
	while (count < int64_t(p_text.size()) && p_text.ptr()[count] != 0) {
		count++;
	}
	if (count == 0) {
		return OK;
	}
	const int64_t old = length();
	char32_t *to = _resize(old + count) + old;
	Error error = OK;
	for (int64_t i = 0; i < count; i++) {
		const char32_t character = p_text.ptr()[i];
		const bool valid = character <= 0x10FFFF && !is_surrogate(character);
		to[i] = valid ? character : UTF8::REPLACEMENT;
		error = valid ? error : ERR_INVALID_DATA;
	}
	return error;
}

// p_room(bytes) gives room for so many bytes that keeps what is there already, or nullptr.
template <typename Room>
static void encode_utf8(const String &p_text, Room p_room) {
	const Span<char32_t> text = p_text.span();
	uint8_t *to = p_room(int64_t(text.size())); // Enough for most texts, and no need to count.
	if (to == nullptr) {
		return;
	}
	const uint64_t plain = UTF8::encode_ascii(text, to);
	if (plain == text.size()) {
		return;
	}
	const Span<char32_t> rest = text.subspan(plain);
	to = p_room(int64_t(plain + UTF8::encoded_size(rest)));
	if (to != nullptr) {
		UTF8::encode(rest, to + plain);
	}
}

CharString String::utf8() const {
	CharString encoded;
	encode_utf8(*this, [&](int64_t p_bytes) { return reinterpret_cast<uint8_t *>(encoded.resize_uninitialized(p_bytes)); });
	return encoded;
}

CharString String::ascii(bool p_allow_extended) const {
	CharString encoded;
	char *to = encoded.resize_uninitialized(length());
	if (to == nullptr) {
		return encoded;
	}
	const char32_t highest = p_allow_extended ? 0xFF : 0x7F;
	bool lost = false;
	for (char32_t character : *this) {
		lost = lost || character > highest;
		*to++ = character <= highest ? char(uint8_t(character)) : ' ';
	}
	if (lost) {
		ERR_PRINT("Some characters do not exist in " + String(p_allow_extended ? "Latin-1" : "ASCII") + ", spaces take their place.");
	}
	return encoded;
}

static bool needs_pair(char32_t p_character) {
	return p_character >= 0x10000 && p_character <= 0x10FFFF;
}

Char16String String::utf16() const {
	int64_t units = 0;
	for (char32_t character : *this) {
		units += needs_pair(character) ? 2 : 1;
	}
	Char16String encoded;
	char16_t *to = encoded.resize_uninitialized(units);
	if (to == nullptr) {
		return encoded;
	}
	for (char32_t character : *this) {
		if (needs_pair(character)) {
			*to++ = char16_t(0xD800 + ((character - 0x10000) >> 10));
			*to++ = char16_t(0xDC00 + (character & 0x3FF));
		} else {
			*to++ = character < 0x10000 ? char16_t(character) : char16_t(UTF8::REPLACEMENT);
		}
	}
	return encoded;
}

template <typename C>
static PackedByteArray bytes_of(const C *p_text, int64_t p_length) {
	PackedByteArray bytes;
	if (p_length > 0 && bytes.resize_uninitialized(p_length * int64_t(sizeof(C))) == OK) {
		memcpy(bytes.ptrw(), p_text, size_t(bytes.size()));
	}
	return bytes;
}

PackedByteArray String::to_ascii_buffer() const {
	const CharString encoded = ascii();
	return bytes_of(encoded.get_data(), encoded.length());
}

PackedByteArray String::to_utf8_buffer() const {
	PackedByteArray bytes;
	encode_utf8(*this, [&](int64_t p_bytes) { return bytes.resize_uninitialized(p_bytes) == OK ? bytes.ptrw() : nullptr; });
	return bytes;
}

PackedByteArray String::to_utf16_buffer() const {
	const Char16String encoded = utf16();
	return bytes_of(encoded.get_data(), encoded.length());
}

PackedByteArray String::to_utf32_buffer() const {
	return bytes_of(get_data(), length());
}

PackedByteArray String::to_wchar_buffer() const {
	return sizeof(wchar_t) == 2 ? to_utf16_buffer() : to_utf32_buffer();
}

namespace {

struct MultibyteEncoding {
	const char *name; // In lower case, without '-' and '_'.
	char32_t highest; // The last character of an encoding of single bytes; 0 for UTF-8.
};

constexpr MultibyteEncoding MULTIBYTE_ENCODINGS[] = { { "", 0 }, { "utf8", 0 }, { "latin1", 0xFF }, { "iso88591", 0xFF }, { "ascii", 0x7F }, { "usascii", 0x7F } };

// nullptr, and an error, for an encoding that we do not have.
const MultibyteEncoding *find_multibyte_encoding(const String &p_name) {
	const String name = p_name.to_lower().remove_chars("-_");
	for (const MultibyteEncoding &encoding : MULTIBYTE_ENCODINGS) {
		if (name == encoding.name) {
			return &encoding;
		}
	}
	ERR_FAIL_V_MSG(nullptr, "Unknown encoding \"" + p_name + "\". There are UTF-8, ISO-8859-1 and ASCII.");
}

} // namespace

PackedByteArray String::to_multibyte_char_buffer(const String &p_encoding) const {
	const MultibyteEncoding *encoding = find_multibyte_encoding(p_encoding);
	if (encoding == nullptr || is_empty()) {
		return PackedByteArray();
	}
	if (encoding->highest == 0) {
		const CharString encoded = utf8();
		return bytes_of(encoded.get_data(), encoded.length() + 1);
	}
	for (char32_t character : *this) {
		ERR_FAIL_COND_V_MSG(character > encoding->highest, PackedByteArray(), "The text holds characters that " + p_encoding + " has not.");
	}
	const CharString encoded = latin1();
	return bytes_of(encoded.get_data(), encoded.length() + 1);
}

String String::multibyte(Span<char> p_text, const String &p_encoding) {
	const MultibyteEncoding *encoding = find_multibyte_encoding(p_encoding);
	if (encoding == nullptr) {
		return String();
	}
	if (encoding->highest == 0) {
		return utf8(p_text);
	}
	return encoding->highest == 0x7F ? ascii(p_text) : latin1(p_text);
}

String String::hex_encode_buffer(const uint8_t *p_bytes, int64_t p_length) {
	static const char DIGITS[] = "0123456789abcdef";
	String text;
	char32_t *to = p_length > 0 ? text._resize(p_length * 2) : nullptr;
	for (int64_t i = 0; i < p_length; i++) {
		*to++ = char32_t(DIGITS[p_bytes[i] >> 4]);
		*to++ = char32_t(DIGITS[p_bytes[i] & 15]);
	}
	return text;
}

String String::md5(const uint8_t *p_digest) {
	return hex_encode_buffer(p_digest, 16);
}

PackedByteArray String::hex_decode() const {
	const int64_t count = length();
	ERR_FAIL_COND_V_MSG(count % 2 != 0, PackedByteArray(), "Hexadecimal text needs two digits a byte; its length is odd.");
	PackedByteArray bytes;
	bytes.resize_uninitialized(count / 2);
	uint8_t *to = bytes.ptrw();
	const char32_t *data = get_data();
	for (int64_t i = 0; i < count; i += 2) {
		const int high = hex_digit_value(data[i]);
		const int low = hex_digit_value(data[i + 1]);
		ERR_FAIL_COND_V_MSG(high < 0 || low < 0, PackedByteArray(), "Not a hexadecimal digit at position " + itos(high < 0 ? i : i + 1) + ".");
		*to++ = uint8_t(high * 16 + low);
	}
	return bytes;
}

// Base64: see the header.
#include "core/string/base64.h"

static const char ALPHABET[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static int value_of(char32_t p_character) {
	if (p_character >= 'A' && p_character <= 'Z') {
		return int(p_character - 'A');
	}
	if (p_character >= 'a' && p_character <= 'z') {
		return int(p_character - 'a') + 26;
	}
	if (p_character >= '0' && p_character <= '9') {
		return int(p_character - '0') + 52;
	}
	return p_character == '+' ? 62 : (p_character == '/' ? 63 : -1);
}

String Base64::encode(Span<uint8_t> p_bytes) {
	const int64_t length = int64_t(p_bytes.size() + 2) / 3 * 4;
	String text;
	if (length == 0 || text.resize_uninitialized(length) != OK) {
		return String();
	}
	char32_t *out = text.ptrw();
	const uint8_t *bytes = p_bytes.ptr();
	for (uint64_t i = 0; i < p_bytes.size(); i += 3) {
		const uint64_t rest = p_bytes.size() - i;
		const uint32_t group = uint32_t(bytes[i]) << 16 | (rest > 1 ? uint32_t(bytes[i + 1]) << 8 : 0) | (rest > 2 ? uint32_t(bytes[i + 2]) : 0);
		*out++ = char32_t(ALPHABET[group >> 18]);
		*out++ = char32_t(ALPHABET[group >> 12 & 63]);
		*out++ = rest > 1 ? char32_t(ALPHABET[group >> 6 & 63]) : U'=';
		*out++ = rest > 2 ? char32_t(ALPHABET[group & 63]) : U'=';
	}
	return text;
}

bool Base64::decode(const String &p_text, Vector<uint8_t> &r_bytes) {
	r_bytes.clear();
	if (r_bytes.resize_uninitialized(p_text.length() / 4 * 3 + 3) != OK) {
		return false;
	}
	uint8_t *out = r_bytes.ptrw();
	int64_t written = 0;
	uint32_t group = 0;
	int digits = 0;
	int padding = 0;
	for (const char32_t character : p_text) {
		if (character == '\n' || character == '\r') {
			continue;
		}
		const int value = value_of(character);
		if (character == '=' && digits + padding >= 2) {
			padding++;
		} else if (value >= 0 && padding == 0) {
			group = group << 6 | uint32_t(value);
			digits++;
		} else {
			r_bytes.clear();
			return false;
		}
		if (digits + padding == 4) {
			group <<= 6 * padding;
			for (int i = 0; i < 3 - padding; i++) {
				out[written++] = uint8_t(group >> (16 - 8 * i));
			}
			group = 0;
			digits = 0;
			if (padding > 0) {
				padding = 5; // Whatever follows is wrong.
			}
		}
	}
	if (digits != 0 || (padding != 0 && padding != 5)) {
		r_bytes.clear();
		return false;
	}
	return r_bytes.resize(written) == OK;
}

// What characters mean in GDScript source: identifiers, digits, escapes.
#include "modules/gdscript/syntax/gdscript_characters.h"

#include <algorithm>

namespace {

struct Range {
	char32_t first;
	char32_t last;
};

// Blocks above ASCII that hold no letters (Unicode 15, coarsely).
constexpr Range NOT_LETTERS[] = {
	{ 0x80, 0xA9 },
	{ 0xAB, 0xB4 },
	{ 0xB6, 0xB6 },
	{ 0xB8, 0xB9 },
	{ 0xBB, 0xBF },
	{ 0xD7, 0xD7 },
	{ 0xF7, 0xF7 },
	{ 0x2000, 0x203E },
	{ 0x2041, 0x2053 },
	{ 0x2055, 0x2070 },
	{ 0x2072, 0x207E },
	{ 0x2080, 0x208F },
	{ 0x20A0, 0x20CF },
	{ 0x2190, 0x2BFF },
	{ 0x2E00, 0x2E7F },
	{ 0x2FF0, 0x3004 },
	{ 0x3008, 0x3020 },
	{ 0x3030, 0x3030 },
	{ 0xD800, 0xF8FF },
	{ 0xFD3E, 0xFD3F },
	{ 0xFE10, 0xFE1F },
	{ 0xFE30, 0xFE32 },
	{ 0xFE35, 0xFE4C },
	{ 0xFE50, 0xFE6F },
	{ 0xFEFF, 0xFF0F },
	{ 0xFF1A, 0xFF20 },
	{ 0xFF3B, 0xFF3E },
	{ 0xFF40, 0xFF40 },
	{ 0xFF5B, 0xFF65 },
	{ 0xFFE0, 0xFFFF },
	{ 0x1D000, 0x1D3FF },
	{ 0x1F000, 0x1FAFF },
	{ 0xE0000, 0x10FFFF },
};

enum Alphabet {
	ALPHABET_NONE,
	ALPHABET_LATIN,
	ALPHABET_GREEK,
	ALPHABET_CYRILLIC,
	ALPHABET_ARMENIAN,
	ALPHABET_CHEROKEE,
	ALPHABET_OTHER,
};

Alphabet alphabet_of(char32_t p_char) {
	if ((p_char >= 'a' && p_char <= 'z') || (p_char >= 'A' && p_char <= 'Z') || (p_char >= 0xC0 && p_char <= 0x24F) || (p_char >= 0x1E00 && p_char <= 0x1EFF)) {
		return ALPHABET_LATIN;
	}
	if (p_char < 0x250) {
		return ALPHABET_NONE;
	}
	if ((p_char >= 0x370 && p_char <= 0x3FF) || (p_char >= 0x1F00 && p_char <= 0x1FFF)) {
		return ALPHABET_GREEK;
	}
	if (p_char >= 0x400 && p_char <= 0x52F) {
		return ALPHABET_CYRILLIC;
	}
	if (p_char >= 0x530 && p_char <= 0x58F) {
		return ALPHABET_ARMENIAN;
	}
	if (p_char >= 0x13A0 && p_char <= 0x13FF) {
		return ALPHABET_CHEROKEE;
	}
	return ALPHABET_OTHER;
}

struct Twin {
	char32_t letter;
	char ascii;
};

// Letters of other alphabets that are drawn like ASCII letters, by their number.
constexpr Twin ASCII_TWINS[] = {
	{ 0x131, 'i' },
	{ 0x17F, 'f' },
	{ 0x1BD, 's' },
	{ 0x251, 'a' },
	{ 0x261, 'g' },
	{ 0x269, 'i' },
	{ 0x26A, 'i' },
	{ 0x28B, 'u' },
	{ 0x391, 'A' },
	{ 0x392, 'B' },
	{ 0x395, 'E' },
	{ 0x396, 'Z' },
	{ 0x397, 'H' },
	{ 0x399, 'I' },
	{ 0x39A, 'K' },
	{ 0x39C, 'M' },
	{ 0x39D, 'N' },
	{ 0x39F, 'O' },
	{ 0x3A1, 'P' },
	{ 0x3A4, 'T' },
	{ 0x3A5, 'Y' },
	{ 0x3A7, 'X' },
	{ 0x3B1, 'a' },
	{ 0x3B3, 'y' },
	{ 0x3B9, 'i' },
	{ 0x3BD, 'v' },
	{ 0x3BF, 'o' },
	{ 0x3C1, 'p' },
	{ 0x3C3, 'o' },
	{ 0x3C5, 'u' },
	{ 0x3F2, 'c' },
	{ 0x3F3, 'j' },
	{ 0x405, 'S' },
	{ 0x406, 'I' },
	{ 0x408, 'J' },
	{ 0x410, 'A' },
	{ 0x412, 'B' },
	{ 0x415, 'E' },
	{ 0x41A, 'K' },
	{ 0x41C, 'M' },
	{ 0x41D, 'H' },
	{ 0x41E, 'O' },
	{ 0x420, 'P' },
	{ 0x421, 'C' },
	{ 0x422, 'T' },
	{ 0x423, 'Y' },
	{ 0x425, 'X' },
	{ 0x430, 'a' },
	{ 0x433, 'r' },
	{ 0x435, 'e' },
	{ 0x43E, 'o' },
	{ 0x440, 'p' },
	{ 0x441, 'c' },
	{ 0x443, 'y' },
	{ 0x445, 'x' },
	{ 0x455, 's' },
	{ 0x456, 'i' },
	{ 0x458, 'j' },
	{ 0x475, 'v' },
	{ 0x4AF, 'y' },
	{ 0x4BB, 'h' },
	{ 0x4CF, 'l' },
	{ 0x501, 'd' },
	{ 0x51B, 'q' },
	{ 0x51D, 'w' },
	{ 0x566, 'q' },
	{ 0x570, 'h' },
	{ 0x575, 'j' },
	{ 0x578, 'n' },
	{ 0x57D, 'u' },
	{ 0x581, 'g' },
	{ 0x582, 'i' },
	{ 0x585, 'o' },
	{ 0x1D04, 'c' },
	{ 0x1D0F, 'o' },
	{ 0x1D20, 'v' },
	{ 0x1D21, 'w' },
	{ 0x1D22, 'z' },
	{ 0xA731, 's' },
};

char32_t read_hex(const char32_t *p_at, const char32_t *p_end, int p_digits) {
	char32_t value = 0;
	for (int i = 0; i < p_digits && p_at + i < p_end; i++) {
		value = value * 16 + (char32_t)MAX(gdscript_hex_value(p_at[i]), 0);
	}
	return value;
}

} // namespace

bool gdscript_is_letter(char32_t p_char) {
	int low = 0;
	int high = (int)(sizeof(NOT_LETTERS) / sizeof(NOT_LETTERS[0])) - 1;
	while (low <= high) {
		const int middle = (low + high) / 2;
		if (p_char < NOT_LETTERS[middle].first) {
			high = middle - 1;
		} else if (p_char > NOT_LETTERS[middle].last) {
			low = middle + 1;
		} else {
			return false;
		}
	}
	return true;
}

bool gdscript_is_confusable(const String &p_name) {
	Alphabet seen = ALPHABET_NONE;
	for (int i = 0; i < p_name.length(); i++) {
		const Alphabet alphabet = alphabet_of(p_name[i]);
		if (alphabet == ALPHABET_NONE || alphabet == ALPHABET_OTHER) {
			continue;
		}
		if (seen != ALPHABET_NONE && seen != alphabet) {
			return true;
		}
		seen = alphabet;
	}
	return false;
}

char32_t gdscript_get_ascii_twin(char32_t p_char) {
	const Twin *end = ASCII_TWINS + sizeof(ASCII_TWINS) / sizeof(ASCII_TWINS[0]);
	const Twin *found = std::lower_bound(ASCII_TWINS, end, p_char, [](const Twin &p_twin, char32_t p_letter) { return p_twin.letter < p_letter; });
	return found != end && found->letter == p_char ? (char32_t)found->ascii : p_char;
}

const char32_t *gdscript_read_escape(const char32_t *p_at, const char32_t *p_end, String &r_result) {
	if (p_at >= p_end) {
		return p_at;
	}
	const char32_t c = *p_at++;
	char32_t value = c;
	switch (c) {
		case 'n':
			value = '\n';
			break;
		case 't':
			value = '\t';
			break;
		case 'r':
			value = '\r';
			break;
		case 'a':
			value = 7;
			break;
		case 'b':
			value = 8;
			break;
		case 'f':
			value = 12;
			break;
		case 'v':
			value = 11;
			break;
		case '\n':
			return p_at;
		case '\r':
			return p_at < p_end && *p_at == '\n' ? p_at + 1 : p_at;
		case 'u':
		case 'U': {
			const int digits = c == 'u' ? 4 : 6;
			value = read_hex(p_at, p_end, digits);
			p_at += digits;
			if (value >= 0xD800 && value <= 0xDBFF && p_at + 2 < p_end) {
				const int low_digits = p_at[1] == 'U' ? 6 : 4;
				value = 0x10000 + ((value - 0xD800) << 10) + (read_hex(p_at + 2, p_end, low_digits) - 0xDC00);
				p_at += 2 + low_digits;
			}
			if (value == 0 || value > 0x10FFFF) {
				value = 0xFFFD;
			}
		} break;
		default:
			break;
	}
	r_result += value;
	return p_at;
}

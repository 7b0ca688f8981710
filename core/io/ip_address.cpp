// IPAddress: text and back. The parser works on a small copy of the text and never prints.
#include "core/io/ip_address.h"

#include "core/string/char_utils.h"
#include "core/string/ustring.h"
#include "core/templates/hashfuncs.h"

#include <cstdio>

static constexpr int LONGEST_TEXT = 64; // "%4294967295" behind the longest IPv6 form leaves room to spare.
static const uint8_t MAPPED_PREFIX[12] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff };

// Four decimal parts of 0-255 up to p_end.
static bool parse_ipv4(const char *p_text, const char *p_end, uint8_t *r_bytes) {
	for (int part = 0; part < 4; part++) {
		int value = 0;
		int digits = 0;
		while (p_text < p_end && *p_text >= '0' && *p_text <= '9' && digits < 3) {
			value = value * 10 + (*p_text++ - '0');
			digits++;
		}
		if (digits == 0 || value > 255) {
			return false;
		}
		r_bytes[part] = uint8_t(value);
		if (part < 3 && (p_text >= p_end || *p_text++ != '.')) {
			return false;
		}
	}
	return p_text == p_end;
}

// RFC 4291 §2.2: up to eight groups, one of the gaps may be "::", the last two groups may be dotted IPv4.
class IPv6Parser {
	const char *at;
	const char *end;
	uint8_t bytes[16] = {};
	int filled = 0; // Bytes before (and, once a gap was seen, after) the gap.
	int gap = -1;

	bool _read_group() {
		const char *start = at;
		int value = 0;
		while (at < end && at - start < 4 && hex_digit_value(uint8_t(*at)) >= 0) {
			value = value * 16 + hex_digit_value(uint8_t(*at++));
		}
		if (at == start || filled > 14) {
			return false;
		}
		if (at < end && *at == '.') {
			if (filled > 12 || !parse_ipv4(start, end, bytes + filled)) {
				return false;
			}
			filled += 4;
			at = end;
			return true;
		}
		bytes[filled++] = uint8_t(value >> 8);
		bytes[filled++] = uint8_t(value & 0xff);
		return true;
	}

public:
	bool parse(uint8_t *r_bytes) {
		if (end - at >= 2 && at[0] == ':' && at[1] == ':') {
			gap = 0;
			at += 2;
		}
		while (at < end) {
			if (!_read_group()) {
				return false;
			}
			if (at == end) {
				break;
			}
			if (*at++ != ':' || at == end) {
				return false;
			}
			if (*at == ':') {
				if (gap >= 0) {
					return false;
				}
				gap = filled;
				at++;
			}
		}
		if (gap < 0 ? filled != 16 : filled > 14) {
			return false;
		}
		const int before = gap < 0 ? 16 : gap;
		const int after = filled - (gap < 0 ? 16 : gap);
		memset(r_bytes, 0, 16);
		memcpy(r_bytes, bytes, size_t(before));
		if (after > 0) {
			memcpy(r_bytes + 16 - after, bytes + before, size_t(after));
		}
		return true;
	}

	IPv6Parser(const char *p_text, const char *p_end) :
			at(p_text), end(p_end) {}
};

static bool parse_scope(const char *p_text, const char *p_end, uint32_t &r_scope) {
	uint64_t value = 0;
	if (p_text == p_end) {
		return false;
	}
	for (; p_text < p_end; p_text++) {
		if (*p_text < '0' || *p_text > '9') {
			return false;
		}
		value = value * 10 + uint64_t(*p_text - '0');
		if (value > UINT32_MAX) {
			return false;
		}
	}
	r_scope = uint32_t(value);
	return true;
}

bool IPAddress::parse(const String &p_text, IPAddress &r_address) {
	char text[LONGEST_TEXT];
	const int64_t length = p_text.length();
	if (length == 0 || length >= LONGEST_TEXT) {
		return false;
	}
	bool has_colon = false;
	const char *scope_mark = nullptr;
	for (int64_t i = 0; i < length; i++) {
		const char32_t character = p_text[i];
		if (character >= 0x80) {
			return false;
		}
		text[i] = char(character);
		has_colon |= character == ':';
		if (character == '%' && !scope_mark) {
			scope_mark = text + i;
		}
	}
	const char *end = text + length;
	IPAddress parsed;
	if (length == 1 && text[0] == '*') {
		parsed.wildcard = true;
	} else if (has_colon) {
		const char *address_end = scope_mark ? scope_mark : end;
		uint8_t bytes[16];
		uint32_t scope = 0;
		if (!IPv6Parser(text, address_end).parse(bytes) || (scope_mark && !parse_scope(scope_mark + 1, end, scope))) {
			return false;
		}
		parsed.set_ipv6(bytes, scope);
	} else {
		uint8_t bytes[4];
		if (!parse_ipv4(text, end, bytes)) {
			return false;
		}
		parsed.set_ipv4(bytes);
	}
	r_address = parsed;
	return true;
}

bool IPAddress::is_ipv4() const {
	return memcmp(bytes, MAPPED_PREFIX, sizeof(MAPPED_PREFIX)) == 0;
}

bool IPAddress::is_loopback() const {
	if (!valid) {
		return false;
	}
	if (is_ipv4()) {
		return bytes[12] == 127;
	}
	static const uint8_t LOOPBACK[16] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1 };
	return memcmp(bytes, LOOPBACK, 16) == 0;
}

void IPAddress::set_ipv4(const uint8_t *p_four_bytes) {
	memcpy(bytes, MAPPED_PREFIX, sizeof(MAPPED_PREFIX));
	memcpy(bytes + 12, p_four_bytes, 4);
	scope = 0;
	valid = true;
	wildcard = false;
}

void IPAddress::set_ipv6(const uint8_t *p_sixteen_bytes, uint32_t p_scope) {
	memcpy(bytes, p_sixteen_bytes, 16);
	scope = p_scope;
	valid = true;
	wildcard = false;
}

IPAddress::operator String() const {
	if (wildcard) {
		return "*";
	}
	if (!valid) {
		return String();
	}
	char text[LONGEST_TEXT];
	int length = 0;
	if (is_ipv4()) {
		length = snprintf(text, sizeof(text), "%d.%d.%d.%d", bytes[12], bytes[13], bytes[14], bytes[15]);
	} else {
		for (int i = 0; i < 16; i += 2) {
			length += snprintf(text + length, sizeof(text) - size_t(length), i == 0 ? "%x" : ":%x", (bytes[i] << 8) | bytes[i + 1]);
		}
		if (scope != 0) {
			length += snprintf(text + length, sizeof(text) - size_t(length), "%%%u", scope);
		}
	}
	return String::utf8(text, length);
}

bool IPAddress::operator==(const IPAddress &p_other) const {
	return valid == p_other.valid && wildcard == p_other.wildcard && scope == p_other.scope && memcmp(bytes, p_other.bytes, sizeof(bytes)) == 0;
}

uint32_t IPAddress::hash() const {
	uint32_t mixed = scope * 2 + (wildcard ? 1 : 0);
	for (int i = 0; i < 16; i += 4) {
		uint32_t word;
		memcpy(&word, bytes + i, 4);
		mixed = hash_murmur3_one_32(word, mixed);
	}
	return hash_fmix32(mixed);
}

IPAddress::IPAddress(const char *p_text) {
	parse(String(p_text), *this);
}

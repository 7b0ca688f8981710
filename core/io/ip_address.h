// An IPv4 or IPv6 address as a plain value; IPv4 is held in its IPv4-mapped IPv6 form.
#pragma once

#include "core/typedefs.h"

#include <cstring>

class String;

class IPAddress {
	uint8_t bytes[16] = {}; // Network byte order; ::ffff:a.b.c.d for IPv4.
	uint32_t scope = 0; // Interface index of a link-local address ("fe80::1%2"), else 0.
	bool valid = false;
	bool wildcard = false; // "*": every address of both families. Not valid as a destination.

public:
	// The strict textual forms: "*", dotted IPv4 with four decimal parts, and IPv6 of RFC 4291 §2.2 (with "::", a trailing IPv4
	// part and a numeric "%scope"). Anything else leaves r_address untouched and returns false; nothing is printed.
	static bool parse(const String &p_text, IPAddress &r_address);

	bool is_valid() const { return valid; }
	bool is_wildcard() const { return wildcard; }
	bool is_ipv4() const;
	bool is_loopback() const;

	const uint8_t *get_ipv4() const { return bytes + 12; } // Four bytes; only for is_ipv4().
	const uint8_t *get_ipv6() const { return bytes; } // Sixteen bytes.
	uint32_t get_scope() const { return scope; }
	void set_ipv4(const uint8_t *p_four_bytes);
	void set_ipv6(const uint8_t *p_sixteen_bytes, uint32_t p_scope = 0);

	// "1.2.3.4", "2001:db8:0:0:0:0:0:1" (never shortened, as the scripting API shows them), "*", or "" when not valid.
	operator String() const;

	bool operator==(const IPAddress &p_other) const;
	bool operator!=(const IPAddress &p_other) const { return !(*this == p_other); }
	uint32_t hash() const;

	IPAddress() = default;
	IPAddress(const String &p_text) { parse(p_text, *this); } // Invalid when p_text is not an address.
	IPAddress(const char *p_text);
};

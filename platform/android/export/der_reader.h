// ASN.1 in DER, read from outside bytes: a part that is not there reads as nothing, and so does all that is in it.
#pragma once

#include "core/string/ustring.h"
#include "core/templates/span.h"
#include "core/templates/vector.h"

enum DerTag : uint8_t {
	DER_INTEGER = 0x02,
	DER_OCTETS = 0x04,
	DER_OID = 0x06,
	DER_BMP_TEXT = 0x1e,
	DER_SEQUENCE = 0x30,
	DER_SET = 0x31,
	DER_CONTEXT_0 = 0xa0, // [0], constructed.
	DER_CONTEXT_0_PLAIN = 0x80, // [0], primitive.
};

// A walk over the items of one level. Views into the caller's bytes.
class DerReader {
public:
	explicit DerReader(Span<uint8_t> p_bytes) :
			rest(p_bytes) {}
	bool is_at_end() const { return rest.is_empty(); }
	uint8_t peek_tag() const { return rest.is_empty() ? 0 : rest[0]; }
	// The content of the next item. Empty, and the walk is over, when it has another tag or is cut off.
	Span<uint8_t> take(uint8_t p_tag) { return next(p_tag, false); }
	Span<uint8_t> take_whole(uint8_t p_tag) { return next(p_tag, true); } // With tag and length.
	DerReader enter(uint8_t p_tag) { return DerReader(take(p_tag)); }
	int64_t take_int(); // -1 when it is none, negative or beyond 31 bits.
	void skip() { next(peek_tag(), false); }
	void skip_if(uint8_t p_tag) {
		if (peek_tag() == p_tag) {
			skip();
		}
	}

private:
	Span<uint8_t> next(uint8_t p_tag, bool p_whole);
	Span<uint8_t> rest;
};

bool der_equal(Span<uint8_t> p_bytes, const uint8_t *p_other, uint64_t p_length);
// The bytes between the first pair of BEGIN and END lines; p_label: of such ones only, like "CERTIFICATE". Empty: none.
Vector<uint8_t> pem_to_der(const String &p_pem, const String &p_label = String());
String der_to_pem(const Vector<uint8_t> &p_der, const String &p_label);

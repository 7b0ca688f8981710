// Reading DER: see the header.
#include "platform/android/export/der_reader.h"

#include "core/io/marshalls_singleton.h"

#include <cstring>

Span<uint8_t> DerReader::next(uint8_t p_tag, bool p_whole) {
	const Span<uint8_t> from = rest;
	rest = Span<uint8_t>();
	if (from.size() < 2 || from[0] != p_tag) {
		return Span<uint8_t>();
	}
	uint64_t length = from[1];
	uint64_t head = 2;
	if (length >= 0x80) {
		const uint64_t count = length & 0x7f;
		if (count == 0 || count > 4 || from.size() < 2 + count) {
			return Span<uint8_t>(); // Without an end, or larger than anything we read.
		}
		length = 0;
		for (uint64_t i = 0; i < count; i++) {
			length = (length << 8) | from[2 + i];
		}
		head += count;
	}
	if (length > from.size() - head) {
		return Span<uint8_t>();
	}
	rest = Span<uint8_t>(from.ptr() + head + length, from.size() - head - length);
	return p_whole ? Span<uint8_t>(from.ptr(), head + length) : Span<uint8_t>(from.ptr() + head, length);
}

int64_t DerReader::take_int() {
	const Span<uint8_t> bytes = take(DER_INTEGER);
	if (bytes.is_empty() || bytes.size() > 4 || bytes[0] >= 0x80) {
		return -1;
	}
	int64_t value = 0;
	for (const uint8_t byte : bytes) {
		value = (value << 8) | byte;
	}
	return value;
}

bool der_equal(Span<uint8_t> p_bytes, const uint8_t *p_other, uint64_t p_length) {
	return p_bytes.size() == p_length && memcmp(p_bytes.ptr(), p_other, p_length) == 0;
}

Vector<uint8_t> pem_to_der(const String &p_pem, const String &p_label) {
	const String begin = p_label.is_empty() ? String("-----BEGIN ") : "-----BEGIN " + p_label + "-----";
	const int at = p_pem.find(begin);
	const int body = at < 0 ? -1 : p_pem.find("\n", at);
	const int end = body < 0 ? -1 : p_pem.find("-----END", body);
	if (end < 0) {
		return Vector<uint8_t>();
	}
	const String text = p_pem.substr(body, end - body).replace("\n", "").replace("\r", "").strip_edges();
	return Marshalls::get_singleton()->base64_to_raw(text);
}

String der_to_pem(const Vector<uint8_t> &p_der, const String &p_label) {
	const String text = Marshalls::get_singleton()->raw_to_base64(p_der);
	String pem = "-----BEGIN " + p_label + "-----\n";
	for (int i = 0; i < text.length(); i += 64) {
		pem += text.substr(i, 64) + "\n";
	}
	return pem + "-----END " + p_label + "-----\n";
}

// Base64 of RFC 4648 §10, and what must be refused.
#pragma once

#include "core/string/base64.h"
#include "tests/test_macros.h"

TEST_CASE("[String][Base64] The vectors of the RFC hold both ways") {
	const char *const VECTORS[][2] = { { "", "" }, { "f", "Zg==" }, { "fo", "Zm8=" }, { "foo", "Zm9v" }, { "foob", "Zm9vYg==" }, { "fooba", "Zm9vYmE=" }, { "foobar", "Zm9vYmFy" } };
	for (const auto &pair : VECTORS) {
		const Vector<uint8_t> plain = String(pair[0]).to_utf8_buffer();
		CHECK_EQ(Base64::encode(plain.span()), pair[1]);
		Vector<uint8_t> back;
		CHECK(Base64::decode(pair[1], back));
		CHECK_EQ(back, plain);
	}
}

TEST_CASE("[String][Base64] Line breaks are skipped, everything else is refused") {
	Vector<uint8_t> bytes;
	CHECK(Base64::decode("Zm9v\r\nYmFy", bytes));
	CHECK_EQ(bytes.size(), 6);
	for (const char *text : { "Zg", "Zg=", "Zg===", "Z", "=", "Zg==Zg==", "Zm=v", "Zm 9v", "!!!!", "ž" }) {
		CAPTURE(text);
		CHECK_FALSE(Base64::decode(text, bytes));
		CHECK(bytes.is_empty());
	}
}

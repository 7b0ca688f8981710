// Tests of core/io/image_size.h: sizes from the heads of image files.
#pragma once

#include "core/io/image_size.h"
#include "core/templates/vector.h"
#include "tests/test_macros.h"

namespace TestImageSize {

inline Vector2i size_of(const Vector<uint8_t> &p_bytes, const String &p_extension = "") {
	Vector2i size;
	return parse_image_size(Span<uint8_t>(p_bytes.ptr(), uint64_t(p_bytes.size())), p_extension, size) ? size : Vector2i();
}

inline Vector<uint8_t> text_bytes(const String &p_text) {
	return p_text.to_utf8_buffer();
}

TEST_CASE("[Image] The size of an image stands in the head of its file") {
	const Vector<uint8_t> png = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 1, 2, 0, 0, 0, 7 };
	CHECK_EQ(size_of(png), Vector2i(258, 7));
	const Vector<uint8_t> jpeg = { 0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC0, 0, 17, 8, 0, 5, 1, 0, 3, 0, 0, 0, 0 };
	CHECK_EQ(size_of(jpeg), Vector2i(256, 5));
	Vector<uint8_t> webp = text_bytes("RIFF....WEBPVP8X........");
	for (const uint8_t byte : { 9, 0, 0, 4, 1, 0 }) {
		webp.push_back(byte);
	}
	CHECK_EQ(size_of(webp), Vector2i(10, 261));
	Vector<uint8_t> imported = text_bytes("GST2....");
	for (const uint8_t byte : { 12, 0, 0, 0, 7, 0, 0, 0 }) {
		imported.push_back(byte);
	}
	CHECK_EQ(size_of(imported), Vector2i(12, 7));
	CHECK_EQ(size_of(text_bytes("<?xml version=\"1.0\"?>\n<svg xmlns=\"x\" width=\"16px\"\n height=\"24\">"), "svg"), Vector2i(16, 24));
	CHECK_EQ(size_of(text_bytes("<svg viewBox=\"0 0 128 64\">"), "svg"), Vector2i(128, 64));
}

TEST_CASE("[Image] A head that is cut off anywhere has no size, or the right one") {
	const Vector<uint8_t> jpeg = { 0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC0, 0, 17, 8, 0, 5, 1, 0, 3, 0, 0, 0, 0 };
	for (int64_t length = 0; length <= jpeg.size(); length++) {
		const Vector2i size = size_of(jpeg.slice(0, length));
		CHECK((size == Vector2i() || size == Vector2i(256, 5)));
	}
	CHECK_EQ(size_of(Vector<uint8_t>(), "tga"), Vector2i());
	CHECK_EQ(size_of(text_bytes("<svg"), "svg"), Vector2i());
	CHECK_EQ(size_of({ 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 7 }), Vector2i());
}

} // namespace TestImageSize

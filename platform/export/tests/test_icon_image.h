// Icons: sound pictures of sizes that can be shown, and all others.
#pragma once

#include "core/io/png_codec.h"
#include "platform/android/export/icon_image.h"
#include "tests/test_macros.h"

namespace TestIconImage {

inline Vector<uint8_t> make_png(int p_width, int p_height) {
	PNGPicture picture;
	picture.width = p_width;
	picture.height = p_height;
	picture.channels = 1;
	picture.pixels.resize(int64_t(p_width) * p_height);
	Vector<uint8_t> bytes;
	String problem;
	CHECK_EQ(PNGCodec::encode(picture, bytes, problem), OK);
	return bytes;
}

inline Vector<uint8_t> make_webp(const char *p_kind, const Vector<uint8_t> &p_head) {
	Vector<uint8_t> bytes = (String("RIFF....WEBP") + p_kind + "....").to_utf8_buffer();
	bytes.append_array(p_head);
	const int64_t size = bytes.size();
	for (int i = 0; i < 4; i++) {
		bytes.set(4 + i, uint8_t((size - 8) >> (8 * i)));
		bytes.set(16 + i, uint8_t((size - 20) >> (8 * i)));
	}
	return bytes;
}

inline String kind_of(const Vector<uint8_t> &p_bytes, const char *p_problem = "") {
	String problem;
	const String kind = IconImage::find_extension(p_bytes, problem);
	CHECK_EQ(kind.is_empty(), !problem.is_empty());
	CHECK((p_problem[0] == 0 || problem.contains(p_problem)));
	return kind;
}

TEST_CASE("[Export][IconImage] PNG images are read whole") {
	const Vector<uint8_t> sound = make_png(192, 192);
	CHECK_EQ(kind_of(sound), "png");
	CHECK_EQ(kind_of(make_png(IconImage::MAX_SIDE, 1)), "png");
	CHECK_EQ(kind_of(make_png(IconImage::MAX_SIDE + 1, 1), "2049"), "");
	for (int64_t length = 0; length < sound.size() - 12; length++) { // All but what says that it ends.
		CAPTURE(length);
		CHECK_EQ(kind_of(sound.slice(0, length)), "");
	}
	Vector<uint8_t> damaged = sound;
	damaged.set(sound.size() / 2, uint8_t(damaged[sound.size() / 2] ^ 0x55));
	CHECK_EQ(kind_of(damaged, "PNG"), "");
	for (const char *other : { "", "<svg/>", "GIF89aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" }) {
		CHECK_EQ(kind_of(String(other).to_utf8_buffer(), "must be"), "");
	}
}

TEST_CASE("[Export][IconImage] Heads of WebP images tell their sizes") {
	CHECK_EQ(kind_of(make_webp("VP8 ", { 0, 0, 0, 0x9d, 0x01, 0x2a, 192, 0, 192, 0, 1 })), "webp");
	CHECK_EQ(kind_of(make_webp("VP8L", { 0x2f, 191, 0xc0, 0x2f, 0, 1, 2, 3, 4, 5 })), "webp"); // 192 × 192.
	CHECK_EQ(kind_of(make_webp("VP8X", { 0, 0, 0, 0, 191, 0, 0, 191, 0, 0 })), "webp");
	CHECK_EQ(kind_of(make_webp("VP8X", { 0, 0, 0, 0, 0, 8, 0, 0, 8, 0 }), "2049"), "");
	CHECK_EQ(kind_of(make_webp("VP8 ", { 0, 0, 0, 0x9d, 0x01, 0x2a, 0, 0, 192, 0, 1 }), "pixels"), "");
	CHECK_EQ(kind_of(make_webp("VP8 ", String("xxxxxxxxxxxxxxxx").to_utf8_buffer()), "sound"), "");
	const Vector<uint8_t> cut = make_webp("VP8 ", { 0, 0, 0, 0x9d, 0x01, 0x2a, 192, 0, 192, 0, 1 });
	CHECK_EQ(kind_of(cut.slice(0, cut.size() - 1), "cut off"), "");
}

} // namespace TestIconImage

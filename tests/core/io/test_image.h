// Images and PNG files, whole and broken.
#pragma once

#include "core/io/image.h"
#include "core/io/png_codec.h"
#include "tests/test_macros.h"

namespace TestImage {

inline Vector<uint8_t> encoded(const PNGPicture &p_picture) {
	Vector<uint8_t> file;
	String problem;
	CHECK_EQ(PNGCodec::encode(p_picture, file, problem), OK);
	return file;
}

TEST_CASE("[Image] PNG keeps every pixel of 8 bits a channel") {
	for (int channels = 1; channels <= 4; channels++) {
		PNGPicture picture;
		picture.width = 13;
		picture.height = 7;
		picture.channels = channels;
		for (int i = 0; i < 13 * 7 * channels; i++) {
			picture.pixels.push_back(uint8_t(i * 37 + i / 11));
		}
		PNGPicture read;
		String problem;
		CHECK_EQ(PNGCodec::decode(encoded(picture), read, problem), OK);
		CHECK_EQ(read.channels, channels);
		CHECK(read.pixels == picture.pixels);
	}
}

TEST_CASE("[Image] Broken PNG files are refused, whatever byte is wrong and wherever they end") {
	PNGPicture picture;
	picture.width = 3;
	picture.height = 2;
	picture.channels = 3;
	for (int i = 0; i < 18; i++) {
		picture.pixels.push_back(uint8_t(i));
	}
	const Vector<uint8_t> file = encoded(picture);
	PNGPicture read;
	String problem;
	for (int64_t at = 0; at < file.size(); at++) {
		CHECK_NE(PNGCodec::decode(file.slice(0, at), read, problem), OK);
		Vector<uint8_t> broken = file;
		broken.set(at, uint8_t(file[at] ^ 0x5a));
		CHECK_NE(PNGCodec::decode(broken, read, problem), OK);
		CHECK_FALSE(problem.is_empty());
	}
}

TEST_CASE("[Image] Palettes, few bits, 16 bits and interlacing are read as they are meant") {
	// 3 x 1 pixels of two bits, with a palette whose second colour is transparent.
	static const uint8_t palette[] = { 137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 3, 0, 0, 0, 1, 2, 3, 0, 0, 0, 102, 142, 252, 39, 0, 0, 0, 9, 80, 76, 84, 69, 255, 0, 0, 0, 255, 0, 0, 0, 255, 45, 74, 205, 138, 0, 0, 0, 2, 116, 82, 78, 83, 255, 0, 229, 183, 48, 74, 0, 0, 0, 10, 73, 68, 65, 84, 120, 156, 99, 144, 0, 0, 0, 26, 0, 25, 45, 136, 244, 54, 0, 0, 0, 0, 73, 69, 78, 68, 174, 66, 96, 130 };
	PNGPicture read;
	String problem;
	REQUIRE_EQ(PNGCodec::decode(Span<uint8_t>(palette, sizeof(palette)), read, problem), OK);
	CHECK_EQ(read.channels, 4);
	CHECK(read.pixels == Vector<uint8_t>({ 255, 0, 0, 255, 0, 255, 0, 0, 0, 0, 255, 255 }));
	// 2 x 2 greys of 16 bits in three passes; they are rounded, not cut.
	static const uint8_t interlaced[] = { 137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 2, 0, 0, 0, 2, 16, 0, 0, 0, 1, 112, 74, 190, 45, 0, 0, 0, 19, 73, 68, 65, 84, 120, 156, 99, 96, 252, 207, 208, 192, 192, 240, 255, 63, 35, 3, 0, 19, 135, 3, 128, 162, 54, 136, 66, 0, 0, 0, 0, 73, 69, 78, 68, 174, 66, 96, 130 };
	REQUIRE_EQ(PNGCodec::decode(interlaced, read, problem), OK);
	CHECK_EQ(read.channels, 1);
	CHECK(read.pixels == Vector<uint8_t>({ 2, 128, 255, 1 }));
	// 3 x 1 greys of 4 bits, of which 10 is transparent.
	static const uint8_t grey[] = { 137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 3, 0, 0, 0, 1, 4, 0, 0, 0, 0, 251, 123, 166, 105, 0, 0, 0, 2, 116, 82, 78, 83, 0, 10, 150, 70, 36, 38, 0, 0, 0, 11, 73, 68, 65, 84, 120, 156, 99, 224, 250, 0, 0, 1, 7, 0, 251, 66, 243, 66, 112, 0, 0, 0, 0, 73, 69, 78, 68, 174, 66, 96, 130 };
	REQUIRE_EQ(PNGCodec::decode(grey, read, problem), OK);
	CHECK_EQ(read.channels, 2);
	CHECK(read.pixels == Vector<uint8_t>({ 0, 255, 170, 0, 255, 255 }));
	// 2 x 1 greys whose numbers say how much light there is.
	static const uint8_t linear[] = { 137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 2, 0, 0, 0, 1, 8, 0, 0, 0, 0, 209, 73, 32, 86, 0, 0, 0, 4, 103, 65, 77, 65, 0, 1, 134, 160, 49, 232, 150, 95, 0, 0, 0, 11, 73, 68, 65, 84, 120, 156, 99, 104, 248, 15, 0, 2, 2, 1, 128, 110, 86, 139, 19, 0, 0, 0, 0, 73, 69, 78, 68, 174, 66, 96, 130 };
	REQUIRE_EQ(PNGCodec::decode(linear, read, problem), OK);
	CHECK(read.pixels == Vector<uint8_t>({ 186, 255 }));
}

TEST_CASE("[Image] A small PNG cannot claim pixels that it has no room for") {
	static const uint8_t huge[] = { 137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 64, 0, 0, 0, 64, 0, 8, 6, 0, 0, 0, 169, 200, 16, 132, 0, 0, 0, 12, 73, 68, 65, 84, 120, 156, 99, 96, 160, 61, 0, 0, 0, 100, 0, 1, 134, 100, 60, 53, 0, 0, 0, 0, 73, 69, 78, 68, 174, 66, 96, 130 };
	PNGPicture read;
	String problem;
	CHECK_EQ(PNGCodec::decode(huge, read, problem), ERR_PARSE_ERROR);
	CHECK(problem.contains("too short"));
	CHECK(read.pixels.is_empty());
}

TEST_CASE("[Image] What is no picture is not encoded") {
	Vector<uint8_t> file;
	String problem;
	CHECK_EQ(PNGCodec::encode(PNGPicture{ 2, 2, 3, Vector<uint8_t>({ 1, 2, 3 }) }, file, problem), ERR_INVALID_PARAMETER);
	CHECK_EQ(PNGCodec::encode(PNGPicture{ 2, 2, 0, Vector<uint8_t>() }, file, problem), ERR_INVALID_PARAMETER);
	CHECK(file.is_empty());
	CHECK_FALSE(problem.is_empty());
}

TEST_CASE("[Image] Wrong sizes and formats are refused with an error") {
	const ExpectErrors quiet;
	CHECK(Image::create_empty(0, 1, false, Image::FORMAT_L8)->is_empty());
	CHECK(Image::create_empty(Image::MAX_WIDTH, Image::MAX_HEIGHT, false, Image::FORMAT_L8)->is_empty());
	CHECK(Image::create_empty(2, 2, false, Image::Format(20))->is_empty());
	CHECK(Image::create_empty(2, 2, false, Image::Format(-1))->is_empty());
	CHECK(Image::create_from_data(2, 2, false, Image::FORMAT_RGB8, Vector<uint8_t>({ 1, 2, 3 }))->is_empty());
	Ref<Image> empty;
	empty.instantiate();
	empty->flip_x();
	empty->resize(4, 4);
	empty->fill(Color(1, 1, 1));
	CHECK_EQ(empty->get_pixel(0, 0), Color());
	CHECK(empty->save_png_to_buffer().is_empty());
	const Ref<Image> image = Image::create_empty(4, 4, false, Image::FORMAT_RGBA8);
	image->blit_rect(image, Rect2i(-100, -100, 2147483647, 2147483647), Vector2i(-2147483647, 5));
	image->fill_rect(Rect2i(-5, -5, 2147483647, 3), Color(1, 0, 0));
	image->set_pixel(4, 0, Color());
	image->blit_rect(empty, Rect2i(0, 0, 1, 1), Vector2i());
	CHECK(image->get_region(Rect2i(100, 100, 2, 2))->is_invisible());
	image->convert(Image::Format(99));
	CHECK_EQ(image->get_format(), Image::FORMAT_RGBA8);
}

} // namespace TestImage

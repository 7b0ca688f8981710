// PNGCodec over libpng, whose errors leave it by longjmp(): what lies between setjmp() and its calls has nothing to destroy.
#include "core/io/png_codec.h"

#include <png.h>

#include <csetjmp>
#include <cstdio>
#include <cstring>

namespace {

constexpr png_alloc_size_t MOST_OF_A_CHUNK = 1 << 20; // Bytes; those of the pixels are not meant.
constexpr uint64_t MOST_OF_DEFLATE = 1032; // Bytes that one byte of it can stand for.

// What libpng's functions are given to work with.
struct Work {
	char problem[128] = "there is no memory for libpng, or it is another version than the engine was built with";
	Span<uint8_t> unread;
	Vector<uint8_t> written;
};

[[noreturn]] void fail(png_structp p_png, png_const_charp p_problem) {
	Work *work = static_cast<Work *>(png_get_error_ptr(p_png));
	snprintf(work->problem, sizeof(work->problem), "%s", p_problem);
	png_longjmp(p_png, 1);
}

// Of what can be read nevertheless.
void pass_over(png_structp, png_const_charp) {}

void read_bytes(png_structp p_png, png_bytep r_into, size_t p_size) {
	Span<uint8_t> &unread = static_cast<Work *>(png_get_io_ptr(p_png))->unread;
	if (p_size > unread.size()) {
		png_error(p_png, "the end is missing");
	}
	memcpy(r_into, unread.ptr(), p_size);
	unread = unread.subspan(p_size);
}

void write_bytes(png_structp p_png, png_bytep p_bytes, size_t p_size) {
	static_cast<Work *>(png_get_io_ptr(p_png))->written.append_span(Span<uint8_t>(p_bytes, p_size));
}

void flush(png_structp) {}

// Of texts, profiles and the like nothing is even unpacked, except of what tells how bright the numbers are meant.
void skip_what_is_no_picture(png_structp p_png) {
	static constexpr png_byte BRIGHTNESS[] = "gAMA\0sRGB";
	png_set_keep_unknown_chunks(p_png, PNG_HANDLE_CHUNK_NEVER, nullptr, -1);
	png_set_keep_unknown_chunks(p_png, PNG_HANDLE_CHUNK_AS_DEFAULT, BRIGHTNESS, 2);
	png_set_chunk_malloc_max(p_png, MOST_OF_A_CHUNK);
}

void check_size(png_structp p_png, png_infop p_info, uint64_t p_file_size) {
	const uint64_t height = png_get_image_height(p_png, p_info);
	if (png_get_image_width(p_png, p_info) * height > uint64_t(PNGCodec::MAX_PIXELS)) {
		png_error(p_png, "it has more pixels than an image can have");
	}
	if (png_get_rowbytes(p_png, p_info) * height / MOST_OF_DEFLATE > p_file_size) {
		png_error(p_png, "it is too short for so many pixels");
	}
}

// To 8 bits a channel, alpha where any pixel can have some, sRGB.
void set_transformations(png_structp p_png) {
	png_set_expand(p_png);
	png_set_scale_16(p_png);
	png_set_alpha_mode(p_png, PNG_ALPHA_PNG, PNG_DEFAULT_sRGB);
}

bool read_picture(png_structp p_png, png_infop p_info, uint64_t p_file_size, PNGPicture &r_picture) {
	if (setjmp(png_jmpbuf(p_png))) {
		return false;
	}
	png_set_user_limits(p_png, PNGCodec::MAX_PIXELS, PNGCodec::MAX_PIXELS);
	skip_what_is_no_picture(p_png);
	png_read_info(p_png, p_info);
	check_size(p_png, p_info, p_file_size);
	set_transformations(p_png);
	const int passes = png_set_interlace_handling(p_png);
	png_read_update_info(p_png, p_info);
	r_picture.width = int(png_get_image_width(p_png, p_info));
	r_picture.height = int(png_get_image_height(p_png, p_info));
	r_picture.channels = png_get_channels(p_png, p_info);
	const int64_t row = int64_t(png_get_rowbytes(p_png, p_info));
	if (r_picture.pixels.resize(row * r_picture.height) != OK) {
		png_error(p_png, "there is no memory for its pixels");
	}
	uint8_t *pixels = r_picture.pixels.ptrw();
	for (int pass = 0; pass < passes; pass++) {
		for (int y = 0; y < r_picture.height; y++) {
			png_read_row(p_png, pixels + row * y, nullptr);
		}
	}
	png_read_end(p_png, nullptr);
	return true;
}

bool write_picture(png_structp p_png, png_infop p_info, const PNGPicture &p_picture) {
	static constexpr int types[] = { 0, PNG_COLOR_TYPE_GRAY, PNG_COLOR_TYPE_GRAY_ALPHA, PNG_COLOR_TYPE_RGB, PNG_COLOR_TYPE_RGB_ALPHA };
	if (setjmp(png_jmpbuf(p_png))) {
		return false;
	}
	png_set_user_limits(p_png, PNGCodec::MAX_PIXELS, PNGCodec::MAX_PIXELS);
	png_set_IHDR(p_png, p_info, png_uint_32(p_picture.width), png_uint_32(p_picture.height), 8, types[p_picture.channels], PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
	png_write_info(p_png, p_info);
	const int64_t row = int64_t(p_picture.width) * p_picture.channels;
	for (int y = 0; y < p_picture.height; y++) {
		png_write_row(p_png, p_picture.pixels.ptr() + row * y);
	}
	png_write_end(p_png, nullptr);
	return true;
}

} // namespace

Error PNGCodec::decode(Span<uint8_t> p_bytes, PNGPicture &r_picture, String &r_problem) {
	Work work;
	work.unread = p_bytes;
	png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &work, fail, pass_over);
	png_infop info = png ? png_create_info_struct(png) : nullptr;
	bool good = false;
	if (info) {
		png_set_read_fn(png, &work, read_bytes);
		good = read_picture(png, info, p_bytes.size(), r_picture);
	}
	png_destroy_read_struct(&png, &info, nullptr);
	if (!good) {
		r_picture = PNGPicture();
		r_problem = "byte " + String::num_int64(int64_t(p_bytes.size() - work.unread.size())) + ": " + work.problem;
	}
	return good ? OK : ERR_PARSE_ERROR;
}

Error PNGCodec::encode(const PNGPicture &p_picture, Vector<uint8_t> &r_bytes, String &r_problem) {
	const bool fits = p_picture.width > 0 && p_picture.height > 0 && p_picture.channels >= 1 && p_picture.channels <= 4;
	if (!fits || int64_t(p_picture.width) * p_picture.height > MAX_PIXELS || p_picture.pixels.size() != int64_t(p_picture.width) * p_picture.height * p_picture.channels) {
		r_problem = "its size and its pixels do not fit together";
		return ERR_INVALID_PARAMETER;
	}
	Work work;
	png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &work, fail, pass_over);
	png_infop info = png ? png_create_info_struct(png) : nullptr;
	bool good = false;
	if (info) {
		png_set_write_fn(png, &work, write_bytes, flush);
		good = write_picture(png, info, p_picture);
	}
	png_destroy_write_struct(&png, &info);
	r_problem = work.problem;
	r_bytes = good ? work.written : Vector<uint8_t>();
	return good ? OK : ERR_INVALID_PARAMETER;
}

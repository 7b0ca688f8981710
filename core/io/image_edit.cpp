// What changes whole images.
#include "core/io/image.h"
#include "core/math/math_funcs.h"
#include "core/object/class_db.h"

#include <cmath>
#include <cstring>

namespace {

// Between which two pixels the middle of a pixel of another size lies, and how far in 1/256.
struct Place {
	int64_t before;
	int64_t after;
	int64_t fraction;
};

Place place_of(int p_index, int p_from, int p_to) {
	const int64_t at = CLAMP((int64_t(p_index) * 2 + 1) * p_from * 256 / (int64_t(p_to) * 2) - 128, int64_t(0), int64_t(p_from - 1) * 256);
	return Place{ at >> 8, MIN((at >> 8) + 1, int64_t(p_from - 1)), at & 255 };
}

} // namespace

template <typename F>
void Image::rearrange(int p_width, int p_height, F p_source) {
	const int size = get_pixel_size(format);
	Vector<uint8_t> moved;
	moved.resize(int64_t(p_width) * p_height * size);
	uint8_t *to = moved.ptrw();
	for (int y = 0; y < p_height; y++) {
		for (int x = 0; x < p_width; x++, to += size) {
			const Vector2i from = p_source(x, y);
			if (from.x >= 0 && from.y >= 0 && from.x < width && from.y < height) {
				memcpy(to, data.ptr() + (int64_t(from.y) * width + from.x) * size, size_t(size));
			} else {
				memset(to, 0, size_t(size));
			}
		}
	}
	become(p_width, p_height, format, moved);
}

template <typename F>
void Image::recolor(F p_change) {
	const int size = get_pixel_size(format);
	uint8_t *pixel = data.ptrw();
	for (int64_t i = 0; i < int64_t(width) * height; i++, pixel += size) {
		write(format, pixel, p_change(read(format, pixel)));
	}
	emit_changed();
}

void Image::flip_x() {
	rearrange(width, height, [this](int p_x, int p_y) { return Vector2i(width - 1 - p_x, p_y); });
}

void Image::flip_y() {
	rearrange(width, height, [this](int p_x, int p_y) { return Vector2i(p_x, height - 1 - p_y); });
}

void Image::rotate_180() {
	rearrange(width, height, [this](int p_x, int p_y) { return Vector2i(width - 1 - p_x, height - 1 - p_y); });
}

void Image::rotate_90(ClockDirection p_direction) {
	if (p_direction == CLOCKWISE) {
		rearrange(height, width, [this](int p_x, int p_y) { return Vector2i(p_y, height - 1 - p_x); });
	} else {
		rearrange(height, width, [this](int p_x, int p_y) { return Vector2i(width - 1 - p_y, p_x); });
	}
}

void Image::crop(int p_width, int p_height) {
	if (check_size(p_width, p_height, format)) {
		rearrange(p_width, p_height, [](int p_x, int p_y) { return Vector2i(p_x, p_y); });
	}
}

Ref<Image> Image::get_region(const Rect2i &p_region) const {
	Ref<Image> region;
	region.instantiate();
	if (check_size(p_region.size.x, p_region.size.y, format)) {
		region->become(width, height, format, data);
		region->rearrange(p_region.size.x, p_region.size.y, [&p_region](int p_x, int p_y) { return p_region.position + Vector2i(p_x, p_y); });
	}
	return region;
}

// --- Colours ---

void Image::convert(Format p_format) {
	ERR_FAIL_COND_MSG(get_pixel_size(p_format) == 0, vformat("Images of format %d are not supported here: only those that are not compressed.", int(p_format)));
	if (is_empty() || p_format == format) {
		return;
	}
	const int from_size = get_pixel_size(format);
	const int to_size = get_pixel_size(p_format);
	Vector<uint8_t> converted;
	converted.resize(int64_t(width) * height * to_size);
	uint8_t *to = converted.ptrw();
	const uint8_t *from = data.ptr();
	const bool to_grey = (p_format == FORMAT_L8 || p_format == FORMAT_LA8) && format >= FORMAT_R8 && format <= FORMAT_RGBA8;
	for (int64_t i = 0; i < int64_t(width) * height; i++, from += from_size, to += to_size) {
		Color color = read(format, from);
		if (to_grey) { // Bytes become grey by how bright they look.
			const float grey = (std::floor(color.get_luminance() * 255.0f + 0.5f) + 0.01f) / 255.0f;
			color = Color(grey, grey, grey, color.a);
		}
		write(p_format, to, color);
	}
	become(width, height, p_format, converted);
}

void Image::fill(const Color &p_color) {
	recolor([&p_color](const Color &) { return p_color; });
}

void Image::fill_rect(const Rect2i &p_rect, const Color &p_color) {
	const Rect2i inside = p_rect.abs().intersection(Rect2i(Vector2i(), get_size()));
	for (int y = 0; y < inside.size.y; y++) {
		for (int x = 0; x < inside.size.x; x++) {
			set_pixel(inside.position.x + x, inside.position.y + y, p_color);
		}
	}
	emit_changed();
}

Image::AlphaMode Image::detect_alpha() const {
	if (format != FORMAT_LA8 && format != FORMAT_RGBA8) {
		return ALPHA_NONE; // The others are not looked at.
	}
	const int size = get_pixel_size(format);
	AlphaMode mode = ALPHA_NONE;
	for (int64_t i = size - 1; i < data.size(); i += size) {
		if (data[i] > 0 && data[i] < 255) {
			return ALPHA_BLEND;
		}
		mode = data[i] == 0 ? ALPHA_BIT : mode;
	}
	return mode;
}

bool Image::is_invisible() const {
	return get_used_rect().size == Vector2i();
}

Rect2i Image::get_used_rect() const {
	if (format != FORMAT_LA8 && format != FORMAT_RGBA8 && format != FORMAT_RGBA4444) {
		return Rect2i(Vector2i(), get_size());
	}
	Vector2i from(width, height);
	Vector2i to(-1, -1);
	for (int y = 0; y < height; y++) {
		for (int x = 0; x < width; x++) {
			if (get_pixel(x, y).a > 0) {
				from = Vector2i(MIN(from.x, x), MIN(from.y, y));
				to = Vector2i(MAX(to.x, x), MAX(to.y, y));
			}
		}
	}
	return to.x < 0 ? Rect2i() : Rect2i(from, to - from + Vector2i(1, 1));
}

void Image::premultiply_alpha() {
	if (format == FORMAT_RGBA8) {
		uint8_t *pixel = data.ptrw();
		for (int64_t i = 0; i < data.size(); i += 4) {
			for (int k = 0; k < 3; k++) {
				pixel[i + k] = uint8_t((int(pixel[i + k]) * int(pixel[i + 3]) + 255) >> 8);
			}
		}
	}
}

void Image::srgb_to_linear() {
	ERR_FAIL_COND_MSG(format != FORMAT_RGB8 && format != FORMAT_RGBA8, "srgb_to_linear() is for RGB8 and RGBA8.");
	recolor([](const Color &p_color) { return p_color.srgb_to_linear(); });
}

void Image::linear_to_srgb() {
	ERR_FAIL_COND_MSG(format != FORMAT_RGB8 && format != FORMAT_RGBA8, "linear_to_srgb() is for RGB8 and RGBA8.");
	recolor([](const Color &p_color) { return p_color.linear_to_srgb(); });
}

void Image::adjust_bcs(float p_brightness, float p_contrast, float p_saturation) {
	recolor([&](Color p_color) {
		const float alpha = p_color.a;
		Color changed = Color(0, 0, 0, 1).lerp(p_color, p_brightness);
		changed = Color(0.5f, 0.5f, 0.5f, 1).lerp(changed, p_contrast);
		const float middle = (changed.r + changed.g + changed.b) / 3.0f;
		changed = Color(middle, middle, middle, 1).lerp(changed, p_saturation);
		changed.a = alpha;
		return changed;
	});
}

// --- Copying ---

template <typename F>
void Image::copy_rect(const Ref<Image> &p_from, const Ref<Image> &p_mask, const Rect2i &p_rect, const Vector2i &p_to, F p_put) {
	// What lies outside either image is left out.
	Rect2i rect = p_rect;
	Vector2i to = p_to;
	for (int axis = 0; axis < 2; axis++) {
		const int64_t cut = MAX(int64_t(0), -MIN(int64_t(rect.position[axis]), int64_t(to[axis])));
		const int64_t begin = rect.position[axis] + cut;
		const int64_t place = to[axis] + cut;
		const int64_t room = MIN(p_from->get_size()[axis] - begin, get_size()[axis] - place);
		const int64_t size = MIN(rect.size[axis] - cut, room);
		if (size <= 0) {
			return;
		}
		rect.position[axis] = int(begin);
		rect.size[axis] = int(size);
		to[axis] = int(place);
	}
	const Ref<Image> source = p_from.ptr() == this ? Ref<Image>(duplicate()) : p_from;
	for (int y = 0; y < rect.size.y; y++) {
		for (int x = 0; x < rect.size.x; x++) {
			const Vector2i at = rect.position + Vector2i(x, y);
			if (p_mask.is_null() || p_mask->get_pixelv(at).a != 0.0f) {
				const Color color = source->get_pixelv(at);
				p_put(to.x + x, to.y + y, color);
			}
		}
	}
	emit_changed();
}

void Image::blit_rect(const Ref<Image> &p_from, const Rect2i &p_rect, const Vector2i &p_to) {
	ERR_FAIL_COND_MSG(p_from.is_null() || p_from->is_empty() || is_empty(), "There is no image to copy from, or to.");
	ERR_FAIL_COND_MSG(p_from->format != format, "Both images need the same format. Convert one first.");
	copy_rect(p_from, Ref<Image>(), p_rect, p_to, [this](int p_x, int p_y, const Color &p_color) { set_pixel(p_x, p_y, p_color); });
}

void Image::blit_rect_mask(const Ref<Image> &p_from, const Ref<Image> &p_mask, const Rect2i &p_rect, const Vector2i &p_to) {
	ERR_FAIL_COND_MSG(p_from.is_null() || p_from->is_empty() || is_empty() || p_mask.is_null(), "There is no image to copy from, or to, or no mask.");
	ERR_FAIL_COND_MSG(p_from->get_size() != p_mask->get_size(), "The mask must be as large as the image.");
	ERR_FAIL_COND_MSG(p_from->format != format, "Both images need the same format. Convert one first.");
	copy_rect(p_from, p_mask, p_rect, p_to, [this](int p_x, int p_y, const Color &p_color) { set_pixel(p_x, p_y, p_color); });
}

void Image::blend_rect(const Ref<Image> &p_from, const Rect2i &p_rect, const Vector2i &p_to) {
	ERR_FAIL_COND_MSG(p_from.is_null() || p_from->is_empty() || is_empty(), "There is no image to copy from, or to.");
	ERR_FAIL_COND_MSG(p_from->format != format, "Both images need the same format. Convert one first.");
	copy_rect(p_from, Ref<Image>(), p_rect, p_to, [this](int p_x, int p_y, const Color &p_color) {
		if (p_color.a != 0.0f) {
			set_pixel(p_x, p_y, get_pixel(p_x, p_y).blend(p_color));
		}
	});
}

void Image::blend_rect_mask(const Ref<Image> &p_from, const Ref<Image> &p_mask, const Rect2i &p_rect, const Vector2i &p_to) {
	ERR_FAIL_COND_MSG(p_from.is_null() || p_from->is_empty() || is_empty() || p_mask.is_null(), "There is no image to copy from, or to, or no mask.");
	ERR_FAIL_COND_MSG(p_from->get_size() != p_mask->get_size(), "The mask must be as large as the image.");
	ERR_FAIL_COND_MSG(p_from->format != format, "Both images need the same format. Convert one first.");
	copy_rect(p_from, p_mask, p_rect, p_to, [this](int p_x, int p_y, const Color &p_color) {
		if (p_color.a != 0.0f) {
			set_pixel(p_x, p_y, get_pixel(p_x, p_y).blend(p_color));
		}
	});
}

// --- Sizes ---

// Along curves through the four pixels around; beyond the border the last ones go on.
Color Image::sample_cubic(const Vector2 &p_at) const {
	const int x = int(std::floor(p_at.x));
	const int y = int(std::floor(p_at.y));
	const auto at = [this](int p_x, int p_y) {
		return get_pixel(CLAMP(p_x, 0, width - 1), CLAMP(p_y, 0, height - 1));
	};
	Color result(0, 0, 0, 0);
	for (int i = 0; i < 4; i++) {
		float rows[4];
		for (int row = 0; row < 4; row++) {
			rows[row] = Math::cubic_interpolate(at(x, y - 1 + row)[i], at(x + 1, y - 1 + row)[i], at(x - 1, y - 1 + row)[i], at(x + 2, y - 1 + row)[i], float(p_at.x) - float(x));
		}
		result[i] = Math::cubic_interpolate(rows[1], rows[2], rows[0], rows[3], float(p_at.y) - float(y));
	}
	return result;
}

// With whole numbers, in steps of 1/256 between two pixels.
void Image::resize_bilinear_bytes(int p_width, int p_height) {
	const int channels = get_pixel_size(format);
	Vector<uint8_t> scaled;
	scaled.resize(int64_t(p_width) * p_height * channels);
	uint8_t *to = scaled.ptrw();
	for (int y = 0; y < p_height; y++) {
		const Place row = place_of(y, height, p_height);
		for (int x = 0; x < p_width; x++) {
			const Place column = place_of(x, width, p_width);
			for (int i = 0; i < channels; i++) {
				const auto at = [&](int64_t p_x, int64_t p_y) {
					return int64_t(data[(p_y * width + p_x) * channels + i]) << 8;
				};
				const int64_t up = at(column.before, row.before) + (((at(column.after, row.before) - at(column.before, row.before)) * column.fraction) >> 8);
				const int64_t down = at(column.before, row.after) + (((at(column.after, row.after) - at(column.before, row.after)) * column.fraction) >> 8);
				*to++ = uint8_t((up + (((down - up) * row.fraction) >> 8)) >> 8);
			}
		}
	}
	become(p_width, p_height, format, scaled);
}

void Image::resize(int p_width, int p_height, Interpolation p_interpolation) {
	if (is_empty() || !check_size(p_width, p_height, format) || (p_width == width && p_height == height)) {
		return;
	}
	if (p_interpolation == INTERPOLATE_NEAREST) {
		rearrange(p_width, p_height, [&](int p_x, int p_y) { return Vector2i(int((int64_t(p_x) * 2 + 1) * width / (int64_t(p_width) * 2)), int((int64_t(p_y) * 2 + 1) * height / (int64_t(p_height) * 2))); });
		return;
	}
	if (format <= FORMAT_RGBA8 && p_interpolation != INTERPOLATE_CUBIC && p_interpolation != INTERPOLATE_LANCZOS) {
		resize_bilinear_bytes(p_width, p_height);
		return;
	}
	const bool cubic = p_interpolation == INTERPOLATE_CUBIC || p_interpolation == INTERPOLATE_LANCZOS;
	const Vector2 scale(real_t(width) / real_t(p_width), real_t(height) / real_t(p_height));
	Vector<uint8_t> scaled;
	const int size = get_pixel_size(format);
	scaled.resize(int64_t(p_width) * p_height * size);
	uint8_t *to = scaled.ptrw();
	for (int y = 0; y < p_height; y++) {
		const Place row = place_of(y, height, p_height);
		for (int x = 0; x < p_width; x++, to += size) {
			if (cubic) {
				write(format, to, sample_cubic(Vector2((real_t(x) + real_t(0.5)) * scale.x - real_t(0.5), (real_t(y) + real_t(0.5)) * scale.y - real_t(0.5))));
				continue;
			}
			const Place column = place_of(x, width, p_width);
			const auto at = [this](int64_t p_x, int64_t p_y) {
				return get_pixel(int(p_x), int(p_y));
			};
			const float along = float(column.fraction) / 256.0f;
			const Color up = at(column.before, row.before).lerp(at(column.after, row.before), along);
			const Color down = at(column.before, row.after).lerp(at(column.after, row.after), along);
			write(format, to, up.lerp(down, float(row.fraction) / 256.0f));
		}
	}
	become(p_width, p_height, format, scaled);
}

void Image::resize_to_po2(bool p_square, Interpolation p_interpolation) {
	const auto power = [](int p_size) {
		int result = 1;
		while (result < p_size) {
			result *= 2;
		}
		return result;
	};
	const int wide = power(width);
	const int high = power(height);
	resize(p_square ? MAX(wide, high) : wide, p_square ? MAX(wide, high) : high, p_interpolation);
}

void Image::shrink_x2() {
	if (is_empty()) {
		return;
	}
	const int wide = MAX(width / 2, 1);
	const int high = MAX(height / 2, 1);
	const int size = get_pixel_size(format);
	Vector<uint8_t> scaled;
	scaled.resize(int64_t(wide) * high * size);
	for (int y = 0; y < high; y++) {
		for (int x = 0; x < wide; x++) {
			const auto at = [&](int p_dx, int p_dy) {
				return (int64_t(MIN(y * 2 + p_dy, height - 1)) * width + MIN(x * 2 + p_dx, width - 1)) * size;
			};
			uint8_t *to = scaled.ptrw() + (int64_t(y) * wide + x) * size;
			if (format <= FORMAT_RGBA8) {
				for (int i = 0; i < size; i++) {
					to[i] = uint8_t((data[at(0, 0) + i] + data[at(1, 0) + i] + data[at(0, 1) + i] + data[at(1, 1) + i] + 2) / 4);
				}
				continue;
			}
			Color sum(0, 0, 0, 0);
			for (int i = 0; i < 4; i++) {
				sum = sum + read(format, data.ptr() + at(i & 1, i >> 1)) * 0.25f;
			}
			write(format, to, sum);
		}
	}
	become(wide, high, format, scaled);
}

void Image::bind_edits() {
	ClassDB::bind_method(D_METHOD("resize_to_po2", "square", "interpolation"), &Image::resize_to_po2, DEFVAL(false), DEFVAL(INTERPOLATE_BILINEAR));
	ClassDB::bind_method(D_METHOD("resize", "width", "height", "interpolation"), &Image::resize, DEFVAL(INTERPOLATE_BILINEAR));
	ClassDB::bind_method(D_METHOD("shrink_x2"), &Image::shrink_x2);
	ClassDB::bind_method(D_METHOD("crop", "width", "height"), &Image::crop);
	ClassDB::bind_method(D_METHOD("flip_x"), &Image::flip_x);
	ClassDB::bind_method(D_METHOD("flip_y"), &Image::flip_y);
	ClassDB::bind_method(D_METHOD("detect_alpha"), &Image::detect_alpha);
	ClassDB::bind_method(D_METHOD("is_invisible"), &Image::is_invisible);
	ClassDB::bind_method(D_METHOD("rotate_90", "direction"), &Image::rotate_90);
	ClassDB::bind_method(D_METHOD("rotate_180"), &Image::rotate_180);
	ClassDB::bind_method(D_METHOD("premultiply_alpha"), &Image::premultiply_alpha);
	ClassDB::bind_method(D_METHOD("srgb_to_linear"), &Image::srgb_to_linear);
	ClassDB::bind_method(D_METHOD("linear_to_srgb"), &Image::linear_to_srgb);
	ClassDB::bind_method(D_METHOD("blit_rect", "src", "src_rect", "dst"), &Image::blit_rect);
	ClassDB::bind_method(D_METHOD("blit_rect_mask", "src", "mask", "src_rect", "dst"), &Image::blit_rect_mask);
	ClassDB::bind_method(D_METHOD("blend_rect", "src", "src_rect", "dst"), &Image::blend_rect);
	ClassDB::bind_method(D_METHOD("blend_rect_mask", "src", "mask", "src_rect", "dst"), &Image::blend_rect_mask);
	ClassDB::bind_method(D_METHOD("fill", "color"), &Image::fill);
	ClassDB::bind_method(D_METHOD("fill_rect", "rect", "color"), &Image::fill_rect);
	ClassDB::bind_method(D_METHOD("get_used_rect"), &Image::get_used_rect);
	ClassDB::bind_method(D_METHOD("get_region", "region"), &Image::get_region);
	ClassDB::bind_method(D_METHOD("adjust_bcs", "brightness", "contrast", "saturation"), &Image::adjust_bcs);
}

// Formats, single pixels, files. What changes whole images is in image_edit.cpp.
#include "core/io/image.h"

#include "core/io/file_access.h"
#include "core/io/marshalls.h"
#include "core/io/png_codec.h"
#include "core/object/class_db.h"

#include <cmath>

namespace {

enum Kind : uint8_t {
	KIND_BYTES,
	KIND_FLOATS,
	KIND_HALVES,
	KIND_SPECIAL,
};

struct FormatFacts {
	const char *name; // As files call it.
	uint8_t size; // Bytes a pixel.
	uint8_t channels;
	Kind kind;
};
constexpr FormatFacts formats[Image::FORMAT_COUNT] = {
	{ "Lum8", 1, 1, KIND_SPECIAL },
	{ "LumAlpha8", 2, 2, KIND_SPECIAL },
	{ "Red8", 1, 1, KIND_BYTES },
	{ "RedGreen", 2, 2, KIND_BYTES },
	{ "RGB8", 3, 3, KIND_BYTES },
	{ "RGBA8", 4, 4, KIND_BYTES },
	{ "RGBA4444", 2, 4, KIND_SPECIAL },
	{ "RGBA5551", 2, 3, KIND_SPECIAL },
	{ "RFloat", 4, 1, KIND_FLOATS },
	{ "RGFloat", 8, 2, KIND_FLOATS },
	{ "RGBFloat", 12, 3, KIND_FLOATS },
	{ "RGBAFloat", 16, 4, KIND_FLOATS },
	{ "RHalf", 2, 1, KIND_HALVES },
	{ "RGHalf", 4, 2, KIND_HALVES },
	{ "RGBHalf", 6, 3, KIND_HALVES },
	{ "RGBAHalf", 8, 4, KIND_HALVES },
	{ "RGBE9995", 4, 3, KIND_SPECIAL },
};

uint8_t to_byte(float p_value) {
	return p_value > 0.0f ? uint8_t(MIN(double(p_value) * 255.0, 255.0)) : uint8_t(0); // Also of what is no number.
}

uint16_t to_bits(float p_value, int p_max) {
	return p_value > 0.0f ? uint16_t(MIN(double(p_value) * p_max, double(p_max))) : uint16_t(0);
}

float greatest(const Color &p_color) {
	return MAX(p_color.r, MAX(p_color.g, p_color.b));
}

// A half float nearer to zero, never above the value.
uint16_t to_half(float p_value) {
	uint8_t bytes[2];
	encode_half(p_value, bytes);
	if (std::abs(decode_half(bytes)) > std::abs(p_value) && std::isfinite(p_value)) {
		const uint16_t bits = uint16_t(bytes[0] | bytes[1] << 8);
		return uint16_t(bits - 1);
	}
	return uint16_t(bytes[0] | bytes[1] << 8);
}

// Nine bits for each of red, green and blue, and a common exponent of five.
uint32_t to_rgbe(const Color &p_color) {
	constexpr float LARGEST = 65408.0f;
	float parts[3] = { p_color.r, p_color.g, p_color.b };
	for (float &part : parts) {
		part = part > 0.0f ? MIN(part, LARGEST) : 0.0f;
	}
	const float top = MAX(parts[0], MAX(parts[1], parts[2]));
	int exponent = top > 0.0f ? MAX(-16, int(std::floor(std::log2(top)))) + 1 + 15 : 0;
	if (std::floor(top / std::exp2(float(exponent - 15 - 9)) + 0.5f) == 512.0f) {
		exponent++;
	}
	uint32_t bits = uint32_t(exponent) << 27;
	for (int i = 0; i < 3; i++) {
		bits |= uint32_t(std::floor(parts[i] / std::exp2(float(exponent - 15 - 9)) + 0.5f)) << (9 * i);
	}
	return bits;
}

} // namespace

int Image::get_pixel_size(Format p_format) {
	return p_format >= 0 && p_format < FORMAT_COUNT ? formats[p_format].size : 0;
}

Color Image::read(Format p_format, const uint8_t *p_pixel) {
	const FormatFacts &facts = formats[p_format];
	Color color(0, 0, 0, 1);
	const uint32_t word = facts.size == 2 ? uint32_t(p_pixel[0] | p_pixel[1] << 8) : 0;
	switch (p_format) {
		case FORMAT_L8:
		case FORMAT_LA8: {
			const float grey = float(p_pixel[0]) / 255.0f;
			return Color(grey, grey, grey, p_format == FORMAT_LA8 ? float(p_pixel[1]) / 255.0f : 1.0f);
		}
		case FORMAT_RGBA4444:
			return Color(float(word >> 12) / 15.0f, float(word >> 8 & 15) / 15.0f, float(word >> 4 & 15) / 15.0f, float(word & 15) / 15.0f);
		case FORMAT_RGB565:
			return Color(float(word >> 11) / 31.0f, float(word >> 5 & 63) / 63.0f, float(word & 31) / 31.0f, 1.0f);
		case FORMAT_RGBE9995:
			return Color::from_rgbe9995(uint32_t(p_pixel[0]) | uint32_t(p_pixel[1]) << 8 | uint32_t(p_pixel[2]) << 16 | uint32_t(p_pixel[3]) << 24);
		default:
			break;
	}
	for (int i = 0; i < facts.channels; i++) {
		color[i] = facts.kind == KIND_BYTES ? float(p_pixel[i]) / 255.0f : (facts.kind == KIND_FLOATS ? decode_float(p_pixel + i * 4) : decode_half(p_pixel + i * 2));
	}
	return color;
}

void Image::write(Format p_format, uint8_t *r_pixel, const Color &p_color) {
	const FormatFacts &facts = formats[p_format];
	uint32_t word = 0;
	switch (p_format) {
		case FORMAT_L8:
		case FORMAT_LA8:
			r_pixel[0] = to_byte(greatest(p_color));
			if (p_format == FORMAT_LA8) {
				r_pixel[1] = to_byte(p_color.a);
			}
			return;
		case FORMAT_RGBA4444:
			word = uint32_t(to_bits(p_color.r, 15)) << 12 | uint32_t(to_bits(p_color.g, 15)) << 8 | uint32_t(to_bits(p_color.b, 15)) << 4 | to_bits(p_color.a, 15);
			break;
		case FORMAT_RGB565:
			word = uint32_t(to_bits(p_color.r, 31)) << 11 | uint32_t(to_bits(p_color.g, 63)) << 5 | to_bits(p_color.b, 31);
			break;
		case FORMAT_RGBE9995:
			word = to_rgbe(p_color);
			break;
		default:
			for (int i = 0; i < facts.channels; i++) {
				if (facts.kind == KIND_BYTES) {
					r_pixel[i] = to_byte(p_color[i]);
				} else if (facts.kind == KIND_FLOATS) {
					encode_float(p_color[i], r_pixel + i * 4);
				} else {
					const uint16_t half = to_half(p_color[i]);
					r_pixel[i * 2] = uint8_t(half);
					r_pixel[i * 2 + 1] = uint8_t(half >> 8);
				}
			}
			return;
	}
	for (int i = 0; i < facts.size; i++) {
		r_pixel[i] = uint8_t(word >> (8 * i));
	}
}

// --- Making ---

bool Image::check_size(int p_width, int p_height, Format p_format) {
	ERR_FAIL_COND_V_MSG(p_width <= 0 || p_width > MAX_WIDTH, false, vformat("An image is 1 to %d pixels wide, not %d.", MAX_WIDTH, p_width));
	ERR_FAIL_COND_V_MSG(p_height <= 0 || p_height > MAX_HEIGHT, false, vformat("An image is 1 to %d pixels high, not %d.", MAX_HEIGHT, p_height));
	ERR_FAIL_COND_V_MSG(int64_t(p_width) * p_height > MAX_PIXELS, false, vformat("An image of %d x %d pixels has more than %d.", p_width, p_height, MAX_PIXELS));
	ERR_FAIL_COND_V_MSG(get_pixel_size(p_format) == 0, false, vformat("Images of format %d are not supported here: only those that are not compressed.", int(p_format)));
	return true;
}

void Image::become(int p_width, int p_height, Format p_format, const Vector<uint8_t> &p_data) {
	width = p_width;
	height = p_height;
	format = p_format;
	data = p_data;
	emit_changed();
}

Ref<Image> Image::create_empty(int p_width, int p_height, bool, Format p_format) {
	Ref<Image> image;
	image.instantiate();
	if (check_size(p_width, p_height, p_format)) {
		Vector<uint8_t> bytes;
		bytes.resize(int64_t(p_width) * p_height * get_pixel_size(p_format));
		bytes.fill(0);
		image->become(p_width, p_height, p_format, bytes);
	}
	return image;
}

Ref<Image> Image::create_from_data(int p_width, int p_height, bool p_mipmaps, Format p_format, const Vector<uint8_t> &p_data) {
	Ref<Image> image;
	image.instantiate();
	image->set_data(p_width, p_height, p_mipmaps, p_format, p_data);
	return image;
}

// Of data with mipmaps only the image itself is kept, which comes first.
void Image::set_data(int p_width, int p_height, bool p_mipmaps, Format p_format, const Vector<uint8_t> &p_data) {
	if (!check_size(p_width, p_height, p_format)) {
		return;
	}
	const int64_t size = int64_t(p_width) * p_height * get_pixel_size(p_format);
	ERR_FAIL_COND_MSG(p_mipmaps ? p_data.size() < size : p_data.size() != size, vformat("%d x %d pixels of format %s are %d bytes; %d were given.", p_width, p_height, formats[p_format].name, size, p_data.size()));
	become(p_width, p_height, p_format, p_mipmaps ? p_data.slice(0, size) : p_data);
}

void Image::copy_image_from(const Ref<Image> &p_from) {
	ERR_FAIL_COND_MSG(p_from.is_null(), "There is no image to copy from.");
	become(p_from->width, p_from->height, p_from->format, p_from->data);
}

// --- Pixels ---

Color Image::get_pixel(int p_x, int p_y) const {
	ERR_FAIL_INDEX_V_MSG(p_x, width, Color(), vformat("The image is %d pixels wide; there is no column %d.", width, p_x));
	ERR_FAIL_INDEX_V_MSG(p_y, height, Color(), vformat("The image is %d pixels high; there is no row %d.", height, p_y));
	return read(format, data.ptr() + (int64_t(p_y) * width + p_x) * get_pixel_size(format));
}

void Image::set_pixel(int p_x, int p_y, const Color &p_color) {
	ERR_FAIL_INDEX_MSG(p_x, width, vformat("The image is %d pixels wide; there is no column %d.", width, p_x));
	ERR_FAIL_INDEX_MSG(p_y, height, vformat("The image is %d pixels high; there is no row %d.", height, p_y));
	write(format, data.ptrw() + (int64_t(p_y) * width + p_x) * get_pixel_size(format), p_color);
}

// --- Files ---

Error Image::load_png(Span<uint8_t> p_bytes, const String &p_name) {
	static constexpr Format by_channels[] = { FORMAT_L8, FORMAT_L8, FORMAT_LA8, FORMAT_RGB8, FORMAT_RGBA8 };
	PNGPicture picture;
	String problem;
	const Error error = PNGCodec::decode(p_bytes, picture, problem);
	ERR_FAIL_COND_V_MSG(error != OK, error, vformat("%s is no PNG that can be read: %s.", p_name, problem));
	become(picture.width, picture.height, by_channels[picture.channels], picture.pixels);
	return OK;
}

Error Image::load_png_from_buffer(const Vector<uint8_t> &p_bytes) {
	ERR_FAIL_COND_V_MSG(p_bytes.is_empty(), ERR_INVALID_PARAMETER, "The buffer is empty.");
	return load_png(p_bytes, "The buffer");
}

Error Image::load(const String &p_path) {
	ERR_FAIL_COND_V_MSG(p_path.get_extension().to_lower() != "png", ERR_FILE_UNRECOGNIZED, vformat("%s cannot be read as an image: PNG files can.", p_path));
	Error error = OK;
	const Vector<uint8_t> bytes = FileAccess::get_file_as_bytes(p_path, &error);
	return error != OK ? error : load_png(bytes, p_path);
}

Ref<Image> Image::load_from_file(const String &p_path) {
	Ref<Image> image;
	image.instantiate();
	return image->load(p_path) == OK ? image : Ref<Image>();
}

Vector<uint8_t> Image::save_png_to_buffer() const {
	ERR_FAIL_COND_V_MSG(is_empty(), Vector<uint8_t>(), "An empty image cannot be saved.");
	Ref<Image> plain;
	plain.instantiate();
	plain->become(width, height, format, data);
	if (format != FORMAT_L8 && format != FORMAT_LA8 && format != FORMAT_RGB8 && format != FORMAT_RGBA8) {
		plain->convert(detect_alpha() == ALPHA_NONE ? FORMAT_RGB8 : FORMAT_RGBA8);
	}
	Vector<uint8_t> bytes;
	String problem;
	const Error error = PNGCodec::encode(PNGPicture{ width, height, formats[plain->format].channels, plain->data }, bytes, problem);
	ERR_FAIL_COND_V_MSG(error != OK, Vector<uint8_t>(), vformat("The image cannot be saved as a PNG: %s.", problem));
	return bytes;
}

Error Image::save_png(const String &p_path) const {
	const Vector<uint8_t> bytes = save_png_to_buffer();
	if (bytes.is_empty()) {
		return ERR_CANT_CREATE;
	}
	const Error error = FileAccess::save_bytes(p_path, bytes.span());
	ERR_FAIL_COND_V_MSG(error != OK, error, vformat("Cannot write \"%s\": %s. What was there before is unchanged.", p_path, error_names[error]));
	return OK;
}

void Image::_set_data(const Dictionary &p_data) {
	for (const char *key : { "width", "height", "format", "mipmaps", "data" }) {
		ERR_FAIL_COND_MSG(!p_data.has(key), vformat("The data of an image lacks its \"%s\".", key));
	}
	const String name = p_data["format"];
	for (int i = 0; i < FORMAT_COUNT; i++) {
		if (name == formats[i].name) {
			set_data(p_data["width"], p_data["height"], p_data["mipmaps"], Format(i), p_data["data"]);
			return;
		}
	}
	ERR_PRINT(vformat("Images of format \"%s\" are not supported here: only those that are not compressed.", name));
}

Dictionary Image::_get_data() const {
	Dictionary kept;
	kept["width"] = width;
	kept["height"] = height;
	kept["format"] = formats[format].name;
	kept["mipmaps"] = false;
	kept["data"] = data;
	return kept;
}

void Image::_bind_methods() {
	ClassDB::bind_method(D_METHOD("get_width"), &Image::get_width);
	ClassDB::bind_method(D_METHOD("get_height"), &Image::get_height);
	ClassDB::bind_method(D_METHOD("get_size"), &Image::get_size);
	ClassDB::bind_method(D_METHOD("has_mipmaps"), &Image::has_mipmaps);
	ClassDB::bind_method(D_METHOD("get_format"), &Image::get_format);
	ClassDB::bind_method(D_METHOD("get_data"), &Image::get_data);
	ClassDB::bind_method(D_METHOD("get_data_size"), &Image::get_data_size);
	ClassDB::bind_method(D_METHOD("convert", "format"), &Image::convert);
	ClassDB::bind_method(D_METHOD("get_mipmap_count"), &Image::get_mipmap_count);
	ClassDB::bind_method(D_METHOD("clear_mipmaps"), &Image::clear_mipmaps);
	ClassDB::bind_static_method("Image", D_METHOD("create", "width", "height", "use_mipmaps", "format"), &Image::create_empty);
	ClassDB::bind_static_method("Image", D_METHOD("create_empty", "width", "height", "use_mipmaps", "format"), &Image::create_empty);
	ClassDB::bind_static_method("Image", D_METHOD("create_from_data", "width", "height", "use_mipmaps", "format", "data"), &Image::create_from_data);
	ClassDB::bind_method(D_METHOD("set_data", "width", "height", "use_mipmaps", "format", "data"), &Image::set_data);
	ClassDB::bind_method(D_METHOD("is_empty"), &Image::is_empty);
	ClassDB::bind_method(D_METHOD("load", "path"), &Image::load);
	ClassDB::bind_static_method("Image", D_METHOD("load_from_file", "path"), &Image::load_from_file);
	ClassDB::bind_method(D_METHOD("load_png_from_buffer", "buffer"), &Image::load_png_from_buffer);
	ClassDB::bind_method(D_METHOD("save_png", "path"), &Image::save_png);
	ClassDB::bind_method(D_METHOD("save_png_to_buffer"), &Image::save_png_to_buffer);
	ClassDB::bind_method(D_METHOD("is_compressed"), &Image::is_compressed);
	ClassDB::bind_method(D_METHOD("copy_from", "src"), &Image::copy_image_from);
	ClassDB::bind_method(D_METHOD("get_pixelv", "point"), &Image::get_pixelv);
	ClassDB::bind_method(D_METHOD("get_pixel", "x", "y"), &Image::get_pixel);
	ClassDB::bind_method(D_METHOD("set_pixelv", "point", "color"), &Image::set_pixelv);
	ClassDB::bind_method(D_METHOD("set_pixel", "x", "y", "color"), &Image::set_pixel);
	ClassDB::bind_method(D_METHOD("_set_data", "data"), &Image::_set_data);
	ClassDB::bind_method(D_METHOD("_get_data"), &Image::_get_data);
	bind_edits();
	ADD_PROPERTY(PropertyInfo(Variant::DICTIONARY, "data", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_STORAGE), "_set_data", "_get_data");
	BIND_ENUM_CONSTANT(FORMAT_L8);
	BIND_ENUM_CONSTANT(FORMAT_LA8);
	BIND_ENUM_CONSTANT(FORMAT_R8);
	BIND_ENUM_CONSTANT(FORMAT_RG8);
	BIND_ENUM_CONSTANT(FORMAT_RGB8);
	BIND_ENUM_CONSTANT(FORMAT_RGBA8);
	BIND_ENUM_CONSTANT(FORMAT_RGBA4444);
	BIND_ENUM_CONSTANT(FORMAT_RGB565);
	BIND_ENUM_CONSTANT(FORMAT_RF);
	BIND_ENUM_CONSTANT(FORMAT_RGF);
	BIND_ENUM_CONSTANT(FORMAT_RGBF);
	BIND_ENUM_CONSTANT(FORMAT_RGBAF);
	BIND_ENUM_CONSTANT(FORMAT_RH);
	BIND_ENUM_CONSTANT(FORMAT_RGH);
	BIND_ENUM_CONSTANT(FORMAT_RGBH);
	BIND_ENUM_CONSTANT(FORMAT_RGBAH);
	BIND_ENUM_CONSTANT(FORMAT_RGBE9995);
	BIND_ENUM_CONSTANT(INTERPOLATE_NEAREST);
	BIND_ENUM_CONSTANT(INTERPOLATE_BILINEAR);
	BIND_ENUM_CONSTANT(INTERPOLATE_CUBIC);
	BIND_ENUM_CONSTANT(INTERPOLATE_TRILINEAR);
	BIND_ENUM_CONSTANT(INTERPOLATE_LANCZOS);
	BIND_ENUM_CONSTANT(ALPHA_NONE);
	BIND_ENUM_CONSTANT(ALPHA_BIT);
	BIND_ENUM_CONSTANT(ALPHA_BLEND);
	BIND_CONSTANT(MAX_WIDTH);
	BIND_CONSTANT(MAX_HEIGHT);
}

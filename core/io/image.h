// Image: pixels as data, in the formats that are not compressed.
#pragma once

#include "core/io/resource.h"
#include "core/math/color.h"
#include "core/math/rect2i.h"
#include "core/math/vector2.h"

// Without mipmaps: a picture that nothing draws needs none. Methods that write share their bytes with no other image.
class Image : public Resource {
	GDCLASS(Image, Resource);

public:
	// Further ones of the API are known by their numbers alone.
	enum Format : int {
		FORMAT_L8,
		FORMAT_LA8,
		FORMAT_R8,
		FORMAT_RG8,
		FORMAT_RGB8,
		FORMAT_RGBA8,
		FORMAT_RGBA4444,
		FORMAT_RGB565,
		FORMAT_RF,
		FORMAT_RGF,
		FORMAT_RGBF,
		FORMAT_RGBAF,
		FORMAT_RH,
		FORMAT_RGH,
		FORMAT_RGBH,
		FORMAT_RGBAH,
		FORMAT_RGBE9995,
		FORMAT_COUNT, // Of those that an image here can have.
	};
	enum Interpolation : int {
		INTERPOLATE_NEAREST,
		INTERPOLATE_BILINEAR,
		INTERPOLATE_CUBIC,
		INTERPOLATE_TRILINEAR,
		INTERPOLATE_LANCZOS,
	};
	enum AlphaMode : int {
		ALPHA_NONE,
		ALPHA_BIT,
		ALPHA_BLEND,
	};
	static constexpr int MAX_WIDTH = 16777216;
	static constexpr int MAX_HEIGHT = 16777216;
	static constexpr int64_t MAX_PIXELS = 268435456;

	static Ref<Image> create_empty(int p_width, int p_height, bool p_mipmaps, Format p_format);
	static Ref<Image> create_from_data(int p_width, int p_height, bool p_mipmaps, Format p_format, const Vector<uint8_t> &p_data);
	void set_data(int p_width, int p_height, bool p_mipmaps, Format p_format, const Vector<uint8_t> &p_data);
	int get_width() const { return width; }
	int get_height() const { return height; }
	Vector2i get_size() const { return Vector2i(width, height); }
	Format get_format() const { return format; }
	Vector<uint8_t> get_data() const { return data; }
	int64_t get_data_size() const { return data.size(); }
	bool is_empty() const { return data.is_empty(); }
	bool has_mipmaps() const { return false; }
	int get_mipmap_count() const { return 0; }
	bool is_compressed() const { return false; }
	void clear_mipmaps() {}
	void copy_image_from(const Ref<Image> &p_from);

	Color get_pixel(int p_x, int p_y) const;
	Color get_pixelv(const Vector2i &p_at) const { return get_pixel(p_at.x, p_at.y); }
	void set_pixel(int p_x, int p_y, const Color &p_color);
	void set_pixelv(const Vector2i &p_at, const Color &p_color) { set_pixel(p_at.x, p_at.y, p_color); }
	void fill(const Color &p_color);
	void fill_rect(const Rect2i &p_rect, const Color &p_color);
	void convert(Format p_format);
	AlphaMode detect_alpha() const;
	bool is_invisible() const;
	Rect2i get_used_rect() const;
	Ref<Image> get_region(const Rect2i &p_region) const;
	void blit_rect(const Ref<Image> &p_from, const Rect2i &p_rect, const Vector2i &p_to);
	void blit_rect_mask(const Ref<Image> &p_from, const Ref<Image> &p_mask, const Rect2i &p_rect, const Vector2i &p_to);
	void blend_rect(const Ref<Image> &p_from, const Rect2i &p_rect, const Vector2i &p_to);
	void blend_rect_mask(const Ref<Image> &p_from, const Ref<Image> &p_mask, const Rect2i &p_rect, const Vector2i &p_to);

	void resize(int p_width, int p_height, Interpolation p_interpolation = INTERPOLATE_BILINEAR);
	void resize_to_po2(bool p_square = false, Interpolation p_interpolation = INTERPOLATE_BILINEAR);
	void shrink_x2();
	void crop(int p_width, int p_height);
	void flip_x();
	void flip_y();
	void rotate_90(ClockDirection p_direction);
	void rotate_180();
	void premultiply_alpha();
	void srgb_to_linear();
	void linear_to_srgb();
	void adjust_bcs(float p_brightness, float p_contrast, float p_saturation);

	Error load(const String &p_path);
	static Ref<Image> load_from_file(const String &p_path);
	Error load_png_from_buffer(const Vector<uint8_t> &p_bytes);
	Error save_png(const String &p_path) const;
	Vector<uint8_t> save_png_to_buffer() const;

protected:
	static void _bind_methods();
	static void bind_edits();

private:
	int width = 0;
	int height = 0;
	Format format = FORMAT_L8;
	Vector<uint8_t> data;

	static int get_pixel_size(Format p_format); // Bytes; 0 for what this class cannot hold.
	static Color read(Format p_format, const uint8_t *p_pixel);
	static void write(Format p_format, uint8_t *r_pixel, const Color &p_color);
	static bool check_size(int p_width, int p_height, Format p_format);
	void become(int p_width, int p_height, Format p_format, const Vector<uint8_t> &p_data);
	// Each pixel of the result comes from one of the image: p_source(x, y) says from which.
	template <typename F>
	void rearrange(int p_width, int p_height, F p_source);
	template <typename F>
	void recolor(F p_change);
	template <typename F>
	void copy_rect(const Ref<Image> &p_from, const Ref<Image> &p_mask, const Rect2i &p_rect, const Vector2i &p_to, F p_put);
	Color sample_cubic(const Vector2 &p_at) const;
	void resize_bilinear_bytes(int p_width, int p_height);
	Error load_png(Span<uint8_t> p_bytes, const String &p_name);
	void _set_data(const Dictionary &p_data);
	Dictionary _get_data() const;
};

VARIANT_ENUM_CAST(ClockDirection);
VARIANT_ENUM_CAST(Image::Format);
VARIANT_ENUM_CAST(Image::Interpolation);
VARIANT_ENUM_CAST(Image::AlphaMode);

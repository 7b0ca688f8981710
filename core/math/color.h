// A colour as red, green, blue and opacity in single precision; 0 to 1 is the displayable range, more is allowed.
#pragma once

#include "core/typedefs.h"

class String;

struct [[nodiscard]] Color {
	union {
		struct {
			float r;
			float g;
			float b;
			float a;
		};
		float components[4];
	};

	// Opaque black.
	constexpr Color() :
			r(0), g(0), b(0), a(1) {}
	constexpr Color(float p_r, float p_g, float p_b, float p_a = 1.0f) :
			r(p_r), g(p_g), b(p_b), a(p_a) {}
	constexpr Color(const Color &p_from, float p_alpha) :
			r(p_from.r), g(p_from.g), b(p_from.b), a(p_alpha) {}
	// HTML notation or a name; what is neither reports an error and gives opaque black.
	explicit Color(const String &p_code);
	Color(const String &p_code, float p_alpha);

	// p_idx is 0 to 3, unchecked.
	_FORCE_INLINE_ float &operator[](int p_idx) { return components[p_idx]; }
	_FORCE_INLINE_ const float &operator[](int p_idx) const { return components[p_idx]; }

	constexpr Color operator+(const Color &p_c) const { return Color(r + p_c.r, g + p_c.g, b + p_c.b, a + p_c.a); }
	constexpr Color operator-(const Color &p_c) const { return Color(r - p_c.r, g - p_c.g, b - p_c.b, a - p_c.a); }
	constexpr Color operator*(const Color &p_c) const { return Color(r * p_c.r, g * p_c.g, b * p_c.b, a * p_c.a); }
	constexpr Color operator/(const Color &p_c) const { return Color(r / p_c.r, g / p_c.g, b / p_c.b, a / p_c.a); }
	constexpr Color operator*(float p_f) const { return Color(r * p_f, g * p_f, b * p_f, a * p_f); }
	constexpr Color operator/(float p_f) const { return Color(r / p_f, g / p_f, b / p_f, a / p_f); }
	// The complement: 1 minus each component, opacity included.
	constexpr Color operator-() const { return Color(1.0f - r, 1.0f - g, 1.0f - b, 1.0f - a); }
	constexpr bool operator==(const Color &p_c) const { return r == p_c.r && g == p_c.g && b == p_c.b && a == p_c.a; }
	constexpr bool operator!=(const Color &p_c) const { return !(*this == p_c); }
	// Component by component, for sorting.
	bool operator<(const Color &p_c) const;

	// Packed integers, most significant channel first as in the name; a channel outside 0 to 1 wraps.
	uint32_t to_argb32() const;
	uint32_t to_abgr32() const;
	uint32_t to_rgba32() const;
	uint64_t to_argb64() const;
	uint64_t to_abgr64() const;
	uint64_t to_rgba64() const;
	// Lower-case hexadecimal without '#'.
	String to_html(bool p_alpha = true) const;

	static Color hex(uint32_t p_hex);
	static Color hex64(uint64_t p_hex);
	// "#rgb", "#rgba", "#rrggbb", "#rrggbbaa", '#' optional. Anything but that or an empty text reports an error; both give opaque black.
	static Color html(const String &p_rgba);
	static bool html_is_valid(const String &p_color);
	// A colour name, whatever its case, spaces and punctuation; reports an error when unknown.
	static Color named(const String &p_name);
	static Color named(const String &p_name, const Color &p_default);
	static Color from_string(const String &p_string, const Color &p_default);
	static Color from_hsv(float p_h, float p_s, float p_v, float p_alpha = 1.0f);
	static Color from_ok_hsl(float p_h, float p_s, float p_l, float p_alpha = 1.0f);
	// Shared-exponent format: 9 bits for each of r, g, b from the low end, 5 bits of exponent.
	static Color from_rgbe9995(uint32_t p_rgbe);
	static Color from_rgba8(int64_t p_r8, int64_t p_g8, int64_t p_b8, int64_t p_a8 = 255);

	float get_h() const;
	float get_s() const;
	float get_v() const;
	void set_hsv(float p_h, float p_s, float p_v, float p_alpha = 1.0f);
	void set_h(float p_h) { set_hsv(p_h, get_s(), get_v(), a); }
	void set_s(float p_s) { set_hsv(get_h(), p_s, get_v(), a); }
	void set_v(float p_v) { set_hsv(get_h(), get_s(), p_v, a); }
	float get_ok_hsl_h() const;
	float get_ok_hsl_s() const;
	float get_ok_hsl_l() const;
	void set_ok_hsl(float p_h, float p_s, float p_l, float p_alpha = 1.0f);
	void set_ok_hsl_h(float p_h) { set_ok_hsl(p_h, get_ok_hsl_s(), get_ok_hsl_l(), a); }
	void set_ok_hsl_s(float p_s) { set_ok_hsl(get_ok_hsl_h(), p_s, get_ok_hsl_l(), a); }
	void set_ok_hsl_l(float p_l) { set_ok_hsl(get_ok_hsl_h(), get_ok_hsl_s(), p_l, a); }
	// 0 to 255, clamped when read and when set.
	int32_t get_r8() const;
	int32_t get_g8() const;
	int32_t get_b8() const;
	int32_t get_a8() const;
	void set_r8(int32_t p_r8) { r = float(CLAMP(p_r8, 0, 255)) / 255.0f; }
	void set_g8(int32_t p_g8) { g = float(CLAMP(p_g8, 0, 255)) / 255.0f; }
	void set_b8(int32_t p_b8) { b = float(CLAMP(p_b8, 0, 255)) / 255.0f; }
	void set_a8(int32_t p_a8) { a = float(CLAMP(p_a8, 0, 255)) / 255.0f; }

	Color clamp(const Color &p_min = Color(0, 0, 0, 0), const Color &p_max = Color(1, 1, 1, 1)) const;
	Color inverted() const { return Color(1.0f - r, 1.0f - g, 1.0f - b, a); }
	Color lerp(const Color &p_to, float p_weight) const;
	Color lightened(float p_amount) const;
	Color darkened(float p_amount) const;
	Color blend(const Color &p_over) const;
	float get_luminance() const { return 0.2126f * r + 0.7152f * g + 0.0722f * b; }
	Color srgb_to_linear() const;
	Color linear_to_srgb() const;
	bool is_equal_approx(const Color &p_to) const;

	// The named colours, also constants of the scripting API, in its order.
	struct Named {
		const char *name; // As in the API: "ALICE_BLUE".
		uint32_t rgba;
	};
	static const Named *get_named_colors(int &r_count);

	explicit operator String() const;
};

constexpr Color operator*(float p_f, const Color &p_c) {
	return p_c * p_f;
}

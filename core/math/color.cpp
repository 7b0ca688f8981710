// Colours: packing, notation and colour spaces.
#include "core/math/color.h"

#include "core/error/error_macros.h"
#include "core/math/math_funcs.h"
#include "core/math/ok_hsl.h"
#include "core/string/char_utils.h"
#include "core/string/ustring.h"

namespace {

// A channel as an integer of 8 or 16 bits. Outside 0 to 1 it wraps, as the API always did.
uint64_t packed_channel(float p_value, uint32_t p_max) {
	return uint64_t(Math::to_int64(std::round(p_value * float(p_max)))) & p_max;
}

uint64_t pack(float p_1, float p_2, float p_3, float p_4, uint32_t p_max, int p_bits) {
	uint64_t packed = packed_channel(p_1, p_max);
	for (float value : { p_2, p_3, p_4 }) {
		packed = (packed << p_bits) | packed_channel(value, p_max);
	}
	return packed;
}

int32_t channel_to_8(float p_value) {
	const float rounded = CLAMP(std::round(p_value * 255.0f), 0.0f, 255.0f);
	return Math::is_nan(rounded) ? 0 : int32_t(rounded);
}

// False, and r_color untouched, unless p_text is "#rgb", "#rgba", "#rrggbb" or "#rrggbbaa", with or without '#'.
bool parse_html(const String &p_text, Color &r_color) {
	const int64_t start = p_text.length() > 0 && p_text[0] == '#' ? 1 : 0;
	const int64_t digits = p_text.length() - start;
	if (digits != 3 && digits != 4 && digits != 6 && digits != 8) {
		return false;
	}
	const int64_t digits_per_channel = digits <= 4 ? 1 : 2;
	Color parsed;
	for (int64_t channel = 0; channel < digits / digits_per_channel; channel++) {
		int value = 0;
		for (int64_t i = 0; i < digits_per_channel; i++) {
			const int digit = hex_digit_value(p_text[start + channel * digits_per_channel + i]);
			if (digit < 0) {
				return false;
			}
			value = value * 16 + digit;
		}
		parsed[int(channel)] = float(value) / (digits_per_channel == 1 ? 15.0f : 255.0f);
	}
	r_color = parsed;
	return true;
}

// Names compare without case and without what people put between words.
String name_key(const String &p_name) {
	return p_name.replace(" ", "").replace("-", "").replace("_", "").replace("'", "").replace(".", "").to_upper();
}

bool find_named(const String &p_name, Color &r_color) {
	const String key = name_key(p_name);
	int count = 0;
	const Color::Named *named = Color::get_named_colors(count);
	for (int i = 0; i < count; i++) {
		if (String(named[i].name).replace("_", "") == key) {
			r_color = Color::hex(named[i].rgba);
			return true;
		}
	}
	return false;
}

float srgb_channel_to_linear(float p_value) {
	return p_value < 0.04045f ? p_value * (1.0f / 12.92f) : std::pow(float((double(p_value) + 0.055) * (1.0 / 1.055)), 2.4f);
}

float linear_channel_to_srgb(float p_value) {
	// The sum in double: white must stay exactly 1.
	return p_value < 0.0031308f ? 12.92f * p_value : float(1.055 * double(std::pow(p_value, 1.0f / 2.4f)) - 0.055);
}

} // namespace

Color::Color(const String &p_code) :
		Color() {
	if (!parse_html(p_code, *this)) {
		*this = named(p_code);
	}
}

Color::Color(const String &p_code, float p_alpha) :
		Color(p_code) {
	a = p_alpha;
}

bool Color::operator<(const Color &p_c) const {
	for (int i = 0; i < 4; i++) {
		if (components[i] != p_c.components[i]) {
			return components[i] < p_c.components[i];
		}
	}
	return false;
}

uint32_t Color::to_argb32() const {
	return uint32_t(pack(a, r, g, b, 0xff, 8));
}

uint32_t Color::to_abgr32() const {
	return uint32_t(pack(a, b, g, r, 0xff, 8));
}

uint32_t Color::to_rgba32() const {
	return uint32_t(pack(r, g, b, a, 0xff, 8));
}

uint64_t Color::to_argb64() const {
	return pack(a, r, g, b, 0xffff, 16);
}

uint64_t Color::to_abgr64() const {
	return pack(a, b, g, r, 0xffff, 16);
}

uint64_t Color::to_rgba64() const {
	return pack(r, g, b, a, 0xffff, 16);
}

String Color::to_html(bool p_alpha) const {
	constexpr const char *DIGITS = "0123456789abcdef";
	char text[9] = {};
	const int channels = p_alpha ? 4 : 3;
	for (int i = 0; i < channels; i++) {
		const int32_t value = channel_to_8(components[i]);
		text[i * 2] = DIGITS[value >> 4];
		text[i * 2 + 1] = DIGITS[value & 15];
	}
	return String(text);
}

Color Color::hex(uint32_t p_hex) {
	return Color(float((p_hex >> 24) & 0xff) / 255.0f, float((p_hex >> 16) & 0xff) / 255.0f, float((p_hex >> 8) & 0xff) / 255.0f, float(p_hex & 0xff) / 255.0f);
}

Color Color::hex64(uint64_t p_hex) {
	return Color(float((p_hex >> 48) & 0xffff) / 65535.0f, float((p_hex >> 32) & 0xffff) / 65535.0f, float((p_hex >> 16) & 0xffff) / 65535.0f, float(p_hex & 0xffff) / 65535.0f);
}

Color Color::html(const String &p_rgba) {
	Color color;
	if (!p_rgba.is_empty() && !parse_html(p_rgba, color)) {
		ERR_PRINT("\"" + p_rgba + "\" is no colour code: 3, 4, 6 or 8 hexadecimal digits are, after an optional '#'.");
	}
	return color;
}

bool Color::html_is_valid(const String &p_color) {
	Color ignored;
	return parse_html(p_color, ignored);
}

Color Color::named(const String &p_name) {
	Color color;
	if (!find_named(p_name, color)) {
		ERR_PRINT("\"" + p_name + "\" is neither a colour code nor the name of a colour.");
	}
	return color;
}

Color Color::named(const String &p_name, const Color &p_default) {
	Color color;
	return find_named(p_name, color) ? color : p_default;
}

Color Color::from_string(const String &p_string, const Color &p_default) {
	Color color;
	return parse_html(p_string, color) ? color : named(p_string, p_default);
}

Color Color::from_hsv(float p_h, float p_s, float p_v, float p_alpha) {
	Color color;
	color.set_hsv(p_h, p_s, p_v, p_alpha);
	return color;
}

Color Color::from_ok_hsl(float p_h, float p_s, float p_l, float p_alpha) {
	Color color;
	color.set_ok_hsl(p_h, p_s, p_l, p_alpha);
	return color;
}

Color Color::from_rgbe9995(uint32_t p_rgbe) {
	constexpr int MANTISSA_BITS = 9;
	constexpr int EXPONENT_BIAS = 15;
	const float scale = std::ldexp(1.0f, int(p_rgbe >> 27) - EXPONENT_BIAS - MANTISSA_BITS);
	return Color(float(p_rgbe & 0x1ff) * scale, float((p_rgbe >> 9) & 0x1ff) * scale, float((p_rgbe >> 18) & 0x1ff) * scale);
}

Color Color::from_rgba8(int64_t p_r8, int64_t p_g8, int64_t p_b8, int64_t p_a8) {
	return Color(float(p_r8) / 255.0f, float(p_g8) / 255.0f, float(p_b8) / 255.0f, float(p_a8) / 255.0f);
}

float Color::get_h() const {
	const float highest = MAX(MAX(r, g), b);
	const float range = highest - MIN(MIN(r, g), b);
	if (range == 0.0f) {
		return 0.0f;
	}
	float sixths;
	if (r == highest) {
		sixths = (g - b) / range; // Between yellow and magenta.
	} else if (g == highest) {
		sixths = 2.0f + (b - r) / range;
	} else {
		sixths = 4.0f + (r - g) / range;
	}
	const float h = sixths / 6.0f;
	return h < 0.0f ? h + 1.0f : h;
}

float Color::get_s() const {
	const float highest = MAX(MAX(r, g), b);
	return highest != 0.0f ? (highest - MIN(MIN(r, g), b)) / highest : 0.0f;
}

float Color::get_v() const {
	return MAX(MAX(r, g), b);
}

void Color::set_hsv(float p_h, float p_s, float p_v, float p_alpha) {
	a = p_alpha;
	if (p_s == 0.0f) {
		r = g = b = p_v;
		return;
	}
	const float sixths = std::fmod(p_h * 6.0f, 6.0f);
	const int sector = Math::is_nan(sixths) ? 5 : int(std::floor(sixths));
	const float f = sixths - float(sector);
	const float low = p_v * (1.0f - p_s);
	const float falling = p_v * (1.0f - p_s * f);
	const float rising = p_v * (1.0f - p_s * (1.0f - f));
	switch (sector) {
		case 0:
			*this = Color(p_v, rising, low, a);
			break;
		case 1:
			*this = Color(falling, p_v, low, a);
			break;
		case 2:
			*this = Color(low, p_v, rising, a);
			break;
		case 3:
			*this = Color(low, falling, p_v, a);
			break;
		case 4:
			*this = Color(rising, low, p_v, a);
			break;
		default:
			*this = Color(p_v, low, falling, a);
			break;
	}
}

float Color::get_ok_hsl_h() const {
	const float h = OkHSL::from_srgb({ r, g, b }).h;
	return Math::is_nan(h) ? 0.0f : CLAMP(h, 0.0f, 1.0f);
}

float Color::get_ok_hsl_s() const {
	const float s = OkHSL::from_srgb({ r, g, b }).s;
	return Math::is_nan(s) ? 0.0f : CLAMP(s, 0.0f, 1.0f);
}

float Color::get_ok_hsl_l() const {
	const float l = OkHSL::from_srgb({ r, g, b }).l;
	return Math::is_nan(l) ? 0.0f : CLAMP(l, 0.0f, 1.0f);
}

void Color::set_ok_hsl(float p_h, float p_s, float p_l, float p_alpha) {
	const OkHSL::RGB rgb = OkHSL::to_srgb({ p_h, p_s, p_l });
	const Color wide(rgb.r, rgb.g, rgb.b, p_alpha);
	*this = wide.clamp();
}

int32_t Color::get_r8() const {
	return channel_to_8(r);
}

int32_t Color::get_g8() const {
	return channel_to_8(g);
}

int32_t Color::get_b8() const {
	return channel_to_8(b);
}

int32_t Color::get_a8() const {
	return channel_to_8(a);
}

Color Color::clamp(const Color &p_min, const Color &p_max) const {
	return Color(CLAMP(r, p_min.r, p_max.r), CLAMP(g, p_min.g, p_max.g), CLAMP(b, p_min.b, p_max.b), CLAMP(a, p_min.a, p_max.a));
}

Color Color::lerp(const Color &p_to, float p_weight) const {
	return Color(Math::lerp(r, p_to.r, p_weight), Math::lerp(g, p_to.g, p_weight), Math::lerp(b, p_to.b, p_weight), Math::lerp(a, p_to.a, p_weight));
}

Color Color::lightened(float p_amount) const {
	return Color(r + (1.0f - r) * p_amount, g + (1.0f - g) * p_amount, b + (1.0f - b) * p_amount, a);
}

Color Color::darkened(float p_amount) const {
	const float share = 1.0f - p_amount;
	return Color(r * share, g * share, b * share, a);
}

Color Color::blend(const Color &p_over) const {
	const float below = a * (1.0f - p_over.a);
	const float alpha = below + p_over.a;
	if (alpha == 0.0f) {
		return Color(0, 0, 0, 0);
	}
	return Color((r * below + p_over.r * p_over.a) / alpha, (g * below + p_over.g * p_over.a) / alpha, (b * below + p_over.b * p_over.a) / alpha, alpha);
}

Color Color::srgb_to_linear() const {
	return Color(srgb_channel_to_linear(r), srgb_channel_to_linear(g), srgb_channel_to_linear(b), a);
}

Color Color::linear_to_srgb() const {
	return Color(linear_channel_to_srgb(r), linear_channel_to_srgb(g), linear_channel_to_srgb(b), a);
}

bool Color::is_equal_approx(const Color &p_to) const {
	return Math::is_equal_approx(r, p_to.r) && Math::is_equal_approx(g, p_to.g) && Math::is_equal_approx(b, p_to.b) && Math::is_equal_approx(a, p_to.a);
}

Color::operator String() const {
	return "(" + String::num(r, 4) + ", " + String::num(g, 4) + ", " + String::num(b, 4) + ", " + String::num(a, 4) + ")";
}

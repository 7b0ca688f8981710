// Okhsl: hue, saturation and lightness as they are perceived, inside the sRGB gamut.
// After Björn Ottosson, "Okhsv and Okhsl" (2021), https://bottosson.github.io/posts/colorpicker/.
#pragma once

namespace OkHSL {

struct HSL {
	float h;
	float s;
	float l;
};

struct RGB {
	float r;
	float g;
	float b;
};

// All values 0 to 1; the RGB ones are sRGB encoded.
RGB to_srgb(const HSL &p_hsl);
HSL from_srgb(const RGB &p_rgb);

} // namespace OkHSL

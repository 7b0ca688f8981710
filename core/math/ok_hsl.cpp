// Okhsl conversions. The matrices and polynomials are the published fits of the Oklab space and of the sRGB gamut in it:
// Copyright (c) 2021 Björn Ottosson, MIT licence; see thirdparty/oklab/LICENSE.
#include "core/math/ok_hsl.h"

#include "core/math/math_funcs.h"

namespace OkHSL {

namespace {

struct Lab {
	float l;
	float a;
	float b;
};

// A point of the gamut's triangle for one hue: lightness and chroma.
struct Cusp {
	float l;
	float c;
};

// Slopes of the triangle's sides: saturation S = C / L and T = C / (1 - L).
struct Slopes {
	float s;
	float t;
};

// Chroma at saturation 0 (its slope), at the middle and at the edge of the gamut.
struct ChromaKnots {
	float start;
	float middle;
	float edge;
};

float encode_srgb(float p_linear) {
	return p_linear <= 0.0031308f ? 12.92f * p_linear : 1.055f * std::pow(p_linear, 1.0f / 2.4f) - 0.055f;
}

float decode_srgb(float p_encoded) {
	return p_encoded <= 0.04045f ? p_encoded / 12.92f : std::pow((p_encoded + 0.055f) / 1.055f, 2.4f);
}

Lab linear_to_oklab(const RGB &p_c) {
	const float l = std::cbrt(0.4122214708f * p_c.r + 0.5363325363f * p_c.g + 0.0514459929f * p_c.b);
	const float m = std::cbrt(0.2119034982f * p_c.r + 0.6806995451f * p_c.g + 0.1073969566f * p_c.b);
	const float s = std::cbrt(0.0883024619f * p_c.r + 0.2817188376f * p_c.g + 0.6299787005f * p_c.b);
	return {
		0.2104542553f * l + 0.7936177850f * m - 0.0040720468f * s,
		1.9779984951f * l - 2.4285922050f * m + 0.4505937099f * s,
		0.0259040371f * l + 0.7827717662f * m - 0.8086757660f * s,
	};
}

RGB oklab_to_linear(const Lab &p_c) {
	const float l_root = p_c.l + 0.3963377774f * p_c.a + 0.2158037573f * p_c.b;
	const float m_root = p_c.l - 0.1055613458f * p_c.a - 0.0638541728f * p_c.b;
	const float s_root = p_c.l - 0.0894841775f * p_c.a - 1.2914855480f * p_c.b;
	const float l = l_root * l_root * l_root;
	const float m = m_root * m_root * m_root;
	const float s = s_root * s_root * s_root;
	return {
		+4.0767416621f * l - 3.3077115913f * m + 0.2309699292f * s,
		-1.2684380046f * l + 2.6097574011f * m - 0.3413193965f * s,
		-0.0041960863f * l - 0.7034186147f * m + 1.7076147010f * s,
	};
}

// The cone responses' derivatives along a hue direction.
struct ConeSlopes {
	float l;
	float m;
	float s;
	ConeSlopes(float p_a, float p_b) :
			l(0.3963377774f * p_a + 0.2158037573f * p_b),
			m(-0.1055613458f * p_a - 0.0638541728f * p_b),
			s(-0.0894841775f * p_a - 1.2914855480f * p_b) {}
};

// Where the first of r, g, b goes below zero along the hue direction (p_a, p_b), which has length 1.
float max_saturation(float p_a, float p_b) {
	struct Channel {
		float k[5];
		float l, m, s;
	};
	static constexpr Channel RED = { { 1.19086277f, 1.76576728f, 0.59662641f, 0.75515197f, 0.56771245f }, 4.0767416621f, -3.3077115913f, 0.2309699292f };
	static constexpr Channel GREEN = { { 0.73956515f, -0.45954404f, 0.08285427f, 0.12541070f, 0.14503204f }, -1.2684380046f, 2.6097574011f, -0.3413193965f };
	static constexpr Channel BLUE = { { 1.35733652f, -0.00915799f, -1.15130210f, -0.50559606f, 0.00692167f }, -0.0041960863f, -0.7034186147f, 1.7076147010f };
	const bool red_first = -1.88170328f * p_a - 0.80936493f * p_b > 1.0f;
	const bool green_first = 1.81444104f * p_a - 1.19445276f * p_b > 1.0f;
	const Channel &channel = red_first ? RED : (green_first ? GREEN : BLUE);

	float saturation = channel.k[0] + channel.k[1] * p_a + channel.k[2] * p_b + channel.k[3] * p_a * p_a + channel.k[4] * p_a * p_b;
	// One step of Halley's method makes the fit exact to float precision.
	const ConeSlopes k(p_a, p_b);
	const float l_root = 1.0f + saturation * k.l;
	const float m_root = 1.0f + saturation * k.m;
	const float s_root = 1.0f + saturation * k.s;
	const float f = channel.l * l_root * l_root * l_root + channel.m * m_root * m_root * m_root + channel.s * s_root * s_root * s_root;
	const float f1 = 3.0f * (channel.l * k.l * l_root * l_root + channel.m * k.m * m_root * m_root + channel.s * k.s * s_root * s_root);
	const float f2 = 6.0f * (channel.l * k.l * k.l * l_root + channel.m * k.m * k.m * m_root + channel.s * k.s * k.s * s_root);
	saturation -= f * f1 / (f1 * f1 - 0.5f * f * f2);
	return saturation;
}

Cusp find_cusp(float p_a, float p_b) {
	const float saturation = max_saturation(p_a, p_b);
	const RGB c = oklab_to_linear({ 1.0f, saturation * p_a, saturation * p_b });
	const float l = std::cbrt(1.0f / MAX(MAX(c.r, c.g), c.b));
	return { l, l * saturation };
}

// One Halley step towards the value 1 of a channel, as a change of the line's parameter.
float step_to_white(float p_value, float p_first, float p_second) {
	const float f = p_value - 1.0f;
	const float u = p_first / (p_first * p_first - 0.5f * f * p_second);
	return u >= 0.0f ? -f * u : 3.402823466e+38f;
}

// How far from (p_l0, 0) towards (p_l1, p_c1) the gamut ends.
float gamut_intersection(float p_a, float p_b, float p_l1, float p_c1, float p_l0, const Cusp &p_cusp) {
	if ((p_l1 - p_l0) * p_cusp.c - (p_cusp.l - p_l0) * p_c1 <= 0.0f) {
		return p_cusp.c * p_l0 / (p_c1 * p_cusp.l + p_cusp.c * (p_l0 - p_l1)); // The lower side is straight.
	}
	float t = p_cusp.c * (p_l0 - 1.0f) / (p_c1 * (p_cusp.l - 1.0f) + p_cusp.c * (p_l0 - p_l1));
	// The upper side is curved: one Halley step from the straight line.
	const ConeSlopes k(p_a, p_b);
	const float dl = p_l1 - p_l0;
	const float l_dt = dl + p_c1 * k.l;
	const float m_dt = dl + p_c1 * k.m;
	const float s_dt = dl + p_c1 * k.s;
	const float lightness = p_l0 * (1.0f - t) + t * p_l1;
	const float chroma = t * p_c1;
	const float l_root = lightness + chroma * k.l;
	const float m_root = lightness + chroma * k.m;
	const float s_root = lightness + chroma * k.s;
	const float l[3] = { l_root * l_root * l_root, 3.0f * l_dt * l_root * l_root, 6.0f * l_dt * l_dt * l_root };
	const float m[3] = { m_root * m_root * m_root, 3.0f * m_dt * m_root * m_root, 6.0f * m_dt * m_dt * m_root };
	const float s[3] = { s_root * s_root * s_root, 3.0f * s_dt * s_root * s_root, 6.0f * s_dt * s_dt * s_root };
	float rgb[3][3];
	for (int order = 0; order < 3; order++) {
		rgb[0][order] = 4.0767416621f * l[order] - 3.3077115913f * m[order] + 0.2309699292f * s[order];
		rgb[1][order] = -1.2684380046f * l[order] + 2.6097574011f * m[order] - 0.3413193965f * s[order];
		rgb[2][order] = -0.0041960863f * l[order] - 0.7034186147f * m[order] + 1.7076147010f * s[order];
	}
	float step = step_to_white(rgb[0][0], rgb[0][1], rgb[0][2]);
	for (int channel = 1; channel < 3; channel++) {
		step = MIN(step, step_to_white(rgb[channel][0], rgb[channel][1], rgb[channel][2]));
	}
	return t + step;
}

// A smooth approximation of the cusp's slopes.
Slopes middle_slopes(float p_a, float p_b) {
	const float s = 0.11516993f + 1.0f / (7.44778970f + 4.15901240f * p_b + p_a * (-2.19557347f + 1.75198401f * p_b + p_a * (-2.13704948f - 10.02301043f * p_b + p_a * (-4.24894561f + 5.38770819f * p_b + 4.69891013f * p_a))));
	const float t = 0.11239642f + 1.0f / (1.61320320f - 0.68124379f * p_b + p_a * (0.40370612f + 0.90148123f * p_b + p_a * (-0.27087943f + 0.61223990f * p_b + p_a * (0.00299215f - 0.45399568f * p_b - 0.14661872f * p_a))));
	return { s, t };
}

ChromaKnots chroma_knots(float p_l, float p_a, float p_b) {
	const Cusp cusp = find_cusp(p_a, p_b);
	const float edge = gamut_intersection(p_a, p_b, p_l, 1.0f, p_l, cusp);
	const Slopes outer = { cusp.c / cusp.l, cusp.c / (1.0f - cusp.l) };
	// Makes up for the curved upper side, which the triangle lacks.
	const float k = edge / MIN(p_l * outer.s, (1.0f - p_l) * outer.t);

	const Slopes middle = middle_slopes(p_a, p_b);
	const float low = p_l * middle.s;
	const float high = (1.0f - p_l) * middle.t;
	const float soft_middle = 0.9f * k * std::sqrt(std::sqrt(1.0f / (1.0f / (low * low * low * low) + 1.0f / (high * high * high * high))));

	// Near grey the slope must not depend on the hue.
	const float grey_low = p_l * 0.4f;
	const float grey_high = (1.0f - p_l) * 0.8f;
	const float start = std::sqrt(1.0f / (1.0f / (grey_low * grey_low) + 1.0f / (grey_high * grey_high)));
	return { start, soft_middle, edge };
}

constexpr float TOE_1 = 0.206f;
constexpr float TOE_2 = 0.03f;
constexpr float TOE_3 = (1.0f + TOE_1) / (1.0f + TOE_2);

// Lightness as estimated by the eye from Oklab's, and back.
float toe(float p_l) {
	const float shifted = TOE_3 * p_l - TOE_1;
	return 0.5f * (shifted + std::sqrt(shifted * shifted + 4.0f * TOE_2 * TOE_3 * p_l));
}

float toe_inverse(float p_l) {
	return (p_l * p_l + TOE_1 * p_l) / (TOE_3 * (p_l + TOE_2));
}

constexpr float MIDDLE = 0.8f; // The saturation that stands for the middle chroma.

} // namespace

RGB to_srgb(const HSL &p_hsl) {
	if (p_hsl.l == 1.0f) {
		return { 1.0f, 1.0f, 1.0f };
	}
	if (p_hsl.l == 0.0f) {
		return { 0.0f, 0.0f, 0.0f };
	}
	const float a = std::cos(float(Math::TAU) * p_hsl.h);
	const float b = std::sin(float(Math::TAU) * p_hsl.h);
	const float l = toe_inverse(p_hsl.l);
	const ChromaKnots knots = chroma_knots(l, a, b);
	float chroma;
	if (p_hsl.s < MIDDLE) {
		const float t = p_hsl.s / MIDDLE;
		const float k1 = MIDDLE * knots.start;
		const float k2 = 1.0f - k1 / knots.middle;
		chroma = t * k1 / (1.0f - k2 * t);
	} else {
		const float t = (p_hsl.s - MIDDLE) / (1.0f - MIDDLE);
		const float k1 = (1.0f - MIDDLE) * knots.middle * knots.middle / (MIDDLE * MIDDLE * knots.start);
		const float k2 = 1.0f - k1 / (knots.edge - knots.middle);
		chroma = knots.middle + t * k1 / (1.0f - k2 * t);
	}
	const RGB linear = oklab_to_linear({ l, chroma * a, chroma * b });
	return { encode_srgb(linear.r), encode_srgb(linear.g), encode_srgb(linear.b) };
}

HSL from_srgb(const RGB &p_rgb) {
	const Lab lab = linear_to_oklab({ decode_srgb(p_rgb.r), decode_srgb(p_rgb.g), decode_srgb(p_rgb.b) });
	const float chroma = std::sqrt(lab.a * lab.a + lab.b * lab.b);
	const float a = lab.a / chroma;
	const float b = lab.b / chroma;
	const float h = 0.5f + 0.5f * std::atan2(-lab.b, -lab.a) / float(Math::PI);
	const ChromaKnots knots = chroma_knots(lab.l, a, b);
	float s;
	if (chroma < knots.middle) {
		const float k1 = MIDDLE * knots.start;
		const float k2 = 1.0f - k1 / knots.middle;
		s = chroma / (k1 + k2 * chroma) * MIDDLE;
	} else {
		const float k1 = (1.0f - MIDDLE) * knots.middle * knots.middle / (MIDDLE * MIDDLE * knots.start);
		const float k2 = 1.0f - k1 / (knots.edge - knots.middle);
		s = MIDDLE + (1.0f - MIDDLE) * ((chroma - knots.middle) / (k1 + k2 * (chroma - knots.middle)));
	}
	return { h, s, toe(lab.l) };
}

} // namespace OkHSL

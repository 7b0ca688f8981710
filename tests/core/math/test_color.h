// Colours: notation, packing and colour spaces.
#pragma once

#include "core/math/color.h"
#include "core/math/math_funcs.h"
#include "tests/test_macros.h"

namespace TestColor {

TEST_CASE("[Math][Color] Codes with and without alpha, and names however written, are understood") {
	CHECK_EQ(Color(String("#f80")), Color(1, 136 / 255.0f, 0));
	CHECK_EQ(Color(String("ff880080")), Color(1, 136 / 255.0f, 0, 128 / 255.0f));
	CHECK_EQ(Color(String("Alice Blue")), Color::hex(0xf0f8ffff));
	CHECK_EQ(Color(String("red"), 0.5f), Color(1, 0, 0, 0.5f));
	CHECK(Color::html_is_valid("12345678"));
	CHECK_FALSE(Color::html_is_valid("#12345"));
	CHECK_FALSE(Color::html_is_valid(""));
	ExpectErrors quiet;
	CHECK_EQ(Color(String("nope")), Color());
	CHECK_EQ(Color::from_string("nope", Color(0.1f, 0.2f, 0.3f)), Color(0.1f, 0.2f, 0.3f));
}

TEST_CASE("[Math][Color] Packing puts the named channel first") {
	const Color c(1, 0.5f, 0.25f, 0);
	CHECK_EQ(c.to_rgba32(), 0xff804000u);
	CHECK_EQ(c.to_argb32(), 0x00ff8040u);
	CHECK_EQ(c.to_abgr32(), 0x004080ffu);
	CHECK_EQ(c.to_rgba64(), 0xffff800040000000u);
	CHECK_EQ(c.to_html(), String("ff804000"));
	CHECK_EQ(c.to_html(false), String("ff8040"));
	CHECK_EQ(Color::hex64(c.to_rgba64()).to_rgba64(), c.to_rgba64());
}

TEST_CASE("[Math][Color] Hue, saturation and value come back") {
	for (const Color &c : { Color(1, 0, 0), Color(0.2f, 0.9f, 0.4f), Color(0.1f, 0.2f, 0.8f), Color(0.9f, 0.1f, 0.7f) }) {
		CHECK(Color::from_hsv(c.get_h(), c.get_s(), c.get_v()).is_equal_approx(c));
	}
	CHECK_EQ(Color(0.5f, 0.5f, 0.5f).get_h(), 0.0f);
}

TEST_CASE("[Math][Color] Okhsl comes back, within the rounding of its fits") {
	for (const Color &c : { Color(0.9f, 0.1f, 0.2f), Color(0.2f, 0.7f, 0.4f), Color(0.3f, 0.3f, 0.8f) }) {
		const Color back = Color::from_ok_hsl(c.get_ok_hsl_h(), c.get_ok_hsl_s(), c.get_ok_hsl_l());
		for (int i = 0; i < 3; i++) {
			CHECK(Math::abs(back[i] - c[i]) < 0.001f);
		}
	}
	CHECK_EQ(Color::from_ok_hsl(0.3f, 1, 0), Color(0, 0, 0));
	CHECK_EQ(Color::from_ok_hsl(0.3f, 1, 1), Color(1, 1, 1));
}

TEST_CASE("[Math][Color] Linear light comes back, blending respects opacity") {
	const Color c(0.2f, 0.5f, 0.9f, 0.3f);
	CHECK(c.srgb_to_linear().linear_to_srgb().is_equal_approx(c));
	CHECK_EQ(c.blend(Color(1, 1, 1, 1)), Color(1, 1, 1, 1));
	CHECK(c.blend(Color(1, 1, 1, 0)).is_equal_approx(c));
	CHECK_EQ(Color(0, 0, 0, 0).blend(Color(1, 1, 1, 0)), Color(0, 0, 0, 0));
	CHECK_EQ(-Color(0.25f, 0, 1, 1), Color(0.75f, 1, 0, 0));
}

} // namespace TestColor

// Gradients of files whose offsets are many, or no numbers.
#pragma once

#include "core/scene/resources/gradient.h"
#include "tests/test_macros.h"

#include <limits>

namespace TestGradient {

TEST_CASE("[Gradient] Many offsets in the wrong order are sorted, and those at one place stay in theirs") {
	constexpr int count = 1 << 19;
	Vector<float> offsets;
	Vector<Color> colors;
	for (int i = 0; i < count; i++) {
		offsets.push_back(float((count - i) / 2));
		colors.push_back(Color(float(i), 0, 0));
	}
	Ref<Gradient> gradient;
	gradient.instantiate();
	gradient->set_offsets(offsets);
	gradient->set_colors(colors);
	CHECK_EQ(gradient->get_offset(0), 0.0f);
	CHECK_EQ(gradient->get_color(1).r, float(count - 3));
	CHECK_EQ(gradient->get_color(2).r, float(count - 2));
	CHECK_EQ(gradient->get_offset(count - 1), float(count / 2));
}

TEST_CASE("[Gradient] Offsets that are no numbers harm nothing") {
	const float nothing = std::numeric_limits<float>::quiet_NaN();
	Vector<float> offsets;
	for (int i = 0; i < 100; i++) {
		offsets.push_back(i % 3 == 0 ? nothing : float(100 - i));
	}
	Ref<Gradient> gradient;
	gradient.instantiate();
	gradient->set_offsets(offsets);
	CHECK_NE(gradient->sample(0.5f).a, 0.5f);
	CHECK_NE(gradient->sample(nothing).a, 0.5f);
	CHECK_EQ(gradient->get_point_count(), 100);
}

} // namespace TestGradient

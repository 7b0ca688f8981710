// Values beyond what integers and characters can hold, as curves and mixes may lead to. Meant for a build with UndefinedBehaviorSanitizer.
#pragma once

#include "core/scene/animation/animation_values.h"
#include "core/variant/variant_blend.h"
#include "tests/test_macros.h"

#include <limits>

namespace TestAnimationValues {

TEST_CASE("[Animation][Values] What no integer can hold is the smallest one") {
	const double nothing = std::numeric_limits<double>::quiet_NaN();
	for (const double fraction : { nothing, 1e300, -1e300, 1e20 }) {
		CHECK_EQ(int64_t(AnimationValues::linear(0, 10, fraction)), INT64_MIN);
		CHECK_EQ(Vector2i(AnimationValues::linear(Vector2i(0, 0), Vector2i(10, 10), fraction)), Vector2i(INT32_MIN, INT32_MIN));
		CHECK_EQ(Vector3i(AnimationValues::add_weighted(Vector3i(0, 0, 0), Vector3i(1, 1, 1), Vector3i(0, 0, 0), fraction)).x, INT32_MIN);
		CHECK_EQ(int64_t(variant_blend(0, 10, fraction)), INT64_MIN);
		CHECK_EQ(Vector2i(variant_blend(Vector2i(0, 0), Vector2i(10, 10), fraction)), Vector2i(INT32_MIN, INT32_MIN));
	}
	CHECK_EQ(int64_t(AnimationValues::linear(0, 10, 0.26)), 3);
	CHECK_EQ(Vector2i(AnimationValues::linear(Vector2i(0, 0), Vector2i(10, -10), 0.26)), Vector2i(3, -3));
}

TEST_CASE("[Animation][Values] Texts stay texts where a curve leads beyond both") {
	CHECK_EQ(String(AnimationValues::linear("az", "za", 1.0)), "za");
	const String beyond = AnimationValues::linear("a", "z", -5.0);
	CHECK_EQ(beyond.length(), 1);
	CHECK_EQ(beyond[0], char32_t(0xFFFD));
	CHECK_EQ(String(AnimationValues::linear("ab", "abcd", std::numeric_limits<double>::quiet_NaN())), "");
	CHECK_EQ(String(AnimationValues::linear("a", "z", 1e9))[0], char32_t(0x10FFFF));
}

} // namespace TestAnimationValues

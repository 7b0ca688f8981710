// Curves of files that name many points.
#pragma once

#include "core/scene/resources/curve.h"
#include "tests/test_macros.h"

namespace TestCurve {

TEST_CASE("[Curve] A million points are made at once, before those that are there") {
	Ref<Curve> curve;
	curve.instantiate();
	curve->add_point(Vector2(0.25f, 1.0f));
	curve->set_point_count(1 << 20);
	CHECK_EQ(curve->get_point_count(), 1 << 20);
	CHECK_EQ(curve->get_point_position(0), Vector2());
	CHECK_EQ(curve->get_point_position((1 << 20) - 1), Vector2(0.25f, 1.0f));
	curve->set_point_count(2);
	CHECK_EQ(curve->get_point_count(), 2);
	CHECK_EQ(curve->get_point_position(1), Vector2());
}

} // namespace TestCurve

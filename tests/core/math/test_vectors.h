// Vectors of floats and of integers.
#pragma once

#include "core/math/basis.h"
#include "core/math/math_funcs.h"
#include "core/math/vector2.h"
#include "core/math/vector2i.h"
#include "core/math/vector3.h"
#include "core/math/vector3i.h"
#include "core/math/vector4.h"
#include "core/math/vector4i.h"
#include "tests/test_macros.h"

namespace TestVectors {

TEST_CASE("[Math][Vector2] Text shows floats with a decimal point") {
	CHECK_EQ(String(Vector2(1, 2.5f)), String("(1.0, 2.5)"));
	CHECK_EQ(String(Vector2i(1, -2)), String("(1, -2)"));
	CHECK_EQ(String(Vector4(1, 2, 3, 4)), String("(1.0, 2.0, 3.0, 4.0)"));
}

TEST_CASE("[Math][Vector2] A rotation keeps the length and adds the angle") {
	const Vector2 v(3, 4);
	const Vector2 turned = v.rotated(0.5f);
	CHECK(Math::is_equal_approx(turned.length(), 5.0f));
	CHECK(Math::is_equal_approx(v.angle_to(turned), 0.5f));
	CHECK(v.rotated(0.5f).rotated(-0.5f).is_equal_approx(v));
}

TEST_CASE("[Math][Vector2] Slide and bounce need a unit normal") {
	const Vector2 v(1, -1);
	CHECK(v.slide(Vector2(0, 1)).is_equal_approx(Vector2(1, 0)));
	CHECK(v.bounce(Vector2(0, 1)).is_equal_approx(Vector2(1, 1)));
	CHECK(v.reflect(Vector2(0, 1)).is_equal_approx(Vector2(-1, -1)));
	ExpectErrors quiet;
	CHECK_EQ(v.slide(Vector2(0, 2)), Vector2());
}

TEST_CASE("[Math][Vector2] Spherical interpolation changes length evenly and never divides by zero") {
	CHECK(Vector2(1, 0).slerp(Vector2(0, 3), 0.5f).is_equal_approx(Vector2(1, 1).normalized() * 2));
	CHECK(Vector2().slerp(Vector2(2, 0), 0.5f).is_equal_approx(Vector2(1, 0)));
	CHECK(Vector3(1, 2, 3).slerp(Vector3(-1, -2, -3), 0.5f).is_equal_approx(Vector3()));
}

TEST_CASE("[Math][Vector2] Zero stays zero when normalized, and limits do not lengthen") {
	CHECK_EQ(Vector2().normalized(), Vector2());
	CHECK_EQ(Vector3().normalized(), Vector3());
	CHECK(Vector2(3, 4).limit_length(1).is_equal_approx(Vector2(0.6f, 0.8f)));
	CHECK_EQ(Vector2(3, 4).limit_length(10), Vector2(3, 4));
	CHECK_EQ(Vector2(3, 4).move_toward(Vector2(3, 5), 2), Vector2(3, 5));
}

TEST_CASE("[Math][Vector3] The cross product is perpendicular to both, any perpendicular is one") {
	const Vector3 a(1, 2, 3);
	const Vector3 b(-4, 5, 6);
	CHECK(Math::is_zero_approx(a.cross(b).dot(a)));
	CHECK(Math::is_zero_approx(a.cross(b).dot(b)));
	for (const Vector3 &v : { a, b, Vector3(1, 0, 0), Vector3(0, 1, 0), Vector3(0, 0, 1) }) {
		CHECK(v.get_any_perpendicular().is_normalized());
		CHECK(Math::is_zero_approx(v.get_any_perpendicular().dot(v)));
	}
}

TEST_CASE("[Math][Vector3] Octahedral encoding comes back") {
	for (const Vector3 &v : { Vector3(1, 2, 3), Vector3(-1, 2, -3), Vector3(0, 0, -1), Vector3(1, -1, 0.01f) }) {
		CHECK(Vector3::octahedron_decode(v.octahedron_encode()).is_equal_approx(v.normalized()));
	}
}

TEST_CASE("[Math][Vector3] The outer product has the left vector in its rows") {
	CHECK_EQ(Vector3(1, 2, 3).outer(Vector3(4, 5, 6)), Basis(4, 5, 6, 8, 10, 12, 12, 15, 18));
}

TEST_CASE("[Math][Vector4] Of equal components the last is least and the first is greatest") {
	CHECK_EQ(int(Vector4(1, 1, 1, 1).min_axis_index()), 3);
	CHECK_EQ(int(Vector4(1, 1, 1, 1).max_axis_index()), 0);
	CHECK_EQ(int(Vector4i(1, 2, 2, 1).max_axis_index()), 1);
	CHECK_EQ(int(Vector3(1, 1, 1).min_axis_index()), 2);
	CHECK_EQ(int(Vector3(1, 1, 1).max_axis_index()), 0);
}

TEST_CASE("[Math][Vector2i] Overflow wraps and division by zero gives zero") {
	CHECK_EQ(Vector2i(INT32_MAX, 1) + Vector2i(1, 1), Vector2i(INT32_MIN, 2));
	CHECK_EQ(Vector2i(7, 8) / Vector2i(2, 0), Vector2i(3, 0));
	CHECK_EQ(Vector2i(-7, 8) % Vector2i(2, 0), Vector2i(-1, 0));
	CHECK_EQ(-Vector3i(INT32_MIN, 0, 1), Vector3i(INT32_MIN, 0, -1));
	CHECK_EQ(Vector2i(65536, 65536).length_squared(), 8589934592);
	CHECK_EQ(Vector4i(INT32_MIN, INT32_MIN, 0, 0).length_squared(), INT64_MIN);
	CHECK_EQ(Vector2i(Vector2(3e9f, -2.9f)), Vector2i(INT32_MIN, -2));
	CHECK_EQ(Vector3i(7, 8, 9).snapped(Vector3i(3, 3, 4)), Vector3i(6, 9, 8));
}

TEST_CASE("[Math][Vector2] Order is lexicographic and NaN is below nothing") {
	CHECK(Vector2(1, 5) < Vector2(2, 0));
	CHECK(Vector2(1, 0) < Vector2(1, 5));
	CHECK(Vector3(1, 2, 3) <= Vector3(1, 2, 3));
	CHECK_FALSE(Vector2(real_t(Math::NaN), 0) < Vector2(1, 0));
	CHECK_FALSE(Vector2(real_t(Math::NaN), 0) >= Vector2(1, 0));
}

} // namespace TestVectors

// Rectangles, boxes, planes and camera projections.
#pragma once

#include "core/math/aabb.h"
#include "core/math/math_funcs.h"
#include "core/math/projection.h"
#include "core/math/rect2.h"
#include "core/math/rect2i.h"
#include "core/math/transform_3d.h"
#include "tests/test_macros.h"

namespace TestShapes {

TEST_CASE("[Math][Rect2] The far edges are outside, borders count only when asked") {
	const Rect2 r(0, 0, 10, 5);
	CHECK(r.has_point(Vector2(0, 0)));
	CHECK_FALSE(r.has_point(Vector2(10, 2)));
	CHECK_FALSE(r.intersects(Rect2(10, 0, 1, 1)));
	CHECK(r.intersects(Rect2(10, 0, 1, 1), true));
	CHECK(r.encloses(r));
}

TEST_CASE("[Math][Rect2] Intersection and merge agree with containment") {
	const Rect2 a(0, 0, 10, 5);
	const Rect2 b(4, -2, 10, 5);
	CHECK_EQ(a.intersection(b), Rect2(4, 0, 6, 3));
	CHECK_EQ(a.intersection(Rect2(20, 20, 1, 1)), Rect2());
	CHECK(a.merge(b).encloses(a));
	CHECK(a.merge(b).encloses(b));
	CHECK_EQ(a.grow_side(SIDE_TOP, 2), Rect2(0, -2, 10, 7));
	CHECK_EQ(Rect2(1, 1, -3, 2).abs(), Rect2(-2, 1, 3, 2));
	CHECK_EQ(String(Rect2i(1, 2, 3, 4)), String("[P: (1, 2), S: (3, 4)]"));
}

TEST_CASE("[Math][Rect2i] Overflow wraps instead of being undefined") {
	CHECK_EQ(Rect2i(INT32_MAX, 0, 1, 1).get_end(), Vector2i(INT32_MIN, 1));
	CHECK_EQ(Rect2i(0, 0, INT32_MAX, 2).get_area(), -2);
	CHECK_EQ(Rect2i(0, 0, 3, 3).get_center(), Vector2i(1, 1));
}

TEST_CASE("[Math][AABB] Segments and rays report where they enter") {
	const AABB box(Vector3(0, 0, 0), Vector3(2, 2, 2));
	Vector3 point;
	Vector3 normal;
	CHECK(box.intersects_segment(Vector3(-1, 1, 1), Vector3(5, 1, 1), &point, &normal));
	CHECK_EQ(point, Vector3(0, 1, 1));
	CHECK_EQ(normal, Vector3(-1, 0, 0));
	CHECK(box.intersects_ray(Vector3(1, 5, 1), Vector3(0, -1, 0), &point, &normal));
	CHECK_EQ(point, Vector3(1, 2, 1));
	CHECK_EQ(normal, Vector3(0, 1, 0));
	CHECK_FALSE(box.intersects_ray(Vector3(1, 5, 1), Vector3(0, 1, 0)));
	CHECK_FALSE(box.intersects_segment(Vector3(-3, 1, 1), Vector3(-1, 1, 1)));
}

TEST_CASE("[Math][AABB] Corners, support and axes") {
	const AABB box(Vector3(1, 2, 3), Vector3(4, 5, 6));
	CHECK_EQ(box.get_endpoint(0), box.position);
	CHECK_EQ(box.get_endpoint(7), box.get_end());
	CHECK_EQ(box.get_endpoint(1), Vector3(1, 2, 9));
	CHECK_EQ(box.get_support(Vector3(1, -1, 1)), Vector3(5, 2, 9));
	CHECK_EQ(box.get_longest_axis_index(), 2);
	CHECK_EQ(box.get_shortest_axis(), Vector3(1, 0, 0));
	ExpectErrors quiet;
	CHECK_EQ(box.get_endpoint(8), Vector3());
}

TEST_CASE("[Math][Plane] Three planes meet in a point that lies on each") {
	const Plane a(Vector3(1, 2, 3).normalized(), 4);
	const Plane b(Vector3(0, 1, 0), -2);
	const Plane c(Vector3(1, 0, -1).normalized(), 1);
	Vector3 point;
	CHECK(a.intersect_3(b, c, &point));
	for (const Plane &plane : { a, b, c }) {
		CHECK(plane.has_point(point, 0.0001f));
	}
	CHECK_FALSE(a.intersect_3(a, b));
	CHECK(Plane(Vector3(0, 0, 0), Vector3(1, 0, 0), Vector3(0, 0, 1)).is_equal_approx(Plane(0, 1, 0, 0)));
}

TEST_CASE("[Math][Projection] A perspective gives back what it was made of") {
	const Projection p = Projection::create_perspective(60, 1.5f, 0.1f, 100, true);
	CHECK(Math::is_equal_approx(p.get_z_near(), 0.1f));
	CHECK(p.get_z_far() == doctest::Approx(100));
	CHECK(Math::is_equal_approx(p.get_aspect(), 1.5f));
	CHECK(Math::is_equal_approx(p.get_fov(), 60.0f));
	CHECK_EQ(p.get_pixels_per_meter(100), 866);
	CHECK_FALSE(p.is_orthogonal());
	CHECK(p.get_projection_plane(Projection::PLANE_NEAR).is_equal_approx(Plane(0, 0, 1, -0.1f)));
}

TEST_CASE("[Math][Projection] The inverse undoes it, and 0 has none") {
	const Projection p = Projection::create_frustum(-1, 2, -3, 4, 0.1f, 10);
	const Projection one = p * p.inverse();
	for (int i = 0; i < 4; i++) {
		CHECK((one[i] - Projection()[i]).length() < 0.0001f);
	}
	CHECK(Math::is_equal_approx(Projection(Transform3D(Basis::from_scale(Vector3(2, 3, 4)), Vector3(1, 2, 3))).determinant(), 24.0f));
	ExpectErrors quiet;
	const Projection zero{ Vector4(), Vector4(), Vector4(), Vector4() };
	CHECK_EQ(zero.inverse(), zero);
	CHECK_EQ(Projection::create_frustum(1, 1, 1, 1, 1, 1), Projection());
}

} // namespace TestShapes

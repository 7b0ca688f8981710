// The points p with normal · p = d. The half space the normal points into is "over" the plane.
#pragma once

#include "core/math/vector3.h"

class String;

struct [[nodiscard]] Plane {
	Vector3 normal;
	real_t d = 0;

	constexpr Plane() = default;
	constexpr Plane(real_t p_a, real_t p_b, real_t p_c, real_t p_d) :
			normal(p_a, p_b, p_c), d(p_d) {}
	constexpr Plane(const Vector3 &p_normal, real_t p_d = 0.0) :
			normal(p_normal), d(p_d) {}
	constexpr Plane(const Vector3 &p_normal, const Vector3 &p_point) :
			normal(p_normal), d(p_normal.dot(p_point)) {}
	// The points run clockwise when seen from over the plane, or counter-clockwise if so ordered.
	Plane(const Vector3 &p_point1, const Vector3 &p_point2, const Vector3 &p_point3, ClockDirection p_direction = CLOCKWISE);

	void normalize();
	Plane normalized() const;
	constexpr Vector3 get_center() const { return normal * d; }
	constexpr bool is_point_over(const Vector3 &p_point) const { return normal.dot(p_point) > d; }
	constexpr real_t distance_to(const Vector3 &p_point) const { return normal.dot(p_point) - d; }
	bool has_point(const Vector3 &p_point, real_t p_tolerance = CMP_EPSILON) const;
	constexpr Vector3 project(const Vector3 &p_point) const { return p_point - normal * distance_to(p_point); }

	// False, and *r_result untouched, when there is no single point of intersection.
	bool intersect_3(const Plane &p_b, const Plane &p_c, Vector3 *r_result = nullptr) const;
	bool intersects_ray(const Vector3 &p_from, const Vector3 &p_dir, Vector3 *r_result) const;
	bool intersects_segment(const Vector3 &p_from, const Vector3 &p_to, Vector3 *r_result) const;

	bool is_equal_approx(const Plane &p_plane) const;
	bool is_finite() const;
	constexpr Plane operator-() const { return Plane(-normal, -d); }
	constexpr bool operator==(const Plane &p_plane) const { return normal == p_plane.normal && d == p_plane.d; }
	constexpr bool operator!=(const Plane &p_plane) const { return !(*this == p_plane); }

	explicit operator String() const;
};

// Planes in normal form.
#include "core/math/plane.h"

#include "core/math/math_funcs.h"
#include "core/string/ustring.h"

Plane::Plane(const Vector3 &p_point1, const Vector3 &p_point2, const Vector3 &p_point3, ClockDirection p_direction) {
	const Vector3 to_third = p_point1 - p_point3;
	const Vector3 to_second = p_point1 - p_point2;
	normal = p_direction == CLOCKWISE ? to_third.cross(to_second) : to_second.cross(to_third);
	normal.normalize();
	d = normal.dot(p_point1);
}

void Plane::normalize() {
	const real_t length = normal.length();
	if (length == 0) {
		*this = Plane();
		return;
	}
	normal /= length;
	d /= length;
}

Plane Plane::normalized() const {
	Plane p = *this;
	p.normalize();
	return p;
}

bool Plane::has_point(const Vector3 &p_point, real_t p_tolerance) const {
	return Math::abs(distance_to(p_point)) <= p_tolerance;
}

bool Plane::intersect_3(const Plane &p_b, const Plane &p_c, Vector3 *r_result) const {
	// Cramer's rule on the three plane equations.
	const Vector3 bc = p_b.normal.cross(p_c.normal);
	const real_t determinant = normal.cross(p_b.normal).dot(p_c.normal);
	if (Math::is_zero_approx(determinant)) {
		return false;
	}
	if (r_result != nullptr) {
		*r_result = (bc * d + p_c.normal.cross(normal) * p_b.d + normal.cross(p_b.normal) * p_c.d) / determinant;
	}
	return true;
}

bool Plane::intersects_ray(const Vector3 &p_from, const Vector3 &p_dir, Vector3 *r_result) const {
	const real_t slope = normal.dot(p_dir);
	if (Math::is_zero_approx(slope)) {
		return false; // Parallel.
	}
	const real_t behind = distance_to(p_from) / slope;
	if (behind > real_t(CMP_EPSILON)) {
		return false;
	}
	*r_result = p_from - p_dir * behind;
	return true;
}

bool Plane::intersects_segment(const Vector3 &p_from, const Vector3 &p_to, Vector3 *r_result) const {
	const Vector3 back = p_from - p_to;
	const real_t slope = normal.dot(back);
	if (Math::is_zero_approx(slope)) {
		return false;
	}
	const real_t share = distance_to(p_from) / slope;
	if (share < real_t(-CMP_EPSILON) || share > real_t(1.0 + CMP_EPSILON)) {
		return false;
	}
	*r_result = p_from - back * share;
	return true;
}

bool Plane::is_equal_approx(const Plane &p_plane) const {
	return normal.is_equal_approx(p_plane.normal) && Math::is_equal_approx(d, p_plane.d);
}

bool Plane::is_finite() const {
	return normal.is_finite() && Math::is_finite(d);
}

Plane::operator String() const {
	return "[N: " + String(normal) + ", D: " + String::num_real(d, false) + "]";
}

// A 3×4 matrix: a Basis and an origin. xform(p) = basis · p + origin.
#pragma once

#include "core/math/aabb.h"
#include "core/math/basis.h"
#include "core/math/plane.h"

class String;
template <typename T>
class Vector;

struct [[nodiscard]] Transform3D {
	Basis basis;
	Vector3 origin;

	constexpr Transform3D() = default;
	constexpr Transform3D(const Basis &p_basis, const Vector3 &p_origin = Vector3()) :
			basis(p_basis), origin(p_origin) {}
	constexpr Transform3D(const Vector3 &p_x_axis, const Vector3 &p_y_axis, const Vector3 &p_z_axis, const Vector3 &p_origin) :
			basis(p_x_axis, p_y_axis, p_z_axis), origin(p_origin) {}
	constexpr Transform3D(real_t p_xx, real_t p_xy, real_t p_xz, real_t p_yx, real_t p_yy, real_t p_yz, real_t p_zx, real_t p_zy, real_t p_zz, real_t p_ox, real_t p_oy, real_t p_oz) :
			basis(p_xx, p_xy, p_xz, p_yx, p_yy, p_yz, p_zx, p_zy, p_zz), origin(p_ox, p_oy, p_oz) {}

	// Transposes the basis: the inverse of a pure rotation and translation only.
	Transform3D inverse() const;
	// The inverse of any invertible transform.
	Transform3D affine_inverse() const;
	Transform3D orthonormalized() const;
	// The plain ones act in the parent's frame (from the left), the _local ones in the own frame (from the right).
	Transform3D rotated(const Vector3 &p_axis, real_t p_angle) const;
	Transform3D rotated_local(const Vector3 &p_axis, real_t p_angle) const;
	Transform3D scaled(const Vector3 &p_scale) const;
	Transform3D scaled_local(const Vector3 &p_scale) const;
	Transform3D translated(const Vector3 &p_offset) const;
	Transform3D translated_local(const Vector3 &p_offset) const;
	Transform3D looking_at(const Vector3 &p_target, const Vector3 &p_up = Vector3(0, 1, 0), bool p_use_model_front = false) const;
	Transform3D interpolate_with(const Transform3D &p_transform, real_t p_weight) const;

	Vector3 xform(const Vector3 &p_v) const;
	// Exact for rotation and translation only.
	Vector3 xform_inv(const Vector3 &p_v) const;
	AABB xform(const AABB &p_aabb) const;
	AABB xform_inv(const AABB &p_aabb) const;
	Plane xform(const Plane &p_plane) const;
	Plane xform_inv(const Plane &p_plane) const;
	Vector<Vector3> xform(const Vector<Vector3> &p_points) const;
	Vector<Vector3> xform_inv(const Vector<Vector3> &p_points) const;
	Transform3D operator*(const Transform3D &p_transform) const;
	Transform3D operator*(real_t p_f) const;
	Transform3D operator/(real_t p_f) const;

	bool is_equal_approx(const Transform3D &p_transform) const;
	bool is_finite() const;
	constexpr bool operator==(const Transform3D &p_t) const { return basis == p_t.basis && origin == p_t.origin; }
	constexpr bool operator!=(const Transform3D &p_t) const { return !(*this == p_t); }

	explicit operator String() const;
};

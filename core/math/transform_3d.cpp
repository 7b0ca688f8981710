// 3×4 matrices.
#include "core/math/transform_3d.h"

#include "core/error/error_macros.h"
#include "core/math/math_funcs.h"
#include "core/string/ustring.h"
#include "core/templates/vector.h"

namespace {

template <typename Map>
AABB bounds_of_corners(const AABB &p_aabb, Map p_map) {
	AABB bounds(p_map(p_aabb.position), Vector3());
	for (int i = 1; i < 8; i++) {
		bounds = bounds.expand(p_map(p_aabb.get_endpoint(i)));
	}
	return bounds;
}

template <typename Map>
Vector<Vector3> map_points(const Vector<Vector3> &p_points, Map p_map) {
	Vector<Vector3> mapped;
	mapped.resize(p_points.size());
	Vector3 *to = mapped.ptrw();
	for (int64_t i = 0; i < p_points.size(); i++) {
		to[i] = p_map(p_points[i]);
	}
	return mapped;
}

// Normals transform by the inverse transposed matrix, p_normal_basis.
Plane plane_through(const Vector3 &p_point, const Basis &p_normal_basis, const Vector3 &p_normal) {
	return Plane(p_normal_basis.xform(p_normal).normalized(), p_point);
}

} // namespace

Transform3D Transform3D::inverse() const {
	const Basis transposed = basis.transposed();
	return Transform3D(transposed, transposed.xform(-origin));
}

Transform3D Transform3D::affine_inverse() const {
	const Basis inverted = basis.inverse();
	return Transform3D(inverted, inverted.xform(-origin));
}

Transform3D Transform3D::orthonormalized() const {
	return Transform3D(basis.orthonormalized(), origin);
}

Transform3D Transform3D::rotated(const Vector3 &p_axis, real_t p_angle) const {
	const Basis turn(p_axis, p_angle);
	return Transform3D(turn * basis, turn.xform(origin));
}

Transform3D Transform3D::rotated_local(const Vector3 &p_axis, real_t p_angle) const {
	return Transform3D(basis * Basis(p_axis, p_angle), origin);
}

Transform3D Transform3D::scaled(const Vector3 &p_scale) const {
	return Transform3D(basis.scaled(p_scale), origin * p_scale);
}

Transform3D Transform3D::scaled_local(const Vector3 &p_scale) const {
	return Transform3D(basis.scaled_local(p_scale), origin);
}

Transform3D Transform3D::translated(const Vector3 &p_offset) const {
	return Transform3D(basis, origin + p_offset);
}

Transform3D Transform3D::translated_local(const Vector3 &p_offset) const {
	return Transform3D(basis, origin + basis.xform(p_offset));
}

Transform3D Transform3D::looking_at(const Vector3 &p_target, const Vector3 &p_up, bool p_use_model_front) const {
	ERR_FAIL_COND_V_MSG(origin.is_equal_approx(p_target), Transform3D(), "The target of looking_at() must differ from the origin.");
	return Transform3D(Basis::looking_at(p_target - origin, p_up, p_use_model_front), origin);
}

Transform3D Transform3D::interpolate_with(const Transform3D &p_transform, real_t p_weight) const {
	const Quaternion rotation = basis.get_rotation_quaternion().slerp(p_transform.basis.get_rotation_quaternion(), p_weight).normalized();
	const Vector3 scale = basis.get_scale().lerp(p_transform.basis.get_scale(), p_weight);
	return Transform3D(Basis(rotation).scaled_local(scale), origin.lerp(p_transform.origin, p_weight));
}

Vector3 Transform3D::xform(const Vector3 &p_v) const {
	return basis.xform(p_v) + origin;
}

Vector3 Transform3D::xform_inv(const Vector3 &p_v) const {
	return basis.xform_inv(p_v - origin);
}

AABB Transform3D::xform(const AABB &p_aabb) const {
	return bounds_of_corners(p_aabb, [this](const Vector3 &p_v) { return xform(p_v); });
}

AABB Transform3D::xform_inv(const AABB &p_aabb) const {
	return bounds_of_corners(p_aabb, [this](const Vector3 &p_v) { return xform_inv(p_v); });
}

Plane Transform3D::xform(const Plane &p_plane) const {
	return plane_through(xform(p_plane.normal * p_plane.d), basis.inverse().transposed(), p_plane.normal);
}

Plane Transform3D::xform_inv(const Plane &p_plane) const {
	return plane_through(affine_inverse().xform(p_plane.normal * p_plane.d), basis.transposed(), p_plane.normal);
}

Vector<Vector3> Transform3D::xform(const Vector<Vector3> &p_points) const {
	return map_points(p_points, [this](const Vector3 &p_v) { return xform(p_v); });
}

Vector<Vector3> Transform3D::xform_inv(const Vector<Vector3> &p_points) const {
	return map_points(p_points, [this](const Vector3 &p_v) { return xform_inv(p_v); });
}

Transform3D Transform3D::operator*(const Transform3D &p_transform) const {
	return Transform3D(basis * p_transform.basis, xform(p_transform.origin));
}

Transform3D Transform3D::operator*(real_t p_f) const {
	return Transform3D(basis * p_f, origin * p_f);
}

Transform3D Transform3D::operator/(real_t p_f) const {
	return Transform3D(basis / p_f, origin / p_f);
}

bool Transform3D::is_equal_approx(const Transform3D &p_transform) const {
	return basis.is_equal_approx(p_transform.basis) && origin.is_equal_approx(p_transform.origin);
}

bool Transform3D::is_finite() const {
	return basis.is_finite() && origin.is_finite();
}

Transform3D::operator String() const {
	return "[X: " + String(basis.get_column(0)) + ", Y: " + String(basis.get_column(1)) + ", Z: " + String(basis.get_column(2)) + ", O: " + String(origin) + "]";
}

// 2×3 matrices.
#include "core/math/transform_2d.h"

#include "core/error/error_macros.h"
#include "core/math/math_funcs.h"
#include "core/string/ustring.h"
#include "core/templates/vector.h"

namespace {

template <typename Map>
Rect2 bounds_of_corners(const Rect2 &p_rect, Map p_map) {
	const Vector2 end = p_rect.get_end();
	Rect2 bounds(p_map(p_rect.position), Vector2());
	for (const Vector2 &corner : { Vector2(end.x, p_rect.position.y), end, Vector2(p_rect.position.x, end.y) }) {
		bounds = bounds.expand(p_map(corner));
	}
	return bounds;
}

template <typename Map>
Vector<Vector2> map_points(const Vector<Vector2> &p_points, Map p_map) {
	Vector<Vector2> mapped;
	mapped.resize(p_points.size());
	Vector2 *to = mapped.ptrw();
	for (int64_t i = 0; i < p_points.size(); i++) {
		to[i] = p_map(p_points[i]);
	}
	return mapped;
}

} // namespace

Transform2D::Transform2D(real_t p_rotation, const Vector2 &p_position) :
		Transform2D(p_rotation, Vector2(1, 1), 0, p_position) {
}

Transform2D::Transform2D(real_t p_rotation, const Vector2 &p_scale, real_t p_skew, const Vector2 &p_position) {
	columns[0] = Vector2(Math::cos(p_rotation) * p_scale.x, Math::sin(p_rotation) * p_scale.x);
	columns[1] = Vector2(-Math::sin(p_rotation + p_skew) * p_scale.y, Math::cos(p_rotation + p_skew) * p_scale.y);
	columns[2] = p_position;
}

Transform2D Transform2D::inverse() const {
	Transform2D t(columns[0].x, columns[1].x, columns[0].y, columns[1].y, 0, 0);
	t.columns[2] = t.basis_xform(-columns[2]);
	return t;
}

Transform2D Transform2D::affine_inverse() const {
	const real_t det = determinant();
	ERR_FAIL_COND_V_MSG(det == 0, *this, "A Transform2D with determinant 0 has no inverse.");
	const real_t s = 1.0f / det;
	Transform2D t(columns[1].y * s, -columns[0].y * s, -columns[1].x * s, columns[0].x * s, 0, 0);
	t.columns[2] = t.basis_xform(-columns[2]);
	return t;
}

real_t Transform2D::get_rotation() const {
	return columns[0].angle();
}

Vector2 Transform2D::get_scale() const {
	return Vector2(columns[0].length(), SIGN(determinant()) * columns[1].length());
}

real_t Transform2D::get_skew() const {
	const real_t mirror = SIGN(determinant());
	return Math::acos(columns[0].normalized().dot(columns[1].normalized() * mirror)) - real_t(Math::PI * 0.5);
}

Transform2D Transform2D::orthonormalized() const {
	const Vector2 x_axis = columns[0].normalized();
	const Vector2 y_axis = (columns[1] - x_axis * x_axis.dot(columns[1])).normalized();
	return Transform2D(x_axis, y_axis, columns[2]);
}

Transform2D Transform2D::rotated(real_t p_angle) const {
	return Transform2D(p_angle, Vector2()) * *this;
}

Transform2D Transform2D::rotated_local(real_t p_angle) const {
	return *this * Transform2D(p_angle, Vector2());
}

Transform2D Transform2D::scaled(const Vector2 &p_scale) const {
	return Transform2D(columns[0] * p_scale, columns[1] * p_scale, columns[2] * p_scale);
}

Transform2D Transform2D::scaled_local(const Vector2 &p_scale) const {
	return Transform2D(columns[0] * p_scale.x, columns[1] * p_scale.y, columns[2]);
}

Transform2D Transform2D::translated(const Vector2 &p_offset) const {
	return Transform2D(columns[0], columns[1], columns[2] + p_offset);
}

Transform2D Transform2D::translated_local(const Vector2 &p_offset) const {
	return Transform2D(columns[0], columns[1], columns[2] + basis_xform(p_offset));
}

Transform2D Transform2D::looking_at(const Vector2 &p_target) const {
	// The angle is taken in the own frame, so that a skewed or mirrored transform still ends up facing the target.
	const Vector2 seen = affine_inverse().xform(p_target) * get_scale();
	const Transform2D upright(get_rotation(), columns[2]);
	return Transform2D(upright.get_rotation() + seen.angle(), columns[2]);
}

Transform2D Transform2D::interpolate_with(const Transform2D &p_transform, real_t p_weight) const {
	return Transform2D(Math::lerp_angle(get_rotation(), p_transform.get_rotation(), p_weight),
			get_scale().lerp(p_transform.get_scale(), p_weight),
			Math::lerp_angle(get_skew(), p_transform.get_skew(), p_weight),
			columns[2].lerp(p_transform.columns[2], p_weight));
}

Rect2 Transform2D::xform(const Rect2 &p_rect) const {
	return bounds_of_corners(p_rect, [this](const Vector2 &p_v) { return xform(p_v); });
}

Rect2 Transform2D::xform_inv(const Rect2 &p_rect) const {
	return bounds_of_corners(p_rect, [this](const Vector2 &p_v) { return xform_inv(p_v); });
}

Vector<Vector2> Transform2D::xform(const Vector<Vector2> &p_points) const {
	return map_points(p_points, [this](const Vector2 &p_v) { return xform(p_v); });
}

Vector<Vector2> Transform2D::xform_inv(const Vector<Vector2> &p_points) const {
	return map_points(p_points, [this](const Vector2 &p_v) { return xform_inv(p_v); });
}

Transform2D Transform2D::operator*(const Transform2D &p_transform) const {
	return Transform2D(basis_xform(p_transform.columns[0]), basis_xform(p_transform.columns[1]), xform(p_transform.columns[2]));
}

Transform2D Transform2D::operator*(real_t p_f) const {
	return Transform2D(columns[0] * p_f, columns[1] * p_f, columns[2] * p_f);
}

Transform2D Transform2D::operator/(real_t p_f) const {
	return Transform2D(columns[0] / p_f, columns[1] / p_f, columns[2] / p_f);
}

bool Transform2D::is_conformal() const {
	// The axes are equally long and perpendicular, in either handedness.
	const Vector2 &x_axis = columns[0];
	const Vector2 &y_axis = columns[1];
	return (Math::is_equal_approx(x_axis.x, y_axis.y) && Math::is_equal_approx(x_axis.y, -y_axis.x)) ||
			(Math::is_equal_approx(x_axis.x, -y_axis.y) && Math::is_equal_approx(x_axis.y, y_axis.x));
}

bool Transform2D::is_equal_approx(const Transform2D &p_transform) const {
	return columns[0].is_equal_approx(p_transform.columns[0]) && columns[1].is_equal_approx(p_transform.columns[1]) && columns[2].is_equal_approx(p_transform.columns[2]);
}

bool Transform2D::is_finite() const {
	return columns[0].is_finite() && columns[1].is_finite() && columns[2].is_finite();
}

Transform2D::operator String() const {
	return "[X: " + String(columns[0]) + ", Y: " + String(columns[1]) + ", O: " + String(columns[2]) + "]";
}

// A 2×3 matrix: two axes and an origin. xform(p) = x · p.x + y · p.y + origin.
#pragma once

#include "core/math/rect2.h"
#include "core/math/vector2.h"

class String;
template <typename T>
class Vector;

struct [[nodiscard]] Transform2D {
	Vector2 columns[3] = { Vector2(1, 0), Vector2(0, 1), Vector2(0, 0) };

	constexpr Transform2D() = default;
	constexpr Transform2D(real_t p_xx, real_t p_xy, real_t p_yx, real_t p_yy, real_t p_ox, real_t p_oy) :
			columns{ Vector2(p_xx, p_xy), Vector2(p_yx, p_yy), Vector2(p_ox, p_oy) } {}
	constexpr Transform2D(const Vector2 &p_x_axis, const Vector2 &p_y_axis, const Vector2 &p_origin) :
			columns{ p_x_axis, p_y_axis, p_origin } {}
	Transform2D(real_t p_rotation, const Vector2 &p_position);
	Transform2D(real_t p_rotation, const Vector2 &p_scale, real_t p_skew, const Vector2 &p_position);

	_FORCE_INLINE_ Vector2 &operator[](int p_column) { return columns[p_column]; }
	_FORCE_INLINE_ const Vector2 &operator[](int p_column) const { return columns[p_column]; }
	const Vector2 &get_origin() const { return columns[2]; }
	void set_origin(const Vector2 &p_origin) { columns[2] = p_origin; }

	// Transposes the axes: the inverse of a pure rotation and translation only.
	Transform2D inverse() const;
	// The inverse of any; a singular matrix reports an error and is returned unchanged.
	Transform2D affine_inverse() const;
	real_t determinant() const { return columns[0].x * columns[1].y - columns[0].y * columns[1].x; }
	real_t get_rotation() const;
	Vector2 get_scale() const;
	real_t get_skew() const;
	Transform2D orthonormalized() const;
	// The plain ones act in the parent's frame (from the left), the _local ones in the own frame (from the right).
	Transform2D rotated(real_t p_angle) const;
	Transform2D rotated_local(real_t p_angle) const;
	Transform2D scaled(const Vector2 &p_scale) const;
	Transform2D scaled_local(const Vector2 &p_scale) const;
	Transform2D translated(const Vector2 &p_offset) const;
	Transform2D translated_local(const Vector2 &p_offset) const;
	Transform2D looking_at(const Vector2 &p_target = Vector2()) const;
	Transform2D interpolate_with(const Transform2D &p_transform, real_t p_weight) const;

	Vector2 basis_xform(const Vector2 &p_v) const { return Vector2(columns[0].x * p_v.x + columns[1].x * p_v.y, columns[0].y * p_v.x + columns[1].y * p_v.y); }
	Vector2 basis_xform_inv(const Vector2 &p_v) const { return Vector2(columns[0].dot(p_v), columns[1].dot(p_v)); }
	Vector2 xform(const Vector2 &p_v) const { return basis_xform(p_v) + columns[2]; }
	Vector2 xform_inv(const Vector2 &p_v) const { return basis_xform_inv(p_v - columns[2]); }
	// The bounding rectangle of the four transformed corners.
	Rect2 xform(const Rect2 &p_rect) const;
	Rect2 xform_inv(const Rect2 &p_rect) const;
	Vector<Vector2> xform(const Vector<Vector2> &p_points) const;
	Vector<Vector2> xform_inv(const Vector<Vector2> &p_points) const;
	Transform2D operator*(const Transform2D &p_transform) const;
	Transform2D operator*(real_t p_f) const;
	Transform2D operator/(real_t p_f) const;

	bool is_conformal() const;
	bool is_equal_approx(const Transform2D &p_transform) const;
	bool is_finite() const;
	constexpr bool operator==(const Transform2D &p_t) const { return columns[0] == p_t.columns[0] && columns[1] == p_t.columns[1] && columns[2] == p_t.columns[2]; }
	constexpr bool operator!=(const Transform2D &p_t) const { return !(*this == p_t); }

	explicit operator String() const;
};

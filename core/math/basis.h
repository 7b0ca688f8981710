// A 3×3 matrix: rotation, scale and shear of 3D space. Stored by rows; scripts see the columns as the axes x, y, z.
#pragma once

#include "core/math/quaternion.h"
#include "core/math/vector3.h"

class String;

struct [[nodiscard]] Basis {
	Vector3 rows[3] = { Vector3(1, 0, 0), Vector3(0, 1, 0), Vector3(0, 0, 1) };

	constexpr Basis() = default;
	constexpr Basis(real_t p_xx, real_t p_xy, real_t p_xz, real_t p_yx, real_t p_yy, real_t p_yz, real_t p_zx, real_t p_zy, real_t p_zz) :
			rows{ Vector3(p_xx, p_xy, p_xz), Vector3(p_yx, p_yy, p_yz), Vector3(p_zx, p_zy, p_zz) } {}
	// Columns.
	constexpr Basis(const Vector3 &p_x_axis, const Vector3 &p_y_axis, const Vector3 &p_z_axis) :
			Basis(p_x_axis.x, p_y_axis.x, p_z_axis.x, p_x_axis.y, p_y_axis.y, p_z_axis.y, p_x_axis.z, p_y_axis.z, p_z_axis.z) {}
	Basis(const Quaternion &p_quaternion);
	// p_axis must have length 1, otherwise an error is reported and the identity made.
	Basis(const Vector3 &p_axis, real_t p_angle);

	static Basis from_scale(const Vector3 &p_scale);
	static Basis from_euler(const Vector3 &p_euler, EulerOrder p_order = EulerOrder::YXZ);
	// -Z (or +Z with p_use_model_front) points at the target.
	static Basis looking_at(const Vector3 &p_target, const Vector3 &p_up = Vector3(0, 1, 0), bool p_use_model_front = false);

	// Row access.
	_FORCE_INLINE_ Vector3 &operator[](int p_row) { return rows[p_row]; }
	_FORCE_INLINE_ const Vector3 &operator[](int p_row) const { return rows[p_row]; }
	constexpr Vector3 get_column(int p_index) const { return Vector3(rows[0].coord[p_index], rows[1].coord[p_index], rows[2].coord[p_index]); }
	void set_column(int p_index, const Vector3 &p_value);
	constexpr real_t tdotx(const Vector3 &p_v) const { return rows[0].x * p_v.x + rows[1].x * p_v.y + rows[2].x * p_v.z; }
	constexpr real_t tdoty(const Vector3 &p_v) const { return rows[0].y * p_v.x + rows[1].y * p_v.y + rows[2].y * p_v.z; }
	constexpr real_t tdotz(const Vector3 &p_v) const { return rows[0].z * p_v.x + rows[1].z * p_v.y + rows[2].z * p_v.z; }

	// A singular matrix reports an error and stays as it is.
	void invert();
	Basis inverse() const;
	Basis transposed() const;
	void orthonormalize();
	Basis orthonormalized() const;
	real_t determinant() const;
	Basis rotated(const Vector3 &p_axis, real_t p_angle) const;
	Basis scaled(const Vector3 &p_scale) const;
	Basis scaled_local(const Vector3 &p_scale) const;
	Vector3 get_scale() const;
	Vector3 get_euler(EulerOrder p_order = EulerOrder::YXZ) const;
	// Needs a pure rotation.
	Quaternion get_quaternion() const;
	// The rotation after scale and shear are taken out.
	Quaternion get_rotation_quaternion() const;
	Basis slerp(const Basis &p_to, real_t p_weight) const;

	Vector3 xform(const Vector3 &p_v) const { return Vector3(rows[0].dot(p_v), rows[1].dot(p_v), rows[2].dot(p_v)); }
	// By the transposed matrix, which is the inverse of a rotation.
	Vector3 xform_inv(const Vector3 &p_v) const { return Vector3(tdotx(p_v), tdoty(p_v), tdotz(p_v)); }
	Basis operator*(const Basis &p_b) const;
	Basis operator+(const Basis &p_b) const;
	Basis operator-(const Basis &p_b) const;
	Basis operator*(real_t p_f) const;
	Basis operator/(real_t p_f) const;

	bool is_conformal() const;
	bool is_orthogonal() const;
	bool is_orthonormal() const;
	bool is_rotation() const;
	bool is_equal_approx(const Basis &p_b) const;
	bool is_finite() const;
	constexpr bool operator==(const Basis &p_b) const { return rows[0] == p_b.rows[0] && rows[1] == p_b.rows[1] && rows[2] == p_b.rows[2]; }
	constexpr bool operator!=(const Basis &p_b) const { return !(*this == p_b); }

	explicit operator String() const;
};

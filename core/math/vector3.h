// Three single-precision components: a 3D position, direction or scale. A plain value.
#pragma once

#include "core/math/math_defs.h"

class String;
struct Basis;
struct Vector2;
struct Vector3i;

struct [[nodiscard]] Vector3 {
	enum Axis {
		AXIS_X,
		AXIS_Y,
		AXIS_Z,
		AXIS_COUNT,
	};

	union {
		struct {
			real_t x;
			real_t y;
			real_t z;
		};
		real_t coord[3];
	};

	constexpr Vector3() :
			x(0), y(0), z(0) {}
	constexpr Vector3(real_t p_x, real_t p_y, real_t p_z) :
			x(p_x), y(p_y), z(p_z) {}

	// p_axis is 0 to 2, unchecked.
	_FORCE_INLINE_ real_t &operator[](int p_axis) { return coord[p_axis]; }
	_FORCE_INLINE_ const real_t &operator[](int p_axis) const { return coord[p_axis]; }

	constexpr Vector3 operator+(const Vector3 &p_v) const { return Vector3(x + p_v.x, y + p_v.y, z + p_v.z); }
	constexpr Vector3 operator-(const Vector3 &p_v) const { return Vector3(x - p_v.x, y - p_v.y, z - p_v.z); }
	constexpr Vector3 operator*(const Vector3 &p_v) const { return Vector3(x * p_v.x, y * p_v.y, z * p_v.z); }
	constexpr Vector3 operator/(const Vector3 &p_v) const { return Vector3(x / p_v.x, y / p_v.y, z / p_v.z); }
	constexpr Vector3 operator*(real_t p_f) const { return Vector3(x * p_f, y * p_f, z * p_f); }
	constexpr Vector3 operator/(real_t p_f) const { return Vector3(x / p_f, y / p_f, z / p_f); }
	constexpr Vector3 operator-() const { return Vector3(-x, -y, -z); }
	constexpr Vector3 &operator+=(const Vector3 &p_v) { return *this = *this + p_v; }
	constexpr Vector3 &operator-=(const Vector3 &p_v) { return *this = *this - p_v; }
	constexpr Vector3 &operator*=(const Vector3 &p_v) { return *this = *this * p_v; }
	constexpr Vector3 &operator/=(const Vector3 &p_v) { return *this = *this / p_v; }
	constexpr Vector3 &operator*=(real_t p_f) { return *this = *this * p_f; }
	constexpr Vector3 &operator/=(real_t p_f) { return *this = *this / p_f; }
	constexpr bool operator==(const Vector3 &p_v) const { return x == p_v.x && y == p_v.y && z == p_v.z; }
	constexpr bool operator!=(const Vector3 &p_v) const { return !(*this == p_v); }
	// Lexicographic: x, then y, then z.
	constexpr bool operator<(const Vector3 &p_v) const { return x != p_v.x ? x < p_v.x : (y != p_v.y ? y < p_v.y : z < p_v.z); }
	constexpr bool operator>(const Vector3 &p_v) const { return x != p_v.x ? x > p_v.x : (y != p_v.y ? y > p_v.y : z > p_v.z); }
	constexpr bool operator<=(const Vector3 &p_v) const { return x != p_v.x ? x < p_v.x : (y != p_v.y ? y < p_v.y : z <= p_v.z); }
	constexpr bool operator>=(const Vector3 &p_v) const { return x != p_v.x ? x > p_v.x : (y != p_v.y ? y > p_v.y : z >= p_v.z); }

	// Radians, 0 to PI; the signed one is positive when the turn is counter-clockwise seen from the tip of p_axis.
	real_t angle_to(const Vector3 &p_to) const;
	real_t signed_angle_to(const Vector3 &p_to, const Vector3 &p_axis) const;
	// p_axis must have length 1, otherwise an error is reported and the vector returned unchanged.
	Vector3 rotated(const Vector3 &p_axis, real_t p_angle) const;

	real_t length() const;
	constexpr real_t length_squared() const { return x * x + y * y + z * z; }
	Vector3 limit_length(real_t p_length = 1.0) const;
	// The zero vector stays zero.
	void normalize();
	Vector3 normalized() const;
	bool is_normalized() const;
	real_t distance_to(const Vector3 &p_to) const;
	real_t distance_squared_to(const Vector3 &p_to) const;
	Vector3 direction_to(const Vector3 &p_to) const;
	constexpr real_t dot(const Vector3 &p_with) const { return x * p_with.x + y * p_with.y + z * p_with.z; }
	constexpr Vector3 cross(const Vector3 &p_with) const {
		return Vector3(y * p_with.z - z * p_with.y, z * p_with.x - x * p_with.z, x * p_with.y - y * p_with.x);
	}
	Basis outer(const Vector3 &p_with) const;
	Vector3 get_any_perpendicular() const; // A unit vector at a right angle to this one.
	Vector3 inverse() const { return Vector3(1.0f / x, 1.0f / y, 1.0f / z); }

	Vector3 project(const Vector3 &p_b) const;
	// The normal must have length 1, otherwise an error is reported and zero returned.
	Vector3 slide(const Vector3 &p_normal) const;
	Vector3 bounce(const Vector3 &p_normal) const;
	Vector3 reflect(const Vector3 &p_normal) const;

	Vector3 lerp(const Vector3 &p_to, real_t p_weight) const;
	Vector3 slerp(const Vector3 &p_to, real_t p_weight) const;
	Vector3 cubic_interpolate(const Vector3 &p_b, const Vector3 &p_pre_a, const Vector3 &p_post_b, real_t p_weight) const;
	Vector3 cubic_interpolate_in_time(const Vector3 &p_b, const Vector3 &p_pre_a, const Vector3 &p_post_b, real_t p_weight, real_t p_b_t, real_t p_pre_a_t, real_t p_post_b_t) const;
	Vector3 bezier_interpolate(const Vector3 &p_control_1, const Vector3 &p_control_2, const Vector3 &p_end, real_t p_t) const;
	Vector3 bezier_derivative(const Vector3 &p_control_1, const Vector3 &p_control_2, const Vector3 &p_end, real_t p_t) const;
	Vector3 move_toward(const Vector3 &p_to, real_t p_delta) const;

	// A unit direction folded onto the unit square and back (octahedral mapping).
	Vector2 octahedron_encode() const;
	static Vector3 octahedron_decode(const Vector2 &p_uv);

	Vector3 posmod(real_t p_mod) const;
	Vector3 posmodv(const Vector3 &p_modv) const;
	Vector3 floor() const;
	Vector3 ceil() const;
	Vector3 round() const;
	Vector3 abs() const;
	Vector3 sign() const;
	Vector3 clamp(const Vector3 &p_min, const Vector3 &p_max) const;
	Vector3 clampf(real_t p_min, real_t p_max) const;
	Vector3 snapped(const Vector3 &p_step) const;
	Vector3 snappedf(real_t p_step) const;
	Vector3 min(const Vector3 &p_with) const;
	Vector3 minf(real_t p_with) const;
	Vector3 max(const Vector3 &p_with) const;
	Vector3 maxf(real_t p_with) const;
	Axis min_axis_index() const { return x < y ? (x < z ? AXIS_X : AXIS_Z) : (y < z ? AXIS_Y : AXIS_Z); }
	Axis max_axis_index() const { return x < y ? (y < z ? AXIS_Z : AXIS_Y) : (x < z ? AXIS_Z : AXIS_X); }

	bool is_equal_approx(const Vector3 &p_to) const;
	bool is_zero_approx() const;
	bool is_finite() const;

	explicit operator String() const;
	operator Vector3i() const;
};

constexpr Vector3 operator*(real_t p_f, const Vector3 &p_v) {
	return p_v * p_f;
}

using Size3 = Vector3;

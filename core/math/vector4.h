// Four single-precision components. A plain value.
#pragma once

#include "core/math/math_defs.h"

class String;
struct Vector4i;

struct [[nodiscard]] Vector4 {
	enum Axis {
		AXIS_X,
		AXIS_Y,
		AXIS_Z,
		AXIS_W,
		AXIS_COUNT,
	};

	union {
		struct {
			real_t x;
			real_t y;
			real_t z;
			real_t w;
		};
		real_t coord[4];
	};

	constexpr Vector4() :
			x(0), y(0), z(0), w(0) {}
	constexpr Vector4(real_t p_x, real_t p_y, real_t p_z, real_t p_w) :
			x(p_x), y(p_y), z(p_z), w(p_w) {}

	// p_axis is 0 to 3, unchecked.
	_FORCE_INLINE_ real_t &operator[](int p_axis) { return coord[p_axis]; }
	_FORCE_INLINE_ const real_t &operator[](int p_axis) const { return coord[p_axis]; }

	constexpr Vector4 operator+(const Vector4 &p_v) const { return Vector4(x + p_v.x, y + p_v.y, z + p_v.z, w + p_v.w); }
	constexpr Vector4 operator-(const Vector4 &p_v) const { return Vector4(x - p_v.x, y - p_v.y, z - p_v.z, w - p_v.w); }
	constexpr Vector4 operator*(const Vector4 &p_v) const { return Vector4(x * p_v.x, y * p_v.y, z * p_v.z, w * p_v.w); }
	constexpr Vector4 operator/(const Vector4 &p_v) const { return Vector4(x / p_v.x, y / p_v.y, z / p_v.z, w / p_v.w); }
	constexpr Vector4 operator*(real_t p_f) const { return Vector4(x * p_f, y * p_f, z * p_f, w * p_f); }
	constexpr Vector4 operator/(real_t p_f) const { return Vector4(x / p_f, y / p_f, z / p_f, w / p_f); }
	constexpr Vector4 operator-() const { return Vector4(-x, -y, -z, -w); }
	constexpr Vector4 &operator+=(const Vector4 &p_v) { return *this = *this + p_v; }
	constexpr Vector4 &operator-=(const Vector4 &p_v) { return *this = *this - p_v; }
	constexpr Vector4 &operator*=(const Vector4 &p_v) { return *this = *this * p_v; }
	constexpr Vector4 &operator/=(const Vector4 &p_v) { return *this = *this / p_v; }
	constexpr Vector4 &operator*=(real_t p_f) { return *this = *this * p_f; }
	constexpr Vector4 &operator/=(real_t p_f) { return *this = *this / p_f; }
	constexpr bool operator==(const Vector4 &p_v) const { return x == p_v.x && y == p_v.y && z == p_v.z && w == p_v.w; }
	constexpr bool operator!=(const Vector4 &p_v) const { return !(*this == p_v); }
	// Lexicographic: x, then y, z and w.
	constexpr bool operator<(const Vector4 &p_v) const { return x != p_v.x ? x < p_v.x : (y != p_v.y ? y < p_v.y : (z != p_v.z ? z < p_v.z : w < p_v.w)); }
	constexpr bool operator>(const Vector4 &p_v) const { return x != p_v.x ? x > p_v.x : (y != p_v.y ? y > p_v.y : (z != p_v.z ? z > p_v.z : w > p_v.w)); }
	constexpr bool operator<=(const Vector4 &p_v) const { return x != p_v.x ? x < p_v.x : (y != p_v.y ? y < p_v.y : (z != p_v.z ? z < p_v.z : w <= p_v.w)); }
	constexpr bool operator>=(const Vector4 &p_v) const { return x != p_v.x ? x > p_v.x : (y != p_v.y ? y > p_v.y : (z != p_v.z ? z > p_v.z : w >= p_v.w)); }

	real_t length() const;
	constexpr real_t length_squared() const { return x * x + y * y + z * z + w * w; }
	// The zero vector stays zero.
	void normalize();
	Vector4 normalized() const;
	bool is_normalized() const;
	real_t distance_to(const Vector4 &p_to) const;
	real_t distance_squared_to(const Vector4 &p_to) const;
	Vector4 direction_to(const Vector4 &p_to) const;
	constexpr real_t dot(const Vector4 &p_with) const { return x * p_with.x + y * p_with.y + z * p_with.z + w * p_with.w; }
	Vector4 inverse() const { return Vector4(1.0f / x, 1.0f / y, 1.0f / z, 1.0f / w); }

	Vector4 lerp(const Vector4 &p_to, real_t p_weight) const;
	Vector4 cubic_interpolate(const Vector4 &p_b, const Vector4 &p_pre_a, const Vector4 &p_post_b, real_t p_weight) const;
	Vector4 cubic_interpolate_in_time(const Vector4 &p_b, const Vector4 &p_pre_a, const Vector4 &p_post_b, real_t p_weight, real_t p_b_t, real_t p_pre_a_t, real_t p_post_b_t) const;

	Vector4 posmod(real_t p_mod) const;
	Vector4 posmodv(const Vector4 &p_modv) const;
	Vector4 floor() const;
	Vector4 ceil() const;
	Vector4 round() const;
	Vector4 abs() const;
	Vector4 sign() const;
	Vector4 clamp(const Vector4 &p_min, const Vector4 &p_max) const;
	Vector4 clampf(real_t p_min, real_t p_max) const;
	Vector4 snapped(const Vector4 &p_step) const;
	Vector4 snappedf(real_t p_step) const;
	Vector4 min(const Vector4 &p_with) const;
	Vector4 minf(real_t p_with) const;
	Vector4 max(const Vector4 &p_with) const;
	Vector4 maxf(real_t p_with) const;
	Axis min_axis_index() const;
	Axis max_axis_index() const;

	bool is_equal_approx(const Vector4 &p_to) const;
	bool is_zero_approx() const;
	bool is_finite() const;

	explicit operator String() const;
	operator Vector4i() const;
};

constexpr Vector4 operator*(real_t p_f, const Vector4 &p_v) {
	return p_v * p_f;
}

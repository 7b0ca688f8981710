// Two single-precision components: a 2D position, direction or size. A plain value, safe to share between threads by copy.
#pragma once

#include "core/math/math_defs.h"

class String;
struct Vector2i;

struct [[nodiscard]] Vector2 {
	enum Axis {
		AXIS_X,
		AXIS_Y,
		AXIS_COUNT,
	};

	union {
		struct {
			real_t x;
			real_t y;
		};
		struct {
			real_t width;
			real_t height;
		};
		real_t coord[2];
	};

	constexpr Vector2() :
			x(0), y(0) {}
	constexpr Vector2(real_t p_x, real_t p_y) :
			x(p_x), y(p_y) {}

	// p_axis is 0 or 1, unchecked.
	_FORCE_INLINE_ real_t &operator[](int p_axis) { return coord[p_axis]; }
	_FORCE_INLINE_ const real_t &operator[](int p_axis) const { return coord[p_axis]; }

	constexpr Vector2 operator+(const Vector2 &p_v) const { return Vector2(x + p_v.x, y + p_v.y); }
	constexpr Vector2 operator-(const Vector2 &p_v) const { return Vector2(x - p_v.x, y - p_v.y); }
	constexpr Vector2 operator*(const Vector2 &p_v) const { return Vector2(x * p_v.x, y * p_v.y); }
	constexpr Vector2 operator/(const Vector2 &p_v) const { return Vector2(x / p_v.x, y / p_v.y); }
	constexpr Vector2 operator*(real_t p_f) const { return Vector2(x * p_f, y * p_f); }
	constexpr Vector2 operator/(real_t p_f) const { return Vector2(x / p_f, y / p_f); }
	constexpr Vector2 operator-() const { return Vector2(-x, -y); }
	constexpr Vector2 &operator+=(const Vector2 &p_v) { return *this = *this + p_v; }
	constexpr Vector2 &operator-=(const Vector2 &p_v) { return *this = *this - p_v; }
	constexpr Vector2 &operator*=(const Vector2 &p_v) { return *this = *this * p_v; }
	constexpr Vector2 &operator/=(const Vector2 &p_v) { return *this = *this / p_v; }
	constexpr Vector2 &operator*=(real_t p_f) { return *this = *this * p_f; }
	constexpr Vector2 &operator/=(real_t p_f) { return *this = *this / p_f; }
	constexpr bool operator==(const Vector2 &p_v) const { return x == p_v.x && y == p_v.y; }
	constexpr bool operator!=(const Vector2 &p_v) const { return !(*this == p_v); }
	// Lexicographic: x decides, y breaks ties.
	constexpr bool operator<(const Vector2 &p_v) const { return x == p_v.x ? y < p_v.y : x < p_v.x; }
	constexpr bool operator>(const Vector2 &p_v) const { return x == p_v.x ? y > p_v.y : x > p_v.x; }
	constexpr bool operator<=(const Vector2 &p_v) const { return x == p_v.x ? y <= p_v.y : x < p_v.x; }
	constexpr bool operator>=(const Vector2 &p_v) const { return x == p_v.x ? y >= p_v.y : x > p_v.x; }

	// Angles are radians, counted from +X towards +Y.
	static Vector2 from_angle(real_t p_angle);
	real_t angle() const;
	real_t angle_to(const Vector2 &p_to) const;
	real_t angle_to_point(const Vector2 &p_to) const;
	Vector2 rotated(real_t p_angle) const;
	constexpr Vector2 orthogonal() const { return Vector2(y, -x); }

	real_t length() const;
	constexpr real_t length_squared() const { return x * x + y * y; }
	Vector2 limit_length(real_t p_length = 1.0) const;
	// The zero vector stays zero.
	void normalize();
	Vector2 normalized() const;
	bool is_normalized() const;
	real_t distance_to(const Vector2 &p_to) const;
	real_t distance_squared_to(const Vector2 &p_to) const;
	Vector2 direction_to(const Vector2 &p_to) const;
	constexpr real_t dot(const Vector2 &p_with) const { return x * p_with.x + y * p_with.y; }
	constexpr real_t cross(const Vector2 &p_with) const { return x * p_with.y - y * p_with.x; }
	real_t aspect() const { return x / y; }

	Vector2 project(const Vector2 &p_b) const;
	// The normal (or line) must have length 1, otherwise an error is reported and zero returned.
	Vector2 slide(const Vector2 &p_normal) const;
	Vector2 bounce(const Vector2 &p_normal) const;
	Vector2 reflect(const Vector2 &p_line) const;

	Vector2 lerp(const Vector2 &p_to, real_t p_weight) const;
	Vector2 slerp(const Vector2 &p_to, real_t p_weight) const;
	Vector2 cubic_interpolate(const Vector2 &p_b, const Vector2 &p_pre_a, const Vector2 &p_post_b, real_t p_weight) const;
	Vector2 cubic_interpolate_in_time(const Vector2 &p_b, const Vector2 &p_pre_a, const Vector2 &p_post_b, real_t p_weight, real_t p_b_t, real_t p_pre_a_t, real_t p_post_b_t) const;
	Vector2 bezier_interpolate(const Vector2 &p_control_1, const Vector2 &p_control_2, const Vector2 &p_end, real_t p_t) const;
	Vector2 bezier_derivative(const Vector2 &p_control_1, const Vector2 &p_control_2, const Vector2 &p_end, real_t p_t) const;
	Vector2 move_toward(const Vector2 &p_to, real_t p_delta) const;

	Vector2 posmod(real_t p_mod) const;
	Vector2 posmodv(const Vector2 &p_modv) const;
	Vector2 floor() const;
	Vector2 ceil() const;
	Vector2 round() const;
	Vector2 abs() const;
	Vector2 sign() const;
	Vector2 clamp(const Vector2 &p_min, const Vector2 &p_max) const;
	Vector2 clampf(real_t p_min, real_t p_max) const;
	Vector2 snapped(const Vector2 &p_step) const;
	Vector2 snappedf(real_t p_step) const;
	Vector2 min(const Vector2 &p_with) const;
	Vector2 minf(real_t p_with) const;
	Vector2 max(const Vector2 &p_with) const;
	Vector2 maxf(real_t p_with) const;
	Axis min_axis_index() const { return x < y ? AXIS_X : AXIS_Y; }
	Axis max_axis_index() const { return x < y ? AXIS_Y : AXIS_X; }

	bool is_equal_approx(const Vector2 &p_to) const;
	bool is_zero_approx() const;
	bool is_finite() const;

	explicit operator String() const;
	operator Vector2i() const;
};

constexpr Vector2 operator*(real_t p_f, const Vector2 &p_v) {
	return p_v * p_f;
}

using Size2 = Vector2;
using Point2 = Vector2;

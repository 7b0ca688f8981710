// Three 32-bit integer components. Arithmetic wraps on overflow; division by a zero component gives 0 there.
#pragma once

#include "core/math/math_defs.h"
#include "core/math/wrapping_int.h"

class String;
struct Vector3;

struct [[nodiscard]] Vector3i {
	enum Axis {
		AXIS_X,
		AXIS_Y,
		AXIS_Z,
		AXIS_COUNT,
	};

	union {
		struct {
			int32_t x;
			int32_t y;
			int32_t z;
		};
		int32_t coord[3];
	};

	constexpr Vector3i() :
			x(0), y(0), z(0) {}
	constexpr Vector3i(int32_t p_x, int32_t p_y, int32_t p_z) :
			x(p_x), y(p_y), z(p_z) {}

	// p_axis is 0 to 2, unchecked.
	_FORCE_INLINE_ int32_t &operator[](int p_axis) { return coord[p_axis]; }
	_FORCE_INLINE_ const int32_t &operator[](int p_axis) const { return coord[p_axis]; }

	constexpr Vector3i operator+(const Vector3i &p_v) const { return Vector3i(WrappingInt::add(x, p_v.x), WrappingInt::add(y, p_v.y), WrappingInt::add(z, p_v.z)); }
	constexpr Vector3i operator-(const Vector3i &p_v) const { return Vector3i(WrappingInt::sub(x, p_v.x), WrappingInt::sub(y, p_v.y), WrappingInt::sub(z, p_v.z)); }
	constexpr Vector3i operator*(const Vector3i &p_v) const { return Vector3i(WrappingInt::mul(x, p_v.x), WrappingInt::mul(y, p_v.y), WrappingInt::mul(z, p_v.z)); }
	constexpr Vector3i operator/(const Vector3i &p_v) const { return Vector3i(WrappingInt::div(x, p_v.x), WrappingInt::div(y, p_v.y), WrappingInt::div(z, p_v.z)); }
	constexpr Vector3i operator%(const Vector3i &p_v) const { return Vector3i(WrappingInt::mod(x, p_v.x), WrappingInt::mod(y, p_v.y), WrappingInt::mod(z, p_v.z)); }
	constexpr Vector3i operator*(int32_t p_i) const { return *this * Vector3i(p_i, p_i, p_i); }
	constexpr Vector3i operator/(int32_t p_i) const { return *this / Vector3i(p_i, p_i, p_i); }
	constexpr Vector3i operator%(int32_t p_i) const { return *this % Vector3i(p_i, p_i, p_i); }
	constexpr Vector3i operator-() const { return Vector3i(WrappingInt::neg(x), WrappingInt::neg(y), WrappingInt::neg(z)); }
	constexpr Vector3i &operator+=(const Vector3i &p_v) { return *this = *this + p_v; }
	constexpr Vector3i &operator-=(const Vector3i &p_v) { return *this = *this - p_v; }
	constexpr bool operator==(const Vector3i &p_v) const { return x == p_v.x && y == p_v.y && z == p_v.z; }
	constexpr bool operator!=(const Vector3i &p_v) const { return !(*this == p_v); }
	// Lexicographic: x, then y, then z.
	constexpr bool operator<(const Vector3i &p_v) const { return x != p_v.x ? x < p_v.x : (y != p_v.y ? y < p_v.y : z < p_v.z); }
	constexpr bool operator>(const Vector3i &p_v) const { return p_v < *this; }
	constexpr bool operator<=(const Vector3i &p_v) const { return !(p_v < *this); }
	constexpr bool operator>=(const Vector3i &p_v) const { return !(*this < p_v); }

	double length() const;
	int64_t length_squared() const;
	double distance_to(const Vector3i &p_to) const { return (p_to - *this).length(); }
	int64_t distance_squared_to(const Vector3i &p_to) const { return (p_to - *this).length_squared(); }

	Vector3i abs() const { return Vector3i(WrappingInt::abs(x), WrappingInt::abs(y), WrappingInt::abs(z)); }
	Vector3i sign() const { return Vector3i(SIGN(x), SIGN(y), SIGN(z)); }
	Vector3i clamp(const Vector3i &p_min, const Vector3i &p_max) const;
	Vector3i clampi(int32_t p_min, int32_t p_max) const;
	Vector3i snapped(const Vector3i &p_step) const;
	Vector3i snappedi(int32_t p_step) const;
	Vector3i min(const Vector3i &p_with) const { return Vector3i(MIN(x, p_with.x), MIN(y, p_with.y), MIN(z, p_with.z)); }
	Vector3i mini(int32_t p_with) const { return Vector3i(MIN(x, p_with), MIN(y, p_with), MIN(z, p_with)); }
	Vector3i max(const Vector3i &p_with) const { return Vector3i(MAX(x, p_with.x), MAX(y, p_with.y), MAX(z, p_with.z)); }
	Vector3i maxi(int32_t p_with) const { return Vector3i(MAX(x, p_with), MAX(y, p_with), MAX(z, p_with)); }
	Axis min_axis_index() const { return x < y ? (x < z ? AXIS_X : AXIS_Z) : (y < z ? AXIS_Y : AXIS_Z); }
	Axis max_axis_index() const { return x < y ? (y < z ? AXIS_Z : AXIS_Y) : (x < z ? AXIS_Z : AXIS_X); }

	explicit operator String() const;
	operator Vector3() const;
};

// Four 32-bit integer components. Arithmetic wraps on overflow; division by a zero component gives 0 there.
#pragma once

#include "core/math/math_defs.h"
#include "core/math/wrapping_int.h"

class String;
struct Vector4;

struct [[nodiscard]] Vector4i {
	enum Axis {
		AXIS_X,
		AXIS_Y,
		AXIS_Z,
		AXIS_W,
		AXIS_COUNT,
	};

	union {
		struct {
			int32_t x;
			int32_t y;
			int32_t z;
			int32_t w;
		};
		int32_t coord[4];
	};

	constexpr Vector4i() :
			x(0), y(0), z(0), w(0) {}
	constexpr Vector4i(int32_t p_x, int32_t p_y, int32_t p_z, int32_t p_w) :
			x(p_x), y(p_y), z(p_z), w(p_w) {}

	// p_axis is 0 to 3, unchecked.
	_FORCE_INLINE_ int32_t &operator[](int p_axis) { return coord[p_axis]; }
	_FORCE_INLINE_ const int32_t &operator[](int p_axis) const { return coord[p_axis]; }

	constexpr Vector4i operator+(const Vector4i &p_v) const { return Vector4i(WrappingInt::add(x, p_v.x), WrappingInt::add(y, p_v.y), WrappingInt::add(z, p_v.z), WrappingInt::add(w, p_v.w)); }
	constexpr Vector4i operator-(const Vector4i &p_v) const { return Vector4i(WrappingInt::sub(x, p_v.x), WrappingInt::sub(y, p_v.y), WrappingInt::sub(z, p_v.z), WrappingInt::sub(w, p_v.w)); }
	constexpr Vector4i operator*(const Vector4i &p_v) const { return Vector4i(WrappingInt::mul(x, p_v.x), WrappingInt::mul(y, p_v.y), WrappingInt::mul(z, p_v.z), WrappingInt::mul(w, p_v.w)); }
	constexpr Vector4i operator/(const Vector4i &p_v) const { return Vector4i(WrappingInt::div(x, p_v.x), WrappingInt::div(y, p_v.y), WrappingInt::div(z, p_v.z), WrappingInt::div(w, p_v.w)); }
	constexpr Vector4i operator%(const Vector4i &p_v) const { return Vector4i(WrappingInt::mod(x, p_v.x), WrappingInt::mod(y, p_v.y), WrappingInt::mod(z, p_v.z), WrappingInt::mod(w, p_v.w)); }
	constexpr Vector4i operator*(int32_t p_i) const { return *this * Vector4i(p_i, p_i, p_i, p_i); }
	constexpr Vector4i operator/(int32_t p_i) const { return *this / Vector4i(p_i, p_i, p_i, p_i); }
	constexpr Vector4i operator%(int32_t p_i) const { return *this % Vector4i(p_i, p_i, p_i, p_i); }
	constexpr Vector4i operator-() const { return Vector4i(WrappingInt::neg(x), WrappingInt::neg(y), WrappingInt::neg(z), WrappingInt::neg(w)); }
	constexpr Vector4i &operator+=(const Vector4i &p_v) { return *this = *this + p_v; }
	constexpr Vector4i &operator-=(const Vector4i &p_v) { return *this = *this - p_v; }
	constexpr bool operator==(const Vector4i &p_v) const { return x == p_v.x && y == p_v.y && z == p_v.z && w == p_v.w; }
	constexpr bool operator!=(const Vector4i &p_v) const { return !(*this == p_v); }
	// Lexicographic: x, then y, z and w.
	constexpr bool operator<(const Vector4i &p_v) const { return x != p_v.x ? x < p_v.x : (y != p_v.y ? y < p_v.y : (z != p_v.z ? z < p_v.z : w < p_v.w)); }
	constexpr bool operator>(const Vector4i &p_v) const { return p_v < *this; }
	constexpr bool operator<=(const Vector4i &p_v) const { return !(p_v < *this); }
	constexpr bool operator>=(const Vector4i &p_v) const { return !(*this < p_v); }

	double length() const;
	int64_t length_squared() const;
	double distance_to(const Vector4i &p_to) const { return (p_to - *this).length(); }
	int64_t distance_squared_to(const Vector4i &p_to) const { return (p_to - *this).length_squared(); }

	Vector4i abs() const { return Vector4i(WrappingInt::abs(x), WrappingInt::abs(y), WrappingInt::abs(z), WrappingInt::abs(w)); }
	Vector4i sign() const { return Vector4i(SIGN(x), SIGN(y), SIGN(z), SIGN(w)); }
	Vector4i clamp(const Vector4i &p_min, const Vector4i &p_max) const;
	Vector4i clampi(int32_t p_min, int32_t p_max) const;
	Vector4i snapped(const Vector4i &p_step) const;
	Vector4i snappedi(int32_t p_step) const;
	Vector4i min(const Vector4i &p_with) const { return Vector4i(MIN(x, p_with.x), MIN(y, p_with.y), MIN(z, p_with.z), MIN(w, p_with.w)); }
	Vector4i mini(int32_t p_with) const { return Vector4i(MIN(x, p_with), MIN(y, p_with), MIN(z, p_with), MIN(w, p_with)); }
	Vector4i max(const Vector4i &p_with) const { return Vector4i(MAX(x, p_with.x), MAX(y, p_with.y), MAX(z, p_with.z), MAX(w, p_with.w)); }
	Vector4i maxi(int32_t p_with) const { return Vector4i(MAX(x, p_with), MAX(y, p_with), MAX(z, p_with), MAX(w, p_with)); }
	Axis min_axis_index() const;
	Axis max_axis_index() const;

	explicit operator String() const;
	operator Vector4() const;
};

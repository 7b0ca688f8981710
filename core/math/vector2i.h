// Two 32-bit integer components. Arithmetic wraps on overflow; division by a zero component gives 0 there.
#pragma once

#include "core/math/math_defs.h"
#include "core/math/wrapping_int.h"

class String;
struct Vector2;

struct [[nodiscard]] Vector2i {
	enum Axis {
		AXIS_X,
		AXIS_Y,
		AXIS_COUNT,
	};

	union {
		struct {
			int32_t x;
			int32_t y;
		};
		struct {
			int32_t width;
			int32_t height;
		};
		int32_t coord[2];
	};

	constexpr Vector2i() :
			x(0), y(0) {}
	constexpr Vector2i(int32_t p_x, int32_t p_y) :
			x(p_x), y(p_y) {}

	// p_axis is 0 or 1, unchecked.
	_FORCE_INLINE_ int32_t &operator[](int p_axis) { return coord[p_axis]; }
	_FORCE_INLINE_ const int32_t &operator[](int p_axis) const { return coord[p_axis]; }

	constexpr Vector2i operator+(const Vector2i &p_v) const { return Vector2i(WrappingInt::add(x, p_v.x), WrappingInt::add(y, p_v.y)); }
	constexpr Vector2i operator-(const Vector2i &p_v) const { return Vector2i(WrappingInt::sub(x, p_v.x), WrappingInt::sub(y, p_v.y)); }
	constexpr Vector2i operator*(const Vector2i &p_v) const { return Vector2i(WrappingInt::mul(x, p_v.x), WrappingInt::mul(y, p_v.y)); }
	constexpr Vector2i operator/(const Vector2i &p_v) const { return Vector2i(WrappingInt::div(x, p_v.x), WrappingInt::div(y, p_v.y)); }
	constexpr Vector2i operator%(const Vector2i &p_v) const { return Vector2i(WrappingInt::mod(x, p_v.x), WrappingInt::mod(y, p_v.y)); }
	constexpr Vector2i operator*(int32_t p_i) const { return *this * Vector2i(p_i, p_i); }
	constexpr Vector2i operator/(int32_t p_i) const { return *this / Vector2i(p_i, p_i); }
	constexpr Vector2i operator%(int32_t p_i) const { return *this % Vector2i(p_i, p_i); }
	constexpr Vector2i operator-() const { return Vector2i(WrappingInt::neg(x), WrappingInt::neg(y)); }
	constexpr Vector2i &operator+=(const Vector2i &p_v) { return *this = *this + p_v; }
	constexpr Vector2i &operator-=(const Vector2i &p_v) { return *this = *this - p_v; }
	constexpr Vector2i &operator*=(const Vector2i &p_v) { return *this = *this * p_v; }
	constexpr Vector2i &operator*=(int32_t p_i) { return *this = *this * p_i; }
	constexpr bool operator==(const Vector2i &p_v) const { return x == p_v.x && y == p_v.y; }
	constexpr bool operator!=(const Vector2i &p_v) const { return !(*this == p_v); }
	// Lexicographic: x decides, y breaks ties.
	constexpr bool operator<(const Vector2i &p_v) const { return x == p_v.x ? y < p_v.y : x < p_v.x; }
	constexpr bool operator>(const Vector2i &p_v) const { return p_v < *this; }
	constexpr bool operator<=(const Vector2i &p_v) const { return !(p_v < *this); }
	constexpr bool operator>=(const Vector2i &p_v) const { return !(*this < p_v); }

	double length() const;
	int64_t length_squared() const { return int64_t(uint64_t(int64_t(x) * x) + uint64_t(int64_t(y) * y)); }
	double distance_to(const Vector2i &p_to) const { return (p_to - *this).length(); }
	int64_t distance_squared_to(const Vector2i &p_to) const { return (p_to - *this).length_squared(); }
	real_t aspect() const { return real_t(x) / real_t(y); }

	Vector2i abs() const { return Vector2i(WrappingInt::abs(x), WrappingInt::abs(y)); }
	Vector2i sign() const { return Vector2i(SIGN(x), SIGN(y)); }
	Vector2i clamp(const Vector2i &p_min, const Vector2i &p_max) const;
	Vector2i clampi(int32_t p_min, int32_t p_max) const;
	Vector2i snapped(const Vector2i &p_step) const;
	Vector2i snappedi(int32_t p_step) const;
	Vector2i min(const Vector2i &p_with) const { return Vector2i(MIN(x, p_with.x), MIN(y, p_with.y)); }
	Vector2i mini(int32_t p_with) const { return Vector2i(MIN(x, p_with), MIN(y, p_with)); }
	Vector2i max(const Vector2i &p_with) const { return Vector2i(MAX(x, p_with.x), MAX(y, p_with.y)); }
	Vector2i maxi(int32_t p_with) const { return Vector2i(MAX(x, p_with), MAX(y, p_with)); }
	Axis min_axis_index() const { return x < y ? AXIS_X : AXIS_Y; }
	Axis max_axis_index() const { return x < y ? AXIS_Y : AXIS_X; }

	explicit operator String() const;
	operator Vector2() const;
};

using Size2i = Vector2i;
using Point2i = Vector2i;

// A rotation in 3D as a unit quaternion x·i + y·j + z·k + w. Operations that need unit length report an error otherwise.
#pragma once

#include "core/math/vector3.h"

class String;

struct [[nodiscard]] Quaternion {
	union {
		struct {
			real_t x;
			real_t y;
			real_t z;
			real_t w;
		};
		real_t components[4];
	};

	constexpr Quaternion() :
			x(0), y(0), z(0), w(1) {}
	constexpr Quaternion(real_t p_x, real_t p_y, real_t p_z, real_t p_w) :
			x(p_x), y(p_y), z(p_z), w(p_w) {}
	// p_axis must have length 1.
	Quaternion(const Vector3 &p_axis, real_t p_angle);
	// The shortest turn of one direction onto the other.
	Quaternion(const Vector3 &p_arc_from, const Vector3 &p_arc_to);

	// p_idx is 0 to 3, unchecked.
	_FORCE_INLINE_ real_t &operator[](int p_idx) { return components[p_idx]; }
	_FORCE_INLINE_ const real_t &operator[](int p_idx) const { return components[p_idx]; }

	constexpr Quaternion operator+(const Quaternion &p_q) const { return Quaternion(x + p_q.x, y + p_q.y, z + p_q.z, w + p_q.w); }
	constexpr Quaternion operator-(const Quaternion &p_q) const { return Quaternion(x - p_q.x, y - p_q.y, z - p_q.z, w - p_q.w); }
	constexpr Quaternion operator*(real_t p_s) const { return Quaternion(x * p_s, y * p_s, z * p_s, w * p_s); }
	constexpr Quaternion operator/(real_t p_s) const { return *this * (1.0f / p_s); }
	constexpr Quaternion operator-() const { return Quaternion(-x, -y, -z, -w); }
	Quaternion operator*(const Quaternion &p_q) const;
	constexpr bool operator==(const Quaternion &p_q) const { return x == p_q.x && y == p_q.y && z == p_q.z && w == p_q.w; }
	constexpr bool operator!=(const Quaternion &p_q) const { return !(*this == p_q); }

	constexpr real_t dot(const Quaternion &p_q) const { return x * p_q.x + y * p_q.y + z * p_q.z + w * p_q.w; }
	constexpr real_t length_squared() const { return dot(*this); }
	real_t length() const;
	void normalize();
	Quaternion normalized() const;
	bool is_normalized() const;
	Quaternion inverse() const;
	Quaternion log() const;
	Quaternion exp() const;
	real_t angle_to(const Quaternion &p_to) const;

	static Quaternion from_euler(const Vector3 &p_euler);
	Vector3 get_euler(EulerOrder p_order = EulerOrder::YXZ) const;
	Vector3 get_axis() const;
	real_t get_angle() const;

	// Rotates a vector; the _inv one backwards.
	Vector3 xform(const Vector3 &p_v) const;
	Vector3 xform_inv(const Vector3 &p_v) const { return inverse().xform(p_v); }

	Quaternion slerp(const Quaternion &p_to, real_t p_weight) const;
	// The same without choosing the shorter way round.
	Quaternion slerpni(const Quaternion &p_to, real_t p_weight) const;
	Quaternion spherical_cubic_interpolate(const Quaternion &p_b, const Quaternion &p_pre_a, const Quaternion &p_post_b, real_t p_weight) const;
	Quaternion spherical_cubic_interpolate_in_time(const Quaternion &p_b, const Quaternion &p_pre_a, const Quaternion &p_post_b, real_t p_weight, real_t p_b_t, real_t p_pre_a_t, real_t p_post_b_t) const;

	bool is_equal_approx(const Quaternion &p_to) const;
	bool is_finite() const;

	explicit operator String() const;
};

constexpr Quaternion operator*(real_t p_s, const Quaternion &p_q) {
	return p_q * p_s;
}

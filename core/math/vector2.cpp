// Two single-precision components.
#include "core/math/vector2.h"

#include "core/error/error_macros.h"
#include "core/math/math_funcs.h"
#include "core/math/vector2i.h"
#include "core/string/ustring.h"

Vector2 Vector2::from_angle(real_t p_angle) {
	return Vector2(Math::cos(p_angle), Math::sin(p_angle));
}

real_t Vector2::angle() const {
	return Math::atan2(y, x);
}

real_t Vector2::angle_to(const Vector2 &p_to) const {
	return Math::atan2(cross(p_to), dot(p_to));
}

real_t Vector2::angle_to_point(const Vector2 &p_to) const {
	return (p_to - *this).angle();
}

Vector2 Vector2::rotated(real_t p_angle) const {
	const real_t sine = Math::sin(p_angle);
	const real_t cosine = Math::cos(p_angle);
	return Vector2(x * cosine - y * sine, x * sine + y * cosine);
}

real_t Vector2::length() const {
	return Math::sqrt(length_squared());
}

Vector2 Vector2::limit_length(real_t p_length) const {
	const real_t own = length();
	return own > 0 && p_length < own ? *this / own * p_length : *this;
}

void Vector2::normalize() {
	const real_t squared = length_squared();
	if (squared != 0) {
		*this /= Math::sqrt(squared);
	}
}

Vector2 Vector2::normalized() const {
	Vector2 v = *this;
	v.normalize();
	return v;
}

bool Vector2::is_normalized() const {
	return Math::is_equal_approx(length_squared(), 1.0f, real_t(UNIT_EPSILON));
}

real_t Vector2::distance_to(const Vector2 &p_to) const {
	return (p_to - *this).length();
}

real_t Vector2::distance_squared_to(const Vector2 &p_to) const {
	return (p_to - *this).length_squared();
}

Vector2 Vector2::direction_to(const Vector2 &p_to) const {
	return (p_to - *this).normalized();
}

Vector2 Vector2::project(const Vector2 &p_b) const {
	return p_b * (dot(p_b) / p_b.length_squared());
}

Vector2 Vector2::slide(const Vector2 &p_normal) const {
	ERR_FAIL_COND_V_MSG(!p_normal.is_normalized(), Vector2(), "The normal " + String(p_normal) + " must have length 1. Call normalized() on it first.");
	return *this - p_normal * dot(p_normal);
}

Vector2 Vector2::bounce(const Vector2 &p_normal) const {
	return -reflect(p_normal);
}

Vector2 Vector2::reflect(const Vector2 &p_line) const {
	ERR_FAIL_COND_V_MSG(!p_line.is_normalized(), Vector2(), "The direction " + String(p_line) + " must have length 1. Call normalized() on it first.");
	return p_line * (2.0f * dot(p_line)) - *this;
}

Vector2 Vector2::lerp(const Vector2 &p_to, real_t p_weight) const {
	return Vector2(Math::lerp(x, p_to.x, p_weight), Math::lerp(y, p_to.y, p_weight));
}

Vector2 Vector2::slerp(const Vector2 &p_to, real_t p_weight) const {
	const real_t from_squared = length_squared();
	const real_t to_squared = p_to.length_squared();
	if (from_squared == 0 || to_squared == 0) {
		return lerp(p_to, p_weight); // Zero has no direction to turn.
	}
	const real_t from_length = Math::sqrt(from_squared);
	const real_t result_length = Math::lerp(from_length, Math::sqrt(to_squared), p_weight);
	return rotated(angle_to(p_to) * p_weight) * (result_length / from_length);
}

Vector2 Vector2::cubic_interpolate(const Vector2 &p_b, const Vector2 &p_pre_a, const Vector2 &p_post_b, real_t p_weight) const {
	return Vector2(Math::cubic_interpolate(x, p_b.x, p_pre_a.x, p_post_b.x, p_weight),
			Math::cubic_interpolate(y, p_b.y, p_pre_a.y, p_post_b.y, p_weight));
}

Vector2 Vector2::cubic_interpolate_in_time(const Vector2 &p_b, const Vector2 &p_pre_a, const Vector2 &p_post_b, real_t p_weight, real_t p_b_t, real_t p_pre_a_t, real_t p_post_b_t) const {
	return Vector2(Math::cubic_interpolate_in_time(x, p_b.x, p_pre_a.x, p_post_b.x, p_weight, p_b_t, p_pre_a_t, p_post_b_t),
			Math::cubic_interpolate_in_time(y, p_b.y, p_pre_a.y, p_post_b.y, p_weight, p_b_t, p_pre_a_t, p_post_b_t));
}

Vector2 Vector2::bezier_interpolate(const Vector2 &p_control_1, const Vector2 &p_control_2, const Vector2 &p_end, real_t p_t) const {
	return Vector2(Math::bezier_interpolate(x, p_control_1.x, p_control_2.x, p_end.x, p_t),
			Math::bezier_interpolate(y, p_control_1.y, p_control_2.y, p_end.y, p_t));
}

Vector2 Vector2::bezier_derivative(const Vector2 &p_control_1, const Vector2 &p_control_2, const Vector2 &p_end, real_t p_t) const {
	return Vector2(Math::bezier_derivative(x, p_control_1.x, p_control_2.x, p_end.x, p_t),
			Math::bezier_derivative(y, p_control_1.y, p_control_2.y, p_end.y, p_t));
}

Vector2 Vector2::move_toward(const Vector2 &p_to, real_t p_delta) const {
	const Vector2 way = p_to - *this;
	const real_t distance = way.length();
	return distance <= p_delta || distance < real_t(CMP_EPSILON) ? p_to : *this + way / distance * p_delta;
}

Vector2 Vector2::posmod(real_t p_mod) const {
	return Vector2(Math::fposmod(x, p_mod), Math::fposmod(y, p_mod));
}

Vector2 Vector2::posmodv(const Vector2 &p_modv) const {
	return Vector2(Math::fposmod(x, p_modv.x), Math::fposmod(y, p_modv.y));
}

Vector2 Vector2::floor() const {
	return Vector2(Math::floor(x), Math::floor(y));
}

Vector2 Vector2::ceil() const {
	return Vector2(Math::ceil(x), Math::ceil(y));
}

Vector2 Vector2::round() const {
	return Vector2(Math::round(x), Math::round(y));
}

Vector2 Vector2::abs() const {
	return Vector2(Math::abs(x), Math::abs(y));
}

Vector2 Vector2::sign() const {
	return Vector2(Math::sign(x), Math::sign(y));
}

Vector2 Vector2::clamp(const Vector2 &p_min, const Vector2 &p_max) const {
	return Vector2(CLAMP(x, p_min.x, p_max.x), CLAMP(y, p_min.y, p_max.y));
}

Vector2 Vector2::clampf(real_t p_min, real_t p_max) const {
	return Vector2(CLAMP(x, p_min, p_max), CLAMP(y, p_min, p_max));
}

Vector2 Vector2::snapped(const Vector2 &p_step) const {
	return Vector2(Math::snapped(x, p_step.x), Math::snapped(y, p_step.y));
}

Vector2 Vector2::snappedf(real_t p_step) const {
	return Vector2(Math::snapped(x, p_step), Math::snapped(y, p_step));
}

Vector2 Vector2::min(const Vector2 &p_with) const {
	return Vector2(MIN(x, p_with.x), MIN(y, p_with.y));
}

Vector2 Vector2::minf(real_t p_with) const {
	return Vector2(MIN(x, p_with), MIN(y, p_with));
}

Vector2 Vector2::max(const Vector2 &p_with) const {
	return Vector2(MAX(x, p_with.x), MAX(y, p_with.y));
}

Vector2 Vector2::maxf(real_t p_with) const {
	return Vector2(MAX(x, p_with), MAX(y, p_with));
}

bool Vector2::is_equal_approx(const Vector2 &p_to) const {
	return Math::is_equal_approx(x, p_to.x) && Math::is_equal_approx(y, p_to.y);
}

bool Vector2::is_zero_approx() const {
	return Math::is_zero_approx(x) && Math::is_zero_approx(y);
}

bool Vector2::is_finite() const {
	return Math::is_finite(x) && Math::is_finite(y);
}

Vector2::operator String() const {
	return "(" + String::num_real(x, true) + ", " + String::num_real(y, true) + ")";
}

Vector2::operator Vector2i() const {
	return Vector2i(Math::to_int32(x), Math::to_int32(y));
}

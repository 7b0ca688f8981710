// Four single-precision components.
#include "core/math/vector4.h"

#include "core/math/math_funcs.h"
#include "core/math/vector4i.h"
#include "core/string/ustring.h"

real_t Vector4::length() const {
	return Math::sqrt(length_squared());
}

void Vector4::normalize() {
	const real_t squared = length_squared();
	if (squared == 0) {
		*this = Vector4();
	} else {
		*this /= Math::sqrt(squared);
	}
}

Vector4 Vector4::normalized() const {
	Vector4 v = *this;
	v.normalize();
	return v;
}

bool Vector4::is_normalized() const {
	return Math::is_equal_approx(length_squared(), 1.0f, real_t(UNIT_EPSILON));
}

real_t Vector4::distance_to(const Vector4 &p_to) const {
	return (p_to - *this).length();
}

real_t Vector4::distance_squared_to(const Vector4 &p_to) const {
	return (p_to - *this).length_squared();
}

Vector4 Vector4::direction_to(const Vector4 &p_to) const {
	return (p_to - *this).normalized();
}

Vector4::Axis Vector4::min_axis_index() const {
	int lowest = 0;
	for (int i = 1; i < AXIS_COUNT; i++) {
		if (coord[i] <= coord[lowest]) {
			lowest = i;
		}
	}
	return Axis(lowest);
}

Vector4::Axis Vector4::max_axis_index() const {
	int highest = 0;
	for (int i = 1; i < AXIS_COUNT; i++) {
		if (coord[i] > coord[highest]) {
			highest = i;
		}
	}
	return Axis(highest);
}

Vector4 Vector4::lerp(const Vector4 &p_to, real_t p_weight) const {
	return Vector4(Math::lerp(x, p_to.x, p_weight), Math::lerp(y, p_to.y, p_weight), Math::lerp(z, p_to.z, p_weight), Math::lerp(w, p_to.w, p_weight));
}

Vector4 Vector4::cubic_interpolate(const Vector4 &p_b, const Vector4 &p_pre_a, const Vector4 &p_post_b, real_t p_weight) const {
	return Vector4(Math::cubic_interpolate(x, p_b.x, p_pre_a.x, p_post_b.x, p_weight),
			Math::cubic_interpolate(y, p_b.y, p_pre_a.y, p_post_b.y, p_weight),
			Math::cubic_interpolate(z, p_b.z, p_pre_a.z, p_post_b.z, p_weight),
			Math::cubic_interpolate(w, p_b.w, p_pre_a.w, p_post_b.w, p_weight));
}

Vector4 Vector4::cubic_interpolate_in_time(const Vector4 &p_b, const Vector4 &p_pre_a, const Vector4 &p_post_b, real_t p_weight, real_t p_b_t, real_t p_pre_a_t, real_t p_post_b_t) const {
	return Vector4(Math::cubic_interpolate_in_time(x, p_b.x, p_pre_a.x, p_post_b.x, p_weight, p_b_t, p_pre_a_t, p_post_b_t),
			Math::cubic_interpolate_in_time(y, p_b.y, p_pre_a.y, p_post_b.y, p_weight, p_b_t, p_pre_a_t, p_post_b_t),
			Math::cubic_interpolate_in_time(z, p_b.z, p_pre_a.z, p_post_b.z, p_weight, p_b_t, p_pre_a_t, p_post_b_t),
			Math::cubic_interpolate_in_time(w, p_b.w, p_pre_a.w, p_post_b.w, p_weight, p_b_t, p_pre_a_t, p_post_b_t));
}

Vector4 Vector4::posmod(real_t p_mod) const {
	return Vector4(Math::fposmod(x, p_mod), Math::fposmod(y, p_mod), Math::fposmod(z, p_mod), Math::fposmod(w, p_mod));
}

Vector4 Vector4::posmodv(const Vector4 &p_modv) const {
	return Vector4(Math::fposmod(x, p_modv.x), Math::fposmod(y, p_modv.y), Math::fposmod(z, p_modv.z), Math::fposmod(w, p_modv.w));
}

Vector4 Vector4::floor() const {
	return Vector4(Math::floor(x), Math::floor(y), Math::floor(z), Math::floor(w));
}

Vector4 Vector4::ceil() const {
	return Vector4(Math::ceil(x), Math::ceil(y), Math::ceil(z), Math::ceil(w));
}

Vector4 Vector4::round() const {
	return Vector4(Math::round(x), Math::round(y), Math::round(z), Math::round(w));
}

Vector4 Vector4::abs() const {
	return Vector4(Math::abs(x), Math::abs(y), Math::abs(z), Math::abs(w));
}

Vector4 Vector4::sign() const {
	return Vector4(Math::sign(x), Math::sign(y), Math::sign(z), Math::sign(w));
}

Vector4 Vector4::clamp(const Vector4 &p_min, const Vector4 &p_max) const {
	return Vector4(CLAMP(x, p_min.x, p_max.x), CLAMP(y, p_min.y, p_max.y), CLAMP(z, p_min.z, p_max.z), CLAMP(w, p_min.w, p_max.w));
}

Vector4 Vector4::clampf(real_t p_min, real_t p_max) const {
	return Vector4(CLAMP(x, p_min, p_max), CLAMP(y, p_min, p_max), CLAMP(z, p_min, p_max), CLAMP(w, p_min, p_max));
}

Vector4 Vector4::snapped(const Vector4 &p_step) const {
	return Vector4(Math::snapped(x, p_step.x), Math::snapped(y, p_step.y), Math::snapped(z, p_step.z), Math::snapped(w, p_step.w));
}

Vector4 Vector4::snappedf(real_t p_step) const {
	return Vector4(Math::snapped(x, p_step), Math::snapped(y, p_step), Math::snapped(z, p_step), Math::snapped(w, p_step));
}

Vector4 Vector4::min(const Vector4 &p_with) const {
	return Vector4(MIN(x, p_with.x), MIN(y, p_with.y), MIN(z, p_with.z), MIN(w, p_with.w));
}

Vector4 Vector4::minf(real_t p_with) const {
	return Vector4(MIN(x, p_with), MIN(y, p_with), MIN(z, p_with), MIN(w, p_with));
}

Vector4 Vector4::max(const Vector4 &p_with) const {
	return Vector4(MAX(x, p_with.x), MAX(y, p_with.y), MAX(z, p_with.z), MAX(w, p_with.w));
}

Vector4 Vector4::maxf(real_t p_with) const {
	return Vector4(MAX(x, p_with), MAX(y, p_with), MAX(z, p_with), MAX(w, p_with));
}

bool Vector4::is_equal_approx(const Vector4 &p_to) const {
	return Math::is_equal_approx(x, p_to.x) && Math::is_equal_approx(y, p_to.y) && Math::is_equal_approx(z, p_to.z) && Math::is_equal_approx(w, p_to.w);
}

bool Vector4::is_zero_approx() const {
	return Math::is_zero_approx(x) && Math::is_zero_approx(y) && Math::is_zero_approx(z) && Math::is_zero_approx(w);
}

bool Vector4::is_finite() const {
	return Math::is_finite(x) && Math::is_finite(y) && Math::is_finite(z) && Math::is_finite(w);
}

Vector4::operator String() const {
	return "(" + String::num_real(x, true) + ", " + String::num_real(y, true) + ", " + String::num_real(z, true) + ", " + String::num_real(w, true) + ")";
}

Vector4::operator Vector4i() const {
	return Vector4i(Math::to_int32(x), Math::to_int32(y), Math::to_int32(z), Math::to_int32(w));
}

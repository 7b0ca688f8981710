// Three single-precision components.
#include "core/math/vector3.h"

#include "core/error/error_macros.h"
#include "core/math/basis.h"
#include "core/math/math_funcs.h"
#include "core/math/vector2.h"
#include "core/math/vector3i.h"
#include "core/string/ustring.h"

real_t Vector3::angle_to(const Vector3 &p_to) const {
	return Math::atan2(cross(p_to).length(), dot(p_to));
}

real_t Vector3::signed_angle_to(const Vector3 &p_to, const Vector3 &p_axis) const {
	const Vector3 normal = cross(p_to);
	const real_t angle = Math::atan2(normal.length(), dot(p_to));
	return normal.dot(p_axis) < 0 ? -angle : angle;
}

Vector3 Vector3::rotated(const Vector3 &p_axis, real_t p_angle) const {
	ERR_FAIL_COND_V_MSG(!p_axis.is_normalized(), *this, "The axis " + String(p_axis) + " must have length 1. Call normalized() on it first.");
	return Basis(p_axis, p_angle).xform(*this);
}

real_t Vector3::length() const {
	return Math::sqrt(length_squared());
}

Vector3 Vector3::limit_length(real_t p_length) const {
	const real_t own = length();
	return own > 0 && p_length < own ? *this / own * p_length : *this;
}

void Vector3::normalize() {
	const real_t squared = length_squared();
	if (squared == 0) {
		*this = Vector3();
	} else {
		*this /= Math::sqrt(squared);
	}
}

Vector3 Vector3::normalized() const {
	Vector3 v = *this;
	v.normalize();
	return v;
}

bool Vector3::is_normalized() const {
	return Math::is_equal_approx(length_squared(), 1.0f, real_t(UNIT_EPSILON));
}

real_t Vector3::distance_to(const Vector3 &p_to) const {
	return (p_to - *this).length();
}

real_t Vector3::distance_squared_to(const Vector3 &p_to) const {
	return (p_to - *this).length_squared();
}

Vector3 Vector3::direction_to(const Vector3 &p_to) const {
	return (p_to - *this).normalized();
}

Basis Vector3::outer(const Vector3 &p_with) const {
	Basis product;
	product.rows[0] = p_with * x;
	product.rows[1] = p_with * y;
	product.rows[2] = p_with * z;
	return product;
}

Vector3 Vector3::get_any_perpendicular() const {
	// The axis that deviates most: x when it is the smallest component.
	const bool x_smallest = Math::abs(x) <= Math::abs(y) && Math::abs(x) <= Math::abs(z);
	return cross(x_smallest ? Vector3(1, 0, 0) : Vector3(0, 1, 0)).normalized();
}

Vector3 Vector3::project(const Vector3 &p_b) const {
	return p_b * (dot(p_b) / p_b.length_squared());
}

Vector3 Vector3::slide(const Vector3 &p_normal) const {
	ERR_FAIL_COND_V_MSG(!p_normal.is_normalized(), Vector3(), "The normal " + String(p_normal) + " must have length 1. Call normalized() on it first.");
	return *this - p_normal * dot(p_normal);
}

Vector3 Vector3::bounce(const Vector3 &p_normal) const {
	return -reflect(p_normal);
}

Vector3 Vector3::reflect(const Vector3 &p_normal) const {
	ERR_FAIL_COND_V_MSG(!p_normal.is_normalized(), Vector3(), "The normal " + String(p_normal) + " must have length 1. Call normalized() on it first.");
	return p_normal * (2.0f * dot(p_normal)) - *this;
}

Vector3 Vector3::slerp(const Vector3 &p_to, real_t p_weight) const {
	const real_t from_squared = length_squared();
	const real_t to_squared = p_to.length_squared();
	const Vector3 normal = cross(p_to);
	const real_t normal_squared = normal.length_squared();
	if (from_squared == 0 || to_squared == 0 || normal_squared == 0) {
		return lerp(p_to, p_weight); // No plane to turn in.
	}
	const real_t from_length = Math::sqrt(from_squared);
	const real_t result_length = Math::lerp(from_length, Math::sqrt(to_squared), p_weight);
	return rotated(normal / Math::sqrt(normal_squared), angle_to(p_to) * p_weight) * (result_length / from_length);
}

Vector3 Vector3::move_toward(const Vector3 &p_to, real_t p_delta) const {
	const Vector3 way = p_to - *this;
	const real_t distance = way.length();
	return distance <= p_delta || distance < real_t(CMP_EPSILON) ? p_to : *this + way / distance * p_delta;
}

Vector2 Vector3::octahedron_encode() const {
	const Vector3 n = *this / (Math::abs(x) + Math::abs(y) + Math::abs(z));
	Vector2 uv(n.x, n.y);
	if (n.z < 0) {
		// The lower half folds over the diagonals.
		uv.x = (1.0f - Math::abs(n.y)) * (n.x >= 0 ? 1.0f : -1.0f);
		uv.y = (1.0f - Math::abs(n.x)) * (n.y >= 0 ? 1.0f : -1.0f);
	}
	return uv * 0.5f + Vector2(0.5f, 0.5f);
}

Vector3 Vector3::octahedron_decode(const Vector2 &p_uv) {
	const Vector2 f = p_uv * 2.0f - Vector2(1.0f, 1.0f);
	Vector3 n(f.x, f.y, 1.0f - Math::abs(f.x) - Math::abs(f.y));
	const real_t fold = CLAMP(-n.z, 0.0f, 1.0f);
	n.x += n.x >= 0 ? -fold : fold;
	n.y += n.y >= 0 ? -fold : fold;
	return n.normalized();
}

Vector3 Vector3::lerp(const Vector3 &p_to, real_t p_weight) const {
	return Vector3(Math::lerp(x, p_to.x, p_weight), Math::lerp(y, p_to.y, p_weight), Math::lerp(z, p_to.z, p_weight));
}

Vector3 Vector3::cubic_interpolate(const Vector3 &p_b, const Vector3 &p_pre_a, const Vector3 &p_post_b, real_t p_weight) const {
	return Vector3(Math::cubic_interpolate(x, p_b.x, p_pre_a.x, p_post_b.x, p_weight),
			Math::cubic_interpolate(y, p_b.y, p_pre_a.y, p_post_b.y, p_weight),
			Math::cubic_interpolate(z, p_b.z, p_pre_a.z, p_post_b.z, p_weight));
}

Vector3 Vector3::cubic_interpolate_in_time(const Vector3 &p_b, const Vector3 &p_pre_a, const Vector3 &p_post_b, real_t p_weight, real_t p_b_t, real_t p_pre_a_t, real_t p_post_b_t) const {
	return Vector3(Math::cubic_interpolate_in_time(x, p_b.x, p_pre_a.x, p_post_b.x, p_weight, p_b_t, p_pre_a_t, p_post_b_t),
			Math::cubic_interpolate_in_time(y, p_b.y, p_pre_a.y, p_post_b.y, p_weight, p_b_t, p_pre_a_t, p_post_b_t),
			Math::cubic_interpolate_in_time(z, p_b.z, p_pre_a.z, p_post_b.z, p_weight, p_b_t, p_pre_a_t, p_post_b_t));
}

Vector3 Vector3::bezier_interpolate(const Vector3 &p_control_1, const Vector3 &p_control_2, const Vector3 &p_end, real_t p_t) const {
	return Vector3(Math::bezier_interpolate(x, p_control_1.x, p_control_2.x, p_end.x, p_t),
			Math::bezier_interpolate(y, p_control_1.y, p_control_2.y, p_end.y, p_t),
			Math::bezier_interpolate(z, p_control_1.z, p_control_2.z, p_end.z, p_t));
}

Vector3 Vector3::bezier_derivative(const Vector3 &p_control_1, const Vector3 &p_control_2, const Vector3 &p_end, real_t p_t) const {
	return Vector3(Math::bezier_derivative(x, p_control_1.x, p_control_2.x, p_end.x, p_t),
			Math::bezier_derivative(y, p_control_1.y, p_control_2.y, p_end.y, p_t),
			Math::bezier_derivative(z, p_control_1.z, p_control_2.z, p_end.z, p_t));
}

Vector3 Vector3::posmod(real_t p_mod) const {
	return Vector3(Math::fposmod(x, p_mod), Math::fposmod(y, p_mod), Math::fposmod(z, p_mod));
}

Vector3 Vector3::posmodv(const Vector3 &p_modv) const {
	return Vector3(Math::fposmod(x, p_modv.x), Math::fposmod(y, p_modv.y), Math::fposmod(z, p_modv.z));
}

Vector3 Vector3::floor() const {
	return Vector3(Math::floor(x), Math::floor(y), Math::floor(z));
}

Vector3 Vector3::ceil() const {
	return Vector3(Math::ceil(x), Math::ceil(y), Math::ceil(z));
}

Vector3 Vector3::round() const {
	return Vector3(Math::round(x), Math::round(y), Math::round(z));
}

Vector3 Vector3::abs() const {
	return Vector3(Math::abs(x), Math::abs(y), Math::abs(z));
}

Vector3 Vector3::sign() const {
	return Vector3(Math::sign(x), Math::sign(y), Math::sign(z));
}

Vector3 Vector3::clamp(const Vector3 &p_min, const Vector3 &p_max) const {
	return Vector3(CLAMP(x, p_min.x, p_max.x), CLAMP(y, p_min.y, p_max.y), CLAMP(z, p_min.z, p_max.z));
}

Vector3 Vector3::clampf(real_t p_min, real_t p_max) const {
	return Vector3(CLAMP(x, p_min, p_max), CLAMP(y, p_min, p_max), CLAMP(z, p_min, p_max));
}

Vector3 Vector3::snapped(const Vector3 &p_step) const {
	return Vector3(Math::snapped(x, p_step.x), Math::snapped(y, p_step.y), Math::snapped(z, p_step.z));
}

Vector3 Vector3::snappedf(real_t p_step) const {
	return Vector3(Math::snapped(x, p_step), Math::snapped(y, p_step), Math::snapped(z, p_step));
}

Vector3 Vector3::min(const Vector3 &p_with) const {
	return Vector3(MIN(x, p_with.x), MIN(y, p_with.y), MIN(z, p_with.z));
}

Vector3 Vector3::minf(real_t p_with) const {
	return Vector3(MIN(x, p_with), MIN(y, p_with), MIN(z, p_with));
}

Vector3 Vector3::max(const Vector3 &p_with) const {
	return Vector3(MAX(x, p_with.x), MAX(y, p_with.y), MAX(z, p_with.z));
}

Vector3 Vector3::maxf(real_t p_with) const {
	return Vector3(MAX(x, p_with), MAX(y, p_with), MAX(z, p_with));
}

bool Vector3::is_equal_approx(const Vector3 &p_to) const {
	return Math::is_equal_approx(x, p_to.x) && Math::is_equal_approx(y, p_to.y) && Math::is_equal_approx(z, p_to.z);
}

bool Vector3::is_zero_approx() const {
	return Math::is_zero_approx(x) && Math::is_zero_approx(y) && Math::is_zero_approx(z);
}

bool Vector3::is_finite() const {
	return Math::is_finite(x) && Math::is_finite(y) && Math::is_finite(z);
}

Vector3::operator String() const {
	return "(" + String::num_real(x, true) + ", " + String::num_real(y, true) + ", " + String::num_real(z, true) + ")";
}

Vector3::operator Vector3i() const {
	return Vector3i(Math::to_int32(x), Math::to_int32(y), Math::to_int32(z));
}

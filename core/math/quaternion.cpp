// Rotations as unit quaternions.
#include "core/math/quaternion.h"

#include "core/error/error_macros.h"
#include "core/math/basis.h"
#include "core/math/math_funcs.h"
#include "core/string/ustring.h"

namespace {

String not_unit(const Quaternion &p_q) {
	return "The quaternion " + String(p_q) + " must have length 1. Call normalized() on it first.";
}

// p_q or its negative, which is the same rotation.
Quaternion aligned(const Quaternion &p_q, bool p_flip) {
	return p_flip ? -p_q : p_q;
}

// The four keys of a cubic interpolation, brought to one hemisphere so that logarithms take the short way.
struct AlignedKeys {
	Quaternion from;
	Quaternion pre;
	Quaternion to;
	Quaternion post;

	AlignedKeys(const Quaternion &p_from, const Quaternion &p_to, const Quaternion &p_pre, const Quaternion &p_post) {
		// Through a matrix and back, so that every key starts with the sign convention of get_quaternion().
		from = Basis(p_from).get_rotation_quaternion();
		pre = Basis(p_pre).get_rotation_quaternion();
		to = Basis(p_to).get_rotation_quaternion();
		post = Basis(p_post).get_rotation_quaternion();
		pre = aligned(pre, std::signbit(from.dot(pre)));
		const bool to_flipped = std::signbit(from.dot(to));
		to = aligned(to, to_flipped);
		post = aligned(post, to_flipped ? to.dot(post) <= 0 : std::signbit(to.dot(post)));
	}

	// Rotation vectors of the keys, seen from p_anchor.
	struct Logs {
		Quaternion pre;
		Quaternion from;
		Quaternion to;
		Quaternion post;
	};
	Logs logs_from(const Quaternion &p_anchor) const {
		const Quaternion back = p_anchor.inverse();
		return { (back * pre).log(), (back * from).log(), (back * to).log(), (back * post).log() };
	}
};

// The interpolation is done in the tangent space of either end and blended, as each is exact only at its own end.
template <typename Interpolate>
Quaternion blend_both_ends(const AlignedKeys &p_keys, real_t p_weight, Interpolate p_interpolate) {
	Quaternion results[2];
	for (int end = 0; end < 2; end++) {
		const Quaternion &anchor = end == 0 ? p_keys.from : p_keys.to;
		AlignedKeys::Logs logs = p_keys.logs_from(anchor);
		(end == 0 ? logs.from : logs.to) = Quaternion(0, 0, 0, 0);
		const Quaternion tangent(p_interpolate(logs.from.x, logs.to.x, logs.pre.x, logs.post.x),
				p_interpolate(logs.from.y, logs.to.y, logs.pre.y, logs.post.y),
				p_interpolate(logs.from.z, logs.to.z, logs.pre.z, logs.post.z), 0);
		results[end] = anchor * tangent.exp();
	}
	return results[0].slerp(results[1], p_weight);
}

} // namespace

Quaternion::Quaternion(const Vector3 &p_axis, real_t p_angle) :
		Quaternion() {
	ERR_FAIL_COND_MSG(!p_axis.is_normalized(), "The axis " + String(p_axis) + " must have length 1. Call normalized() on it first.");
	const real_t scale = Math::sin(p_angle * 0.5f) / p_axis.length();
	x = p_axis.x * scale;
	y = p_axis.y * scale;
	z = p_axis.z * scale;
	w = Math::cos(p_angle * 0.5f);
}

Quaternion::Quaternion(const Vector3 &p_arc_from, const Vector3 &p_arc_to) :
		Quaternion() {
	ERR_FAIL_COND_MSG(p_arc_from.is_zero_approx() || p_arc_to.is_zero_approx(), "Both directions of an arc need a length above 0.");
	const Vector3 from = p_arc_from.normalized();
	const Vector3 to = p_arc_to.normalized();
	const real_t cosine = from.dot(to);
	constexpr real_t PARALLEL = 1.0f - std::numeric_limits<real_t>::epsilon();
	if (cosine >= PARALLEL) {
		return;
	}
	if (cosine <= -PARALLEL || from.is_equal_approx(-to)) {
		// Half a turn about whatever is perpendicular.
		const Vector3 axis = from.get_any_perpendicular();
		*this = Quaternion(axis.x, axis.y, axis.z, 0);
		return;
	}
	const Vector3 axis = from.cross(to);
	const real_t twice_w = Math::sqrt((1.0f + cosine) * 2.0f);
	const real_t scale = 1.0f / twice_w;
	*this = Quaternion(axis.x * scale, axis.y * scale, axis.z * scale, twice_w * 0.5f).normalized();
}

Quaternion Quaternion::operator*(const Quaternion &p_q) const {
	return Quaternion(w * p_q.x + x * p_q.w + y * p_q.z - z * p_q.y,
			w * p_q.y + y * p_q.w + z * p_q.x - x * p_q.z,
			w * p_q.z + z * p_q.w + x * p_q.y - y * p_q.x,
			w * p_q.w - x * p_q.x - y * p_q.y - z * p_q.z);
}

real_t Quaternion::length() const {
	return Math::sqrt(length_squared());
}

void Quaternion::normalize() {
	*this = *this / length();
}

Quaternion Quaternion::normalized() const {
	return *this / length();
}

bool Quaternion::is_normalized() const {
	return Math::is_equal_approx(length_squared(), 1.0f, real_t(UNIT_EPSILON));
}

Quaternion Quaternion::inverse() const {
	ERR_FAIL_COND_V_MSG(!is_normalized(), Quaternion(), not_unit(*this));
	return Quaternion(-x, -y, -z, w);
}

Quaternion Quaternion::log() const {
	const Vector3 turn = get_axis() * get_angle();
	return Quaternion(turn.x, turn.y, turn.z, 0);
}

Quaternion Quaternion::exp() const {
	const Vector3 turn(x, y, z);
	const real_t angle = turn.length();
	const Vector3 axis = turn.normalized();
	if (angle < real_t(CMP_EPSILON) || !axis.is_normalized()) {
		return Quaternion();
	}
	return Quaternion(axis, angle);
}

real_t Quaternion::angle_to(const Quaternion &p_to) const {
	const real_t d = dot(p_to);
	return Math::acos(d * d * 2.0f - 1.0f);
}

Quaternion Quaternion::from_euler(const Vector3 &p_euler) {
	const real_t sx = Math::sin(p_euler.x * 0.5f);
	const real_t cx = Math::cos(p_euler.x * 0.5f);
	const real_t sy = Math::sin(p_euler.y * 0.5f);
	const real_t cy = Math::cos(p_euler.y * 0.5f);
	const real_t sz = Math::sin(p_euler.z * 0.5f);
	const real_t cz = Math::cos(p_euler.z * 0.5f);
	// The product of the three single turns, Y · X · Z, multiplied out.
	return Quaternion(cy * sx * cz + sy * cx * sz,
			sy * cx * cz - cy * sx * sz,
			cy * cx * sz - sy * sx * cz,
			cy * cx * cz + sy * sx * sz);
}

Vector3 Quaternion::get_euler(EulerOrder p_order) const {
	ERR_FAIL_COND_V_MSG(!is_normalized(), Vector3(), not_unit(*this));
	return Basis(*this).get_euler(p_order);
}

Vector3 Quaternion::get_axis() const {
	const Vector3 v(x, y, z);
	if (Math::abs(w) > 1.0f - real_t(CMP_EPSILON)) {
		return v; // Hardly any turn: the axis is lost in rounding.
	}
	return v * (1.0f / Math::sqrt(1.0f - w * w));
}

real_t Quaternion::get_angle() const {
	return 2.0f * Math::acos(w);
}

Vector3 Quaternion::xform(const Vector3 &p_v) const {
	ERR_FAIL_COND_V_MSG(!is_normalized(), p_v, not_unit(*this));
	const Vector3 u(x, y, z);
	const Vector3 uv = u.cross(p_v);
	return p_v + (uv * w + u.cross(uv)) * 2.0f;
}

Quaternion Quaternion::slerp(const Quaternion &p_to, real_t p_weight) const {
	ERR_FAIL_COND_V_MSG(!is_normalized(), Quaternion(), not_unit(*this));
	ERR_FAIL_COND_V_MSG(!p_to.is_normalized(), Quaternion(), not_unit(p_to));
	real_t cosine = dot(p_to);
	Quaternion to = p_to;
	if (cosine < 0) {
		cosine = -cosine;
		to = -p_to;
	}
	real_t from_share = 1.0f - p_weight;
	real_t to_share = p_weight;
	if (1.0f - cosine > real_t(CMP_EPSILON)) {
		const real_t angle = Math::acos(cosine);
		const real_t sine = Math::sin(angle);
		from_share = Math::sin((1.0f - p_weight) * angle) / sine;
		to_share = Math::sin(p_weight * angle) / sine;
	}
	return *this * from_share + to * to_share;
}

Quaternion Quaternion::slerpni(const Quaternion &p_to, real_t p_weight) const {
	ERR_FAIL_COND_V_MSG(!is_normalized(), Quaternion(), not_unit(*this));
	ERR_FAIL_COND_V_MSG(!p_to.is_normalized(), Quaternion(), not_unit(p_to));
	const real_t cosine = dot(p_to);
	if (Math::abs(cosine) > 0.9999f) {
		return *this;
	}
	const real_t angle = Math::acos(cosine);
	const real_t inverse_sine = 1.0f / Math::sin(angle);
	return *this * (Math::sin((1.0f - p_weight) * angle) * inverse_sine) + p_to * (Math::sin(p_weight * angle) * inverse_sine);
}

Quaternion Quaternion::spherical_cubic_interpolate(const Quaternion &p_b, const Quaternion &p_pre_a, const Quaternion &p_post_b, real_t p_weight) const {
	ERR_FAIL_COND_V_MSG(!is_normalized(), Quaternion(), not_unit(*this));
	ERR_FAIL_COND_V_MSG(!p_b.is_normalized(), Quaternion(), not_unit(p_b));
	return blend_both_ends(AlignedKeys(*this, p_b, p_pre_a, p_post_b), p_weight, [&](real_t p_from, real_t p_to, real_t p_pre, real_t p_post) {
		return Math::cubic_interpolate(p_from, p_to, p_pre, p_post, p_weight);
	});
}

Quaternion Quaternion::spherical_cubic_interpolate_in_time(const Quaternion &p_b, const Quaternion &p_pre_a, const Quaternion &p_post_b, real_t p_weight, real_t p_b_t, real_t p_pre_a_t, real_t p_post_b_t) const {
	ERR_FAIL_COND_V_MSG(!is_normalized(), Quaternion(), not_unit(*this));
	ERR_FAIL_COND_V_MSG(!p_b.is_normalized(), Quaternion(), not_unit(p_b));
	return blend_both_ends(AlignedKeys(*this, p_b, p_pre_a, p_post_b), p_weight, [&](real_t p_from, real_t p_to, real_t p_pre, real_t p_post) {
		return Math::cubic_interpolate_in_time(p_from, p_to, p_pre, p_post, p_weight, p_b_t, p_pre_a_t, p_post_b_t);
	});
}

bool Quaternion::is_equal_approx(const Quaternion &p_to) const {
	return Math::is_equal_approx(x, p_to.x) && Math::is_equal_approx(y, p_to.y) && Math::is_equal_approx(z, p_to.z) && Math::is_equal_approx(w, p_to.w);
}

bool Quaternion::is_finite() const {
	return Math::is_finite(x) && Math::is_finite(y) && Math::is_finite(z) && Math::is_finite(w);
}

Quaternion::operator String() const {
	return "(" + String::num_real(x, false) + ", " + String::num_real(y, false) + ", " + String::num_real(z, false) + ", " + String::num_real(w, false) + ")";
}

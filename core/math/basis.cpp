// 3×3 matrices.
#include "core/math/basis.h"

#include "core/error/error_macros.h"
#include "core/math/math_funcs.h"
#include "core/string/ustring.h"

namespace {

// The axes of an Euler order, first turn of the product first, and whether they follow x → y → z → x.
struct EulerAxes {
	int first;
	int second;
	int third;
	real_t parity; // 1 when cyclic, -1 otherwise.
	// In gimbal lock only the sum of the first and the third turn is known. Which of the two gets it, and from which elements of the
	// matrix (it matters where that is no pure rotation), is up to us, but scripts may have come to rely on it.
	enum Lock {
		FIRST_FROM_THIRD_ROW,
		FIRST_FROM_SECOND_ROW,
		THIRD_FROM_SECOND_ROW,
	} lock;
	// Turns about the second axis alone are recognised beyond a quarter turn, where they otherwise come out as three half turns.
	bool recognise_second;
};

constexpr EulerAxes EULER_AXES[] = {
	{ 0, 1, 2, 1, EulerAxes::FIRST_FROM_THIRD_ROW, true }, // XYZ
	{ 0, 2, 1, -1, EulerAxes::FIRST_FROM_THIRD_ROW, false }, // XZY
	{ 1, 0, 2, -1, EulerAxes::FIRST_FROM_SECOND_ROW, true }, // YXZ
	{ 1, 2, 0, 1, EulerAxes::THIRD_FROM_SECOND_ROW, false }, // YZX
	{ 2, 0, 1, 1, EulerAxes::THIRD_FROM_SECOND_ROW, false }, // ZXY
	{ 2, 1, 0, -1, EulerAxes::FIRST_FROM_THIRD_ROW, false }, // ZYX
};
constexpr int EULER_ORDERS = 6;

Basis turn_about(int p_axis, real_t p_angle) {
	const real_t sine = Math::sin(p_angle);
	const real_t cosine = Math::cos(p_angle);
	const int j = (p_axis + 1) % 3;
	const int k = (p_axis + 2) % 3;
	Basis turn;
	turn.rows[j][j] = cosine;
	turn.rows[j][k] = -sine;
	turn.rows[k][j] = sine;
	turn.rows[k][k] = cosine;
	return turn;
}

} // namespace

Basis::Basis(const Quaternion &p_quaternion) {
	const Quaternion &q = p_quaternion;
	const real_t s = 2.0f / q.length_squared();
	const real_t xs = q.x * s;
	const real_t ys = q.y * s;
	const real_t zs = q.z * s;
	const real_t wx = q.w * xs;
	const real_t wy = q.w * ys;
	const real_t wz = q.w * zs;
	const real_t xx = q.x * xs;
	const real_t xy = q.x * ys;
	const real_t xz = q.x * zs;
	const real_t yy = q.y * ys;
	const real_t yz = q.y * zs;
	const real_t zz = q.z * zs;
	rows[0] = Vector3(1.0f - (yy + zz), xy - wz, xz + wy);
	rows[1] = Vector3(xy + wz, 1.0f - (xx + zz), yz - wx);
	rows[2] = Vector3(xz - wy, yz + wx, 1.0f - (xx + yy));
}

Basis::Basis(const Vector3 &p_axis, real_t p_angle) {
	ERR_FAIL_COND_MSG(!p_axis.is_normalized(), "The axis " + String(p_axis) + " must have length 1. Call normalized() on it first.");
	// Rodrigues' rotation formula as a matrix.
	const real_t sine = Math::sin(p_angle);
	const real_t cosine = Math::cos(p_angle);
	const Vector3 squares = p_axis * p_axis;
	const Vector3 tilt = p_axis * sine;
	const real_t rest = 1.0f - cosine;
	const real_t xy = p_axis.x * p_axis.y * rest;
	const real_t xz = p_axis.x * p_axis.z * rest;
	const real_t yz = p_axis.y * p_axis.z * rest;
	// The diagonal in this form is exactly 1 for a turn about that very axis.
	rows[0] = Vector3(squares.x + cosine * (1.0f - squares.x), xy - tilt.z, xz + tilt.y);
	rows[1] = Vector3(xy + tilt.z, squares.y + cosine * (1.0f - squares.y), yz - tilt.x);
	rows[2] = Vector3(xz - tilt.y, yz + tilt.x, squares.z + cosine * (1.0f - squares.z));
}

Basis Basis::from_scale(const Vector3 &p_scale) {
	return Basis(p_scale.x, 0, 0, 0, p_scale.y, 0, 0, 0, p_scale.z);
}

Basis Basis::from_euler(const Vector3 &p_euler, EulerOrder p_order) {
	ERR_FAIL_INDEX_V_MSG(int(p_order), EULER_ORDERS, Basis(), "The Euler order must be one of the EULER_ORDER_ constants.");
	const EulerAxes &axes = EULER_AXES[int(p_order)];
	return turn_about(axes.first, p_euler[axes.first]) * (turn_about(axes.second, p_euler[axes.second]) * turn_about(axes.third, p_euler[axes.third]));
}

Basis Basis::looking_at(const Vector3 &p_target, const Vector3 &p_up, bool p_use_model_front) {
	ERR_FAIL_COND_V_MSG(p_target.is_zero_approx(), Basis(), "The target of looking_at() must differ from the position.");
	ERR_FAIL_COND_V_MSG(p_up.is_zero_approx(), Basis(), "The up direction of looking_at() must not be zero.");
	const Vector3 forward = p_target.normalized();
	const Vector3 z_axis = p_use_model_front ? forward : -forward;
	Vector3 x_axis = p_up.cross(z_axis);
	if (x_axis.is_zero_approx()) {
		WARN_PRINT("The target and the up direction of looking_at() lie on one line, so any sideways direction was taken.");
		x_axis = p_up.get_any_perpendicular();
	}
	x_axis.normalize();
	return Basis(x_axis, z_axis.cross(x_axis), z_axis);
}

void Basis::set_column(int p_index, const Vector3 &p_value) {
	for (int row = 0; row < 3; row++) {
		rows[row][p_index] = p_value[row];
	}
}

void Basis::invert() {
	// The columns of the inverse are the cross products of the rows, over the determinant.
	const Vector3 yz = rows[1].cross(rows[2]);
	const real_t det = rows[0].dot(yz);
	ERR_FAIL_COND_MSG(det == 0, "A basis with determinant 0 has no inverse.");
	const real_t s = 1.0f / det;
	*this = Basis(yz * s, rows[2].cross(rows[0]) * s, rows[0].cross(rows[1]) * s);
}

Basis Basis::inverse() const {
	Basis b = *this;
	b.invert();
	return b;
}

Basis Basis::transposed() const {
	return Basis(rows[0], rows[1], rows[2]);
}

void Basis::orthonormalize() {
	// Gram-Schmidt.
	const Vector3 x_axis = get_column(0).normalized();
	Vector3 y_axis = get_column(1);
	y_axis = (y_axis - x_axis * x_axis.dot(y_axis)).normalized();
	Vector3 z_axis = get_column(2);
	z_axis = (z_axis - x_axis * x_axis.dot(z_axis) - y_axis * y_axis.dot(z_axis)).normalized();
	*this = Basis(x_axis, y_axis, z_axis);
}

Basis Basis::orthonormalized() const {
	Basis b = *this;
	b.orthonormalize();
	return b;
}

real_t Basis::determinant() const {
	return rows[0].dot(rows[1].cross(rows[2]));
}

Basis Basis::rotated(const Vector3 &p_axis, real_t p_angle) const {
	return Basis(p_axis, p_angle) * *this;
}

Basis Basis::scaled(const Vector3 &p_scale) const {
	Basis b;
	for (int row = 0; row < 3; row++) {
		b.rows[row] = rows[row] * p_scale[row];
	}
	return b;
}

Basis Basis::scaled_local(const Vector3 &p_scale) const {
	Basis b;
	for (int row = 0; row < 3; row++) {
		b.rows[row] = rows[row] * p_scale;
	}
	return b;
}

Vector3 Basis::get_scale() const {
	// A mirroring basis counts as scaled by -1 along all axes, since which axis it was cannot be told.
	const real_t mirror = SIGN(determinant());
	return Vector3(get_column(0).length(), get_column(1).length(), get_column(2).length()) * mirror;
}

Vector3 Basis::get_euler(EulerOrder p_order) const {
	ERR_FAIL_INDEX_V_MSG(int(p_order), EULER_ORDERS, Vector3(), "The Euler order must be one of the EULER_ORDER_ constants.");
	const EulerAxes &axes = EULER_AXES[int(p_order)];
	const int i = axes.first;
	const int j = axes.second;
	const int k = axes.third;
	const real_t limit = 1.0f - real_t(CMP_EPSILON);
	const real_t sine = axes.parity * rows[i][k];
	Vector3 euler;
	if (Math::abs(sine) >= limit) {
		switch (axes.lock) {
			case EulerAxes::FIRST_FROM_THIRD_ROW:
				euler[i] = Math::atan2(axes.parity * rows[k][j], rows[j][j]);
				break;
			case EulerAxes::FIRST_FROM_SECOND_ROW:
				euler[i] = Math::atan2(sine > 0 ? rows[j][i] : -rows[j][i], rows[j][j]);
				break;
			case EulerAxes::THIRD_FROM_SECOND_ROW:
				euler[k] = Math::atan2(axes.parity * rows[j][i], rows[j][j]);
				break;
		}
		euler[j] = real_t(sine > 0 ? Math::PI / 2 : -Math::PI / 2);
		return euler;
	}
	if (axes.recognise_second && rows[j][j] == 1 && rows[i][j] == 0 && rows[j][i] == 0 && rows[j][k] == 0 && rows[k][j] == 0) {
		euler[j] = Math::atan2(sine, rows[i][i]);
		return euler;
	}
	euler[i] = Math::atan2(-axes.parity * rows[j][k], rows[k][k]);
	euler[j] = Math::asin(sine);
	euler[k] = Math::atan2(-axes.parity * rows[i][j], rows[i][i]);
	return euler;
}

Quaternion Basis::get_quaternion() const {
	ERR_FAIL_COND_V_MSG(!is_rotation(), Quaternion(), "The basis " + String(*this) + " is no pure rotation. Use get_rotation_quaternion(), or orthonormalized() where its axes are independent.");
	const real_t trace = rows[0].x + rows[1].y + rows[2].z;
	if (trace > 0) {
		const real_t root = Math::sqrt(trace + 1.0f);
		const real_t s = 0.5f / root;
		return Quaternion((rows[2].y - rows[1].z) * s, (rows[0].z - rows[2].x) * s, (rows[1].x - rows[0].y) * s, root * 0.5f);
	}
	// From the largest component, which divides the others with the least rounding.
	const int i = Vector3(rows[0].x, rows[1].y, rows[2].z).max_axis_index();
	const int j = (i + 1) % 3;
	const int k = (i + 2) % 3;
	const real_t root = Math::sqrt(rows[i][i] - rows[j][j] - rows[k][k] + 1.0f);
	const real_t s = 0.5f / root;
	Quaternion q;
	q[i] = root * 0.5f;
	q[j] = (rows[j][i] + rows[i][j]) * s;
	q[k] = (rows[k][i] + rows[i][k]) * s;
	q.w = (rows[k][j] - rows[j][k]) * s;
	return q;
}

Quaternion Basis::get_rotation_quaternion() const {
	Basis m = orthonormalized();
	if (m.determinant() < 0) {
		m = m * -1.0f; // Mirrored: no rotation does that.
	}
	return m.get_quaternion();
}

Basis Basis::slerp(const Basis &p_to, real_t p_weight) const {
	Basis b(get_quaternion().slerp(p_to.get_quaternion(), p_weight));
	for (int row = 0; row < 3; row++) {
		b.rows[row] *= Math::lerp(rows[row].length(), p_to.rows[row].length(), p_weight);
	}
	return b;
}

Basis Basis::operator*(const Basis &p_b) const {
	Basis product;
	for (int row = 0; row < 3; row++) {
		product.rows[row] = p_b.xform_inv(rows[row]);
	}
	return product;
}

Basis Basis::operator+(const Basis &p_b) const {
	Basis sum;
	for (int row = 0; row < 3; row++) {
		sum.rows[row] = rows[row] + p_b.rows[row];
	}
	return sum;
}

Basis Basis::operator-(const Basis &p_b) const {
	Basis difference;
	for (int row = 0; row < 3; row++) {
		difference.rows[row] = rows[row] - p_b.rows[row];
	}
	return difference;
}

Basis Basis::operator*(real_t p_f) const {
	Basis product;
	for (int row = 0; row < 3; row++) {
		product.rows[row] = rows[row] * p_f;
	}
	return product;
}

Basis Basis::operator/(real_t p_f) const {
	Basis quotient;
	for (int row = 0; row < 3; row++) {
		quotient.rows[row] = rows[row] / p_f;
	}
	return quotient;
}

bool Basis::is_conformal() const {
	const Vector3 x_axis = get_column(0);
	const Vector3 y_axis = get_column(1);
	const Vector3 z_axis = get_column(2);
	const real_t squared = x_axis.length_squared();
	return Math::is_equal_approx(squared, y_axis.length_squared()) && Math::is_equal_approx(squared, z_axis.length_squared()) && is_orthogonal();
}

bool Basis::is_orthogonal() const {
	const Vector3 x_axis = get_column(0);
	const Vector3 y_axis = get_column(1);
	const Vector3 z_axis = get_column(2);
	return Math::is_zero_approx(x_axis.dot(y_axis)) && Math::is_zero_approx(x_axis.dot(z_axis)) && Math::is_zero_approx(y_axis.dot(z_axis));
}

bool Basis::is_orthonormal() const {
	return get_column(0).is_normalized() && get_column(1).is_normalized() && get_column(2).is_normalized() && is_orthogonal();
}

bool Basis::is_rotation() const {
	return is_conformal() && Math::is_equal_approx(determinant(), 1.0f, real_t(UNIT_EPSILON));
}

bool Basis::is_equal_approx(const Basis &p_b) const {
	return rows[0].is_equal_approx(p_b.rows[0]) && rows[1].is_equal_approx(p_b.rows[1]) && rows[2].is_equal_approx(p_b.rows[2]);
}

bool Basis::is_finite() const {
	return rows[0].is_finite() && rows[1].is_finite() && rows[2].is_finite();
}

Basis::operator String() const {
	return "[X: " + String(get_column(0)) + ", Y: " + String(get_column(1)) + ", Z: " + String(get_column(2)) + "]";
}

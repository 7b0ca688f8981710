// Operators of the mathematical types, also those with a number on the left. `in`, `not` and comparison with null are registered for
// all types in variant_op.cpp.
#include "core/math/aabb.h"
#include "core/math/basis.h"
#include "core/math/color.h"
#include "core/math/plane.h"
#include "core/math/projection.h"
#include "core/math/quaternion.h"
#include "core/math/rect2.h"
#include "core/math/rect2i.h"
#include "core/math/transform_2d.h"
#include "core/math/transform_3d.h"
#include "core/math/vector2.h"
#include "core/math/vector2i.h"
#include "core/math/vector3.h"
#include "core/math/vector3i.h"
#include "core/math/vector4.h"
#include "core/math/vector4i.h"
#include "core/string/ustring.h"
#include "core/variant/builtin_registry.h"
#include "core/variant/variant_math.h"

namespace {

template <typename T, typename Number>
T scaled(const T &p_value, const Number &p_by) {
	return p_value * real_t(p_by);
}

template <typename T, typename Number>
T scaled_from_left(const Number &p_by, const T &p_value) {
	return p_value * real_t(p_by);
}

template <typename T, typename Number>
T divided(const T &p_value, const Number &p_by) {
	return p_value / real_t(p_by);
}

// Integer vectors become float vectors next to a float.
template <typename T, typename F>
F int_scaled_by_float(const T &p_value, const double &p_by) {
	return F(p_value) * real_t(p_by);
}

template <typename T, typename F>
F int_scaled_by_float_from_left(const double &p_by, const T &p_value) {
	return F(p_value) * real_t(p_by);
}

// Division of integers by zero is an error also when the zero is a float.
template <typename T, typename F>
bool int_divide_by_float(const T &p_value, const double &p_by, Variant *r_ret) {
	if (unlikely(p_by == 0)) {
		*r_ret = String("Division by zero error");
		return false;
	}
	*r_ret = F(p_value) / real_t(p_by);
	return true;
}

template <typename T>
T int_scaled(const T &p_value, const int64_t &p_by) {
	return p_value * int32_t(p_by);
}

template <typename T>
T int_scaled_from_left(const int64_t &p_by, const T &p_value) {
	return p_value * int32_t(p_by);
}

template <typename T>
bool has_zero(const T &p_value) {
	for (int32_t component : p_value.coord) {
		if (component == 0) {
			return true;
		}
	}
	return false;
}

template <typename T>
bool int_divide(const T &p_a, const T &p_b, Variant *r_ret) {
	if (unlikely(has_zero(p_b))) {
		*r_ret = String("Division by zero error");
		return false;
	}
	*r_ret = p_a / p_b;
	return true;
}

template <typename T>
bool int_module(const T &p_a, const T &p_b, Variant *r_ret) {
	if (unlikely(has_zero(p_b))) {
		*r_ret = String("Modulo by zero error");
		return false;
	}
	*r_ret = p_a % p_b;
	return true;
}

// A divisor that only becomes 0 in 32 bits is one, too.
template <typename T>
bool int_divide_by(const T &p_a, const int64_t &p_by, Variant *r_ret) {
	if (unlikely(int32_t(p_by) == 0)) {
		*r_ret = String("Division by zero error");
		return false;
	}
	*r_ret = p_a / int32_t(p_by);
	return true;
}

template <typename T>
bool int_module_by(const T &p_a, const int64_t &p_by, Variant *r_ret) {
	if (unlikely(int32_t(p_by) == 0)) {
		*r_ret = String("Modulo by zero error");
		return false;
	}
	*r_ret = p_a % int32_t(p_by);
	return true;
}

// transform * value, and value * transform for the way back.
template <typename T, typename V>
V xform(const T &p_transform, const V &p_value) {
	return p_transform.xform(p_value);
}

template <typename T, typename V>
V xform_inv(const V &p_value, const T &p_transform) {
	return p_transform.xform_inv(p_value);
}

template <typename T>
void bind_sum_operators() {
	bind_builtin_operator<Variant::OP_ADD, &variant_op::add<T, T>>();
	bind_builtin_operator<Variant::OP_SUBTRACT, &variant_op::subtract<T, T>>();
}

template <typename T>
void bind_sign_operators() {
	bind_builtin_operator<Variant::OP_NEGATE, &variant_op::negate<T>>();
	bind_builtin_operator<Variant::OP_POSITIVE, &variant_op::positive<T>>();
}

template <typename T>
void bind_component_operators() {
	bind_builtin_operator<Variant::OP_MULTIPLY, &variant_op::multiply<T, T>>();
	bind_builtin_operator<Variant::OP_DIVIDE, &variant_op::divide<T, T>>();
}

// By a number on the right.
template <typename T>
void bind_scale_operators() {
	bind_builtin_operator<Variant::OP_MULTIPLY, &scaled<T, int64_t>>();
	bind_builtin_operator<Variant::OP_MULTIPLY, &scaled<T, double>>();
	bind_builtin_operator<Variant::OP_DIVIDE, &divided<T, int64_t>>();
	bind_builtin_operator<Variant::OP_DIVIDE, &divided<T, double>>();
}

template <typename T>
void bind_left_scale_operators() {
	bind_builtin_operator<Variant::OP_MULTIPLY, &scaled_from_left<T, int64_t>>();
	bind_builtin_operator<Variant::OP_MULTIPLY, &scaled_from_left<T, double>>();
}

template <typename T>
void bind_float_vector() {
	bind_builtin_equality<T>();
	bind_builtin_comparisons<T>();
	bind_sum_operators<T>();
	bind_sign_operators<T>();
	bind_component_operators<T>();
	bind_scale_operators<T>();
	bind_left_scale_operators<T>();
}

template <typename T, typename F>
void bind_int_vector() {
	bind_builtin_equality<T>();
	bind_builtin_comparisons<T>();
	bind_sum_operators<T>();
	bind_sign_operators<T>();
	bind_builtin_operator<Variant::OP_MULTIPLY, &variant_op::multiply<T, T>>();
	bind_builtin_fallible_operator<Variant::OP_DIVIDE, &int_divide<T>, T>();
	bind_builtin_fallible_operator<Variant::OP_MODULE, &int_module<T>, T>();
	bind_builtin_operator<Variant::OP_MULTIPLY, &int_scaled<T>>();
	bind_builtin_operator<Variant::OP_MULTIPLY, &int_scaled_from_left<T>>();
	bind_builtin_fallible_operator<Variant::OP_DIVIDE, &int_divide_by<T>, T>();
	bind_builtin_fallible_operator<Variant::OP_MODULE, &int_module_by<T>, T>();
	bind_builtin_operator<Variant::OP_MULTIPLY, &int_scaled_by_float<T, F>>();
	bind_builtin_operator<Variant::OP_MULTIPLY, &int_scaled_by_float_from_left<T, F>>();
	bind_builtin_fallible_operator<Variant::OP_DIVIDE, &int_divide_by_float<T, F>, F>();
}

template <typename T, typename V>
void bind_xform() {
	bind_builtin_operator<Variant::OP_MULTIPLY, &xform<T, V>>();
	bind_builtin_operator<Variant::OP_MULTIPLY, &xform_inv<T, V>>();
}

// transform * transform and transform * number.
template <typename T>
void bind_transform() {
	bind_builtin_equality<T>();
	bind_builtin_operator<Variant::OP_MULTIPLY, &variant_op::multiply<T, T>>();
	bind_scale_operators<T>();
}

} // namespace

void register_math_operators() {
	bind_float_vector<Vector2>();
	bind_float_vector<Vector3>();
	bind_float_vector<Vector4>();
	bind_int_vector<Vector2i, Vector2>();
	bind_int_vector<Vector3i, Vector3>();
	bind_int_vector<Vector4i, Vector4>();

	bind_builtin_equality<Rect2>();
	bind_builtin_equality<Rect2i>();
	bind_builtin_equality<::AABB>();
	bind_builtin_equality<Plane>();
	bind_sign_operators<Plane>();

	bind_builtin_equality<Quaternion>();
	bind_sum_operators<Quaternion>();
	bind_sign_operators<Quaternion>();
	bind_builtin_operator<Variant::OP_MULTIPLY, &variant_op::multiply<Quaternion, Quaternion>>();
	bind_scale_operators<Quaternion>();
	bind_left_scale_operators<Quaternion>();
	bind_xform<Quaternion, Vector3>();

	bind_transform<Transform2D>();
	bind_xform<Transform2D, Vector2>();
	bind_xform<Transform2D, Rect2>();
	bind_xform<Transform2D, PackedVector2Array>();

	bind_transform<Basis>();
	bind_xform<Basis, Vector3>();

	bind_transform<Transform3D>();
	bind_xform<Transform3D, Vector3>();
	bind_xform<Transform3D, Plane>();
	bind_xform<Transform3D, ::AABB>();
	bind_xform<Transform3D, PackedVector3Array>();

	bind_builtin_equality<Projection>();
	bind_builtin_operator<Variant::OP_MULTIPLY, &variant_op::multiply<Projection, Projection>>();
	bind_xform<Projection, Vector4>();

	bind_builtin_equality<Color>();
	bind_sum_operators<Color>();
	bind_sign_operators<Color>();
	bind_component_operators<Color>();
	bind_scale_operators<Color>();
	bind_left_scale_operators<Color>();
}

// Members and indexed access of the mathematical types.
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

// How many elements `value[i]` has, and of what type.
template <typename T>
struct Elements;
#define MATH_ELEMENTS(m_type, m_element, m_count) \
	template <> \
	struct Elements<m_type> { \
		using Type = m_element; \
		static constexpr int64_t COUNT = m_count; \
	};
MATH_ELEMENTS(Vector2, real_t, 2)
MATH_ELEMENTS(Vector2i, int32_t, 2)
MATH_ELEMENTS(Vector3, real_t, 3)
MATH_ELEMENTS(Vector3i, int32_t, 3)
MATH_ELEMENTS(Vector4, real_t, 4)
MATH_ELEMENTS(Vector4i, int32_t, 4)
MATH_ELEMENTS(Quaternion, real_t, 4)
MATH_ELEMENTS(Color, float, 4)
MATH_ELEMENTS(Transform2D, Vector2, 3)
MATH_ELEMENTS(Projection, Vector4, 4)
#undef MATH_ELEMENTS

template <typename T>
typename Elements<T>::Type get_element(const T &p_value, int64_t p_index, bool &r_oob) {
	r_oob = p_index < 0 || p_index >= Elements<T>::COUNT;
	return r_oob ? typename Elements<T>::Type() : p_value[int(p_index)];
}

template <typename T>
void set_element(T &r_value, int64_t p_index, typename Elements<T>::Type p_element, bool &r_oob) {
	r_oob = p_index < 0 || p_index >= Elements<T>::COUNT;
	if (!r_oob) {
		r_value[int(p_index)] = p_element;
	}
}

// Scripts see the columns of a basis, not the rows that C++ indexes.
Vector3 get_basis_column(const Basis &p_basis, int64_t p_index, bool &r_oob) {
	r_oob = p_index < 0 || p_index >= 3;
	return r_oob ? Vector3() : p_basis.get_column(int(p_index));
}

void set_basis_column(Basis &r_basis, int64_t p_index, Vector3 p_column, bool &r_oob) {
	r_oob = p_index < 0 || p_index >= 3;
	if (!r_oob) {
		r_basis.set_column(int(p_index), p_column);
	}
}

template <int COLUMN>
Vector3 get_basis_axis(const Basis &p_basis) {
	return p_basis.get_column(COLUMN);
}

template <int COLUMN>
void set_basis_axis(Basis &r_basis, const Vector3 &p_axis) {
	r_basis.set_column(COLUMN, p_axis);
}

template <typename T, typename E, int COLUMN>
E get_column(const T &p_matrix) {
	return p_matrix[COLUMN];
}

template <typename T, typename E, int COLUMN>
void set_column(T &r_matrix, const E &p_column) {
	r_matrix[COLUMN] = p_column;
}

template <typename T>
void bind_element_access() {
	bind_builtin_indexing<&get_element<T>, &set_element<T>>();
}

// Anonymous unions cannot be named by member pointers, so components go by index.
template <typename T, int COMPONENT>
typename Elements<T>::Type get_component(const T &p_value) {
	return p_value[COMPONENT];
}

template <typename T, int COMPONENT>
void set_component(T &r_value, const typename Elements<T>::Type &p_component) {
	r_value[COMPONENT] = p_component;
}

template <typename T, int COMPONENT = 0>
void bind_components(const char *const *p_names) {
	if constexpr (COMPONENT < Elements<T>::COUNT) {
		bind_builtin_property<&get_component<T, COMPONENT>, &set_component<T, COMPONENT>>(p_names[COMPONENT]);
		bind_components<T, COMPONENT + 1>(p_names);
	}
}

constexpr const char *XYZW[] = { "x", "y", "z", "w" };
constexpr const char *RGBA[] = { "r", "g", "b", "a" };

template <int COMPONENT>
real_t get_normal_component(const Plane &p_plane) {
	return p_plane.normal[COMPONENT];
}

template <int COMPONENT>
void set_normal_component(Plane &r_plane, real_t p_value) {
	r_plane.normal[COMPONENT] = p_value;
}

void register_shape_members() {
	bind_builtin_member<&Rect2::position>("position");
	bind_builtin_member<&Rect2::size>("size");
	bind_builtin_property<&Rect2::get_end, &Rect2::set_end>("end");
	bind_builtin_member<&Rect2i::position>("position");
	bind_builtin_member<&Rect2i::size>("size");
	bind_builtin_property<&Rect2i::get_end, &Rect2i::set_end>("end");
	bind_builtin_member<&::AABB::position>("position");
	bind_builtin_member<&::AABB::size>("size");
	bind_builtin_property<&::AABB::get_end, &::AABB::set_end>("end");

	bind_builtin_property<&get_normal_component<0>, &set_normal_component<0>>("x");
	bind_builtin_property<&get_normal_component<1>, &set_normal_component<1>>("y");
	bind_builtin_property<&get_normal_component<2>, &set_normal_component<2>>("z");
	bind_builtin_member<&Plane::d>("d");
	bind_builtin_member<&Plane::normal>("normal");
}

void register_matrix_members() {
	bind_builtin_property<&get_column<Transform2D, Vector2, 0>, &set_column<Transform2D, Vector2, 0>>("x");
	bind_builtin_property<&get_column<Transform2D, Vector2, 1>, &set_column<Transform2D, Vector2, 1>>("y");
	bind_builtin_property<&get_column<Transform2D, Vector2, 2>, &set_column<Transform2D, Vector2, 2>>("origin");

	bind_builtin_property<&get_basis_axis<0>, &set_basis_axis<0>>("x");
	bind_builtin_property<&get_basis_axis<1>, &set_basis_axis<1>>("y");
	bind_builtin_property<&get_basis_axis<2>, &set_basis_axis<2>>("z");

	bind_builtin_member<&Transform3D::basis>("basis");
	bind_builtin_member<&Transform3D::origin>("origin");

	bind_builtin_property<&get_column<Projection, Vector4, 0>, &set_column<Projection, Vector4, 0>>("x");
	bind_builtin_property<&get_column<Projection, Vector4, 1>, &set_column<Projection, Vector4, 1>>("y");
	bind_builtin_property<&get_column<Projection, Vector4, 2>, &set_column<Projection, Vector4, 2>>("z");
	bind_builtin_property<&get_column<Projection, Vector4, 3>, &set_column<Projection, Vector4, 3>>("w");
}

void register_color_members() {
	bind_components<Color>(RGBA);
	bind_builtin_property<&Color::get_r8, &Color::set_r8>("r8");
	bind_builtin_property<&Color::get_g8, &Color::set_g8>("g8");
	bind_builtin_property<&Color::get_b8, &Color::set_b8>("b8");
	bind_builtin_property<&Color::get_a8, &Color::set_a8>("a8");
	bind_builtin_property<&Color::get_h, &Color::set_h>("h");
	bind_builtin_property<&Color::get_s, &Color::set_s>("s");
	bind_builtin_property<&Color::get_v, &Color::set_v>("v");
	bind_builtin_property<&Color::get_ok_hsl_h, &Color::set_ok_hsl_h>("ok_hsl_h");
	bind_builtin_property<&Color::get_ok_hsl_s, &Color::set_ok_hsl_s>("ok_hsl_s");
	bind_builtin_property<&Color::get_ok_hsl_l, &Color::set_ok_hsl_l>("ok_hsl_l");
}

} // namespace

void register_math_members() {
	bind_components<Vector2>(XYZW);
	bind_components<Vector2i>(XYZW);
	bind_components<Vector3>(XYZW);
	bind_components<Vector3i>(XYZW);
	bind_components<Vector4>(XYZW);
	bind_components<Vector4i>(XYZW);
	bind_components<Quaternion>(XYZW);
	register_shape_members();
	register_matrix_members();
	register_color_members();

	bind_element_access<Vector2>();
	bind_element_access<Vector2i>();
	bind_element_access<Vector3>();
	bind_element_access<Vector3i>();
	bind_element_access<Vector4>();
	bind_element_access<Vector4i>();
	bind_element_access<Quaternion>();
	bind_element_access<Color>();
	bind_element_access<Transform2D>();
	bind_element_access<Projection>();
	bind_builtin_indexing<&get_basis_column, &set_basis_column>();
}

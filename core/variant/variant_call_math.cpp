// Methods of the vectors and of Color.
#include "core/math/basis.h"
#include "core/math/color.h"
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

template <typename T>
int64_t min_axis(const T &p_value) {
	return p_value.min_axis_index();
}

template <typename T>
int64_t max_axis(const T &p_value) {
	return p_value.max_axis_index();
}

void register_vector2_methods() {
	bind_builtin_method<&Vector2::angle>("angle", {});
	bind_builtin_method<&Vector2::angle_to>("angle_to", { "to" });
	bind_builtin_method<&Vector2::angle_to_point>("angle_to_point", { "to" });
	bind_builtin_method<&Vector2::direction_to>("direction_to", { "to" });
	bind_builtin_method<&Vector2::distance_to>("distance_to", { "to" });
	bind_builtin_method<&Vector2::distance_squared_to>("distance_squared_to", { "to" });
	bind_builtin_method<&Vector2::length>("length", {});
	bind_builtin_method<&Vector2::length_squared>("length_squared", {});
	bind_builtin_method<&Vector2::limit_length>("limit_length", { "length" }, { 1.0 });
	bind_builtin_method<&Vector2::normalized>("normalized", {});
	bind_builtin_method<&Vector2::is_normalized>("is_normalized", {});
	bind_builtin_method<&Vector2::is_equal_approx>("is_equal_approx", { "to" });
	bind_builtin_method<&Vector2::is_zero_approx>("is_zero_approx", {});
	bind_builtin_method<&Vector2::is_finite>("is_finite", {});
	bind_builtin_method<&Vector2::posmod>("posmod", { "mod" });
	bind_builtin_method<&Vector2::posmodv>("posmodv", { "modv" });
	bind_builtin_method<&Vector2::project>("project", { "b" });
	bind_builtin_method<&Vector2::lerp>("lerp", { "to", "weight" });
	bind_builtin_method<&Vector2::slerp>("slerp", { "to", "weight" });
	bind_builtin_method<&Vector2::cubic_interpolate>("cubic_interpolate", { "b", "pre_a", "post_b", "weight" });
	bind_builtin_method<&Vector2::cubic_interpolate_in_time>("cubic_interpolate_in_time", { "b", "pre_a", "post_b", "weight", "b_t", "pre_a_t", "post_b_t" });
	bind_builtin_method<&Vector2::bezier_interpolate>("bezier_interpolate", { "control_1", "control_2", "end", "t" });
	bind_builtin_method<&Vector2::bezier_derivative>("bezier_derivative", { "control_1", "control_2", "end", "t" });
	bind_builtin_method<&max_axis<Vector2>>("max_axis_index", {});
	bind_builtin_method<&min_axis<Vector2>>("min_axis_index", {});
	bind_builtin_method<&Vector2::move_toward>("move_toward", { "to", "delta" });
	bind_builtin_method<&Vector2::rotated>("rotated", { "angle" });
	bind_builtin_method<&Vector2::orthogonal>("orthogonal", {});
	bind_builtin_method<&Vector2::floor>("floor", {});
	bind_builtin_method<&Vector2::ceil>("ceil", {});
	bind_builtin_method<&Vector2::round>("round", {});
	bind_builtin_method<&Vector2::aspect>("aspect", {});
	bind_builtin_method<&Vector2::dot>("dot", { "with" });
	bind_builtin_method<&Vector2::slide>("slide", { "n" });
	bind_builtin_method<&Vector2::bounce>("bounce", { "n" });
	bind_builtin_method<&Vector2::reflect>("reflect", { "line" });
	bind_builtin_method<&Vector2::cross>("cross", { "with" });
	bind_builtin_method<&Vector2::abs>("abs", {});
	bind_builtin_method<&Vector2::sign>("sign", {});
	bind_builtin_method<&Vector2::clamp>("clamp", { "min", "max" });
	bind_builtin_method<&Vector2::clampf>("clampf", { "min", "max" });
	bind_builtin_method<&Vector2::snapped>("snapped", { "step" });
	bind_builtin_method<&Vector2::snappedf>("snappedf", { "step" });
	bind_builtin_method<&Vector2::min>("min", { "with" });
	bind_builtin_method<&Vector2::minf>("minf", { "with" });
	bind_builtin_method<&Vector2::max>("max", { "with" });
	bind_builtin_method<&Vector2::maxf>("maxf", { "with" });
	bind_builtin_static_method<&Vector2::from_angle>(Variant::VECTOR2, "from_angle", { "angle" });

	bind_builtin_method<&Vector2i::aspect>("aspect", {});
	bind_builtin_method<&max_axis<Vector2i>>("max_axis_index", {});
	bind_builtin_method<&min_axis<Vector2i>>("min_axis_index", {});
	bind_builtin_method<&Vector2i::distance_to>("distance_to", { "to" });
	bind_builtin_method<&Vector2i::distance_squared_to>("distance_squared_to", { "to" });
	bind_builtin_method<&Vector2i::length>("length", {});
	bind_builtin_method<&Vector2i::length_squared>("length_squared", {});
	bind_builtin_method<&Vector2i::sign>("sign", {});
	bind_builtin_method<&Vector2i::abs>("abs", {});
	bind_builtin_method<&Vector2i::clamp>("clamp", { "min", "max" });
	bind_builtin_method<&Vector2i::clampi>("clampi", { "min", "max" });
	bind_builtin_method<&Vector2i::snapped>("snapped", { "step" });
	bind_builtin_method<&Vector2i::snappedi>("snappedi", { "step" });
	bind_builtin_method<&Vector2i::min>("min", { "with" });
	bind_builtin_method<&Vector2i::mini>("mini", { "with" });
	bind_builtin_method<&Vector2i::max>("max", { "with" });
	bind_builtin_method<&Vector2i::maxi>("maxi", { "with" });
}

void register_vector3_methods() {
	bind_builtin_method<&min_axis<Vector3>>("min_axis_index", {});
	bind_builtin_method<&max_axis<Vector3>>("max_axis_index", {});
	bind_builtin_method<&Vector3::angle_to>("angle_to", { "to" });
	bind_builtin_method<&Vector3::signed_angle_to>("signed_angle_to", { "to", "axis" });
	bind_builtin_method<&Vector3::direction_to>("direction_to", { "to" });
	bind_builtin_method<&Vector3::distance_to>("distance_to", { "to" });
	bind_builtin_method<&Vector3::distance_squared_to>("distance_squared_to", { "to" });
	bind_builtin_method<&Vector3::length>("length", {});
	bind_builtin_method<&Vector3::length_squared>("length_squared", {});
	bind_builtin_method<&Vector3::limit_length>("limit_length", { "length" }, { 1.0 });
	bind_builtin_method<&Vector3::normalized>("normalized", {});
	bind_builtin_method<&Vector3::is_normalized>("is_normalized", {});
	bind_builtin_method<&Vector3::is_equal_approx>("is_equal_approx", { "to" });
	bind_builtin_method<&Vector3::is_zero_approx>("is_zero_approx", {});
	bind_builtin_method<&Vector3::is_finite>("is_finite", {});
	bind_builtin_method<&Vector3::inverse>("inverse", {});
	bind_builtin_method<&Vector3::clamp>("clamp", { "min", "max" });
	bind_builtin_method<&Vector3::clampf>("clampf", { "min", "max" });
	bind_builtin_method<&Vector3::snapped>("snapped", { "step" });
	bind_builtin_method<&Vector3::snappedf>("snappedf", { "step" });
	bind_builtin_method<&Vector3::rotated>("rotated", { "axis", "angle" });
	bind_builtin_method<&Vector3::lerp>("lerp", { "to", "weight" });
	bind_builtin_method<&Vector3::slerp>("slerp", { "to", "weight" });
	bind_builtin_method<&Vector3::cubic_interpolate>("cubic_interpolate", { "b", "pre_a", "post_b", "weight" });
	bind_builtin_method<&Vector3::cubic_interpolate_in_time>("cubic_interpolate_in_time", { "b", "pre_a", "post_b", "weight", "b_t", "pre_a_t", "post_b_t" });
	bind_builtin_method<&Vector3::bezier_interpolate>("bezier_interpolate", { "control_1", "control_2", "end", "t" });
	bind_builtin_method<&Vector3::bezier_derivative>("bezier_derivative", { "control_1", "control_2", "end", "t" });
	bind_builtin_method<&Vector3::move_toward>("move_toward", { "to", "delta" });
	bind_builtin_method<&Vector3::dot>("dot", { "with" });
	bind_builtin_method<&Vector3::cross>("cross", { "with" });
	bind_builtin_method<&Vector3::outer>("outer", { "with" });
	bind_builtin_method<&Vector3::abs>("abs", {});
	bind_builtin_method<&Vector3::floor>("floor", {});
	bind_builtin_method<&Vector3::ceil>("ceil", {});
	bind_builtin_method<&Vector3::round>("round", {});
	bind_builtin_method<&Vector3::posmod>("posmod", { "mod" });
	bind_builtin_method<&Vector3::posmodv>("posmodv", { "modv" });
	bind_builtin_method<&Vector3::project>("project", { "b" });
	bind_builtin_method<&Vector3::slide>("slide", { "n" });
	bind_builtin_method<&Vector3::bounce>("bounce", { "n" });
	bind_builtin_method<&Vector3::reflect>("reflect", { "n" });
	bind_builtin_method<&Vector3::sign>("sign", {});
	bind_builtin_method<&Vector3::octahedron_encode>("octahedron_encode", {});
	bind_builtin_method<&Vector3::min>("min", { "with" });
	bind_builtin_method<&Vector3::minf>("minf", { "with" });
	bind_builtin_method<&Vector3::max>("max", { "with" });
	bind_builtin_method<&Vector3::maxf>("maxf", { "with" });
	bind_builtin_static_method<&Vector3::octahedron_decode>(Variant::VECTOR3, "octahedron_decode", { "uv" });

	bind_builtin_method<&min_axis<Vector3i>>("min_axis_index", {});
	bind_builtin_method<&max_axis<Vector3i>>("max_axis_index", {});
	bind_builtin_method<&Vector3i::distance_to>("distance_to", { "to" });
	bind_builtin_method<&Vector3i::distance_squared_to>("distance_squared_to", { "to" });
	bind_builtin_method<&Vector3i::length>("length", {});
	bind_builtin_method<&Vector3i::length_squared>("length_squared", {});
	bind_builtin_method<&Vector3i::sign>("sign", {});
	bind_builtin_method<&Vector3i::abs>("abs", {});
	bind_builtin_method<&Vector3i::clamp>("clamp", { "min", "max" });
	bind_builtin_method<&Vector3i::clampi>("clampi", { "min", "max" });
	bind_builtin_method<&Vector3i::snapped>("snapped", { "step" });
	bind_builtin_method<&Vector3i::snappedi>("snappedi", { "step" });
	bind_builtin_method<&Vector3i::min>("min", { "with" });
	bind_builtin_method<&Vector3i::mini>("mini", { "with" });
	bind_builtin_method<&Vector3i::max>("max", { "with" });
	bind_builtin_method<&Vector3i::maxi>("maxi", { "with" });
}

void register_vector4_methods() {
	bind_builtin_method<&min_axis<Vector4>>("min_axis_index", {});
	bind_builtin_method<&max_axis<Vector4>>("max_axis_index", {});
	bind_builtin_method<&Vector4::length>("length", {});
	bind_builtin_method<&Vector4::length_squared>("length_squared", {});
	bind_builtin_method<&Vector4::abs>("abs", {});
	bind_builtin_method<&Vector4::sign>("sign", {});
	bind_builtin_method<&Vector4::floor>("floor", {});
	bind_builtin_method<&Vector4::ceil>("ceil", {});
	bind_builtin_method<&Vector4::round>("round", {});
	bind_builtin_method<&Vector4::lerp>("lerp", { "to", "weight" });
	bind_builtin_method<&Vector4::cubic_interpolate>("cubic_interpolate", { "b", "pre_a", "post_b", "weight" });
	bind_builtin_method<&Vector4::cubic_interpolate_in_time>("cubic_interpolate_in_time", { "b", "pre_a", "post_b", "weight", "b_t", "pre_a_t", "post_b_t" });
	bind_builtin_method<&Vector4::posmod>("posmod", { "mod" });
	bind_builtin_method<&Vector4::posmodv>("posmodv", { "modv" });
	bind_builtin_method<&Vector4::snapped>("snapped", { "step" });
	bind_builtin_method<&Vector4::snappedf>("snappedf", { "step" });
	bind_builtin_method<&Vector4::clamp>("clamp", { "min", "max" });
	bind_builtin_method<&Vector4::clampf>("clampf", { "min", "max" });
	bind_builtin_method<&Vector4::normalized>("normalized", {});
	bind_builtin_method<&Vector4::is_normalized>("is_normalized", {});
	bind_builtin_method<&Vector4::direction_to>("direction_to", { "to" });
	bind_builtin_method<&Vector4::distance_to>("distance_to", { "to" });
	bind_builtin_method<&Vector4::distance_squared_to>("distance_squared_to", { "to" });
	bind_builtin_method<&Vector4::dot>("dot", { "with" });
	bind_builtin_method<&Vector4::inverse>("inverse", {});
	bind_builtin_method<&Vector4::is_equal_approx>("is_equal_approx", { "to" });
	bind_builtin_method<&Vector4::is_zero_approx>("is_zero_approx", {});
	bind_builtin_method<&Vector4::is_finite>("is_finite", {});
	bind_builtin_method<&Vector4::min>("min", { "with" });
	bind_builtin_method<&Vector4::minf>("minf", { "with" });
	bind_builtin_method<&Vector4::max>("max", { "with" });
	bind_builtin_method<&Vector4::maxf>("maxf", { "with" });

	bind_builtin_method<&min_axis<Vector4i>>("min_axis_index", {});
	bind_builtin_method<&max_axis<Vector4i>>("max_axis_index", {});
	bind_builtin_method<&Vector4i::length>("length", {});
	bind_builtin_method<&Vector4i::length_squared>("length_squared", {});
	bind_builtin_method<&Vector4i::sign>("sign", {});
	bind_builtin_method<&Vector4i::abs>("abs", {});
	bind_builtin_method<&Vector4i::clamp>("clamp", { "min", "max" });
	bind_builtin_method<&Vector4i::clampi>("clampi", { "min", "max" });
	bind_builtin_method<&Vector4i::snapped>("snapped", { "step" });
	bind_builtin_method<&Vector4i::snappedi>("snappedi", { "step" });
	bind_builtin_method<&Vector4i::min>("min", { "with" });
	bind_builtin_method<&Vector4i::mini>("mini", { "with" });
	bind_builtin_method<&Vector4i::max>("max", { "with" });
	bind_builtin_method<&Vector4i::maxi>("maxi", { "with" });
	bind_builtin_method<&Vector4i::distance_to>("distance_to", { "to" });
	bind_builtin_method<&Vector4i::distance_squared_to>("distance_squared_to", { "to" });
}

void register_color_methods() {
	bind_builtin_method<&Color::to_argb32>("to_argb32", {});
	bind_builtin_method<&Color::to_abgr32>("to_abgr32", {});
	bind_builtin_method<&Color::to_rgba32>("to_rgba32", {});
	bind_builtin_method<&Color::to_argb64>("to_argb64", {});
	bind_builtin_method<&Color::to_abgr64>("to_abgr64", {});
	bind_builtin_method<&Color::to_rgba64>("to_rgba64", {});
	bind_builtin_method<&Color::to_html>("to_html", { "with_alpha" }, { true });
	bind_builtin_method<&Color::clamp>("clamp", { "min", "max" }, { Color(0, 0, 0, 0), Color(1, 1, 1, 1) });
	bind_builtin_method<&Color::inverted>("inverted", {});
	bind_builtin_method<&Color::lerp>("lerp", { "to", "weight" });
	bind_builtin_method<&Color::lightened>("lightened", { "amount" });
	bind_builtin_method<&Color::darkened>("darkened", { "amount" });
	bind_builtin_method<&Color::blend>("blend", { "over" });
	bind_builtin_method<&Color::get_luminance>("get_luminance", {});
	bind_builtin_method<&Color::srgb_to_linear>("srgb_to_linear", {});
	bind_builtin_method<&Color::linear_to_srgb>("linear_to_srgb", {});
	bind_builtin_method<&Color::is_equal_approx>("is_equal_approx", { "to" });
	bind_builtin_static_method<&Color::hex>(Variant::COLOR, "hex", { "hex" });
	bind_builtin_static_method<&Color::hex64>(Variant::COLOR, "hex64", { "hex" });
	bind_builtin_static_method<&Color::html>(Variant::COLOR, "html", { "rgba" });
	bind_builtin_static_method<&Color::html_is_valid>(Variant::COLOR, "html_is_valid", { "color" });
	bind_builtin_static_method<&Color::from_string>(Variant::COLOR, "from_string", { "str", "default" });
	bind_builtin_static_method<&Color::from_hsv>(Variant::COLOR, "from_hsv", { "h", "s", "v", "alpha" }, { 1.0 });
	bind_builtin_static_method<&Color::from_ok_hsl>(Variant::COLOR, "from_ok_hsl", { "h", "s", "l", "alpha" }, { 1.0 });
	bind_builtin_static_method<&Color::from_rgbe9995>(Variant::COLOR, "from_rgbe9995", { "rgbe" });
	bind_builtin_static_method<&Color::from_rgba8>(Variant::COLOR, "from_rgba8", { "r8", "g8", "b8", "a8" }, { 255 });
}

} // namespace

void register_math_vector_methods() {
	register_vector2_methods();
	register_vector3_methods();
	register_vector4_methods();
	register_color_methods();
}

void register_variant_math() {
	register_math_constructors();
	register_math_operators();
	register_math_members();
	register_math_constants();
	register_math_vector_methods();
	register_math_geometry_methods();
}

// Constructors of the mathematical types.
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

template <typename To, typename From>
To converted(const From &p_from) {
	return To(p_from);
}

template <typename T>
void bind_default_and_copy() {
	bind_builtin_constructor<T>({});
	bind_builtin_constructor_function<&converted<T, T>>({ "from" });
}

Quaternion quaternion_of_basis(const Basis &p_from) {
	return p_from.get_quaternion();
}

Color recoloured(const Color &p_from, float p_alpha) {
	return Color(p_from, p_alpha);
}

Color coded(const String &p_code) {
	return Color(p_code);
}

Color coded_alpha(const String &p_code, float p_alpha) {
	return Color(p_code, p_alpha);
}

Plane plane_through_point(const Vector3 &p_normal, const Vector3 &p_point) {
	return Plane(p_normal, p_point);
}

Plane plane_through_points(const Vector3 &p_1, const Vector3 &p_2, const Vector3 &p_3) {
	return Plane(p_1, p_2, p_3);
}

} // namespace

void register_math_constructors() {
	bind_default_and_copy<Vector2>();
	bind_builtin_constructor_function<&converted<Vector2, Vector2i>>({ "from" });
	bind_builtin_constructor<Vector2, real_t, real_t>({ "x", "y" });
	bind_default_and_copy<Vector2i>();
	bind_builtin_constructor_function<&converted<Vector2i, Vector2>>({ "from" });
	bind_builtin_constructor<Vector2i, int32_t, int32_t>({ "x", "y" });

	bind_default_and_copy<Rect2>();
	bind_builtin_constructor_function<&converted<Rect2, Rect2i>>({ "from" });
	bind_builtin_constructor<Rect2, Vector2, Vector2>({ "position", "size" });
	bind_builtin_constructor<Rect2, real_t, real_t, real_t, real_t>({ "x", "y", "width", "height" });
	bind_default_and_copy<Rect2i>();
	bind_builtin_constructor_function<&converted<Rect2i, Rect2>>({ "from" });
	bind_builtin_constructor<Rect2i, Vector2i, Vector2i>({ "position", "size" });
	bind_builtin_constructor<Rect2i, int32_t, int32_t, int32_t, int32_t>({ "x", "y", "width", "height" });

	bind_default_and_copy<Vector3>();
	bind_builtin_constructor_function<&converted<Vector3, Vector3i>>({ "from" });
	bind_builtin_constructor<Vector3, real_t, real_t, real_t>({ "x", "y", "z" });
	bind_default_and_copy<Vector3i>();
	bind_builtin_constructor_function<&converted<Vector3i, Vector3>>({ "from" });
	bind_builtin_constructor<Vector3i, int32_t, int32_t, int32_t>({ "x", "y", "z" });

	bind_default_and_copy<Vector4>();
	bind_builtin_constructor_function<&converted<Vector4, Vector4i>>({ "from" });
	bind_builtin_constructor<Vector4, real_t, real_t, real_t, real_t>({ "x", "y", "z", "w" });
	bind_default_and_copy<Vector4i>();
	bind_builtin_constructor_function<&converted<Vector4i, Vector4>>({ "from" });
	bind_builtin_constructor<Vector4i, int32_t, int32_t, int32_t, int32_t>({ "x", "y", "z", "w" });

	bind_default_and_copy<Transform2D>();
	bind_builtin_constructor<Transform2D, real_t, Vector2>({ "rotation", "position" });
	bind_builtin_constructor<Transform2D, real_t, Vector2, real_t, Vector2>({ "rotation", "scale", "skew", "position" });
	bind_builtin_constructor<Transform2D, Vector2, Vector2, Vector2>({ "x_axis", "y_axis", "origin" });

	bind_default_and_copy<Plane>();
	bind_builtin_constructor<Plane, Vector3>({ "normal" });
	bind_builtin_constructor<Plane, Vector3, real_t>({ "normal", "d" });
	bind_builtin_constructor_function<&plane_through_point>({ "normal", "point" });
	bind_builtin_constructor_function<&plane_through_points>({ "point1", "point2", "point3" });
	bind_builtin_constructor<Plane, real_t, real_t, real_t, real_t>({ "a", "b", "c", "d" });

	bind_default_and_copy<Quaternion>();
	bind_builtin_constructor_function<&quaternion_of_basis>({ "from" });
	bind_builtin_constructor<Quaternion, Vector3, real_t>({ "axis", "angle" });
	bind_builtin_constructor<Quaternion, Vector3, Vector3>({ "arc_from", "arc_to" });
	bind_builtin_constructor<Quaternion, real_t, real_t, real_t, real_t>({ "x", "y", "z", "w" });

	bind_default_and_copy<::AABB>();
	bind_builtin_constructor<::AABB, Vector3, Vector3>({ "position", "size" });

	bind_default_and_copy<Basis>();
	bind_builtin_constructor_function<&converted<Basis, Quaternion>>({ "from" });
	bind_builtin_constructor<Basis, Vector3, real_t>({ "axis", "angle" });
	bind_builtin_constructor<Basis, Vector3, Vector3, Vector3>({ "x_axis", "y_axis", "z_axis" });

	bind_default_and_copy<Transform3D>();
	bind_builtin_constructor<Transform3D, Basis, Vector3>({ "basis", "origin" });
	bind_builtin_constructor<Transform3D, Vector3, Vector3, Vector3, Vector3>({ "x_axis", "y_axis", "z_axis", "origin" });
	bind_builtin_constructor_function<&converted<Transform3D, Projection>>({ "from" });

	bind_default_and_copy<Projection>();
	bind_builtin_constructor_function<&converted<Projection, Transform3D>>({ "from" });
	bind_builtin_constructor<Projection, Vector4, Vector4, Vector4, Vector4>({ "x_axis", "y_axis", "z_axis", "w_axis" });

	bind_default_and_copy<Color>();
	bind_builtin_constructor_function<&recoloured>({ "from", "alpha" });
	bind_builtin_constructor<Color, float, float, float>({ "r", "g", "b" });
	bind_builtin_constructor<Color, float, float, float, float>({ "r", "g", "b", "a" });
	bind_builtin_constructor_function<&coded>({ "code" });
	bind_builtin_constructor_function<&coded_alpha>({ "code", "alpha" });
}

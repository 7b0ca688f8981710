// Constants and enums of the mathematical types.
#include "core/math/basis.h"
#include "core/math/color.h"
#include "core/math/plane.h"
#include "core/math/projection.h"
#include "core/math/quaternion.h"
#include "core/math/transform_2d.h"
#include "core/math/transform_3d.h"
#include "core/math/vector2.h"
#include "core/math/vector2i.h"
#include "core/math/vector3.h"
#include "core/math/vector3i.h"
#include "core/math/vector4.h"
#include "core/math/vector4i.h"
#include "core/variant/builtin_registry.h"
#include "core/variant/variant_math.h"

namespace {

constexpr real_t INFINITE = real_t(Math::INF);

void add_axis_enum(Variant::Type p_type, int p_axes) {
	constexpr const char *NAMES[] = { "AXIS_X", "AXIS_Y", "AXIS_Z", "AXIS_W" };
	for (int axis = 0; axis < p_axes; axis++) {
		add_builtin_enum_constant(p_type, "Axis", NAMES[axis], axis);
	}
}

void register_vector2_constants() {
	add_axis_enum(Variant::VECTOR2, 2);
	add_builtin_constant(Variant::VECTOR2, "ZERO", Vector2(0, 0));
	add_builtin_constant(Variant::VECTOR2, "ONE", Vector2(1, 1));
	add_builtin_constant(Variant::VECTOR2, "INF", Vector2(INFINITE, INFINITE));
	add_builtin_constant(Variant::VECTOR2, "LEFT", Vector2(-1, 0));
	add_builtin_constant(Variant::VECTOR2, "RIGHT", Vector2(1, 0));
	add_builtin_constant(Variant::VECTOR2, "UP", Vector2(0, -1));
	add_builtin_constant(Variant::VECTOR2, "DOWN", Vector2(0, 1));

	add_axis_enum(Variant::VECTOR2I, 2);
	add_builtin_constant(Variant::VECTOR2I, "ZERO", Vector2i(0, 0));
	add_builtin_constant(Variant::VECTOR2I, "ONE", Vector2i(1, 1));
	add_builtin_constant(Variant::VECTOR2I, "MIN", Vector2i(INT32_MIN, INT32_MIN));
	add_builtin_constant(Variant::VECTOR2I, "MAX", Vector2i(INT32_MAX, INT32_MAX));
	add_builtin_constant(Variant::VECTOR2I, "LEFT", Vector2i(-1, 0));
	add_builtin_constant(Variant::VECTOR2I, "RIGHT", Vector2i(1, 0));
	add_builtin_constant(Variant::VECTOR2I, "UP", Vector2i(0, -1));
	add_builtin_constant(Variant::VECTOR2I, "DOWN", Vector2i(0, 1));
}

void register_vector3_constants() {
	add_axis_enum(Variant::VECTOR3, 3);
	add_builtin_constant(Variant::VECTOR3, "ZERO", Vector3(0, 0, 0));
	add_builtin_constant(Variant::VECTOR3, "ONE", Vector3(1, 1, 1));
	add_builtin_constant(Variant::VECTOR3, "INF", Vector3(INFINITE, INFINITE, INFINITE));
	add_builtin_constant(Variant::VECTOR3, "LEFT", Vector3(-1, 0, 0));
	add_builtin_constant(Variant::VECTOR3, "RIGHT", Vector3(1, 0, 0));
	add_builtin_constant(Variant::VECTOR3, "UP", Vector3(0, 1, 0));
	add_builtin_constant(Variant::VECTOR3, "DOWN", Vector3(0, -1, 0));
	add_builtin_constant(Variant::VECTOR3, "FORWARD", Vector3(0, 0, -1));
	add_builtin_constant(Variant::VECTOR3, "BACK", Vector3(0, 0, 1));
	// Imported models face +Z, while nodes look along -Z.
	add_builtin_constant(Variant::VECTOR3, "MODEL_LEFT", Vector3(1, 0, 0));
	add_builtin_constant(Variant::VECTOR3, "MODEL_RIGHT", Vector3(-1, 0, 0));
	add_builtin_constant(Variant::VECTOR3, "MODEL_TOP", Vector3(0, 1, 0));
	add_builtin_constant(Variant::VECTOR3, "MODEL_BOTTOM", Vector3(0, -1, 0));
	add_builtin_constant(Variant::VECTOR3, "MODEL_FRONT", Vector3(0, 0, 1));
	add_builtin_constant(Variant::VECTOR3, "MODEL_REAR", Vector3(0, 0, -1));

	add_axis_enum(Variant::VECTOR3I, 3);
	add_builtin_constant(Variant::VECTOR3I, "ZERO", Vector3i(0, 0, 0));
	add_builtin_constant(Variant::VECTOR3I, "ONE", Vector3i(1, 1, 1));
	add_builtin_constant(Variant::VECTOR3I, "MIN", Vector3i(INT32_MIN, INT32_MIN, INT32_MIN));
	add_builtin_constant(Variant::VECTOR3I, "MAX", Vector3i(INT32_MAX, INT32_MAX, INT32_MAX));
	add_builtin_constant(Variant::VECTOR3I, "LEFT", Vector3i(-1, 0, 0));
	add_builtin_constant(Variant::VECTOR3I, "RIGHT", Vector3i(1, 0, 0));
	add_builtin_constant(Variant::VECTOR3I, "UP", Vector3i(0, 1, 0));
	add_builtin_constant(Variant::VECTOR3I, "DOWN", Vector3i(0, -1, 0));
	add_builtin_constant(Variant::VECTOR3I, "FORWARD", Vector3i(0, 0, -1));
	add_builtin_constant(Variant::VECTOR3I, "BACK", Vector3i(0, 0, 1));
}

void register_vector4_constants() {
	add_axis_enum(Variant::VECTOR4, 4);
	add_builtin_constant(Variant::VECTOR4, "ZERO", Vector4(0, 0, 0, 0));
	add_builtin_constant(Variant::VECTOR4, "ONE", Vector4(1, 1, 1, 1));
	add_builtin_constant(Variant::VECTOR4, "INF", Vector4(INFINITE, INFINITE, INFINITE, INFINITE));

	add_axis_enum(Variant::VECTOR4I, 4);
	add_builtin_constant(Variant::VECTOR4I, "ZERO", Vector4i(0, 0, 0, 0));
	add_builtin_constant(Variant::VECTOR4I, "ONE", Vector4i(1, 1, 1, 1));
	add_builtin_constant(Variant::VECTOR4I, "MIN", Vector4i(INT32_MIN, INT32_MIN, INT32_MIN, INT32_MIN));
	add_builtin_constant(Variant::VECTOR4I, "MAX", Vector4i(INT32_MAX, INT32_MAX, INT32_MAX, INT32_MAX));
}

void register_matrix_constants() {
	add_builtin_constant(Variant::TRANSFORM2D, "IDENTITY", Transform2D());
	add_builtin_constant(Variant::TRANSFORM2D, "FLIP_X", Transform2D(-1, 0, 0, 1, 0, 0));
	add_builtin_constant(Variant::TRANSFORM2D, "FLIP_Y", Transform2D(1, 0, 0, -1, 0, 0));

	add_builtin_constant(Variant::PLANE, "PLANE_YZ", Plane(Vector3(1, 0, 0), 0.0f));
	add_builtin_constant(Variant::PLANE, "PLANE_XZ", Plane(Vector3(0, 1, 0), 0.0f));
	add_builtin_constant(Variant::PLANE, "PLANE_XY", Plane(Vector3(0, 0, 1), 0.0f));

	add_builtin_constant(Variant::QUATERNION, "IDENTITY", Quaternion());

	add_builtin_constant(Variant::BASIS, "IDENTITY", Basis());
	add_builtin_constant(Variant::BASIS, "FLIP_X", Basis::from_scale(Vector3(-1, 1, 1)));
	add_builtin_constant(Variant::BASIS, "FLIP_Y", Basis::from_scale(Vector3(1, -1, 1)));
	add_builtin_constant(Variant::BASIS, "FLIP_Z", Basis::from_scale(Vector3(1, 1, -1)));

	add_builtin_constant(Variant::TRANSFORM3D, "IDENTITY", Transform3D());
	add_builtin_constant(Variant::TRANSFORM3D, "FLIP_X", Transform3D(Basis::from_scale(Vector3(-1, 1, 1))));
	add_builtin_constant(Variant::TRANSFORM3D, "FLIP_Y", Transform3D(Basis::from_scale(Vector3(1, -1, 1))));
	add_builtin_constant(Variant::TRANSFORM3D, "FLIP_Z", Transform3D(Basis::from_scale(Vector3(1, 1, -1))));

	add_builtin_enum_constant(Variant::PROJECTION, "Planes", "PLANE_NEAR", Projection::PLANE_NEAR);
	add_builtin_enum_constant(Variant::PROJECTION, "Planes", "PLANE_FAR", Projection::PLANE_FAR);
	add_builtin_enum_constant(Variant::PROJECTION, "Planes", "PLANE_LEFT", Projection::PLANE_LEFT);
	add_builtin_enum_constant(Variant::PROJECTION, "Planes", "PLANE_TOP", Projection::PLANE_TOP);
	add_builtin_enum_constant(Variant::PROJECTION, "Planes", "PLANE_RIGHT", Projection::PLANE_RIGHT);
	add_builtin_enum_constant(Variant::PROJECTION, "Planes", "PLANE_BOTTOM", Projection::PLANE_BOTTOM);
	add_builtin_constant(Variant::PROJECTION, "IDENTITY", Projection());
	add_builtin_constant(Variant::PROJECTION, "ZERO", Projection(Vector4(), Vector4(), Vector4(), Vector4()));
}

} // namespace

void register_math_constants() {
	register_vector2_constants();
	register_vector3_constants();
	register_vector4_constants();
	register_matrix_constants();
	int count = 0;
	const Color::Named *named = Color::get_named_colors(count);
	for (int i = 0; i < count; i++) {
		add_builtin_constant(Variant::COLOR, named[i].name, Color::hex(named[i].rgba));
	}
}

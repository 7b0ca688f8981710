// The one list of the built-in types; the Type enum, names, traits, copying and hashing are generated from it.
#pragma once

// X(ENUM, cpp_type, "script name"), in the order of Variant.Type of the scripting API. Three groups by how a Variant holds them:

// Inside the Variant, plain bytes: copying is copying 24 bytes and nothing needs to be destroyed.
#define VARIANT_PLAIN_TYPES(X) \
	X(BOOL, bool, "bool") \
	X(INT, int64_t, "int") \
	X(FLOAT, double, "float") \
	X(VECTOR2, Vector2, "Vector2") \
	X(VECTOR2I, Vector2i, "Vector2i") \
	X(RECT2, Rect2, "Rect2") \
	X(RECT2I, Rect2i, "Rect2i") \
	X(VECTOR3, Vector3, "Vector3") \
	X(VECTOR3I, Vector3i, "Vector3i") \
	X(VECTOR4, Vector4, "Vector4") \
	X(VECTOR4I, Vector4i, "Vector4i") \
	X(PLANE, Plane, "Plane") \
	X(QUATERNION, Quaternion, "Quaternion") \
	X(COLOR, Color, "Color") \
	X(RID, ::RID, "RID")

// On the heap, one owner each: too large for the 16 bytes inside.
#define VARIANT_BOXED_TYPES(X) \
	X(TRANSFORM2D, Transform2D, "Transform2D") \
	X(AABB, ::AABB, "AABB") \
	X(BASIS, Basis, "Basis") \
	X(TRANSFORM3D, Transform3D, "Transform3D") \
	X(PROJECTION, Projection, "Projection")

// Inside the Variant, with a copy constructor and destructor of their own.
#define VARIANT_HANDLE_TYPES(X) \
	X(STRING, String, "String") \
	X(STRING_NAME, StringName, "StringName") \
	X(NODE_PATH, NodePath, "NodePath") \
	X(CALLABLE, Callable, "Callable") \
	X(SIGNAL, Signal, "Signal") \
	X(DICTIONARY, Dictionary, "Dictionary") \
	X(ARRAY, Array, "Array")

// In a counted box that all copies of the Variant share: X(ENUM, cpp_type, element, element type of the API, "script name").
#define VARIANT_PACKED_TYPES(X) \
	X(PACKED_BYTE_ARRAY, PackedByteArray, uint8_t, INT, "PackedByteArray") \
	X(PACKED_INT32_ARRAY, PackedInt32Array, int32_t, INT, "PackedInt32Array") \
	X(PACKED_INT64_ARRAY, PackedInt64Array, int64_t, INT, "PackedInt64Array") \
	X(PACKED_FLOAT32_ARRAY, PackedFloat32Array, float, FLOAT, "PackedFloat32Array") \
	X(PACKED_FLOAT64_ARRAY, PackedFloat64Array, double, FLOAT, "PackedFloat64Array") \
	X(PACKED_STRING_ARRAY, PackedStringArray, String, STRING, "PackedStringArray") \
	X(PACKED_VECTOR2_ARRAY, PackedVector2Array, Vector2, VECTOR2, "PackedVector2Array") \
	X(PACKED_VECTOR3_ARRAY, PackedVector3Array, Vector3, VECTOR3, "PackedVector3Array") \
	X(PACKED_COLOR_ARRAY, PackedColorArray, Color, COLOR, "PackedColorArray") \
	X(PACKED_VECTOR4_ARRAY, PackedVector4Array, Vector4, VECTOR4, "PackedVector4Array")

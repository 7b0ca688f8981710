// The numbers of the binary formats of scenes and resources, for whoever reads or writes them.
#pragma once

#include <cstdint>

namespace BinaryResourceFormat {

// What stands in front of a value.
enum ValueKind : uint32_t {
	VALUE_NIL = 1,
	VALUE_BOOL = 2,
	VALUE_INT = 3,
	VALUE_FLOAT = 4,
	VALUE_STRING = 5,
	VALUE_VECTOR2 = 10,
	VALUE_RECT2 = 11,
	VALUE_VECTOR3 = 12,
	VALUE_PLANE = 13,
	VALUE_QUATERNION = 14,
	VALUE_AABB = 15,
	VALUE_BASIS = 16,
	VALUE_TRANSFORM_3D = 17,
	VALUE_TRANSFORM_2D = 18,
	VALUE_COLOR = 20,
	VALUE_NODE_PATH = 22,
	VALUE_RID = 23,
	VALUE_OBJECT = 24,
	VALUE_DICTIONARY = 26,
	VALUE_ARRAY = 30,
	VALUE_BYTES = 31,
	VALUE_INTS_32 = 32,
	VALUE_FLOATS_32 = 33,
	VALUE_STRINGS = 34,
	VALUE_VECTORS_3 = 35,
	VALUE_COLORS = 36,
	VALUE_VECTORS_2 = 37,
	VALUE_INT_64 = 40,
	VALUE_DOUBLE = 41,
	VALUE_CALLABLE = 42,
	VALUE_SIGNAL = 43,
	VALUE_STRING_NAME = 44,
	VALUE_VECTOR2I = 45,
	VALUE_RECT2I = 46,
	VALUE_VECTOR3I = 47,
	VALUE_INTS_64 = 48,
	VALUE_FLOATS_64 = 49,
	VALUE_VECTOR4 = 50,
	VALUE_VECTOR4I = 51,
	VALUE_PROJECTION = 52,
	VALUE_VECTORS_4 = 53,
};

// What follows VALUE_OBJECT.
enum ObjectKind : uint32_t {
	OBJECT_EMPTY,
	OBJECT_EXTERNAL,
	OBJECT_INTERNAL,
	OBJECT_EXTERNAL_INDEX,
};

// In the head of a file.
inline constexpr uint32_t FLAG_NAMED_PARTS = 1;
inline constexpr uint32_t FLAG_UIDS = 2;
inline constexpr uint32_t FLAG_WIDE_REALS = 4;
inline constexpr uint32_t FLAG_SCRIPT_CLASS = 8;
inline constexpr int32_t WRITTEN_FORMAT = 6;
inline constexpr int RESERVED_WORDS = 11;

// Of a scene's tables (bundled_scene.cpp).
inline constexpr int32_t ID_IS_PATH = 1 << 30;
inline constexpr int32_t ID_MASK = (1 << 24) - 1;
inline constexpr int32_t NO_PARENT = 0x7FFFFFFF;
inline constexpr int32_t TYPE_INSTANTIATED = 0x7FFFFFFF;
inline constexpr int32_t INSTANCE_IS_PLACEHOLDER = 1 << 30;
inline constexpr int32_t NAME_IS_NODE_PATH = 1 << 30;
inline constexpr int NAME_INDEX_BITS = 18;

} // namespace BinaryResourceFormat

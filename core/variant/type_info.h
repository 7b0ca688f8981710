// What the scripting API must know of a C++ parameter or result: its Variant type, number format and class or enum name.
#pragma once

#include "core/variant/variant.h"

namespace GodotTypeInfo {
enum Metadata {
	METADATA_NONE,
	METADATA_INT_IS_INT8,
	METADATA_INT_IS_INT16,
	METADATA_INT_IS_INT32,
	METADATA_INT_IS_INT64,
	METADATA_INT_IS_UINT8,
	METADATA_INT_IS_UINT16,
	METADATA_INT_IS_UINT32,
	METADATA_INT_IS_UINT64,
	METADATA_REAL_IS_FLOAT,
	METADATA_REAL_IS_DOUBLE,
	METADATA_INT_IS_CHAR16,
	METADATA_INT_IS_CHAR32,
	METADATA_OBJECT_IS_REQUIRED,
};
}

// How a type appears in API descriptions; method_bind turns it into a PropertyInfo.
struct TypeDescription {
	enum Kind {
		PLAIN,
		ANY, // Variant.
		OBJECT_CLASS, // name is the class.
		ENUM, // name is "Class.Enum".
		BITFIELD,
		ARRAY_TYPE, // name is the element type: a built-in's name or a class.
		DICTIONARY_TYPE, // name is "Key;Value".
	};
	Variant::Type type = Variant::NIL;
	Kind kind = PLAIN;
	StringName name;
};

// Strip const and & before asking. Specialised for the built-in types, enums (VARIANT_ENUM_CAST), typed containers; the object layer adds
// Object pointers and Ref<T>.
template <typename T, typename = void>
struct GetTypeInfo;

#define MAKE_TYPE_INFO(m_type, m_variant_type, m_metadata) \
	template <> \
	struct GetTypeInfo<m_type> { \
		static constexpr Variant::Type VARIANT_TYPE = Variant::m_variant_type; \
		static constexpr GodotTypeInfo::Metadata METADATA = GodotTypeInfo::m_metadata; \
		static TypeDescription describe() { return { Variant::m_variant_type, TypeDescription::PLAIN, StringName() }; } \
	};

MAKE_TYPE_INFO(bool, BOOL, METADATA_NONE)
MAKE_TYPE_INFO(uint8_t, INT, METADATA_INT_IS_UINT8)
MAKE_TYPE_INFO(int8_t, INT, METADATA_INT_IS_INT8)
MAKE_TYPE_INFO(uint16_t, INT, METADATA_INT_IS_UINT16)
MAKE_TYPE_INFO(int16_t, INT, METADATA_INT_IS_INT16)
MAKE_TYPE_INFO(uint32_t, INT, METADATA_INT_IS_UINT32)
MAKE_TYPE_INFO(int32_t, INT, METADATA_INT_IS_INT32)
MAKE_TYPE_INFO(unsigned long, INT, METADATA_INT_IS_UINT64)
MAKE_TYPE_INFO(long, INT, METADATA_INT_IS_INT64)
MAKE_TYPE_INFO(unsigned long long, INT, METADATA_INT_IS_UINT64)
MAKE_TYPE_INFO(long long, INT, METADATA_INT_IS_INT64)
MAKE_TYPE_INFO(char32_t, INT, METADATA_INT_IS_CHAR32)
MAKE_TYPE_INFO(float, FLOAT, METADATA_REAL_IS_FLOAT)
MAKE_TYPE_INFO(double, FLOAT, METADATA_REAL_IS_DOUBLE)
MAKE_TYPE_INFO(ObjectID, INT, METADATA_INT_IS_UINT64)
MAKE_TYPE_INFO(String, STRING, METADATA_NONE)
MAKE_TYPE_INFO(StringName, STRING_NAME, METADATA_NONE)
MAKE_TYPE_INFO(NodePath, NODE_PATH, METADATA_NONE)
MAKE_TYPE_INFO(Vector2, VECTOR2, METADATA_NONE)
MAKE_TYPE_INFO(Vector2i, VECTOR2I, METADATA_NONE)
MAKE_TYPE_INFO(Rect2, RECT2, METADATA_NONE)
MAKE_TYPE_INFO(Rect2i, RECT2I, METADATA_NONE)
MAKE_TYPE_INFO(Vector3, VECTOR3, METADATA_NONE)
MAKE_TYPE_INFO(Vector3i, VECTOR3I, METADATA_NONE)
MAKE_TYPE_INFO(Vector4, VECTOR4, METADATA_NONE)
MAKE_TYPE_INFO(Vector4i, VECTOR4I, METADATA_NONE)
MAKE_TYPE_INFO(Transform2D, TRANSFORM2D, METADATA_NONE)
MAKE_TYPE_INFO(Plane, PLANE, METADATA_NONE)
MAKE_TYPE_INFO(Quaternion, QUATERNION, METADATA_NONE)
MAKE_TYPE_INFO(::AABB, AABB, METADATA_NONE)
MAKE_TYPE_INFO(Basis, BASIS, METADATA_NONE)
MAKE_TYPE_INFO(Transform3D, TRANSFORM3D, METADATA_NONE)
MAKE_TYPE_INFO(Projection, PROJECTION, METADATA_NONE)
MAKE_TYPE_INFO(Color, COLOR, METADATA_NONE)
MAKE_TYPE_INFO(::RID, RID, METADATA_NONE)
MAKE_TYPE_INFO(Callable, CALLABLE, METADATA_NONE)
MAKE_TYPE_INFO(Signal, SIGNAL, METADATA_NONE)
MAKE_TYPE_INFO(Dictionary, DICTIONARY, METADATA_NONE)
MAKE_TYPE_INFO(Array, ARRAY, METADATA_NONE)
MAKE_TYPE_INFO(PackedByteArray, PACKED_BYTE_ARRAY, METADATA_NONE)
MAKE_TYPE_INFO(PackedInt32Array, PACKED_INT32_ARRAY, METADATA_NONE)
MAKE_TYPE_INFO(PackedInt64Array, PACKED_INT64_ARRAY, METADATA_NONE)
MAKE_TYPE_INFO(PackedFloat32Array, PACKED_FLOAT32_ARRAY, METADATA_NONE)
MAKE_TYPE_INFO(PackedFloat64Array, PACKED_FLOAT64_ARRAY, METADATA_NONE)
MAKE_TYPE_INFO(PackedStringArray, PACKED_STRING_ARRAY, METADATA_NONE)
MAKE_TYPE_INFO(PackedVector2Array, PACKED_VECTOR2_ARRAY, METADATA_NONE)
MAKE_TYPE_INFO(PackedVector3Array, PACKED_VECTOR3_ARRAY, METADATA_NONE)
MAKE_TYPE_INFO(PackedColorArray, PACKED_COLOR_ARRAY, METADATA_NONE)
MAKE_TYPE_INFO(PackedVector4Array, PACKED_VECTOR4_ARRAY, METADATA_NONE)
MAKE_TYPE_INFO(Vector<Variant>, ARRAY, METADATA_NONE)
MAKE_TYPE_INFO(Vector<StringName>, PACKED_STRING_ARRAY, METADATA_NONE)

template <>
struct GetTypeInfo<Variant> {
	static constexpr Variant::Type VARIANT_TYPE = Variant::NIL;
	static constexpr GodotTypeInfo::Metadata METADATA = GodotTypeInfo::METADATA_NONE;
	static TypeDescription describe() { return { Variant::NIL, TypeDescription::ANY, StringName() }; }
};

template <>
struct GetTypeInfo<Object *> {
	static constexpr Variant::Type VARIANT_TYPE = Variant::OBJECT;
	static constexpr GodotTypeInfo::Metadata METADATA = GodotTypeInfo::METADATA_NONE;
	static TypeDescription describe() { return { Variant::OBJECT, TypeDescription::OBJECT_CLASS, "Object" }; }
};

// A set of flags of enum T, as methods take and return them.
template <typename T>
class BitField {
	int64_t value = 0;

public:
	constexpr BitField() = default;
	constexpr BitField(int64_t p_value) :
			value(p_value) {}
	constexpr BitField(T p_value) :
			value(int64_t(p_value)) {}
	constexpr operator int64_t() const { return value; }
	operator Variant() const;
	constexpr bool has_flag(T p_flag) const { return (value & int64_t(p_flag)) != 0; }
	void set_flag(T p_flag) { value |= int64_t(p_flag); }
	void clear_flag(T p_flag) { value &= ~int64_t(p_flag); }
	constexpr bool is_empty() const { return value == 0; }
	void clear() { value = 0; }
};

template <typename T>
BitField<T>::operator Variant() const {
	return Variant(value);
}

// Turns "namespace::Class::Enum" into "Class.Enum": scripts know no namespaces.
StringName type_info_enum_name(const char *p_qualified);

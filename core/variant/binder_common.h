// Taking C++ arguments out of Variants and putting results back, shared by MethodBind and the tables of built-in functions.
#pragma once

#include "core/variant/type_info.h"
#include "core/variant/variant.h"
#include "core/variant/variant_internal.h"

// cast() takes any Variant and converts; get() takes one whose type is already proven (what GetTypeInfo says) and does not.
// The object layer specialises it for Object pointers and Ref<T>. The results may refer into the Variant.
template <typename T, typename = void>
struct VariantCaster {
	static _FORCE_INLINE_ T cast(const Variant &p_variant) { return p_variant; }
	static _FORCE_INLINE_ T get(const Variant &p_variant) { return p_variant; }
};

template <typename T>
struct VariantCaster<T &> : VariantCaster<T> {};
template <typename T>
struct VariantCaster<const T &> : VariantCaster<T> {};
template <typename T>
struct VariantCaster<const T> : VariantCaster<T> {};

template <>
struct VariantCaster<Variant> {
	static _FORCE_INLINE_ const Variant &cast(const Variant &p_variant) { return p_variant; }
	static _FORCE_INLINE_ const Variant &get(const Variant &p_variant) { return p_variant; }
};

template <typename T>
struct VariantCaster<T, std::enable_if_t<std::is_enum_v<T>>> {
	static _FORCE_INLINE_ T cast(const Variant &p_variant) { return T(int64_t(p_variant)); }
	static _FORCE_INLINE_ T get(const Variant &p_variant) { return T(VariantInternal::get_int(&p_variant)); }
};

template <typename T>
struct VariantCaster<BitField<T>> {
	static _FORCE_INLINE_ BitField<T> cast(const Variant &p_variant) { return BitField<T>(int64_t(p_variant)); }
	static _FORCE_INLINE_ BitField<T> get(const Variant &p_variant) { return BitField<T>(VariantInternal::get_int(&p_variant)); }
};

template <>
struct VariantCaster<Object *> {
	static _FORCE_INLINE_ Object *cast(const Variant &p_variant) { return p_variant.get_validated_object(); }
	static _FORCE_INLINE_ Object *get(const Variant &p_variant) { return p_variant.get_validated_object(); }
};

// Integers of every width come as int, floats as float.
#define VARIANT_CASTER_NUMBER(m_type, m_getter) \
	template <> \
	struct VariantCaster<m_type> { \
		static _FORCE_INLINE_ m_type cast(const Variant &p_variant) { return p_variant; } \
		static _FORCE_INLINE_ m_type get(const Variant &p_variant) { return m_type(VariantInternal::m_getter(&p_variant)); } \
	};
VARIANT_CASTER_NUMBER(bool, get_bool)
VARIANT_CASTER_NUMBER(int8_t, get_int)
VARIANT_CASTER_NUMBER(uint8_t, get_int)
VARIANT_CASTER_NUMBER(int16_t, get_int)
VARIANT_CASTER_NUMBER(uint16_t, get_int)
VARIANT_CASTER_NUMBER(int32_t, get_int)
VARIANT_CASTER_NUMBER(uint32_t, get_int)
VARIANT_CASTER_NUMBER(int64_t, get_int)
VARIANT_CASTER_NUMBER(uint64_t, get_int)
VARIANT_CASTER_NUMBER(char32_t, get_int)
VARIANT_CASTER_NUMBER(float, get_float)
VARIANT_CASTER_NUMBER(double, get_float)
#undef VARIANT_CASTER_NUMBER

// The other built-in types are handed out by reference, without a copy.
#define VARIANT_CASTER_BUILTIN(m_type) \
	template <> \
	struct VariantCaster<m_type> { \
		static _FORCE_INLINE_ m_type cast(const Variant &p_variant) { return p_variant; } \
		static _FORCE_INLINE_ const m_type &get(const Variant &p_variant) { return VariantInternal::get<m_type>(&p_variant); } \
	};
#define VARIANT_CASTER_LISTED(m_enum, m_type, m_name) VARIANT_CASTER_BUILTIN(m_type)
#define VARIANT_CASTER_PACKED(m_enum, m_type, m_element, m_element_type, m_name) VARIANT_CASTER_BUILTIN(m_type)
VARIANT_CASTER_BUILTIN(Vector2)
VARIANT_CASTER_BUILTIN(Vector2i)
VARIANT_CASTER_BUILTIN(Rect2)
VARIANT_CASTER_BUILTIN(Rect2i)
VARIANT_CASTER_BUILTIN(Vector3)
VARIANT_CASTER_BUILTIN(Vector3i)
VARIANT_CASTER_BUILTIN(Vector4)
VARIANT_CASTER_BUILTIN(Vector4i)
VARIANT_CASTER_BUILTIN(Plane)
VARIANT_CASTER_BUILTIN(Quaternion)
VARIANT_CASTER_BUILTIN(Color)
VARIANT_CASTER_BUILTIN(RID)
VARIANT_BOXED_TYPES(VARIANT_CASTER_LISTED)
VARIANT_HANDLE_TYPES(VARIANT_CASTER_LISTED)
VARIANT_PACKED_TYPES(VARIANT_CASTER_PACKED)
#undef VARIANT_CASTER_LISTED
#undef VARIANT_CASTER_PACKED
#undef VARIANT_CASTER_BUILTIN

// Whether T is itself one of the types that a Variant holds.
template <typename T, typename = void>
struct HasVariantType : std::false_type {};
template <typename T>
struct HasVariantType<T, std::void_t<decltype(VariantTypeOf<T>::TYPE)>> : std::true_type {};

// Stores a C++ result in *r_ret, whatever that held.
template <typename T>
_FORCE_INLINE_ void variant_store(Variant *r_ret, const T &p_value) {
	if constexpr (std::is_same_v<T, bool>) {
		VariantInternal::set_bool(r_ret, p_value);
	} else if constexpr (std::is_integral_v<T> || std::is_enum_v<T>) {
		VariantInternal::set_int(r_ret, int64_t(p_value));
	} else if constexpr (std::is_floating_point_v<T>) {
		VariantInternal::set_float(r_ret, double(p_value));
	} else if constexpr (HasVariantType<T>::value) {
		if constexpr (VariantInternal::is_plain_type<T>() || VariantTypeOf<T>::STORAGE == VARIANT_STORED_BOXED) {
			const T kept = p_value; // It may lie inside what *r_ret holds.
			VariantInternal::set<T>(r_ret, kept);
		} else {
			*r_ret = Variant(p_value);
		}
	} else {
		*r_ret = Variant(p_value);
	}
}

// Whether each number of an enum's underlying type is one of its values.
template <typename T, typename = void>
inline constexpr bool has_fixed_underlying_type = false;
template <typename T>
inline constexpr bool has_fixed_underlying_type<T, std::void_t<decltype(T{ 0 })>> = true;

// After an enum that bound methods take or return, at global scope: VARIANT_ENUM_CAST(Class::Enum). Scripts give any number, so the enum
// has a fixed underlying type.
#define VARIANT_ENUM_CAST(m_enum) \
	static_assert(has_fixed_underlying_type<m_enum>, "An enum that scripts reach needs an underlying type: enum Name : int."); \
	template <> \
	struct GetTypeInfo<m_enum> { \
		static constexpr Variant::Type VARIANT_TYPE = Variant::INT; \
		static constexpr GodotTypeInfo::Metadata METADATA = GodotTypeInfo::METADATA_NONE; \
		static TypeDescription describe() { return { Variant::INT, TypeDescription::ENUM, type_info_enum_name(#m_enum) }; } \
	};

#define VARIANT_BITFIELD_CAST(m_enum) \
	VARIANT_ENUM_CAST(m_enum) \
	template <> \
	struct GetTypeInfo<BitField<m_enum>> { \
		static constexpr Variant::Type VARIANT_TYPE = Variant::INT; \
		static constexpr GodotTypeInfo::Metadata METADATA = GodotTypeInfo::METADATA_NONE; \
		static TypeDescription describe() { return { Variant::INT, TypeDescription::BITFIELD, type_info_enum_name(#m_enum) }; } \
	};

VARIANT_ENUM_CAST(Variant::Type)
VARIANT_ENUM_CAST(Variant::Operator)
VARIANT_ENUM_CAST(Error)

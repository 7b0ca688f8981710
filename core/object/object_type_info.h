// Object pointers as arguments and results of bound methods: their class, and how to take them out of a Variant.
#pragma once

#include "core/object/object.h"
#include "core/object/property_info.h"
#include "core/variant/binder_common.h"
#include "core/variant/type_info.h"

#include <type_traits>

// The class that an argument of type T must be of; null for what is no object. Ref<T> adds its own.
template <typename T>
struct ObjectClassOf {
	static constexpr ClassTag *get_tag() {
		if constexpr (std::is_pointer_v<T>) {
			return &std::remove_const_t<std::remove_pointer_t<T>>::class_tag;
		} else {
			return nullptr;
		}
	}
};

template <typename T>
struct GetTypeInfo<T *, std::enable_if_t<std::is_base_of_v<Object, T>>> {
	static constexpr Variant::Type VARIANT_TYPE = Variant::OBJECT;
	static constexpr GodotTypeInfo::Metadata METADATA = GodotTypeInfo::METADATA_NONE;
	static TypeDescription describe() { return { Variant::OBJECT, TypeDescription::OBJECT_CLASS, std::remove_const_t<T>::get_class_static() }; }
};

template <typename T>
struct VariantCaster<T *> {
	static T *cast(const Variant &p_variant) { return Object::cast_to<std::remove_const_t<T>>(p_variant.get_validated_object()); }
	static T *get(const Variant &p_variant) { return cast(p_variant); }
};

// "Enum" of "Class.Enum".
StringName enum_short_name(const StringName &p_qualified);

VARIANT_ENUM_CAST(PropertyHint);
VARIANT_BITFIELD_CAST(PropertyUsageFlags);
VARIANT_BITFIELD_CAST(MethodFlags);
VARIANT_ENUM_CAST(Object::ConnectFlags);

// TypedArray<T>: an Array that lets in only T, for C++ signatures.
#pragma once

#include "core/variant/array.h"
#include "core/variant/container_type.h"
#include "core/variant/type_info.h"

// What T is as an element. The object layer's classes answer with their class name through get_class_static().
template <typename T, typename = void>
struct TypedElement {
	static ContainerType describe() { return { Variant::OBJECT, T::get_class_static(), Variant() }; }
};

template <typename T>
struct TypedElement<T, std::void_t<decltype(GetTypeInfo<T>::VARIANT_TYPE)>> {
	static ContainerType describe() { return { GetTypeInfo<T>::VARIANT_TYPE, StringName(), Variant() }; }
};

template <typename T>
class TypedArray : public Array {
public:
	TypedArray() { set_typed(TypedElement<T>::describe()); }
	TypedArray(const Array &p_array) {
		set_typed(TypedElement<T>::describe());
		if (is_same_typed(p_array)) {
			Array::operator=(p_array);
		} else {
			assign(p_array);
		}
	}
	TypedArray(const Variant &p_variant) :
			TypedArray(Array(p_variant)) {}
	TypedArray(std::initializer_list<Variant> p_init) :
			TypedArray(Array(p_init)) {}
	TypedArray &operator=(const Array &p_array) {
		ERR_FAIL_COND_V_MSG(!is_same_typed(p_array), *this, "Cannot assign an array with a different element type.");
		Array::operator=(p_array);
		return *this;
	}
};

template <typename T>
struct GetTypeInfo<TypedArray<T>> {
	static constexpr Variant::Type VARIANT_TYPE = Variant::ARRAY;
	static constexpr GodotTypeInfo::Metadata METADATA = GodotTypeInfo::METADATA_NONE;
	static TypeDescription describe() { return { Variant::ARRAY, TypeDescription::ARRAY_TYPE, TypedElement<T>::describe().get_name() }; }
};

// Unchecked typed access to a Variant whose type is already proven, for the interpreter and for the tables of built-in functions.
#pragma once

#include "core/os/memory.h"
#include "core/templates/safe_refcount.h"
#include "core/variant/variant.h"

// What all copies of a packed array Variant share.
struct PackedArrayBox {
	SafeRefCount ref_count;
};

template <typename T>
struct PackedArrayRef : PackedArrayBox {
	Vector<T> array;
};

// What all handles of an Array share.
struct ArrayPrivate {
	SafeRefCount ref_count;
	bool read_only = false;
	ContainerTypeValidate *type = nullptr; // Owned; nullptr when untyped.
	Vector<Variant> array;

	~ArrayPrivate();
};

// How a C++ type lies in a Variant.
enum VariantStorage {
	VARIANT_STORED_INLINE,
	VARIANT_STORED_BOXED,
	VARIANT_STORED_PACKED,
};

template <typename T>
struct VariantTypeOf; // TYPE and STORAGE of the C++ types of the lists in variant_types.h; no others.

#define VARIANT_TYPE_OF(m_enum, m_type, m_storage) \
	template <> \
	struct VariantTypeOf<m_type> { \
		static constexpr Variant::Type TYPE = Variant::m_enum; \
		static constexpr VariantStorage STORAGE = m_storage; \
	};
#define VARIANT_TYPE_OF_INLINE(m_enum, m_type, m_name) VARIANT_TYPE_OF(m_enum, m_type, VARIANT_STORED_INLINE)
#define VARIANT_TYPE_OF_BOXED(m_enum, m_type, m_name) VARIANT_TYPE_OF(m_enum, m_type, VARIANT_STORED_BOXED)
#define VARIANT_TYPE_OF_PACKED(m_enum, m_type, m_element, m_element_type, m_name) VARIANT_TYPE_OF(m_enum, m_type, VARIANT_STORED_PACKED)
VARIANT_PLAIN_TYPES(VARIANT_TYPE_OF_INLINE)
VARIANT_HANDLE_TYPES(VARIANT_TYPE_OF_INLINE)
VARIANT_BOXED_TYPES(VARIANT_TYPE_OF_BOXED)
VARIANT_PACKED_TYPES(VARIANT_TYPE_OF_PACKED)
#undef VARIANT_TYPE_OF_INLINE
#undef VARIANT_TYPE_OF_BOXED
#undef VARIANT_TYPE_OF_PACKED
#undef VARIANT_TYPE_OF

struct VariantInternal {
	// The value inside; p_variant must be of T's type. Stale once the Variant changes type or dies.
	template <typename T>
	static _FORCE_INLINE_ T &get(Variant *p_variant) {
		if constexpr (VariantTypeOf<T>::STORAGE == VARIANT_STORED_INLINE) {
			return *reinterpret_cast<T *>(p_variant->_data.payload.bytes);
		} else if constexpr (VariantTypeOf<T>::STORAGE == VARIANT_STORED_BOXED) {
			return *static_cast<T *>(p_variant->_data.boxed);
		} else {
			return static_cast<T &>(_packed_ref<T>(p_variant->_data.packed));
		}
	}
	template <typename T>
	static _FORCE_INLINE_ const T &get(const Variant *p_variant) { return get<T>(const_cast<Variant *>(p_variant)); }

	// Makes *r_variant hold p_value, whatever it held before; the old value dies when the new one is in place.
	template <typename T>
	static _FORCE_INLINE_ void set(Variant *r_variant, const T &p_value) {
		if constexpr (is_plain_type<T>()) {
			if (unlikely(!Variant::_is_plain(r_variant->type))) {
				*r_variant = Variant(p_value);
				return;
			}
			r_variant->type = VariantTypeOf<T>::TYPE;
			new (r_variant->_data.payload.bytes) T(p_value);
		} else if constexpr (VariantTypeOf<T>::STORAGE == VARIANT_STORED_BOXED) {
			if (likely(r_variant->type == VariantTypeOf<T>::TYPE)) {
				get<T>(r_variant) = p_value; // The box is its only owner's, and stays.
			} else {
				*r_variant = Variant(p_value);
			}
		} else {
			*r_variant = Variant(p_value);
		}
	}

	template <typename T>
	static constexpr bool is_plain_type() {
		return VariantTypeOf<T>::STORAGE == VARIANT_STORED_INLINE && Variant::_is_plain(VariantTypeOf<T>::TYPE);
	}
	static constexpr bool is_plain(Variant::Type p_type) { return Variant::_is_plain(p_type); }

	// Shorthand for the interpreter's hot paths.
	static _FORCE_INLINE_ bool &get_bool(Variant *p_variant) { return p_variant->_data.b; }
	static _FORCE_INLINE_ bool get_bool(const Variant *p_variant) { return p_variant->_data.b; }
	static _FORCE_INLINE_ int64_t &get_int(Variant *p_variant) { return p_variant->_data.i; }
	static _FORCE_INLINE_ int64_t get_int(const Variant *p_variant) { return p_variant->_data.i; }
	static _FORCE_INLINE_ double &get_float(Variant *p_variant) { return p_variant->_data.f; }
	static _FORCE_INLINE_ double get_float(const Variant *p_variant) { return p_variant->_data.f; }
	static _FORCE_INLINE_ const String &get_string(const Variant *p_variant) { return get<String>(p_variant); }
	static _FORCE_INLINE_ const StringName &get_string_name(const Variant *p_variant) { return get<StringName>(p_variant); }
	static _FORCE_INLINE_ Array &get_array(Variant *p_variant) { return get<Array>(p_variant); }
	static _FORCE_INLINE_ const Array &get_array(const Variant *p_variant) { return get<Array>(p_variant); }
	static _FORCE_INLINE_ Dictionary &get_dictionary(Variant *p_variant) { return get<Dictionary>(p_variant); }
	static _FORCE_INLINE_ const Dictionary &get_dictionary(const Variant *p_variant) { return get<Dictionary>(p_variant); }
	// The pointer may dangle unless the id is ref counted: see get_validated_object().
	static _FORCE_INLINE_ Object *get_object_unchecked(const Variant *p_variant) { return p_variant->_data.object.object; }
	static _FORCE_INLINE_ ObjectID get_object_id(const Variant *p_variant) { return p_variant->_data.object.id; }

	static _FORCE_INLINE_ void set_bool(Variant *r_variant, bool p_value) { set<bool>(r_variant, p_value); }
	static _FORCE_INLINE_ void set_int(Variant *r_variant, int64_t p_value) { set<int64_t>(r_variant, p_value); }
	static _FORCE_INLINE_ void set_float(Variant *r_variant, double p_value) { set<double>(r_variant, p_value); }
	// p_from is plain, and *r_variant holds nothing that must be released.
	static _FORCE_INLINE_ void copy_plain(Variant *r_variant, const Variant *p_from) { r_variant->_copy_bytes(*p_from); }
	// As set_int() for a Variant known to be plain (nil, int, float, vectors ...): just stores.
	static _FORCE_INLINE_ void overwrite_int(Variant *r_variant, int64_t p_value) {
		r_variant->type = Variant::INT;
		r_variant->_data.i = p_value;
	}
	static _FORCE_INLINE_ void overwrite_float(Variant *r_variant, double p_value) {
		r_variant->type = Variant::FLOAT;
		r_variant->_data.f = p_value;
	}
	static _FORCE_INLINE_ void overwrite_bool(Variant *r_variant, bool p_value) {
		r_variant->type = Variant::BOOL;
		r_variant->_data.b = p_value;
	}

	// Makes *r_variant the default value of p_type.
	static void initialize(Variant *r_variant, Variant::Type p_type);

	// Elements of a container without its checks. The caller has proven index, writability and type.
	static _FORCE_INLINE_ Variant *array_ptrw(Array &p_array) { return p_array._p->array.ptrw(); }
	static _FORCE_INLINE_ const Variant *array_ptr(const Array &p_array) { return p_array._p->array.ptr(); }
	static _FORCE_INLINE_ int64_t array_size(const Array &p_array) { return p_array._p->array.size(); }
	// The elements as they are now, counted: for walks that may call scripts. Costs no copy unless the array is written meanwhile.
	static Vector<Variant> get_snapshot(const Array &p_array) { return p_array._p->array; }
	// Key, value, key, value ...
	static Vector<Variant> get_snapshot(const Dictionary &p_dictionary);
	// Neither typed nor read-only: elements may be written by pointer.
	static _FORCE_INLINE_ bool array_is_plain(const Array &p_array) { return p_array._p->type == nullptr && !p_array._p->read_only; }

private:
	template <typename T>
	struct _PackedElement;
	template <typename E>
	struct _PackedElement<Vector<E>> {
		using Type = E;
	};
	template <typename T>
	static _FORCE_INLINE_ T &_packed_ref(PackedArrayBox *p_box) {
		return static_cast<PackedArrayRef<typename _PackedElement<T>::Type> *>(p_box)->array;
	}
};

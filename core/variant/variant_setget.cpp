// v[key], v.name: by position, by name and by key, for values of any type.
#include "core/variant/builtin_registry.h"
#include "core/variant/builtin_tables.h"
#include "core/variant/object_hooks.h"
#include "core/variant/variant.h"
#include "core/variant/variant_internal.h"

#include "core/error/error_macros.h"

namespace {

// Members and elements take numbers of the other kind, and nothing else that is not exactly theirs.
bool fit_element(const Variant &p_value, Variant::Type p_type, Variant &r_fitted) {
	if (p_type == Variant::NIL || p_value.get_type() == p_type) {
		r_fitted = p_value;
		return true;
	}
	if (!p_value.is_num() || (p_type != Variant::INT && p_type != Variant::FLOAT)) {
		return false;
	}
	r_fitted = Variant::type_convert(p_value, p_type);
	return true;
}

int64_t position_from_end(int64_t p_index, int64_t p_size, bool &r_oob) {
	const int64_t index = p_index < 0 ? p_index + p_size : p_index;
	r_oob = index < 0 || index >= p_size;
	return index;
}

// --- Types whose elements this file knows.

String get_character(const String &p_text, int64_t p_index, bool &r_oob) {
	const int64_t index = position_from_end(p_index, p_text.length(), r_oob);
	return r_oob ? String() : String::chr(p_text[index]);
}

// Takes the first character of the value; an empty value takes the character out.
void set_character(String &r_text, int64_t p_index, const String &p_value, bool &r_oob) {
	const int64_t index = position_from_end(p_index, r_text.length(), r_oob);
	if (r_oob) {
		return;
	}
	if (p_value.is_empty()) {
		r_text = r_text.erase(index);
	} else {
		r_text.set(index, p_value[0]);
	}
}

void get_array_element(const Variant *p_base, int64_t p_index, Variant *r_value, bool *r_oob) {
	const Array &array = VariantInternal::get_array(p_base);
	const int64_t index = position_from_end(p_index, array.size(), *r_oob);
	if (likely(!*r_oob)) {
		*r_value = VariantInternal::array_ptr(array)[index];
	}
}

void set_array_element(Variant *p_base, int64_t p_index, const Variant *p_value, bool *r_oob) {
	Array &array = VariantInternal::get_array(p_base);
	const int64_t index = position_from_end(p_index, array.size(), *r_oob);
	if (unlikely(*r_oob)) {
		return;
	}
	if (likely(VariantInternal::array_is_plain(array))) {
		VariantInternal::array_ptrw(array)[index] = *p_value;
	} else {
		array.set(int(index), *p_value);
	}
}

template <typename T>
void get_packed_element(const Variant *p_base, int64_t p_index, Variant *r_value, bool *r_oob) {
	const Vector<T> &array = VariantInternal::get<Vector<T>>(p_base);
	const int64_t index = position_from_end(p_index, array.size(), *r_oob);
	if (likely(!*r_oob)) {
		const T value = array.ptr()[index];
		variant_store(r_value, value);
	}
}

template <typename T>
void set_packed_element(Variant *p_base, int64_t p_index, const Variant *p_value, bool *r_oob) {
	Vector<T> &array = VariantInternal::get<Vector<T>>(p_base);
	const int64_t index = position_from_end(p_index, array.size(), *r_oob);
	if (likely(!*r_oob)) {
		array.ptrw()[index] = VariantCaster<T>::get(*p_value);
	}
}

void get_dictionary_entry(const Variant *p_base, const Variant *p_key, Variant *r_value, bool *r_valid) {
	const Variant *found = VariantInternal::get_dictionary(p_base).getptr(*p_key);
	*r_valid = found != nullptr;
	*r_value = found != nullptr ? *found : Variant();
}

void set_dictionary_entry(Variant *p_base, const Variant *p_key, const Variant *p_value, bool *r_valid) {
	*r_valid = VariantInternal::get_dictionary(p_base).set(*p_key, *p_value);
}

// A position is a key like any other.
void get_dictionary_index(const Variant *p_base, int64_t p_index, Variant *r_value, bool *r_oob) {
	const Variant *found = VariantInternal::get_dictionary(p_base).getptr(p_index);
	*r_oob = found == nullptr;
	if (found != nullptr) {
		*r_value = *found;
	}
}

void set_dictionary_index(Variant *p_base, int64_t p_index, const Variant *p_value, bool *r_oob) {
	*r_oob = !VariantInternal::get_dictionary(p_base).set(p_index, *p_value);
}

void get_object_entry(const Variant *p_base, const Variant *p_key, Variant *r_value, bool *r_valid) {
	const Object *object = p_base->get_validated_object();
	*r_valid = object != nullptr && p_key->is_string() && object_hooks.get(object, *p_key, *r_value);
}

void set_object_entry(Variant *p_base, const Variant *p_key, const Variant *p_value, bool *r_valid) {
	Object *object = p_base->get_validated_object();
	*r_valid = object != nullptr && p_key->is_string() && object_hooks.set(object, *p_key, *p_value);
}

} // namespace

void register_variant_indexing() {
	bind_builtin_indexing<&get_character, &set_character>();
	add_builtin_indexing(Variant::DICTIONARY, { Variant::NIL, &get_dictionary_index, &set_dictionary_index });
	add_builtin_indexing(Variant::ARRAY, { Variant::NIL, &get_array_element, &set_array_element });
#define BIND_PACKED_INDEXING(m_enum, m_type, m_element, m_element_type, m_name) \
	add_builtin_indexing(Variant::m_enum, { Variant::m_element_type, &get_packed_element<m_element>, &set_packed_element<m_element> });
	VARIANT_PACKED_TYPES(BIND_PACKED_INDEXING)
#undef BIND_PACKED_INDEXING
}

// --- Keys.

bool Variant::is_keyed(Type p_type) {
	return p_type == DICTIONARY || p_type == OBJECT;
}

Variant::ValidatedKeyedSetter Variant::get_member_validated_keyed_setter(Type p_type) {
	return p_type == DICTIONARY ? &set_dictionary_entry : (p_type == OBJECT ? &set_object_entry : nullptr);
}

Variant::ValidatedKeyedGetter Variant::get_member_validated_keyed_getter(Type p_type) {
	return p_type == DICTIONARY ? &get_dictionary_entry : (p_type == OBJECT ? &get_object_entry : nullptr);
}

void Variant::set_keyed(const Variant &p_key, const Variant &p_value, bool &r_valid) {
	const ValidatedKeyedSetter setter = get_member_validated_keyed_setter(Type(type));
	r_valid = false;
	if (setter != nullptr) {
		setter(this, &p_key, &p_value, &r_valid);
	}
}

Variant Variant::get_keyed(const Variant &p_key, bool &r_valid) const {
	const ValidatedKeyedGetter getter = get_member_validated_keyed_getter(Type(type));
	Variant value;
	r_valid = false;
	if (getter != nullptr) {
		getter(this, &p_key, &value, &r_valid);
	}
	return value;
}

// --- Positions.

void Variant::set_indexed(int64_t p_index, const Variant &p_value, bool &r_valid, bool &r_oob) {
	r_oob = false;
	const BuiltinIndexing &indexing = builtin_tables->types[type].indexing;
	Variant value;
	r_valid = indexing.setter != nullptr && !is_read_only() && fit_element(p_value, indexing.element_type, value);
	if (!r_valid) {
		return;
	}
	indexing.setter(this, p_index, &value, &r_oob);
	r_valid = !r_oob;
}

Variant Variant::get_indexed(int64_t p_index, bool &r_valid, bool &r_oob) const {
	r_oob = false;
	const BuiltinIndexing &indexing = builtin_tables->types[type].indexing;
	Variant value;
	r_valid = indexing.getter != nullptr;
	if (r_valid) {
		indexing.getter(this, p_index, &value, &r_oob);
		r_valid = !r_oob;
	}
	return value;
}

uint64_t Variant::get_indexed_size() const {
	switch (type) {
		case STRING:
			return uint64_t(VariantInternal::get<String>(this).length());
		case ARRAY:
			return uint64_t(VariantInternal::get<Array>(this).size());
#define PACKED_SIZE(m_enum, m_type, m_element, m_element_type, m_name) \
	case m_enum: \
		return uint64_t(VariantInternal::get<m_type>(this).size());
			VARIANT_PACKED_TYPES(PACKED_SIZE)
#undef PACKED_SIZE
		case VECTOR2:
		case VECTOR2I:
			return 2;
		case VECTOR3:
		case VECTOR3I:
		case TRANSFORM2D:
		case BASIS:
			return 3;
		case VECTOR4:
		case VECTOR4I:
		case QUATERNION:
		case PROJECTION:
		case COLOR:
			return 4;
		default:
			return 0;
	}
}

// --- Names.

void Variant::set_named(const StringName &p_member, const Variant &p_value, bool &r_valid) {
	if (is_keyed(Type(type))) {
		set_keyed(p_member, p_value, r_valid);
		return;
	}
	const BuiltinMember *member = find_builtin_member(Type(type), p_member);
	Variant value;
	r_valid = member != nullptr && fit_element(p_value, member->type, value);
	if (r_valid) {
		member->setter(this, &value);
	}
}

Variant Variant::get_named(const StringName &p_member, bool &r_valid) const {
	if (is_keyed(Type(type))) {
		return get_keyed(p_member, r_valid);
	}
	const BuiltinMember *member = find_builtin_member(Type(type), p_member);
	Variant value;
	r_valid = true;
	if (member != nullptr) {
		member->getter(this, &value);
	} else if (has_builtin_method(Type(type), p_member)) {
		value = Callable::create(*this, p_member); // `array.size` without a call.
	} else {
		r_valid = false;
	}
	return value;
}

// --- Any key.

void Variant::set(const Variant &p_key, const Variant &p_value, bool *r_valid) {
	bool valid = false;
	bool oob = false;
	if (is_keyed(Type(type))) {
		set_keyed(p_key, p_value, valid);
	} else if (p_key.is_string()) {
		set_named(p_key, p_value, valid);
	} else if (p_key.is_num()) {
		set_indexed(p_key, p_value, valid, oob);
	}
	if (r_valid != nullptr) {
		*r_valid = valid;
	}
}

Variant Variant::get(const Variant &p_key, bool *r_valid) const {
	bool valid = false;
	bool oob = false;
	Variant value;
	if (is_keyed(Type(type))) {
		value = get_keyed(p_key, valid);
	} else if (p_key.is_string()) {
		value = get_named(p_key, valid);
	} else if (p_key.is_num()) {
		value = get_indexed(p_key, valid, oob);
	}
	if (r_valid != nullptr) {
		*r_valid = valid;
	}
	return value;
}

bool Variant::in(const Variant &p_key, bool *r_valid) const {
	bool valid = false;
	Variant found;
	evaluate(OP_IN, p_key, *this, found, valid);
	if (r_valid != nullptr) {
		*r_valid = valid;
	}
	return valid && found.booleanize();
}

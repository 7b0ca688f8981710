// Lifetime of Variants: making them from C++ values, sharing, releasing; and what kind of thing they hold.
#include "core/variant/variant.h"

#include "core/variant/object_hooks.h"
#include "core/variant/variant_internal.h"

ObjectHooks object_hooks;

namespace {

template <typename T>
PackedArrayBox *make_packed(const Vector<T> &p_array) {
	PackedArrayRef<T> *box = memnew(PackedArrayRef<T>);
	box->ref_count.init();
	box->array = p_array;
	return box;
}

} // namespace

#define VARIANT_FROM_INLINE(m_enum, m_type, m_name) \
	Variant::Variant(const m_type &p_value) : \
			type(m_enum) { \
		new (_data.payload.bytes) m_type(p_value); \
	}
#define VARIANT_FROM_BOXED(m_enum, m_type, m_name) \
	Variant::Variant(const m_type &p_value) : \
			type(m_enum) { \
		_data.boxed = memnew(m_type(p_value)); \
	}
#define VARIANT_FROM_PACKED(m_enum, m_type, m_element, m_element_type, m_name) \
	Variant::Variant(const m_type &p_value) : \
			type(m_enum) { \
		_data.packed = make_packed(p_value); \
	}
VARIANT_FROM_INLINE(VECTOR2, Vector2, )
VARIANT_FROM_INLINE(VECTOR2I, Vector2i, )
VARIANT_FROM_INLINE(RECT2, Rect2, )
VARIANT_FROM_INLINE(RECT2I, Rect2i, )
VARIANT_FROM_INLINE(VECTOR3, Vector3, )
VARIANT_FROM_INLINE(VECTOR3I, Vector3i, )
VARIANT_FROM_INLINE(VECTOR4, Vector4, )
VARIANT_FROM_INLINE(VECTOR4I, Vector4i, )
VARIANT_FROM_INLINE(PLANE, Plane, )
VARIANT_FROM_INLINE(QUATERNION, Quaternion, )
VARIANT_FROM_INLINE(COLOR, Color, )
VARIANT_FROM_INLINE(RID, ::RID, )
VARIANT_HANDLE_TYPES(VARIANT_FROM_INLINE)
VARIANT_BOXED_TYPES(VARIANT_FROM_BOXED)
VARIANT_PACKED_TYPES(VARIANT_FROM_PACKED)
#undef VARIANT_FROM_INLINE
#undef VARIANT_FROM_BOXED
#undef VARIANT_FROM_PACKED

Variant::Variant(const char *p_value) :
		Variant(String(p_value)) {}

Variant::Variant(const char32_t *p_value) :
		Variant(String(p_value)) {}

Variant::Variant(const Vector<Variant> &p_value) :
		type(ARRAY) {
	Array *array = new (_data.payload.bytes) Array();
	array->resize(int(p_value.size()));
	for (int i = 0; i < array->size(); i++) {
		(*array)[i] = p_value[i];
	}
}

Variant::Variant(const Vector<StringName> &p_value) :
		type(PACKED_STRING_ARRAY) {
	PackedStringArray strings;
	for (const StringName &name : p_value) {
		strings.push_back(name);
	}
	_data.packed = make_packed(strings);
}

Variant::Variant(const Object *p_object) :
		type(OBJECT) {
	_data.object.id = ObjectID();
	_data.object.object = nullptr;
	if (p_object == nullptr) {
		return;
	}
	Object *object = const_cast<Object *>(p_object);
	const ObjectID id = object_hooks.get_instance_id(object);
	// An object on its way out takes no new owners.
	if (id.is_ref_counted() && !object_hooks.reference(object)) {
		return;
	}
	_data.object.id = id;
	_data.object.object = object;
}

// Whoever copies a Variant, or lets it go, holds a reference already: only the number changes.
static _FORCE_INLINE_ SafeRefCount &count_of(Object *p_object) {
	return *reinterpret_cast<SafeRefCount *>(reinterpret_cast<char *>(p_object) + object_hooks.count_offset);
}

void Variant::_copy_counted(const Variant &p_from) {
	type = p_from.type;
	switch (p_from.type) {
		case OBJECT:
			_data.object = p_from._data.object;
			if (_data.object.id.is_ref_counted() && unlikely(!count_of(_data.object.object).ref())) {
				_data.object.id = ObjectID();
				_data.object.object = nullptr;
			}
			break;
#define COPY_HANDLE(m_enum, m_type, m_name) \
	case m_enum: \
		new (_data.payload.bytes) m_type(VariantInternal::get<m_type>(&p_from)); \
		break;
			VARIANT_HANDLE_TYPES(COPY_HANDLE)
#undef COPY_HANDLE
#define COPY_BOXED(m_enum, m_type, m_name) \
	case m_enum: \
		_data.boxed = memnew(m_type(VariantInternal::get<m_type>(&p_from))); \
		break;
			VARIANT_BOXED_TYPES(COPY_BOXED)
#undef COPY_BOXED
		default:
			_data.packed = p_from._data.packed;
			_data.packed->ref_count.ref();
			break;
	}
}

void Variant::_release() {
	switch (type) {
		case OBJECT:
			if (_data.object.id.is_ref_counted() && count_of(_data.object.object).unref()) {
				DeepRelease::end(_data.object.object, [](void *p_object) { object_hooks.free_object(static_cast<Object *>(p_object)); });
			}
			break;
#define RELEASE_HANDLE(m_enum, m_type, m_name) \
	case m_enum: { \
		using Held = m_type; \
		VariantInternal::get<Held>(this).~Held(); \
		break; \
	}
			VARIANT_HANDLE_TYPES(RELEASE_HANDLE)
#undef RELEASE_HANDLE
#define RELEASE_BOXED(m_enum, m_type, m_name) \
	case m_enum: \
		memdelete(static_cast<m_type *>(_data.boxed)); \
		break;
			VARIANT_BOXED_TYPES(RELEASE_BOXED)
#undef RELEASE_BOXED
#define RELEASE_PACKED(m_enum, m_type, m_element, m_element_type, m_name) \
	case m_enum: \
		if (_data.packed->ref_count.unref()) { \
			memdelete(static_cast<PackedArrayRef<m_element> *>(_data.packed)); \
		} \
		break;
			VARIANT_PACKED_TYPES(RELEASE_PACKED)
#undef RELEASE_PACKED
		default:
			break;
	}
}

void Variant::_assign(const Variant &p_from) {
	if (this == &p_from) {
		return;
	}
	if (_is_plain(type)) {
		_copy_counted(p_from); // The inline part has seen to two plain ones.
		return;
	}
	// The old value dies last: its end may run code that looks at this Variant, and p_from may live inside it.
	const Variant old(static_cast<Variant &&>(*this));
	if (_is_plain(p_from.type)) {
		_copy_bytes(p_from);
	} else {
		_copy_counted(p_from);
	}
}

void VariantInternal::initialize(Variant *r_variant, Variant::Type p_type) {
	*r_variant = Variant(); // The old value goes before a new container is made.
	switch (p_type) {
		case Variant::OBJECT:
			*r_variant = Variant(static_cast<const Object *>(nullptr));
			break;
#define INITIALIZE(m_enum, m_type, m_name) \
	case Variant::m_enum: \
		*r_variant = Variant(m_type()); \
		break;
#define INITIALIZE_PACKED(m_enum, m_type, m_element, m_element_type, m_name) INITIALIZE(m_enum, m_type, m_name)
			VARIANT_PLAIN_TYPES(INITIALIZE)
			VARIANT_HANDLE_TYPES(INITIALIZE)
			VARIANT_BOXED_TYPES(INITIALIZE)
			VARIANT_PACKED_TYPES(INITIALIZE_PACKED)
#undef INITIALIZE
#undef INITIALIZE_PACKED
		default:
			break;
	}
}

const Variant &get_variant_default(Variant::Type p_type) {
	struct Defaults {
		Variant values[Variant::VARIANT_MAX];
		Defaults() {
			for (int i = 0; i < Variant::VARIANT_MAX; i++) {
				VariantInternal::initialize(&values[i], Variant::Type(i));
			}
		}
	};
	static const Defaults defaults;
	return defaults.values[p_type];
}

const String &Variant::get_type_name(Type p_type) {
	struct Names {
		String names[VARIANT_MAX];
		Names() {
			names[NIL] = "Nil";
			names[OBJECT] = "Object";
#define SET_NAME(m_enum, m_type, m_name) names[m_enum] = m_name;
#define SET_NAME_PACKED(m_enum, m_type, m_element, m_element_type, m_name) names[m_enum] = m_name;
			VARIANT_PLAIN_TYPES(SET_NAME)
			VARIANT_HANDLE_TYPES(SET_NAME)
			VARIANT_BOXED_TYPES(SET_NAME)
			VARIANT_PACKED_TYPES(SET_NAME_PACKED)
#undef SET_NAME
#undef SET_NAME_PACKED
		}
	};
	static const Names table;
	static const String nothing;
	ERR_FAIL_INDEX_V(int(p_type), int(VARIANT_MAX), nothing);
	return table.names[p_type];
}

Variant::Type Variant::get_type_by_name(const StringName &p_name) {
	for (int i = 0; i < VARIANT_MAX; i++) {
		if (p_name == get_type_name(Type(i))) {
			return Type(i);
		}
	}
	return VARIANT_MAX;
}

// --- Objects.

Object *Variant::get_validated_object() const {
	if (type != OBJECT || _data.object.id.is_null()) {
		return nullptr;
	}
	// What we hold a reference to cannot have gone.
	return _data.object.id.is_ref_counted() ? _data.object.object : object_hooks.get_instance(_data.object.id);
}

Object *Variant::get_validated_object_with_check(bool &r_previously_freed) const {
	Object *object = get_validated_object();
	r_previously_freed = object == nullptr && type == OBJECT && _data.object.id.is_valid();
	return object;
}

ObjectID Variant::get_object_instance_id() const {
	return type == OBJECT ? _data.object.id : ObjectID();
}

bool Variant::is_ref_counted() const {
	return type == OBJECT && _data.object.id.is_ref_counted();
}

bool Variant::is_null() const {
	return type == NIL || (type == OBJECT && get_validated_object() == nullptr);
}

// --- Kinds of values.

bool Variant::is_zero() const {
	switch (type) {
		case NIL:
			return true;
		case BOOL:
			return !_data.b;
		case INT:
			return _data.i == 0;
		case FLOAT:
			return _data.f == 0;
		case STRING:
			return VariantInternal::get<String>(this).is_empty();
		case STRING_NAME:
			return VariantInternal::get<StringName>(this).is_empty();
		case OBJECT:
			return get_validated_object() == nullptr;
		case CALLABLE:
			return VariantInternal::get<Callable>(this).is_null();
		case SIGNAL:
			return VariantInternal::get<Signal>(this).is_null();
		case DICTIONARY:
			return VariantInternal::get<Dictionary>(this).is_empty();
		case ARRAY:
			return VariantInternal::get<Array>(this).is_empty();
#define PACKED_IS_EMPTY(m_enum, m_type, m_element, m_element_type, m_name) \
	case m_enum: \
		return VariantInternal::get<m_type>(this).is_empty();
			VARIANT_PACKED_TYPES(PACKED_IS_EMPTY)
#undef PACKED_IS_EMPTY
		default:
			// The types of fixed size are false when they equal what their constructor without arguments makes.
			return *this == get_variant_default(Type(type));
	}
}

bool Variant::is_read_only() const {
	switch (type) {
		case ARRAY:
			return VariantInternal::get<Array>(this).is_read_only();
		case DICTIONARY:
			return VariantInternal::get<Dictionary>(this).is_read_only();
		default:
			return false;
	}
}

// --- Copies of what copies share.

Variant Variant::duplicate(bool p_deep) const {
	return recursive_duplicate(p_deep, RESOURCE_DEEP_DUPLICATE_NONE, 0);
}

Variant Variant::duplicate_deep(ResourceDeepDuplicateMode p_mode) const {
	return recursive_duplicate(true, p_mode, 0);
}

Variant Variant::recursive_duplicate(bool p_deep, ResourceDeepDuplicateMode p_mode, int p_recursion, ContainerWalk *p_walk) const {
	switch (type) {
		case OBJECT: {
			Object *object = get_validated_object();
			if (p_mode == RESOURCE_DEEP_DUPLICATE_NONE || object == nullptr || object_hooks.duplicate_resource == nullptr) {
				return *this;
			}
			return object_hooks.duplicate_resource(object, p_mode, p_recursion);
		}
		case DICTIONARY:
			return VariantInternal::get<Dictionary>(this).recursive_duplicate(p_deep, p_mode, p_recursion, p_walk);
		case ARRAY:
			return VariantInternal::get<Array>(this).recursive_duplicate(p_deep, p_mode, p_recursion, p_walk);
#define DUPLICATE_PACKED(m_enum, m_type, m_element, m_element_type, m_name) \
	case m_enum: \
		return Variant(VariantInternal::get<m_type>(this));
			VARIANT_PACKED_TYPES(DUPLICATE_PACKED)
#undef DUPLICATE_PACKED
		default:
			return *this;
	}
}

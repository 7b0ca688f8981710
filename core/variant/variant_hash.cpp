// Hashes of Variants, and equality as containers and is_same() see it.
#include "core/variant/variant.h"

#include "core/templates/hash_wang.h"
#include "core/templates/hashfuncs.h"
#include "core/variant/container_walk.h"
#include "core/variant/variant_internal.h"

namespace {

uint32_t hash_int(int64_t p_value) {
	return hash_wang(uint64_t(p_value));
}

uint32_t chain(real_t p_value, uint32_t p_hash) {
	return hash_murmur3_one_real(p_value, p_hash);
}
uint32_t chain(double p_value, uint32_t p_hash) {
	return hash_murmur3_one_double(p_value, p_hash);
}
uint32_t chain(int32_t p_value, uint32_t p_hash) {
	return hash_murmur3_one_32(uint32_t(p_value), p_hash);
}
uint32_t chain(const String &p_value, uint32_t p_hash) {
	return hash_murmur3_one_32(p_value.hash(), p_hash);
}
uint32_t chain(const Vector2 &p_value, uint32_t p_hash) {
	return chain(p_value.y, chain(p_value.x, p_hash));
}
uint32_t chain(const Vector2i &p_value, uint32_t p_hash) {
	return chain(p_value.y, chain(p_value.x, p_hash));
}
uint32_t chain(const Vector3 &p_value, uint32_t p_hash) {
	return chain(p_value.z, chain(p_value.y, chain(p_value.x, p_hash)));
}
uint32_t chain(const Vector3i &p_value, uint32_t p_hash) {
	return chain(p_value.z, chain(p_value.y, chain(p_value.x, p_hash)));
}
uint32_t chain(const Vector4 &p_value, uint32_t p_hash) {
	return chain(p_value.w, chain(p_value.z, chain(p_value.y, chain(p_value.x, p_hash))));
}
uint32_t chain(const Vector4i &p_value, uint32_t p_hash) {
	return chain(p_value.w, chain(p_value.z, chain(p_value.y, chain(p_value.x, p_hash))));
}
uint32_t chain(const Quaternion &p_value, uint32_t p_hash) {
	return chain(p_value.w, chain(p_value.z, chain(p_value.y, chain(p_value.x, p_hash))));
}
uint32_t chain(const Color &p_value, uint32_t p_hash) {
	return chain(p_value.a, chain(p_value.b, chain(p_value.g, chain(p_value.r, p_hash))));
}
uint32_t chain(const Plane &p_value, uint32_t p_hash) {
	return chain(p_value.d, chain(p_value.normal, p_hash));
}
uint32_t chain(const Rect2 &p_value, uint32_t p_hash) {
	return chain(p_value.size, chain(p_value.position, p_hash));
}
uint32_t chain(const Rect2i &p_value, uint32_t p_hash) {
	return chain(p_value.size, chain(p_value.position, p_hash));
}
uint32_t chain(const AABB &p_value, uint32_t p_hash) {
	return chain(p_value.size, chain(p_value.position, p_hash));
}
uint32_t chain(const Transform2D &p_value, uint32_t p_hash) {
	return chain(p_value.columns[2], chain(p_value.columns[1], chain(p_value.columns[0], p_hash)));
}
uint32_t chain(const Basis &p_value, uint32_t p_hash) {
	return chain(p_value.rows[2], chain(p_value.rows[1], chain(p_value.rows[0], p_hash)));
}
uint32_t chain(const Transform3D &p_value, uint32_t p_hash) {
	return chain(p_value.origin, chain(p_value.basis, p_hash));
}
uint32_t chain(const Projection &p_value, uint32_t p_hash) {
	return chain(p_value.columns[3], chain(p_value.columns[2], chain(p_value.columns[1], chain(p_value.columns[0], p_hash))));
}

template <typename T>
uint32_t hash_numbers(const T &p_value) {
	return hash_fmix32(chain(p_value, HASH_MURMUR3_SEED));
}

template <typename T>
uint32_t hash_packed(const Vector<T> &p_array) {
	if (p_array.is_empty()) { // Of numbers: as one zero, alone.
		return std::is_same_v<T, float> ? hash_murmur3_one_float(0) : (std::is_arithmetic_v<T> ? hash_murmur3_one_double(0) : HASH_MURMUR3_SEED);
	}
	if constexpr (std::is_integral_v<T>) {
		return hash_murmur3_buffer(p_array.ptr(), size_t(p_array.size()) * sizeof(T));
	} else {
		uint32_t hash = HASH_MURMUR3_SEED;
		for (const T &element : p_array) {
			hash = chain(element, hash);
		}
		return hash_fmix32(hash);
	}
}

// --- The same for tables, with their secrets.

template <typename T>
struct AsReals : std::bool_constant<!std::is_arithmetic_v<T> && !std::is_same_v<T, Vector2i> && !std::is_same_v<T, Vector3i> && !std::is_same_v<T, Vector4i> && !std::is_same_v<T, Rect2i>> {};

// The types of the API that are made of numbers hold nothing else, without gaps.
template <typename T>
uint32_t table_hash_numbers(const T *p_values, size_t p_count) {
	if constexpr (std::is_same_v<T, String>) {
		uint32_t hash = uint32_t(p_count);
		for (size_t i = 0; i < p_count; i++) {
			hash = hash_table_pair(hash, p_values[i].table_hash());
		}
		return hash;
	} else if constexpr (std::is_same_v<T, double>) {
		uint32_t hash = uint32_t(p_count);
		for (size_t i = 0; i < p_count; i++) {
			hash = hash_table_pair(hash, hash_table_double(p_values[i]));
		}
		return hash;
	} else if constexpr (std::is_same_v<T, float> || AsReals<T>::value) {
		static_assert(sizeof(T) % sizeof(real_t) == 0);
		return hash_table_reals(reinterpret_cast<const real_t *>(p_values), p_count * (sizeof(T) / sizeof(real_t)));
	} else {
		return hash_table_bytes(p_values, p_count * sizeof(T));
	}
}

// NAN equals itself here: a value must be found in the container that holds it.
bool same(double p_a, double p_b) {
	return p_a == p_b || (p_a != p_a && p_b != p_b);
}
bool same(float p_a, float p_b) {
	return same(double(p_a), double(p_b));
}
bool same(const Vector2 &p_a, const Vector2 &p_b) {
	return same(p_a.x, p_b.x) && same(p_a.y, p_b.y);
}
bool same(const Vector3 &p_a, const Vector3 &p_b) {
	return same(p_a.x, p_b.x) && same(p_a.y, p_b.y) && same(p_a.z, p_b.z);
}
bool same(const Vector4 &p_a, const Vector4 &p_b) {
	return same(p_a.x, p_b.x) && same(p_a.y, p_b.y) && same(p_a.z, p_b.z) && same(p_a.w, p_b.w);
}
bool same(const Quaternion &p_a, const Quaternion &p_b) {
	return same(p_a.x, p_b.x) && same(p_a.y, p_b.y) && same(p_a.z, p_b.z) && same(p_a.w, p_b.w);
}
bool same(const Color &p_a, const Color &p_b) {
	return same(p_a.r, p_b.r) && same(p_a.g, p_b.g) && same(p_a.b, p_b.b) && same(p_a.a, p_b.a);
}
bool same(const Plane &p_a, const Plane &p_b) {
	return same(p_a.normal, p_b.normal) && same(p_a.d, p_b.d);
}
bool same(const Rect2 &p_a, const Rect2 &p_b) {
	return same(p_a.position, p_b.position) && same(p_a.size, p_b.size);
}
bool same(const AABB &p_a, const AABB &p_b) {
	return same(p_a.position, p_b.position) && same(p_a.size, p_b.size);
}
bool same(const Transform2D &p_a, const Transform2D &p_b) {
	return same(p_a.columns[0], p_b.columns[0]) && same(p_a.columns[1], p_b.columns[1]) && same(p_a.columns[2], p_b.columns[2]);
}
bool same(const Basis &p_a, const Basis &p_b) {
	return same(p_a.rows[0], p_b.rows[0]) && same(p_a.rows[1], p_b.rows[1]) && same(p_a.rows[2], p_b.rows[2]);
}
bool same(const Transform3D &p_a, const Transform3D &p_b) {
	return same(p_a.basis, p_b.basis) && same(p_a.origin, p_b.origin);
}
bool same(const Projection &p_a, const Projection &p_b) {
	return same(p_a.columns[0], p_b.columns[0]) && same(p_a.columns[1], p_b.columns[1]) && same(p_a.columns[2], p_b.columns[2]) && same(p_a.columns[3], p_b.columns[3]);
}
// Types without floats.
template <typename T>
bool same(const T &p_a, const T &p_b) {
	return p_a == p_b;
}

template <typename T>
bool same_packed(const Vector<T> &p_a, const Vector<T> &p_b) {
	if (p_a.size() != p_b.size()) {
		return false;
	}
	const T *a = p_a.ptr();
	const T *b = p_b.ptr();
	for (int64_t i = 0; i < p_a.size(); i++) {
		if (!same(a[i], b[i])) {
			return false;
		}
	}
	return true;
}

} // namespace

uint32_t Variant::hash() const {
	return recursive_hash(0);
}

uint32_t Variant::recursive_hash(int p_recursion, ContainerWalk *p_walk) const {
	switch (type) {
		case NIL:
			return 0;
		case BOOL:
			return _data.b ? 1 : 0;
		case INT:
			return hash_int(_data.i);
		case FLOAT:
			return hash_murmur3_one_double(_data.f);
		case STRING:
			return VariantInternal::get<String>(this).hash();
		case STRING_NAME:
			return VariantInternal::get<StringName>(this).hash();
		case NODE_PATH:
			return VariantInternal::get<NodePath>(this).hash();
		case RID:
			return hash_int(int64_t(VariantInternal::get<::RID>(this).get_id()));
		case OBJECT:
			return hash_int(int64_t(_data.object.id));
		case CALLABLE:
			return VariantInternal::get<Callable>(this).hash();
		case SIGNAL: {
			const Signal &signal = VariantInternal::get<Signal>(this);
			return hash_murmur3_one_64(uint64_t(signal.get_object_id()), signal.get_name().hash());
		}
		case DICTIONARY:
			return VariantInternal::get<Dictionary>(this).recursive_hash(p_recursion, p_walk);
		case ARRAY:
			return VariantInternal::get<Array>(this).recursive_hash(p_recursion, p_walk);
#define HASH_NUMBERS(m_enum, m_type) \
	case m_enum: \
		return hash_numbers(VariantInternal::get<m_type>(this));
			HASH_NUMBERS(VECTOR2, Vector2)
			HASH_NUMBERS(VECTOR2I, Vector2i)
			HASH_NUMBERS(RECT2, Rect2)
			HASH_NUMBERS(RECT2I, Rect2i)
			HASH_NUMBERS(VECTOR3, Vector3)
			HASH_NUMBERS(VECTOR3I, Vector3i)
			HASH_NUMBERS(VECTOR4, Vector4)
			HASH_NUMBERS(VECTOR4I, Vector4i)
			HASH_NUMBERS(TRANSFORM2D, Transform2D)
			HASH_NUMBERS(PLANE, Plane)
			HASH_NUMBERS(QUATERNION, Quaternion)
			HASH_NUMBERS(AABB, ::AABB)
			HASH_NUMBERS(BASIS, Basis)
			HASH_NUMBERS(TRANSFORM3D, Transform3D)
			HASH_NUMBERS(PROJECTION, Projection)
			HASH_NUMBERS(COLOR, Color)
#undef HASH_NUMBERS
#define HASH_PACKED(m_enum, m_type, m_element, m_element_type, m_name) \
	case m_enum: \
		return hash_packed(VariantInternal::get<m_type>(this));
			VARIANT_PACKED_TYPES(HASH_PACKED)
#undef HASH_PACKED
		default:
			return 0;
	}
}

uint32_t Variant::recursive_table_hash(int p_recursion, ContainerWalk *p_walk) const {
	switch (type) {
		case INT:
		case STRING:
		case STRING_NAME:
			return table_hash();
		case FLOAT:
			return hash_table_double(_data.f);
		case NODE_PATH:
			return VariantInternal::get<NodePath>(this).table_hash();
		case OBJECT:
			return hash_table_uint64(uint64_t(_data.object.id));
		case SIGNAL: {
			const Signal &signal = VariantInternal::get<Signal>(this);
			return hash_table_pair(hash_table_uint64(uint64_t(signal.get_object_id())), signal.get_name().table_hash());
		}
		case DICTIONARY:
		case ARRAY:
			if (p_walk == nullptr) {
				ContainerWalk walk(true);
				return recursive_hash(p_recursion, &walk);
			}
			return recursive_hash(p_recursion, p_walk);
#define HASH_NUMBERS(m_enum, m_type) \
	case m_enum: \
		return table_hash_numbers(&VariantInternal::get<m_type>(this), 1);
			HASH_NUMBERS(VECTOR2, Vector2)
			HASH_NUMBERS(VECTOR2I, Vector2i)
			HASH_NUMBERS(RECT2, Rect2)
			HASH_NUMBERS(RECT2I, Rect2i)
			HASH_NUMBERS(VECTOR3, Vector3)
			HASH_NUMBERS(VECTOR3I, Vector3i)
			HASH_NUMBERS(VECTOR4, Vector4)
			HASH_NUMBERS(VECTOR4I, Vector4i)
			HASH_NUMBERS(TRANSFORM2D, Transform2D)
			HASH_NUMBERS(PLANE, Plane)
			HASH_NUMBERS(QUATERNION, Quaternion)
			HASH_NUMBERS(AABB, ::AABB)
			HASH_NUMBERS(BASIS, Basis)
			HASH_NUMBERS(TRANSFORM3D, Transform3D)
			HASH_NUMBERS(PROJECTION, Projection)
			HASH_NUMBERS(COLOR, Color)
#undef HASH_NUMBERS
#define HASH_PACKED(m_enum, m_type, m_element, m_element_type, m_name) \
	case m_enum: { \
		const m_type &array = VariantInternal::get<m_type>(this); \
		return table_hash_numbers(array.ptr(), size_t(array.size())); \
	}
			VARIANT_PACKED_TYPES(HASH_PACKED)
#undef HASH_PACKED
		default:
			return hash_table_uint64(recursive_hash(p_recursion)); // nil, bool, RID, Callable: nothing that outsiders choose.
	}
}

bool Variant::hash_compare(const Variant &p_other, int p_recursion, bool p_semantic_comparison, ContainerWalk *p_walk) const {
	if (type != p_other.type) {
		return false;
	}
	switch (type) {
		case NIL:
			return true;
		case BOOL:
			return _data.b == p_other._data.b;
		case INT:
			return _data.i == p_other._data.i;
		case FLOAT:
			return _data.f == p_other._data.f || (p_semantic_comparison && same(_data.f, p_other._data.f));
		case OBJECT:
			return _data.object.id == p_other._data.object.id;
		case STRING:
			return VariantInternal::get<String>(this) == VariantInternal::get<String>(&p_other);
		case STRING_NAME:
			return VariantInternal::get<StringName>(this) == VariantInternal::get<StringName>(&p_other);
		case NODE_PATH:
			return VariantInternal::get<NodePath>(this) == VariantInternal::get<NodePath>(&p_other);
		case CALLABLE:
			return VariantInternal::get<Callable>(this) == VariantInternal::get<Callable>(&p_other);
		case SIGNAL:
			return VariantInternal::get<Signal>(this) == VariantInternal::get<Signal>(&p_other);
		case DICTIONARY:
			return VariantInternal::get<Dictionary>(this).recursive_equal(VariantInternal::get<Dictionary>(&p_other), p_recursion + 1, p_walk);
		case ARRAY:
			return VariantInternal::get<Array>(this).recursive_equal(VariantInternal::get<Array>(&p_other), p_recursion + 1, p_walk);
#define SAME(m_enum, m_type, m_name) \
	case m_enum: \
		return same(VariantInternal::get<m_type>(this), VariantInternal::get<m_type>(&p_other));
			SAME(VECTOR2, Vector2, )
			SAME(VECTOR2I, Vector2i, )
			SAME(RECT2, Rect2, )
			SAME(RECT2I, Rect2i, )
			SAME(VECTOR3, Vector3, )
			SAME(VECTOR3I, Vector3i, )
			SAME(VECTOR4, Vector4, )
			SAME(VECTOR4I, Vector4i, )
			SAME(PLANE, Plane, )
			SAME(QUATERNION, Quaternion, )
			SAME(COLOR, Color, )
			SAME(RID, ::RID, )
			VARIANT_BOXED_TYPES(SAME)
#undef SAME
#define SAME_PACKED(m_enum, m_type, m_element, m_element_type, m_name) \
	case m_enum: \
		return same_packed(VariantInternal::get<m_type>(this), VariantInternal::get<m_type>(&p_other));
			VARIANT_PACKED_TYPES(SAME_PACKED)
#undef SAME_PACKED
		default:
			return false;
	}
}

bool Variant::identity_compare(const Variant &p_other) const {
	if (type != p_other.type) {
		return false;
	}
	switch (type) {
		case DICTIONARY:
			return VariantInternal::get<Dictionary>(this).is_same_instance(VariantInternal::get<Dictionary>(&p_other));
		case ARRAY:
			return VariantInternal::get<Array>(this).is_same_instance(VariantInternal::get<Array>(&p_other));
#define SAME_BOX(m_enum, m_type, m_element, m_element_type, m_name) case m_enum:
			VARIANT_PACKED_TYPES(SAME_BOX)
#undef SAME_BOX
			return _data.packed == p_other._data.packed;
		default:
			return hash_compare(p_other);
	}
}

bool StringLikeVariantComparator::_compare_any(const Variant &p_a, const Variant &p_b) {
	if (p_a.get_type() == p_b.get_type()) {
		// The usual keys, before the long way round.
		if (p_a.get_type() == Variant::STRING) {
			return VariantInternal::get_string(&p_a) == VariantInternal::get_string(&p_b);
		}
		return p_a.hash_compare(p_b);
	}
	if (p_a.get_type() == Variant::STRING && p_b.get_type() == Variant::STRING_NAME) {
		return VariantInternal::get<StringName>(&p_b) == VariantInternal::get<String>(&p_a);
	}
	if (p_a.get_type() == Variant::STRING_NAME && p_b.get_type() == Variant::STRING) {
		return VariantInternal::get<StringName>(&p_a) == VariantInternal::get<String>(&p_b);
	}
	return false;
}

bool StringLikeVariantOrder::compare(const Variant &p_a, const Variant &p_b) {
	if (p_a.is_string() && p_b.is_string()) {
		return String(p_a) < String(p_b);
	}
	return p_a < p_b;
}

bool Variant::operator==(const Variant &p_other) const {
	return hash_compare(p_other, 0, false);
}

bool Variant::operator<(const Variant &p_other) const {
	if (type != p_other.type) {
		return type < p_other.type;
	}
	bool valid = false;
	Variant result;
	evaluate(OP_LESS, *this, p_other, result, valid);
	return valid && result.booleanize();
}

// Variant: the value of the scripting API, one of 38 built-in types or nil.
#pragma once

#include "core/core_fwd.h"
#include "core/math/aabb.h"
#include "core/math/basis.h"
#include "core/math/color.h"
#include "core/math/plane.h"
#include "core/math/projection.h"
#include "core/math/quaternion.h"
#include "core/math/rect2.h"
#include "core/math/rect2i.h"
#include "core/math/transform_2d.h"
#include "core/math/transform_3d.h"
#include "core/math/vector2.h"
#include "core/math/vector2i.h"
#include "core/math/vector3.h"
#include "core/math/vector3i.h"
#include "core/math/vector4.h"
#include "core/math/vector4i.h"
#include "core/string/node_path.h"
#include "core/string/string_name.h"
#include "core/string/ustring.h"
#include "core/templates/object_id.h"
#include "core/templates/rid.h"
#include "core/templates/vector.h"
#include "core/variant/array.h"
#include "core/variant/callable.h"
#include "core/variant/dictionary.h"
#include "core/variant/packed_arrays.h"
#include "core/variant/variant_types.h"

#include <cstring>
#include <new>
#include <type_traits>

class ContainerWalk;
struct PackedArrayBox;

// 24 bytes: a tag and 16 bytes of payload. Plain types are copied as bytes; Array, Dictionary and packed arrays are shared between copies;
// an Object Variant keeps a RefCounted alive and merely names any other object. Not safe to write from two threads at once.
class Variant {
public:
	enum Type : int {
		NIL,
		BOOL,
		INT,
		FLOAT,
		STRING,
		VECTOR2,
		VECTOR2I,
		RECT2,
		RECT2I,
		VECTOR3,
		VECTOR3I,
		TRANSFORM2D,
		VECTOR4,
		VECTOR4I,
		PLANE,
		QUATERNION,
		AABB,
		BASIS,
		TRANSFORM3D,
		PROJECTION,
		COLOR,
		STRING_NAME,
		NODE_PATH,
		RID,
		OBJECT,
		CALLABLE,
		SIGNAL,
		DICTIONARY,
		ARRAY,
		PACKED_BYTE_ARRAY,
		PACKED_INT32_ARRAY,
		PACKED_INT64_ARRAY,
		PACKED_FLOAT32_ARRAY,
		PACKED_FLOAT64_ARRAY,
		PACKED_STRING_ARRAY,
		PACKED_VECTOR2_ARRAY,
		PACKED_VECTOR3_ARRAY,
		PACKED_COLOR_ARRAY,
		PACKED_VECTOR4_ARRAY,
		VARIANT_MAX,
	};

	enum Operator : int {
		OP_EQUAL,
		OP_NOT_EQUAL,
		OP_LESS,
		OP_LESS_EQUAL,
		OP_GREATER,
		OP_GREATER_EQUAL,
		OP_ADD,
		OP_SUBTRACT,
		OP_MULTIPLY,
		OP_DIVIDE,
		OP_NEGATE,
		OP_POSITIVE,
		OP_MODULE,
		OP_POWER,
		OP_SHIFT_LEFT,
		OP_SHIFT_RIGHT,
		OP_BIT_AND,
		OP_BIT_OR,
		OP_BIT_XOR,
		OP_BIT_NEGATE,
		OP_AND,
		OP_OR,
		OP_XOR,
		OP_NOT,
		OP_IN,
		OP_MAX,
	};

	enum UtilityFunctionType {
		UTILITY_FUNC_TYPE_MATH,
		UTILITY_FUNC_TYPE_RANDOM,
		UTILITY_FUNC_TYPE_GENERAL,
	};

	// --- Lifetime.
	_FORCE_INLINE_ Variant() :
			type(NIL) {}
	_FORCE_INLINE_ Variant(std::nullptr_t) :
			type(NIL) {}
	_FORCE_INLINE_ Variant(const Variant &p_from) {
		if (likely(_is_plain(p_from.type))) {
			_copy_bytes(p_from);
		} else {
			_copy_counted(p_from);
		}
	}
	_FORCE_INLINE_ Variant(Variant &&p_from) noexcept {
		_copy_bytes(p_from);
		p_from.type = NIL;
	}
	_FORCE_INLINE_ ~Variant() {
		if (unlikely(!_is_plain(type))) {
			_release();
		}
	}
	_FORCE_INLINE_ Variant &operator=(const Variant &p_from) {
		if (likely(_is_plain(type) && _is_plain(p_from.type))) {
			_copy_bytes(p_from);
		} else {
			_assign(p_from);
		}
		return *this;
	}
	Variant &operator=(Variant &&p_from) noexcept {
		if (this != &p_from) {
			Variant old(static_cast<Variant &&>(*this)); // Dies after the new value is in place: its end may run code that looks here.
			_copy_bytes(p_from);
			p_from.type = NIL;
		}
		return *this;
	}
	_FORCE_INLINE_ void clear() {
		if (likely(_is_plain(type))) {
			type = NIL;
		} else {
			[[maybe_unused]] const Variant old(static_cast<Variant &&>(*this)); // Dies when this is nil already.
		}
	}

	friend _FORCE_INLINE_ bool ends_quietly(const Variant &p_value) { return _is_plain(p_value.type); }

	// --- From C++ values.
	template <typename T, std::enable_if_t<std::is_same_v<T, bool>, int> = 0> // No pointer turns into a bool by accident.
	_FORCE_INLINE_ Variant(T p_value) :
			type(BOOL) { _data.b = p_value; }
	_FORCE_INLINE_ Variant(int p_value) :
			Variant(int64_t(p_value)) {}
	_FORCE_INLINE_ Variant(unsigned p_value) :
			Variant(int64_t(p_value)) {}
	_FORCE_INLINE_ Variant(int8_t p_value) :
			Variant(int64_t(p_value)) {}
	_FORCE_INLINE_ Variant(uint8_t p_value) :
			Variant(int64_t(p_value)) {}
	_FORCE_INLINE_ Variant(int16_t p_value) :
			Variant(int64_t(p_value)) {}
	_FORCE_INLINE_ Variant(uint16_t p_value) :
			Variant(int64_t(p_value)) {}
	_FORCE_INLINE_ Variant(char32_t p_value) :
			Variant(int64_t(p_value)) {}
	_FORCE_INLINE_ Variant(long p_value) :
			type(INT) { _data.i = int64_t(p_value); }
	_FORCE_INLINE_ Variant(unsigned long p_value) :
			type(INT) { _data.i = int64_t(p_value); }
	_FORCE_INLINE_ Variant(long long p_value) :
			type(INT) { _data.i = int64_t(p_value); }
	_FORCE_INLINE_ Variant(unsigned long long p_value) :
			type(INT) { _data.i = int64_t(p_value); }
	_FORCE_INLINE_ Variant(float p_value) :
			Variant(double(p_value)) {}
	_FORCE_INLINE_ Variant(double p_value) :
			type(FLOAT) { _data.f = p_value; }
	_FORCE_INLINE_ Variant(ObjectID p_id) :
			Variant(int64_t(p_id)) {}
	template <typename T, std::enable_if_t<std::is_enum_v<T>, int> = 0>
	_FORCE_INLINE_ Variant(T p_value) :
			Variant(int64_t(p_value)) {}
	Variant(const char *p_value);
	Variant(const char32_t *p_value);
	Variant(const String &p_value);
	Variant(const StringName &p_value);
	Variant(const NodePath &p_value);
	Variant(const Vector2 &p_value);
	Variant(const Vector2i &p_value);
	Variant(const Rect2 &p_value);
	Variant(const Rect2i &p_value);
	Variant(const Vector3 &p_value);
	Variant(const Vector3i &p_value);
	Variant(const Vector4 &p_value);
	Variant(const Vector4i &p_value);
	Variant(const Plane &p_value);
	Variant(const Quaternion &p_value);
	Variant(const Color &p_value);
	Variant(const ::RID &p_value);
	Variant(const Transform2D &p_value);
	Variant(const ::AABB &p_value);
	Variant(const Basis &p_value);
	Variant(const Transform3D &p_value);
	Variant(const Projection &p_value);
	Variant(const Object *p_object); // Takes a reference when it is RefCounted. nullptr gives an Object Variant that is null.
	Variant(const Callable &p_value);
	Variant(const Signal &p_value);
	Variant(const Dictionary &p_value);
	Variant(const Array &p_value);
	Variant(const PackedByteArray &p_value);
	Variant(const PackedInt32Array &p_value);
	Variant(const PackedInt64Array &p_value);
	Variant(const PackedFloat32Array &p_value);
	Variant(const PackedFloat64Array &p_value);
	Variant(const PackedStringArray &p_value);
	Variant(const PackedVector2Array &p_value);
	Variant(const PackedVector3Array &p_value);
	Variant(const PackedColorArray &p_value);
	Variant(const PackedVector4Array &p_value);
	Variant(const Vector<Variant> &p_value); // An Array.
	Variant(const Vector<StringName> &p_value); // A PackedStringArray.

	// --- To C++ values. Convert as the language's constructors do; what cannot be converted gives the type's default.
	operator bool() const { return booleanize(); }
	operator int8_t() const;
	operator uint8_t() const;
	operator int16_t() const;
	operator uint16_t() const;
	operator int32_t() const;
	operator uint32_t() const { return uint32_t(operator int64_t()); }
	operator int64_t() const;
	operator uint64_t() const { return uint64_t(operator int64_t()); }
	operator float() const { return float(operator double()); }
	operator double() const;
	operator ObjectID() const; // Of an object, or an int taken as an id.
	operator char32_t() const { return char32_t(operator int64_t()); }
	operator String() const;
	operator StringName() const;
	operator NodePath() const;
	operator Vector2() const;
	operator Vector2i() const;
	operator Rect2() const;
	operator Rect2i() const;
	operator Vector3() const;
	operator Vector3i() const;
	operator Vector4() const;
	operator Vector4i() const;
	operator Plane() const;
	operator Quaternion() const;
	operator Color() const;
	operator ::RID() const;
	operator Transform2D() const;
	operator ::AABB() const;
	operator Basis() const;
	operator Transform3D() const;
	operator Projection() const;
	operator Object *() const; // Live or nullptr.
	operator Callable() const;
	operator Signal() const;
	operator Dictionary() const;
	operator Array() const;
	operator PackedByteArray() const;
	operator PackedInt32Array() const;
	operator PackedInt64Array() const;
	operator PackedFloat32Array() const;
	operator PackedFloat64Array() const;
	operator PackedStringArray() const;
	operator PackedVector2Array() const;
	operator PackedVector3Array() const;
	operator PackedColorArray() const;
	operator PackedVector4Array() const;
	operator Vector<Variant>() const;
	operator Vector<StringName>() const;

	// --- What it is.
	_FORCE_INLINE_ Type get_type() const { return Type(type); }
	_FORCE_INLINE_ bool is_num() const { return type == INT || type == FLOAT; }
	_FORCE_INLINE_ bool is_string() const { return type == STRING || type == STRING_NAME; }
	_FORCE_INLINE_ bool is_array() const { return type >= ARRAY; }
	bool is_null() const; // nil, or an Object Variant without a live object.
	bool is_ref_counted() const;
	bool is_zero() const; // Equal to the type's default.
	bool booleanize() const { return !is_zero(); }
	bool is_read_only() const;
	static bool is_type_shared(Type p_type) { return p_type == OBJECT || p_type == ARRAY || p_type == DICTIONARY; }
	static const String &get_type_name(Type p_type); // "Nil" for NIL.
	static Type get_type_by_name(const StringName &p_name); // VARIANT_MAX if there is none.

	// The object if it lives. The second form tells a freed one from null.
	Object *get_validated_object() const;
	Object *get_validated_object_with_check(bool &r_previously_freed) const;
	ObjectID get_object_instance_id() const;

	// --- Conversion (variant_convert.cpp).
	static bool can_convert(Type p_from, Type p_to);
	static bool can_convert_strict(Type p_from, Type p_to); // What arguments and typed variables convert implicitly.
	// False: no such conversion; r_value is then untouched.
	static bool convert_strict(Variant &r_value, Type p_to);
	static Variant type_convert(const Variant &p_value, Type p_to); // The global function type_convert().

	// --- Text (variant_text.cpp).
	String stringify(int p_recursion = 0) const; // As str() prints it.
	static void construct_from_string(const String &p_text, Variant &r_value); // As str_to_var().
	String get_construct_string() const; // As var_to_str().

	// --- Identity, hash, comparison.
	uint32_t hash() const;
	uint32_t recursive_hash(int p_recursion, ContainerWalk *p_walk = nullptr) const;
	// For tables of this process: keys that are equal there (a String and its StringName) hash equally.
	_FORCE_INLINE_ uint32_t table_hash() const {
		switch (type) {
			case INT:
				return hash_table_uint64(uint64_t(_data.i));
			case STRING:
				return reinterpret_cast<const String *>(_data.payload.bytes)->table_hash();
			case STRING_NAME:
				return reinterpret_cast<const StringName *>(_data.payload.bytes)->table_hash();
			default:
				return recursive_table_hash(0, nullptr);
		}
	}
	uint32_t recursive_table_hash(int p_recursion, ContainerWalk *p_walk) const;
	// Same type and same value, as containers compare. Without p_semantic_comparison the float NAN differs from itself.
	bool hash_compare(const Variant &p_other, int p_recursion = 0, bool p_semantic_comparison = true, ContainerWalk *p_walk = nullptr) const;
	bool identity_compare(const Variant &p_other) const; // is_same().
	bool operator==(const Variant &p_other) const; // Different types are different values.
	bool operator!=(const Variant &p_other) const { return !(*this == p_other); }
	bool operator<(const Variant &p_other) const; // A total order for sorting: by type, then by value.

	Variant duplicate(bool p_deep = false) const;
	Variant duplicate_deep(ResourceDeepDuplicateMode p_mode = RESOURCE_DEEP_DUPLICATE_INTERNAL) const;
	Variant recursive_duplicate(bool p_deep, ResourceDeepDuplicateMode p_mode, int p_recursion, ContainerWalk *p_walk = nullptr) const;

	// --- Operators (variant_op.cpp). All take any initialised r_ret, which may be one of the operands.
	using ValidatedOperatorEvaluator = void (*)(const Variant *p_left, const Variant *p_right, Variant *r_ret);
	static const String &get_operator_name(Operator p_op); // As in source: "+", "not", "unary-".
	// When not r_valid, r_ret is a String saying why, or nil for "invalid operands".
	static void evaluate(Operator p_op, const Variant &p_a, const Variant &p_b, Variant &r_ret, bool &r_valid);
	static Variant evaluate(Operator p_op, const Variant &p_a, const Variant &p_b);
	// For unary operators p_type_b is NIL. VARIANT_MAX when there is no such operator; NIL also when the result is a Variant of any type.
	static Type get_operator_return_type(Operator p_op, Type p_type_a, Type p_type_b);
	static bool has_operator(Operator p_op, Type p_type_a, Type p_type_b);
	// For operands proven to be of these types. nullptr if there is none, also for those that can fail (int / int, String % x): use evaluate().
	static ValidatedOperatorEvaluator get_validated_operator_evaluator(Operator p_op, Type p_type_a, Type p_type_b);

	// --- Built-in methods (variant_call.cpp). Arguments are converted strictly and defaults filled in by callp; validated calls get exactly
	// the declared types (NIL: any) and all arguments.
	using ValidatedBuiltInMethod = void (*)(Variant *p_base, const Variant **p_args, int p_argcount, Variant *r_ret);
	void callp(const StringName &p_method, const Variant **p_args, int p_argcount, Variant &r_ret, Callable::CallError &r_error);
	static void call_static(Type p_type, const StringName &p_method, const Variant **p_args, int p_argcount, Variant &r_ret, Callable::CallError &r_error);
	template <typename... Args>
	Variant call(const StringName &p_method, const Args &...p_args);
	static String get_call_error_text(Object *p_base, const StringName &p_method, const Variant **p_args, int p_argcount, const Callable::CallError &p_error);
	static String get_call_error_text(const StringName &p_method, const Variant **p_args, int p_argcount, const Callable::CallError &p_error);
	static String get_callable_error_text(const Callable &p_callable, const Variant **p_args, int p_argcount, const Callable::CallError &p_error);

	static bool has_builtin_method(Type p_type, const StringName &p_method);
	static ValidatedBuiltInMethod get_validated_builtin_method(Type p_type, const StringName &p_method); // nullptr for varargs.
	static int get_builtin_method_argument_count(Type p_type, const StringName &p_method);
	static Type get_builtin_method_argument_type(Type p_type, const StringName &p_method, int p_argument); // NIL: any.
	static bool has_builtin_method_return_value(Type p_type, const StringName &p_method);
	static bool is_builtin_method_const(Type p_type, const StringName &p_method);
	static bool is_builtin_method_static(Type p_type, const StringName &p_method);
	static bool is_builtin_method_vararg(Type p_type, const StringName &p_method);
	static void get_builtin_method_list(Type p_type, Vector<StringName> *r_list); // In the order of the class reference.
	// Everything about one method at once (builtin_registry.h); nullptr if there is none. Valid for the life of the program.
	static const struct BuiltinMethod *get_builtin_method_info(Type p_type, const StringName &p_method);
	bool has_method(const StringName &p_method) const;

	// --- Constructors (variant_construct.cpp).
	using ValidatedConstructor = void (*)(Variant *r_base, const Variant **p_args);
	static void construct(Type p_type, Variant &r_base, const Variant **p_args, int p_argcount, Callable::CallError &r_error);
	static int get_constructor_count(Type p_type);
	static ValidatedConstructor get_validated_constructor(Type p_type, int p_constructor);
	static int get_constructor_argument_count(Type p_type, int p_constructor);
	static Type get_constructor_argument_type(Type p_type, int p_constructor, int p_argument);
	static String get_constructor_argument_name(Type p_type, int p_constructor, int p_argument);

	// --- Members, keys, indices (variant_setget.cpp).
	using ValidatedSetter = void (*)(Variant *p_base, const Variant *p_value);
	using ValidatedGetter = void (*)(const Variant *p_base, Variant *r_value);
	using ValidatedIndexedSetter = void (*)(Variant *p_base, int64_t p_index, const Variant *p_value, bool *r_oob);
	using ValidatedIndexedGetter = void (*)(const Variant *p_base, int64_t p_index, Variant *r_value, bool *r_oob);
	using ValidatedKeyedSetter = void (*)(Variant *p_base, const Variant *p_key, const Variant *p_value, bool *r_valid);
	using ValidatedKeyedGetter = void (*)(const Variant *p_base, const Variant *p_key, Variant *r_value, bool *r_valid);

	static bool has_member(Type p_type, const StringName &p_member);
	static Type get_member_type(Type p_type, const StringName &p_member);
	static void get_member_list(Type p_type, Vector<StringName> *r_members);
	static int get_member_count(Type p_type);
	static ValidatedSetter get_member_validated_setter(Type p_type, const StringName &p_member);
	static ValidatedGetter get_member_validated_getter(Type p_type, const StringName &p_member);

	static bool has_indexing(Type p_type);
	static Type get_indexed_element_type(Type p_type); // NIL: any.
	static ValidatedIndexedSetter get_member_validated_indexed_setter(Type p_type);
	static ValidatedIndexedGetter get_member_validated_indexed_getter(Type p_type);
	static bool is_keyed(Type p_type);
	static ValidatedKeyedSetter get_member_validated_keyed_setter(Type p_type);
	static ValidatedKeyedGetter get_member_validated_keyed_getter(Type p_type);

	// v[key] and v.name at run time, for any types. r_oob: the index was out of bounds.
	void set(const Variant &p_key, const Variant &p_value, bool *r_valid = nullptr);
	Variant get(const Variant &p_key, bool *r_valid = nullptr) const;
	void set_named(const StringName &p_member, const Variant &p_value, bool &r_valid);
	Variant get_named(const StringName &p_member, bool &r_valid) const;
	void set_indexed(int64_t p_index, const Variant &p_value, bool &r_valid, bool &r_oob);
	Variant get_indexed(int64_t p_index, bool &r_valid, bool &r_oob) const;
	void set_keyed(const Variant &p_key, const Variant &p_value, bool &r_valid);
	Variant get_keyed(const Variant &p_key, bool &r_valid) const;
	uint64_t get_indexed_size() const;
	bool in(const Variant &p_key, bool *r_valid = nullptr) const; // `p_key in *this`.

	// for x in v: r_iter is the caller's state. False: nothing (more) to iterate, or not r_valid.
	bool iter_init(Variant &r_iter, bool &r_valid) const;
	bool iter_next(Variant &r_iter, bool &r_valid) const;
	Variant iter_get(const Variant &p_iter, bool &r_valid) const;

	// --- Constants and enums of the built-in types.
	static void get_constants_for_type(Type p_type, Vector<StringName> *r_constants);
	static bool has_constant(Type p_type, const StringName &p_name);
	static Variant get_constant_value(Type p_type, const StringName &p_name, bool *r_valid = nullptr); // Also enum values, as int.
	static void get_enums_for_type(Type p_type, Vector<StringName> *r_enums);
	static bool has_enum(Type p_type, const StringName &p_enum);
	static void get_enumerations_for_enum(Type p_type, const StringName &p_enum, Vector<StringName> *r_values);
	static int64_t get_enum_value(Type p_type, const StringName &p_enum, const StringName &p_value, bool *r_valid = nullptr);
	static StringName get_enum_for_enumeration(Type p_type, const StringName &p_value); // Empty if there is none.

	// --- Global functions (variant_utility.cpp).
	using ValidatedUtilityFunction = void (*)(Variant *r_ret, const Variant **p_args, int p_argcount);
	static bool has_utility_function(const StringName &p_name);
	static void call_utility_function(const StringName &p_name, Variant *r_ret, const Variant **p_args, int p_argcount, Callable::CallError &r_error);
	static void get_utility_function_list(Vector<StringName> *r_functions);
	static const struct UtilityFunction *get_utility_function_info(const StringName &p_name);

private:
	friend struct VariantInternal;
	friend struct StringLikeVariantComparator;

	struct ObjectData {
		ObjectID id;
		Object *object;
	};
	struct alignas(8) Payload {
		uint8_t bytes[16];
	};
	union Data {
		bool b;
		int64_t i;
		double f;
		ObjectData object;
		PackedArrayBox *packed;
		void *boxed; // Transform2D, AABB, Basis, Transform3D, Projection.
		Payload payload; // All other types live here in place.
		Data() :
				payload() {}
	};

	uint32_t type;
	Data _data;

	static constexpr uint64_t PLAIN_TYPES = (uint64_t(1) << NIL)
#define VARIANT_PLAIN_BIT(m_enum, m_type, m_name) | (uint64_t(1) << m_enum)
			VARIANT_PLAIN_TYPES(VARIANT_PLAIN_BIT);
#undef VARIANT_PLAIN_BIT

	static constexpr bool _is_plain(uint32_t p_type) {
		return ((PLAIN_TYPES >> p_type) & 1) != 0;
	}
	_FORCE_INLINE_ void _copy_bytes(const Variant &p_from) {
		// Word by word, as values are written: a processor waits when it is to read in one piece what it has just stored in two.
		uint64_t words[2];
		memcpy(&words[0], p_from._data.payload.bytes, 8);
		memcpy(&words[1], p_from._data.payload.bytes + 8, 8);
		type = p_from.type;
		memcpy(_data.payload.bytes, &words[0], 8);
		memcpy(_data.payload.bytes + 8, &words[1], 8);
	}
	void _copy_counted(const Variant &p_from); // *this holds nothing yet.
	void _release(); // Ends a counted value; the tag is stale afterwards.
	void _assign(const Variant &p_from);
};

static_assert(sizeof(Variant) == 24, "A Variant is a tag and 16 bytes.");

template <>
struct IsRelocatable<Variant> : std::true_type {};
template <>
struct IsRelocatable<Array> : std::true_type {};
template <>
struct IsRelocatable<Dictionary> : std::true_type {};
template <>
struct IsRelocatable<Callable> : std::true_type {};

// The default-constructed value of a type.
const Variant &get_variant_default(Variant::Type p_type);

struct VariantHasher {
	static _FORCE_INLINE_ uint32_t hash(const Variant &p_value) { return p_value.table_hash(); }
};

struct VariantComparator {
	static _FORCE_INLINE_ bool compare(const Variant &p_a, const Variant &p_b) { return p_a.hash_compare(p_b); }
};

// As keys of a Dictionary compare: a String equals the StringName of the same text.
struct StringLikeVariantComparator {
	static _FORCE_INLINE_ bool compare(const Variant &p_a, const Variant &p_b) {
		return p_a.type == Variant::INT && p_b.type == Variant::INT ? p_a._data.i == p_b._data.i : _compare_any(p_a, p_b);
	}

private:
	static bool _compare_any(const Variant &p_a, const Variant &p_b);
};

struct StringLikeVariantOrder {
	static bool compare(const Variant &p_a, const Variant &p_b); // Less.
	_FORCE_INLINE_ bool operator()(const Variant &p_a, const Variant &p_b) const { return compare(p_a, p_b); }
};

// Builds and tears down the tables of methods, operators, constructors, members, constants and global functions. Once per process.
void register_variant_types();
void unregister_variant_types();

template <typename... Args>
Variant Variant::call(const StringName &p_method, const Args &...p_args) {
	const Variant values[sizeof...(p_args) + 1] = { p_args..., Variant() };
	const Variant *pointers[sizeof...(p_args) + 1];
	for (size_t i = 0; i < sizeof...(p_args); i++) {
		pointers[i] = &values[i];
	}
	Variant ret;
	Callable::CallError error;
	callp(p_method, pointers, sizeof...(p_args), ret, error);
	return ret;
}

template <typename... Args>
Variant Callable::call(const Args &...p_args) const {
	const Variant values[sizeof...(p_args) + 1] = { p_args..., Variant() };
	const Variant *pointers[sizeof...(p_args) + 1];
	for (size_t i = 0; i < sizeof...(p_args); i++) {
		pointers[i] = &values[i];
	}
	Variant ret;
	CallError error;
	callp(pointers, sizeof...(p_args), ret, error);
	report_failure(pointers, sizeof...(p_args), error);
	return ret;
}

template <typename... Args>
void Callable::call_deferred(const Args &...p_args) const {
	const Variant values[sizeof...(p_args) + 1] = { p_args..., Variant() };
	const Variant *pointers[sizeof...(p_args) + 1];
	for (size_t i = 0; i < sizeof...(p_args); i++) {
		pointers[i] = &values[i];
	}
	call_deferredp(pointers, sizeof...(p_args));
}

template <typename... Args>
Callable Callable::bind(const Args &...p_args) const {
	const Variant values[sizeof...(p_args) + 1] = { p_args..., Variant() };
	const Variant *pointers[sizeof...(p_args) + 1];
	for (size_t i = 0; i < sizeof...(p_args); i++) {
		pointers[i] = &values[i];
	}
	return bindp(pointers, sizeof...(p_args));
}

#include "core/variant/vformat.h"

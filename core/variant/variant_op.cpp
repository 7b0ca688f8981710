// The operators: evaluation by table, and those of the types without a file of their own.
#include "core/variant/builtin_registry.h"
#include "core/variant/builtin_tables.h"
#include "core/variant/container_type.h"
#include "core/variant/object_hooks.h"
#include "core/variant/string_format.h"
#include "core/variant/variant.h"
#include "core/variant/variant_internal.h"

#include "core/error/error_macros.h"
#include "core/math/math_funcs.h"

#include <cmath>
#include <type_traits>

void add_builtin_operator(Variant::Operator p_op, Variant::Type p_left, Variant::Type p_right, const BuiltinOperator &p_operator) {
	uint16_t &index = builtin_tables->operator_index[p_op][p_left][p_right];
	CRASH_COND(index != 0 || builtin_tables->operators.size() >= UINT16_MAX);
	index = uint16_t(builtin_tables->operators.size());
	builtin_tables->operators.push_back(p_operator);
}

const String &Variant::get_operator_name(Operator p_op) {
	static const String names[OP_MAX] = {
		"==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "unary-", "unary+", "%", "**", "<<", ">>", "&", "|", "^", "~", "and", "or", "xor", "not", "in"
	};
	static const String nothing;
	ERR_FAIL_INDEX_V(p_op, OP_MAX, nothing);
	return names[p_op];
}

void Variant::evaluate(Operator p_op, const Variant &p_a, const Variant &p_b, Variant &r_ret, bool &r_valid) {
	ERR_FAIL_INDEX(p_op, OP_MAX);
	const BuiltinOperator &found = find_builtin_operator(p_op, p_a.get_type(), p_b.get_type());
	r_valid = true;
	if (likely(found.validated != nullptr)) {
		found.validated(&p_a, &p_b, &r_ret);
	} else if (found.fallible != nullptr) {
		r_valid = found.fallible(&p_a, &p_b, &r_ret);
	} else {
		r_valid = false;
		r_ret = Variant();
	}
}

Variant Variant::evaluate(Operator p_op, const Variant &p_a, const Variant &p_b) {
	bool valid = false;
	Variant ret;
	evaluate(p_op, p_a, p_b, ret, valid);
	ERR_FAIL_COND_V_MSG(!valid, Variant(), "Invalid operands for the operator '" + get_operator_name(p_op) + "': " + get_type_name(p_a.get_type()) + " and " + get_type_name(p_b.get_type()) + ".");
	return ret;
}

bool Variant::has_operator(Operator p_op, Type p_type_a, Type p_type_b) {
	return builtin_tables->operator_index[p_op][p_type_a][p_type_b] != 0;
}

Variant::Type Variant::get_operator_return_type(Operator p_op, Type p_type_a, Type p_type_b) {
	return has_operator(p_op, p_type_a, p_type_b) ? find_builtin_operator(p_op, p_type_a, p_type_b).return_type : VARIANT_MAX;
}

Variant::ValidatedOperatorEvaluator Variant::get_validated_operator_evaluator(Operator p_op, Type p_type_a, Type p_type_b) {
	return find_builtin_operator(p_op, p_type_a, p_type_b).validated;
}

namespace {

using namespace variant_op;

// --- Numbers. Integers wrap around; what the hardware leaves undefined is spelled out.

int64_t add_int(int64_t p_a, int64_t p_b) {
	return int64_t(uint64_t(p_a) + uint64_t(p_b));
}
int64_t subtract_int(int64_t p_a, int64_t p_b) {
	return int64_t(uint64_t(p_a) - uint64_t(p_b));
}
int64_t multiply_int(int64_t p_a, int64_t p_b) {
	return int64_t(uint64_t(p_a) * uint64_t(p_b));
}
int64_t negate_int(int64_t p_a) {
	return int64_t(0 - uint64_t(p_a));
}
bool divide_int(int64_t p_a, int64_t p_b, Variant *r_ret) {
	if (unlikely(p_b == 0)) {
		*r_ret = "Division by zero error";
		return false;
	}
	VariantInternal::set_int(r_ret, p_b == -1 ? negate_int(p_a) : p_a / p_b);
	return true;
}
bool modulo_int(int64_t p_a, int64_t p_b, Variant *r_ret) {
	if (unlikely(p_b == 0)) {
		*r_ret = "Modulo by zero error";
		return false;
	}
	VariantInternal::set_int(r_ret, p_b == -1 ? 0 : p_a % p_b);
	return true;
}
int64_t power_int(int64_t p_a, int64_t p_b) {
	return Variant(std::pow(double(p_a), double(p_b)));
}
template <typename A, typename B>
double power_float(A p_a, B p_b) {
	return std::pow(double(p_a), double(p_b));
}
int64_t shift_left(int64_t p_a, int64_t p_b) {
	return int64_t(uint64_t(p_a) << (p_b & 63));
}
int64_t shift_right(int64_t p_a, int64_t p_b) {
	return p_a >> (p_b & 63);
}
int64_t bit_and(int64_t p_a, int64_t p_b) {
	return p_a & p_b;
}
int64_t bit_or(int64_t p_a, int64_t p_b) {
	return p_a | p_b;
}
int64_t bit_xor(int64_t p_a, int64_t p_b) {
	return p_a ^ p_b;
}
int64_t bit_not(int64_t p_a) {
	return ~p_a;
}

template <typename A, typename B>
void bind_float_arithmetic() {
	bind_builtin_operator<Variant::OP_ADD, &add<A, B>>();
	bind_builtin_operator<Variant::OP_SUBTRACT, &subtract<A, B>>();
	bind_builtin_operator<Variant::OP_MULTIPLY, &multiply<A, B>>();
	bind_builtin_operator<Variant::OP_DIVIDE, &divide<A, B>>();
	bind_builtin_operator<Variant::OP_POWER, &power_float<A, B>>();
	bind_builtin_equality<A, B>();
	bind_builtin_comparisons<A, B>();
}

void register_numbers() {
	bind_builtin_equality<bool>();
	bind_builtin_operator<Variant::OP_LESS, &less<bool, bool>>();
	bind_builtin_operator<Variant::OP_GREATER, &greater<bool, bool>>();

	bind_builtin_operator<Variant::OP_ADD, &add_int>();
	bind_builtin_operator<Variant::OP_SUBTRACT, &subtract_int>();
	bind_builtin_operator<Variant::OP_MULTIPLY, &multiply_int>();
	bind_builtin_fallible_operator<Variant::OP_DIVIDE, &divide_int, int64_t>();
	bind_builtin_fallible_operator<Variant::OP_MODULE, &modulo_int, int64_t>();
	bind_builtin_operator<Variant::OP_POWER, &power_int>();
	bind_builtin_operator<Variant::OP_SHIFT_LEFT, &shift_left>();
	bind_builtin_operator<Variant::OP_SHIFT_RIGHT, &shift_right>();
	bind_builtin_operator<Variant::OP_BIT_AND, &bit_and>();
	bind_builtin_operator<Variant::OP_BIT_OR, &bit_or>();
	bind_builtin_operator<Variant::OP_BIT_XOR, &bit_xor>();
	bind_builtin_operator<Variant::OP_BIT_NEGATE, &bit_not>();
	bind_builtin_operator<Variant::OP_NEGATE, &negate_int>();
	bind_builtin_operator<Variant::OP_POSITIVE, &positive<int64_t>>();
	bind_builtin_equality<int64_t>();
	bind_builtin_comparisons<int64_t>();

	bind_float_arithmetic<double, double>();
	bind_float_arithmetic<int64_t, double>();
	bind_float_arithmetic<double, int64_t>();
	bind_builtin_operator<Variant::OP_NEGATE, &negate<double>>();
	bind_builtin_operator<Variant::OP_POSITIVE, &positive<double>>();
}

// --- Texts.

String join_name_and_text(const StringName &p_a, const String &p_b) {
	return p_a.get_string() + p_b;
}
_FORCE_INLINE_ const String &text_of(const String &p_text) {
	return p_text;
}
_FORCE_INLINE_ const String &text_of(const StringName &p_name) {
	return p_name.get_string();
}
// `text += part` appends where the text is: a loop that collects a text must not copy all of it each time.
template <typename Part>
void join_texts(const Variant *p_left, const Variant *p_right, Variant *r_ret) {
	const String &part = text_of(VariantInternal::get<Part>(p_right));
	if (r_ret == p_left) {
		VariantInternal::get<String>(r_ret) += part;
	} else {
		*r_ret = VariantInternal::get_string(p_left) + part;
	}
}
String join_names(const StringName &p_a, const StringName &p_b) {
	return p_a.get_string() + p_b.get_string();
}
template <typename A, typename B>
bool text_in(const A &p_part, const B &p_text) {
	const String &part = p_part;
	return String(p_text).contains(part);
}
template <bool (*F)(const String &, const String &)>
bool compare_names(const StringName &p_a, const StringName &p_b) {
	return F(p_a.get_string(), p_b.get_string());
}

void register_texts() {
	bind_builtin_equality<String>();
	bind_builtin_equality<StringName>();
	bind_builtin_equality<NodePath>();
	bind_builtin_equality<String, StringName>();
	bind_builtin_equality<StringName, String>();
	bind_builtin_comparisons<String>();
	bind_builtin_operator<Variant::OP_LESS, &compare_names<&less<String, String>>>();
	bind_builtin_operator<Variant::OP_LESS_EQUAL, &compare_names<&less_equal<String, String>>>();
	bind_builtin_operator<Variant::OP_GREATER, &compare_names<&greater<String, String>>>();
	bind_builtin_operator<Variant::OP_GREATER_EQUAL, &compare_names<&greater_equal<String, String>>>();
	add_builtin_operator(Variant::OP_ADD, Variant::STRING, Variant::STRING, { &join_texts<String>, nullptr, Variant::STRING });
	add_builtin_operator(Variant::OP_ADD, Variant::STRING, Variant::STRING_NAME, { &join_texts<StringName>, nullptr, Variant::STRING });
	bind_builtin_operator<Variant::OP_ADD, &join_name_and_text>();
	bind_builtin_operator<Variant::OP_ADD, &join_names>();
	bind_builtin_operator<Variant::OP_IN, &text_in<String, String>>();
	bind_builtin_operator<Variant::OP_IN, &text_in<String, StringName>>();
	bind_builtin_operator<Variant::OP_IN, &text_in<StringName, String>>();
	bind_builtin_operator<Variant::OP_IN, &text_in<StringName, StringName>>();
	for (int i = 0; i < Variant::VARIANT_MAX; i++) {
		add_builtin_operator(Variant::OP_MODULE, Variant::STRING, Variant::Type(i), { nullptr, &string_format_operator, Variant::STRING });
		add_builtin_operator(Variant::OP_MODULE, Variant::STRING_NAME, Variant::Type(i), { nullptr, &string_format_operator, Variant::STRING });
	}
}

// --- Containers and references.

Array add_arrays(const Array &p_a, const Array &p_b) {
	Array sum;
	if (p_a.is_same_typed(p_b)) {
		sum.set_typed(p_a.get_element_type());
	}
	sum.reserve(p_a.size() + p_b.size());
	sum.append_array(p_a);
	sum.append_array(p_b);
	return sum;
}

template <typename T>
Vector<T> add_packed(const Vector<T> &p_a, const Vector<T> &p_b) {
	Vector<T> sum = p_a;
	sum.append_array(p_b);
	return sum;
}

// By value, NAN equal to NAN, as containers compare.
void equal_values(const Variant *p_left, const Variant *p_right, Variant *r_ret) {
	VariantInternal::set_bool(r_ret, p_left->hash_compare(*p_right));
}
void different_values(const Variant *p_left, const Variant *p_right, Variant *r_ret) {
	VariantInternal::set_bool(r_ret, !p_left->hash_compare(*p_right));
}

// Freed objects equal null and each other.
bool are_same_objects(const Variant *p_left, const Variant *p_right) {
	return VariantInternal::get_object_id(p_left) == VariantInternal::get_object_id(p_right) || p_left->get_validated_object() == p_right->get_validated_object();
}
void equal_objects(const Variant *p_left, const Variant *p_right, Variant *r_ret) {
	VariantInternal::set_bool(r_ret, are_same_objects(p_left, p_right));
}
void different_objects(const Variant *p_left, const Variant *p_right, Variant *r_ret) {
	VariantInternal::set_bool(r_ret, !are_same_objects(p_left, p_right));
}

void in_array(const Variant *p_left, const Variant *p_right, Variant *r_ret) {
	const bool found = VariantInternal::get_array(p_right).has(*p_left);
	VariantInternal::set_bool(r_ret, found);
}
void in_dictionary(const Variant *p_left, const Variant *p_right, Variant *r_ret) {
	const bool found = VariantInternal::get_dictionary(p_right).has(*p_left);
	VariantInternal::set_bool(r_ret, found);
}
template <typename T, typename A>
bool in_packed(const A &p_value, const Vector<T> &p_array) {
	if constexpr (std::is_integral_v<T> && std::is_floating_point_v<A>) {
		return p_array.has(T(Math::to_int64(p_value))); // Any double, then the element's width.
	} else {
		return p_array.has(T(p_value));
	}
}
bool in_object(const Variant *p_left, const Variant *p_right, Variant *r_ret) {
	const Object *object = p_right->get_validated_object();
	if (object == nullptr) {
		*r_ret = "Invalid base object for 'in'";
		return false;
	}
	Variant ignored;
	const bool found = object_hooks.get(object, *p_left, ignored);
	VariantInternal::set_bool(r_ret, found);
	return true;
}

void register_packed() {
#define BIND_PACKED(m_enum, m_type, m_element, m_element_type, m_name) \
	bind_builtin_operator<Variant::OP_ADD, &add_packed<m_element>>(); \
	add_builtin_operator(Variant::OP_EQUAL, Variant::m_enum, Variant::m_enum, { &equal_values, nullptr, Variant::BOOL }); \
	add_builtin_operator(Variant::OP_NOT_EQUAL, Variant::m_enum, Variant::m_enum, { &different_values, nullptr, Variant::BOOL });
	VARIANT_PACKED_TYPES(BIND_PACKED)
#undef BIND_PACKED
	bind_builtin_operator<Variant::OP_IN, &in_packed<uint8_t, int64_t>>();
	bind_builtin_operator<Variant::OP_IN, &in_packed<int32_t, int64_t>>();
	bind_builtin_operator<Variant::OP_IN, &in_packed<int64_t, int64_t>>();
	bind_builtin_operator<Variant::OP_IN, &in_packed<float, int64_t>>();
	bind_builtin_operator<Variant::OP_IN, &in_packed<double, int64_t>>();
	bind_builtin_operator<Variant::OP_IN, &in_packed<uint8_t, double>>();
	bind_builtin_operator<Variant::OP_IN, &in_packed<int32_t, double>>();
	bind_builtin_operator<Variant::OP_IN, &in_packed<int64_t, double>>();
	bind_builtin_operator<Variant::OP_IN, &in_packed<float, double>>();
	bind_builtin_operator<Variant::OP_IN, &in_packed<double, double>>();
	bind_builtin_operator<Variant::OP_IN, &in_packed<String, String>>();
	bind_builtin_operator<Variant::OP_IN, &in_packed<String, StringName>>();
	bind_builtin_operator<Variant::OP_IN, &in_packed<Vector2, Vector2>>();
	bind_builtin_operator<Variant::OP_IN, &in_packed<Vector3, Vector3>>();
	bind_builtin_operator<Variant::OP_IN, &in_packed<Vector4, Vector4>>();
	bind_builtin_operator<Variant::OP_IN, &in_packed<Color, Color>>();
}

void register_references() {
	bind_builtin_equality<RID>();
	bind_builtin_comparisons<RID>();
	bind_builtin_equality<Callable>();
	bind_builtin_equality<Signal>();
	bind_builtin_equality<Dictionary>();
	bind_builtin_equality<Array>();
	bind_builtin_comparisons<Array>();
	bind_builtin_operator<Variant::OP_ADD, &add_arrays>();
	add_builtin_operator(Variant::OP_EQUAL, Variant::OBJECT, Variant::OBJECT, { &equal_objects, nullptr, Variant::BOOL });
	add_builtin_operator(Variant::OP_NOT_EQUAL, Variant::OBJECT, Variant::OBJECT, { &different_objects, nullptr, Variant::BOOL });
	add_builtin_operator(Variant::OP_IN, Variant::STRING, Variant::OBJECT, { nullptr, &in_object, Variant::BOOL });
	add_builtin_operator(Variant::OP_IN, Variant::STRING_NAME, Variant::OBJECT, { nullptr, &in_object, Variant::BOOL });
}

// --- What every type has.

void logical_not(const Variant *p_left, const Variant *, Variant *r_ret) {
	VariantInternal::set_bool(r_ret, p_left->is_zero());
}
void logical_and(const Variant *p_left, const Variant *p_right, Variant *r_ret) {
	VariantInternal::set_bool(r_ret, p_left->booleanize() && p_right->booleanize());
}
void logical_or(const Variant *p_left, const Variant *p_right, Variant *r_ret) {
	VariantInternal::set_bool(r_ret, p_left->booleanize() || p_right->booleanize());
}
void logical_xor(const Variant *p_left, const Variant *p_right, Variant *r_ret) {
	VariantInternal::set_bool(r_ret, p_left->booleanize() != p_right->booleanize());
}
void equal_null(const Variant *p_left, const Variant *p_right, Variant *r_ret) {
	VariantInternal::set_bool(r_ret, p_left->is_null() && p_right->is_null());
}
void different_null(const Variant *p_left, const Variant *p_right, Variant *r_ret) {
	VariantInternal::set_bool(r_ret, !p_left->is_null() || !p_right->is_null());
}

void register_common() {
	for (int i = 0; i < Variant::VARIANT_MAX; i++) {
		const Variant::Type type = Variant::Type(i);
		add_builtin_operator(Variant::OP_EQUAL, type, Variant::NIL, { &equal_null, nullptr, Variant::BOOL });
		add_builtin_operator(Variant::OP_NOT_EQUAL, type, Variant::NIL, { &different_null, nullptr, Variant::BOOL });
		if (type != Variant::NIL) {
			add_builtin_operator(Variant::OP_EQUAL, Variant::NIL, type, { &equal_null, nullptr, Variant::BOOL });
			add_builtin_operator(Variant::OP_NOT_EQUAL, Variant::NIL, type, { &different_null, nullptr, Variant::BOOL });
		}
		add_builtin_operator(Variant::OP_NOT, type, Variant::NIL, { &logical_not, nullptr, Variant::BOOL });
		add_builtin_operator(Variant::OP_IN, type, Variant::DICTIONARY, { &in_dictionary, nullptr, Variant::BOOL });
		add_builtin_operator(Variant::OP_IN, type, Variant::ARRAY, { &in_array, nullptr, Variant::BOOL });
	}
	constexpr Variant::Type logical[] = { Variant::NIL, Variant::BOOL, Variant::INT, Variant::FLOAT, Variant::OBJECT };
	for (const Variant::Type left : logical) {
		for (const Variant::Type right : logical) {
			add_builtin_operator(Variant::OP_AND, left, right, { &logical_and, nullptr, Variant::BOOL });
			add_builtin_operator(Variant::OP_OR, left, right, { &logical_or, nullptr, Variant::BOOL });
			add_builtin_operator(Variant::OP_XOR, left, right, { &logical_xor, nullptr, Variant::BOOL });
		}
	}
}

} // namespace

void register_variant_operators() {
	register_common();
	register_numbers();
	register_texts();
	register_packed();
	register_references();
}

// The tables behind the built-in types: every method, constructor, operator, member, constant and global function is registered here once,
// and script calls, the interpreter's fast paths, the analyzer and the API dump all read the same entry.
#pragma once

// How to register, inside a register_*() function that register_variant_types() calls:
//
//   static Vector2 _vector2_ceil_to(const Vector2 &p_self, double p_step);         // A free function takes the value first.
//   bind_builtin_method<&Vector2::length>("length", {});
//   bind_builtin_method<&Vector2::move_toward>("move_toward", { "to", "delta" });
//   bind_builtin_method<&_vector2_ceil_to>("ceil_to", { "step" }, { 1.0 });        // Defaults of the last arguments.
//   bind_builtin_method<static_cast<real_t (Vector2::*)(const Vector2 &) const>(&Vector2::dot)>("dot", { "with" }); // Overloaded.
//   bind_builtin_static_method<&Vector2::from_angle>(Variant::VECTOR2, "from_angle", { "angle" });
//   bind_builtin_method_as<StringName, &String::length>("length", {});             // A String method on a StringName.
//   bind_builtin_vararg_method(Variant::CALLABLE, "call", &_callable_call, BUILTIN_CONST | BUILTIN_RETURNS, Variant::NIL);
//
//   bind_builtin_constructor<Vector2, real_t, real_t>({ "x", "y" });               // Vector2(real_t, real_t).
//   bind_builtin_constructor_function<&_vector2_from_vector2i>({ "from" });        // A function that returns the new value.
//
//   bind_builtin_operator<Variant::OP_ADD, &variant_op::add<Vector2, Vector2>>();
//   bind_builtin_operator<Variant::OP_NEGATE, &variant_op::negate<Vector2>>();
//   bind_builtin_comparisons<Vector2>();                                           // < <= > >= ; == and != by bind_builtin_equality<Vector2>().
//   bind_builtin_fallible_operator<Variant::OP_DIVIDE, &_divide_int_int, int64_t>(); // bool f(const A &, const B &, Variant *r_ret).
//
//   bind_builtin_member<&Vector2::x>("x");                                         // A data member.
//   bind_builtin_property<&Rect2::get_end, &Rect2::set_end>("end");                // Getter and setter, methods or free functions.
//   bind_builtin_indexing<&_vector2_get_indexed, &_vector2_set_indexed>();         // real_t f(const Vector2 &, int64_t, bool &r_oob)
//                                                                                  // void f(Vector2 &, int64_t, real_t, bool &r_oob)
//   add_builtin_constant(Variant::VECTOR2, "ZERO", Vector2());
//   add_builtin_enum_constant(Variant::VECTOR2, "Axis", "AXIS_X", 0);
//
//   bind_utility_function<&Math::lerpf>("lerpf", { "from", "to", "weight" }, Variant::UTILITY_FUNC_TYPE_MATH);
//   bind_vararg_utility_function("max", &_max, BUILTIN_RETURNS | BUILTIN_VARARG, Variant::NIL, { "arg1", "arg2" }, Variant::UTILITY_FUNC_TYPE_MATH);
//
// Parameters and results are any types GetTypeInfo knows; a `const Variant &` parameter takes anything. Registering twice is an error.
#include "core/variant/binder_common.h"
#include "core/variant/variant.h"

#include <initializer_list>

enum BuiltinFlags {
	BUILTIN_CONST = 1,
	BUILTIN_STATIC = 2,
	BUILTIN_VARARG = 4,
	BUILTIN_RETURNS = 8,
};

// p_base is nullptr for static ones and global functions.
using BuiltinVarargFunction = void (*)(Variant *p_base, const Variant **p_args, int p_argcount, Variant &r_ret, Callable::CallError &r_error);

// What methods, constructors and global functions have in common.
struct BuiltinSignature {
	Vector<String> argument_names; // Of varargs: the declared leading ones.
	Vector<Variant::Type> argument_types; // NIL: any.
	Vector<Variant> defaults; // Of the last arguments.
	Variant::Type return_type = Variant::NIL; // NIL with BUILTIN_RETURNS: any.
	String return_class; // Of an Object result; empty otherwise.
	uint32_t flags = 0;

	bool is_const() const { return (flags & BUILTIN_CONST) != 0; }
	bool is_static() const { return (flags & BUILTIN_STATIC) != 0; }
	bool is_vararg() const { return (flags & BUILTIN_VARARG) != 0; }
	bool has_return() const { return (flags & BUILTIN_RETURNS) != 0; }
};

struct BuiltinMethod : BuiltinSignature {
	StringName name;
	Variant::Type base_type = Variant::NIL;
	Variant::ValidatedBuiltInMethod validated = nullptr; // nullptr for varargs.
	BuiltinVarargFunction vararg = nullptr; // Only for varargs.

	// Checked: converts arguments, fills in defaults.
	void call(Variant *p_base, const Variant **p_args, int p_argcount, Variant &r_ret, Callable::CallError &r_error) const;
};

struct UtilityFunction : BuiltinSignature {
	StringName name;
	Variant::UtilityFunctionType category = Variant::UTILITY_FUNC_TYPE_GENERAL;
	Variant::ValidatedUtilityFunction validated = nullptr;
	BuiltinVarargFunction vararg = nullptr;

	void call(Variant *r_ret, const Variant **p_args, int p_argcount, Callable::CallError &r_error) const;
};

struct BuiltinConstructor : BuiltinSignature {
	Variant::ValidatedConstructor validated = nullptr;
};

// One operator for one pair of operand types.
struct BuiltinOperator {
	using Fallible = bool (*)(const Variant *p_left, const Variant *p_right, Variant *r_ret); // False: *r_ret says why, or is nil.
	Variant::ValidatedOperatorEvaluator validated = nullptr; // Exactly one of the two is set.
	Fallible fallible = nullptr;
	Variant::Type return_type = Variant::NIL;
};

struct BuiltinMember {
	StringName name;
	Variant::Type type = Variant::NIL;
	Variant::ValidatedGetter getter = nullptr;
	Variant::ValidatedSetter setter = nullptr;
};

struct BuiltinIndexing {
	Variant::Type element_type = Variant::NIL;
	Variant::ValidatedIndexedGetter getter = nullptr;
	Variant::ValidatedIndexedSetter setter = nullptr;
};

// The raw tables; prefer the templates below.
void add_builtin_method(BuiltinMethod &&p_method);
void add_builtin_constructor(Variant::Type p_type, BuiltinConstructor &&p_constructor);
void add_builtin_operator(Variant::Operator p_op, Variant::Type p_left, Variant::Type p_right, const BuiltinOperator &p_operator); // p_right NIL for unary ones.
void add_builtin_member(Variant::Type p_type, const BuiltinMember &p_member);
void add_builtin_indexing(Variant::Type p_type, const BuiltinIndexing &p_indexing);
void add_builtin_constant(Variant::Type p_type, const char *p_name, const Variant &p_value);
void add_builtin_enum_constant(Variant::Type p_type, const char *p_enum, const char *p_name, int64_t p_value);
void add_utility_function(UtilityFunction &&p_function);

// Converts p_args to the declared types and adds defaults. On CALL_OK r_ready[0 .. declared arguments) point at proven values, which live
// in r_storage where they had to be made. Both must have room for all declared arguments.
bool prepare_builtin_arguments(const BuiltinSignature &p_signature, const Variant **p_args, int p_argcount, const Variant **r_ready, Variant *r_storage, Callable::CallError &r_error);

// Registered by other files of this layer and by core/io, in the order of the class reference.
void register_variant_construct();
void register_variant_operators();
void register_variant_array_methods();
void register_variant_dictionary_methods();
void register_variant_packed_methods();
void register_variant_callable_methods();
void register_variant_indexing();
void register_variant_utility_general();
// By the math and string parts.
void register_variant_math();
void register_utility_math();
void register_variant_string_methods();

namespace builtin_registry {

template <typename T>
using Bare = std::remove_cv_t<std::remove_reference_t<T>>;

template <typename... P>
struct TypeList {
	static constexpr int COUNT = sizeof...(P);
};

// Takes a method pointer or a function whose first parameter is the value apart.
template <typename F>
struct SelfCall;
template <typename R, typename T, typename... P>
struct SelfCall<R (T::*)(P...)> {
	using Result = R;
	using Self = T;
	using Parameters = TypeList<P...>;
	static constexpr bool IS_CONST = false;
};
template <typename R, typename T, typename... P>
struct SelfCall<R (T::*)(P...) const> {
	using Result = R;
	using Self = T;
	using Parameters = TypeList<P...>;
	static constexpr bool IS_CONST = true;
};
template <typename R, typename S, typename... P>
struct SelfCall<R (*)(S, P...)> {
	using Result = R;
	using Self = Bare<S>;
	using Parameters = TypeList<P...>;
	static constexpr bool IS_CONST = !std::is_lvalue_reference_v<S> || std::is_const_v<std::remove_reference_t<S>>;
};
template <typename F>
struct FreeCall;
template <typename R, typename... P>
struct FreeCall<R (*)(P...)> {
	using Result = R;
	using Parameters = TypeList<P...>;
};

template <typename Stored, typename Self>
_FORCE_INLINE_ decltype(auto) self_of(Variant *p_base) {
	if constexpr (std::is_same_v<Stored, Self>) {
		return (VariantInternal::get<Stored>(p_base));
	} else {
		return Self(VariantInternal::get<Stored>(p_base));
	}
}

template <auto F, typename Self, typename... A>
_FORCE_INLINE_ decltype(auto) invoke_on(Self &&p_self, A &&...p_args) {
	if constexpr (std::is_member_function_pointer_v<decltype(F)>) {
		return (p_self.*F)(static_cast<A &&>(p_args)...);
	} else {
		return F(p_self, static_cast<A &&>(p_args)...);
	}
}

template <auto F, typename Stored, typename... P, size_t... I>
_FORCE_INLINE_ void call_on(Variant *p_base, [[maybe_unused]] const Variant **p_args, [[maybe_unused]] Variant *r_ret, TypeList<P...>, std::index_sequence<I...>) {
	using Self = typename SelfCall<decltype(F)>::Self;
	if constexpr (std::is_void_v<typename SelfCall<decltype(F)>::Result>) {
		invoke_on<F>(self_of<Stored, Self>(p_base), VariantCaster<Bare<P>>::get(*p_args[I])...);
	} else {
		variant_store<Bare<typename SelfCall<decltype(F)>::Result>>(r_ret, invoke_on<F>(self_of<Stored, Self>(p_base), VariantCaster<Bare<P>>::get(*p_args[I])...));
	}
}

template <auto F, typename Stored>
void validated_method(Variant *p_base, const Variant **p_args, int, Variant *r_ret) {
	using Parameters = typename SelfCall<decltype(F)>::Parameters;
	call_on<F, Stored>(p_base, p_args, r_ret, Parameters(), std::make_index_sequence<Parameters::COUNT>());
}

template <auto F, typename... P, size_t... I>
_FORCE_INLINE_ void call_free([[maybe_unused]] const Variant **p_args, [[maybe_unused]] Variant *r_ret, TypeList<P...>, std::index_sequence<I...>) {
	if constexpr (std::is_void_v<typename FreeCall<decltype(F)>::Result>) {
		F(VariantCaster<Bare<P>>::get(*p_args[I])...);
	} else {
		variant_store<Bare<typename FreeCall<decltype(F)>::Result>>(r_ret, F(VariantCaster<Bare<P>>::get(*p_args[I])...));
	}
}

template <auto F>
void validated_static(Variant *, const Variant **p_args, int, Variant *r_ret) {
	using Parameters = typename FreeCall<decltype(F)>::Parameters;
	call_free<F>(p_args, r_ret, Parameters(), std::make_index_sequence<Parameters::COUNT>());
}

template <auto F>
void validated_utility(Variant *r_ret, const Variant **p_args, int) {
	using Parameters = typename FreeCall<decltype(F)>::Parameters;
	call_free<F>(p_args, r_ret, Parameters(), std::make_index_sequence<Parameters::COUNT>());
}

template <auto F>
void validated_constructor(Variant *r_base, const Variant **p_args) {
	using Parameters = typename FreeCall<decltype(F)>::Parameters;
	call_free<F>(p_args, r_base, Parameters(), std::make_index_sequence<Parameters::COUNT>());
}

template <typename T, typename... P>
T make(P... p_args) {
	return T(p_args...);
}

// Fills in everything but the function pointers; p_types and p_names have the declared arguments.
void describe(BuiltinSignature &r_signature, std::initializer_list<const char *> p_names, std::initializer_list<Variant::Type> p_types, std::initializer_list<Variant> p_defaults, uint32_t p_flags, Variant::Type p_return_type);

template <typename R, typename... P>
void describe_as(BuiltinSignature &r_signature, TypeList<P...>, std::initializer_list<const char *> p_names, std::initializer_list<Variant> p_defaults, uint32_t p_flags) {
	if constexpr (std::is_void_v<R>) {
		describe(r_signature, p_names, { GetTypeInfo<Bare<P>>::VARIANT_TYPE... }, p_defaults, p_flags, Variant::NIL);
	} else {
		describe(r_signature, p_names, { GetTypeInfo<Bare<P>>::VARIANT_TYPE... }, p_defaults, p_flags | BUILTIN_RETURNS, GetTypeInfo<Bare<R>>::VARIANT_TYPE);
	}
}

template <auto F>
struct OperatorThunk;
template <typename R, typename A, typename B, R (*F)(A, B)>
struct OperatorThunk<F> {
	static constexpr Variant::Type LEFT = GetTypeInfo<Bare<A>>::VARIANT_TYPE;
	static constexpr Variant::Type RIGHT = GetTypeInfo<Bare<B>>::VARIANT_TYPE;
	static constexpr Variant::Type RESULT = GetTypeInfo<Bare<R>>::VARIANT_TYPE;
	static void evaluate(const Variant *p_left, const Variant *p_right, Variant *r_ret) {
		variant_store<Bare<R>>(r_ret, F(VariantCaster<Bare<A>>::get(*p_left), VariantCaster<Bare<B>>::get(*p_right)));
	}
};
template <typename R, typename A, R (*F)(A)>
struct OperatorThunk<F> {
	static constexpr Variant::Type LEFT = GetTypeInfo<Bare<A>>::VARIANT_TYPE;
	static constexpr Variant::Type RIGHT = Variant::NIL;
	static constexpr Variant::Type RESULT = GetTypeInfo<Bare<R>>::VARIANT_TYPE;
	static void evaluate(const Variant *p_left, const Variant *, Variant *r_ret) {
		variant_store<Bare<R>>(r_ret, F(VariantCaster<Bare<A>>::get(*p_left)));
	}
};
template <auto F>
struct FallibleThunk;
template <typename A, typename B, bool (*F)(A, B, Variant *)>
struct FallibleThunk<F> {
	static constexpr Variant::Type LEFT = GetTypeInfo<Bare<A>>::VARIANT_TYPE;
	static constexpr Variant::Type RIGHT = GetTypeInfo<Bare<B>>::VARIANT_TYPE;
	static bool evaluate(const Variant *p_left, const Variant *p_right, Variant *r_ret) {
		return F(VariantCaster<Bare<A>>::get(*p_left), VariantCaster<Bare<B>>::get(*p_right), r_ret);
	}
};

template <typename M>
struct DataMember;
template <typename T, typename E>
struct DataMember<E T::*> {
	using Self = T;
	using Element = E;
};

template <auto M>
void member_getter(const Variant *p_base, Variant *r_value) {
	using Self = typename DataMember<decltype(M)>::Self;
	const auto value = VariantInternal::get<Self>(p_base).*M;
	variant_store(r_value, value);
}
template <auto M>
void member_setter(Variant *p_base, const Variant *p_value) {
	using Member = DataMember<decltype(M)>;
	VariantInternal::get<typename Member::Self>(p_base).*M = VariantCaster<typename Member::Element>::get(*p_value);
}

template <auto Get>
void property_getter(const Variant *p_base, Variant *r_value) {
	using Call = SelfCall<decltype(Get)>;
	variant_store<Bare<typename Call::Result>>(r_value, invoke_on<Get>(VariantInternal::get<typename Call::Self>(p_base)));
}
template <typename P>
struct FirstOf;
template <typename P>
struct FirstOf<TypeList<P>> {
	using Type = Bare<P>;
};
template <auto Set>
void property_setter(Variant *p_base, const Variant *p_value) {
	using Call = SelfCall<decltype(Set)>;
	invoke_on<Set>(VariantInternal::get<typename Call::Self>(p_base), VariantCaster<typename FirstOf<typename Call::Parameters>::Type>::get(*p_value));
}

template <auto Get, typename T, typename E>
void indexed_getter(const Variant *p_base, int64_t p_index, Variant *r_value, bool *r_oob) {
	const E value = Get(VariantInternal::get<T>(p_base), p_index, *r_oob);
	if (likely(!*r_oob)) {
		variant_store<E>(r_value, value);
	}
}
template <auto Set, typename T, typename E>
void indexed_setter(Variant *p_base, int64_t p_index, const Variant *p_value, bool *r_oob) {
	Set(VariantInternal::get<T>(p_base), p_index, VariantCaster<E>::get(*p_value), *r_oob);
}

} // namespace builtin_registry

// Methods. Self type, constness, argument and result types follow from the function.
template <typename Stored, auto F>
void bind_builtin_method_as(const char *p_name, std::initializer_list<const char *> p_names, std::initializer_list<Variant> p_defaults = {}) {
	using Call = builtin_registry::SelfCall<decltype(F)>;
	BuiltinMethod method;
	method.name = p_name;
	method.base_type = VariantTypeOf<Stored>::TYPE;
	method.validated = &builtin_registry::validated_method<F, Stored>;
	builtin_registry::describe_as<typename Call::Result>(method, typename Call::Parameters(), p_names, p_defaults, Call::IS_CONST ? BUILTIN_CONST : 0);
	add_builtin_method(static_cast<BuiltinMethod &&>(method));
}

template <auto F>
void bind_builtin_method(const char *p_name, std::initializer_list<const char *> p_names, std::initializer_list<Variant> p_defaults = {}) {
	bind_builtin_method_as<typename builtin_registry::SelfCall<decltype(F)>::Self, F>(p_name, p_names, p_defaults);
}

template <auto F>
void bind_builtin_static_method(Variant::Type p_type, const char *p_name, std::initializer_list<const char *> p_names, std::initializer_list<Variant> p_defaults = {}) {
	using Call = builtin_registry::FreeCall<decltype(F)>;
	BuiltinMethod method;
	method.name = p_name;
	method.base_type = p_type;
	method.validated = &builtin_registry::validated_static<F>;
	builtin_registry::describe_as<typename Call::Result>(method, typename Call::Parameters(), p_names, p_defaults, BUILTIN_STATIC);
	add_builtin_method(static_cast<BuiltinMethod &&>(method));
}

// p_names and p_types: leading arguments that must be there.
void bind_builtin_vararg_method(Variant::Type p_type, const char *p_name, BuiltinVarargFunction p_function, uint32_t p_flags, Variant::Type p_return_type = Variant::NIL, std::initializer_list<const char *> p_names = {}, std::initializer_list<Variant::Type> p_types = {});

// Constructors, in the order of the class reference. The first whose argument count fits and whose arguments convert is taken.
template <typename T, typename... P>
void bind_builtin_constructor(std::initializer_list<const char *> p_names) {
	BuiltinConstructor constructor;
	constructor.validated = &builtin_registry::validated_constructor<&builtin_registry::make<T, P...>>;
	builtin_registry::describe_as<T>(constructor, builtin_registry::TypeList<P...>(), p_names, {}, 0);
	add_builtin_constructor(VariantTypeOf<T>::TYPE, static_cast<BuiltinConstructor &&>(constructor));
}

template <auto F>
void bind_builtin_constructor_function(std::initializer_list<const char *> p_names) {
	using Call = builtin_registry::FreeCall<decltype(F)>;
	BuiltinConstructor constructor;
	constructor.validated = &builtin_registry::validated_constructor<F>;
	builtin_registry::describe_as<typename Call::Result>(constructor, typename Call::Parameters(), p_names, {}, 0);
	add_builtin_constructor(GetTypeInfo<typename Call::Result>::VARIANT_TYPE, static_cast<BuiltinConstructor &&>(constructor));
}

// Operators.
template <Variant::Operator OP, auto F>
void bind_builtin_operator() {
	using Thunk = builtin_registry::OperatorThunk<F>;
	add_builtin_operator(OP, Thunk::LEFT, Thunk::RIGHT, { &Thunk::evaluate, nullptr, Thunk::RESULT });
}

template <Variant::Operator OP, auto F, typename Result>
void bind_builtin_fallible_operator() {
	using Thunk = builtin_registry::FallibleThunk<F>;
	add_builtin_operator(OP, Thunk::LEFT, Thunk::RIGHT, { nullptr, &Thunk::evaluate, GetTypeInfo<Result>::VARIANT_TYPE });
}

namespace variant_op {
#define VARIANT_BINARY_OP(m_name, m_op) \
	template <typename A, typename B> \
	auto m_name(const A &p_a, const B &p_b) { \
		return p_a m_op p_b; \
	}
VARIANT_BINARY_OP(add, +)
VARIANT_BINARY_OP(subtract, -)
VARIANT_BINARY_OP(multiply, *)
VARIANT_BINARY_OP(divide, /)
VARIANT_BINARY_OP(equal, ==)
VARIANT_BINARY_OP(not_equal, !=)
VARIANT_BINARY_OP(less, <)
VARIANT_BINARY_OP(less_equal, <=)
VARIANT_BINARY_OP(greater, >)
VARIANT_BINARY_OP(greater_equal, >=)
#undef VARIANT_BINARY_OP
template <typename A>
A negate(const A &p_a) {
	return -p_a;
}
template <typename A>
A positive(const A &p_a) {
	return p_a;
}
} // namespace variant_op

template <typename A, typename B = A>
void bind_builtin_equality() {
	bind_builtin_operator<Variant::OP_EQUAL, &variant_op::equal<A, B>>();
	bind_builtin_operator<Variant::OP_NOT_EQUAL, &variant_op::not_equal<A, B>>();
}

template <typename A, typename B = A>
void bind_builtin_comparisons() {
	bind_builtin_operator<Variant::OP_LESS, &variant_op::less<A, B>>();
	bind_builtin_operator<Variant::OP_LESS_EQUAL, &variant_op::less_equal<A, B>>();
	bind_builtin_operator<Variant::OP_GREATER, &variant_op::greater<A, B>>();
	bind_builtin_operator<Variant::OP_GREATER_EQUAL, &variant_op::greater_equal<A, B>>();
}

// Members.
template <auto M>
void bind_builtin_member(const char *p_name) {
	using Member = builtin_registry::DataMember<decltype(M)>;
	add_builtin_member(VariantTypeOf<typename Member::Self>::TYPE, { p_name, GetTypeInfo<typename Member::Element>::VARIANT_TYPE, &builtin_registry::member_getter<M>, &builtin_registry::member_setter<M> });
}

template <auto Get, auto Set>
void bind_builtin_property(const char *p_name) {
	using Call = builtin_registry::SelfCall<decltype(Get)>;
	add_builtin_member(VariantTypeOf<typename Call::Self>::TYPE, { p_name, GetTypeInfo<builtin_registry::Bare<typename Call::Result>>::VARIANT_TYPE, &builtin_registry::property_getter<Get>, &builtin_registry::property_setter<Set> });
}

// Get: E f(const T &, int64_t p_index, bool &r_oob); Set: void f(T &, int64_t p_index, E, bool &r_oob).
template <auto Get, auto Set>
void bind_builtin_indexing() {
	using Call = builtin_registry::SelfCall<decltype(Get)>;
	using T = typename Call::Self;
	using E = builtin_registry::Bare<typename Call::Result>;
	add_builtin_indexing(VariantTypeOf<T>::TYPE, { GetTypeInfo<E>::VARIANT_TYPE, &builtin_registry::indexed_getter<Get, T, E>, &builtin_registry::indexed_setter<Set, T, E> });
}

// Global functions.
template <auto F>
void bind_utility_function(const char *p_name, std::initializer_list<const char *> p_names, Variant::UtilityFunctionType p_category) {
	using Call = builtin_registry::FreeCall<decltype(F)>;
	UtilityFunction function;
	function.name = p_name;
	function.category = p_category;
	function.validated = &builtin_registry::validated_utility<F>;
	builtin_registry::describe_as<typename Call::Result>(function, typename Call::Parameters(), p_names, {}, 0);
	add_utility_function(static_cast<UtilityFunction &&>(function));
}

// For functions that judge their arguments themselves. p_flags may have BUILTIN_VARARG: any number of arguments from p_names' count on;
// without it exactly that many, of any type.
void bind_vararg_utility_function(const char *p_name, BuiltinVarargFunction p_function, uint32_t p_flags, Variant::Type p_return_type, std::initializer_list<const char *> p_names, Variant::UtilityFunctionType p_category);

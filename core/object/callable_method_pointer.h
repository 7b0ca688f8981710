// callable_mp: a Callable of a C++ method, bound or not.
#pragma once

#include "core/object/method_bind.h"
#include "core/variant/callable.h"

// Owns the MethodBind made for it. Two are equal when object and method are.
class CallableMethodPointer final : public CallableCustom {
	ObjectID object_id; // Null for functions without an object.
	MethodBind *bind;
	const char *text;
	uint8_t method_bytes[2 * sizeof(void *)] = {}; // The pointer to member, for comparing.

	static bool compare_equal(const CallableCustom *p_a, const CallableCustom *p_b);
	static bool compare_less(const CallableCustom *p_a, const CallableCustom *p_b);

public:
	uint32_t hash() const override;
	String get_as_text() const override;
	CompareEqualFunc get_compare_equal_func() const override { return compare_equal; }
	CompareLessFunc get_compare_less_func() const override { return compare_less; }
	bool is_valid() const override;
	StringName get_method() const override;
	ObjectID get_object() const override { return object_id; }
	int get_argument_count(bool &r_is_valid) const override;
	void call(const Variant **p_arguments, int p_argcount, Variant &r_return_value, Callable::CallError &r_call_error) const override;

	CallableMethodPointer(const Object *p_object, MethodBind *p_bind, const char *p_text, const void *p_method, size_t p_method_size);
	~CallableMethodPointer() override;
};

// p_method's text must live as long as the program: use the macros.
template <typename T, typename M>
Callable create_callable_method_pointer(const T *p_object, const char *p_text, M p_method) {
	return Callable(memnew(CallableMethodPointer(p_object, create_method_bind(p_method), p_text, &p_method, sizeof(p_method))));
}

template <typename F>
Callable create_callable_static_function(const char *p_text, F p_function) {
	return Callable(memnew(CallableMethodPointer(nullptr, create_static_method_bind(p_function), p_text, &p_function, sizeof(p_function))));
}

#define callable_mp(m_object, m_method) create_callable_method_pointer(m_object, #m_method, m_method)
#define callable_mp_static(m_function) create_callable_static_function(#m_function, m_function)

// The Callables that bind() and unbind() make.
#pragma once

#include "core/variant/callable.h"
#include "core/variant/variant.h"

// Adds arguments after those of the call.
class CallableCustomBind final : public CallableCustom {
	Callable callable;
	Vector<Variant> binds;

	static bool _equal(const CallableCustom *p_a, const CallableCustom *p_b);
	static bool _less(const CallableCustom *p_a, const CallableCustom *p_b);

public:
	uint32_t hash() const override { return callable.hash(); }
	String get_as_text() const override { return callable; }
	CompareEqualFunc get_compare_equal_func() const override { return _equal; }
	CompareLessFunc get_compare_less_func() const override { return _less; }
	bool is_valid() const override { return callable.is_valid(); }
	StringName get_method() const override { return callable.get_method(); }
	ObjectID get_object() const override { return callable.get_object_id(); }
	const Callable *get_base_comparator() const override { return callable.get_base_comparator(); }
	int get_argument_count(bool &r_is_valid) const override;
	int get_bound_arguments_count() const override;
	void get_bound_arguments(Vector<Variant> &r_arguments) const override;
	int get_unbound_arguments_count() const override;
	void call(const Variant **p_arguments, int p_argcount, Variant &r_return_value, Callable::CallError &r_call_error) const override;
	Error rpc(int p_peer_id, const Variant **p_arguments, int p_argcount, Callable::CallError &r_call_error) const override;

	const Callable &get_callable() const { return callable; }
	const Vector<Variant> &get_binds() const { return binds; }

	CallableCustomBind(const Callable &p_callable, const Vector<Variant> &p_binds) :
			callable(p_callable), binds(p_binds) {}
};

// Drops the last arguments of the call.
class CallableCustomUnbind final : public CallableCustom {
	Callable callable;
	int argcount;

	static bool _equal(const CallableCustom *p_a, const CallableCustom *p_b);
	static bool _less(const CallableCustom *p_a, const CallableCustom *p_b);

public:
	uint32_t hash() const override { return callable.hash(); }
	String get_as_text() const override { return callable; }
	CompareEqualFunc get_compare_equal_func() const override { return _equal; }
	CompareLessFunc get_compare_less_func() const override { return _less; }
	bool is_valid() const override { return callable.is_valid(); }
	StringName get_method() const override { return callable.get_method(); }
	ObjectID get_object() const override { return callable.get_object_id(); }
	const Callable *get_base_comparator() const override { return callable.get_base_comparator(); }
	int get_argument_count(bool &r_is_valid) const override;
	int get_bound_arguments_count() const override;
	void get_bound_arguments(Vector<Variant> &r_arguments) const override;
	int get_unbound_arguments_count() const override;
	void call(const Variant **p_arguments, int p_argcount, Variant &r_return_value, Callable::CallError &r_call_error) const override;
	Error rpc(int p_peer_id, const Variant **p_arguments, int p_argcount, Callable::CallError &r_call_error) const override;

	const Callable &get_callable() const { return callable; }
	int get_unbinds() const { return argcount; }

	CallableCustomUnbind(const Callable &p_callable, int p_argcount) :
			callable(p_callable), argcount(p_argcount) {}
};

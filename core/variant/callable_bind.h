// The Callables that bind() and unbind() make.
#pragma once

#include "core/templates/local_vector.h"
#include "core/variant/callable.h"
#include "core/variant/variant.h"

// Drops the last arguments of a call, or adds values after them. They may stand one around the other to any depth, so every method walks
// inwards in a loop instead of asking the next one.
class CallableWrapper : public CallableCustom {
	const Callable callable;
	const Vector<Variant> binds;
	const int unbinds; // 0 when something is bound.

	static bool _equal(const CallableCustom *p_a, const CallableCustom *p_b);
	static bool _less(const CallableCustom *p_a, const CallableCustom *p_b);
	const CallableWrapper *get_inner() const { return of(callable); } // Null: the target is next.
	bool does_as(const CallableWrapper *p_other) const { return binds.size() == p_other->binds.size() && unbinds == p_other->unbinds; }
	const Callable &get_target() const;

	// How many of its values arrive at the target, for each wrapper from this one inwards.
	struct Bound {
		const CallableWrapper *wrapper;
		int64_t arriving;
	};
	void look_inside(LocalVector<Bound> &r_bound, int64_t &r_unbound) const;

protected:
	CallableWrapper(const Callable &p_callable, const Vector<Variant> &p_binds, int p_unbinds) :
			callable(p_callable), binds(p_binds), unbinds(p_unbinds) {}

public:
	// A call in one go, with what all the wrappers bind and unbind: each on its own would copy what those around it have bound. Usually without
	// an allocation.
	class FlatCall {
		static constexpr int ROOM = 16;
		const Variant *room[ROOM];
		LocalVector<const Variant *> more; // For longer lists.
		const Variant **arguments = room;
		const Callable &target;
		int count = 0;

	public:
		FlatCall(const CallableWrapper *p_outermost, const Variant **p_arguments, int p_argcount, Callable::CallError &r_call_error);
		bool is_ready = false; // Not when a wrapper wants to drop more than there is; the error says so.
		const Callable &get_target() const { return target; }
		const Variant **get_arguments() { return arguments; }
		int get_count() const { return count; }
	};
	// Null: p_callable is no wrapper.
	static const CallableWrapper *of(const Callable &p_callable);

	uint32_t hash() const override { return get_target().hash(); }
	String get_as_text() const override { return get_target(); }
	CompareEqualFunc get_compare_equal_func() const override { return _equal; }
	CompareLessFunc get_compare_less_func() const override { return _less; }
	bool is_valid() const override { return get_target().is_valid(); }
	StringName get_method() const override { return get_target().get_method(); }
	ObjectID get_object() const override { return get_target().get_object_id(); }
	const Callable *get_base_comparator() const override { return get_target().get_base_comparator(); }
	int get_argument_count(bool &r_is_valid) const override;
	int get_bound_arguments_count() const override;
	void get_bound_arguments(Vector<Variant> &r_arguments) const override;
	int get_unbound_arguments_count() const override;
	void call(const Variant **p_arguments, int p_argcount, Variant &r_return_value, Callable::CallError &r_call_error) const override;
	Error rpc(int p_peer_id, const Variant **p_arguments, int p_argcount, Callable::CallError &r_call_error) const override;
};

class CallableCustomBind final : public CallableWrapper {
public:
	CallableCustomBind(const Callable &p_callable, const Vector<Variant> &p_binds) :
			CallableWrapper(p_callable, p_binds, 0) {}
};

class CallableCustomUnbind final : public CallableWrapper {
public:
	CallableCustomUnbind(const Callable &p_callable, int p_argcount) :
			CallableWrapper(p_callable, Vector<Variant>(), p_argcount) {}
};

// Calls through bind() and unbind().
#include "core/variant/callable_bind.h"

const CallableWrapper *CallableWrapper::of(const Callable &p_callable) {
	if (!p_callable.is_custom() || p_callable.get_custom()->get_compare_equal_func() != &_equal) {
		return nullptr;
	}
	return static_cast<const CallableWrapper *>(p_callable.get_custom());
}

const Callable &CallableWrapper::get_target() const {
	const CallableWrapper *wrapper = this;
	while (const CallableWrapper *inner = wrapper->get_inner()) {
		wrapper = inner;
	}
	return wrapper->callable;
}

// Equality ignores the bound values: a connection is the same connection whatever it is bound to.
bool CallableWrapper::_equal(const CallableCustom *p_a, const CallableCustom *p_b) {
	const CallableWrapper *a = static_cast<const CallableWrapper *>(p_a);
	const CallableWrapper *b = static_cast<const CallableWrapper *>(p_b);
	while (a != b) {
		if (!a->does_as(b)) {
			return false;
		}
		const CallableWrapper *inner_a = a->get_inner();
		const CallableWrapper *inner_b = b->get_inner();
		if (!inner_a || !inner_b) {
			return a->callable == b->callable;
		}
		a = inner_a;
		b = inner_b;
	}
	return true;
}

// The targets decide, and then the innermost wrappers that differ.
bool CallableWrapper::_less(const CallableCustom *p_a, const CallableCustom *p_b) {
	const CallableWrapper *a = static_cast<const CallableWrapper *>(p_a);
	const CallableWrapper *b = static_cast<const CallableWrapper *>(p_b);
	bool less = false;
	while (true) {
		if (!a->does_as(b)) {
			less = a->unbinds != b->unbinds ? a->unbinds < b->unbinds : a->binds.size() < b->binds.size();
		}
		const CallableWrapper *inner_a = a->get_inner();
		const CallableWrapper *inner_b = b->get_inner();
		if (!inner_a || !inner_b) {
			return a->callable == b->callable ? less : a->callable < b->callable;
		}
		a = inner_a;
		b = inner_b;
	}
}

// What a wrapper unbinds swallows the last values of those around it.
void CallableWrapper::look_inside(LocalVector<Bound> &r_bound, int64_t &r_unbound) const {
	for (const CallableWrapper *wrapper = this; wrapper; wrapper = wrapper->get_inner()) {
		r_bound.push_back(Bound{ wrapper, 0 });
	}
	r_unbound = get_target().get_unbound_arguments_count();
	for (uint32_t i = r_bound.size(); i > 0; i--) {
		const CallableWrapper *wrapper = r_bound[i - 1].wrapper;
		const int64_t count = wrapper->binds.size();
		r_bound[i - 1].arriving = MAX(int64_t(0), count - r_unbound);
		r_unbound = MAX(int64_t(0), r_unbound - count) + wrapper->unbinds;
	}
}

int CallableWrapper::get_argument_count(bool &r_is_valid) const {
	int64_t count = get_target().get_argument_count(&r_is_valid);
	for (const CallableWrapper *wrapper = this; wrapper; wrapper = wrapper->get_inner()) {
		count += wrapper->unbinds - wrapper->binds.size();
	}
	return r_is_valid ? int(count) : 0;
}

int CallableWrapper::get_bound_arguments_count() const {
	LocalVector<Bound> bound;
	int64_t unbound = 0;
	look_inside(bound, unbound);
	int64_t count = get_target().get_bound_arguments_count();
	for (const Bound &one : bound) {
		count += one.arriving;
	}
	return int(count);
}

void CallableWrapper::get_bound_arguments(Vector<Variant> &r_arguments) const {
	LocalVector<Bound> bound;
	int64_t unbound = 0;
	look_inside(bound, unbound);
	Vector<Variant> all;
	for (const Bound &one : bound) {
		for (int64_t i = 0; i < one.arriving; i++) {
			all.push_back(one.wrapper->binds[i]);
		}
	}
	Vector<Variant> of_target;
	get_target().get_bound_arguments_ref(of_target);
	all.append_array(of_target);
	r_arguments = all;
}

int CallableWrapper::get_unbound_arguments_count() const {
	LocalVector<Bound> bound;
	int64_t unbound = 0;
	look_inside(bound, unbound);
	return int(unbound);
}

CallableWrapper::FlatCall::FlatCall(const CallableWrapper *p_outermost, const Variant **p_arguments, int p_argcount, Callable::CallError &r_call_error) :
		target(p_outermost->get_target()) {
	int64_t most = p_argcount;
	for (const CallableWrapper *wrapper = p_outermost; wrapper; wrapper = wrapper->get_inner()) {
		most += wrapper->binds.size();
	}
	if (most > ROOM) {
		more.resize(uint32_t(most));
		arguments = more.ptr();
	}
	for (int i = 0; i < p_argcount; i++) {
		arguments[count++] = p_arguments[i];
	}
	for (const CallableWrapper *wrapper = p_outermost; wrapper; wrapper = wrapper->get_inner()) {
		if (count < wrapper->unbinds) {
			r_call_error.error = Callable::CallError::CALL_ERROR_TOO_FEW_ARGUMENTS;
			r_call_error.expected = wrapper->unbinds;
			return;
		}
		count -= wrapper->unbinds;
		for (const Variant &value : wrapper->binds) {
			arguments[count++] = &value;
		}
	}
	is_ready = true;
}

void CallableWrapper::call(const Variant **p_arguments, int p_argcount, Variant &r_return_value, Callable::CallError &r_call_error) const {
	FlatCall flat(this, p_arguments, p_argcount, r_call_error);
	if (!flat.is_ready) {
		r_return_value = Variant();
		return;
	}
	flat.get_target().callp(flat.get_arguments(), flat.get_count(), r_return_value, r_call_error);
}

Error CallableWrapper::rpc(int p_peer_id, const Variant **p_arguments, int p_argcount, Callable::CallError &r_call_error) const {
	FlatCall flat(this, p_arguments, p_argcount, r_call_error);
	return flat.is_ready ? flat.get_target().rpcp(p_peer_id, flat.get_arguments(), flat.get_count(), r_call_error) : ERR_UNCONFIGURED;
}

// Calls through bind() and unbind().
#include "core/variant/callable_bind.h"

const CallableWrapper *CallableWrapper::get_inner() const {
	if (!callable.is_custom() || callable.get_custom()->get_compare_equal_func() != &_equal) {
		return nullptr;
	}
	return static_cast<const CallableWrapper *>(callable.get_custom());
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

// A call in one go: each wrapper on its own would copy what all those around it have bound. The call may free this and all of them, so the
// target and the values are kept.
struct CallableWrapper::Flat {
	Callable target;
	LocalVector<Vector<Variant>> kept;
	LocalVector<const Variant *> arguments;
};

Error CallableWrapper::flatten(const Variant **p_arguments, int p_argcount, Flat &r_flat, Callable::CallError &r_call_error) const {
	for (int i = 0; i < p_argcount; i++) {
		r_flat.arguments.push_back(p_arguments[i]);
	}
	for (const CallableWrapper *wrapper = this; wrapper; wrapper = wrapper->get_inner()) {
		if (r_flat.arguments.size() < uint32_t(wrapper->unbinds)) {
			r_call_error.error = Callable::CallError::CALL_ERROR_TOO_FEW_ARGUMENTS;
			r_call_error.expected = wrapper->unbinds;
			return ERR_UNCONFIGURED;
		}
		r_flat.arguments.resize(r_flat.arguments.size() - uint32_t(wrapper->unbinds));
		if (!wrapper->binds.is_empty()) {
			r_flat.kept.push_back(wrapper->binds);
		}
		for (const Variant &value : wrapper->binds) {
			r_flat.arguments.push_back(&value);
		}
	}
	r_flat.target = get_target();
	return OK;
}

void CallableWrapper::call(const Variant **p_arguments, int p_argcount, Variant &r_return_value, Callable::CallError &r_call_error) const {
	Flat flat;
	if (flatten(p_arguments, p_argcount, flat, r_call_error) != OK) {
		r_return_value = Variant();
		return;
	}
	flat.target.callp(flat.arguments.ptr(), int(flat.arguments.size()), r_return_value, r_call_error);
}

Error CallableWrapper::rpc(int p_peer_id, const Variant **p_arguments, int p_argcount, Callable::CallError &r_call_error) const {
	Flat flat;
	const Error error = flatten(p_arguments, p_argcount, flat, r_call_error);
	return error == OK ? flat.target.rpcp(p_peer_id, flat.arguments.ptr(), int(flat.arguments.size()), r_call_error) : error;
}

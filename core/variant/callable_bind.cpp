// Calls through bind() and unbind().
#include "core/variant/callable_bind.h"

#include "core/templates/local_vector.h"

// Equality ignores the bound values: a connection is the same connection whatever it is bound to.

bool CallableCustomBind::_equal(const CallableCustom *p_a, const CallableCustom *p_b) {
	const CallableCustomBind *a = static_cast<const CallableCustomBind *>(p_a);
	const CallableCustomBind *b = static_cast<const CallableCustomBind *>(p_b);
	return a->callable == b->callable && a->binds.size() == b->binds.size();
}

bool CallableCustomBind::_less(const CallableCustom *p_a, const CallableCustom *p_b) {
	const CallableCustomBind *a = static_cast<const CallableCustomBind *>(p_a);
	const CallableCustomBind *b = static_cast<const CallableCustomBind *>(p_b);
	return a->callable == b->callable ? a->binds.size() < b->binds.size() : a->callable < b->callable;
}

int CallableCustomBind::get_argument_count(bool &r_is_valid) const {
	const int count = callable.get_argument_count(&r_is_valid);
	return r_is_valid ? count - int(binds.size()) : 0;
}

int CallableCustomBind::get_bound_arguments_count() const {
	// What the target unbinds swallows our last values.
	return callable.get_bound_arguments_count() + MAX(0, int(binds.size()) - callable.get_unbound_arguments_count());
}

void CallableCustomBind::get_bound_arguments(Vector<Variant> &r_arguments) const {
	Vector<Variant> inner;
	callable.get_bound_arguments_ref(inner);
	r_arguments = binds;
	r_arguments.resize(MAX(int64_t(0), binds.size() - callable.get_unbound_arguments_count()));
	r_arguments.append_array(inner);
}

int CallableCustomBind::get_unbound_arguments_count() const {
	return MAX(0, callable.get_unbound_arguments_count() - int(binds.size()));
}

void CallableCustomBind::call(const Variant **p_arguments, int p_argcount, Variant &r_return_value, Callable::CallError &r_call_error) const {
	// bind() upon bind() in one go: each on its own would copy what all those around it have bound. The call may free this and all of them, so
	// the target and the values are kept.
	LocalVector<Vector<Variant>> kept;
	LocalVector<const Variant *> arguments;
	for (int i = 0; i < p_argcount; i++) {
		arguments.push_back(p_arguments[i]);
	}
	const CallableCustomBind *bind = this;
	while (true) {
		kept.push_back(bind->binds);
		for (const Variant &value : bind->binds) {
			arguments.push_back(&value);
		}
		const Callable &inner = bind->callable;
		if (!inner.is_custom() || inner.get_custom()->get_compare_equal_func() != &_equal) {
			break;
		}
		bind = static_cast<const CallableCustomBind *>(inner.get_custom());
	}
	const Callable target = bind->callable;
	target.callp(arguments.ptr(), int(arguments.size()), r_return_value, r_call_error);
}

Error CallableCustomBind::rpc(int p_peer_id, const Variant **p_arguments, int p_argcount, Callable::CallError &r_call_error) const {
	Vector<const Variant *> arguments;
	for (int i = 0; i < p_argcount; i++) {
		arguments.push_back(p_arguments[i]);
	}
	for (const Variant &value : binds) {
		arguments.push_back(&value);
	}
	return callable.rpcp(p_peer_id, arguments.ptrw(), int(arguments.size()), r_call_error);
}

bool CallableCustomUnbind::_equal(const CallableCustom *p_a, const CallableCustom *p_b) {
	const CallableCustomUnbind *a = static_cast<const CallableCustomUnbind *>(p_a);
	const CallableCustomUnbind *b = static_cast<const CallableCustomUnbind *>(p_b);
	return a->callable == b->callable && a->argcount == b->argcount;
}

bool CallableCustomUnbind::_less(const CallableCustom *p_a, const CallableCustom *p_b) {
	const CallableCustomUnbind *a = static_cast<const CallableCustomUnbind *>(p_a);
	const CallableCustomUnbind *b = static_cast<const CallableCustomUnbind *>(p_b);
	return a->callable == b->callable ? a->argcount < b->argcount : a->callable < b->callable;
}

int CallableCustomUnbind::get_argument_count(bool &r_is_valid) const {
	const int count = callable.get_argument_count(&r_is_valid);
	return r_is_valid ? count + argcount : 0;
}

int CallableCustomUnbind::get_bound_arguments_count() const {
	return callable.get_bound_arguments_count();
}

void CallableCustomUnbind::get_bound_arguments(Vector<Variant> &r_arguments) const {
	callable.get_bound_arguments_ref(r_arguments);
}

int CallableCustomUnbind::get_unbound_arguments_count() const {
	return callable.get_unbound_arguments_count() + argcount;
}

void CallableCustomUnbind::call(const Variant **p_arguments, int p_argcount, Variant &r_return_value, Callable::CallError &r_call_error) const {
	if (p_argcount < argcount) {
		r_call_error.error = Callable::CallError::CALL_ERROR_TOO_FEW_ARGUMENTS;
		r_call_error.expected = argcount;
		r_return_value = Variant();
		return;
	}
	callable.callp(p_arguments, p_argcount - argcount, r_return_value, r_call_error);
}

Error CallableCustomUnbind::rpc(int p_peer_id, const Variant **p_arguments, int p_argcount, Callable::CallError &r_call_error) const {
	if (p_argcount < argcount) {
		r_call_error.error = Callable::CallError::CALL_ERROR_TOO_FEW_ARGUMENTS;
		r_call_error.expected = argcount;
		return ERR_UNCONFIGURED;
	}
	return callable.rpcp(p_peer_id, p_arguments, p_argcount - argcount, r_call_error);
}

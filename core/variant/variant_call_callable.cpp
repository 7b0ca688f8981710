// The methods of Callable, Signal and RID.
#include "core/variant/builtin_registry.h"
#include "core/variant/variant.h"
#include "core/variant/variant_internal.h"

namespace {

using CallError = Callable::CallError;

const Callable &callable_of(const Variant *p_base) {
	return VariantInternal::get<Callable>(p_base);
}

void callable_call(Variant *p_base, const Variant **p_args, int p_argcount, Variant &r_ret, CallError &r_error) {
	const Callable callable = callable_of(p_base); // The call may replace the variable that holds it.
	Variant ret;
	callable.callp(p_args, p_argcount, ret, r_error);
	r_ret = r_error.error == CallError::CALL_OK ? ret : Variant();
}

void callable_call_deferred(Variant *p_base, const Variant **p_args, int p_argcount, Variant &, CallError &) {
	callable_of(p_base).call_deferredp(p_args, p_argcount);
}

void callable_rpc(Variant *p_base, const Variant **p_args, int p_argcount, Variant &, CallError &r_error) {
	callable_of(p_base).rpcp(0, p_args, p_argcount, r_error);
}

void callable_rpc_id(Variant *p_base, const Variant **p_args, int p_argcount, Variant &, CallError &r_error) {
	if (!p_args[0]->is_num()) {
		r_error.error = CallError::CALL_ERROR_INVALID_ARGUMENT;
		r_error.argument = 0;
		r_error.expected = Variant::INT;
		return;
	}
	callable_of(p_base).rpcp(*p_args[0], p_args + 1, p_argcount - 1, r_error);
}

void callable_bind(Variant *p_base, const Variant **p_args, int p_argcount, Variant &r_ret, CallError &) {
	r_ret = callable_of(p_base).bindp(p_args, p_argcount);
}

void signal_emit(Variant *p_base, const Variant **p_args, int p_argcount, Variant &, CallError &) {
	const Signal signal = VariantInternal::get<Signal>(p_base);
	signal.emit(p_args, p_argcount);
}

int64_t callable_get_object_id(const Callable &p_self) {
	return int64_t(p_self.get_object_id());
}
int callable_get_argument_count(const Callable &p_self) {
	return p_self.get_argument_count();
}
Callable callable_unbind(const Callable &p_self, int64_t p_argcount) {
	return p_self.unbind(int(CLAMP<int64_t>(p_argcount, INT32_MIN, INT32_MAX)));
}
Callable callable_bindv(Callable &r_self, const Array &p_arguments) {
	return r_self.bindv(p_arguments);
}
int64_t signal_get_object_id(const Signal &p_self) {
	return int64_t(p_self.get_object_id());
}
int64_t rid_get_id(const RID &p_self) {
	return int64_t(p_self.get_id());
}

} // namespace

void register_variant_callable_methods() {
	bind_builtin_method<&RID::is_valid>("is_valid", {});
	bind_builtin_method<&rid_get_id>("get_id", {});

	bind_builtin_static_method<&Callable::create>(Variant::CALLABLE, "create", { "variant", "method" });
	bind_builtin_method<&Callable::callv>("callv", { "arguments" });
	bind_builtin_method<&Callable::is_null>("is_null", {});
	bind_builtin_method<&Callable::is_custom>("is_custom", {});
	bind_builtin_method<&Callable::is_standard>("is_standard", {});
	bind_builtin_method<&Callable::is_valid>("is_valid", {});
	bind_builtin_method<&Callable::get_object>("get_object", {});
	bind_builtin_method<&callable_get_object_id>("get_object_id", {});
	bind_builtin_method<&Callable::get_method>("get_method", {});
	bind_builtin_method<&callable_get_argument_count>("get_argument_count", {});
	bind_builtin_method<&Callable::get_bound_arguments_count>("get_bound_arguments_count", {});
	bind_builtin_method<&Callable::get_bound_arguments>("get_bound_arguments", {});
	bind_builtin_method<&Callable::get_unbound_arguments_count>("get_unbound_arguments_count", {});
	bind_builtin_method<&Callable::hash>("hash", {});
	bind_builtin_method<&callable_bindv>("bindv", { "arguments" });
	bind_builtin_method<&callable_unbind>("unbind", { "argcount" });
	bind_builtin_vararg_method(Variant::CALLABLE, "call", &callable_call, BUILTIN_CONST | BUILTIN_RETURNS);
	bind_builtin_vararg_method(Variant::CALLABLE, "call_deferred", &callable_call_deferred, BUILTIN_CONST);
	bind_builtin_vararg_method(Variant::CALLABLE, "rpc", &callable_rpc, BUILTIN_CONST);
	bind_builtin_vararg_method(Variant::CALLABLE, "rpc_id", &callable_rpc_id, BUILTIN_CONST, Variant::NIL, { "peer_id" }, { Variant::INT });
	bind_builtin_vararg_method(Variant::CALLABLE, "bind", &callable_bind, BUILTIN_CONST | BUILTIN_RETURNS, Variant::CALLABLE);

	bind_builtin_method<&Signal::is_null>("is_null", {});
	bind_builtin_method<&Signal::get_object>("get_object", {});
	bind_builtin_method<&signal_get_object_id>("get_object_id", {});
	bind_builtin_method<&Signal::get_name>("get_name", {});
	bind_builtin_method<&Signal::connect>("connect", { "callable", "flags" }, { 0 });
	bind_builtin_method<&Signal::disconnect>("disconnect", { "callable" });
	bind_builtin_method<&Signal::is_connected>("is_connected", { "callable" });
	bind_builtin_method<&Signal::get_connections>("get_connections", {});
	bind_builtin_method<&Signal::has_connections>("has_connections", {});
	bind_builtin_vararg_method(Variant::SIGNAL, "emit", &signal_emit, BUILTIN_CONST);
}

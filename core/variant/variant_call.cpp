// Calling built-in methods, constructors and global functions with arguments of any type, and describing calls that failed.
#include "core/variant/variant.h"

#include "core/error/error_macros.h"
#include "core/variant/builtin_registry.h"
#include "core/variant/builtin_tables.h"
#include "core/variant/object_hooks.h"

namespace {

using CallError = Callable::CallError;

bool has_enough_arguments(const BuiltinSignature &p_signature, int p_argcount, CallError &r_error) {
	const int declared = int(p_signature.argument_types.size());
	if (p_argcount < declared - int(p_signature.defaults.size())) {
		r_error.error = CallError::CALL_ERROR_TOO_FEW_ARGUMENTS;
		r_error.expected = declared - int(p_signature.defaults.size());
		return false;
	}
	if (p_argcount > declared && !p_signature.is_vararg()) {
		r_error.error = CallError::CALL_ERROR_TOO_MANY_ARGUMENTS;
		r_error.expected = declared;
		return false;
	}
	return true;
}

// All arguments are there and of the declared types: the usual case, which needs neither defaults nor copies.
bool is_ready(const BuiltinSignature &p_signature, const Variant **p_args, int p_argcount) {
	if (p_signature.argument_types.size() != p_argcount) {
		return false;
	}
	const Variant::Type *types = p_signature.argument_types.ptr();
	for (int i = 0; i < p_argcount; i++) {
		if (types[i] != Variant::NIL && types[i] != p_args[i]->get_type()) {
			return false;
		}
	}
	return true;
}

} // namespace

bool prepare_builtin_arguments(const BuiltinSignature &p_signature, const Variant **p_args, int p_argcount, const Variant **r_ready, Variant *r_storage, CallError &r_error) {
	if (!has_enough_arguments(p_signature, p_argcount, r_error)) {
		return false;
	}
	const int declared = int(p_signature.argument_types.size());
	const int first_default = declared - int(p_signature.defaults.size());
	for (int i = 0; i < declared; i++) {
		if (i >= p_argcount) {
			r_ready[i] = &p_signature.defaults[i - first_default];
			continue;
		}
		const Variant::Type wanted = p_signature.argument_types[i];
		r_ready[i] = p_args[i];
		if (wanted == Variant::NIL || p_args[i]->get_type() == wanted) {
			continue;
		}
		r_storage[i] = *p_args[i];
		if (!Variant::convert_strict(r_storage[i], wanted)) {
			r_error.error = CallError::CALL_ERROR_INVALID_ARGUMENT;
			r_error.argument = i;
			r_error.expected = wanted;
			return false;
		}
		r_ready[i] = &r_storage[i];
	}
	return true;
}

void BuiltinMethod::call(Variant *p_base, const Variant **p_args, int p_argcount, Variant &r_ret, CallError &r_error) const {
	r_error = CallError();
	if (is_vararg()) {
		if (has_enough_arguments(*this, p_argcount, r_error)) {
			vararg(p_base, p_args, p_argcount, r_ret, r_error);
		}
		return;
	}
	if (is_ready(*this, p_args, p_argcount)) {
		validated(p_base, p_args, p_argcount, &r_ret);
		return;
	}
	const Variant *ready[BUILTIN_MAX_ARGUMENTS];
	Variant storage[BUILTIN_MAX_ARGUMENTS];
	if (prepare_builtin_arguments(*this, p_args, p_argcount, ready, storage, r_error)) {
		validated(p_base, ready, int(argument_types.size()), &r_ret);
	}
}

void UtilityFunction::call(Variant *r_ret, const Variant **p_args, int p_argcount, CallError &r_error) const {
	r_error = CallError();
	if (vararg != nullptr) {
		if (has_enough_arguments(*this, p_argcount, r_error)) {
			vararg(nullptr, p_args, p_argcount, *r_ret, r_error);
		}
		return;
	}
	if (is_ready(*this, p_args, p_argcount)) {
		validated(r_ret, p_args, p_argcount);
		return;
	}
	const Variant *ready[BUILTIN_MAX_ARGUMENTS];
	Variant storage[BUILTIN_MAX_ARGUMENTS];
	if (prepare_builtin_arguments(*this, p_args, p_argcount, ready, storage, r_error)) {
		validated(r_ret, ready, int(argument_types.size()));
	}
}

void Variant::call_utility_function(const StringName &p_name, Variant *r_ret, const Variant **p_args, int p_argcount, CallError &r_error) {
	const UtilityFunction *function = get_utility_function_info(p_name);
	if (function == nullptr) {
		r_error = CallError();
		r_error.error = CallError::CALL_ERROR_INVALID_METHOD;
		return;
	}
	function->call(r_ret, p_args, p_argcount, r_error);
}

void Variant::callp(const StringName &p_method, const Variant **p_args, int p_argcount, Variant &r_ret, CallError &r_error) {
	r_error = CallError();
	if (type == OBJECT) {
		Object *object = get_validated_object();
		if (object == nullptr) {
			r_error.error = CallError::CALL_ERROR_INSTANCE_IS_NULL;
			return;
		}
		object_hooks.callp(object, p_method, p_args, p_argcount, r_ret, r_error);
		return;
	}
	const BuiltinMethod *method = find_builtin_method(Type(type), p_method);
	if (method == nullptr) {
		r_error.error = CallError::CALL_ERROR_INVALID_METHOD;
		return;
	}
	method->call(this, p_args, p_argcount, r_ret, r_error);
}

void Variant::call_static(Type p_type, const StringName &p_method, const Variant **p_args, int p_argcount, Variant &r_ret, CallError &r_error) {
	r_error = CallError();
	ERR_FAIL_INDEX(p_type, VARIANT_MAX);
	const BuiltinMethod *method = find_builtin_method(p_type, p_method);
	if (method == nullptr) {
		r_error.error = CallError::CALL_ERROR_INVALID_METHOD;
		return;
	}
	if (!method->is_static()) {
		r_error.error = CallError::CALL_ERROR_INSTANCE_IS_NULL;
		return;
	}
	method->call(nullptr, p_args, p_argcount, r_ret, r_error);
}

// --- Constructors.

namespace {

bool refuse(int p_argument, Variant::Type p_expected, CallError &r_error) {
	r_error.error = CallError::CALL_ERROR_INVALID_ARGUMENT;
	r_error.argument = p_argument;
	r_error.expected = p_expected;
	return false;
}

// Some constructors are pickier than implicit conversion: numbers are read from texts but not from paths, lists are taken from lists alone,
// and the script of an element type is an object or null.
bool constructor_takes(Variant::Type p_type, const BuiltinConstructor &p_constructor, const Variant **p_args, CallError &r_error) {
	const int64_t count = p_constructor.argument_types.size();
	if ((p_type == Variant::ARRAY && count == 4) || (p_type == Variant::DICTIONARY && count == 7)) {
		for (int i = 3; i < count; i += 3) {
			if (p_args[i]->get_type() != Variant::NIL && p_args[i]->get_type() != Variant::OBJECT) {
				return refuse(i, Variant::OBJECT, r_error);
			}
		}
		return true;
	}
	if (count != 1) {
		return true;
	}
	const Variant::Type wanted = p_constructor.argument_types[0];
	const bool is_number = p_type == Variant::INT || p_type == Variant::FLOAT;
	if (wanted == Variant::STRING && is_number && !p_args[0]->is_string()) {
		return refuse(0, wanted, r_error);
	}
	if (wanted == Variant::ARRAY && p_args[0]->get_type() != Variant::ARRAY) {
		return refuse(0, wanted, r_error);
	}
	return true;
}

bool try_construct(Variant::Type p_type, const BuiltinConstructor &p_constructor, const Variant **p_args, int p_argcount, Variant &r_made, CallError &r_error) {
	if (!constructor_takes(p_type, p_constructor, p_args, r_error)) {
		return false;
	}
	if (is_ready(p_constructor, p_args, p_argcount)) {
		p_constructor.validated(&r_made, p_args);
		return true;
	}
	const Variant *ready[BUILTIN_MAX_ARGUMENTS];
	Variant storage[BUILTIN_MAX_ARGUMENTS];
	if (!prepare_builtin_arguments(p_constructor, p_args, p_argcount, ready, storage, r_error)) {
		return false;
	}
	p_constructor.validated(&r_made, ready);
	return true;
}

} // namespace

void Variant::construct(Type p_type, Variant &r_base, const Variant **p_args, int p_argcount, CallError &r_error) {
	r_error = CallError();
	ERR_FAIL_INDEX(p_type, VARIANT_MAX);
	r_error.error = CallError::CALL_ERROR_INVALID_METHOD;
	for (const BuiltinConstructor &constructor : builtin_tables->types[p_type].constructors) {
		if (constructor.argument_types.size() != p_argcount) {
			continue;
		}
		CallError error;
		Variant made; // r_base may be one of the arguments.
		if (try_construct(p_type, constructor, p_args, p_argcount, made, error)) {
			r_base = static_cast<Variant &&>(made);
			r_error = CallError();
			return;
		}
		if (r_error.error == CallError::CALL_ERROR_INVALID_METHOD || error.argument > r_error.argument) {
			r_error = error; // Of all that do not fit, blame the one that came furthest.
		}
	}
}

int Variant::get_constructor_count(Type p_type) {
	ERR_FAIL_INDEX_V(p_type, VARIANT_MAX, 0);
	return int(builtin_tables->types[p_type].constructors.size());
}

Variant::ValidatedConstructor Variant::get_validated_constructor(Type p_type, int p_constructor) {
	ERR_FAIL_INDEX_V(p_constructor, get_constructor_count(p_type), nullptr);
	return builtin_tables->types[p_type].constructors[p_constructor].validated;
}

int Variant::get_constructor_argument_count(Type p_type, int p_constructor) {
	ERR_FAIL_INDEX_V(p_constructor, get_constructor_count(p_type), 0);
	return int(builtin_tables->types[p_type].constructors[p_constructor].argument_types.size());
}

Variant::Type Variant::get_constructor_argument_type(Type p_type, int p_constructor, int p_argument) {
	ERR_FAIL_INDEX_V(p_argument, get_constructor_argument_count(p_type, p_constructor), NIL);
	return builtin_tables->types[p_type].constructors[p_constructor].argument_types[p_argument];
}

String Variant::get_constructor_argument_name(Type p_type, int p_constructor, int p_argument) {
	ERR_FAIL_INDEX_V(p_argument, get_constructor_argument_count(p_type, p_constructor), String());
	return builtin_tables->types[p_type].constructors[p_constructor].argument_names[p_argument];
}

// --- Descriptions of methods.

const BuiltinMethod *Variant::get_builtin_method_info(Type p_type, const StringName &p_method) {
	ERR_FAIL_INDEX_V(p_type, VARIANT_MAX, nullptr);
	return find_builtin_method(p_type, p_method);
}

bool Variant::has_builtin_method(Type p_type, const StringName &p_method) {
	return get_builtin_method_info(p_type, p_method) != nullptr;
}

Variant::ValidatedBuiltInMethod Variant::get_validated_builtin_method(Type p_type, const StringName &p_method) {
	const BuiltinMethod *method = get_builtin_method_info(p_type, p_method);
	return method != nullptr ? method->validated : nullptr;
}

int Variant::get_builtin_method_argument_count(Type p_type, const StringName &p_method) {
	const BuiltinMethod *method = get_builtin_method_info(p_type, p_method);
	return method != nullptr ? int(method->argument_types.size()) : 0;
}

Variant::Type Variant::get_builtin_method_argument_type(Type p_type, const StringName &p_method, int p_argument) {
	const BuiltinMethod *method = get_builtin_method_info(p_type, p_method);
	return method != nullptr && p_argument >= 0 && p_argument < method->argument_types.size() ? method->argument_types[p_argument] : NIL;
}

bool Variant::has_builtin_method_return_value(Type p_type, const StringName &p_method) {
	const BuiltinMethod *method = get_builtin_method_info(p_type, p_method);
	return method != nullptr && method->has_return();
}

bool Variant::is_builtin_method_const(Type p_type, const StringName &p_method) {
	const BuiltinMethod *method = get_builtin_method_info(p_type, p_method);
	return method != nullptr && method->is_const();
}

bool Variant::is_builtin_method_static(Type p_type, const StringName &p_method) {
	const BuiltinMethod *method = get_builtin_method_info(p_type, p_method);
	return method != nullptr && method->is_static();
}

bool Variant::is_builtin_method_vararg(Type p_type, const StringName &p_method) {
	const BuiltinMethod *method = get_builtin_method_info(p_type, p_method);
	return method != nullptr && method->is_vararg();
}

void Variant::get_builtin_method_list(Type p_type, Vector<StringName> *r_list) {
	ERR_FAIL_INDEX(p_type, VARIANT_MAX);
	for (const KeyValue<StringName, BuiltinMethod> &entry : builtin_tables->types[p_type].methods) {
		r_list->push_back(entry.key);
	}
}

bool Variant::has_method(const StringName &p_method) const {
	if (type != OBJECT) {
		return has_builtin_method(Type(type), p_method);
	}
	const Object *object = get_validated_object();
	return object != nullptr && object_hooks.has_method(object, p_method);
}

// --- Failed calls in words.

namespace {

String describe_failure(const String &p_what, const Variant **p_args, int p_argcount, const CallError &p_error) {
	switch (p_error.error) {
		case CallError::CALL_ERROR_INVALID_ARGUMENT: {
			const int index = p_error.argument;
			String given = "a missing argument";
			if (p_args != nullptr && index >= 0 && index < p_argcount) {
				if (p_args[index]->get_type() == Variant::OBJECT && p_error.expected == Variant::OBJECT) {
					const Object *object = p_args[index]->get_validated_object();
					const String what = object ? "a " + String(object_hooks.get_class_name(object)) + ", which is not of the class that is wanted" : "an object that was freed";
					return p_what + ": Argument " + itos(index + 1) + " is " + what + ".";
				}
				given = Variant::get_type_name(p_args[index]->get_type());
			}
			const String wanted = Variant::get_type_name(Variant::Type(p_error.expected));
			return p_what + ": Cannot convert argument " + itos(index + 1) + " from " + given + " to " + wanted + ".";
		}
		case CallError::CALL_ERROR_TOO_MANY_ARGUMENTS:
		case CallError::CALL_ERROR_TOO_FEW_ARGUMENTS:
			return p_what + ": Method expected " + itos(p_error.expected) + " argument(s), but called with " + itos(p_argcount) + ".";
		case CallError::CALL_ERROR_INVALID_METHOD:
			return p_what + ": Method not found.";
		case CallError::CALL_ERROR_INSTANCE_IS_NULL:
			return p_what + ": Instance is null.";
		case CallError::CALL_ERROR_METHOD_NOT_CONST:
			return p_what + ": Method not const in const instance.";
		default:
			return "Call OK";
	}
}

} // namespace

String Variant::get_call_error_text(Object *p_base, const StringName &p_method, const Variant **p_args, int p_argcount, const CallError &p_error) {
	const String owner = p_base != nullptr ? "'" + String(object_hooks.get_class_name(p_base)) + "::" : String("'");
	return describe_failure(owner + String(p_method) + "'", p_args, p_argcount, p_error);
}

String Variant::get_call_error_text(const StringName &p_method, const Variant **p_args, int p_argcount, const CallError &p_error) {
	return get_call_error_text(nullptr, p_method, p_args, p_argcount, p_error);
}

String Variant::get_callable_error_text(const Callable &p_callable, const Variant **p_args, int p_argcount, const CallError &p_error) {
	// What is bound stands behind the arguments of the call, and counts as given.
	Vector<Variant> bound;
	p_callable.get_bound_arguments_ref(bound);
	const int unbound = p_callable.get_unbound_arguments_count();
	if ((bound.is_empty() && unbound == 0) || p_argcount < unbound) {
		return describe_failure("'" + String(p_callable) + "'", p_args, p_argcount, p_error);
	}
	Vector<const Variant *> given;
	for (int i = 0; i < p_argcount - unbound; i++) {
		given.push_back(p_args[i]);
	}
	for (const Variant &value : bound) {
		given.push_back(&value);
	}
	String text = describe_failure("'" + String(p_callable) + "'", given.ptrw(), int(given.size()), p_error);
	if (!bound.is_empty()) {
		text = text.trim_suffix(".") + " (" + itos(bound.size()) + " of them bound).";
	}
	return text;
}

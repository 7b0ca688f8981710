// Lambdas and global functions as Callables.
#include "modules/gdscript/vm/gdscript_lambda_callable.h"

#include "core/variant/builtin_registry.h"
#include "modules/gdscript/vm/gdscript_instance.h"
#include "modules/gdscript/vm/gdscript_stack.h"
#include "modules/gdscript/vm/gdscript_utility_functions.h"
#include "modules/gdscript/vm/gdscript_vm_slow.h"

#include <atomic>

GDScriptLambdaCallable::GDScriptLambdaCallable(GDScriptFunction *p_function, GDScriptInstance *p_instance, const Vector<Variant> &p_captures) :
		function(p_function), captures(p_captures) {
	static std::atomic<uint32_t> made{ 0 };
	unique_hash = (made.fetch_add(1, std::memory_order_relaxed) + 1) * 2654435761u;
	script.reference_ptr(p_function->script->get_root_class());
	if (p_instance && !p_function->is_static) {
		self_id = p_instance->get_owner()->get_instance_id();
		self = Variant(static_cast<const Object *>(p_instance->get_owner()));
	}
}

bool GDScriptLambdaCallable::compare_equal(const CallableCustom *p_a, const CallableCustom *p_b) {
	return p_a == p_b; // Two lambdas of one source line are different values.
}

bool GDScriptLambdaCallable::compare_less(const CallableCustom *p_a, const CallableCustom *p_b) {
	return p_a < p_b;
}

String GDScriptLambdaCallable::get_as_text() const {
	return String(function->name) + (self_id.is_null() ? "(lambda)" : "(self lambda)");
}

bool GDScriptLambdaCallable::is_valid() const {
	return self_id.is_null() || ObjectDB::get_instance(self_id) != nullptr;
}

ObjectID GDScriptLambdaCallable::get_object() const {
	return self_id.is_null() ? script->get_instance_id() : self_id;
}

int GDScriptLambdaCallable::get_argument_count(bool &r_is_valid) const {
	r_is_valid = true;
	return int(function->arguments.size()) - function->capture_count;
}

GDScriptInstance *GDScriptLambdaCallable::get_instance() const {
	Object *object = self_id.is_null() ? nullptr : ObjectDB::get_instance(self_id);
	return object ? GDScriptVM::get_gdscript_instance(object) : nullptr;
}

void GDScriptLambdaCallable::call(const Variant **p_arguments, int p_argcount, Variant &r_return_value, Callable::CallError &r_call_error) const {
	GDScriptInstance *instance = nullptr;
	if (!self_id.is_null()) {
		const Object *object = ObjectDB::get_instance(self_id);
		if (unlikely(!object)) {
			r_call_error.error = Callable::CallError::CALL_ERROR_INSTANCE_IS_NULL;
			r_return_value = Variant();
			return;
		}
		instance = GDScriptVM::get_gdscript_instance(object);
	}
	if (unlikely(instance && !function->fits_instances())) {
		ERR_PRINT(GDScriptVMSlow::describe_outdated(function));
		r_call_error.error = Callable::CallError::CALL_ERROR_INVALID_METHOD;
		r_return_value = Variant();
		return;
	}
	Variant result;
	GDScriptVM::call_lambda(function, instance, &self, captures.ptr(), p_arguments, p_argcount, result, r_call_error);
	r_return_value = static_cast<Variant &&>(result);
}

DirectCall::Function GDScriptLambdaCallable::find_direct_call(const CallableCustom *p_callable) {
	if (!is_lambda(p_callable)) {
		return nullptr;
	}
	const GDScriptLambdaCallable *lambda = static_cast<const GDScriptLambdaCallable *>(p_callable);
	const GDScriptFunction *function = lambda->function;
	const bool is_plain = lambda->self_id.is_null() && function->capture_count == 0 && function->default_argument_count == 0 && !function->is_vararg;
	return is_plain ? &call_directly : nullptr;
}

void GDScriptLambdaCallable::call_directly(const CallableCustom *p_callable, const Variant **p_args, int p_argcount, Variant &r_ret, Callable::CallError &r_error) {
	GDScriptVM::call_plain(static_cast<const GDScriptLambdaCallable *>(p_callable)->function, p_args, p_argcount, r_ret, r_error);
}

bool GDScriptUtilityCallable::compare_equal(const CallableCustom *p_a, const CallableCustom *p_b) {
	return static_cast<const GDScriptUtilityCallable *>(p_a)->name == static_cast<const GDScriptUtilityCallable *>(p_b)->name;
}

bool GDScriptUtilityCallable::compare_less(const CallableCustom *p_a, const CallableCustom *p_b) {
	return p_a < p_b;
}

GDScriptUtilityCallable::GDScriptUtilityCallable(const StringName &p_name) :
		name(p_name), language_function(GDScriptUtilityFunctions::find(p_name)) {}

String GDScriptUtilityCallable::get_as_text() const {
	return (language_function >= 0 ? "@GDScript::" : "@GlobalScope::") + String(name);
}

int GDScriptUtilityCallable::get_argument_count(bool &r_is_valid) const {
	if (language_function >= 0) {
		r_is_valid = true;
		return GDScriptUtilityFunctions::get_required_count(language_function);
	}
	const UtilityFunction *info = Variant::get_utility_function_info(name);
	r_is_valid = info != nullptr;
	return r_is_valid ? int(info->argument_types.size()) : 0;
}

void GDScriptUtilityCallable::call(const Variant **p_arguments, int p_argcount, Variant &r_return_value, Callable::CallError &r_call_error) const {
	r_return_value = Variant();
	if (language_function >= 0) {
		GDScriptUtilityFunctions::call(language_function, GDScriptStack::get().get_top(), r_return_value, p_arguments, p_argcount, r_call_error);
		return;
	}
	Variant::call_utility_function(name, &r_return_value, p_arguments, p_argcount, r_call_error);
}

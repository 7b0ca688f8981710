// Finding out what a call instruction calls, and calling what is not script.
#include "core/object/class_db.h"
#include "core/object/method_bind.h"
#include "core/object/object_signals.h"
#include "core/variant/builtin_registry.h"
#include "core/variant/callable_bind.h"
#include "modules/gdscript/vm/gdscript_function_state.h"
#include "modules/gdscript/vm/gdscript_lambda_callable.h"
#include "modules/gdscript/vm/gdscript_native_class.h"
#include "modules/gdscript/vm/gdscript_utility_functions.h"
#include "modules/gdscript/vm/gdscript_vm_messages.h"
#include "modules/gdscript/vm/gdscript_vm_slow.h"

namespace {

using CallStatus = GDScriptVMSlow::CallStatus;

bool check_call(GDScriptFrame *p_frame, const Variant &p_base, const StringName &p_name, const GDScriptArgumentList &p_args, const Callable::CallError &p_error) {
	if (likely(p_error.error == Callable::CallError::CALL_OK)) {
		return true;
	}
	return GDScriptVMSlow::fail(p_frame, GDScriptVMMessages::call_failed(p_base, p_name, const_cast<const Variant **>(p_args.pointers), p_args.count, p_error));
}

void publish(GDScriptInlineCache &p_cache, uint64_t p_key, GDScriptInlineCacheEntry::Kind p_kind, const void *p_target) {
	if (p_key == 0) {
		return;
	}
	GDScriptInlineCacheEntry entry;
	entry.key = p_key;
	entry.kind = p_kind;
	entry.target = p_target;
	p_cache.publish(entry);
}

// What native code gives where it has called a function that waits.
bool is_refused_state(const GDScriptInlineCache &p_cache, const Variant &p_result) {
	return unlikely(p_cache.refuses_waiting && p_result.get_type() == Variant::OBJECT) && Object::cast_to<GDScriptFunctionState>(GDScriptVM::get_live_object(p_result));
}

CallStatus fail_on_missing_result(GDScriptFrame *p_frame) {
	GDScriptVMSlow::fail(p_frame, "Trying to get a return value of a method that returns \"void\".");
	return GDScriptVMSlow::CALL_FAILED;
}

// Gives a function's frame what it is called with; the loop goes on with it. p_class is what the frame holds where it has no instance: the
// result may go where the last reference to the function's class is.
CallStatus enter_in_loop(GDScriptFrame *p_caller, GDScriptFunction *p_function, GDScriptInstance *p_instance, const GDScriptClass *p_class, const Variant *p_captures, Variant &r_result, const Variant **p_args, int p_argcount, Callable::CallError &r_error) {
	GDScriptStack &stack = GDScriptStack::get();
	GDScriptFrame *frame = stack.push(p_function);
	if (unlikely(!frame)) {
		GDScriptVMSlow::fail_on_overflow(p_caller);
		return GDScriptVMSlow::CALL_FAILED;
	}
	if (unlikely(!GDScriptVMSlow::enter(stack, frame, p_instance, p_captures, p_args, p_argcount, r_error))) {
		return GDScriptVMSlow::CALL_FAILED;
	}
	if (!frame->instance) {
		*frame->get_self() = Variant(p_class);
	}
	frame->is_entry = false;
	frame->result = &r_result;
	return GDScriptVMSlow::CALL_ENTERED;
}

// A method that script code has and that a call from outside would not prepare in any way; else null.
GDScriptFunction *find_plain_method(const GDScriptInstance *p_instance, const StringName &p_name) {
	return p_name == SNAME("_ready") || p_instance->is_released() ? nullptr : p_instance->get_gdscript()->find_function(p_name);
}

// `callable.call(...)` runs in the caller's loop. CALL_DONE: it is no function of a script, and nothing has happened.
CallStatus enter_callable(GDScriptFrame *p_frame, const Callable &p_callable, Variant &r_result, const Variant **p_args, int p_argcount, Callable::CallError &r_error) {
	if (p_callable.is_custom()) {
		const CallableCustom *custom = p_callable.get_custom();
		if (const CallableWrapper *wrapper = CallableWrapper::of(p_callable)) {
			CallableWrapper::FlatCall flat(wrapper, p_args, p_argcount, r_error);
			return flat.is_ready ? enter_callable(p_frame, flat.get_target(), r_result, flat.get_arguments(), flat.get_count(), r_error) : GDScriptVMSlow::CALL_DONE;
		}
		if (!GDScriptLambdaCallable::is_lambda(custom) || !custom->is_valid()) {
			return GDScriptVMSlow::CALL_DONE;
		}
		const GDScriptLambdaCallable *lambda = static_cast<const GDScriptLambdaCallable *>(custom);
		if (unlikely(!lambda->get_function()->fits_instances())) {
			return GDScriptVMSlow::CALL_DONE; // The longer way says what is wrong, if anything is.
		}
		return enter_in_loop(p_frame, lambda->get_function(), lambda->get_instance(), lambda->get_script().ptr(), lambda->get_captures().ptr(), r_result, p_args, p_argcount, r_error);
	}
	const Object *object = p_callable.get_object();
	GDScriptInstance *instance = object ? GDScriptVM::get_gdscript_instance(object) : nullptr;
	GDScriptFunction *function = instance ? find_plain_method(instance, p_callable.get_method()) : nullptr;
	if (!function) {
		return GDScriptVMSlow::CALL_DONE;
	}
	return enter_in_loop(p_frame, function, instance, instance->get_gdscript(), nullptr, r_result, p_args, p_argcount, r_error);
}

CallStatus call_builtin(GDScriptFrame *p_frame, Variant &r_result, const Variant &p_base, const StringName &p_name, GDScriptInlineCache &p_cache, const GDScriptArgumentList &p_args) {
	Callable::CallError error;
	if (p_base.get_type() == Variant::CALLABLE && p_name == SNAME("call")) {
		const Callable &callable = VariantInternal::get<Callable>(&p_base);
		if (callable.is_null()) {
			GDScriptVMSlow::fail(p_frame, "Cannot call a null Callable.");
			return GDScriptVMSlow::CALL_FAILED;
		}
		const CallStatus status = enter_callable(p_frame, callable, r_result, const_cast<const Variant **>(p_args.pointers), p_args.count, error);
		if (status == GDScriptVMSlow::CALL_FAILED) {
			check_call(p_frame, p_base, p_name, p_args, error);
		}
		if (status != GDScriptVMSlow::CALL_DONE) {
			return status;
		}
	}
	const uint64_t key = GDScriptVM::get_builtin_key(p_base.get_type());
	const GDScriptInlineCacheEntry *entry = p_cache.find(key);
	const BuiltinMethod *method = nullptr;
	if (entry) {
		method = static_cast<const BuiltinMethod *>(entry->target);
	} else {
		method = Variant::get_builtin_method_info(p_base.get_type(), p_name);
		if (method) {
			publish(p_cache, key, GDScriptInlineCacheEntry::BUILTIN_METHOD, method);
		}
	}
	if (unlikely(p_cache.wants_result && method && !method->has_return())) {
		return fail_on_missing_result(p_frame);
	}
	Variant result;
	if (method) {
		method->call(const_cast<Variant *>(&p_base), p_args.pointers, p_args.count, result, error);
	} else {
		const_cast<Variant &>(p_base).callp(p_name, p_args.pointers, p_args.count, result, error);
	}
	if (!check_call(p_frame, p_base, p_name, p_args, error) || (is_refused_state(p_cache, result) && !GDScriptVMSlow::fail_on_waiting(p_frame))) {
		return GDScriptVMSlow::CALL_FAILED;
	}
	r_result = static_cast<Variant &&>(result);
	return GDScriptVMSlow::CALL_DONE;
}

// Calls on a class as a value: `new`, and static functions.
bool find_in_class(GDScriptFrame *p_frame, GDScriptClass *p_script, const StringName &p_name, const GDScriptArgumentList &p_args, Variant &r_result, GDScriptFunction *&r_callee, CallStatus &r_status) {
	if (p_name == SNAME("new")) {
		Callable::CallError error;
		Variant made = p_script->create_instance(p_args.pointers, p_args.count, error);
		if (error.error != Callable::CallError::CALL_OK) {
			GDScriptVMSlow::fail(p_frame, Variant::get_call_error_text(SNAME("new"), p_args.pointers, p_args.count, error));
			r_status = GDScriptVMSlow::CALL_FAILED;
			return true;
		}
		r_result = static_cast<Variant &&>(made);
		r_status = GDScriptVMSlow::CALL_DONE;
		return true;
	}
	GDScriptFunction *function = p_script->find_function(p_name);
	if (!function) {
		return false;
	}
	if (!function->is_static) {
		GDScriptVM::report_error(p_frame, "Cannot call the function '" + String(p_name) + "' on the class '" + p_script->get_display_name() + "': it is not static. Call it on an instance.");
		r_result = Variant();
		r_status = GDScriptVMSlow::CALL_DONE;
		return true;
	}
	r_callee = function;
	r_status = GDScriptVMSlow::CALL_ENTER;
	return true;
}

} // namespace

GDScriptVMSlow::CallStatus GDScriptVMSlow::call(GDScriptFrame *p_frame, Bases p_bases, Variant &r_result, const Variant &p_base, const StringName &p_name, GDScriptInlineCache &p_cache, const uint32_t *p_words, GDScriptFunction *&r_callee, GDScriptInstance *&r_instance) {
	const bool on_self = &p_base == p_frame->get_self() && p_frame->instance;
	if (p_base.get_type() != Variant::OBJECT && !on_self) {
		if (p_base.get_type() == Variant::NIL) {
			fail_on_null_base(p_frame, p_base, p_name);
			return CALL_FAILED;
		}
		const GDScriptArgumentList args(p_bases, p_words);
		return call_builtin(p_frame, r_result, p_base, p_name, p_cache, args);
	}
	Object *object = nullptr;
	GDScriptInstance *instance = nullptr;
	uint64_t key = 0;
	if (on_self) {
		// While it is destroyed, self is null although the instance is there.
		instance = p_frame->instance;
		object = instance->get_owner();
		key = instance->get_gdscript()->get_cache_key();
	} else {
		key = GDScriptVM::get_cache_key(p_base, instance, object);
	}
	if (!object) {
		fail_on_null_base(p_frame, p_base, p_name);
		return CALL_FAILED;
	}
	const GDScriptInlineCacheEntry *entry = key ? p_cache.find(key) : nullptr;
	const MethodBind *method = nullptr;
	if (entry && entry->kind == GDScriptInlineCacheEntry::NATIVE_METHOD) {
		method = static_cast<const MethodBind *>(entry->target);
	} else if (instance) {
		if (GDScriptFunction *function = find_plain_method(instance, p_name)) {
			publish(p_cache, key, GDScriptInlineCacheEntry::SCRIPT_FUNCTION, function);
			r_callee = function;
			r_instance = function->is_static ? nullptr : instance;
			return CALL_ENTER;
		}
	}
	const GDScriptArgumentList args(p_bases, p_words);
	Callable::CallError error;
	if (instance && p_name == SNAME("call") && args.count > 0 && args.pointers[0]->is_string()) {
		if (GDScriptFunction *function = find_plain_method(instance, *args.pointers[0])) {
			const CallStatus status = enter_in_loop(p_frame, function, instance, instance->get_gdscript(), nullptr, r_result, args.pointers + 1, args.count - 1, error);
			if (status == CALL_FAILED) {
				check_call(p_frame, p_base, p_name, args, error);
			}
			return status;
		}
	}
	GDScriptClass *script_class = instance ? nullptr : GDScriptClass::of(object);
	const bool is_class = script_class || (!instance && object->derives_from<GDScriptNativeClass>());
	if (script_class) {
		CallStatus status = CALL_DONE;
		r_instance = nullptr;
		const Ref<GDScriptClass> kept(script_class);
		if (find_in_class(p_frame, script_class, p_name, args, r_result, r_callee, status)) {
			if (status != CALL_ENTER) {
				return status;
			}
			status = enter_in_loop(p_frame, r_callee, nullptr, script_class, nullptr, r_result, args.pointers, args.count, error);
			if (status == CALL_FAILED) {
				check_call(p_frame, p_base, p_name, args, error);
			}
			return status;
		}
	}
	if (!method && key && !is_class && p_name != SNAME("free")) {
		method = ClassDB::get_method(object->get_class_name(), p_name);
		if (method) {
			publish(p_cache, key, GDScriptInlineCacheEntry::NATIVE_METHOD, method);
		}
	}
	if (unlikely(p_cache.wants_result && (method ? !method->has_return() : p_name == SNAME("free") && !is_class))) {
		return fail_on_missing_result(p_frame);
	}
	Variant result = method ? method->call(object, args.pointers, args.count, error) : object->callp(p_name, args.pointers, args.count, error);
	if (!check_call(p_frame, p_base, p_name, args, error) || (is_refused_state(p_cache, result) && !fail_on_waiting(p_frame))) {
		return CALL_FAILED;
	}
	r_result = static_cast<Variant &&>(result);
	return CALL_DONE;
}

GDScriptVMSlow::CallStatus GDScriptVMSlow::call_super(GDScriptFrame *p_frame, Bases p_bases, Variant &r_result, GDScriptClass *p_script, const StringName &p_name, GDScriptInlineCache &p_cache, const uint32_t *p_words, GDScriptFunction *&r_callee, GDScriptInstance *&r_instance) {
	if (GDScriptClass *base = p_script->get_base()) {
		if (GDScriptFunction *function = base->find_function(p_name)) {
			publish(p_cache, p_script->get_cache_key(), GDScriptInlineCacheEntry::SCRIPT_FUNCTION, function);
			r_callee = function;
			r_instance = function->is_static ? nullptr : p_frame->instance;
			return CALL_ENTER;
		}
	}
	Variant result;
	if (const MethodBind *method = p_frame->instance ? ClassDB::get_method(p_script->get_native_base(), p_name) : nullptr) {
		const GDScriptArgumentList args(p_bases, p_words);
		Callable::CallError error;
		result = method->call(p_frame->instance->get_owner(), args.pointers, args.count, error);
		if (!check_call(p_frame, *p_frame->get_self(), p_name, args, error)) {
			return CALL_FAILED;
		}
	}
	// Without either it is a virtual function that nobody implements further up: nothing to do.
	r_result = static_cast<Variant &&>(result);
	return CALL_DONE;
}

GDScriptVMSlow::CallStatus GDScriptVMSlow::call_static(GDScriptFrame *p_frame, Bases p_bases, Variant &r_result, GDScriptClass *p_script, const StringName &p_name, GDScriptInlineCache &p_cache, const uint32_t *p_words, GDScriptFunction *&r_callee) {
	if (p_name != SNAME("new")) {
		if (GDScriptFunction *function = p_script->find_function(p_name)) {
			if (function->is_static) {
				p_script->init_statics();
				publish(p_cache, p_script->get_cache_key(), GDScriptInlineCacheEntry::SCRIPT_FUNCTION, function);
				r_callee = function;
				return CALL_ENTER;
			}
		}
	}
	const GDScriptArgumentList args(p_bases, p_words);
	CallStatus status = CALL_DONE;
	if (find_in_class(p_frame, p_script, p_name, args, r_result, r_callee, status)) {
		return status;
	}
	fail(p_frame, "The class '" + p_script->get_display_name() + "' has no static function '" + String(p_name) + "'." + GDScriptVMMessages::near_method(Variant(static_cast<const Object *>(p_script)), p_name));
	return CALL_FAILED;
}

// A global function that refuses its arguments in its own words leaves them as the result.
static String utility_error_text(const StringName &p_name, const GDScriptArgumentList &p_args, const Variant &p_result, const Callable::CallError &p_error) {
	if (p_result.get_type() == Variant::STRING) {
		return "'" + String(p_name) + "': " + String(p_result);
	}
	return Variant::get_call_error_text(p_name, p_args.pointers, p_args.count, p_error);
}

bool GDScriptVMSlow::call_utility(GDScriptFrame *p_frame, Bases p_bases, Variant &r_result, const UtilityFunction *p_function, const uint32_t *p_words) {
	const GDScriptArgumentList args(p_bases, p_words);
	Callable::CallError error;
	Variant result;
	p_function->call(&result, args.pointers, args.count, error);
	if (unlikely(error.error != Callable::CallError::CALL_OK)) {
		return fail(p_frame, utility_error_text(p_function->name, args, result, error));
	}
	r_result = static_cast<Variant &&>(result);
	return true;
}

bool GDScriptVMSlow::call_gdscript_utility(GDScriptFrame *p_frame, Bases p_bases, Variant &r_result, int p_function, const uint32_t *p_words) {
	const GDScriptArgumentList args(p_bases, p_words);
	Callable::CallError error;
	Variant result;
	GDScriptUtilityFunctions::call(p_function, p_frame, result, args.pointers, args.count, error);
	if (unlikely(error.error != Callable::CallError::CALL_OK)) {
		return fail(p_frame, utility_error_text(GDScriptUtilityFunctions::get_name(p_function), args, result, error));
	}
	r_result = static_cast<Variant &&>(result);
	return true;
}

bool GDScriptVMSlow::call_builtin_static(GDScriptFrame *p_frame, Bases p_bases, Variant &r_result, Variant::Type p_type, const StringName &p_name, const uint32_t *p_words) {
	const GDScriptArgumentList args(p_bases, p_words);
	Callable::CallError error;
	Variant result;
	Variant::call_static(p_type, p_name, args.pointers, args.count, result, error);
	if (unlikely(error.error != Callable::CallError::CALL_OK)) {
		return fail(p_frame, Variant::get_call_error_text(p_name, args.pointers, args.count, error));
	}
	r_result = static_cast<Variant &&>(result);
	return true;
}

bool GDScriptVMSlow::call_method_bind(GDScriptFrame *p_frame, Bases p_bases, Variant &r_result, const Variant &p_base, const MethodBind *p_method, const uint32_t *p_words) {
	Object *object = nullptr;
	if (!p_method->is_static()) {
		object = GDScriptVM::get_live_object(p_base);
		if (!object) {
			object = get_dying_self(p_frame, p_base);
		}
		if (!object) {
			return fail_on_null_base(p_frame, p_base, p_method->get_name());
		}
	}
	const GDScriptArgumentList args(p_bases, p_words);
	Callable::CallError error;
	Variant result = p_method->call(object, args.pointers, args.count, error);
	if (!check_call(p_frame, p_base, p_method->get_name(), args, error)) {
		return false;
	}
	r_result = static_cast<Variant &&>(result);
	return true;
}

void GDScriptVMSlow::emit_signal(GDScriptFrame *p_frame, Bases p_bases, const Variant &p_base, const StringName &p_signal, const uint32_t *p_words) {
	if (Object *object = GDScriptVM::get_live_object(p_base)) {
		const GDScriptArgumentList args(p_bases, p_words);
		emit_signal_by_name(object, p_signal, args.pointers, args.count);
	}
}

bool GDScriptVMSlow::construct(GDScriptFrame *p_frame, Bases p_bases, Variant &r_result, Variant::Type p_type, const uint32_t *p_words) {
	const GDScriptArgumentList args(p_bases, p_words);
	Callable::CallError error;
	Variant result;
	Variant::construct(p_type, result, args.pointers, args.count, error);
	if (unlikely(error.error != Callable::CallError::CALL_OK)) {
		return fail(p_frame, "No constructor of '" + Variant::get_type_name(p_type) + "' takes these arguments: " + Variant::get_call_error_text(Variant::get_type_name(p_type), args.pointers, args.count, error));
	}
	r_result = static_cast<Variant &&>(result);
	return true;
}

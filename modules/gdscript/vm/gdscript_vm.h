// Runs compiled functions. gdscript_vm.cpp holds the loop and what it does itself; everything that may call out is in gdscript_vm_slow.cpp.
#pragma once

#include "core/object/object.h"
#include "core/variant/variant_internal.h"
#include "modules/gdscript/vm/gdscript_instance.h"
#include "modules/gdscript/vm/gdscript_stack.h"

class GDScriptFunctionState;

class GDScriptVM {
public:
	// See GDScriptFunction::call().
	static Variant call(GDScriptFunction *p_function, GDScriptInstance *p_instance, const Variant **p_args, int p_argcount, Callable::CallError &r_error);
	// The same with what the lambda has captured before the arguments, and self (or null) where it has no instance of ours. r_result is null
	// when it comes in, and a place of the caller's own, which no script reaches.
	static void call_lambda(GDScriptFunction *p_function, GDScriptInstance *p_instance, const Variant *p_self, const Variant *p_captures, const Variant **p_args, int p_argcount, Variant &r_result, Callable::CallError &r_error);
	// The same for functions without instance, captures, optional arguments and a rest of arguments, which are called often in turn.
	static void call_plain(GDScriptFunction *p_function, const Variant **p_args, int p_argcount, Variant &r_result, Callable::CallError &r_error);
	// Continues a suspended call with what it waited for.
	static void resume(GDScriptFunctionState *p_state, const Variant &p_value);

	// Once, before anything runs.
	static void prepare();
	// While on, every instruction first asks ScriptInterrupt and GDScriptBudget whether its thread is to go on. Async-signal-safe.
	static void set_interrupting(bool p_interrupting);

	// Prints a run-time error at the place of p_frame, the topmost frame. Without one it has no place.
	static void report_error(GDScriptFrame *p_frame, const String &p_message);

	// The object p_value names, if it is one and lives.
	static _FORCE_INLINE_ Object *get_live_object(const Variant &p_value) {
		if (unlikely(p_value.get_type() != Variant::OBJECT)) {
			return nullptr;
		}
		const ObjectID id = VariantInternal::get_object_id(&p_value);
		if (id.is_ref_counted()) {
			return VariantInternal::get_object_unchecked(&p_value);
		}
		return ObjectDB::get_instance(id);
	}
	// The object's script instance if it is one of ours.
	static _FORCE_INLINE_ GDScriptInstance *get_gdscript_instance(const Object *p_object) {
		ScriptInstance *instance = p_object->get_script_instance();
		return instance && instance->get_language() == GDScriptClass::language ? static_cast<GDScriptInstance *>(instance) : nullptr;
	}
	// Identity of what an Object Variant's properties and methods depend on: its GDScript, or without any script its native class.
	// 0 for what must not be cached: null, freed objects, scripts of other languages.
	static _FORCE_INLINE_ uint64_t get_cache_key(const Variant &p_base, GDScriptInstance *&r_instance, Object *&r_object) {
		Object *object = get_live_object(p_base);
		if (unlikely(!object)) {
			return 0;
		}
		r_object = object;
		ScriptInstance *instance = object->get_script_instance();
		if (!instance) {
			r_instance = nullptr;
			return uint64_t(reinterpret_cast<uintptr_t>(object->get_class_tag()));
		}
		if (unlikely(instance->get_language() != GDScriptClass::language)) {
			return 0;
		}
		r_instance = static_cast<GDScriptInstance *>(instance);
		return r_instance->script->get_cache_key();
	}

	// The same for values of the other types: small even numbers, which no pointer and no script's key (odd, and counted from far above) ever is.
	static _FORCE_INLINE_ uint64_t get_builtin_key(Variant::Type p_type) { return uint64_t(p_type) * 2 + 2; }

	// Autoloads and the like by name; the language's, set while it lives.
	static const HashMap<StringName, Variant> *globals;

private:
	friend struct GDScriptVMSlow;

	// Without an entry it only learns where the instructions are.
	static void run(GDScriptStack &p_stack, GDScriptFrame *p_entry);
	static void leave(GDScriptStack &p_stack, GDScriptFrame *p_frame);
};

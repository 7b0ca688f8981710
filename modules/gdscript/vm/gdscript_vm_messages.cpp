// Naming values and failed calls.
#include "modules/gdscript/vm/gdscript_vm_messages.h"

#include "core/object/object.h"
#include "core/string/near_name.h"
#include "core/variant/array.h"
#include "core/variant/callable.h"
#include "core/variant/dictionary.h"
#include "modules/gdscript/compiler/gdscript_class.h"

String GDScriptVMMessages::describe(const Object *p_object) {
	const ScriptInstance *instance = p_object->get_script_instance();
	const Ref<Script> script = instance ? instance->get_script() : Ref<Script>();
	const GDScriptClass *cls = script.is_valid() ? GDScriptClass::of(script.ptr()) : nullptr;
	return p_object->get_class() + (cls ? " (" + cls->get_display_name() + ")" : String());
}

String GDScriptVMMessages::describe(const Variant &p_value) {
	if (p_value.get_type() != Variant::OBJECT) {
		return p_value.get_type() == Variant::NIL ? String("null") : Variant::get_type_name(p_value.get_type());
	}
	bool freed = false;
	const Object *object = p_value.get_validated_object_with_check(freed);
	return object ? describe(object) : (freed ? String("previously freed object") : String("null"));
}

String GDScriptVMMessages::near_method(const Variant &p_base, const StringName &p_name) {
	NearName near(p_name);
	if (p_base.get_type() != Variant::OBJECT) {
		Vector<StringName> names;
		Variant::get_builtin_method_list(p_base.get_type(), &names);
		for (const StringName &name : names) {
			near.offer(name);
		}
		return near.get_question();
	}
	const Object *object = p_base.get_validated_object();
	if (!object) {
		return String();
	}
	if (const GDScriptClass *cls = GDScriptClass::of(object)) {
		near.offer("new");
		for (; cls; cls = cls->get_base()) {
			for (const KeyValue<StringName, GDScriptFunction *> &entry : cls->get_member_functions()) {
				near.offer(entry.key);
			}
		}
	}
	LocalVector<MethodInfo> methods;
	object->get_method_list(&methods);
	for (const MethodInfo &method : methods) {
		near.offer(method.name);
	}
	return near.get_question();
}

String GDScriptVMMessages::near_property(const Variant &p_base, const StringName &p_name) {
	constexpr int MAX_KEYS = 1000;
	NearName near(p_name);
	if (p_base.get_type() == Variant::DICTIONARY) {
		int count = 0;
		for (const KeyValue<Variant, Variant> &entry : Dictionary(p_base)) {
			if (entry.key.is_string() && ++count <= MAX_KEYS) {
				near.offer(entry.key);
			}
		}
	} else if (const Object *object = p_base.get_validated_object()) {
		LocalVector<PropertyInfo> properties;
		object->get_property_list(&properties);
		for (const PropertyInfo &property : properties) {
			near.offer(property.name);
		}
	} else if (p_base.get_type() != Variant::OBJECT) {
		Vector<StringName> names;
		Variant::get_member_list(p_base.get_type(), &names);
		for (const StringName &name : names) {
			near.offer(name);
		}
	}
	return near.get_question();
}

String GDScriptVMMessages::call_failed(const Variant &p_base, const StringName &p_method, const Variant **p_args, int p_argcount, const Callable::CallError &p_error) {
	if (p_base.get_type() == Variant::CALLABLE && p_method == SNAME("call") && p_error.error != Callable::CallError::CALL_ERROR_INVALID_METHOD) {
		return "Invalid call of a Callable: " + Variant::get_callable_error_text(p_base, p_args, p_argcount, p_error);
	}
	// call() and its like name the function in their first argument.
	const bool is_indirect = p_base.get_type() == Variant::OBJECT && p_argcount > 0 && p_args[0]->is_string() && (p_method == SNAME("call") || p_method == SNAME("callv"));
	const StringName method = is_indirect ? StringName(*p_args[0]) : p_method;
	const Variant **args = is_indirect ? p_args + 1 : p_args;
	const int count = is_indirect ? p_argcount - 1 : p_argcount;
	const String base = "in base '" + describe(p_base) + "'";
	if (p_error.error == Callable::CallError::CALL_ERROR_INVALID_METHOD) {
		if (method == SNAME("free") && p_base.get_type() == Variant::OBJECT) {
			return "Attempted to free a locked object (calling or emitting).";
		}
		return "Invalid call. Nonexistent function '" + String(method) + "' " + base + "." + near_method(p_base, method);
	}
	return "Invalid call of the function '" + String(method) + "' " + base + ": " + Variant::get_call_error_text(method, args, count, p_error);
}

String GDScriptVMMessages::arguments_refused(const GDScriptFunction *p_function, const Object *p_self, const Variant **p_args, int p_argcount, const Callable::CallError &p_error) {
	const String base = p_self ? describe(p_self) : (p_function->script ? p_function->script->get_display_name() : String("GDScript"));
	return "Invalid call of the function '" + String(p_function->name) + "' in base '" + base + "': " + Variant::get_call_error_text(p_function->name, p_args, p_argcount, p_error);
}

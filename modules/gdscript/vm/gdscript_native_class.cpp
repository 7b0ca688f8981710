// Constants, enums and static methods of native classes by way of the class's value.
#include "modules/gdscript/vm/gdscript_native_class.h"

#include "core/object/class_db.h"
#include "core/variant/dictionary.h"

GDScriptNativeClass::GDScriptNativeClass(const StringName &p_name) :
		name(p_name) {}

Object *GDScriptNativeClass::instantiate() const {
	return ClassDB::instantiate(name);
}

Variant GDScriptNativeClass::_new() {
	Object *object = instantiate();
	ERR_FAIL_NULL_V_MSG(object, Variant(), "Class '" + String(name) + "' is abstract or not to be made by scripts.");
	return Variant(object);
}

bool GDScriptNativeClass::_get(const StringName &p_name, Variant &r_value) const {
	bool found = false;
	const int64_t constant = ClassDB::get_integer_constant(name, p_name, &found);
	if (found) {
		r_value = constant;
		return true;
	}
	if (MethodBind *method = ClassDB::get_method(name, p_name)) {
		if (method->is_static()) {
			r_value = Callable(this, p_name);
			return true;
		}
	}
	if (ClassDB::has_enum(name, p_name)) {
		LocalVector<StringName> constants;
		ClassDB::get_enum_constants(name, p_name, &constants);
		Dictionary values;
		for (const StringName &constant_name : constants) {
			values[constant_name] = ClassDB::get_integer_constant(name, constant_name);
		}
		values.make_read_only();
		r_value = values;
		return true;
	}
	return false;
}

Variant GDScriptNativeClass::callp(const StringName &p_method, const Variant **p_args, int p_argcount, Callable::CallError &r_error) {
	if (p_method != SNAME("new")) {
		MethodBind *method = ClassDB::get_method(name, p_method);
		if (method && method->is_static()) {
			return method->call(nullptr, p_args, p_argcount, r_error);
		}
	}
	return Object::callp(p_method, p_args, p_argcount, r_error);
}

void GDScriptNativeClass::_bind_methods() {
	ClassDB::bind_method(D_METHOD("new"), &GDScriptNativeClass::_new);
}

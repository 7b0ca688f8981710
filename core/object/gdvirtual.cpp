// GDVIRTUAL: the part that does not depend on the signature.
#include "core/object/gdvirtual.h"

#include "core/error/error_macros.h"

bool gdvirtual_call(const Object *p_object, const StringName &p_name, const Variant **p_args, int p_argcount, Variant &r_ret) {
	ScriptInstance *instance = p_object->get_script_instance();
	ObjectMethodLock lock(const_cast<Object *>(p_object));
	Callable::CallError error;
	r_ret = instance->callp(p_name, p_args, p_argcount, error);
	if (likely(error.error == Callable::CallError::CALL_OK)) {
		return true;
	}
	ERR_FAIL_COND_V_MSG(error.error != Callable::CallError::CALL_ERROR_INVALID_METHOD, false, "Error calling '" + p_object->get_class() + "." + p_name + "': " + Variant::get_call_error_text(p_name, p_args, p_argcount, error) + ".");
	return false;
}

bool gdvirtual_is_overridden(const Object *p_object, const StringName &p_name) {
	return p_object->get_script_instance()->has_method(p_name);
}

void gdvirtual_bind(const StringName &p_class, const char *p_name, uint32_t p_flags, const MethodType *p_types, int p_argcount, const char *const *p_argument_names, int p_name_count) {
	MethodInfo info{ String(p_name) };
	info.flags = p_flags;
	if (p_types[0].describe) {
		info.return_val = PropertyInfo(p_types[0].describe());
		info.return_val_metadata = p_types[0].metadata;
	}
	for (int i = 0; i < p_argcount; i++) {
		PropertyInfo argument(p_types[i + 1].describe());
		argument.name = i < p_name_count ? String(p_argument_names[i]) : "arg" + itos(i);
		info.arguments.push_back(argument);
		info.arguments_metadata.push_back(p_types[i + 1].metadata);
	}
	ClassDB::add_virtual_method(p_class, info);
}

// The life of a script class: source, compilation, instances.
#include "modules/gdscript/runtime/gdscript.h"

#include "core/io/resource_loader.h"
#include "core/object/class_db.h"
#include "core/os/memory.h"
#include "modules/gdscript/runtime/gdscript_cache.h"
#include "modules/gdscript/runtime/gdscript_language.h"
#include "modules/gdscript/vm/gdscript_instance.h"
#include "modules/gdscript/vm/gdscript_vm.h"

// --- Life ------------------------------------------------------------------------------------------------------------

GDScript::GDScript() {
	GDScriptLanguage::get_singleton()->add_script(this);
}

GDScript::~GDScript() {
	clear();
	// What scripts left with the engine's singletons goes after the language.
	if (GDScriptLanguage *language = GDScriptLanguage::get_singleton()) {
		language->remove_script(this);
	}
}

void GDScript::set_source_code(const String &p_code) {
	source = p_code;
}

Error GDScript::reload(bool p_keep_state) {
	if (compiling) {
		return OK;
	}
	if (outer) {
		return static_cast<GDScript *>(get_root_class())->reload(p_keep_state); // Inner classes live in their file's source.
	}
	if (!p_keep_state) {
		ERR_FAIL_COND_V_MSG(first_instance != nullptr, ERR_ALREADY_IN_USE, "Cannot reload the script '" + get_display_name() + "' while there are instances of it. Free them, or reload with keep_state.");
	}
	const ResourceLoader::Exclusive one_at_a_time;
	return GDScriptCache::get_singleton()->compile(this, p_keep_state);
}

bool GDScript::can_instantiate() const {
	return valid && ScriptServer::is_scripting_enabled();
}

// --- Instances -------------------------------------------------------------------------------------------------------

GDScriptInstance *GDScript::attach_instance(Object *p_owner, const Variant **p_args, int p_argcount, Callable::CallError &r_error) {
	r_error.error = Callable::CallError::CALL_OK;
	GDScriptFunction *constructor = find_function(SNAME("_init"));
	if (!constructor && p_argcount > 0) {
		r_error.error = Callable::CallError::CALL_ERROR_TOO_MANY_ARGUMENTS;
		r_error.expected = 0;
		return nullptr;
	}
	init_statics();
	GDScriptInstance *instance = memnew(GDScriptInstance(p_owner, Ref<GDScriptClass>(this)));
	p_owner->set_script_instance(instance);
	const ObjectID id = p_owner->get_instance_id();
	instance->run_member_initializers();
	if (constructor && ObjectDB::get_instance(id)) {
		GDScriptVM::call(constructor, instance, p_args, p_argcount, r_error);
		if (r_error.error != Callable::CallError::CALL_OK) {
			p_owner->set_script_instance(nullptr);
			return nullptr;
		}
	}
	return ObjectDB::get_instance(id) ? instance : nullptr;
}

Variant GDScript::create_instance(const Variant **p_args, int p_argcount, Callable::CallError &r_error) {
	r_error.error = Callable::CallError::CALL_ERROR_INVALID_METHOD;
	const Ref<GDScript> kept(this);
	ERR_FAIL_COND_V_MSG(!valid, Variant(), "Cannot make an instance of the script '" + get_display_name() + "': it has errors, or reload() was not called yet.");
	if (unlikely(abstract)) {
		r_error.error = Callable::CallError::CALL_OK; // The caller goes on, with null.
	}
	ERR_FAIL_COND_V_MSG(abstract, Variant(), "Cannot make an instance of the abstract class '" + get_display_name() + "'.");
	ERR_FAIL_COND_V_MSG(is_off_base(), Variant(), "Cannot make an instance of the script '" + get_display_name() + "': its base was reloaded. Reload it, too.");
	Object *owner = ClassDB::instantiate(native_base);
	if (unlikely(!owner)) {
		r_error.error = Callable::CallError::CALL_OK; // The same.
	}
	ERR_FAIL_NULL_V_MSG(owner, Variant(), "Cannot make an instance of '" + get_display_name() + "': its native class '" + String(native_base) + "' is abstract.");
	const Variant result(owner); // Keeps a RefCounted alive from here on.
	attach_instance(owner, p_args, p_argcount, r_error);
	if (r_error.error != Callable::CallError::CALL_OK) {
		if (!owner->is_ref_counted()) {
			memdelete(owner);
		}
		return Variant();
	}
	return result;
}

Variant GDScript::_new(const Variant **p_args, int p_argcount, Callable::CallError &r_error) {
	return create_instance(p_args, p_argcount, r_error);
}

ScriptInstance *GDScript::instance_create(Object *p_object) {
	ERR_FAIL_COND_V_MSG(!valid, nullptr, "Cannot attach the script '" + get_display_name() + "': it has errors.");
	ERR_FAIL_COND_V_MSG(is_off_base(), nullptr, "Cannot attach the script '" + get_display_name() + "': its base was reloaded. Reload it, too.");
	ERR_FAIL_COND_V_MSG(!p_object->is_class(native_base), nullptr, "Cannot attach the script '" + get_display_name() + "', which extends '" + String(native_base) + "', to an object of class '" + p_object->get_class() + "'.");
	Callable::CallError error;
	GDScriptInstance *instance = attach_instance(p_object, nullptr, 0, error);
	ERR_FAIL_COND_V_MSG(error.error != Callable::CallError::CALL_OK, nullptr, "Cannot attach the script '" + get_display_name() + "': its _init() wants arguments.");
	return instance;
}

bool GDScript::instance_has(const Object *p_object) const {
	const GDScriptInstance *instance = p_object ? GDScriptVM::get_gdscript_instance(p_object) : nullptr;
	return instance && instance->get_gdscript() == this;
}

// --- Static variables ------------------------------------------------------------------------------------------------

void GDScript::init_statics() {
	if (static_initialized || !valid) {
		return;
	}
	static_initialized = true;
	if (base.is_valid()) {
		base->init_statics();
	}
	if (static_initializer) {
		Callable::CallError error;
		GDScriptVM::call(static_initializer, nullptr, nullptr, 0, error);
	}
	for (const KeyValue<StringName, Ref<GDScriptClass>> &entry : subclasses) {
		entry.value->init_statics();
	}
}

// --- The class as an object ------------------------------------------------------------------------------------------

bool GDScript::_get(const StringName &p_name, Variant &r_value) const {
	GDScript *self = const_cast<GDScript *>(this);
	for (GDScriptClass *current = self; current; current = current->base.ptr()) {
		if (const Variant *constant = current->constants.getptr(p_name)) {
			r_value = *constant;
			return true;
		}
		if (const MemberInfo *info = current->statics.getptr(p_name)) {
			if (!info->getter.is_empty()) {
				Callable::CallError error;
				r_value = current->callp(info->getter, nullptr, 0, error);
				return error.error == Callable::CallError::CALL_OK;
			}
			r_value = current->static_values[uint32_t(info->index)];
			return true;
		}
		if (const GDScriptFunction *function = current->find_own_function(p_name)) {
			if (function->is_static) {
				r_value = Callable(self, p_name);
				return true;
			}
		}
	}
	if (p_name == SNAME("new")) {
		r_value = Callable(self, p_name);
		return true;
	}
	if (p_name == SNAME("script/source")) {
		r_value = source;
		return true;
	}
	return false;
}

bool GDScript::_set(const StringName &p_name, const Variant &p_value) {
	const MemberInfo *info = nullptr;
	GDScriptClass *owner = nullptr;
	if (find_static(p_name, &info, &owner)) {
		if (!info->setter.is_empty()) {
			const Variant *args = &p_value;
			Callable::CallError error;
			owner->callp(info->setter, &args, 1, error);
			return error.error == Callable::CallError::CALL_OK;
		}
		Variant converted;
		if (!info->type.convert(p_value, converted)) {
			return false;
		}
		owner->static_values[uint32_t(info->index)] = converted;
		return true;
	}
	if (p_name == SNAME("script/source")) {
		set_source_code(p_value);
		return true;
	}
	return false;
}

void GDScript::_get_property_list(LocalVector<PropertyInfo> *p_list) const {
	p_list->push_back(PropertyInfo(Variant::STRING, "script/source", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NO_EDITOR | PROPERTY_USAGE_INTERNAL));
	for (const GDScriptClass *current = this; current; current = current->base.ptr()) {
		for (const StringName &name : current->static_order) {
			p_list->push_back(current->statics[name].info);
		}
	}
}

Variant GDScript::callp(const StringName &p_method, const Variant **p_args, int p_argcount, Callable::CallError &r_error) {
	if (p_method != SNAME("new")) {
		if (GDScriptFunction *function = find_function(p_method)) {
			r_error.error = Callable::CallError::CALL_OK;
			ERR_FAIL_COND_V_MSG(!function->is_static, Variant(), "Cannot call the function '" + String(p_method) + "' on the class '" + get_display_name() + "': it is not static. Call it on an instance.");
			init_statics();
			const Ref<GDScript> kept(this);
			return GDScriptVM::call(function, nullptr, p_args, p_argcount, r_error);
		}
	}
	return Object::callp(p_method, p_args, p_argcount, r_error);
}

bool GDScript::has_method(const StringName &p_name) const {
	const GDScriptFunction *function = find_function(p_name);
	return (function && function->is_static) || Object::has_method(p_name);
}

void GDScript::_bind_methods() {
	ClassDB::bind_vararg_method<GDScript>(METHOD_FLAGS_DEFAULT, "new", &GDScript::_new, MethodInfo("new"));
}

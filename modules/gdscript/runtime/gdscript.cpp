// The life of a script class: source, compilation, instances.
#include "modules/gdscript/runtime/gdscript.h"

#include "core/object/class_db.h"
#include "core/os/memory.h"
#include "modules/gdscript/runtime/gdscript_cache.h"
#include "modules/gdscript/runtime/gdscript_instance.h"
#include "modules/gdscript/runtime/gdscript_language.h"
#include "modules/gdscript/vm/gdscript_vm.h"

// --- Native classes as values ----------------------------------------------------------------------------------------

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

// --- Life ------------------------------------------------------------------------------------------------------------

GDScript::GDScript() {
	GDScriptLanguage::get_singleton()->add_script(this);
}

GDScript::~GDScript() {
	clear();
	GDScriptLanguage::get_singleton()->remove_script(this);
	for (GDScriptFunction *function : retired) {
		memdelete(function);
	}
}

// The functions go when the script goes: a lambda or a running call may still need those of an earlier compilation.
void GDScript::clear_compiled(bool p_keep_statics) {
	valid = false;
	static_initialized = false;
	cache_key = GDScriptLanguage::get_singleton()->make_cache_key();
	for (const KeyValue<StringName, GDScriptFunction *> &entry : functions) {
		retired.push_back(entry.value);
	}
	functions.clear();
	for (GDScriptFunction *special : { implicit_initializer, implicit_ready, static_initializer }) {
		if (special) {
			retired.push_back(special);
		}
	}
	implicit_initializer = nullptr;
	implicit_ready = nullptr;
	static_initializer = nullptr;
	hooked_get = false;
	hooked_set = false;
	hooked_notification = false;
	members.clear();
	member_order.clear();
	member_count = 0;
	own_properties.clear();
	own_template.clear();
	fresh_members.clear();
	if (!p_keep_statics) {
		statics.clear();
		static_order.clear();
		static_values.clear();
	}
	constants.clear();
	signals.clear();
	method_infos.clear();
	rpc_config = Dictionary();
	dependencies.clear();
}

void GDScript::clear() {
	clear_compiled(false);
	for (const KeyValue<StringName, Ref<GDScript>> &entry : subclasses) {
		entry.value->outer = nullptr;
		entry.value->clear();
	}
	subclasses.clear();
	// What functions hold on to may hold us.
	for (GDScriptFunction *function : retired) {
		function->constants.clear();
		function->types.clear();
	}
}

GDScript *GDScript::get_root_class() {
	GDScript *root = this;
	while (root->outer) {
		root = root->outer;
	}
	return root;
}

void GDScript::set_script_path(const String &p_path) {
	path = p_path;
}

String GDScript::get_display_name() const {
	if (!global_name.is_empty()) {
		return global_name;
	}
	if (!local_name.is_empty()) {
		return local_name;
	}
	return path.is_empty() ? String("GDScript") : path.get_file();
}

void GDScript::set_source_code(const String &p_code) {
	source = p_code;
}

Error GDScript::reload(bool p_keep_state) {
	if (compiling) {
		return OK;
	}
	if (outer) {
		return get_root_class()->reload(p_keep_state); // Inner classes live in their file's source.
	}
	if (!p_keep_state) {
		ERR_FAIL_COND_V_MSG(!instances.is_empty(), ERR_ALREADY_IN_USE, "Cannot reload the script '" + get_display_name() + "' while there are instances of it. Free them, or reload with keep_state.");
	}
	return GDScriptCache::get_singleton()->compile(this, p_keep_state);
}

bool GDScript::can_instantiate() const {
	return valid && ScriptServer::is_scripting_enabled();
}

// --- Instances -------------------------------------------------------------------------------------------------------

void GDScript::run_member_initializers(GDScriptInstance *p_instance) {
	if (base.is_valid()) {
		base->run_member_initializers(p_instance);
	}
	if (implicit_initializer) {
		Callable::CallError error;
		implicit_initializer->call(p_instance, nullptr, 0, error);
	}
}

void GDScript::run_ready_initializers(GDScriptInstance *p_instance) {
	if (base.is_valid()) {
		base->run_ready_initializers(p_instance);
	}
	if (implicit_ready) {
		Callable::CallError error;
		implicit_ready->call(p_instance, nullptr, 0, error);
	}
}

GDScriptInstance *GDScript::attach_instance(Object *p_owner, const Variant **p_args, int p_argcount, Callable::CallError &r_error) {
	r_error.error = Callable::CallError::CALL_OK;
	GDScriptFunction *constructor = find_function(SNAME("_init"));
	if (!constructor && p_argcount > 0) {
		r_error.error = Callable::CallError::CALL_ERROR_TOO_MANY_ARGUMENTS;
		r_error.expected = 0;
		return nullptr;
	}
	init_statics();
	GDScriptInstance *instance = memnew(GDScriptInstance(p_owner, Ref<GDScript>(this)));
	p_owner->set_script_instance(instance);
	const ObjectID id = p_owner->get_instance_id();
	run_member_initializers(instance);
	if (constructor && ObjectDB::get_instance(id)) {
		constructor->call(instance, p_args, p_argcount, r_error);
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
	Object *owner = ClassDB::instantiate(native_base);
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
	ERR_FAIL_COND_V_MSG(!p_object->is_class(native_base), nullptr, "Cannot attach the script '" + get_display_name() + "', which extends '" + String(native_base) + "', to an object of class '" + p_object->get_class() + "'.");
	Callable::CallError error;
	GDScriptInstance *instance = attach_instance(p_object, nullptr, 0, error);
	ERR_FAIL_COND_V_MSG(error.error != Callable::CallError::CALL_OK, nullptr, "Cannot attach the script '" + get_display_name() + "': its _init() wants arguments.");
	return instance;
}

bool GDScript::instance_has(const Object *p_object) const {
	return instances.has(const_cast<Object *>(p_object));
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
	for (const Ref<Script> &dependency : dependencies) {
		if (GDScript *other = Object::cast_to<GDScript>(dependency.ptr())) {
			other->init_statics();
		}
	}
	for (const KeyValue<StringName, Ref<GDScript>> &entry : subclasses) {
		entry.value->init_statics();
	}
	if (static_initializer) {
		Callable::CallError error;
		static_initializer->call(nullptr, nullptr, 0, error);
	}
}

Variant *GDScript::find_static(const StringName &p_name, const MemberInfo **r_info, GDScript **r_owner) {
	for (GDScript *current = this; current; current = current->base.ptr()) {
		if (const MemberInfo *info = current->statics.getptr(p_name)) {
			if (r_info) {
				*r_info = info;
			}
			if (r_owner) {
				*r_owner = current;
			}
			return &current->static_values[uint32_t(info->index)];
		}
	}
	return nullptr;
}

// --- The class as an object ------------------------------------------------------------------------------------------

bool GDScript::_get(const StringName &p_name, Variant &r_value) const {
	GDScript *self = const_cast<GDScript *>(this);
	for (GDScript *current = self; current; current = current->base.ptr()) {
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
	GDScript *owner = nullptr;
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
	for (const GDScript *current = this; current; current = current->base.ptr()) {
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
			return function->call(nullptr, p_args, p_argcount, r_error);
		}
	}
	return Object::callp(p_method, p_args, p_argcount, r_error);
}

bool GDScript::has_method(const StringName &p_name) const {
	const GDScriptFunction *function = find_function(p_name);
	return (function && function->is_static) || Object::has_method(p_name);
}

ScriptLanguage *GDScript::get_language() const {
	return GDScriptLanguage::get_singleton();
}

void GDScript::_bind_methods() {
	ClassDB::bind_vararg_method<GDScript>(METHOD_FLAGS_DEFAULT, "new", &GDScript::_new, MethodInfo("new"));
}

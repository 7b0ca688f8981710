// What a script class tells about itself: members, methods, signals, constants.
#include "modules/gdscript/runtime/gdscript.h"

Ref<Script> GDScript::get_base_script() const {
	return base;
}

bool GDScript::inherits_script(const Ref<Script> &p_script) const {
	for (const GDScriptClass *current = this; current; current = current->base.ptr()) {
		if (current == p_script.ptr()) {
			return true;
		}
	}
	return false;
}

bool GDScript::has_static_method(const StringName &p_name) const {
	const GDScriptFunction *function = find_function(p_name);
	return function && function->is_static;
}

int GDScript::get_script_method_argument_count(const StringName &p_name, bool *r_valid) const {
	const GDScriptFunction *function = find_function(p_name);
	if (r_valid) {
		*r_valid = function != nullptr;
	}
	return function ? int(function->arguments.size()) : 0;
}

MethodInfo GDScript::get_method_info(const StringName &p_name) const {
	const GDScriptFunction *function = find_function(p_name);
	return function ? function->method_info : MethodInfo();
}

bool GDScript::has_script_signal(const StringName &p_name) const {
	for (const GDScriptClass *current = this; current; current = current->base.ptr()) {
		if (current->signals.has(p_name)) {
			return true;
		}
	}
	return false;
}

void GDScript::get_script_signal_list(LocalVector<MethodInfo> *p_list) const {
	for (const GDScriptClass *current = this; current; current = current->base.ptr()) {
		for (const KeyValue<StringName, MethodInfo> &entry : current->signals) {
			p_list->push_back(entry.value);
		}
	}
}

void GDScript::get_script_method_list(LocalVector<MethodInfo> *p_list) const {
	for (const GDScriptClass *current = this; current; current = current->base.ptr()) {
		for (const MethodInfo &info : current->method_infos) {
			p_list->push_back(info);
		}
	}
}

void GDScript::get_script_property_list(LocalVector<PropertyInfo> *p_list) const {
	for (const GDScriptClass *current = this; current; current = current->base.ptr()) {
		current->collect_own_properties(p_list);
	}
}

bool GDScript::get_stored_default(const StringName &p_name, Variant &r_value) const {
	const Variant *value = find_stored_default(p_name);
	if (value) {
		r_value = value->duplicate(true); // Instances have containers of their own.
	}
	return value != nullptr;
}

int GDScript::get_member_line(const StringName &p_name) const {
	const GDScriptFunction *function = find_function(p_name);
	return function ? function->first_line : -1;
}

void GDScript::get_constants(HashMap<StringName, Variant> *p_constants) {
	for (const KeyValue<StringName, Variant> &entry : constants) {
		p_constants->insert(entry.key, entry.value);
	}
}

void GDScript::get_members(HashSet<StringName> *p_members) {
	for (const StringName &name : member_order) {
		p_members->insert(name);
	}
}

const Variant GDScript::get_rpc_config() const {
	Dictionary all = rpc_config.duplicate();
	if (base.is_valid()) {
		all.merge(base->get_rpc_config());
	}
	return all;
}

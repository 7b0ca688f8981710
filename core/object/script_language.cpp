// Script's scripting interface, and the registry of languages and global classes.
#include "core/object/script_language.h"

#include "core/error/error_macros.h"
#include "core/error/report_hooks.h"
#include "core/object/graveyard.h"
#include "core/object/script_backtrace.h"

ScriptLanguage *ScriptServer::languages[MAX_LANGUAGES] = {};
int ScriptServer::language_count = 0;
bool ScriptServer::scripting_enabled = true;
bool ScriptServer::shows_warnings = false;
bool ScriptServer::warnings_are_errors = false;
HashMap<StringName, ScriptServer::GlobalClass> ScriptServer::global_classes;

void ScriptInstance::get_property_state(LocalVector<Pair<StringName, Variant>> &r_state) {
	LocalVector<PropertyInfo> properties;
	get_property_list(&properties);
	for (const PropertyInfo &property : properties) {
		Variant value;
		if ((property.usage & PROPERTY_USAGE_STORAGE) && get(property.name, value)) {
			r_state.push_back(Pair<StringName, Variant>(property.name, value));
		}
	}
}

TypedArray<Dictionary> Script::_get_script_property_list() const {
	LocalVector<PropertyInfo> list;
	get_script_property_list(&list);
	TypedArray<Dictionary> dictionaries;
	for (const PropertyInfo &property : list) {
		dictionaries.push_back(Dictionary(property));
	}
	return dictionaries;
}

static TypedArray<Dictionary> dictionaries_of(const LocalVector<MethodInfo> &p_list) {
	TypedArray<Dictionary> dictionaries;
	for (const MethodInfo &method : p_list) {
		dictionaries.push_back(Dictionary(method));
	}
	return dictionaries;
}

TypedArray<Dictionary> Script::_get_script_method_list() const {
	LocalVector<MethodInfo> list;
	get_script_method_list(&list);
	return dictionaries_of(list);
}

TypedArray<Dictionary> Script::_get_script_signal_list() const {
	LocalVector<MethodInfo> list;
	get_script_signal_list(&list);
	return dictionaries_of(list);
}

Dictionary Script::_get_script_constant_map() {
	HashMap<StringName, Variant> constants;
	get_constants(&constants);
	Dictionary dictionary;
	for (const KeyValue<StringName, Variant> &entry : constants) {
		dictionary[entry.key] = entry.value;
	}
	return dictionary;
}

Variant Script::_get_property_default_value(const StringName &p_property) const {
	Variant value;
	get_property_default_value(p_property, value);
	return value;
}

void Script::_bind_methods() {
	ClassDB::bind_method(D_METHOD("can_instantiate"), &Script::can_instantiate);
	ClassDB::bind_method(D_METHOD("instance_has", "base_object"), &Script::instance_has);
	ClassDB::bind_method(D_METHOD("has_source_code"), &Script::has_source_code);
	ClassDB::bind_method(D_METHOD("get_source_code"), &Script::get_source_code);
	ClassDB::bind_method(D_METHOD("set_source_code", "source"), &Script::set_source_code);
	ClassDB::bind_method(D_METHOD("reload", "keep_state"), &Script::reload, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("get_base_script"), &Script::get_base_script);
	ClassDB::bind_method(D_METHOD("get_instance_base_type"), &Script::get_instance_base_type);
	ClassDB::bind_method(D_METHOD("get_global_name"), &Script::get_global_name);
	ClassDB::bind_method(D_METHOD("has_script_signal", "signal_name"), &Script::has_script_signal);
	ClassDB::bind_method(D_METHOD("get_script_property_list"), &Script::_get_script_property_list);
	ClassDB::bind_method(D_METHOD("get_script_method_list"), &Script::_get_script_method_list);
	ClassDB::bind_method(D_METHOD("get_script_signal_list"), &Script::_get_script_signal_list);
	ClassDB::bind_method(D_METHOD("get_script_constant_map"), &Script::_get_script_constant_map);
	ClassDB::bind_method(D_METHOD("get_property_default_value", "property"), &Script::_get_property_default_value);
	ClassDB::bind_method(D_METHOD("is_tool"), &Script::is_tool);
	ClassDB::bind_method(D_METHOD("is_abstract"), &Script::is_abstract);
	ClassDB::bind_method(D_METHOD("get_rpc_config"), &Script::get_rpc_config);
	ADD_PROPERTY(PropertyInfo(Variant::STRING, "source_code", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NONE), "set_source_code", "get_source_code");
}

ScriptLanguage *ScriptServer::get_language(int p_index) {
	ERR_FAIL_INDEX_V(p_index, language_count, nullptr);
	return languages[p_index];
}

ScriptLanguage *ScriptServer::get_language_for_extension(const String &p_extension) {
	for (int i = 0; i < language_count; i++) {
		LocalVector<String> extensions;
		languages[i]->get_recognized_extensions(&extensions);
		if (extensions.has(p_extension)) {
			return languages[i];
		}
	}
	return nullptr;
}

Error ScriptServer::register_language(ScriptLanguage *p_language) {
	ERR_FAIL_NULL_V(p_language, ERR_INVALID_PARAMETER);
	ERR_FAIL_COND_V(language_count == MAX_LANGUAGES, ERR_UNAVAILABLE);
	languages[language_count++] = p_language;
	error_trace_hook.store(ScriptBacktrace::write_trace, std::memory_order_release);
	return OK;
}

Error ScriptServer::unregister_language(const ScriptLanguage *p_language) {
	for (int i = 0; i < language_count; i++) {
		if (languages[i] == p_language) {
			languages[i] = languages[--language_count];
			return OK;
		}
	}
	return ERR_DOES_NOT_EXIST;
}

void ScriptServer::init_languages() {
	for (int i = 0; i < language_count; i++) {
		languages[i]->init();
	}
}

void ScriptServer::finish_languages() {
	Graveyard::safe_point();
	for (int i = 0; i < language_count; i++) {
		languages[i]->finish();
	}
	global_classes_clear();
	Graveyard::safe_point();
}

void ScriptServer::thread_enter() {
	for (int i = 0; i < language_count; i++) {
		languages[i]->thread_enter();
	}
}

void ScriptServer::thread_exit() {
	for (int i = 0; i < language_count; i++) {
		languages[i]->thread_exit();
	}
	Graveyard::safe_point();
}

void ScriptServer::add_global_class(const StringName &p_class, const StringName &p_base, const StringName &p_language, const String &p_path, bool p_is_abstract, bool p_is_tool) {
	ERR_FAIL_COND_MSG(p_class == p_base, "Global class '" + p_class + "' cannot extend itself.");
	GlobalClass &entry = global_classes[p_class];
	entry.language = p_language;
	entry.path = p_path;
	entry.base = p_base;
	entry.is_abstract = p_is_abstract;
	entry.is_tool = p_is_tool;
}

void ScriptServer::remove_global_class(const StringName &p_class) {
	global_classes.erase(p_class);
}

void ScriptServer::global_classes_clear() {
	global_classes.clear();
}

bool ScriptServer::is_global_class(const StringName &p_class) {
	return global_classes.has(p_class);
}

StringName ScriptServer::get_global_class_language(const StringName &p_class) {
	const GlobalClass *entry = global_classes.getptr(p_class);
	return entry ? entry->language : StringName();
}

String ScriptServer::get_global_class_path(const StringName &p_class) {
	const GlobalClass *entry = global_classes.getptr(p_class);
	return entry ? entry->path : String();
}

StringName ScriptServer::get_global_class_base(const StringName &p_class) {
	const GlobalClass *entry = global_classes.getptr(p_class);
	return entry ? entry->base : StringName();
}

StringName ScriptServer::get_global_class_native_base(const StringName &p_class) {
	StringName base = p_class;
	// Files may name each other as bases; more steps than classes means a circle.
	for (uint32_t steps = 0; steps <= global_classes.size(); steps++) {
		const GlobalClass *entry = global_classes.getptr(base);
		if (!entry) {
			return base;
		}
		base = entry->base;
	}
	return StringName();
}

bool ScriptServer::is_global_class_abstract(const StringName &p_class) {
	const GlobalClass *entry = global_classes.getptr(p_class);
	return entry && entry->is_abstract;
}

void ScriptServer::get_global_class_list(LocalVector<StringName> *r_classes) {
	for (const KeyValue<StringName, GlobalClass> &entry : global_classes) {
		r_classes->push_back(entry.key);
	}
	r_classes->sort_custom<StringName::AlphCompare>();
}

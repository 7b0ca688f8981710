// ProjectSettings: values, overrides, paths. Files are in project_settings_file.cpp, defaults in project_settings_defaults.cpp.
#include "core/config/project_settings.h"

#include "core/io/file_access.h"
#include "core/io/resource_uid.h"
#include "core/object/callable_method_pointer.h"
#include "core/object/class_db.h"
#include "core/object/message_queue.h"
#include "core/object/script_language.h"
#include "core/os/os.h"

ProjectSettings *ProjectSettings::singleton = nullptr;

static const char *const AUTOLOAD_PREFIX = "autoload/";

void ProjectSettings::set_setting(const String &p_name, const Variant &p_value) {
	const StringName name = p_name;
	if (p_value.get_type() == Variant::NIL) {
		settings.erase(name);
		overrides.erase(name);
		if (p_name.begins_with(AUTOLOAD_PREFIX)) {
			autoloads.erase(p_name.trim_prefix(AUTOLOAD_PREFIX));
		}
		_queue_changed(name);
		return;
	}
	Setting *setting = settings.getptr(name);
	if (setting) {
		setting->value = p_value;
	} else {
		Setting added;
		added.value = p_value;
		added.order = last_order++;
		settings.insert(name, added);
		_note_override(name);
	}
	if (p_name.begins_with(AUTOLOAD_PREFIX)) {
		_note_autoload(name, p_value);
	}
	_queue_changed(name);
}

// "name.feature" replaces "name" where the feature is.
void ProjectSettings::_note_override(const StringName &p_name) {
	const String name = p_name;
	if (!name.contains_char('.')) {
		return;
	}
	const Vector<String> parts = name.split(".");
	for (int64_t i = 1; i < parts.size(); i++) {
		Override entry;
		entry.feature = parts[i].strip_edges();
		entry.full_name = p_name;
		overrides[parts[0]].push_back(entry);
	}
}

void ProjectSettings::_note_autoload(const StringName &p_name, const Variant &p_value) {
	const String path = p_value;
	AutoloadInfo info;
	info.name = String(p_name).trim_prefix(AUTOLOAD_PREFIX);
	info.is_singleton = path.begins_with("*"); // The star makes the name a global one.
	info.path = path.trim_prefix("*");
	autoloads.insert(info.name, info);
}

Variant ProjectSettings::get_setting(const String &p_name, const Variant &p_default) const {
	const Setting *setting = settings.getptr(p_name);
	return setting ? setting->value : p_default;
}

bool ProjectSettings::has_setting(const String &p_name) const {
	return settings.has(p_name);
}

Variant ProjectSettings::get_setting_with_override(const StringName &p_name) const {
	const Vector<Override> *candidates = overrides.getptr(p_name);
	if (candidates) {
		for (const Override &candidate : *candidates) {
			const Setting *setting = settings.getptr(candidate.full_name);
			if (setting && OS::get_singleton()->has_feature(candidate.feature)) {
				return setting->value;
			}
		}
	}
	const Setting *setting = settings.getptr(p_name);
	ERR_FAIL_NULL_V_MSG(setting, Variant(), "There is no project setting \"" + String(p_name) + "\".");
	return setting->value;
}

Variant ProjectSettings::get_setting_with_override_and_custom_features(const StringName &p_name, const Vector<String> &p_features) const {
	const Vector<Override> *candidates = overrides.getptr(p_name);
	if (candidates) {
		for (const Override &candidate : *candidates) {
			const Setting *setting = settings.getptr(candidate.full_name);
			if (setting && p_features.has(candidate.feature)) {
				return setting->value;
			}
		}
	}
	const Setting *setting = settings.getptr(p_name);
	ERR_FAIL_NULL_V_MSG(setting, Variant(), "There is no project setting \"" + String(p_name) + "\".");
	return setting->value;
}

void ProjectSettings::clear(const String &p_name) {
	ERR_FAIL_COND_MSG(!settings.has(p_name), "There is no project setting \"" + p_name + "\" to clear.");
	set_setting(p_name, Variant());
}

void ProjectSettings::set_initial_value(const String &p_name, const Variant &p_value) {
	Setting *setting = settings.getptr(p_name);
	ERR_FAIL_NULL_MSG(setting, "There is no project setting \"" + p_name + "\": set it first.");
	// A copy: the value itself may be changed in place later.
	setting->initial = p_value.duplicate();
	setting->has_initial = true;
}

void ProjectSettings::set_order(const String &p_name, int p_order) {
	Setting *setting = settings.getptr(p_name);
	ERR_FAIL_NULL_MSG(setting, "There is no project setting \"" + p_name + "\": set it first.");
	setting->order = p_order;
}

int ProjectSettings::get_order(const String &p_name) const {
	const Setting *setting = settings.getptr(p_name);
	ERR_FAIL_NULL_V_MSG(setting, -1, "There is no project setting \"" + p_name + "\".");
	return setting->order;
}

void ProjectSettings::set_as_basic(const String &p_name, bool p_basic) {
	Setting *setting = settings.getptr(p_name);
	ERR_FAIL_NULL_MSG(setting, "There is no project setting \"" + p_name + "\": set it first.");
	setting->basic = p_basic;
}

void ProjectSettings::set_as_internal(const String &p_name, bool p_internal) {
	Setting *setting = settings.getptr(p_name);
	ERR_FAIL_NULL_MSG(setting, "There is no project setting \"" + p_name + "\": set it first.");
	setting->internal = p_internal;
}

void ProjectSettings::set_restart_if_changed(const String &p_name, bool p_restart) {
	Setting *setting = settings.getptr(p_name);
	ERR_FAIL_NULL_MSG(setting, "There is no project setting \"" + p_name + "\": set it first.");
	setting->restart_if_changed = p_restart;
}

void ProjectSettings::set_custom_property_info(const PropertyInfo &p_info) {
	custom_info.insert(p_info.name, p_info);
}

void ProjectSettings::_add_property_info(const Dictionary &p_info) {
	ERR_FAIL_COND_MSG(!p_info.has("name") || !p_info.has("type"), "The dictionary must have the keys \"name\" and \"type\".");
	PropertyInfo info;
	info.name = p_info["name"];
	info.type = Variant::Type(int(p_info["type"]));
	ERR_FAIL_COND_MSG(!settings.has(info.name), "There is no project setting \"" + info.name + "\": set it first.");
	ERR_FAIL_INDEX_MSG(info.type, Variant::VARIANT_MAX, "The type must be one of the TYPE_* constants.");
	info.hint = PropertyHint(int(p_info.get("hint", PROPERTY_HINT_NONE)));
	info.hint_string = p_info.get("hint_string", String());
	set_custom_property_info(info);
}

String ProjectSettings::localize_path(const String &p_path) const {
	const String path = p_path.simplify_path();
	if (path.begins_with("res://") || path.begins_with("user://") || path.begins_with("uid://")) {
		return path;
	}
	if (path.is_relative_path()) {
		return "res://" + path.trim_prefix("./");
	}
	if (path == resource_path) {
		return "res://";
	}
	return !resource_path.is_empty() && path.begins_with(resource_path + "/") ? "res://" + path.substr(resource_path.length() + 1) : p_path;
}

String ProjectSettings::globalize_path(const String &p_path) const {
	if (p_path.begins_with("res://")) {
		return resource_path.is_empty() ? p_path.trim_prefix("res://") : resource_path + "/" + p_path.trim_prefix("res://");
	}
	ResourceUID *uids = ResourceUID::get_singleton();
	if (uids && p_path.begins_with("uid://")) {
		const String path = uids->find_path(uids->text_to_id(p_path));
		return path.begins_with("uid://") ? String() : globalize_path(path); // What nobody knows is empty.
	}
	if (p_path.begins_with("user://")) {
		return OS::get_singleton()->get_user_data_dir() + "/" + p_path.trim_prefix("user://");
	}
	return p_path;
}

TypedArray<Dictionary> ProjectSettings::get_global_class_list() {
	TypedArray<Dictionary> list;
	LocalVector<StringName> names;
	ScriptServer::get_global_class_list(&names);
	for (const StringName &name : names) {
		Dictionary entry;
		entry["class"] = name;
		entry["language"] = ScriptServer::get_global_class_language(name);
		entry["path"] = ScriptServer::get_global_class_path(name);
		entry["base"] = ScriptServer::get_global_class_base(name);
		entry["icon"] = String();
		entry["is_abstract"] = ScriptServer::is_global_class_abstract(name);
		entry["is_tool"] = false;
		list.push_back(entry);
	}
	return list;
}

// Told once a frame however much changes; not while the project is being read.
void ProjectSettings::_queue_changed(const StringName &p_name) {
	if (!project_loaded) {
		return;
	}
	changed.insert(p_name);
	if (!changed_queued && MessageQueue::get_singleton()) {
		changed_queued = true;
		MessageQueue::get_singleton()->push_callable(callable_mp(this, &ProjectSettings::_emit_changed));
	}
}

void ProjectSettings::_emit_changed() {
	changed_queued = false;
	emit_signal(SNAME("settings_changed"));
}

Vector<String> ProjectSettings::get_changed_settings() const {
	Vector<String> names;
	for (const String &name : changed) {
		names.push_back(name);
	}
	return names;
}

bool ProjectSettings::check_changed_settings_in_group(const String &p_prefix) const {
	for (const String &name : changed) {
		if (name.begins_with(p_prefix)) {
			return true;
		}
	}
	return false;
}

bool ProjectSettings::_set(const StringName &p_name, const Variant &p_value) {
	set_setting(p_name, p_value);
	return true;
}

bool ProjectSettings::_get(const StringName &p_name, Variant &r_value) const {
	const Setting *setting = settings.getptr(p_name);
	if (!setting) {
		return false;
	}
	r_value = setting->value;
	return true;
}

// Lower order numbers first, then as they were set.
Vector<StringName> ProjectSettings::_get_names_in_order() const {
	struct Entry {
		int order = 0;
		int position = 0;
		StringName name;

		bool operator<(const Entry &p_other) const { return order != p_other.order ? order < p_other.order : position < p_other.position; }
	};
	LocalVector<Entry> entries;
	for (const KeyValue<StringName, Setting> &pair : settings) {
		entries.push_back({ pair.value.order, int(entries.size()), pair.key });
	}
	entries.sort();
	Vector<StringName> names;
	for (const Entry &entry : entries) {
		names.push_back(entry.name);
	}
	return names;
}

void ProjectSettings::_get_property_list(LocalVector<PropertyInfo> *r_list) const {
	const Vector<StringName> names = _get_names_in_order();
	for (const StringName &name : names) {
		const Setting &setting = settings.get(name);
		PropertyInfo info;
		if (const PropertyInfo *custom = custom_info.getptr(name)) {
			info = *custom;
		} else {
			info.type = setting.value.get_type();
		}
		info.name = name;
		info.usage = setting.internal ? PROPERTY_USAGE_STORAGE | PROPERTY_USAGE_INTERNAL : PROPERTY_USAGE_STORAGE | PROPERTY_USAGE_EDITOR;
		info.usage |= setting.basic ? PROPERTY_USAGE_EDITOR_BASIC_SETTING : 0;
		info.usage |= setting.restart_if_changed ? PROPERTY_USAGE_RESTART_IF_CHANGED : 0;
		r_list->push_back(info);
	}
}

bool ProjectSettings::_property_can_revert(const StringName &p_name) const {
	return settings.has(p_name);
}

bool ProjectSettings::_property_get_revert(const StringName &p_name, Variant &r_value) const {
	const Setting *setting = settings.getptr(p_name);
	if (!setting) {
		return false;
	}
	r_value = setting->initial.duplicate();
	return true;
}

void ProjectSettings::declare(const StringName &p_name, const Variant &p_default) {
	Setting *setting = settings.getptr(p_name);
	if (!setting) {
		Setting added;
		added.value = p_default;
		added.order = last_builtin_order++;
		setting = &settings.insert(p_name, added)->value;
		_note_override(p_name);
	}
	setting->initial = p_default.duplicate();
	setting->has_initial = true;
	setting->builtin = true;
}

ProjectSettings::ProjectSettings() {
	if (!singleton) { // ClassDB makes further ones to learn their defaults.
		singleton = this;
	}
	_register_defaults();
}

ProjectSettings::~ProjectSettings() {
	if (singleton == this) {
		singleton = nullptr;
	}
}

void ProjectSettings::_bind_methods() {
	ClassDB::bind_method(D_METHOD("has_setting", "name"), &ProjectSettings::has_setting);
	ClassDB::bind_method(D_METHOD("set_setting", "name", "value"), &ProjectSettings::set_setting);
	ClassDB::bind_method(D_METHOD("get_setting", "name", "default_value"), &ProjectSettings::get_setting, DEFVAL(Variant()));
	ClassDB::bind_method(D_METHOD("get_setting_with_override", "name"), &ProjectSettings::get_setting_with_override);
	ClassDB::bind_method(D_METHOD("get_global_class_list"), &ProjectSettings::get_global_class_list);
	ClassDB::bind_method(D_METHOD("get_setting_with_override_and_custom_features", "name", "features"), &ProjectSettings::get_setting_with_override_and_custom_features);
	ClassDB::bind_method(D_METHOD("set_order", "name", "position"), &ProjectSettings::set_order);
	ClassDB::bind_method(D_METHOD("get_order", "name"), &ProjectSettings::get_order);
	ClassDB::bind_method(D_METHOD("set_initial_value", "name", "value"), &ProjectSettings::set_initial_value);
	ClassDB::bind_method(D_METHOD("set_as_basic", "name", "basic"), &ProjectSettings::set_as_basic);
	ClassDB::bind_method(D_METHOD("set_as_internal", "name", "internal"), &ProjectSettings::set_as_internal);
	ClassDB::bind_method(D_METHOD("add_property_info", "hint"), &ProjectSettings::_add_property_info);
	ClassDB::bind_method(D_METHOD("set_restart_if_changed", "name", "restart"), &ProjectSettings::set_restart_if_changed);
	ClassDB::bind_method(D_METHOD("clear", "name"), &ProjectSettings::clear);
	ClassDB::bind_method(D_METHOD("localize_path", "path"), &ProjectSettings::localize_path);
	ClassDB::bind_method(D_METHOD("globalize_path", "path"), &ProjectSettings::globalize_path);
	ClassDB::bind_method(D_METHOD("save"), &ProjectSettings::save);
	ClassDB::bind_method(D_METHOD("load_resource_pack", "pack", "replace_files", "offset"), &ProjectSettings::_load_resource_pack, DEFVAL(true), DEFVAL(0));
	ClassDB::bind_method(D_METHOD("save_custom", "file"), &ProjectSettings::save_custom);
	ClassDB::bind_method(D_METHOD("get_changed_settings"), &ProjectSettings::get_changed_settings);
	ClassDB::bind_method(D_METHOD("check_changed_settings_in_group", "setting_prefix"), &ProjectSettings::check_changed_settings_in_group);

	ADD_SIGNAL(MethodInfo("settings_changed"));
}

// ProjectSettings: the settings of project.godot over the engine's defaults, and what res:// and user:// mean.
#pragma once

#include "core/object/class_db.h"
#include "core/object/object.h"
#include "core/string/ustring.h"
#include "core/templates/hash_map.h"
#include "core/templates/hash_set.h"
#include "core/templates/vector.h"
#include "core/variant/typed_array.h"
#include "core/variant/variant.h"

class ProjectSettings : public Object {
	GDCLASS(ProjectSettings, Object);

public:
	struct AutoloadInfo {
		StringName name;
		String path;
		bool is_singleton = false;
	};
	static constexpr int CONFIG_VERSION = 5;
	static constexpr int NO_BUILTIN_ORDER_BASE = 1 << 16; // Settings of the project itself are listed behind the built-in ones.

	static ProjectSettings *get_singleton() { return singleton; }
	// The newest object is the current one; tests give the engine's own back afterwards.
	static void make_current(ProjectSettings *p_settings) { singleton = p_settings; }

	// Makes p_folder the root of res:// and reads its project.godot and override.cfg. ERR_FILE_NOT_FOUND when there is no project.godot
	// (the folder is res:// all the same); ERR_PARSE_ERROR or others after a message that names file and line.
	Error setup(const String &p_folder);
	bool is_project_loaded() const { return project_loaded; }
	String get_resource_path() const { return resource_path; } // Absolute folder of res://, without slash at the end.

	void set_setting(const String &p_name, const Variant &p_value); // null erases.
	Variant get_setting(const String &p_name, const Variant &p_default = Variant()) const;
	bool has_setting(const String &p_name) const;
	// The value after feature tags: "name.linux" wins over "name" on Linux. The first matching tag in the file wins.
	Variant get_setting_with_override(const StringName &p_name) const;
	Variant get_setting_with_override_and_custom_features(const StringName &p_name, const Vector<String> &p_features) const;
	void clear(const String &p_name);
	// A built-in setting: gets p_default unless the project has set it, and is not saved while it has it.
	void declare(const StringName &p_name, const Variant &p_default);

	void set_initial_value(const String &p_name, const Variant &p_value);
	void set_order(const String &p_name, int p_order);
	int get_order(const String &p_name) const; // -1 for unknown names.
	void set_as_basic(const String &p_name, bool p_basic);
	void set_as_internal(const String &p_name, bool p_internal);
	void set_restart_if_changed(const String &p_name, bool p_restart);
	void set_custom_property_info(const PropertyInfo &p_info);

	String localize_path(const String &p_path) const; // To res:// where it lies inside the project.
	String globalize_path(const String &p_path) const; // To a path of the system.

	Error save();
	Error save_custom(const String &p_path);

	const HashMap<StringName, AutoloadInfo> &get_autoload_list() const { return autoloads; } // In the order of the file.
	bool has_autoload(const StringName &p_name) const { return autoloads.has(p_name); }
	TypedArray<Dictionary> get_global_class_list(); // As ScriptServer knows them.

	Vector<String> get_changed_settings() const;
	bool check_changed_settings_in_group(const String &p_prefix) const;

	ProjectSettings();
	~ProjectSettings() override;

protected:
	static void _bind_methods();
	bool _set(const StringName &p_name, const Variant &p_value);
	bool _get(const StringName &p_name, Variant &r_value) const;
	void _get_property_list(LocalVector<PropertyInfo> *r_list) const;
	bool _property_can_revert(const StringName &p_name) const;
	bool _property_get_revert(const StringName &p_name, Variant &r_value) const;

private:
	struct Setting {
		Variant value;
		Variant initial;
		int order = 0;
		bool has_initial = false;
		bool builtin = false; // Not saved while it has its initial value.
		bool basic = false;
		bool internal = false;
		bool restart_if_changed = false;
	};
	struct Override {
		StringName feature;
		StringName full_name; // "name.feature"
	};

	Error _load_text(const String &p_path);
	Error _load_binary(const String &p_path);
	Error _load_assignment(const String &p_path, const String &p_name, const Variant &p_value);
	Error _to_text(String &r_text) const;
	Vector<StringName> _get_names_in_order() const;
	void _note_autoload(const StringName &p_name, const Variant &p_value);
	void _note_override(const StringName &p_name);
	void _queue_changed(const StringName &p_name);
	void _emit_changed();
	void _add_property_info(const Dictionary &p_info);
	bool _load_resource_pack(const String &p_pack, bool p_replace_files, int p_offset);
	void _register_defaults();

	HashMap<StringName, Setting> settings;
	HashMap<StringName, PropertyInfo> custom_info;
	HashMap<StringName, Vector<Override>> overrides;
	HashMap<StringName, AutoloadInfo> autoloads;
	HashSet<String> changed;
	String resource_path;
	int last_order = NO_BUILTIN_ORDER_BASE;
	int last_builtin_order = 0;
	bool project_loaded = false;
	bool changed_queued = false;

	static ProjectSettings *singleton;
};

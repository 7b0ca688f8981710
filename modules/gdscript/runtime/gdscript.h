// GDScript: one class of the language as a resource. A file is one of them, and each of its inner classes another.
#pragma once

#include "modules/gdscript/compiler/gdscript_class.h"

// What it adds to the compiled class: its source and how that is compiled, instances, and what scripts see of it.
class GDScript : public GDScriptClass {
	GDCLASS(GDScript, Script);

	friend class GDScriptCache;

	String source;

	Variant _new(const Variant **p_args, int p_argcount, Callable::CallError &r_error);
	// An instance on p_owner, initialized and constructed. Null with r_error set, and nothing attached, when `_init` does not take the arguments.
	GDScriptInstance *attach_instance(Object *p_owner, const Variant **p_args, int p_argcount, Callable::CallError &r_error);

protected:
	bool _get(const StringName &p_name, Variant &r_value) const;
	bool _set(const StringName &p_name, const Variant &p_value);
	void _get_property_list(LocalVector<PropertyInfo> *p_list) const;
	static void _bind_methods();

public:
	GDScript();
	~GDScript() override;

	void init_statics() override;
	Variant create_instance(const Variant **p_args, int p_argcount, Callable::CallError &r_error) override;

	// --- Script ---
	bool can_instantiate() const override;
	Ref<Script> get_base_script() const override;
	bool inherits_script(const Ref<Script> &p_script) const override;
	ScriptInstance *instance_create(Object *p_object) override;
	bool instance_has(const Object *p_object) const override;
	bool has_source_code() const override { return !source.is_empty(); }
	String get_source_code() const override { return source; }
	void set_source_code(const String &p_code) override;
	Error reload(bool p_keep_state = false) override;
	bool has_method(const StringName &p_name) const override;
	bool has_static_method(const StringName &p_name) const override;
	int get_script_method_argument_count(const StringName &p_name, bool *r_valid = nullptr) const override;
	MethodInfo get_method_info(const StringName &p_name) const override;
	bool has_script_signal(const StringName &p_name) const override;
	void get_script_signal_list(LocalVector<MethodInfo> *p_list) const override;
	void get_script_method_list(LocalVector<MethodInfo> *p_list) const override;
	void get_script_property_list(LocalVector<PropertyInfo> *p_list) const override;
	bool get_property_default_value(const StringName &, Variant &) const override { return false; } // As stock answers outside its editor.
	bool get_stored_default(const StringName &p_name, Variant &r_value) const override;
	int get_member_line(const StringName &p_name) const override;
	void get_constants(HashMap<StringName, Variant> *p_constants) override;
	void get_members(HashSet<StringName> *p_members) override;
	const Variant get_rpc_config() const override;
	Variant callp(const StringName &p_method, const Variant **p_args, int p_argcount, Callable::CallError &r_error) override;
};

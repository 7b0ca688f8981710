// GDScript: one class of the language as a resource. A file is one of them, and each of its inner classes another.
#pragma once

#include "core/object/script_language.h"
#include "core/templates/hash_map.h"
#include "core/templates/hash_set.h"
#include "core/templates/pair.h"
#include "modules/gdscript/compiler/gdscript_function.h"

class GDScriptCompiler;
class GDScriptInstance;
class GDScriptUnit;

// The native class of that name as a value: `var k = Node; k.new()`.
class GDScriptNativeClass : public RefCounted {
	GDCLASS(GDScriptNativeClass, RefCounted);

	StringName name;

	Variant _new();

protected:
	bool _get(const StringName &p_name, Variant &r_value) const;
	static void _bind_methods();

public:
	const StringName &get_name() const { return name; }
	Object *instantiate() const;
	Variant callp(const StringName &p_method, const Variant **p_args, int p_argcount, Callable::CallError &r_error) override;
	explicit GDScriptNativeClass(const StringName &p_name = StringName());
};

class GDScript : public Script {
	GDCLASS(GDScript, Script);

	friend class GDScriptCache;
	friend class GDScriptCompiler;
	friend class GDScriptInstance;
	friend class GDScriptLanguage;

public:
	struct MemberInfo {
		int index = 0;
		StringName getter;
		StringName setter;
		GDScriptValueType type;
		PropertyInfo info;
	};

private:
	String source;
	String path; // Kept apart from the resource path: "" for scripts made at run time, the file's path for inner classes too.
	bool valid = false; // Compiled without errors.
	bool tool = false;
	bool abstract = false;
	bool compiling = false;
	bool static_initialized = false;
	bool has_interface = false; // Members, constants and signals are known; there may be no code yet.
	bool initializes_by_code = false; // Here or in a base: instances do not start from the template alone.
	uint64_t cache_key = 0; // Odd, never reused: renewed with every compilation.

	StringName local_name; // Of inner classes, or `class_name`.
	StringName global_name;
	String fully_qualified_name;
	String icon_path;
	StringName native_base; // "RefCounted" until compiled.
	Ref<GDScript> base;
	GDScript *outer = nullptr; // Inner classes: the class around it, which owns us.
	Vector<Ref<Script>> dependencies; // What our functions point to beyond our own file.

	HashMap<StringName, MemberInfo> members; // Inherited ones included.
	Vector<StringName> member_order; // Own ones.
	int member_count = 0; // Inherited ones included.
	Vector<PropertyInfo> own_properties; // With groups and categories, as the property list shows them.
	LocalVector<Variant> own_template; // What the own members of new instances start with.
	LocalVector<Pair<int, GDScriptValueType>> fresh_members; // Own ones that start with a container of their own.
	HashMap<StringName, Variant> member_defaults; // get_property_default_value()
	HashMap<StringName, MemberInfo> statics; // Own ones; index into static_values.
	Vector<StringName> static_order;
	LocalVector<Variant> static_values; // Sized once per compilation.
	HashMap<StringName, Variant> constants; // With enums and inner classes.
	HashMap<StringName, Ref<GDScript>> subclasses;
	HashMap<StringName, GDScriptFunction *> functions; // Owned; in order of declaration.
	Vector<MethodInfo> method_infos; // Own functions and accessors, abstract ones too, in order of declaration.
	HashMap<StringName, MethodInfo> signals;
	Dictionary rpc_config; // Own ones.
	GDScriptFunction *implicit_initializer = nullptr; // Owned. Null: nothing to run.
	GDScriptFunction *implicit_ready = nullptr;
	GDScriptFunction *static_initializer = nullptr;
	LocalVector<GDScriptFunction *> retired; // Of earlier compilations while instances or lambdas may still run them.
	bool hooked_get = false; // Somebody in the chain has `_get`, `_set`, `_notification`.
	bool hooked_set = false;
	bool hooked_notification = false;

	HashSet<Object *> instances;

	void clear_compiled(bool p_keep_statics);
	Variant _new(const Variant **p_args, int p_argcount, Callable::CallError &r_error);
	static void collect_own_properties(const GDScript *p_script, LocalVector<PropertyInfo> *p_list);
	// Initializers of the chain, bases first.
	void run_member_initializers(GDScriptInstance *p_instance);
	void run_ready_initializers(GDScriptInstance *p_instance);
	// An instance on p_owner, initialized and constructed. Null with r_error set, and nothing attached, when `_init` does not take the arguments.
	GDScriptInstance *attach_instance(Object *p_owner, const Variant **p_args, int p_argcount, Callable::CallError &r_error);
	Error compile(bool p_keep_state);

protected:
	bool _get(const StringName &p_name, Variant &r_value) const;
	bool _set(const StringName &p_name, const Variant &p_value);
	void _get_property_list(LocalVector<PropertyInfo> *p_list) const;
	static void _bind_methods();

public:
	GDScript();
	~GDScript() override;

	bool is_valid() const override { return valid; }
	uint64_t get_cache_key() const { return cache_key; }
	GDScript *get_base() const { return base.ptr(); }
	GDScript *get_outer() const { return outer; }
	// The file's class.
	GDScript *get_root_class();
	const StringName &get_native_base() const { return native_base; }
	const String &get_script_path() const { return path; }
	void set_script_path(const String &p_path);
	const String &get_fully_qualified_name() const { return fully_qualified_name; }
	const StringName &get_local_name() const { return local_name; }
	// For messages: class name, else path.
	String get_display_name() const;
	int get_member_count() const { return member_count; }
	const HashMap<StringName, MemberInfo> &get_members() const { return members; }
	const MemberInfo *find_member(const StringName &p_name) const { return members.getptr(p_name); }
	// The nearest of the chain; null if there is none.
	GDScriptFunction *find_function(const StringName &p_name) const;
	Variant *find_static(const StringName &p_name, const MemberInfo **r_info = nullptr, GDScript **r_owner = nullptr);
	const Variant *find_constant(const StringName &p_name) const;
	GDScript *find_subclass(const StringName &p_name) const;
	bool find_signal(const StringName &p_name) const;
	Variant *get_static_values() { return static_values.ptr(); }
	const HashMap<StringName, GDScriptFunction *> &get_member_functions() const { return functions; }
	GDScriptFunction *find_own_function(const StringName &p_name) const;
	const Vector<StringName> &get_member_order() const { return member_order; }
	bool is_hooked_get() const { return hooked_get; }
	bool is_hooked_set() const { return hooked_set; }
	void init_statics(); // Bases and dependencies first; once per compilation.
	// Makes the native object, the instance, and runs the constructor. Null Variant with r_error set when it cannot be made.
	Variant create_instance(const Variant **p_args, int p_argcount, Callable::CallError &r_error);
	// Breaks reference cycles at shut-down.
	void clear();

	// --- Script ---
	bool can_instantiate() const override;
	Ref<Script> get_base_script() const override;
	StringName get_global_name() const override { return global_name; }
	bool inherits_script(const Ref<Script> &p_script) const override;
	StringName get_instance_base_type() const override;
	ScriptInstance *instance_create(Object *p_object) override;
	bool instance_has(const Object *p_object) const override;
	bool has_source_code() const override { return !source.is_empty(); }
	String get_source_code() const override { return source; }
	void set_source_code(const String &p_code) override;
	Error reload(bool p_keep_state = false) override;
	bool is_tool() const override { return tool; }
	bool is_abstract() const override { return abstract; }
	ScriptLanguage *get_language() const override;
	bool has_method(const StringName &p_name) const override;
	bool has_static_method(const StringName &p_name) const override;
	int get_script_method_argument_count(const StringName &p_name, bool *r_valid = nullptr) const override;
	MethodInfo get_method_info(const StringName &p_name) const override;
	bool has_script_signal(const StringName &p_name) const override;
	void get_script_signal_list(LocalVector<MethodInfo> *p_list) const override;
	void get_script_method_list(LocalVector<MethodInfo> *p_list) const override;
	void get_script_property_list(LocalVector<PropertyInfo> *p_list) const override;
	bool get_property_default_value(const StringName &p_name, Variant &r_value) const override;
	int get_member_line(const StringName &p_name) const override;
	void get_constants(HashMap<StringName, Variant> *p_constants) override;
	void get_members(HashSet<StringName> *p_members) override;
	const Variant get_rpc_config() const override;
	Variant callp(const StringName &p_method, const Variant **p_args, int p_argcount, Callable::CallError &r_error) override;
};

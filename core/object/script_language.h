// Script, ScriptLanguage and ScriptServer: what the engine asks of a scripting language.
#pragma once

#include "core/object/resource.h"
#include "core/object/script_diagnostic.h"
#include "core/object/script_instance.h"
#include "core/templates/hash_map.h"
#include "core/templates/hash_set.h"
#include "core/templates/local_vector.h"
#include "core/templates/pair.h"

class Script : public Resource {
	GDCLASS(Script, Resource);

	TypedArray<Dictionary> _get_script_property_list() const;
	TypedArray<Dictionary> _get_script_method_list() const;
	TypedArray<Dictionary> _get_script_signal_list() const;
	Dictionary _get_script_constant_map();
	Variant _get_property_default_value(const StringName &p_property) const;

protected:
	static void _bind_methods();

public:
	virtual bool can_instantiate() const = 0;
	virtual Ref<Script> get_base_script() const = 0;
	virtual StringName get_global_name() const = 0; // Empty when it has no class_name.
	virtual bool inherits_script(const Ref<Script> &p_script) const = 0; // Equal counts.
	virtual StringName get_instance_base_type() const = 0; // The native class at its root.
	// Attaches a new instance to p_object (which takes ownership) and runs the constructor. Null, with the error reported, on failure.
	virtual ScriptInstance *instance_create(Object *p_object) = 0;
	virtual bool instance_has(const Object *p_object) const = 0;

	virtual bool has_source_code() const = 0;
	virtual String get_source_code() const = 0;
	virtual void set_source_code(const String &p_code) = 0;
	virtual Error reload(bool p_keep_state = false) = 0;
	virtual bool is_valid() const = 0; // Compiled without errors.
	virtual bool is_tool() const = 0;
	virtual bool is_abstract() const = 0;

	bool has_method(const StringName &p_method) const override = 0;
	virtual bool has_static_method(const StringName &p_method) const { return false; }
	virtual int get_script_method_argument_count(const StringName &p_method, bool *r_is_valid = nullptr) const = 0;
	virtual MethodInfo get_method_info(const StringName &p_method) const = 0;
	virtual bool has_script_signal(const StringName &p_signal) const = 0;
	virtual void get_script_signal_list(LocalVector<MethodInfo> *r_signals) const = 0;
	virtual void get_script_method_list(LocalVector<MethodInfo> *r_methods) const = 0;
	virtual void get_script_property_list(LocalVector<PropertyInfo> *r_properties) const = 0;
	virtual bool get_property_default_value(const StringName &p_property, Variant &r_value) const = 0;
	// What a stored variable starts with in every instance, so that files need not repeat it; a container is the caller's own. False:
	// there is no such variable, or code decides.
	virtual bool get_stored_default(const StringName &p_property, Variant &r_value) const { return false; }
	virtual void get_constants(HashMap<StringName, Variant> *r_constants) {}
	virtual void get_members(HashSet<StringName> *r_members) {}
	virtual int get_member_line(const StringName &p_member) const { return -1; }
	virtual const Variant get_rpc_config() const = 0;
	virtual ScriptLanguage *get_language() const = 0;
};

class ScriptLanguage : public Object {
	GDCLASS(ScriptLanguage, Object);

public:
	struct StackInfo {
		String file;
		String func;
		int line = 0;
	};

	virtual String get_name() const = 0;
	virtual String get_type() const = 0; // The class of its scripts.
	virtual String get_extension() const = 0;
	virtual void get_recognized_extensions(LocalVector<String> *p_extensions) const = 0;
	virtual void init() = 0;
	virtual void finish() = 0; // Drops every script; no script object is used afterwards.

	virtual Script *create_script() const = 0;
	virtual bool handles_global_class_type(const String &p_type) const { return false; }
	// The class_name in the file (empty if none), without compiling it.
	virtual String get_global_class_name(const String &p_path, String *r_base_type = nullptr, bool *r_is_abstract = nullptr, bool *r_is_tool = nullptr) const { return String(); }
	virtual void add_global_constant(const StringName &p_name, const Variant &p_value) = 0;
	virtual void add_named_global_constant(const StringName &p_name, const Variant &p_value) {}
	virtual void remove_named_global_constant(const StringName &p_name) {}

	// Everything found in these files and what is wrong with what they need, without running anything. Each file is told once.
	virtual void check_files(const Vector<String> &p_paths, Vector<ScriptDiagnostic> *r_found) {}
	// The instructions that a file compiles to, as text; nothing of it is run.
	virtual Error disassemble(const String &p_path, String *r_text) { return ERR_UNAVAILABLE; }

	// The running calls of this thread, innermost first; empty when no script runs. Used for error reports.
	// p_limit: at most so many.
	virtual Vector<StackInfo> debug_get_current_stack_info(int p_limit = INT32_MAX) { return Vector<StackInfo>(); }
	// The member variables of the object whose method the p_level-th of those calls runs; nothing in static functions.
	virtual void debug_get_stack_level_members(int p_level, LocalVector<Pair<StringName, Variant>> *r_members) {}
	virtual void debug_get_globals(LocalVector<Pair<StringName, Variant>> *r_globals) {}

	virtual void thread_enter() {} // On every thread that will run scripts, and when it ends.
	virtual void thread_exit() {}
	virtual void frame() {} // Once a main loop iteration.
};

// All static. Changed by the main thread only, while no other thread runs scripts.
class ScriptServer {
public:
	static constexpr int MAX_LANGUAGES = 4;

	struct GlobalClass {
		StringName language;
		String path;
		StringName base;
		bool is_abstract = false;
		bool is_tool = false;
	};

private:
	static ScriptLanguage *languages[MAX_LANGUAGES];
	static int language_count;
	static bool scripting_enabled;
	static bool shows_warnings;
	static bool warnings_are_errors;
	static HashMap<StringName, GlobalClass> global_classes;

public:
	static void set_scripting_enabled(bool p_enabled) { scripting_enabled = p_enabled; }
	static bool is_scripting_enabled() { return scripting_enabled; }
	// Whether languages print what is doubtful in the scripts that they load. Said once, at the start.
	static void set_showing_warnings(bool p_shown) { shows_warnings = p_shown; }
	static bool is_showing_warnings() { return shows_warnings; }
	// Whether a script with a warning is refused.
	static void set_warnings_are_errors(bool p_enabled) { warnings_are_errors = p_enabled; }
	static bool are_warnings_errors() { return warnings_are_errors; }
	static int get_language_count() { return language_count; }
	static ScriptLanguage *get_language(int p_index);
	static ScriptLanguage *get_language_for_extension(const String &p_extension);
	static Error register_language(ScriptLanguage *p_language); // Not owned.
	static Error unregister_language(const ScriptLanguage *p_language);
	static void init_languages();
	static void finish_languages();
	static void thread_enter();
	static void thread_exit();

	static void add_global_class(const StringName &p_class, const StringName &p_base, const StringName &p_language, const String &p_path, bool p_is_abstract = false, bool p_is_tool = false);
	static void remove_global_class(const StringName &p_class);
	static void global_classes_clear();
	static bool is_global_class(const StringName &p_class);
	static StringName get_global_class_language(const StringName &p_class);
	static String get_global_class_path(const StringName &p_class);
	static StringName get_global_class_base(const StringName &p_class);
	static StringName get_global_class_native_base(const StringName &p_class);
	static bool is_global_class_abstract(const StringName &p_class);
	static void get_global_class_list(LocalVector<StringName> *r_classes); // Sorted.
};

// The language as the engine knows it: globals, native classes as values, all living scripts, the call stack.
#pragma once

#include "core/object/script_language.h"
#include "core/templates/hash_map.h"
#include "core/templates/hash_set.h"
#include "core/templates/spin_lock.h"
#include "modules/gdscript/runtime/gdscript.h"
#include "modules/gdscript/vm/gdscript_native_class.h"

class GDScriptLanguage : public ScriptLanguage {
	static GDScriptLanguage *singleton;

	HashMap<StringName, Variant> globals; // Autoloads and what add_global_constant() was given.
	HashMap<StringName, Ref<GDScriptNativeClass>> native_classes; // Made when first asked for.
	HashSet<GDScript *> scripts; // All that live.
	mutable SpinLock scripts_lock; // Threads load scripts, and let them go.
	bool finishing = false;

protected:
	static void _bind_methods() {}

public:
	static GDScriptLanguage *get_singleton() { return singleton; }

	Variant get_native_class(const StringName &p_name);
	void add_script(GDScript *p_script);
	void remove_script(GDScript *p_script);
	LocalVector<Ref<GDScript>> list_scripts() const;

	String get_name() const override { return "GDScript"; }
	String get_type() const override { return "GDScript"; }
	String get_extension() const override { return "gd"; }
	void get_recognized_extensions(LocalVector<String> *p_extensions) const override;
	void init() override {}
	void finish() override;
	void frame() override;
	Script *create_script() const override;
	bool handles_global_class_type(const String &p_type) const override { return p_type == "GDScript"; }
	String get_global_class_name(const String &p_path, String *r_base_type = nullptr, bool *r_is_abstract = nullptr, bool *r_is_tool = nullptr) const override;
	void add_global_constant(const StringName &p_name, const Variant &p_value) override;
	void add_named_global_constant(const StringName &p_name, const Variant &p_value) override;
	void remove_named_global_constant(const StringName &p_name) override;
	void check_files(const Vector<String> &p_paths, Vector<ScriptDiagnostic> *r_found) override;
	Error disassemble(const String &p_path, String *r_text) override;
	Vector<StackInfo> debug_get_current_stack_info(int p_limit = INT32_MAX) override;
	void debug_get_stack_level_members(int p_level, LocalVector<Pair<StringName, Variant>> *r_members) override;
	void debug_get_globals(LocalVector<Pair<StringName, Variant>> *r_globals) override;

	GDScriptLanguage();
	~GDScriptLanguage() override;
};

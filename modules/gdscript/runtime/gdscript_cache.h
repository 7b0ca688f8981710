// All script files that are in use: their syntax trees, their classes, and the order in which they are compiled.
#pragma once

#include "core/templates/hash_set.h"
#include "modules/gdscript/analysis/gdscript_unit.h"
#include "modules/gdscript/compiler/gdscript_class_host.h"
#include "modules/gdscript/runtime/gdscript.h"

#include <atomic>

// Files refer to each other in circles, so compiling goes in steps: a class exists as an empty script as soon as somebody names it, gets
// its interface when somebody derives from it, and its code last. Used by one thread at a time.
class GDScriptCache : public GDScriptDependencyResolver, public GDScriptClassHost {
	static GDScriptCache *singleton;

	HashMap<String, GDScriptUnit *> units; // Owned.
	HashMap<String, Ref<GDScript>> scripts; // The files' classes.
	HashMap<const GDScriptAST::ClassNode *, GDScriptClass *> class_scripts;
	LocalVector<GDScriptUnit *> retired_units; // Owned; trees of other files may still point into them.
	HashSet<GDScriptUnit *> compiled;
	HashSet<GDScriptUnit *> in_progress;
	HashSet<GDScript *> following; // Being compiled anew because of a base.
	LocalVector<GDScriptUnit *> pending; // Named by others, not compiled yet.

	// Trees go when nothing is compiled any more; where one is wanted again it is made from the text that was compiled.
	HashMap<String, String> compiled_sources; // Of files without a tree.
	std::atomic<uint32_t> compilations{ 0 }; // So far.
	// Of the thread that drops trees: how many there were when it last looked, and whether there may be trees.
	uint32_t seen_compilations = 0;
	bool may_have_trees = true;

	LocalVector<Ref<GDScriptClass>> uninitialized; // Compiled, but their static variables were not yet set.

	bool quiet = false;
	bool stress = false;

	void drop_trees();
	void link_class(GDScriptClass *p_script, GDScriptAST::ClassNode *p_class);
	void unlink_class(const GDScriptAST::ClassNode *p_class);
	void check_bases(GDScriptUnit *p_unit, GDScriptAST::ClassNode *p_class);
	Error compile_unit(GDScriptUnit *p_unit, GDScriptClass *p_script, bool p_keep_state);
	void compile_pending();
	void recompile_derived(GDScript *p_script);
	void recompile_outdated();
	void report(const GDScriptUnit *p_unit) const;
	void report_needed(const GDScriptUnit *p_unit);

public:
	static GDScriptCache *get_singleton() { return singleton; }

	// The script of a file, compiled. Null, with the errors printed, when there is no such file; a script with errors is not valid.
	Ref<GDScript> load(const String &p_path, Error &r_error, bool p_ignore_cache = false);
	// From the script's own source text.
	Error compile(GDScript *p_script, bool p_keep_state);
	void clear();
	// Once a frame, on one thread: frees all syntax trees when a frame has passed without compiling, and no thread is about to.
	void drop_trees_later();
	// Analyzes the files and all that they need. Of the latter only errors are found.
	void check(const Vector<String> &p_paths, Vector<ScriptDiagnostic> *r_found);
	// While on, nothing is printed of what is compiled, and no static variable gets its value.
	void set_quiet(bool p_quiet) { quiet = p_quiet; }
	// While on, every file that is loaded first is compiled anew at once, without any tree of before.
	void set_stress(bool p_stress) { stress = p_stress; }

	// --- GDScriptDependencyResolver ---
	GDScriptUnit *get_unit(const String &p_path) override;
	String get_global_class_path(const StringName &p_name) override;
	bool get_autoload(const StringName &p_name, String &r_path, bool &r_is_singleton) override;
	Ref<RefCounted> load_resource(const String &p_path, String &r_reason) override;
	Variant get_class_value(GDScriptAST::ClassNode *p_class) override;
	bool file_exists(const String &p_path) override;

	// --- GDScriptClassHost ---
	GDScriptClass *get_class_of(GDScriptAST::ClassNode *p_class) override;
	GDScriptClass *get_class_with_interface(GDScriptAST::ClassNode *p_class) override;
	void finish_analysis(GDScriptUnit *p_unit) override;
	Variant get_native_class(const StringName &p_name) override;
	Variant get_utility_callable(const StringName &p_name) override;
	int get_utility_number(const StringName &p_name) override;

	GDScriptCache() { singleton = this; }
	~GDScriptCache() override;
};

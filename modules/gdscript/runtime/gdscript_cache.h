// All script files that are in use: their syntax trees, their classes, and the order in which they are compiled.
#pragma once

#include "core/templates/hash_set.h"
#include "modules/gdscript/runtime/gdscript.h"
#include "modules/gdscript/syntax/gdscript_unit.h"

// Files refer to each other in circles, so compiling goes in steps: a class exists as an empty script as soon as somebody names it, gets
// its interface when somebody derives from it, and its code last. Used by one thread at a time.
class GDScriptCache : public GDScriptDependencyResolver {
	static GDScriptCache *singleton;

	HashMap<String, GDScriptUnit *> units; // Owned.
	HashMap<String, Ref<GDScript>> scripts; // The files' classes.
	HashMap<const GDScriptAST::ClassNode *, GDScript *> class_scripts;
	LocalVector<GDScriptUnit *> retired_units; // Owned; trees of other files may still point into them.
	HashSet<GDScriptUnit *> compiled;
	HashSet<GDScriptUnit *> in_progress;
	LocalVector<GDScriptUnit *> pending; // Named by others, not compiled yet.

	LocalVector<Ref<GDScript>> uninitialized; // Compiled, but their static variables were not yet set.

	void link_class(GDScript *p_script, GDScriptAST::ClassNode *p_class);
	void unlink_class(const GDScriptAST::ClassNode *p_class);
	Error compile_unit(GDScriptUnit *p_unit, GDScript *p_script, bool p_keep_state);
	void compile_pending();
	void recompile_derived(GDScript *p_script);
	static void report(const GDScriptUnit *p_unit);

public:
	static GDScriptCache *get_singleton() { return singleton; }

	// The script of a file, compiled. Null, with the errors printed, when there is no such file; a script with errors is not valid.
	Ref<GDScript> load(const String &p_path, Error &r_error, bool p_ignore_cache = false);
	// From the script's own source text.
	Error compile(GDScript *p_script, bool p_keep_state);
	// Checks a file without making it usable; prints its errors.
	Error check(const String &p_path);
	// The script object of a class, compiled or not.
	GDScript *get_script_of(GDScriptAST::ClassNode *p_class);
	// The same with its members known.
	GDScript *get_script_with_interface(GDScriptAST::ClassNode *p_class);
	// The whole analysis, unless it is under way.
	void finish_analysis(GDScriptUnit *p_unit);
	void clear();

	// --- GDScriptDependencyResolver ---
	GDScriptUnit *get_unit(const String &p_path) override;
	String get_global_class_path(const StringName &p_name) override;
	bool get_autoload(const StringName &p_name, String &r_path, bool &r_is_singleton) override;
	Ref<RefCounted> load_resource(const String &p_path, String &r_reason) override;
	Variant get_class_value(GDScriptAST::ClassNode *p_class) override;
	bool file_exists(const String &p_path) override;

	GDScriptCache() { singleton = this; }
	~GDScriptCache() override;
};

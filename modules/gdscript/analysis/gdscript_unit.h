// A parsed file on its way through the analyzer, and how it reaches the files it depends on.
#pragma once

#include "core/object/ref_counted.h"
#include "core/templates/vector.h"
#include "modules/gdscript/syntax/gdscript_source.h"

class GDScriptAnalyzer;
class GDScriptUnit;

// What the front end needs to know of the world outside the file. One implementation serves the running engine (script cache),
// another tests. All pointers it gives out live until the resolver is destroyed or forget() of the same path; a tree that depends
// on a unit must be dropped before or together with it.
class GDScriptDependencyResolver {
public:
	// The unit of the script at an absolute path, parsed (perhaps with errors); always the same while it lives. Creates it if
	// needed, never analyzes it: the analyzer advances foreign classes itself as far as it needs them. Null if there is no such
	// file.
	virtual GDScriptUnit *get_unit(const String &p_path) = 0;
	// The file that declares `class_name p_name`; empty if none does.
	virtual String get_global_class_path(const StringName &p_name) = 0;
	// Whether the project has an autoload of that name. r_is_singleton: it may be used by name.
	virtual bool get_autoload(const StringName &p_name, String &r_path, bool &r_is_singleton) = 0;
	// A resource that is not a GDScript, for preload(); null with a reason when it cannot be loaded.
	virtual Ref<RefCounted> load_resource(const String &p_path, String &r_reason) = 0;
	// The script object of a class as a constant value; it need not be compiled yet. Null Variant where there is none (tests).
	virtual Variant get_class_value(GDScriptAST::ClassNode *p_class) = 0;
	// The Callable of a global function used as a constant value (`const P = print`); null Variant where there is none.
	virtual Variant get_function_value(const StringName &) { return Variant(); }
	virtual bool file_exists(const String &p_path) = 0;
	virtual ~GDScriptDependencyResolver() {}
};

class GDScriptUnit : public GDScriptSource {
public:
	GDScriptDependencyResolver *resolver = nullptr;
	Vector<String> dependencies; // Paths of scripts and resources used, each once.

	// Each does what goes before it (parsing first), too, and does nothing the second time. ERR_PARSE_ERROR if this file has
	// errors; errors of files it depends on are reported in those files, and once here as "could not be resolved".
	Error resolve_inheritance();
	Error resolve_interface(); // Types of all members and signatures.
	Error resolve_body(); // Everything; what the compiler wants.
	// All of it, with warnings; the entry point for compiling.
	Error analyze() { return resolve_body(); }

	GDScriptAnalyzer &get_analyzer(); // For analyzers of other units.

	GDScriptUnit(const String &p_path, const String &p_source, GDScriptDependencyResolver *p_resolver);
	~GDScriptUnit();

private:
	GDScriptAnalyzer *analyzer = nullptr;
};

// One source file on its way through tokenizer, parser and analyzer, and how it reaches the files it depends on.
#pragma once

#include "core/error/error_list.h"
#include "core/object/ref_counted.h"
#include "core/templates/hash_map.h"
#include "core/templates/vector.h"
#include "modules/gdscript/syntax/gdscript_ast.h"

class GDScriptAnalyzer;
class GDScriptUnit;

// An error or a warning. Positions as in GDScriptAST::Node.
struct GDScriptDiagnostic {
	int line = 1;
	int column = 1;
	int end_line = 1; // One past the last character.
	int end_column = 1;
	String message; // What is wrong and how to mend it; one line, no position.
	StringName warning_name; // Of warnings, and of warnings raised to errors: as in the project settings.
};

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

class GDScriptUnit {
public:
	String path; // Absolute ("res://..."), or empty for scripts made at run time.
	String source;
	GDScriptArena arena;
	GDScriptAST::ClassNode *tree = nullptr; // Set by parse(), also when there were errors.
	GDScriptDependencyResolver *resolver = nullptr;
	bool is_tool = false;
	bool parsed = false;
	bool readable = false; // The parser found no errors; only then there is something to analyze.
	Vector<GDScriptDiagnostic> errors; // In order of position within each stage.
	Vector<GDScriptDiagnostic> warnings;
	Vector<String> dependencies; // Paths of scripts and resources used, each once.
	struct IgnoredWarning {
		int first_line;
		int last_line;
		int code; // GDScriptWarning::Code
	};
	Vector<IgnoredWarning> ignored_warnings;

	// Tokenizes and parses. OK or ERR_PARSE_ERROR; several errors are collected. Once only.
	Error parse();
	// Each does what goes before it, too, and does nothing the second time. ERR_PARSE_ERROR if this file has errors;
	// errors of files it depends on are reported in those files, and once here as "could not be resolved".
	Error resolve_inheritance();
	Error resolve_interface(); // Types of all members and signatures.
	Error resolve_body(); // Everything; what the compiler wants.
	// All of it, with warnings; the entry point for compiling.
	Error analyze() { return resolve_body(); }

	void add_error(const GDScriptAST::Node *p_node, const String &p_message);
	bool has_errors() const { return !errors.is_empty(); }
	// "path:line:column: message", then the source line and a caret line below it. p_diagnostic is one of ours.
	String format(const GDScriptDiagnostic &p_diagnostic, const char *p_label) const;
	String get_source_line(int p_line) const; // Without the line end; empty if there is none.

	GDScriptAnalyzer &get_analyzer(); // For analyzers of other units.

	GDScriptUnit(const String &p_path, const String &p_source, GDScriptDependencyResolver *p_resolver);
	~GDScriptUnit();
	GDScriptUnit(const GDScriptUnit &) = delete;
	void operator=(const GDScriptUnit &) = delete;

private:
	GDScriptAnalyzer *analyzer = nullptr;
};

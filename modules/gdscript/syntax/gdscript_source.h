// One source file with its syntax tree and what is wrong with it.
#pragma once

#include "core/error/error_list.h"
#include "core/templates/vector.h"
#include "modules/gdscript/syntax/gdscript_ast.h"
#include "modules/gdscript/syntax/gdscript_diagnostics.h"

// Parsed once; what comes after parsing is GDScriptUnit's.
class GDScriptSource {
public:
	String path; // Absolute ("res://..."), or empty for scripts made at run time.
	String source;
	GDScriptArena arena;
	GDScriptAST::ClassNode *tree = nullptr; // Set by parse(), also when there were errors.
	GDScriptUnit *unit = nullptr; // What the classes of the tree name as theirs; null where a file is only parsed.
	bool is_tool = false;
	bool parsed = false;
	bool is_empty = false; // Nothing but comments.
	bool readable = false; // The parser found no errors; only then there is something to analyze.
	GDScriptDiagnostics diagnostics;
	struct IgnoredWarning {
		int first_line;
		int last_line;
		int code; // GDScriptWarning::Code
	};
	Vector<IgnoredWarning> ignored_warnings;

	// Tokenizes and parses. OK or ERR_PARSE_ERROR; several errors are collected. Once only.
	Error parse();
	ScriptDiagnostic make_diagnostic(ScriptDiagnostic::Severity p_severity, const GDScriptAST::Node *p_node, const String &p_message) const;
	bool has_errors() const { return diagnostics.has_errors(); }
	// "path:line:column: label: message", then the source line and a caret line below it. p_diagnostic is one of ours.
	String format(const ScriptDiagnostic &p_diagnostic, const char *p_label) const;
	// The source line and the caret line alone.
	String format_excerpt(const ScriptDiagnostic &p_diagnostic) const;
	String get_source_line(int p_line) const; // Without the line end; empty if there is none.

	GDScriptSource(const String &p_path, const String &p_source) :
			path(p_path), source(p_source) {}
	GDScriptSource(const GDScriptSource &) = delete;
	void operator=(const GDScriptSource &) = delete;
};

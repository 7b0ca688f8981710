// Everything that was found in one file.
#pragma once

#include "core/object/script_diagnostic.h"

// The stages add in any order; what is read is in order of position. One thread at a time.
class GDScriptDiagnostics {
	Vector<ScriptDiagnostic> list;
	int error_count = 0;

public:
	// Past it the rest of the file is not reported on.
	static constexpr int MAX_ERRORS = 100;

	// One mistake, one message: a second error at the same place, and a warning of the same kind there, are dropped.
	void add(const ScriptDiagnostic &p_diagnostic);
	int get_error_count() const { return error_count; }
	bool has_errors() const { return error_count > 0; }
	Vector<ScriptDiagnostic> get_all() const;
	Vector<ScriptDiagnostic> get(ScriptDiagnostic::Severity p_severity) const;
};

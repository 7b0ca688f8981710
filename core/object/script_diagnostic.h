// What a script language has to say of a source file.
#pragma once

#include "core/string/string_name.h"
#include "core/string/ustring.h"
#include "core/templates/vector.h"

// Lines and columns count from 1, a tab is one column; the end is one past the last character.
struct ScriptDiagnostic {
	enum Severity : uint8_t {
		ERROR, // The file cannot be used.
		NOTICE, // A fault that is told always, although the file can be used.
		WARNING, // Told to who asks for it.
	};
	struct Note {
		int line = 1;
		int column = 1;
		String message;
	};

	Severity severity = ERROR;
	String path;
	int line = 1;
	int column = 1;
	int end_line = 1;
	int end_column = 1;
	StringName code; // What kind it is: for warnings (raised to errors, too) their name in the settings.
	String message; // What is wrong and how to mend it; one line, no position.
	Vector<Note> notes; // Other places of the same file that belong to it.
	bool has_fix = false;
	String fix; // With has_fix: what to put in the place of the span.

	String get_severity_name() const { return severity == ERROR ? "error" : (severity == WARNING ? "warning" : "notice"); }
};

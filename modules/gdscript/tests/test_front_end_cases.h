// Programs in folders: what must be refused and what must not.
#pragma once

#include "core/io/dir_access.h"
#include "core/os/os.h"
#include "core/string/print_string.h"
#include "modules/gdscript/tests/gdscript_front_end_support.h"

#include "tests/test_macros.h"

namespace TestGDScriptFrontEndCases {

// "name = refused" or "name = accepted" for every program, one a line, with a leading "> ".
inline HashMap<String, bool> read_verdicts(const String &p_file) {
	HashMap<String, bool> refused;
	for (const String &line : FileAccess::get_file_as_string(p_file).split("\n", false)) {
		refused.insert(line.trim_prefix("> ").get_slice(" = ", 0), line.get_slice(" = ", 1).strip_edges() == "refused");
	}
	return refused;
}

// ESTRAGON_REFUSED names a folder with cases/*.gd, lib/ and, beside it, FOLDER.out with the verdicts.
TEST_CASE("[GDScript][FrontEnd] Programs of a folder of cases are refused or accepted as recorded") {
	const String folder = OS::get_singleton()->get_environment("ESTRAGON_REFUSED");
	if (folder.is_empty()) {
		MESSAGE("ESTRAGON_REFUSED names no folder of cases; nothing compared.");
		return;
	}
	const HashMap<String, bool> verdicts = read_verdicts(folder + ".out");
	int right = 0;
	for (const auto &entry : verdicts) {
		GDScriptTestResolver resolver;
		resolver.root = folder;
		GDScriptUnit unit("", FileAccess::get_file_as_string(folder + "/cases/" + entry.key + ".gd"), &resolver);
		const bool refused = unit.analyze() != OK;
		const String why = unit.has_errors() ? unit.format(unit.diagnostics.get(ScriptDiagnostic::ERROR)[0], "error") : String();
		right += refused == entry.value;
		if (refused != entry.value) {
			print_error(entry.key + (entry.value ? String(" must be refused") : " must be accepted: " + why));
		}
	}
	CHECK_EQ(right, (int)verdicts.size());
}

} // namespace TestGDScriptFrontEndCases

// What is doubtful in a program that works: the programs of warning_cases, each a head "=== name" and its lines. A line that ends in
// "# warns: NAME NAME" has these warnings, every other line none. Only untyped.txt looks at untyped_declaration and inferred_declaration.
#pragma once

#include "core/config/project_settings.h"
#include "core/io/dir_access.h"
#include "modules/gdscript/analysis/gdscript_warning.h"
#include "modules/gdscript/tests/gdscript_front_end_support.h"

#include "tests/test_macros.h"

namespace TestGDScriptWarnings {

// All warnings are on while it lives.
class AllWarnings {
	Vector<Variant> before;

public:
	AllWarnings() {
		for (int i = 0; i < GDScriptWarning::CODE_MAX; i++) {
			const String path = GDScriptWarning::get_setting_path((GDScriptWarning::Code)i);
			before.push_back(ProjectSettings::get_singleton()->get_setting(path));
			ProjectSettings::get_singleton()->set_setting(path, (int)GDScriptWarning::WARN);
		}
	}
	~AllWarnings() {
		for (int i = 0; i < GDScriptWarning::CODE_MAX; i++) {
			ProjectSettings::get_singleton()->set_setting(GDScriptWarning::get_setting_path((GDScriptWarning::Code)i), before[i]);
		}
	}
};

inline String sorted_names(Vector<String> p_names) {
	p_names.sort();
	return String(" ").join(p_names);
}

inline void add_libraries(GDScriptTestResolver &r_resolver) {
	r_resolver.add_source("res://lib_base.gd",
			"class_name LibBase\nextends Node\nvar base_member = 1\nsignal base_signal\nfunc base_function(): base_signal.emit()\n"
			"func base_typed(a: int): return a\nfunc base_int() -> int: return 1\nstatic func base_static(): pass\nfunc base_coroutine(): await base_signal\n");
	r_resolver.add_source("res://lib_tool.gd", "@tool\nclass_name LibTool\nextends Node\n");
	r_resolver.add_global_class("LibBase", "res://lib_base.gd");
	r_resolver.add_global_class("LibTool", "res://lib_tool.gd");
}

// "line: names" of every line that has other warnings than it says.
inline String compare_warnings(const String &p_source, bool p_with_types) {
	GDScriptFrontEndProbe probe(p_source);
	add_libraries(probe.resolver);
	if (!probe.accepts()) {
		return "refused: " + probe.first_error();
	}
	const Vector<String> lines = p_source.split("\n");
	String differences;
	for (int i = 0; i < lines.size(); i++) {
		Vector<String> found;
		for (const ScriptDiagnostic &warning : probe.unit.diagnostics.get(ScriptDiagnostic::WARNING)) {
			const String name = warning.code;
			if (warning.line == i + 1 && (p_with_types || (name != "untyped_declaration" && name != "inferred_declaration"))) {
				found.push_back(name);
			}
		}
		const int at = lines[i].find("# warns: ");
		const Vector<String> expected = at < 0 ? Vector<String>() : lines[i].substr(at + 9).split(" ", false);
		if (sorted_names(found) != sorted_names(expected)) {
			differences += itos(i + 1) + ": " + sorted_names(found) + "; ";
		}
	}
	return differences;
}

TEST_CASE("[GDScript][Warnings] Every program has the warnings that its lines name, and no others") {
	const AllWarnings warnings;
	const String folder = String(__FILE__).get_base_dir().path_join("warning_cases");
	int count = 0;
	for (const String &file : DirAccess::get_files_at(folder)) {
		const Vector<String> cases = FileAccess::get_file_as_string(folder.path_join(file)).split("=== ", false);
		for (const String &text : cases) {
			const String name = file + ", " + text.get_slice("\n", 0) + ": ";
			CHECK_EQ(name + compare_warnings(text.substr(text.find("\n") + 1), file == "untyped.txt"), name);
			count++;
		}
	}
	CHECK_GE(count, 1000);
}

TEST_CASE("[GDScript][Warnings] A level raises a warning to an error or silences it; addons are excluded") {
	const AllWarnings warnings;
	ProjectSettings *settings = ProjectSettings::get_singleton();
	const String source = "func f():\n\tvar x = 1\n";
	settings->set_setting("debug/gdscript/warnings/unused_variable", (int)GDScriptWarning::ERROR);
	settings->set_setting("debug/gdscript/warnings/untyped_declaration", (int)GDScriptWarning::IGNORE);
	CHECK_EQ(GDScriptFrontEndProbe(source, "res://a.gd").first_error().get_slice(":", 0), "2");
	GDScriptFrontEndProbe addon(source, "res://addons/x/a.gd");
	CHECK(addon.accepts());
	CHECK_EQ(addon.warnings(), "");
	const Variant rules = settings->get_setting("debug/gdscript/warnings/directory_rules");
	settings->set_setting("debug/gdscript/warnings/directory_rules", Dictionary());
	CHECK_FALSE(GDScriptFrontEndProbe(source, "res://addons/x/a.gd").accepts());
	settings->set_setting("debug/gdscript/warnings/directory_rules", rules);
	settings->set_setting("debug/gdscript/warnings/enable", false);
	CHECK(GDScriptFrontEndProbe(source, "res://a.gd").accepts());
	settings->set_setting("debug/gdscript/warnings/enable", true);
}

} // namespace TestGDScriptWarnings

// Runs every script of scripts/ and compares what it prints and reports with what its comments expect:
//   # expect: TEXT            the next printed line
//   # expect error: TEXT      the next error reported while running contains TEXT
//   # expect refused: TEXT    the script does not compile, and an error contains TEXT
#pragma once

#include "core/io/dir_access.h"
#include "core/io/file_access.h"
#include "modules/gdscript/tests/gdscript_run_support.h"

namespace TestGDScriptGoldens {

struct Expectations {
	Vector<String> printed;
	Vector<String> errors;
	Vector<String> refused;

	explicit Expectations(const String &p_source) {
		for (const String &line : p_source.split("\n")) {
			read(line, "# expect: ", printed);
			read(line, "# expect error: ", errors);
			read(line, "# expect refused: ", refused);
		}
	}
	static void read(const String &p_line, const char *p_mark, Vector<String> &r_list) {
		const int at = p_line.find(p_mark);
		if (at >= 0) {
			r_list.push_back(p_line.substr(at + String(p_mark).length()).strip_edges(false, true));
		}
	}
};

inline bool contains_in_order(const Vector<String> &p_wanted, const Vector<String> &p_found) {
	if (p_wanted.size() != p_found.size()) {
		return false;
	}
	for (int i = 0; i < int(p_wanted.size()); i++) {
		if (!p_found[i].contains(p_wanted[i])) {
			return false;
		}
	}
	return true;
}

inline void check_script(const String &p_path) {
	const String source = FileAccess::get_file_as_string(p_path);
	const Expectations expected(source);
	INFO(p_path);
	GDScriptTestOutput output;
	const Ref<GDScript> script = compile_source(source);
	if (!expected.refused.is_empty()) {
		CHECK(script.is_null());
		CHECK_MESSAGE(String("\n").join(output.errors).contains(expected.refused[0]), String("\n").join(output.errors));
		return;
	}
	CHECK_MESSAGE(script.is_valid(), String("\n").join(output.errors));
	if (script.is_null()) {
		return;
	}
	for (const KeyValue<StringName, GDScriptFunction *> &entry : script->get_member_functions()) {
		CHECK_EQ(gdscript_verify(entry.value), "");
	}
	{
		Callable::CallError error;
		const Variant instance = script->create_instance(nullptr, 0, error);
		Object *object = instance.get_validated_object();
		REQUIRE(object != nullptr);
		object->callp("run", nullptr, 0, error);
	}
	CHECK_EQ(String("\n").join(output.printed), String("\n").join(expected.printed));
	CHECK_MESSAGE(contains_in_order(expected.errors, output.errors), String("\n").join(output.errors));
}

TEST_CASE("[GDScript][Golden] Every script prints what its comments expect") {
	const String folder = String(__FILE__).get_base_dir().path_join("scripts");
	const Ref<DirAccess> dir = DirAccess::open(folder);
	if (dir.is_null()) {
		MESSAGE("The scripts are not here: run the tests from the root of the source tree.");
		return;
	}
	int count = 0;
	for (const String &area : dir->get_directories()) {
		if (area == "front_end") {
			continue; // Has expectations of its own: several errors a script, with their lines.
		}
		const Ref<DirAccess> scripts = DirAccess::open(folder.path_join(area));
		REQUIRE(scripts.is_valid());
		for (const String &file : scripts->get_files()) {
			if (file.ends_with(".gd")) {
				check_script(folder.path_join(area).path_join(file));
				count++;
			}
		}
	}
	CHECK_GE(count, 150);
}

} // namespace TestGDScriptGoldens

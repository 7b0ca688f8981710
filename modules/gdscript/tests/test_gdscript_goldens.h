// Runs every script of scripts/ and compares what it prints and reports with what its comments expect:
//   # expect: TEXT            the next printed line
//   # expect error: TEXT      the next error reported while running contains TEXT
//   # expect refused: TEXT    the script does not compile, and its next error contains TEXT
// An error that is expected behind code must be reported for that line.
#pragma once

#include "core/io/dir_access.h"
#include "core/io/file_access.h"
#include "modules/gdscript/tests/gdscript_run_support.h"

namespace TestGDScriptGoldens {

struct Expectations {
	struct Error {
		String text;
		int line; // 0: any.
	};
	Vector<String> printed;
	Vector<Error> errors;
	Vector<Error> refused;

	explicit Expectations(const String &p_source) {
		int number = 0;
		for (const String &line : p_source.split("\n")) {
			number++;
			String text;
			bool beside_code = false;
			if (read(line, "# expect: ", text, beside_code)) {
				printed.push_back(text);
			} else if (read(line, "# expect error: ", text, beside_code)) {
				errors.push_back({ text, beside_code ? number : 0 });
			} else if (read(line, "# expect refused: ", text, beside_code)) {
				refused.push_back({ text, beside_code ? number : 0 });
			}
		}
	}
	static bool read(const String &p_line, const char *p_mark, String &r_text, bool &r_beside_code) {
		const int at = p_line.find(p_mark);
		if (at < 0) {
			return false;
		}
		r_text = p_line.substr(at + String(p_mark).length()).strip_edges(false, true);
		r_beside_code = !p_line.substr(0, at).strip_edges().is_empty();
		return true;
	}
};

// What is wrong, or nothing.
inline String compare_errors(const Vector<Expectations::Error> &p_wanted, const GDScriptTestOutput &p_output) {
	const int count = int(p_output.errors.size());
	for (int i = 0; i < MAX(count, int(p_wanted.size())); i++) {
		if (i >= count) {
			return "not reported: " + p_wanted[i].text;
		}
		if (i >= int(p_wanted.size()) || !p_output.errors[i].contains(p_wanted[i].text)) {
			return "line " + itos(p_output.error_lines[i]) + " reports: " + p_output.errors[i];
		}
		if (p_wanted[i].line && p_output.error_lines[i] && p_wanted[i].line != p_output.error_lines[i]) {
			return "expected on line " + itos(p_wanted[i].line) + ", but line " + itos(p_output.error_lines[i]) + " reports: " + p_output.errors[i];
		}
	}
	return String();
}

inline void check_script(const String &p_path) {
	const String source = FileAccess::get_file_as_string(p_path);
	const Expectations expected(source);
	INFO(p_path);
	GDScriptTestOutput output;
	const Ref<GDScript> script = compile_source(source);
	if (!expected.refused.is_empty()) {
		CHECK(script.is_null());
		CHECK_EQ(compare_errors(expected.refused, output), "");
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
		if (!object->is_ref_counted()) {
			memdelete(object);
		}
	}
	CHECK_EQ(String("\n").join(output.printed), String("\n").join(expected.printed));
	CHECK_EQ(compare_errors(expected.errors, output), "");
}

TEST_CASE("[GDScript][Golden] Every script prints what its comments expect") {
	const String folder = String(__FILE__).get_base_dir().path_join("scripts");
	const Ref<DirAccess> dir = DirAccess::open(folder);
	REQUIRE_MESSAGE(dir.is_valid(), "The scripts are not here: run the tests from the root of the source tree.");
	int count = 0;
	for (const String &area : dir->get_directories()) {
		const Ref<DirAccess> scripts = DirAccess::open(folder.path_join(area));
		REQUIRE(scripts.is_valid());
		for (const String &file : scripts->get_files()) {
			if (file.ends_with(".gd")) {
				check_script(folder.path_join(area).path_join(file));
				count++;
			}
		}
	}
	CHECK_GE(count, 800);
}

} // namespace TestGDScriptGoldens

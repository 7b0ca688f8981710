// Files that use the classes of files with errors.
#pragma once

#include "modules/gdscript/runtime/gdscript_language.h"
#include "modules/gdscript/tests/gdscript_run_support.h"

namespace TestGDScriptDependencies {

// What is wrong stands in a function that nobody calls, in a type, in an initial value.
const char *const spoilt_files[] = {
	"const K := 3\nenum E { A = 7 }\nstatic var held := 1\nstatic func st(): return 1\nfunc f():\n\treturn Nowhere.x\n",
	"const K := 3\nenum E { A = 7 }\nstatic var held := 1\nstatic func st(): return 1\nvar v: Nowhere\n",
	"const K := 3\nenum E { A = 7 }\nstatic var held := 1\nstatic func st(): return 1\nvar v := Nowhere.y\n",
	"const K := 3\nenum E { A = 7 }\nstatic var held := 1\nstatic func st(): return 1\nfunc f():\n\tvar q: int = \"s\"\n\treturn q\n",
};

TEST_CASE("[GDScript][Dependencies] What names the class of a file with errors compiles, whichever was loaded first") {
	const String user_source = "const Spoilt = preload(\"res:/spoilt.gd\")\nvar typed: Spoilt\nsignal told(by: Spoilt)\n"
							   "static func take(x: Spoilt) -> Spoilt: return x\n"
							   "static func run(): return [Spoilt.K, Spoilt.E.A, take(null)]\n"
							   "static func ask():\n\tSpoilt.st()\n\tprint(\"not reached\")\n"
							   "static func make():\n\tSpoilt.new()\n\tprint(\"not reached\")\n"
							   "static func read():\n\tprint(Spoilt.held)\n"
							   "static func write():\n\tSpoilt.held = 2\n\tprint(\"not reached\")\n"
							   "static func add():\n\tSpoilt.held += 2\n\tprint(\"not reached\")\n";
	for (const char *source : spoilt_files) {
		for (const bool first : { false, true }) {
			INFO(String(source));
			GDScriptTestOutput output;
			const ScriptFiles files;
			files.write("spoilt.gd", source);
			if (first) {
				files.load("spoilt.gd", source);
			}
			const Ref<GDScript> user = files.load("user.gd", user_source);
			REQUIRE(user.is_valid());
			REQUIRE(user->is_valid());
			CHECK_EQ(int(output.errors.size()), 1); // Told once, where it is.
			CHECK_EQ(call_on(user, "run").stringify(), "[3, 7, <null>]");
			for (const char *method : { "ask", "make", "read", "write", "add" }) {
				const int64_t before = output.errors.size();
				call_on(user, method);
				CHECK_GT(output.errors.size(), before);
			}
			CHECK(output.printed.is_empty());
		}
	}
}

TEST_CASE("[GDScript][Dependencies] Nothing extends the class of a file with errors, however far away, whichever was loaded first") {
	for (const char *source : spoilt_files) {
		for (const bool first : { false, true }) {
			INFO(String(source));
			GDScriptTestOutput output;
			const ScriptFiles files;
			files.write("spoilt.gd", source);
			files.write("between.gd", "extends \"res:/spoilt.gd\"\n");
			if (first) {
				files.load("spoilt.gd", source);
			}
			const Ref<GDScript> user = files.load("user.gd", "class Inner extends \"res:/between.gd\":\n\tpass\n");
			CHECK((user.is_null() || !user->is_valid()));
		}
	}
}

TEST_CASE("[GDScript][Dependencies] A file that cannot be read as a script, or whose base is missing, is no class") {
	for (const char *source : { "func f(:\n", "extends Nowhere\n" }) {
		GDScriptTestOutput output;
		const ScriptFiles files;
		files.load("spoilt.gd", source);
		const Ref<GDScript> user = files.load("user.gd", "const Spoilt = preload(\"res:/spoilt.gd\")\nvar typed: Spoilt\n");
		CHECK((user.is_null() || !user->is_valid()));
	}
}

TEST_CASE("[GDScript][Dependencies] What class a file is, is looked for in its first megabyte, and not in devices") {
	const GDScriptLanguage *language = GDScriptLanguage::get_singleton();
	const Ref<DirAccess> folder = DirAccess::create_temp("estragon-test");
	const String path = folder->get_current_dir().path_join("head.gd");
	const String comments = String("# nothing\n").repeat(100);
	FileAccess::save_text(path, comments + "class_name Near\n");
	CHECK_EQ(language->get_global_class_name(path), "Near");
	FileAccess::save_text(path, comments.repeat(3000) + "class_name Far\n");
	CHECK_EQ(language->get_global_class_name(path), "");
	CHECK_EQ(language->get_global_class_name("/dev/zero"), "");
}

} // namespace TestGDScriptDependencies

// Programs that nobody trusts: budgets, and programs of scripts/ with changes that make no sense.
#pragma once

#include "core/math/random_pcg.h"
#include "core/os/os.h"
#include "modules/gdscript/tests/gdscript_budgeted_run.h"
#include "modules/gdscript/tests/gdscript_run_support.h"

namespace TestGDScriptBudget {

constexpr uint64_t MEGABYTE = 1024 * 1024;

TEST_CASE("[GDScript][Budget] Programs that do not end are ended, with one report") {
	const char *const programs[] = {
		"func run():\n\twhile true: pass\n",
		"func run(): again()\nfunc again():\n\tfor i in 1000000000000: pass\n\twhile true: again()\n",
		"static var x = spin()\nstatic func spin():\n\twhile true: pass\nfunc run(): spin()\n",
		"func run():\n\tvar f = func(): return 1\n\twhile f.call(): pass\n",
	};
	for (const char *program : programs) {
		INFO(program);
		GDScriptTestOutput output;
		const GDScriptBudgetedRun run = gdscript_run_with_budget(program, 10000, 100 * MEGABYTE);
		CHECK(run.compiled);
		CHECK(run.used_up);
		CHECK_EQ(int(output.errors.size()), 1);
	}
	CHECK_EQ(run_source("func run():\n\tvar n = 0\n\tfor i in 20000: n += i\n\treturn n"), Variant(199990000)); // No budget is left behind.
}

TEST_CASE("[GDScript][Budget] Memory has an end before the instructions do") {
	GDScriptTestOutput output;
	const GDScriptBudgetedRun run = gdscript_run_with_budget("func run():\n\tvar t = [0]\n\twhile true:\n\t\tif t.size() < 4000000: t = t + t\n\t\telse: t = [t, t + t]\n", 1000000000, 50 * MEGABYTE);
	CHECK(run.compiled);
	CHECK(run.used_up);
	CHECK_EQ(int(output.errors.size()), 1);
}

TEST_CASE("[GDScript][Budget] What reaches beyond the program is told by its words") {
	CHECK(gdscript_is_harmless("extends Node\nfunc run(): print(RegEx.new())"));
	CHECK_FALSE(gdscript_is_harmless("func run(): OS.execute(\"x\", [])"));
	CHECK_FALSE(gdscript_is_harmless("var f = load"));
	CHECK_FALSE(gdscript_is_harmless("func run(): return FileAccess"));
}

inline Vector<String> harmless_programs() {
	const String folder = String(__FILE__).get_base_dir().path_join("scripts");
	Vector<String> programs;
	for (const String &area : DirAccess::get_directories_at(folder)) {
		for (const String &file : DirAccess::get_files_at(folder.path_join(area))) {
			const String source = FileAccess::get_file_as_string(folder.path_join(area).path_join(file));
			if (gdscript_is_harmless(source)) {
				programs.push_back(source);
			}
		}
	}
	return programs;
}

// Takes lines out, doubles them, and exchanges words with those of another program.
inline String change(const String &p_source, const String &p_other, RandomPCG &r_random) {
	Vector<String> lines = p_source.split("\n");
	const Vector<String> others = p_other.split("\n");
	for (uint32_t i = r_random.rand() % 4 + 1; i > 0 && !lines.is_empty(); i--) {
		const int at = int(r_random.rand() % uint32_t(lines.size()));
		const String other = others[int(r_random.rand() % uint32_t(others.size()))];
		switch (r_random.rand() % 4) {
			case 0:
				lines.remove_at(at);
				break;
			case 1:
				lines.insert(at, lines[at]);
				break;
			case 2:
				lines.insert(at, other);
				break;
			default: {
				const Vector<String> words = lines[at].split(" ");
				const Vector<String> new_words = other.split(" ");
				lines.write[at] = lines[at].replace(words[int(r_random.rand() % uint32_t(words.size()))], new_words[int(r_random.rand() % uint32_t(new_words.size()))]);
			} break;
		}
	}
	return String("\n").join(lines);
}

TEST_CASE("[GDScript][Budget] Programs with changes that make no sense compile to sound code or not at all") {
	const Vector<String> programs = harmless_programs();
	REQUIRE_GT(programs.size(), 300);
	RandomPCG random(1);
	GDScriptTestOutput output;
	int compiled = 0;
	const String wanted = OS::get_singleton()->get_environment("ESTRAGON_CHANGED_PROGRAMS");
	const int count = wanted.is_empty() ? 500 : wanted.to_int();
	for (int i = 0; i < count; i++) {
		const String &source = programs[int(random.rand() % uint32_t(programs.size()))];
		const String &other = programs[int(random.rand() % uint32_t(programs.size()))];
		const String changed = change(source, other, random);
		if (!gdscript_is_harmless(changed)) {
			continue;
		}
		const GDScriptBudgetedRun run = gdscript_run_with_budget(changed, 20000, 200 * MEGABYTE);
		CHECK_MESSAGE(run.problem.is_empty(), (run.problem + "\n" + changed));
		compiled += run.compiled;
	}
	CHECK_GT(compiled, 0);
}

} // namespace TestGDScriptBudget

// Source text of scripts, compiled, verified and run, with a budget of instructions and memory.
#include "core/object/message_queue.h"
#include "core/object/script_language.h"
#include "core/string/print_string.h"
#include "modules/gdscript/tests/gdscript_budgeted_run.h"
#include "tests/fuzz/fuzz_support.h"

#include <cstdio>

namespace {

constexpr uint64_t INSTRUCTIONS = 20000;
constexpr uint64_t BYTES = 256 * 1024 * 1024;

} // namespace

extern "C" int LLVMFuzzerInitialize(int *, char ***) {
	static OS_Linux os;
	Main::setup_types();
	ScriptServer::init_languages();
	set_error_printing(false);
	set_print_line_enabled(false);
	return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *p_data, size_t p_size) {
	const String source = fuzz_text(p_data, p_size);
	if (!gdscript_is_harmless(source)) {
		return 0;
	}
	const GDScriptBudgetedRun run = gdscript_run_with_budget(source, INSTRUCTIONS, BYTES);
	if (!run.problem.is_empty()) {
		fputs(run.problem.utf8().get_data(), stderr);
	}
	CRASH_COND(!run.problem.is_empty());
	const GDScriptBudget nothing(0, BYTES); // What was put off only reaches the engine.
	MessageQueue::get_singleton()->flush();
	return 0;
}

// The entry point in a browser: main() returns at once, the page's frames drive Main::iteration().
#include "core/main/main.h"
#include "platform/web/os_web.h"

#include <emscripten/emscripten.h>

extern "C" {
void estragon_js_run_main_loop();
void estragon_js_exit(int p_code);

// One frame. 0 when the program has ended.
EMSCRIPTEN_KEEPALIVE int estragon_iteration() {
	if (!Main::iteration()) {
		return 1;
	}
	const int code = OS::get_singleton()->get_exit_code();
	Main::cleanup();
	estragon_js_exit(code);
	return 0;
}
}

int main(int p_argc, char **p_argv) {
	static OS_Web os; // The program outlives main().
	if (Main::setup(p_argc, p_argv) == Main::STEP_CONTINUE && Main::start() == Main::STEP_CONTINUE) {
		estragon_js_run_main_loop();
		return 0;
	}
	const int code = os.get_exit_code();
	Main::cleanup();
	estragon_js_exit(code);
	return code;
}

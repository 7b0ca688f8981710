// The entry point in a browser: main() returns at once, the page's frames drive Main::iteration().
#include "core/main/known_facts_source.h"
#include "core/main/main.h"
#include "platform/web/controls_web.h"
#include "platform/web/os_web.h"

#include <emscripten/emscripten.h>

extern "C" {
void estragon_js_run_main_loop();
void estragon_js_exit(int p_code);
int estragon_js_fetch_facts(); // Their size; 0: they cannot be had.
void estragon_js_take_facts(uint8_t *r_bytes);

// One frame. 0 when the program has ended.
EMSCRIPTEN_KEEPALIVE int estragon_iteration() {
	WebControls::take_events();
	const bool ends = Main::iteration();
	WebControls::show();
	if (!ends) {
		return 1;
	}
	const int code = OS::get_singleton()->get_exit_code();
	WebControls::close();
	Main::cleanup();
	estragon_js_exit(code);
	return 0;
}
}

// The facts of classes that are only known by name lie beside the page's other files; only a program that names such a class fetches them.
static bool fetch_facts(Vector<uint8_t> &r_packed) {
	const int size = estragon_js_fetch_facts();
	if (size <= 0) {
		return false;
	}
	r_packed.resize(size);
	estragon_js_take_facts(r_packed.ptrw());
	return true;
}

int main(int p_argc, char **p_argv) {
	fetch_known_facts = fetch_facts;
	static OS_Web os; // The program outlives main().
	if (Main::setup(p_argc, p_argv) == Main::STEP_CONTINUE && Main::start() == Main::STEP_CONTINUE) {
		WebControls::open(os.get_main_loop());
		estragon_js_run_main_loop();
		return 0;
	}
	const int code = os.get_exit_code();
	Main::cleanup();
	estragon_js_exit(code);
	return code;
}

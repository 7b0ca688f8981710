// Start-up, the main loop and shutdown, in the order that the layers need. The platform's entry point calls these.
#pragma once

#include "core/main/export_order.h"

class Main {
public:
	enum Step {
		STEP_CONTINUE, // Go on with start().
		STEP_DONE, // Asked for something that ends here (help, version, tests …); the exit code is set.
	};

	// Everything up to registered classes and the opened project. The platform's OS object must exist; p_argv[0] is the program.
	static Step setup(int p_argc, const char *const *p_argv);
	// Only the registered classes: for tools and fuzzers that bring their own main(). cleanup() undoes it.
	static void setup_types();
	// Makes the main loop, loads the script or scene, runs its initialisation. STEP_DONE: failed, reported, exit code set.
	static Step start();
	// Sleeps until there is something to do, then runs one frame. True when the program should end.
	static bool iteration();
	// Ends what setup() and start() began, in reverse; safe after any of them returned.
	static void cleanup();

	// Who exports; null in builds that cannot.
	static RunExport run_export;

	// Async-signal-safe and callable from any thread: asks the main loop to end as SIGTERM does.
	static void request_close();
	static bool is_close_requested(); // And not yet told to the main loop: what runs long before it should give up.
	// From any thread: the user sees the program no more, or again. The main loop is told before its next frame.
	static void request_pause(bool p_paused);
};

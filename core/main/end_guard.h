// EndGuard: a program that was asked to end ends, whatever its scripts do.
#pragma once

// When the program is asked to end, every stage of the ending has a time limit. Past it the scripts that hold the stage up are
// interrupted; when even that does not help (native code is stuck), the process ends. Until asked, nothing is limited. All static.
class EndGuard {
public:
	enum Stage {
		STAGE_RUNNING, // The main loop has not noticed yet.
		STAGE_CLOSING, // The main thread runs the handlers of the end.
		STAGE_JOINING, // The main thread waits for others.
	};
	static constexpr int RUNNING_SECONDS = 2;
	static constexpr int ENDING_SECONDS = 3; // For each later stage,
	static constexpr int HURRIED_SECONDS = 1; // but so much once anything had to be interrupted,
	static constexpr int STUCK_SECONDS = 2; // and so much for an interruption to work.
	static constexpr int EXIT_CODE = 143; // As the shell names the end by SIGTERM.

	// The platform's timer: on_timer() after so many seconds; 0 stops it. Async-signal-safe. Null where there is none.
	static void (*set_timer)(unsigned int p_seconds);
	// Writes to stderr. Async-signal-safe. May be null.
	static void (*write_error)(const char *p_text);

	static void begin(); // The program is asked to end. Async-signal-safe.
	static void on_timer(); // Async-signal-safe.
	// From the main thread: it got so far, and scripts run again.
	static void enter(Stage p_stage);
	static void leave(); // It has ended, or goes on after all.
};

// Refuses new tasks and threads, drops what has not begun, then waits for all that runs scripts. Without having been asked to end,
// tasks get all the time they want; threads that wait for what cannot come any more, and those that take very long, are interrupted.
void join_script_threads();

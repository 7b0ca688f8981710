// ScriptInterrupt: ends scripts that do not return although the program must end, and wakes those that sleep.
#pragma once

#include "core/os/condition_variable.h"

#include <atomic>

// While a thread is interrupted, script functions on it return at their next instruction, with one report, and every wait() and sleep
// ends at once. All static; callable from any thread.
class ScriptInterrupt {
public:
	enum Who : uint32_t {
		NOBODY = 0,
		MAIN_THREAD = 1,
		OTHER_THREADS = 2,
	};
	// Told when the first interruption begins and when the last one ends. Must be async-signal-safe.
	using Hook = void (*)(bool p_active);

	static void set_hook(Hook p_hook) { hook = p_hook; }
	// Async-signal-safe. Threads that wait already notice within a moment (the main thread) or with the next wake_blocked().
	static void interrupt(uint32_t p_who);
	static void clear();
	static bool is_active() { return interrupted.load(std::memory_order_relaxed) != NOBODY; }
	static bool is_interrupted(); // The calling thread.
	static uint32_t get_number() { return number.load(std::memory_order_relaxed); } // How many interruptions there were, for reports.

	// As ConditionVariable::wait(); false when the thread is interrupted, or else on a wake-up, which may be spurious.
	static bool wait(const ConditionVariable &p_condition, const BinaryMutex &p_mutex);
	static void sleep(uint64_t p_usec); // Cut short by an interruption.
	// Wakes the other threads that are in wait(). To be repeated until they are gone.
	static void wake_blocked();
	// How many threads other than the main one are in wait().
	static int get_blocked_count();

private:
	static std::atomic<uint32_t> interrupted;
	static std::atomic<uint32_t> number;
	static Hook hook;
};

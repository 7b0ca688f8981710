// EndGuard: see the header.
#include "core/main/end_guard.h"

#include "core/error/error_macros.h"
#include "core/os/os.h"
#include "core/os/script_interrupt.h"
#include "core/os/thread_bindings.h"
#include "core/os/worker_thread_pool.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>

void (*EndGuard::set_timer)(unsigned int p_seconds) = nullptr;
void (*EndGuard::write_error)(const char *p_text) = nullptr;

namespace {

std::atomic<bool> asked{ false };
std::atomic<int> current_stage{ EndGuard::STAGE_RUNNING };
std::atomic<bool> struck{ false }; // This stage was interrupted.
std::atomic<bool> hurried{ false }; // Any was.

void start_timer(int p_seconds) {
	if (EndGuard::set_timer) {
		EndGuard::set_timer((unsigned int)p_seconds);
	}
}

[[noreturn]] void end_at_once(int p_exit_code) {
	static const char TEXT[] = "ERROR: The program was to end, but native code does not return: it ends now, without cleaning up.\n";
	if (EndGuard::write_error) {
		EndGuard::write_error(TEXT);
	}
	std::_Exit(p_exit_code);
}

} // namespace

void EndGuard::begin() {
	if (!asked.exchange(true) && current_stage.load() == STAGE_RUNNING) {
		start_timer(RUNNING_SECONDS);
	} else {
		start_timer(ENDING_SECONDS);
	}
}

void EndGuard::on_timer() {
	if (!asked.load()) {
		return;
	}
	if (struck.exchange(true)) {
		end_at_once(EXIT_CODE);
	}
	hurried.store(true);
	ScriptInterrupt::interrupt(current_stage.load() == STAGE_JOINING ? ScriptInterrupt::OTHER_THREADS : ScriptInterrupt::MAIN_THREAD);
	start_timer(STUCK_SECONDS);
}

void EndGuard::enter(Stage p_stage) {
	current_stage.store(p_stage);
	struck.store(false);
	ScriptInterrupt::clear();
	if (asked.load()) {
		start_timer(hurried.load() ? HURRIED_SECONDS : ENDING_SECONDS);
	}
}

void EndGuard::leave() {
	start_timer(0);
	asked.store(false);
	struck.store(false);
	hurried.store(false);
	current_stage.store(STAGE_RUNNING);
	ScriptInterrupt::clear();
}

namespace {

struct Busy {
	int threads = 0; // Script threads.
	int tasks = 0; // Threads of the pool that are inside one.
	int total() const { return threads + tasks; }
};

Busy count_busy() {
	Busy busy;
	busy.threads = core_bind::Thread::get_alive_count();
	busy.tasks = WorkerThreadPool::get_singleton()->get_busy_count();
	return busy;
}

// Returns once nothing runs.
void wait_for_all() {
	constexpr uint64_t STEP_USEC = 1000;
	constexpr uint64_t PATIENCE_USEC = 5 * 1000 * 1000; // For threads; the pool's tasks have more.
	constexpr int ASLEEP_STEPS = 100; // So often must all be found waiting.
	const OS *os = OS::get_singleton();
	uint64_t since = os->get_ticks_usec();
	int asleep = 0;
	bool gave_up = false;
	for (Busy busy = count_busy(); busy.total() > 0; busy = count_busy()) {
		asleep = ScriptInterrupt::get_blocked_count() >= busy.total() ? asleep + 1 : 0;
		const bool is_late = busy.threads > 0 && os->get_ticks_usec() - since > PATIENCE_USEC;
		if (gave_up && is_late && !asked.load()) {
			fflush(nullptr);
			end_at_once(os->get_exit_code());
		}
		if (!gave_up && (is_late || asleep > ASLEEP_STEPS)) {
			gave_up = true;
			since = os->get_ticks_usec();
			WARN_PRINT(itos(busy.total()) + (asleep > 0 ? " threads wait for what cannot come any more, as the program ends" : " threads still run although the program ends") + String("; they are interrupted. Let them return, and wait_to_finish(), before the program ends: in _exit_tree() at the latest."));
			ScriptInterrupt::interrupt(ScriptInterrupt::OTHER_THREADS);
		}
		if (ScriptInterrupt::is_active()) {
			ScriptInterrupt::wake_blocked();
		}
		os->delay_usec(STEP_USEC);
	}
}

} // namespace

void join_script_threads() {
	EndGuard::enter(EndGuard::STAGE_JOINING);
	core_bind::Thread::refuse_new();
	WorkerThreadPool::get_singleton()->begin_ending();
	wait_for_all();
	WorkerThreadPool::get_singleton()->finish();
	core_bind::Thread::join_finished();
}

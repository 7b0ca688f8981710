// ScriptInterrupt: the flag, and the list of threads that wait.
#include "core/os/script_interrupt.h"

#include "core/os/os.h"
#include "core/os/thread.h"

std::atomic<uint32_t> ScriptInterrupt::interrupted{ NOBODY };
std::atomic<uint32_t> ScriptInterrupt::number{ 0 };
ScriptInterrupt::Hook ScriptInterrupt::hook = nullptr;

namespace {

// How soon the main thread notices: a signal handler can set a flag but cannot notify a condition.
constexpr uint64_t MAIN_SLICE_USEC = 100 * 1000;

struct Blocked {
	const ConditionVariable *condition;
	Blocked *next;
};

BinaryMutex blocked_mutex; // Guards the list. Never held while another mutex is taken.
Blocked *blocked_list = nullptr;
int blocked_count = 0;

void enter(Blocked *p_self) {
	MutexLock lock(blocked_mutex);
	p_self->next = blocked_list;
	blocked_list = p_self;
	blocked_count++;
}

void leave(const Blocked *p_self) {
	MutexLock lock(blocked_mutex);
	Blocked **link = &blocked_list;
	while (*link != p_self) {
		link = &(*link)->next;
	}
	*link = p_self->next;
	blocked_count--;
}

} // namespace

void ScriptInterrupt::interrupt(uint32_t p_who) {
	number.fetch_add(1);
	if (interrupted.fetch_or(p_who) == NOBODY && hook) {
		hook(true);
	}
}

void ScriptInterrupt::clear() {
	if (interrupted.exchange(NOBODY) != NOBODY && hook) {
		hook(false);
	}
}

bool ScriptInterrupt::is_interrupted() {
	const uint32_t who = interrupted.load(std::memory_order_relaxed);
	return who != NOBODY && (who & (Thread::is_main_thread() ? MAIN_THREAD : OTHER_THREADS)) != 0;
}

bool ScriptInterrupt::wait(const ConditionVariable &p_condition, const BinaryMutex &p_mutex) {
	if (is_interrupted()) {
		return false;
	}
	if (Thread::is_main_thread()) {
		p_condition.wait_for(p_mutex, MAIN_SLICE_USEC);
		return !is_interrupted();
	}
	Blocked self = { &p_condition, nullptr };
	enter(&self);
	if (!is_interrupted()) {
		p_condition.wait(p_mutex);
	}
	leave(&self);
	return !is_interrupted();
}

void ScriptInterrupt::sleep(uint64_t p_usec) {
	const OS *os = OS::get_singleton();
	if (p_usec <= MAIN_SLICE_USEC) {
		os->delay_usec(uint32_t(p_usec));
		return;
	}
	const uint64_t end = os->get_ticks_usec() + p_usec;
	for (uint64_t now = end - p_usec; now < end && !is_interrupted(); now = os->get_ticks_usec()) {
		os->delay_usec(uint32_t(MIN(end - now, MAIN_SLICE_USEC)));
	}
}

void ScriptInterrupt::wake_blocked() {
	MutexLock lock(blocked_mutex);
	for (const Blocked *waiter = blocked_list; waiter; waiter = waiter->next) {
		waiter->condition->notify_all();
	}
}

int ScriptInterrupt::get_blocked_count() {
	MutexLock lock(blocked_mutex);
	return blocked_count;
}

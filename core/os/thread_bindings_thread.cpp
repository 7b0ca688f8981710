// Thread as scripts see it: what an object and the thread it started share, and the list of all that were started.
#include "core/error/error_macros.h"
#include "core/object/script_language.h"
#include "core/os/script_interrupt.h"
#include "core/os/thread_bindings.h"
#include "core/templates/local_vector.h"

namespace core_bind {

// One start(). Freed by whoever joins the thread: the object's wait_to_finish(), or join_finished() once the object is gone.
struct Thread::Run {
	::Thread thread;
	::Thread::ID id = ::Thread::UNASSIGNED_ID;
	Callable callable;
	Variant result;
	bool has_owner = true; // A Thread object refers to it.
	bool is_awaited = false; // Somebody is inside wait_to_finish().
	bool is_done = false; // The thread touches nothing of this any more.
};

struct Thread::Registry {
	BinaryMutex mutex; // Guards everything below, and of every Run what is not the thread's own.
	ConditionVariable finished;
	LocalVector<Run *> runs; // Not yet joined.
	int alive = 0;
	bool ending = false;

	// Never destroyed: threads may outlast static storage.
	static Registry &get() {
		static Registry *registry = memnew(Registry);
		return *registry;
	}
};

void Thread::run(void *p_run) {
	Run *self = static_cast<Run *>(p_run);
	Registry &registry = Registry::get();
	ScriptServer::thread_enter();
	Callable::CallError error;
	Variant result;
	self->callable.callp(nullptr, 0, result, error);
	if (error.error != Callable::CallError::CALL_OK) {
		ERR_PRINT("Could not call the function of a Thread: " + Variant::get_callable_error_text(self->callable, nullptr, 0, error) + ".");
		result = Variant();
	}
	// What it held goes while scripts may still run here; the Thread object itself may be among it.
	self->callable = Callable();
	{
		MutexLock lock(registry.mutex);
		if (self->has_owner) {
			SWAP(self->result, result);
		}
	}
	result = Variant();
	ScriptServer::thread_exit();
	MutexLock lock(registry.mutex);
	self->is_done = true;
	registry.alive--;
	registry.finished.notify_all();
}

Error Thread::start(const Callable &p_callable, Priority p_priority) {
	ERR_FAIL_COND_V_MSG(is_started(), ERR_ALREADY_IN_USE, "The thread was started already; wait_to_finish() comes first.");
	ERR_FAIL_COND_V_MSG(!p_callable.is_valid(), ERR_INVALID_PARAMETER, "A thread cannot run '" + String(p_callable) + "': it is not a valid callable.");
	join_finished();
	Registry &registry = Registry::get();
	Run *begun = memnew(Run);
	begun->callable = p_callable;
	Error error = OK;
	{
		MutexLock lock(registry.mutex);
		if (registry.ending) {
			error = ERR_UNAVAILABLE;
		} else if (current) {
			error = ERR_ALREADY_IN_USE; // Another thread was faster.
		} else {
			begun->id = begun->thread.start(run, begun);
			error = begun->id == ::Thread::UNASSIGNED_ID ? ERR_CANT_CREATE : OK;
		}
		if (error == OK) {
			current = begun;
			registry.runs.push_back(begun);
			registry.alive++;
		}
	}
	if (error != OK) {
		memdelete(begun);
	}
	ERR_FAIL_COND_V_MSG(error == ERR_UNAVAILABLE, error, "The program ends: no thread can be started any more.");
	ERR_FAIL_COND_V_MSG(error == ERR_CANT_CREATE, error, "The system has no thread left.");
	ERR_FAIL_COND_V_MSG(error != OK, error, "The thread was started already; wait_to_finish() comes first.");
	return OK;
}

String Thread::get_id() const {
	MutexLock lock(Registry::get().mutex);
	return itos(current ? int64_t(current->id) : 0);
}

bool Thread::is_started() const {
	MutexLock lock(Registry::get().mutex);
	return current != nullptr;
}

bool Thread::is_alive() const {
	MutexLock lock(Registry::get().mutex);
	return current && !current->is_done;
}

Variant Thread::wait_to_finish() {
	const Ref<Thread> kept(this); // Another thread may drop the last reference meanwhile.
	Registry &registry = Registry::get();
	Run *awaited = nullptr;
	bool is_own = false;
	bool is_taken = false;
	{
		MutexLock lock(registry.mutex);
		awaited = current;
		is_own = awaited && awaited->id == ::Thread::get_caller_id();
		is_taken = awaited && awaited->is_awaited;
		if (awaited && !is_own && !is_taken) {
			awaited->is_awaited = true;
			while (!awaited->is_done && ScriptInterrupt::wait(registry.finished, registry.mutex)) {
			}
			awaited->is_awaited = false;
			if (!awaited->is_done) {
				return Variant(); // The script that waits is being ended.
			}
			registry.runs.erase(awaited);
			current = nullptr;
		}
	}
	ERR_FAIL_NULL_V_MSG(awaited, Variant(), "The thread was not started, or somebody waited for it already.");
	ERR_FAIL_COND_V_MSG(is_own, Variant(), "A thread cannot wait for itself.");
	ERR_FAIL_COND_V_MSG(is_taken, Variant(), "Somebody else waits for the thread already.");
	awaited->thread.wait_to_finish();
	const Variant returned = awaited->result;
	memdelete(awaited);
	return returned;
}

void Thread::set_thread_safety_checks_enabled(bool p_enabled) {
	// Nothing here checks which thread touches a node; scripts that switch the checks off get what they want.
}

void Thread::refuse_new() {
	MutexLock lock(Registry::get().mutex);
	Registry::get().ending = true;
}

int Thread::get_alive_count() {
	MutexLock lock(Registry::get().mutex);
	return Registry::get().alive;
}

void Thread::join_finished() {
	Registry &registry = Registry::get();
	LocalVector<Run *> dead;
	{
		MutexLock lock(registry.mutex);
		for (uint32_t i = 0; i < registry.runs.size();) {
			Run *candidate = registry.runs[i];
			if (candidate->is_done && !candidate->has_owner) {
				dead.push_back(candidate);
				registry.runs.remove_at_unordered(i);
			} else {
				i++;
			}
		}
	}
	for (Run *finished : dead) {
		finished->thread.wait_to_finish(); // A few instructions away from its end.
		memdelete(finished);
	}
}

void Thread::let_go() {
	bool is_lost = false;
	Variant result;
	{
		MutexLock lock(Registry::get().mutex);
		if (current) {
			is_lost = true;
			current->has_owner = false;
			SWAP(result, current->result);
			current = nullptr;
		}
	}
	if (is_lost) {
		WARN_PRINT("A Thread is destroyed that nobody waited for; what it runs ends by itself. Call wait_to_finish() before the last reference goes.");
		join_finished();
	}
}

void Thread::_bind_methods() {
	ClassDB::bind_method(D_METHOD("start", "callable", "priority"), &Thread::start, DEFVAL(PRIORITY_NORMAL));
	ClassDB::bind_method(D_METHOD("get_id"), &Thread::get_id);
	ClassDB::bind_method(D_METHOD("is_started"), &Thread::is_started);
	ClassDB::bind_method(D_METHOD("is_alive"), &Thread::is_alive);
	ClassDB::bind_method(D_METHOD("wait_to_finish"), &Thread::wait_to_finish);
	ClassDB::bind_static_method("Thread", D_METHOD("set_thread_safety_checks_enabled", "enabled"), &Thread::set_thread_safety_checks_enabled);
	ClassDB::bind_static_method("Thread", D_METHOD("is_main_thread"), &Thread::is_main_thread);
	BIND_ENUM_CONSTANT(PRIORITY_LOW);
	BIND_ENUM_CONSTANT(PRIORITY_NORMAL);
	BIND_ENUM_CONSTANT(PRIORITY_HIGH);
}

} // namespace core_bind

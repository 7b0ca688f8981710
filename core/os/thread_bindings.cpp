// Thread, Mutex and Semaphore as scripts see them.
#include "core/os/thread_bindings.h"

#include "core/error/error_macros.h"
#include "core/object/script_language.h"

namespace core_bind {

void Mutex::_bind_methods() {
	ClassDB::bind_method(D_METHOD("lock"), &Mutex::lock);
	ClassDB::bind_method(D_METHOD("try_lock"), &Mutex::try_lock);
	ClassDB::bind_method(D_METHOD("unlock"), &Mutex::unlock);
}

void Semaphore::post(int p_count) {
	ERR_FAIL_COND_MSG(p_count <= 0, "A semaphore is posted at least once.");
	semaphore.post(uint32_t(p_count));
}

void Semaphore::_bind_methods() {
	ClassDB::bind_method(D_METHOD("wait"), &Semaphore::wait);
	ClassDB::bind_method(D_METHOD("try_wait"), &Semaphore::try_wait);
	ClassDB::bind_method(D_METHOD("post", "count"), &Semaphore::post, DEFVAL(1));
}

void Thread::run(void *p_self) {
	Thread *self = static_cast<Thread *>(p_self);
	ScriptServer::thread_enter();
	Callable::CallError error;
	self->callable.callp(nullptr, 0, self->result, error);
	if (error.error != Callable::CallError::CALL_OK) {
		ERR_PRINT("Could not call the function of a Thread: " + Variant::get_callable_error_text(self->callable, nullptr, 0, error) + ".");
		self->result = Variant();
	}
	ScriptServer::thread_exit();
	self->running.clear();
}

Error Thread::start(const Callable &p_callable, Priority p_priority) {
	ERR_FAIL_COND_V_MSG(is_started(), ERR_ALREADY_IN_USE, "The thread was started already; wait_to_finish() comes first.");
	ERR_FAIL_COND_V_MSG(!p_callable.is_valid(), ERR_INVALID_PARAMETER, "A thread cannot run '" + String(p_callable) + "': it is not a valid callable.");
	callable = p_callable;
	result = Variant();
	running.set();
	if (thread.start(run, this) == ::Thread::UNASSIGNED_ID) {
		running.clear();
		callable = Callable();
		ERR_FAIL_V_MSG(ERR_CANT_CREATE, "The system has no thread left.");
	}
	return OK;
}

String Thread::get_id() const {
	return itos(int64_t(thread.get_id()));
}

Variant Thread::wait_to_finish() {
	ERR_FAIL_COND_V_MSG(!is_started(), Variant(), "The thread was not started, or somebody waited for it already.");
	ERR_FAIL_COND_V_MSG(thread.get_id() == ::Thread::get_caller_id(), Variant(), "A thread cannot wait for itself.");
	thread.wait_to_finish();
	const Variant returned = result;
	result = Variant();
	callable = Callable();
	return returned;
}

void Thread::set_thread_safety_checks_enabled(bool p_enabled) {
	// Nothing here checks which thread touches a node; scripts that switch the checks off get what they want.
}

Thread::~Thread() {
	if (is_started()) {
		WARN_PRINT("A Thread is destroyed that nobody waited for. Call wait_to_finish() before the last reference goes.");
		thread.wait_to_finish();
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

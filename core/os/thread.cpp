// Thread over POSIX threads: see the header.
#include "core/os/thread.h"

#include "core/error/error_macros.h"
#include "core/os/memory.h"
#include "core/string/ustring.h"
#include "core/templates/safe_refcount.h"

struct ThreadStart {
	Thread::Callback callback;
	void *userdata;
	Thread::ID id;
};

// The thread that runs main() never passes _run(), so the default is its id.
static thread_local Thread::ID caller_id = Thread::MAIN_ID;
static Thread::ID last_id = Thread::MAIN_ID;

Thread::ID Thread::start(Callback p_callback, void *p_userdata, Sharing p_sharing) {
	ERR_FAIL_COND_V_MSG(is_started(), UNASSIGNED_ID, "This thread was started before and nobody has waited for it to finish: call wait_to_finish() first.");
	if (p_sharing == SHARES_ENGINE_OBJECTS) {
		ThreadSharing::enable();
	}
	ThreadStart *start = memnew(ThreadStart);
	start->callback = p_callback;
	start->userdata = p_userdata;
	start->id = __atomic_add_fetch(&last_id, 1, __ATOMIC_RELAXED);
	id = start->id;
	if (pthread_create(&handle, nullptr, &Thread::_run, start) != 0) {
		memdelete(start);
		id = UNASSIGNED_ID;
	}
	return id;
}

void *Thread::_run(void *p_start) {
	const ThreadStart start = *static_cast<ThreadStart *>(p_start);
	memdelete(static_cast<ThreadStart *>(p_start));
	caller_id = start.id;
	start.callback(start.userdata);
	return nullptr;
}

void Thread::wait_to_finish() {
	ERR_FAIL_COND_MSG(!is_started(), "This thread was never started, or somebody has waited for it already.");
	ERR_FAIL_COND_MSG(id == get_caller_id(), "A thread cannot wait for itself.");
	pthread_join(handle, nullptr);
	id = UNASSIGNED_ID;
}

Thread::ID Thread::get_caller_id() {
	return caller_id;
}

Error Thread::set_name(const String &p_name) {
#if defined(__linux__)
	static constexpr int SYSTEM_LIMIT = 15;
	return pthread_setname_np(pthread_self(), p_name.left(SYSTEM_LIMIT).utf8().get_data()) == 0 ? OK : ERR_INVALID_PARAMETER;
#else
	(void)p_name;
	return ERR_UNAVAILABLE;
#endif
}

Thread::~Thread() {
	if (is_started()) {
		ERR_PRINT("A thread was destroyed while it runs: its owner must call wait_to_finish() first. Waiting for it now.");
		wait_to_finish();
	}
}

// Mutex and Semaphore as scripts see them: states that outlive their object while somebody waits.
#include "core/os/thread_bindings.h"

#include "core/error/error_macros.h"
#include "core/os/script_interrupt.h"
#include "core/templates/safe_refcount.h"

#include <atomic>

namespace core_bind {

struct Mutex::State {
	enum Held : int {
		FREE,
		TAKEN,
		WANTED, // Taken, and somebody may wait.
	};
	SafeRefCount users;
	std::atomic<int> held{ FREE };
	std::atomic<::Thread::ID> owner{ ::Thread::UNASSIGNED_ID };
	uint32_t depth = 0; // The owner's.
	BinaryMutex mutex;
	ConditionVariable freed;
	int waiting = 0; // Guarded by mutex, as is dead.
	bool dead = false;

	bool take() {
		const ::Thread::ID self = ::Thread::get_caller_id();
		if (owner.load(std::memory_order_relaxed) == self) {
			depth++;
			return true;
		}
		int expected = FREE;
		if (held.compare_exchange_strong(expected, TAKEN, std::memory_order_acquire)) {
			own(self);
			return true;
		}
		return false;
	}
	void own(::Thread::ID p_self) {
		owner.store(p_self, std::memory_order_relaxed);
		depth = 1;
	}
	void wait_and_take() {
		MutexLock lock(mutex);
		waiting++;
		bool free = false;
		while (!dead && !(free = held.exchange(WANTED, std::memory_order_acquire) == FREE)) {
			if (!ScriptInterrupt::wait(freed, mutex)) {
				break;
			}
		}
		if (free) {
			own(::Thread::get_caller_id());
		}
		waiting--;
	}
	void release() {
		if (users.unref()) {
			memdelete(this);
		}
	}
};

Mutex::Mutex() {
	state = memnew(State);
	state->users.init();
}

Mutex::~Mutex() {
	int waiting = 0;
	{
		MutexLock lock(state->mutex);
		state->dead = true;
		waiting = state->waiting;
		state->freed.notify_all();
	}
	if (waiting > 0) {
		WARN_PRINT("A Mutex is destroyed while " + itos(waiting) + " threads wait for it; they go on without it. Keep it until they are done.");
	}
	state->release();
}

void Mutex::lock() {
	if (state->take()) {
		return;
	}
	State *kept = state;
	kept->users.ref();
	kept->wait_and_take();
	kept->release();
}

bool Mutex::try_lock() {
	return state->take();
}

void Mutex::unlock() {
	ERR_FAIL_COND_MSG(state->owner.load(std::memory_order_relaxed) != ::Thread::get_caller_id(), "This thread has not locked the mutex: every unlock() needs a lock() before, on the same thread.");
	if (--state->depth > 0) {
		return;
	}
	state->owner.store(::Thread::UNASSIGNED_ID, std::memory_order_relaxed);
	if (state->held.exchange(State::FREE, std::memory_order_release) == State::WANTED) {
		MutexLock lock(state->mutex);
		state->freed.notify_one();
	}
}

void Mutex::_bind_methods() {
	ClassDB::bind_method(D_METHOD("lock"), &Mutex::lock);
	ClassDB::bind_method(D_METHOD("try_lock"), &Mutex::try_lock);
	ClassDB::bind_method(D_METHOD("unlock"), &Mutex::unlock);
}

struct Semaphore::State {
	SafeRefCount users;
	BinaryMutex mutex; // Guards everything below.
	ConditionVariable posted;
	uint64_t count = 0;
	int waiting = 0;
	bool dead = false;

	void wait() {
		MutexLock lock(mutex);
		waiting++;
		while (count == 0 && !dead && ScriptInterrupt::wait(posted, mutex)) {
		}
		waiting--;
		if (count > 0) {
			count--;
		}
	}
	void release() {
		if (users.unref()) {
			memdelete(this);
		}
	}
};

Semaphore::Semaphore() {
	state = memnew(State);
	state->users.init();
}

Semaphore::~Semaphore() {
	int waiting = 0;
	{
		MutexLock lock(state->mutex);
		state->dead = true;
		waiting = state->waiting;
		state->posted.notify_all();
	}
	if (waiting > 0) {
		WARN_PRINT("A Semaphore is destroyed while " + itos(waiting) + " threads wait for it; they go on. Keep it until they are done.");
	}
	state->release();
}

void Semaphore::wait() {
	State *kept = state;
	kept->users.ref();
	kept->wait();
	kept->release();
}

bool Semaphore::try_wait() {
	MutexLock lock(state->mutex);
	if (state->count == 0) {
		return false;
	}
	state->count--;
	return true;
}

void Semaphore::post(int p_count) {
	ERR_FAIL_COND_MSG(p_count <= 0, "A semaphore is posted at least once.");
	MutexLock lock(state->mutex);
	state->count += uint64_t(p_count);
	if (p_count == 1) {
		state->posted.notify_one();
	} else {
		state->posted.notify_all();
	}
}

void Semaphore::_bind_methods() {
	ClassDB::bind_method(D_METHOD("wait"), &Semaphore::wait);
	ClassDB::bind_method(D_METHOD("try_wait"), &Semaphore::try_wait);
	ClassDB::bind_method(D_METHOD("post", "count"), &Semaphore::post, DEFVAL(1));
}

} // namespace core_bind

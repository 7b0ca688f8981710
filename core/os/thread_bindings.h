// Thread, Mutex and Semaphore as scripts see them.
#pragma once

#include "core/object/class_db.h"
#include "core/object/ref_counted.h"
#include "core/os/mutex.h"
#include "core/os/semaphore.h"
#include "core/os/thread.h"
#include "core/templates/safe_refcount.h"
#include "core/variant/callable.h"

namespace core_bind {

class Mutex : public RefCounted {
	GDCLASS(Mutex, RefCounted);

	::Mutex mutex;

protected:
	static void _bind_methods();

public:
	void lock() { mutex.lock(); }
	bool try_lock() { return mutex.try_lock(); }
	void unlock() { mutex.unlock(); }
};

class Semaphore : public RefCounted {
	GDCLASS(Semaphore, RefCounted);

	::Semaphore semaphore;

protected:
	static void _bind_methods();

public:
	void wait() { semaphore.wait(); }
	bool try_wait() { return semaphore.try_wait(); }
	void post(int p_count);
};

// Runs one callable on a thread of its own. Whoever started it must wait_to_finish(); a Thread that dies unjoined waits, with a warning.
class Thread : public RefCounted {
	GDCLASS(Thread, RefCounted);

public:
	enum Priority {
		PRIORITY_LOW,
		PRIORITY_NORMAL,
		PRIORITY_HIGH,
	};

private:
	::Thread thread;
	Callable callable;
	Variant result;
	SafeFlag running;

	static void run(void *p_self);

protected:
	static void _bind_methods();

public:
	// ERR_ALREADY_IN_USE while it runs or waits to be joined; ERR_INVALID_PARAMETER for a callable that cannot be called.
	Error start(const Callable &p_callable, Priority p_priority);
	String get_id() const;
	bool is_started() const { return thread.is_started(); }
	bool is_alive() const { return running.is_set(); }
	Variant wait_to_finish(); // What the callable returned.
	static bool is_main_thread() { return ::Thread::is_main_thread(); }
	static void set_thread_safety_checks_enabled(bool p_enabled);

	~Thread() override;
};

} // namespace core_bind

VARIANT_ENUM_CAST(core_bind::Thread::Priority);

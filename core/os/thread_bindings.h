// Thread, Mutex and Semaphore as scripts see them. None of their waits outlives the program's end: see ScriptInterrupt.
#pragma once

#include "core/object/class_db.h"
#include "core/object/ref_counted.h"
#include "core/os/thread.h"
#include "core/variant/callable.h"

namespace core_bind {

// Recursive. A Mutex that dies while threads wait for it lets them go, with a warning.
class Mutex : public RefCounted {
	GDCLASS(Mutex, RefCounted);

	struct State; // Outlives the object while somebody waits in it.
	State *state;

protected:
	static void _bind_methods();

public:
	void lock();
	bool try_lock();
	void unlock(); // An error unless this thread has locked it.

	Mutex();
	~Mutex() override;
};

// A Semaphore that dies while threads wait for it lets them go, with a warning.
class Semaphore : public RefCounted {
	GDCLASS(Semaphore, RefCounted);

	struct State;
	State *state;

protected:
	static void _bind_methods();

public:
	void wait();
	bool try_wait();
	void post(int p_count);

	Semaphore();
	~Semaphore() override;
};

// Runs one callable on a thread of its own. Whoever started it should wait_to_finish(). A Thread that dies before warns; what it
// started ends by itself, and the program's end waits for it.
class Thread : public RefCounted {
	GDCLASS(Thread, RefCounted);

public:
	enum Priority : int {
		PRIORITY_LOW,
		PRIORITY_NORMAL,
		PRIORITY_HIGH,
	};

private:
	struct Run; // Shared by this object and the system's thread.
	struct Registry;
	Run *current = nullptr; // Guarded by the registry's mutex.

	static void run(void *p_run);

protected:
	static void _bind_methods();

public:
	// ERR_ALREADY_IN_USE while it runs or waits to be joined; ERR_INVALID_PARAMETER for a callable that cannot be called;
	// ERR_UNAVAILABLE once the program ends.
	Error start(const Callable &p_callable, Priority p_priority);
	String get_id() const; // "0" unless started.
	bool is_started() const;
	bool is_alive() const;
	Variant wait_to_finish(); // What the callable returned.
	static bool is_main_thread() { return ::Thread::is_main_thread(); }
	static void set_thread_safety_checks_enabled(bool p_enabled);

	// --- The end of the program, for the main thread.
	static void refuse_new(); // start() fails from now on.
	static int get_alive_count(); // Threads whose function has not returned.
	static void join_finished(); // Gives back what threads without an owner have left.

	void let_go() override;
	~Thread() override { let_go(); }
};

} // namespace core_bind

VARIANT_ENUM_CAST(core_bind::Thread::Priority);

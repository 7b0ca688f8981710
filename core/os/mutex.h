// Mutex and scoped lock over the system's primitives.
#pragma once

#include "core/typedefs.h"

#include <pthread.h>

// Recursive, as the scripting API's Mutex is.
class Mutex {
	mutable pthread_mutex_t handle;

public:
	void lock() const { pthread_mutex_lock(&handle); }
	void unlock() const { pthread_mutex_unlock(&handle); }
	bool try_lock() const { return pthread_mutex_trylock(&handle) == 0; }

	Mutex();
	~Mutex() { pthread_mutex_destroy(&handle); }
	Mutex(const Mutex &) = delete;
	Mutex &operator=(const Mutex &) = delete;

	friend class ConditionVariable;
};

// Not recursive: cheaper, and the kind a ConditionVariable takes.
class BinaryMutex {
	mutable pthread_mutex_t handle = PTHREAD_MUTEX_INITIALIZER;

public:
	void lock() const { pthread_mutex_lock(&handle); }
	void unlock() const { pthread_mutex_unlock(&handle); }
	bool try_lock() const { return pthread_mutex_trylock(&handle) == 0; }

	BinaryMutex() = default;
	~BinaryMutex() { pthread_mutex_destroy(&handle); }
	BinaryMutex(const BinaryMutex &) = delete;
	BinaryMutex &operator=(const BinaryMutex &) = delete;

	friend class ConditionVariable;
};

// Holds the mutex for a scope. temp_unlock/temp_relock open a gap in it.
template <typename M>
class MutexLock {
	const M &mutex;
	bool held = true;

public:
	explicit MutexLock(const M &p_mutex) :
			mutex(p_mutex) {
		mutex.lock();
	}
	~MutexLock() {
		if (held) {
			mutex.unlock();
		}
	}
	void temp_unlock() {
		mutex.unlock();
		held = false;
	}
	void temp_relock() {
		mutex.lock();
		held = true;
	}
	const M &get_mutex() const { return mutex; }
	MutexLock(const MutexLock &) = delete;
	MutexLock &operator=(const MutexLock &) = delete;
};

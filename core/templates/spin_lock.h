// A lock for a few instructions, free of charge until threads share objects.
#pragma once

#include "core/templates/safe_refcount.h"

#include <sched.h>

// Not recursive. Never held over a call into foreign code.
class SpinLock {
	bool taken = false;

public:
	_FORCE_INLINE_ void lock() {
		while (unlikely(__atomic_test_and_set(&taken, __ATOMIC_ACQUIRE))) {
			sched_yield(); // Its holder may wait for this very core.
		}
	}
	_FORCE_INLINE_ void unlock() { __atomic_clear(&taken, __ATOMIC_RELEASE); }
};

// Holds the lock for a scope, only when objects are shared between threads.
class SharedSpinLockGuard {
	SpinLock *lock = nullptr;

public:
	explicit SharedSpinLockGuard(SpinLock &p_lock) {
		if (unlikely(ThreadSharing::is_enabled())) {
			lock = &p_lock;
			lock->lock();
		}
	}
	~SharedSpinLockGuard() {
		if (unlikely(lock != nullptr)) {
			lock->unlock();
		}
	}
	SharedSpinLockGuard(const SharedSpinLockGuard &) = delete;
	SharedSpinLockGuard &operator=(const SharedSpinLockGuard &) = delete;
};

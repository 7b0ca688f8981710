// Semaphore: a counter that threads wait on.
#pragma once

#include "core/os/condition_variable.h"

class Semaphore {
	mutable BinaryMutex mutex;
	mutable ConditionVariable condition;
	mutable uint32_t count = 0;

public:
	void post(uint32_t p_count = 1) const {
		MutexLock lock(mutex);
		count += p_count;
		for (uint32_t i = 0; i < p_count; i++) {
			condition.notify_one();
		}
	}
	void wait() const {
		MutexLock lock(mutex);
		while (count == 0) {
			condition.wait(mutex);
		}
		count--;
	}
	bool try_wait() const {
		MutexLock lock(mutex);
		if (count == 0) {
			return false;
		}
		count--;
		return true;
	}
};

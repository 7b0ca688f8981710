// ConditionVariable: sleeps with a BinaryMutex released until somebody notifies.
#pragma once

#include "core/os/mutex.h"

class ConditionVariable {
	mutable pthread_cond_t handle = PTHREAD_COND_INITIALIZER;

public:
	// p_mutex must be held; it is held again on return. Wakes may be spurious: wait in a loop over the condition.
	void wait(const BinaryMutex &p_mutex) const { pthread_cond_wait(&handle, &p_mutex.handle); }
	// The same for at most about so long.
	void wait_for(const BinaryMutex &p_mutex, uint64_t p_usec) const;
	void notify_one() const { pthread_cond_signal(&handle); }
	void notify_all() const { pthread_cond_broadcast(&handle); }

	ConditionVariable() = default;
	~ConditionVariable() { pthread_cond_destroy(&handle); }
	ConditionVariable(const ConditionVariable &) = delete;
	ConditionVariable &operator=(const ConditionVariable &) = delete;
};

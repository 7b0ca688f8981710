// ConditionVariable: see the header.
#include "core/os/condition_variable.h"

#include <ctime>

void ConditionVariable::wait_for(const BinaryMutex &p_mutex, uint64_t p_usec) const {
	timespec until;
	clock_gettime(CLOCK_REALTIME, &until);
	const uint64_t nsec = uint64_t(until.tv_nsec) + (p_usec % 1000000) * 1000;
	until.tv_sec += time_t(p_usec / 1000000 + nsec / 1000000000);
	until.tv_nsec = long(nsec % 1000000000);
	pthread_cond_timedwait(&handle, &p_mutex.handle, &until);
}

// Mutex: see the header.
#include "core/os/mutex.h"

Mutex::Mutex() {
	pthread_mutexattr_t attributes;
	pthread_mutexattr_init(&attributes);
	pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_RECURSIVE);
	pthread_mutex_init(&handle, &attributes);
	pthread_mutexattr_destroy(&attributes);
}

// Threads, mutexes and semaphores.
#pragma once

#include "core/os/mutex.h"
#include "core/os/semaphore.h"
#include "core/os/thread.h"
#include "core/templates/safe_refcount.h"
#include "tests/test_macros.h"

struct CountedByTwo {
	Mutex mutex;
	Semaphore go;
	Thread::ID seen_id = Thread::UNASSIGNED_ID;
	int count = 0;

	static void run(void *p_self) {
		CountedByTwo *self = static_cast<CountedByTwo *>(p_self);
		self->go.wait();
		for (int i = 0; i < 10000; i++) {
			MutexLock outer(self->mutex);
			MutexLock inner(self->mutex); // Recursive.
			self->count++;
		}
		MutexLock lock(self->mutex);
		self->seen_id = Thread::get_caller_id();
	}
};

TEST_CASE("[OS][Thread] Threads run at once, exclude each other and are told apart") {
	CountedByTwo counter;
	Thread a;
	Thread b;
	const Thread::ID id_a = a.start(&CountedByTwo::run, &counter, Thread::SHARES_NOTHING);
	const Thread::ID id_b = b.start(&CountedByTwo::run, &counter, Thread::SHARES_NOTHING);
	CHECK(id_a != id_b);
	CHECK(id_a != Thread::get_main_id());
	CHECK(Thread::is_main_thread());
	counter.go.post(2);
	a.wait_to_finish();
	b.wait_to_finish();
	CHECK_EQ(counter.count, 20000);
	CHECK((counter.seen_id == id_a || counter.seen_id == id_b));
	CHECK_FALSE(a.is_started());
}

TEST_CASE("[OS][Thread] A semaphore that nobody posted is not taken") {
	Semaphore semaphore;
	CHECK_FALSE(semaphore.try_wait());
	semaphore.post();
	CHECK(semaphore.try_wait());
	CHECK_FALSE(semaphore.try_wait());
}

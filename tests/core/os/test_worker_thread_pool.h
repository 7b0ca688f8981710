// Tests of core/os/worker_thread_pool.h and thread_bindings.h: work on other threads.
#pragma once

#include "core/object/callable_method_pointer.h"
#include "core/os/os.h"
#include "core/os/script_interrupt.h"
#include "core/os/semaphore.h"
#include "core/os/thread_bindings.h"
#include "core/os/worker_thread_pool.h"
#include "tests/test_macros.h"

#include <atomic>

namespace TestWorkerThreadPool {

static std::atomic<int64_t> sum{ 0 };
static std::atomic<int64_t> inner_result{ 0 };

static void add_to_sum(int p_value) {
	sum += p_value;
}

static void set_sum_to_seven() {
	sum = 7;
}

static void wait_for_inner_task() {
	WorkerThreadPool *pool = WorkerThreadPool::get_singleton();
	const int64_t inner = pool->add_task(callable_mp_static(set_sum_to_seven));
	inner_result = pool->wait_for_task_completion(inner);
}

static int answer() {
	return 42;
}

static bool is_on_main_thread() {
	return Thread::is_main_thread();
}

TEST_CASE("[OS][WorkerThreadPool] A group calls its function with every number once") {
	WorkerThreadPool *pool = WorkerThreadPool::get_singleton();
	sum = 0;
	const int64_t group = pool->add_group_task(callable_mp_static(add_to_sum), 1000);
	pool->wait_for_group_task_completion(group);
	CHECK_EQ(sum.load(), 499500);
}

TEST_CASE("[OS][WorkerThreadPool] A task may be waited for once") {
	WorkerThreadPool *pool = WorkerThreadPool::get_singleton();
	sum = 0;
	const int64_t task = pool->add_task(callable_mp_static(set_sum_to_seven));
	CHECK_EQ(pool->wait_for_task_completion(task), OK);
	CHECK_EQ(sum.load(), 7);
	ExpectErrors quiet;
	CHECK_EQ(pool->wait_for_task_completion(task), ERR_INVALID_PARAMETER);
	CHECK_FALSE(pool->is_task_completed(987654));
}

TEST_CASE("[OS][WorkerThreadPool] Tasks that wait for tasks do not run out of threads") {
	WorkerThreadPool *pool = WorkerThreadPool::get_singleton();
	LocalVector<int64_t> outer;
	for (int i = 0; i < 40; i++) {
		outer.push_back(pool->add_task(callable_mp_static(wait_for_inner_task)));
	}
	for (const int64_t task : outer) {
		CHECK_EQ(pool->wait_for_task_completion(task), OK);
	}
	CHECK_EQ(inner_result.load(), OK);
}

// Tasks that wait for each other in a ring, each of which begins when all ids are known.
struct Ring {
	static constexpr int MOST = 4;
	int size = 0;
	Semaphore begin;
	Semaphore ended;
	std::atomic<int64_t> ids[MOST] = {};
	std::atomic<int> answers[MOST] = {};

	static Ring current;
	static void wait_for_next(int p_me) {
		current.begin.wait();
		current.answers[p_me] = WorkerThreadPool::get_singleton()->wait_for_task_completion(current.ids[(p_me + 1) % current.size]);
		current.ended.post();
	}
};
Ring Ring::current;

TEST_CASE("[OS][WorkerThreadPool] A ring of tasks that wait for each other is refused once, and all end") {
	WorkerThreadPool *pool = WorkerThreadPool::get_singleton();
	ExpectErrors quiet;
	for (int size = 1; size <= Ring::MOST; size++) {
		Ring::current.size = size;
		for (int i = 0; i < size; i++) {
			Ring::current.answers[i] = -1;
			Ring::current.ids[i] = pool->add_task(callable_mp_static(&Ring::wait_for_next).bind(i));
		}
		Ring::current.begin.post(size);
		for (int i = 0; i < size; i++) {
			Ring::current.ended.wait();
		}
		int busy = 0;
		for (int i = 0; i < size; i++) {
			CHECK(Ring::current.answers[i] >= 0);
			busy += Ring::current.answers[i] == ERR_BUSY;
		}
		CHECK_EQ(busy, 1);
	}
}

static std::atomic<int64_t> own_group{ 0 };
static std::atomic<int> deepest{ 0 };

static void wait_for_own_group(int) {
	WorkerThreadPool::get_singleton()->wait_for_group_task_completion(own_group);
	sum++;
}

static thread_local int own_depth = 0;
static void wait_for_child() {
	own_depth++;
	deepest = MAX(deepest.load(), own_depth);
	WorkerThreadPool *pool = WorkerThreadPool::get_singleton();
	pool->wait_for_task_completion(pool->add_task(callable_mp_static(set_sum_to_seven)));
	own_depth--;
}

TEST_CASE("[OS][WorkerThreadPool] An element cannot wait for its own group") {
	WorkerThreadPool *pool = WorkerThreadPool::get_singleton();
	ExpectErrors quiet;
	sum = 0;
	// One at a time, so that the id is known before the second begins; the first may see none yet, which is refused as well.
	own_group = pool->add_group_task(callable_mp_static(wait_for_own_group), 20, 1);
	pool->wait_for_group_task_completion(own_group);
	CHECK_EQ(sum.load(), 20);
}

TEST_CASE("[OS][WorkerThreadPool] Who waits runs nothing but what he waits for") {
	WorkerThreadPool *pool = WorkerThreadPool::get_singleton();
	deepest = 0;
	LocalVector<int64_t> parents;
	for (int i = 0; i < 500; i++) {
		parents.push_back(pool->add_task(callable_mp_static(wait_for_child)));
	}
	for (const int64_t task : parents) {
		CHECK_EQ(pool->wait_for_task_completion(task), OK);
	}
	CHECK_EQ(deepest.load(), 1);
}

TEST_CASE("[OS][WorkerThreadPool] Empty groups are complete, negative ones refused") {
	WorkerThreadPool *pool = WorkerThreadPool::get_singleton();
	const int64_t group = pool->add_group_task(callable_mp_static(add_to_sum), 0);
	CHECK(pool->is_group_task_completed(group));
	pool->wait_for_group_task_completion(group);
	ExpectErrors quiet;
	CHECK_EQ(pool->add_group_task(callable_mp_static(add_to_sum), -1), WorkerThreadPool::INVALID_TASK_ID);
}

TEST_CASE("[OS][Thread] Hands back what its function returned, and can be used again") {
	Ref<core_bind::Thread> thread;
	thread.instantiate();
	CHECK_EQ(thread->start(callable_mp_static(answer), core_bind::Thread::PRIORITY_NORMAL), OK);
	CHECK(thread->is_started());
	CHECK_EQ(int(thread->wait_to_finish()), 42);
	CHECK_FALSE(thread->is_started());
	CHECK_EQ(thread->start(callable_mp_static(is_on_main_thread), core_bind::Thread::PRIORITY_NORMAL), OK);
	CHECK_EQ(bool(thread->wait_to_finish()), false);
	ExpectErrors quiet;
	CHECK(thread->wait_to_finish().get_type() == Variant::NIL);
	CHECK_EQ(thread->start(Callable(), core_bind::Thread::PRIORITY_NORMAL), ERR_INVALID_PARAMETER);
}

struct CountedErrors {
	ExpectErrors quiet;
	std::atomic<int> count{ 0 };
	ErrorHandler handler;
	CountedErrors() {
		handler.func = [](void *p_self, const ErrorReport &) {
			static_cast<CountedErrors *>(p_self)->count++;
		};
		handler.userdata = this;
		add_error_handler(&handler);
	}
	~CountedErrors() { remove_error_handler(&handler); }
};

static Semaphore go_on;
static std::atomic<int> ended{ 0 };

static void wait_until_told() {
	go_on.wait();
	ended++;
}

TEST_CASE("[OS][Thread] One that is dropped while it runs warns, ends by itself and gives everything back") {
	ended = 0;
	for (int i = 0; i < 20; i++) {
		Ref<core_bind::Thread> thread;
		thread.instantiate();
		CHECK_EQ(thread->start(callable_mp_static(wait_until_told), core_bind::Thread::PRIORITY_NORMAL), OK);
		CountedErrors quiet;
		CHECK_EQ(thread->start(callable_mp_static(wait_until_told), core_bind::Thread::PRIORITY_NORMAL), ERR_ALREADY_IN_USE);
		thread.unref();
		CHECK_EQ(quiet.count.load(), 2);
	}
	go_on.post(20);
	while (core_bind::Thread::get_alive_count() > 0) {
		OS::get_singleton()->delay_usec(100);
	}
	CHECK_EQ(ended.load(), 20);
	core_bind::Thread::join_finished();
}

TEST_CASE("[OS][Mutex] Recursive, for its owner to unlock") {
	Ref<core_bind::Mutex> mutex;
	mutex.instantiate();
	CHECK(mutex->try_lock());
	CHECK(mutex->try_lock());
	mutex->unlock();
	mutex->unlock();
	CountedErrors quiet;
	mutex->unlock();
	CHECK_EQ(quiet.count.load(), 1);
}

struct Counting {
	static Ref<core_bind::Mutex> mutex;
	static int count;
	static void add() {
		for (int i = 0; i < 5000; i++) {
			mutex->lock();
			count++;
			mutex->unlock();
		}
	}
};
Ref<core_bind::Mutex> Counting::mutex;
int Counting::count = 0;

TEST_CASE("[OS][Mutex] Threads exclude each other") {
	Counting::mutex.instantiate();
	LocalVector<Ref<core_bind::Thread>> threads;
	for (int i = 0; i < 4; i++) {
		Ref<core_bind::Thread> thread;
		thread.instantiate();
		CHECK_EQ(thread->start(callable_mp_static(&Counting::add), core_bind::Thread::PRIORITY_NORMAL), OK);
		threads.push_back(thread);
	}
	for (const Ref<core_bind::Thread> &thread : threads) {
		thread->wait_to_finish();
	}
	CHECK_EQ(Counting::count, 20000);
	Counting::mutex.unref();
}

TEST_CASE("[OS][ScriptInterrupt] Ends the waits of those who are meant") {
	Ref<core_bind::Semaphore> never;
	never.instantiate();
	ScriptInterrupt::interrupt(ScriptInterrupt::MAIN_THREAD);
	never->wait();
	CHECK(ScriptInterrupt::is_interrupted());
	ScriptInterrupt::clear();
	ScriptInterrupt::interrupt(ScriptInterrupt::OTHER_THREADS);
	CHECK_FALSE(ScriptInterrupt::is_interrupted());
	ScriptInterrupt::clear();
}

} // namespace TestWorkerThreadPool

// Tests of core/os/worker_thread_pool.h and thread_bindings.h: work on other threads.
#pragma once

#include "core/object/callable_method_pointer.h"
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

} // namespace TestWorkerThreadPool

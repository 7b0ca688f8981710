// WorkerThreadPool: short tasks on a few shared threads.
#pragma once

#include "core/object/class_db.h"
#include "core/object/object.h"
#include "core/os/condition_variable.h"
#include "core/os/mutex.h"
#include "core/os/thread.h"
#include "core/templates/hash_map.h"
#include "core/variant/callable.h"

// Threads start with the first task. A task may add tasks and wait for them: whoever waits for what has not begun runs it himself, and
// nothing else, so that waiting never runs out of threads and no stack holds foreign work (systems without threads run everything while
// waiting). Waiting in a circle is refused. Usable from any thread.
//
// The end: begin_ending(), then the main thread waits until get_busy_count() is 0, then finish().
class WorkerThreadPool : public Object {
	GDCLASS(WorkerThreadPool, Object);

public:
	using TaskID = int64_t;
	using GroupID = int64_t;
	enum {
		INVALID_TASK_ID = -1,
	};
	static constexpr int MAX_THREADS = 16;

private:
	struct Task;
	struct Run;
	// What one thread is doing in the pool.
	struct Worker {
		Run *top = nullptr; // The innermost task on its stack.
		const Task *waits_for = nullptr; // While it sleeps.
	};
	// Tasks in order of their beginning.
	struct Queue {
		Task *first = nullptr;
		Task *last = nullptr;
		void push_back(Task *p_task);
		void remove(Task *p_task);
	};

	static WorkerThreadPool *singleton;

	BinaryMutex mutex; // Guards everything below, every Task, Run and Worker.
	ConditionVariable work_arrived; // Or the pool ends.
	ConditionVariable progress; // A task that somebody waits for is over.
	HashMap<int64_t, Task *> tasks;
	Queue queues[2]; // Tasks of which more may be begun: urgent ones, others.
	Thread *threads[MAX_THREADS] = {};
	int thread_count = 0;
	int idle_count = 0; // Threads that sleep until work arrives.
	int busy_threads = 0;
	int64_t last_id = 0;
	uint32_t last_search = 0; // Marks the tasks that a search has seen.
	bool ending = false;

	static Worker &get_worker(); // Of the calling thread.
	int64_t add(Task *p_task, bool p_high_priority);
	void start_threads();
	Task *get_next() const;
	void execute(Task *p_task); // Holds the mutex on entry and return.
	void call(const Task *p_task, uint32_t p_element);
	Error wait_for(int64_t p_id, bool p_is_group);
	bool needs(const Task *p_task, const Worker *p_worker, uint32_t p_search) const;
	bool is_completed(int64_t p_id, bool p_is_group) const;
	Task *find(int64_t p_id, bool p_is_group) const;
	static void thread_loop(void *p_self);

protected:
	static void _bind_methods();

public:
	static WorkerThreadPool *get_singleton() { return singleton; }

	// INVALID_TASK_ID, with an error, for a callable that cannot be called, and once the program ends.
	TaskID add_task(const Callable &p_action, bool p_high_priority = false, const String &p_description = String());
	// Without a record: nobody can wait for it, and it is dropped silently when the program ends before it began. False when there are
	// no threads, or the program ends.
	bool add_native_task(void (*p_function)(void *p_userdata), void *p_userdata, bool p_high_priority = false);
	bool is_task_completed(TaskID p_id) const;
	// Ends the task's record: once all who wait at the same time are told, the id is ERR_INVALID_PARAMETER. ERR_BUSY, at once, when the
	// task could only end after the caller's own; ERR_UNAVAILABLE when the program ended before the task began.
	Error wait_for_task_completion(TaskID p_id);
	TaskID get_caller_task_id() const;

	// p_action is called with each number below p_elements, by at most p_tasks_needed threads at a time (negative: by all).
	GroupID add_group_task(const Callable &p_action, int p_elements, int p_tasks_needed = -1, bool p_high_priority = false, const String &p_description = String());
	bool is_group_task_completed(GroupID p_id) const;
	uint32_t get_group_processed_element_count(GroupID p_id) const;
	void wait_for_group_task_completion(GroupID p_id);
	GroupID get_caller_group_id() const;

	// Refuses new tasks and drops those that have not begun; whoever waits for one is told.
	void begin_ending();
	int get_busy_count() const; // Threads that are inside a task.
	void finish(); // The same, then joins the threads: waits for what runs.

	WorkerThreadPool();
	~WorkerThreadPool() override;
};

// WorkerThreadPool: short tasks on a few shared threads.
#pragma once

#include "core/object/class_db.h"
#include "core/object/object.h"
#include "core/os/condition_variable.h"
#include "core/os/mutex.h"
#include "core/os/thread.h"
#include "core/templates/hash_map.h"
#include "core/templates/local_vector.h"
#include "core/variant/callable.h"

// Threads start with the first task. A task may add tasks and wait for them: whoever waits works on what is queued meanwhile, so that
// waiting never runs out of threads (and systems without threads run everything while waiting). Usable from any thread.
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
	// One add_task() or add_group_task(); a group hands out its elements one at a time.
	struct Task {
		Callable callable;
		int64_t id = 0;
		bool is_group = false;
		uint32_t elements = 1;
		uint32_t next_element = 0;
		uint32_t finished = 0;
		bool is_done() const { return finished == elements; }
	};

	static WorkerThreadPool *singleton;
	static thread_local TaskID caller_task;
	static thread_local GroupID caller_group;

	BinaryMutex mutex; // Guards everything below.
	ConditionVariable changed; // Work arrived or finished, or the pool ends.
	HashMap<int64_t, Task *> tasks;
	LocalVector<Task *> queue; // With elements still to be handed out; urgent ones first.
	Thread *threads[MAX_THREADS] = {};
	int thread_count = 0;
	int64_t last_id = 0;
	bool ending = false;

	int64_t add(const Callable &p_action, uint32_t p_elements, bool p_is_group, bool p_high_priority);
	void start_threads();
	bool work_on_one(); // Holds the mutex on entry and return. False: nothing is queued.
	Error wait_for(int64_t p_id, bool p_is_group);
	const Task *find(int64_t p_id, bool p_is_group) const;
	static void thread_loop(void *p_self);

protected:
	static void _bind_methods();

public:
	static WorkerThreadPool *get_singleton() { return singleton; }

	TaskID add_task(const Callable &p_action, bool p_high_priority = false, const String &p_description = String());
	bool is_task_completed(TaskID p_id) const;
	// Ends the task's record: waiting twice is ERR_INVALID_PARAMETER.
	Error wait_for_task_completion(TaskID p_id);
	TaskID get_caller_task_id() const { return caller_task; }

	// p_action is called with each number below p_elements.
	GroupID add_group_task(const Callable &p_action, int p_elements, int p_tasks_needed = -1, bool p_high_priority = false, const String &p_description = String());
	bool is_group_task_completed(GroupID p_id) const;
	uint32_t get_group_processed_element_count(GroupID p_id) const;
	void wait_for_group_task_completion(GroupID p_id);
	GroupID get_caller_group_id() const { return caller_group; }

	// Lets running tasks end, drops the others, joins the threads.
	void finish();

	WorkerThreadPool();
	~WorkerThreadPool() override;
};

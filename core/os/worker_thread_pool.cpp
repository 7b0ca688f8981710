// WorkerThreadPool: the queue, the threads, and waiting.
#include "core/os/worker_thread_pool.h"

#include "core/error/error_macros.h"
#include "core/object/graveyard.h"
#include "core/object/script_language.h"
#include "core/os/os.h"
#include "core/os/script_interrupt.h"

WorkerThreadPool *WorkerThreadPool::singleton = nullptr;

// One add_task() or add_group_task().
struct WorkerThreadPool::Task {
	Callable callable; // Released before the task counts as over.
	void (*function)(void *) = nullptr; // Instead of the callable.
	void *userdata = nullptr;
	int64_t id = 0;
	bool is_group = false;
	bool is_dropped = false; // The pool ended before all elements were begun.
	uint32_t elements = 1;
	uint32_t next_element = 0;
	uint32_t finished = 0;
	uint32_t limit = 1; // Runs at a time.
	uint32_t run_count = 0;
	uint32_t waiters = 0;
	mutable uint32_t seen_by = 0; // The last search that came along.
	Run *runs = nullptr;
	Queue *queue = nullptr; // In which it stands.
	Task *next = nullptr;
	Task *previous = nullptr;

	bool is_over() const { return finished == elements; }
	bool can_begin() const { return next_element < elements && run_count < limit; }
	void leave_queue() {
		if (queue) {
			queue->remove(this);
		}
	}
};

// A task on a thread's stack.
struct WorkerThreadPool::Run {
	Task *task;
	Worker *worker;
	Run *outer; // Below it on the same stack.
	Run *next; // Of the same task.
};

void WorkerThreadPool::Queue::push_back(Task *p_task) {
	p_task->queue = this;
	p_task->previous = last;
	p_task->next = nullptr;
	(last ? last->next : first) = p_task;
	last = p_task;
}

void WorkerThreadPool::Queue::remove(Task *p_task) {
	(p_task->previous ? p_task->previous->next : first) = p_task->next;
	(p_task->next ? p_task->next->previous : last) = p_task->previous;
	p_task->queue = nullptr;
}

WorkerThreadPool::WorkerThreadPool() {
	if (!singleton) { // ClassDB makes further ones to learn their defaults.
		singleton = this;
	}
}

WorkerThreadPool::~WorkerThreadPool() {
	finish();
	if (singleton == this) {
		singleton = nullptr;
	}
}

WorkerThreadPool::Worker &WorkerThreadPool::get_worker() {
	static thread_local Worker worker;
	return worker;
}

void WorkerThreadPool::thread_loop(void *p_self) {
	WorkerThreadPool *self = static_cast<WorkerThreadPool *>(p_self);
	ScriptServer::thread_enter();
	self->mutex.lock();
	while (!self->ending) {
		if (Task *task = self->get_next()) {
			self->execute(task);
			self->mutex.unlock();
			Graveyard::safe_point();
			self->mutex.lock();
		} else {
			self->idle_count++;
			self->work_arrived.wait(self->mutex);
			self->idle_count--;
		}
	}
	self->mutex.unlock();
	ScriptServer::thread_exit();
}

void WorkerThreadPool::start_threads() {
	if (thread_count > 0) {
		return;
	}
	const int wanted = CLAMP(OS::get_singleton()->get_processor_count(), 1, int(MAX_THREADS));
	while (thread_count < wanted) {
		Thread *thread = memnew(Thread);
		if (thread->start(thread_loop, this) == Thread::UNASSIGNED_ID) {
			memdelete(thread);
			return; // Those who wait do the work.
		}
		threads[thread_count++] = thread;
	}
}

WorkerThreadPool::Task *WorkerThreadPool::get_next() const {
	return queues[0].first ? queues[0].first : queues[1].first;
}

// Takes p_task, or deletes it.
int64_t WorkerThreadPool::add(Task *p_task, bool p_high_priority) {
	int64_t id = INVALID_TASK_ID;
	{
		MutexLock lock(mutex);
		if (!ending) {
			start_threads();
			id = p_task->id = ++last_id;
			tasks.insert(id, p_task);
		}
		if (id != INVALID_TASK_ID && p_task->elements > 0) {
			queues[p_high_priority ? 0 : 1].push_back(p_task);
			if (p_task->limit > 1) {
				work_arrived.notify_all();
			} else if (idle_count > 0) {
				work_arrived.notify_one();
			}
		}
	}
	if (id == INVALID_TASK_ID) {
		memdelete(p_task);
	}
	ERR_FAIL_COND_V_MSG(id == INVALID_TASK_ID, id, "The program ends: no task can be added any more.");
	return id;
}

void WorkerThreadPool::call(const Task *p_task, uint32_t p_element) {
	if (p_task->function) {
		p_task->function(p_task->userdata);
		return;
	}
	const Variant element = int64_t(p_element);
	const Variant *args[1] = { &element };
	const int count = p_task->is_group ? 1 : 0;
	Variant result;
	Callable::CallError error;
	p_task->callable.callp(args, count, result, error);
	if (error.error != Callable::CallError::CALL_OK) {
		ERR_PRINT("Could not call a task: " + Variant::get_callable_error_text(p_task->callable, args, count, error) + ".");
	}
}

void WorkerThreadPool::execute(Task *p_task) {
	Worker &worker = get_worker();
	Run run = { p_task, &worker, worker.top, p_task->runs };
	worker.top = &run;
	p_task->runs = &run;
	p_task->run_count++;
	busy_threads += run.outer ? 0 : 1;
	while (p_task->next_element < p_task->elements) {
		const uint32_t element = p_task->next_element++;
		if (!p_task->can_begin()) {
			p_task->leave_queue();
		}
		mutex.unlock();
		call(p_task, element);
		mutex.lock();
		if (p_task->finished + 1 == p_task->elements) {
			// What the callable holds is gone before anybody hears of the end.
			Callable dead;
			SWAP(dead, p_task->callable);
			mutex.unlock();
			dead = Callable();
			mutex.lock();
		}
		p_task->finished++;
	}
	busy_threads -= run.outer ? 0 : 1;
	p_task->run_count--;
	Run **link = &p_task->runs;
	while (*link != &run) {
		link = &(*link)->next;
	}
	*link = run.next;
	worker.top = run.outer;
	if (p_task->is_over() && p_task->waiters > 0) {
		progress.notify_all();
	}
	if (p_task->is_over() && p_task->function) {
		tasks.erase(p_task->id);
		memdelete(p_task);
	}
}

WorkerThreadPool::Task *WorkerThreadPool::find(int64_t p_id, bool p_is_group) const {
	Task *const *task = tasks.getptr(p_id);
	return task && (*task)->is_group == p_is_group ? *task : nullptr;
}

// Whether p_task can only end after p_worker goes on: it runs on that thread's stack, or on the stack of one that sleeps for such a task.
bool WorkerThreadPool::needs(const Task *p_task, const Worker *p_worker, uint32_t p_search) const {
	if (p_task->seen_by == p_search) {
		return false;
	}
	p_task->seen_by = p_search;
	for (const Run *run = p_task->runs; run; run = run->next) {
		if (run->worker == p_worker || (run->worker->waits_for && needs(run->worker->waits_for, p_worker, p_search))) {
			return true;
		}
	}
	return false;
}

Error WorkerThreadPool::wait_for(int64_t p_id, bool p_is_group) {
	MutexLock lock(mutex);
	Task *task = find(p_id, p_is_group);
	if (!task) {
		return ERR_INVALID_PARAMETER;
	}
	Worker &worker = get_worker();
	Error error = OK;
	task->waiters++;
	while (!task->is_over() && error == OK) {
		if (needs(task, &worker, ++last_search)) {
			error = ERR_BUSY;
		} else if (task->can_begin()) {
			execute(task);
		} else {
			worker.waits_for = task;
			error = ScriptInterrupt::wait(progress, mutex) ? OK : ERR_SKIP;
			worker.waits_for = nullptr;
		}
	}
	if (error == OK && task->is_dropped) {
		error = ERR_UNAVAILABLE;
	}
	if (--task->waiters == 0 && task->is_over()) {
		tasks.erase(p_id);
		Callable dead; // Of a task that was dropped.
		SWAP(dead, task->callable);
		lock.temp_unlock();
		memdelete(task);
	}
	return error;
}

WorkerThreadPool::TaskID WorkerThreadPool::add_task(const Callable &p_action, bool p_high_priority, const String &p_description) {
	ERR_FAIL_COND_V_MSG(!p_action.is_valid(), INVALID_TASK_ID, "A task cannot run '" + String(p_action) + "': it is not a valid callable.");
	Task *task = memnew(Task);
	task->callable = p_action;
	return add(task, p_high_priority);
}

bool WorkerThreadPool::add_native_task(void (*p_function)(void *p_userdata), void *p_userdata, bool p_high_priority) {
	{
		MutexLock lock(mutex);
		if (!ending) {
			start_threads();
		}
		if (ending || thread_count == 0) {
			return false;
		}
	}
	Task *task = memnew(Task);
	task->function = p_function;
	task->userdata = p_userdata;
	return add(task, p_high_priority) != INVALID_TASK_ID;
}

bool WorkerThreadPool::is_completed(int64_t p_id, bool p_is_group) const {
	bool known = false;
	bool is_over = false;
	{
		MutexLock lock(mutex);
		const Task *task = find(p_id, p_is_group);
		known = task != nullptr;
		is_over = known && task->is_over();
	}
	ERR_FAIL_COND_V_MSG(!known, false, String("There is no ") + (p_is_group ? "group " : "task ") + itos(p_id) + ", or somebody waited for it already.");
	return is_over;
}

bool WorkerThreadPool::is_task_completed(TaskID p_id) const {
	return is_completed(p_id, false);
}

Error WorkerThreadPool::wait_for_task_completion(TaskID p_id) {
	const Error error = wait_for(p_id, false);
	ERR_FAIL_COND_V_MSG(error == ERR_INVALID_PARAMETER, error, "There is no task " + itos(p_id) + ", or somebody waited for it already.");
	ERR_FAIL_COND_V_MSG(error == ERR_BUSY, error, "A task cannot wait for task " + itos(p_id) + ": that one waits for it, directly or through others.");
	return error;
}

WorkerThreadPool::TaskID WorkerThreadPool::get_caller_task_id() const {
	const Run *run = get_worker().top;
	return run && !run->task->is_group ? run->task->id : TaskID(INVALID_TASK_ID);
}

WorkerThreadPool::GroupID WorkerThreadPool::add_group_task(const Callable &p_action, int p_elements, int p_tasks_needed, bool p_high_priority, const String &p_description) {
	ERR_FAIL_COND_V_MSG(p_elements < 0, INVALID_TASK_ID, "A group has no negative number of elements.");
	ERR_FAIL_COND_V_MSG(!p_action.is_valid(), INVALID_TASK_ID, "A task cannot run '" + String(p_action) + "': it is not a valid callable.");
	Task *task = memnew(Task);
	task->callable = p_action;
	task->is_group = true;
	task->elements = uint32_t(p_elements);
	task->limit = p_tasks_needed > 0 ? uint32_t(p_tasks_needed) : UINT32_MAX;
	return add(task, p_high_priority);
}

bool WorkerThreadPool::is_group_task_completed(GroupID p_id) const {
	return is_completed(p_id, true);
}

uint32_t WorkerThreadPool::get_group_processed_element_count(GroupID p_id) const {
	bool known = false;
	uint32_t finished = 0;
	{
		MutexLock lock(mutex);
		const Task *task = find(p_id, true);
		known = task != nullptr;
		finished = known ? task->finished : 0;
	}
	ERR_FAIL_COND_V_MSG(!known, 0, "There is no group " + itos(p_id) + ", or somebody waited for it already.");
	return finished;
}

void WorkerThreadPool::wait_for_group_task_completion(GroupID p_id) {
	const Error error = wait_for(p_id, true);
	ERR_FAIL_COND_MSG(error == ERR_INVALID_PARAMETER, "There is no group " + itos(p_id) + ", or somebody waited for it already.");
	ERR_FAIL_COND_MSG(error == ERR_BUSY, "A task cannot wait for group " + itos(p_id) + ": that one waits for it, directly or through others.");
}

WorkerThreadPool::GroupID WorkerThreadPool::get_caller_group_id() const {
	const Run *run = get_worker().top;
	return run && run->task->is_group ? run->task->id : GroupID(INVALID_TASK_ID);
}

void WorkerThreadPool::begin_ending() {
	int dropped = 0;
	{
		MutexLock lock(mutex);
		ending = true;
		for (const KeyValue<int64_t, Task *> &entry : tasks) {
			Task *task = entry.value;
			if (task->next_element < task->elements) {
				task->leave_queue();
				task->elements = task->next_element;
				task->is_dropped = true;
				dropped += task->function ? 0 : 1;
			}
		}
		work_arrived.notify_all();
		progress.notify_all();
	}
	if (dropped > 0) {
		WARN_PRINT(itos(dropped) + " tasks of the WorkerThreadPool had not begun when the program ended; they are dropped.");
	}
}

int WorkerThreadPool::get_busy_count() const {
	MutexLock lock(mutex);
	return busy_threads;
}

void WorkerThreadPool::finish() {
	begin_ending();
	for (int i = 0; i < thread_count; i++) {
		threads[i]->wait_to_finish();
		memdelete(threads[i]);
	}
	thread_count = 0;
	for (const KeyValue<int64_t, Task *> &entry : tasks) {
		memdelete(entry.value);
	}
	tasks.clear();
}

void WorkerThreadPool::_bind_methods() {
	ClassDB::bind_method(D_METHOD("add_task", "action", "high_priority", "description"), &WorkerThreadPool::add_task, DEFVAL(false), DEFVAL(String()));
	ClassDB::bind_method(D_METHOD("is_task_completed", "task_id"), &WorkerThreadPool::is_task_completed);
	ClassDB::bind_method(D_METHOD("wait_for_task_completion", "task_id"), &WorkerThreadPool::wait_for_task_completion);
	ClassDB::bind_method(D_METHOD("get_caller_task_id"), &WorkerThreadPool::get_caller_task_id);
	ClassDB::bind_method(D_METHOD("add_group_task", "action", "elements", "tasks_needed", "high_priority", "description"), &WorkerThreadPool::add_group_task, DEFVAL(-1), DEFVAL(false), DEFVAL(String()));
	ClassDB::bind_method(D_METHOD("is_group_task_completed", "group_id"), &WorkerThreadPool::is_group_task_completed);
	ClassDB::bind_method(D_METHOD("get_group_processed_element_count", "group_id"), &WorkerThreadPool::get_group_processed_element_count);
	ClassDB::bind_method(D_METHOD("wait_for_group_task_completion", "group_id"), &WorkerThreadPool::wait_for_group_task_completion);
	ClassDB::bind_method(D_METHOD("get_caller_group_id"), &WorkerThreadPool::get_caller_group_id);
}

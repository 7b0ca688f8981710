// WorkerThreadPool: the queue, the threads, and waiting by working.
#include "core/os/worker_thread_pool.h"

#include "core/error/error_macros.h"
#include "core/object/script_language.h"
#include "core/os/os.h"

WorkerThreadPool *WorkerThreadPool::singleton = nullptr;
thread_local WorkerThreadPool::TaskID WorkerThreadPool::caller_task = INVALID_TASK_ID;
thread_local WorkerThreadPool::GroupID WorkerThreadPool::caller_group = INVALID_TASK_ID;

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

void WorkerThreadPool::thread_loop(void *p_self) {
	WorkerThreadPool *self = static_cast<WorkerThreadPool *>(p_self);
	ScriptServer::thread_enter();
	self->mutex.lock();
	while (!self->ending) {
		if (!self->work_on_one()) {
			self->changed.wait(self->mutex);
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

int64_t WorkerThreadPool::add(const Callable &p_action, uint32_t p_elements, bool p_is_group, bool p_high_priority) {
	ERR_FAIL_COND_V_MSG(!p_action.is_valid(), INVALID_TASK_ID, "A task cannot run '" + String(p_action) + "': it is not a valid callable.");
	MutexLock<BinaryMutex> lock(mutex);
	start_threads();
	Task *task = memnew(Task);
	task->callable = p_action;
	task->id = ++last_id;
	task->is_group = p_is_group;
	task->elements = p_elements;
	tasks.insert(task->id, task);
	if (p_elements > 0) {
		if (p_high_priority) {
			queue.insert(0, task);
		} else {
			queue.push_back(task);
		}
		changed.notify_all();
	}
	return task->id;
}

bool WorkerThreadPool::work_on_one() {
	if (queue.is_empty()) {
		return false;
	}
	Task *task = queue[0];
	const Variant element = int64_t(task->next_element++);
	if (task->next_element == task->elements) {
		queue.remove_at(0);
	}
	mutex.unlock();

	const TaskID outer_task = caller_task;
	const GroupID outer_group = caller_group;
	caller_task = task->is_group ? TaskID(INVALID_TASK_ID) : task->id;
	caller_group = task->is_group ? task->id : GroupID(INVALID_TASK_ID);
	const Variant *args[1] = { &element };
	Variant result;
	Callable::CallError error;
	task->callable.callp(args, task->is_group ? 1 : 0, result, error);
	if (error.error != Callable::CallError::CALL_OK) {
		ERR_PRINT("Could not call a task: " + Variant::get_callable_error_text(task->callable, args, task->is_group ? 1 : 0, error) + ".");
	}
	caller_task = outer_task;
	caller_group = outer_group;

	mutex.lock();
	task->finished++;
	if (task->is_done()) {
		changed.notify_all();
	}
	return true;
}

const WorkerThreadPool::Task *WorkerThreadPool::find(int64_t p_id, bool p_is_group) const {
	Task *const *task = tasks.getptr(p_id);
	return task && (*task)->is_group == p_is_group ? *task : nullptr;
}

Error WorkerThreadPool::wait_for(int64_t p_id, bool p_is_group) {
	Task *finished = nullptr;
	bool known = true;
	{
		MutexLock<BinaryMutex> lock(mutex);
		while (true) {
			const Task *task = find(p_id, p_is_group);
			known = task != nullptr;
			if (!known || task->is_done()) {
				finished = const_cast<Task *>(task);
				tasks.erase(p_id);
				break;
			}
			if (!work_on_one()) {
				changed.wait(mutex);
			}
		}
	}
	if (finished) {
		memdelete(finished);
	}
	ERR_FAIL_COND_V_MSG(!known, ERR_INVALID_PARAMETER, "There is no task " + itos(p_id) + ", or somebody waited for it already.");
	return OK;
}

WorkerThreadPool::TaskID WorkerThreadPool::add_task(const Callable &p_action, bool p_high_priority, const String &p_description) {
	return add(p_action, 1, false, p_high_priority);
}

bool WorkerThreadPool::is_task_completed(TaskID p_id) const {
	bool known = false;
	bool done = false;
	{
		MutexLock<BinaryMutex> lock(mutex);
		const Task *task = find(p_id, false);
		known = task != nullptr;
		done = known && task->is_done();
	}
	ERR_FAIL_COND_V_MSG(!known, false, "There is no task " + itos(p_id) + ", or somebody waited for it already.");
	return done;
}

Error WorkerThreadPool::wait_for_task_completion(TaskID p_id) {
	ERR_FAIL_COND_V_MSG(p_id == caller_task, ERR_BUSY, "A task cannot wait for itself.");
	return wait_for(p_id, false);
}

WorkerThreadPool::GroupID WorkerThreadPool::add_group_task(const Callable &p_action, int p_elements, int p_tasks_needed, bool p_high_priority, const String &p_description) {
	ERR_FAIL_COND_V_MSG(p_elements < 0, INVALID_TASK_ID, "A group has no negative number of elements.");
	return add(p_action, uint32_t(p_elements), true, p_high_priority);
}

bool WorkerThreadPool::is_group_task_completed(GroupID p_id) const {
	bool known = false;
	bool done = false;
	{
		MutexLock<BinaryMutex> lock(mutex);
		const Task *task = find(p_id, true);
		known = task != nullptr;
		done = known && task->is_done();
	}
	ERR_FAIL_COND_V_MSG(!known, false, "There is no group " + itos(p_id) + ", or somebody waited for it already.");
	return done;
}

uint32_t WorkerThreadPool::get_group_processed_element_count(GroupID p_id) const {
	MutexLock<BinaryMutex> lock(mutex);
	const Task *task = find(p_id, true);
	return task ? task->finished : 0;
}

void WorkerThreadPool::wait_for_group_task_completion(GroupID p_id) {
	ERR_FAIL_COND_MSG(p_id == caller_group, "A group task cannot wait for its own group.");
	wait_for(p_id, true);
}

void WorkerThreadPool::finish() {
	{
		MutexLock<BinaryMutex> lock(mutex);
		ending = true;
		queue.clear();
		changed.notify_all();
	}
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

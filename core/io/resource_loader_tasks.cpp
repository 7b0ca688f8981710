// ResourceLoader: one task a path, whoever asks for it and on whatever thread.
#include "core/error/error_macros.h"
#include "core/io/resource_loader.h"
#include "core/os/condition_variable.h"
#include "core/os/script_interrupt.h"
#include "core/os/thread.h"
#include "core/os/worker_thread_pool.h"

struct ResourceLoader::Task {
	String path;
	String type_hint;
	CacheMode mode = ResourceFormatLoader::CACHE_MODE_REUSE;
	Thread::ID loader = Thread::UNASSIGNED_ID; // Who loads it; nobody yet while it is queued.
	Ref<Resource> resource;
	Error error = OK;
	bool is_done = false;
	uint32_t requests = 0; // By load_threaded_request(), not yet taken.
	uint32_t users = 0; // Threads that load it or wait for it.
	uint32_t parts = 0; // Loaded on its behalf so far.
};

struct ResourceLoader::Shared {
	BinaryMutex mutex; // Guards all of this and every Task. Never held over a call out.
	ConditionVariable changed; // A task is done.
	HashMap<String, Task *> running; // CACHE_MODE_REUSE, by path: what later askers join.
	HashMap<String, Task *> requested; // By path: what load_threaded_get() gives.
	LocalVector<Task *> queue; // Not begun; first come, first served.
	HashMap<Thread::ID, const Task *> waits; // For what a thread waits.

	// Never destroyed: threads may outlast static storage.
	static Shared &get() {
		static Shared *shared = memnew(Shared);
		return *shared;
	}
	// With the mutex held. What is returned is to be deleted after it is released: the resource may call out when it goes.
	static Task *drop_unused(Task *p_task) { return p_task->users == 0 && p_task->requests == 0 ? p_task : nullptr; }
	void forget_running(const Task *p_task) {
		Task **known = running.getptr(p_task->path);
		if (known && *known == p_task) {
			running.erase(p_task->path);
		}
	}
};

namespace {

Mutex exclusive_mutex;
thread_local int exclusive_depth = 0;

} // namespace

ResourceLoader::Exclusive::Exclusive() {
	exclusive_mutex.lock();
	exclusive_depth++;
}

ResourceLoader::Exclusive::~Exclusive() {
	exclusive_depth--;
	exclusive_mutex.unlock();
}

bool run_while_nothing_loads(void (*p_function)()) {
	if (exclusive_depth > 0 || !exclusive_mutex.try_lock()) {
		return false;
	}
	exclusive_depth++;
	p_function();
	exclusive_depth--;
	exclusive_mutex.unlock();
	return true;
}

// With the mutex held: whether the thread that loads p_task gets on without this one. Who holds the exclusive lock waits for nobody,
// as everybody may wait for that.
bool ResourceLoader::can_wait_for(const Task *p_task) {
	const Shared &shared = Shared::get();
	if (exclusive_depth > 0) {
		return false;
	}
	const Thread::ID self = Thread::get_caller_id();
	for (const Task *task = p_task; task;) {
		if (task->loader == self) {
			return false;
		}
		const Task *const *next = shared.waits.getptr(task->loader);
		task = next ? *next : nullptr;
	}
	return true;
}

// For the thread that has made itself p_task's loader and user.
void ResourceLoader::run_task(Task *p_task) {
	Shared &shared = Shared::get();
	Error error = OK;
	Ref<Resource> resource;
	if (p_task->mode == ResourceFormatLoader::CACHE_MODE_REUSE) {
		resource = ResourceCache::get_ref(p_task->path);
	}
	if (resource.is_null()) {
		resource = load_uncached(p_task->path, p_task->type_hint, p_task->mode, error);
	}
	MutexLock lock(shared.mutex);
	p_task->resource = resource;
	p_task->error = error;
	p_task->is_done = true;
	shared.forget_running(p_task);
	for (const KeyValue<String, Task *> &entry : shared.running) {
		entry.value->parts += entry.value->loader == p_task->loader ? 1 : 0;
	}
	for (const KeyValue<String, Task *> &entry : shared.requested) {
		entry.value->parts += entry.value->loader == p_task->loader && !entry.value->is_done && entry.value->mode != ResourceFormatLoader::CACHE_MODE_REUSE ? 1 : 0;
	}
	shared.changed.notify_all();
}

// Loads p_task here if nobody has begun, else waits for who did. The caller is a user of it.
void ResourceLoader::finish_on_this_thread(Task *p_task) {
	Shared &shared = Shared::get();
	const Thread::ID self = Thread::get_caller_id();
	{
		MutexLock lock(shared.mutex);
		if (p_task->loader != Thread::UNASSIGNED_ID) {
			shared.waits.insert(self, p_task);
			while (!p_task->is_done && ScriptInterrupt::wait(shared.changed, shared.mutex)) {
			}
			shared.waits.erase(self);
			return;
		}
		p_task->loader = self;
		shared.queue.erase(p_task);
	}
	run_task(p_task);
}

Ref<Resource> ResourceLoader::load_as_task(const String &p_path, const String &p_type_hint, Error &r_error) {
	Shared &shared = Shared::get();
	Task *task = nullptr;
	{
		MutexLock lock(shared.mutex);
		if (Task **known = shared.running.getptr(p_path)) {
			task = *known;
			if (task->loader != Thread::UNASSIGNED_ID && !can_wait_for(task)) {
				task = nullptr;
			}
		} else {
			task = memnew(Task);
			task->path = p_path;
			task->type_hint = p_type_hint;
			shared.running.insert(p_path, task);
		}
		if (task) {
			task->users++;
		}
	}
	if (!task) {
		// A file that needs itself: its loader knows what to do. Or another thread's, which will find this one's result.
		return load_uncached(p_path, p_type_hint, ResourceFormatLoader::CACHE_MODE_REUSE, r_error);
	}
	finish_on_this_thread(task);
	Ref<Resource> resource;
	{
		MutexLock lock(shared.mutex);
		resource = task->resource;
		r_error = task->is_done ? task->error : ERR_SKIP;
		task->users--;
		task = Shared::drop_unused(task);
	}
	memdelete_notnull(task);
	return resource;
}

// One for each request; another thread may have taken it up already.
void ResourceLoader::run_queued(void *) {
	Shared &shared = Shared::get();
	Task *task = nullptr;
	{
		MutexLock lock(shared.mutex);
		if (!shared.queue.is_empty()) {
			task = shared.queue[0];
			shared.queue.remove_at(0);
			task->loader = Thread::get_caller_id();
			task->users++;
		}
	}
	if (!task) {
		return;
	}
	run_task(task);
	{
		MutexLock lock(shared.mutex);
		task->users--;
		task = Shared::drop_unused(task);
	}
	memdelete_notnull(task);
}

Error ResourceLoader::load_threaded_request(const String &p_path, const String &p_type_hint, bool p_use_sub_threads, CacheMode p_cache_mode) {
	ERR_FAIL_COND_V_MSG(p_path.is_empty(), ERR_INVALID_PARAMETER, "Cannot load a resource: the path is empty.");
	const String path = to_cache_path(p_path);
	const bool reuses = p_cache_mode == ResourceFormatLoader::CACHE_MODE_REUSE;
	const Ref<Resource> cached = reuses ? ResourceCache::get_ref(path) : Ref<Resource>();
	Shared &shared = Shared::get();
	{
		MutexLock lock(shared.mutex);
		Task *&request = shared.requested[path];
		if (request) {
			request->requests++;
			return OK;
		}
		Task **running = reuses ? shared.running.getptr(path) : nullptr;
		if (running) {
			request = *running;
			request->requests++;
			return OK;
		}
		request = memnew(Task);
		request->path = path;
		request->type_hint = p_type_hint;
		request->mode = p_cache_mode;
		request->requests = 1;
		if (cached.is_valid()) {
			request->resource = cached;
			request->is_done = true;
			return OK;
		}
		if (reuses) {
			shared.running.insert(path, request);
		}
		shared.queue.push_back(request);
	}
	WorkerThreadPool *pool = WorkerThreadPool::get_singleton();
	if (!pool->add_native_task(run_queued, nullptr)) {
		run_queued(nullptr); // No threads here, or the program ends.
	}
	return OK;
}

ResourceLoader::ThreadLoadStatus ResourceLoader::load_threaded_get_status(const String &p_path, float *r_progress) {
	Shared &shared = Shared::get();
	const String path = to_cache_path(p_path);
	MutexLock lock(shared.mutex);
	Task *const *task = shared.requested.getptr(path);
	ThreadLoadStatus status = THREAD_LOAD_INVALID_RESOURCE;
	float progress = 0.0f;
	if (task && !(*task)->is_done) {
		status = THREAD_LOAD_IN_PROGRESS;
		progress = 1.0f - 1.0f / float((*task)->parts + 1);
	} else if (task) {
		status = (*task)->resource.is_valid() ? THREAD_LOAD_LOADED : THREAD_LOAD_FAILED;
		progress = (*task)->resource.is_valid() ? 1.0f : 0.0f;
	}
	if (r_progress) {
		*r_progress = progress;
	}
	return status;
}

Ref<Resource> ResourceLoader::load_threaded_get(const String &p_path, Error *r_error) {
	Shared &shared = Shared::get();
	const String path = to_cache_path(p_path);
	Task *task = nullptr;
	bool is_circle = false;
	{
		MutexLock lock(shared.mutex);
		if (Task **known = shared.requested.getptr(path)) {
			task = *known;
			is_circle = !task->is_done && task->loader != Thread::UNASSIGNED_ID && !can_wait_for(task);
			task->users += is_circle ? 0 : 1;
		}
	}
	if (r_error) {
		*r_error = task ? ERR_BUSY : ERR_INVALID_PARAMETER;
	}
	ERR_FAIL_NULL_V_MSG(task, Ref<Resource>(), "Loading of '" + p_path + "' was never requested, or the resource was already taken.");
	ERR_FAIL_COND_V_MSG(is_circle, Ref<Resource>(), "Cannot wait for '" + p_path + "': it is loaded by this thread, or waits for it.");
	finish_on_this_thread(task);
	Ref<Resource> resource;
	{
		MutexLock lock(shared.mutex);
		resource = task->resource;
		if (r_error) {
			*r_error = task->is_done ? task->error : ERR_SKIP;
		}
		task->users--;
		if (task->requests > 0 && --task->requests == 0) {
			shared.requested.erase(path);
		}
		task = Shared::drop_unused(task);
	}
	memdelete_notnull(task);
	return resource;
}

void ResourceLoader::drop_requests() {
	Shared &shared = Shared::get();
	LocalVector<Task *> dead;
	{
		MutexLock lock(shared.mutex);
		for (const KeyValue<String, Task *> &entry : shared.requested) {
			entry.value->requests = 0;
			dead.push_back(entry.value);
		}
		shared.requested.clear();
		shared.running.clear();
		shared.queue.reset();
	}
	for (Task *task : dead) {
		memdelete(task);
	}
}

void ResourceLoader::cleanup() {
	drop_requests();
	loaders.reset();
}

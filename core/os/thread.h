// Thread: a thread of the system that runs one function.
#pragma once

#include "core/error/error_list.h"
#include "core/typedefs.h"

#include <pthread.h>

class String;

class Thread {
public:
	using Callback = void (*)(void *p_userdata);
	using ID = uint64_t; // Counts up from 1, the main thread's; 0 is no thread. Never reused.
	static constexpr ID UNASSIGNED_ID = 0;
	static constexpr ID MAIN_ID = 1;

	enum Sharing {
		SHARES_ENGINE_OBJECTS, // Turns reference counts atomic for the rest of the program (ThreadSharing::enable()).
		SHARES_NOTHING, // Promises to touch plain C++ data only.
	};

	// UNASSIGNED_ID when the system has no thread left. wait_to_finish() is due before the Thread dies.
	ID start(Callback p_callback, void *p_userdata, Sharing p_sharing = SHARES_ENGINE_OBJECTS);
	bool is_started() const { return id != UNASSIGNED_ID; }
	void wait_to_finish();
	ID get_id() const { return id; }

	static ID get_caller_id();
	static ID get_main_id() { return MAIN_ID; }
	static bool is_main_thread() { return get_caller_id() == MAIN_ID; }
	static Error set_name(const String &p_name); // Of the calling thread, for debuggers; cut to what the system takes.

	Thread() = default;
	~Thread();
	Thread(const Thread &) = delete;
	Thread &operator=(const Thread &) = delete;

private:
	static void *_run(void *p_start);

	pthread_t handle = {};
	ID id = UNASSIGNED_ID;
};

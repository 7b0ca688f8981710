// Which SocketPoller a Linux process uses, and the main one.
#include "core/io/socket_poller.h"

#include "core/os/memory.h"
#include "core/os/mutex.h"
#include "platform/unix/socket_poller_epoll.h"
#include "platform/unix/socket_poller_poll.h"

#include <cstdlib>
#include <cstring>

static SocketPoller *main_poller = nullptr;
static BinaryMutex main_poller_mutex;

template <typename T>
static SocketPoller *usable_or_null(T *p_poller) {
	if (p_poller->is_usable()) {
		return p_poller;
	}
	memdelete(p_poller);
	return nullptr;
}

// Pollers that nest are of one kind, so the choice is made once.
static bool is_epoll_wanted() {
	static const bool wanted = [] {
		const char *forced = getenv("ESTRAGON_POLLER");
		return !forced || strcmp(forced, "poll") != 0;
	}();
	return wanted;
}

SocketPoller *SocketPoller::create() {
	return is_epoll_wanted() ? usable_or_null(memnew(SocketPollerEpoll)) : usable_or_null(memnew(SocketPollerPoll));
}

SocketPoller *SocketPoller::get_main() {
	SocketPoller *existing = __atomic_load_n(&main_poller, __ATOMIC_ACQUIRE);
	if (likely(existing != nullptr)) {
		return existing;
	}
	MutexLock lock(main_poller_mutex);
	if (!main_poller) {
		__atomic_store_n(&main_poller, create(), __ATOMIC_RELEASE);
	}
	return main_poller;
}

void SocketPoller::destroy_main() {
	MutexLock lock(main_poller_mutex);
	SocketPoller *dying = main_poller;
	__atomic_store_n(&main_poller, static_cast<SocketPoller *>(nullptr), __ATOMIC_RELEASE);
	if (dying) {
		memdelete(dying);
	}
}

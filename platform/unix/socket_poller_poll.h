// SocketPoller over POSIX poll(), for systems without epoll. Costs grow with the number of sockets.
#pragma once

#include "core/io/socket_poller.h"
#include "core/os/mutex.h"
#include "core/templates/hash_map.h"
#include "core/templates/local_vector.h"

#include <poll.h>

#include <atomic>

// Edges are emulated: a reported edge registration sleeps until its owner says rearm(), which NetSocket does on ERR_BUSY.
// An inner poller's edge is rearmed by the inner poller's wait().
class SocketPollerPoll final : public SocketPoller {
	struct Entry {
		void *userdata = nullptr;
		uint32_t wanted = 0;
		uint32_t armed = 0; // Bits of wanted that may be reported now.
		Trigger trigger = TRIGGER_LEVEL;
		bool is_armed = true;
	};
	struct Inner {
		SocketPollerPoll *poller = nullptr;
		Entry entry;
	};

	mutable BinaryMutex mutex;
	HashMap<int, Entry> entries;
	LocalVector<Inner> inner;
	SocketPollerPoll *outer = nullptr;
	int wake_reader = -1;
	int wake_writer = -1;
	LocalVector<pollfd> offered; // What one wait() gives to the system; [0] is the wake pipe.
	Ready ready[MAX_READY];
	std::atomic<bool> is_waiting{ false };
	uint32_t generation = 0; // Changes with every change of the set.

	void _offer(LocalVector<pollfd> &r_offered) const;
	static int _ask(LocalVector<pollfd> &r_offered, int64_t p_timeout_usec);
	bool _has_ready(const pollfd *p_first, uint32_t p_count) const;
	int _collect(const LocalVector<pollfd> &p_offered, Ready *r_ready, int p_capacity);
	void _rearm_inner(const SocketPollerPoll *p_inner);
	void _wake_sleepers();
	void _drain_wakes();

public:
	bool is_usable() const { return wake_reader >= 0; }

	Error add(Handle p_handle, uint32_t p_events, void *p_userdata, Trigger p_trigger) override;
	Error modify(Handle p_handle, uint32_t p_events, void *p_userdata, Trigger p_trigger) override;
	void remove(Handle p_handle) override;
	Error add_poller(SocketPoller *p_inner, void *p_userdata, Trigger p_trigger) override;
	void remove_poller(SocketPoller *p_inner) override;
	int wait(int64_t p_timeout_usec) override;
	const Ready *get_ready() const override { return ready; }
	int look(Ready *r_ready, int p_capacity) override;
	void wake() override;
	void rearm(Handle p_handle, uint32_t p_events) override;

	SocketPollerPoll();
	~SocketPollerPoll() override;
};

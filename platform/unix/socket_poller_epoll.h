// SocketPoller over Linux epoll.
#pragma once

#include "core/io/socket_poller.h"

#include <sys/epoll.h>

class SocketPollerEpoll final : public SocketPoller {
	int epoll_handle = -1;
	int wake_handle = -1; // An eventfd; registered with this poller as its userdata.
	[[maybe_unused]] bool has_fine_timeout = true; // epoll_pwait2 exists (Linux 5.11).
	epoll_event events[MAX_READY];
	Ready ready[MAX_READY];

	Error _control(int p_operation, Handle p_handle, uint32_t p_events, void *p_userdata, Trigger p_trigger);
	int _wait_for_events(int64_t p_timeout_usec);

public:
	bool is_usable() const { return epoll_handle >= 0 && wake_handle >= 0; }

	Error add(Handle p_handle, uint32_t p_events, void *p_userdata, Trigger p_trigger) override;
	Error modify(Handle p_handle, uint32_t p_events, void *p_userdata, Trigger p_trigger) override;
	void remove(Handle p_handle) override;
	Error add_poller(SocketPoller *p_inner, void *p_userdata, Trigger p_trigger) override;
	void remove_poller(SocketPoller *p_inner) override;
	int wait(int64_t p_timeout_usec) override;
	const Ready *get_ready() const override { return ready; }
	int look(Ready *r_ready, int p_capacity) override;
	void wake() override;
	void rearm(Handle, uint32_t) override {} // The kernel keeps track of edges.

	SocketPollerEpoll();
	~SocketPollerEpoll() override;
};

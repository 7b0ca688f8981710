// The readiness set of a server: one poller of its own, nested in the one that the main loop sleeps on.
#pragma once

#include "core/io/socket_poller.h"
#include "modules/websocket/host_compat.h"

// Level-triggered: what is left undone is reported again by the next wait(). The cost of wait() grows with the sockets that have
// something to do, not with those registered.
class WSEventLoop {
public:
	Error open(); // ERR_CANT_CREATE when the system has no descriptors left.
	void close();
	bool is_open() const { return poller != nullptr; }

	// p_events: bits of SocketPoller::Event. p_userdata comes back with every report.
	Error watch(SocketPoller::Handle p_handle, uint32_t p_events, void *p_userdata);
	Error change(SocketPoller::Handle p_handle, uint32_t p_events, void *p_userdata);
	void unwatch(SocketPoller::Handle p_handle);

	// Does not sleep. Returns how many entries get_ready() has until the next collect().
	int collect();
	const SocketPoller::Ready *get_ready() const;

	WSEventLoop() = default;
	WSEventLoop(const WSEventLoop &) = delete;
	WSEventLoop &operator=(const WSEventLoop &) = delete;
	~WSEventLoop() { close(); }

private:
	SocketPoller *poller = nullptr;
};

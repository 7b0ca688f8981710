// The readiness set of a server: one poller of its own, nested in the one that the main loop sleeps on.
#pragma once

#include "core/io/network_turn.h"
#include "core/io/socket_poller.h"
#include "modules/websocket/host/ws_host_sockets.h"

// Level-triggered: what is left undone is reported again by the next collect(). Its cost grows with the sockets that have something
// to do, not with those registered; when nothing has come since it last returned 0, it asks nobody.
class WSEventLoop {
public:
	// p_taker takes what comes in the main loop's network turns; opened on another thread, it is never called. ERR_CANT_CREATE when the
	// system has no descriptors left.
	Error open(NetworkTaker *p_taker);
	void close();
	bool is_open() const { return poller != nullptr; }

	// p_events: bits of SocketPoller::Event. p_userdata comes back with every report.
	Error watch(SocketPoller::Handle p_handle, uint32_t p_events, void *p_userdata);
	Error change(SocketPoller::Handle p_handle, uint32_t p_events, void *p_userdata);
	void unwatch(SocketPoller::Handle p_handle);

	void leave_turns(); // From now on the taker is not called: the server is used on another thread.
	void request_turn(); // The taker is called in the next turn, whatever is reported.
	void note_look(); // The server was polled.
	// Does not sleep. Returns how many entries get_ready() has until the next collect().
	int collect();
	const SocketPoller::Ready *get_ready() const;

	WSEventLoop() = default;
	WSEventLoop(const WSEventLoop &) = delete;
	WSEventLoop &operator=(const WSEventLoop &) = delete;
	~WSEventLoop() { close(); }

private:
	SocketPoller *poller = nullptr;
	SocketWatch *main_watch = nullptr; // Of the poller, at the main one; null without one.
	NetworkTaker *taker = nullptr; // While it is called.
};

// The readiness set of a server: one poller of its own, nested in the one that the main loop sleeps on.
#pragma once

#include "modules/websocket/host/ws_socket.h"

// Level-triggered: what is left undone is reported again by the next collect(). Its cost grows with the sockets that have something
// to do, not with those registered; when nothing has come since it last returned 0, it asks nobody.
class WSEventLoop {
public:
	// p_taker takes what comes in the main loop's network turns; opened on another thread, it is never called. ERR_CANT_CREATE when the
	// system has no descriptors left.
	Error open(WSTaker *p_taker);
	void close();
	bool is_open() const { return poller != nullptr; }

	// p_events: bits of WSPoller::Event. p_userdata comes back with every report.
	Error watch(WSPoller::Handle p_handle, uint32_t p_events, void *p_userdata);
	Error change(WSPoller::Handle p_handle, uint32_t p_events, void *p_userdata);
	void unwatch(WSPoller::Handle p_handle);

	void leave_turns(); // From now on the taker is not called: the server is used on another thread.
	void request_turn(); // The taker is called in the next turn, whatever is reported.
	void note_look(); // The server was polled.
	// Does not sleep. Returns how many entries get_ready() has until the next collect().
	int collect();
	const WSPoller::Ready *get_ready() const;

	WSEventLoop() = default;
	WSEventLoop(const WSEventLoop &) = delete;
	WSEventLoop &operator=(const WSEventLoop &) = delete;
	~WSEventLoop() { close(); }

private:
	WSPoller *poller = nullptr;
	WSWatch *main_watch = nullptr; // Of the poller, at the main one; null without one.
	WSTaker *taker = nullptr; // While it is called.
};

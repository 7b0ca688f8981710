// Sleeps until one of many sockets has something to do. epoll on Linux, poll() elsewhere (ESTRAGON_POLLER=poll forces it).
#pragma once

#include "core/error/error_list.h"
#include "core/typedefs.h"

// One thread waits; any thread may call wake(). Registrations persist until remove() (do it before closing the descriptor).
// Pollers nest: add_poller() makes the outer one report whenever the inner one has something ready.
class SocketPoller {
public:
	using Handle = intptr_t; // As NetSocket::Handle.

	enum Event : uint32_t {
		EVENT_READABLE = 1, // Also: a connection waits, or the other side has ended its half.
		EVENT_WRITABLE = 2, // Also: an outgoing connection succeeded or failed.
		EVENT_BROKEN = 4, // Error or both halves closed. Always reported; need not be asked for.
		EVENT_ENDED = 8, // With EVENT_READABLE: the other side has ended its half, what it sent before may wait. Where the system cannot tell, set with every EVENT_READABLE.
	};
	enum Trigger {
		TRIGGER_LEVEL, // Reported by every wait() as long as the condition holds.
		TRIGGER_EDGE, // Reported once per change. The owner reads (or writes) until ERR_BUSY before it relies on the next report.
	};
	struct Ready {
		void *userdata = nullptr;
		uint32_t events = 0; // Bits of Event.
	};
	static constexpr int64_t WAIT_FOREVER = -1;
	static constexpr int MAX_READY = 512; // One wait() reports at most this many; the rest is reported by the next one.

	// p_userdata comes back in Ready; it is never looked at and not owned. ERR_ALREADY_EXISTS when the handle is registered.
	virtual Error add(Handle p_handle, uint32_t p_events, void *p_userdata, Trigger p_trigger = TRIGGER_LEVEL) = 0;
	virtual Error modify(Handle p_handle, uint32_t p_events, void *p_userdata, Trigger p_trigger = TRIGGER_LEVEL) = 0;
	virtual void remove(Handle p_handle) = 0; // Unknown handles are ignored. Reports already fetched by wait() remain in its list.
	virtual Error add_poller(SocketPoller *p_inner, void *p_userdata, Trigger p_trigger = TRIGGER_LEVEL) = 0; // Remove it with remove_poller() before either dies.
	virtual void remove_poller(SocketPoller *p_inner) = 0;

	// Sleeps until something is ready, wake() is called, or p_timeout_usec is over (0: only look; WAIT_FOREVER).
	// Returns how many entries get_ready() has; 0 after a timeout or a wake().
	virtual int wait(int64_t p_timeout_usec) = 0;
	// Valid until the next wait() of this poller.
	virtual const Ready *get_ready() const = 0;
	// As wait(0), but for any thread, and into the caller's array: returns how many of p_capacity entries were filled. An edge that one
	// thread was told of is not told to another; pending wakes stay for wait().
	virtual int look(Ready *r_ready, int p_capacity) = 0;
	// Ends the current or the next wait() early. Any thread; async-signal-safe.
	virtual void wake() = 0;
	// The socket gave ERR_BUSY for these events, or something was read from it: lets pollers that emulate edges listen again. Cheap;
	// NetSocket calls it itself.
	virtual void rearm(Handle p_handle, uint32_t p_events) = 0;

	// The caller deletes it with memdelete. nullptr only when the system has no descriptors left or no sockets (web).
	static SocketPoller *create();
	// The one the main loop sleeps on; the userdata of its registrations is a SocketWatch. Exists from the first call until destroy_main(). nullptr where sockets do not exist (web).
	static SocketPoller *get_main();
	static void destroy_main();

	virtual ~SocketPoller() = default;
};

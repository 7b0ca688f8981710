// What is known about a socket without asking the system: bits that the main poller sets and a dry transfer clears.
#pragma once

#include "core/typedefs.h"

#include <atomic>

class NetworkTaker;

// One for each socket that is registered with SocketPoller::get_main(); it is the registration's userdata. The bits are hints: a set
// bit says "try", a clear one "nothing since the last look". They may be set and cleared from any thread.
//
// Whoever is about to ask the system clears the bit first and sets it again when there may be more: an edge that comes in between is
// never lost. Watches are recycled and never given back, so a report that comes late costs its new owner one needless try.
class SocketWatch {
public:
	// The lowest bits are those of SocketPoller::Event.
	static constexpr uint32_t ANNOUNCED = 1u << 8; // Its news have ended a sleep of the main loop, and no script has looked since.
	static constexpr uint32_t ELSEWHERE = 1u << 9; // A thread other than the main one looks at it: its news are none for frames.

	static SocketWatch *allocate(uint32_t p_bits);
	static void release(SocketWatch *p_watch); // null is ignored.

	bool has(uint32_t p_bits) const { return (bits.load(std::memory_order_acquire) & p_bits) != 0; }
	void set(uint32_t p_bits) { bits.fetch_or(p_bits, std::memory_order_acq_rel); }
	void clear(uint32_t p_bits) { bits.fetch_and(~p_bits, std::memory_order_acq_rel); }
	// A script looks: what comes from now on is news again.
	void note_look();
	// Whether one of p_bits may hold now. When none is set and the main poller's answer is old, it is asked first, see refresh().
	bool may(uint32_t p_bits);
	// The main poller reported p_events (bits of SocketPoller::Event). Under NetworkTurn's mutex. True when somebody has to hear of it.
	bool report(uint32_t p_events);

	// Who takes from this socket between frames; null: only scripts do. Under NetworkTurn's mutex.
	NetworkTaker *taker = nullptr;

private:
	std::atomic<uint32_t> bits{ 0 };
	SocketWatch *next_free = nullptr;
};

// How much of a turn handshakes may take: a thousand clients that come at once must not stall those who are there.
#pragma once

#include <cstdint>

// Of the calling thread. A turn of the main loop begins a new share, and so does time: scripts may poll in loops of their own.
class TLSBudget {
public:
	static constexpr uint64_t TURN_USEC = 8000; // A handshake's costly step takes about one millisecond; a step is never interrupted.
	static constexpr uint64_t LONGEST_TURN_USEC = 20000;

	static bool may_go_on();
	static void spend(uint64_t p_usec);
};

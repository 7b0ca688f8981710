// How much of the core the network may take: when frames and turns that it causes come at the earliest.
#pragma once

#include "core/typedefs.h"

// Pure arithmetic on the microseconds of a monotonic clock that the caller reads.
//
// Frames. After a frame that took t, one that the network causes comes no sooner than t later, so that peers get half of the core at
// most. Delivering messages to handlers does not count while it is quick: that work comes with the messages, not with the frame.
//
// Turns. While a frame waits for its time, turns take an eighth of the wait at most; behind a heavy frame they make the wait longer by what
// they take. A turn that brought nothing for scripts and
// read in small pieces (a peer drips) is followed by a pause as long as itself.
class TurnPacer {
public:
	static constexpr uint64_t LIGHT_FRAME = 500; // A frame without its deliveries is heavy from here on: then they count, too.
	static constexpr uint64_t QUICK_MESSAGE = 50; // And when one message takes its handlers longer than this, on average.
	static constexpr uint64_t TURN_SHARE = 8;
	static constexpr uint64_t SMALL_READ = 1024; // Bytes.
	static constexpr uint64_t SHORTEST_PAUSE = 20; // A shorter sleep takes longer than it lasts.

	// A frame has ended at p_now. Of p_took, p_delivering went to the handlers of p_messages messages.
	void note_frame(uint64_t p_now, uint64_t p_took, uint64_t p_delivering, uint64_t p_messages);
	// A turn has ended at p_now. p_frame_follows: it runs at once; p_frame_waits: there are news, but their frame has to wait.
	void note_turn(uint64_t p_now, uint64_t p_took, bool p_frame_follows, bool p_frame_waits, uint64_t p_reads, uint64_t p_bytes_read);

	// When the frame that the network causes runs, if the clock has the next one at p_due: as early as it may. A heavy one that would not be
	// over by then waits for the clock's, or two would follow each other without a pause.
	uint64_t get_frame_before(uint64_t p_due) const {
		return earliest_frame + heavy_length <= p_due ? earliest_frame : p_due;
	}
	// When the next turn may run; what lies less than SHORTEST_PAUSE ahead is now.
	uint64_t get_earliest_turn() const { return earliest_turn; }

private:
	uint64_t earliest_frame = 0;
	uint64_t earliest_turn = 0;
	uint64_t heavy_length = 0; // Of the last frame; 0: it was light.
};

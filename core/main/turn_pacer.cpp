// The arithmetic of frames and turns that the network causes.
#include "core/main/turn_pacer.h"

static uint64_t pause_of(uint64_t p_length) {
	return p_length < TurnPacer::SHORTEST_PAUSE ? 0 : p_length;
}

void TurnPacer::note_frame(uint64_t p_now, uint64_t p_took, uint64_t p_delivering, uint64_t p_messages) {
	const uint64_t own = p_took > p_delivering ? p_took - p_delivering : 0;
	const bool is_quick = own < LIGHT_FRAME && p_delivering <= p_messages * QUICK_MESSAGE;
	earliest_frame = p_now + pause_of(is_quick ? own : p_took);
	earliest_turn = p_now;
	heavy_length = is_quick ? 0 : p_took;
}

void TurnPacer::note_turn(uint64_t p_now, uint64_t p_took, bool p_frame_follows, bool p_frame_waits, uint64_t p_reads, uint64_t p_bytes_read) {
	if (p_frame_follows) {
		earliest_turn = p_now;
	} else if (p_frame_waits) {
		earliest_turn = p_now + pause_of(p_took * TURN_SHARE);
		earliest_frame += heavy_length > 0 ? p_took : 0;
	} else {
		earliest_turn = p_now + (p_bytes_read < p_reads * SMALL_READ ? pause_of(p_took) : 0);
	}
}

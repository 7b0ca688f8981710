// The arithmetic of frames and turns that the network causes.
#pragma once

#include "core/main/turn_pacer.h"
#include "tests/test_macros.h"

TEST_CASE("[Main][TurnPacer] A heavy frame is followed by a pause as long as itself, whatever its messages took") {
	TurnPacer pacer;
	pacer.note_frame(10000, 2000, 0, 0);
	CHECK_EQ(pacer.get_frame_before(UINT64_MAX / 2), 12000u);
	pacer.note_frame(20000, 6000, 4000, 1000);
	CHECK_EQ(pacer.get_frame_before(UINT64_MAX / 2), 26000u);
}

TEST_CASE("[Main][TurnPacer] A heavy frame that would push the clock's one waits for it") {
	TurnPacer pacer;
	pacer.note_frame(10000, 7000, 5000, 1000);
	CHECK_EQ(pacer.get_frame_before(25000), 17000u);
	CHECK_EQ(pacer.get_frame_before(20000), 20000u);
	pacer.note_frame(20000, 100, 0, 0);
	CHECK_EQ(pacer.get_frame_before(20150), 20100u);
}

TEST_CASE("[Main][TurnPacer] What turns take behind a heavy frame comes on top of its pause") {
	TurnPacer pacer;
	pacer.note_frame(10000, 2000, 0, 0);
	pacer.note_turn(10500, 200, false, true, 10, 100000);
	CHECK_EQ(pacer.get_frame_before(UINT64_MAX / 2), 12200u);
	pacer.note_frame(20000, 400, 300, 1000);
	pacer.note_turn(20050, 20, false, true, 10, 100000);
	CHECK_EQ(pacer.get_frame_before(UINT64_MAX / 2), 20100u);
}

TEST_CASE("[Main][TurnPacer] A light frame pays for itself and not for quick messages; slow handlers count") {
	TurnPacer pacer;
	pacer.note_frame(10000, 3000, 2900, 1000);
	CHECK_EQ(pacer.get_frame_before(UINT64_MAX / 2), 10100u);
	pacer.note_frame(20000, 3000, 2990, 1000); // What is shorter than a sleep can be is no pause.
	CHECK_EQ(pacer.get_frame_before(UINT64_MAX / 2), 20000u);
	pacer.note_frame(30000, 3000, 2900, 1);
	CHECK_EQ(pacer.get_frame_before(UINT64_MAX / 2), 33000u);
}

TEST_CASE("[Main][TurnPacer] Turns take an eighth of the wait for a frame, and half of the core while a peer drips") {
	TurnPacer pacer;
	pacer.note_turn(10000, 50, false, true, 10, 100000);
	CHECK_EQ(pacer.get_earliest_turn(), 10400u);
	pacer.note_turn(20000, 50, false, false, 10, 10);
	CHECK_EQ(pacer.get_earliest_turn(), 20050u);
	pacer.note_turn(30000, 50, false, false, 10, 100000); // A large message on its way.
	CHECK_EQ(pacer.get_earliest_turn(), 30000u);
	pacer.note_turn(40000, 50, true, false, 10, 10);
	CHECK_EQ(pacer.get_earliest_turn(), 40000u);
}
